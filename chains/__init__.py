"""Chains over the stored sources: the check, the brief, the chat, batches, and what a model judges. What a text says is read in `presscheck.text`."""
