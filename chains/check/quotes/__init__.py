"""Quotations and speakers: what was said, word for word, and who said it; `check` yields the findings."""
