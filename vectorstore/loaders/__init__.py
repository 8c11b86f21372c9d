"""Files and folders read as articles: one small loader for each type, found by the file's suffix.

What can't be read comes out as a `Failure` with one line that says why; the rest goes on. Storing is done elsewhere.
"""

from __future__ import annotations

from presscheck.vectorstore.loaders.given import as_article, as_articles, several
from presscheck.vectorstore.loaders.registry import load, load_one

__all__ = ["as_article", "as_articles", "load", "load_one", "several"]
