"""The check: one folder a check, each with a `check` that yields findings; one plain signature, one tuple of them.

`quotes`, `figures`, `dates`, `names` and `statements` are the checks. `words` and `contrasts` serve that of statements,
`support` scores each of them and the whole. `draft` is what is read in the text, `sources` what may vouch for it (the
rules of evidence), `chain` the LangChain runnable. Reading a text lives in `presscheck.text`.
"""

from __future__ import annotations

from presscheck.chains.check.run import CHECKS, Check, check_article, check_text

__all__ = ["CHECKS", "Check", "check_article", "check_text"]
