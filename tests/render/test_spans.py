from __future__ import annotations

import itertools
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from presscheck.models import Article, Evidence
from presscheck.render.spans import Span, segments, stitched


@given(st.integers(0, 40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_segments_tile_the_text(length: int, pairs: list[tuple[int, int]]) -> None:
    """Segments follow one another from end to end, and each knows exactly the spans that hold it."""
    spans = [Span(start, end, key) for key, (start, end) in enumerate(pairs)]

    cut = list(segments(length, spans))

    assert list(range(length)) == [at for s in cut for at in range(s.start, s.end)]
    held = [s for s in spans if 0 <= s.start < s.end <= length]
    for segment in cut:
        inside = {s.key for s in held if s.start <= segment.start and segment.end <= s.end}
        assert inside == set(segment.keys)


@given(
    st.text(min_size=1, max_size=300),
    st.lists(st.tuples(st.integers(0, 299), st.integers(1, 30)), min_size=1, max_size=6),
)
def test_stitched_passages_are_the_source(text: str, places: list[tuple[int, int]]) -> None:
    """What is stitched together from evidence stands in the source as it is, and holds all of it."""
    article = Article(text=text, published=datetime(2024, 1, 1))
    evidence = [_evidence(article, start % len(text), length) for start, length in places]

    joined = stitched(evidence)

    assert all(text[piece.start : piece.end] == piece.text for piece in joined)
    for one in evidence:
        assert any(p.start <= one.start and one.end <= p.end and one in p.evidence for p in joined)
    assert all(a.end < b.start for a, b in itertools.pairwise(joined))


def _evidence(article: Article, start: int, length: int) -> Evidence:
    text, end = article.text, min(start + length, len(article.text))
    return Evidence(
        article_id=article.id, sha256=article.sha256, start=start, end=end, text=text[start:end],
        before=text[max(0, start - 20) : start], after=text[end : end + 20],
    )  # fmt: skip
