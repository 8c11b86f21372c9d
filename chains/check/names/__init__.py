"""Names: their spelling, their titles, and whether they belong where they stand; `check` yields the findings."""
