"""Chains over the stored sources: the check, the brief. What a text says is read in `presscheck.text`."""
