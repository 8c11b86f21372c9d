"""Days come from metadata, dateline or address, never from the day of loading; publishers from metadata or host."""

from datetime import datetime
from pathlib import Path

import pytest

from presscheck.models import Article
from presscheck.vectorstore.loaders import as_article, load
from presscheck.vectorstore.loaders.completing import completed


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("HALDEN, March 3, 2025 (Seabird) — The", "2025-03-03"),
        ("HALDEN, Norway, Sept. 12, 2023 -- The", "2023-09-12"),
        ("HALDEN, Norway (Seabird, Oct. 3, 2024) — The", "2024-10-03"),
        ("HALDEN, Norway (SB) — Oct. 3, 2024\nThe", "2024-10-03"),
        ("HALDEN, 3 March 2025 (Seabird) - The", "2025-03-03"),
        ("Quay closed\n\nHALDEN, Jan 5 2024 (Seabird) – The", "2024-01-05"),
        ("HALDEN, March 3 (Seabird) — The", None),
        ("HALDEN, Feb. 31, 2025 (Seabird) — The", None),
        ("HALDEN (SB) — On March 3, 2025 the", None),
        ("The summit of March 3, 2025 — the first —", None),
        ("CAPT. ORTEGA: March 3, 2025 — yes, that", None),
    ],
)
def test_a_dateline_gives_the_day(start: str, day: str | None) -> None:
    """With place, day and dash, and only with a year; a date in a sentence is none."""
    article = as_article(f"{start} quay was closed, the board said.")

    assert article.published == (datetime.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2024/10/29/quay", "2024-10-29"),
        ("/news/2024-10-29-quay", "2024-10-29"),
        ("/world/2024/oct/29/quay", "2024-10-29"),
        ("/20241029/quay", "2024-10-29"),
        ("/2024/10/quay", None),
        ("/article/2024102955", None),
        ("/2024/13/29/quay", None),
        ("/2023/02/30/quay", None),
    ],
)
def test_an_address_gives_the_day(path: str, day: str | None) -> None:
    """Where it holds year, month and day."""
    article = completed(Article(text="The quay was closed.", url=f"https://www.post.example{path}"))

    assert article.published == (datetime.fromisoformat(day) if day else None)
    assert article.publisher == "post.example"


def test_a_dateline_takes_its_year_from_the_address() -> None:
    """The one has the day, the other the year."""
    article = Article(text="HALDEN, March 3 (Seabird) — The quay", url="https://post.example/world/2024/quay")

    assert completed(article).published == datetime(2024, 3, 3)


def test_what_is_told_stays(tmp_path: Path) -> None:
    """Metadata go before dateline, address and host; a text that shows no day has none."""
    told, bare = tmp_path / "told.txt", tmp_path / "bare.txt"
    told.write_text(
        "Title: Quay\nDate: 2025-03-04\nPublisher: The Post\nURL: https://x.example/2020/01/01/a\n\n"
        "HALDEN, March 3, 2025 (SB) — The quay was closed."
    )
    bare.write_text("The quay was closed on Monday.")
    (article,), (other,) = load(told), load(bare)

    assert isinstance(article, Article)
    assert isinstance(other, Article)
    assert (article.published, article.publisher) == (datetime(2025, 3, 4), "The Post")
    assert (other.published, other.publisher) == (None, None)
