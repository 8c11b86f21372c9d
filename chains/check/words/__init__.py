"""Words as statements are compared by: lemmas, likenesses, opposites, cue words, other ways of writing."""
