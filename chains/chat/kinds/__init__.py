"""Whether a sentence holds the kind of thing that is asked for: one kind a file."""
