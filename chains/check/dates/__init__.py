"""Dates and weekdays, held against those that sources give for the same thing; `check` yields the findings."""
