"""Golden rows: hand-written texts with what must and what must not come out. The rows lie beside this file as JSON lines."""
