"""Answers put together from the sources' own sentences, each checked before it is sent."""
