"""The lines of the table that `score_public.py` prints, a module for each kind of data."""
