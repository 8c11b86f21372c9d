"""What is asked: a message read as a question that needs nothing said before it, and its words."""
