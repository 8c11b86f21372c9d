"""Figures: each is held against the figures of sources that speak of the same thing; `check` yields the findings."""
