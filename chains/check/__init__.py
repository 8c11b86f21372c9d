"""The check: one file a check, one plain signature, one tuple of them.

`quotes`, `figures`, `dates`, `names`, `statements` each hold a `check` that yields findings. `draft` is what is read in
the text, `sources` what may vouch for it (the rules of evidence), `support` the score of the whole, `chain` the
LangChain runnable. Reading a text lives in `presscheck.text`.
"""

from __future__ import annotations

from presscheck.chains.check.run import CHECKS, Check, check_article, check_text

__all__ = ["CHECKS", "Check", "check_article", "check_text"]
