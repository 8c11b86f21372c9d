"""The brief: sentences chosen from the sources, each with its citation.

`candidates` reads the sentences that may stand in a brief, `choose` ranks them and drops what repeats, `wording` turns
them into sentences that carry their source, `asides` makes key figures, quotations, timeline and the rest, `run` puts
it together. No sentence is made up: the words are the sources' own.
"""

from __future__ import annotations

from presscheck.chains.brief.run import make_brief

__all__ = ["make_brief"]
