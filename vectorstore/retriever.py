"""The desk's search as a LangChain retriever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from presscheck.models import Evidence


class DeskRetriever(BaseRetriever):
    """Gives passages as documents; their metadata is the evidence's, so that each can be cited."""

    search: Callable[..., list[Evidence]]
    k: int = 8
    filters: dict[str, Any] = {}  # noqa: RUF012 (a pydantic field)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [_document(e) for e in self.search(query, k=self.k, **self.filters)]


def _document(evidence: Evidence) -> Document:
    metadata = evidence.model_dump(mode="json", exclude={"text", "before", "after"}, exclude_none=True)
    return Document(page_content=evidence.text, metadata=metadata)
