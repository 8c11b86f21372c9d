"""Search."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query

from presscheck.models import ArticleKind, Evidence
from presscheck.web.served import Here

router = APIRouter(prefix="/api", tags=["search"])


@router.get("/search")
async def search(
    here: Here,
    q: Annotated[str, Query(min_length=1, max_length=2000, description="What to look for.")],
    k: Annotated[int, Query(ge=1, le=100, description="How many passages.")] = 8,
    publisher: Annotated[list[str] | None, Query()] = None,
    kind: Annotated[list[ArticleKind] | None, Query()] = None,
    since: datetime | None = None,
    until: datetime | None = None,
    speaker: str | None = None,
) -> list[Evidence]:
    """Return the passages nearest to the words, by words and by meaning, best first."""
    return await here.run(
        here.desk.search,
        q,
        k,
        publisher=tuple(publisher or ()),
        kind=tuple(kind or ()),
        since=since,
        until=until,
        speaker=speaker,
    )
