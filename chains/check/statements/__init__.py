"""Statements: does a source carry the sentence; `check` yields the findings."""
