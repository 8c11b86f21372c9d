"""Answers that a model writes or looks up itself, held to the sources."""
