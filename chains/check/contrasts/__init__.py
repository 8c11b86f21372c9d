"""What differs between a statement and the sentence it aligns with: one kind of difference a file."""
