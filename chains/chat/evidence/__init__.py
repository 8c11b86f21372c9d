"""Sentences of the sources that may answer a question, and how well each fits it."""
