"""The check as a LangChain runnable: `invoke`, `batch`, `ainvoke`, `abatch`."""

from __future__ import annotations

from pathlib import Path

from langchain_core.runnables import Runnable, RunnableLambda

from presscheck.chains.check.run import check_article
from presscheck.models import Article, Report
from presscheck.vectorstore.library import Library
from presscheck.vectorstore.loaders import as_article


def check_chain(library: Library) -> Runnable[str | Path | Article, Report]:
    """Return a runnable that takes a text, a path or an article and gives its report."""

    def check(text: str | Path | Article) -> Report:
        return check_article(as_article(text), library)

    return RunnableLambda(check, name="presscheck.check")
