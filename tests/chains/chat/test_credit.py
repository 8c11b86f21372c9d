"""What names the source behind a line is no part of what the line says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from presscheck.chains.chat import reply_events
from presscheck.models import Article, Done, Reply
from presscheck.vectorstore.library import MemoryLibrary

TEXT = "The storm at Pell Point sank four trawlers, the coast guard said."
ASKED = "How many trawlers sank?"


def library(title: str) -> MemoryLibrary:
    return MemoryLibrary(
        [Article(id="a", title=title, text=TEXT, published=datetime(2025, 3, 11, tzinfo=UTC))]
    )


def asked(question: str, title: str) -> Reply:
    events = reply_events(question, [], library(title))
    return next(e.reply for e in events if isinstance(e, Done))


@pytest.mark.parametrize(
    "title", ["Four 31 missing", "The 31m question", "Storm sinks four trawlers", "Red sky"]
)
@pytest.mark.parametrize("question", [ASKED, "/brief trawlers", "what is new?", "/compare trawlers"])
def test_a_number_in_a_sources_title_keeps_no_sentence_back(question: str, title: str) -> None:
    reply = asked(question, title)
    assert f"{TEXT} ({title}, March 11, 2025) [1]" in reply.text
