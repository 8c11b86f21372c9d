"""How likely it is that everything holds: signals, the small model that weighs them, and the score."""
