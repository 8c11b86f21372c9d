"""How results look: the check sheet and the brief as terminal text, Markdown, one HTML page, SARIF, JSON Schema.

Takes reports and briefs, gives strings. Decides nothing about what is right: that is the check's.
"""
