"""Records: the usual news APIs' answers are known without a map, others with one."""

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from presscheck.errors import BadRequest
from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders import load
from presscheck.vectorstore.loaders.fields import read_map

TEXT = "The harbour board closed the north quay on Monday because its piles have rotted."
AT = "2025-03-04T10:00:00Z"
COMMON = {"title": "Quay closed", "url": "https://post.example/quay"}

ANSWERS: dict[str, Any] = {
    "NewsAPI": {"status": "ok", "totalResults": 1, "articles": [
        {**COMMON, "source": {"id": None, "name": "Halden Post"}, "author": "Jonas Brandt", "description": "Short.", "content": TEXT, "publishedAt": AT}]},
    "Guardian": {"response": {"status": "ok", "results": [
        {"id": "world/quay", "webTitle": "Quay closed", "webUrl": COMMON["url"], "webPublicationDate": AT,
         "fields": {"bodyText": TEXT, "byline": "Jonas Brandt", "publication": "Halden Post"}}]}},
    "Guardian, HTML": {"response": {"results": [
        {"webTitle": "Quay closed", "webUrl": COMMON["url"], "webPublicationDate": AT,
         "fields": {"body": f"<p>{TEXT}</p>", "byline": "Jonas Brandt", "publication": "Halden Post"}}]}},
    "New York Times": {"status": "OK", "response": {"meta": {"hits": 1}, "docs": [
        {"web_url": COMMON["url"], "headline": {"main": "Quay closed", "kicker": None}, "abstract": None, "lead_paragraph": TEXT,
         "byline": {"original": "Jonas Brandt"}, "source": "Halden Post", "pub_date": "2025-03-04T10:00:00+0000"}]}},
    "mediastack": {"pagination": {"limit": 1}, "data": [
        {**COMMON, "author": "Jonas Brandt", "description": TEXT, "source": "Halden Post", "language": "en", "published_at": "2025-03-04T10:00:00+00:00"}]},
    "Webhose": {"posts": [
        {**COMMON, "thread": {"site_full": "Halden Post", "title": "Quay"}, "author": "Jonas Brandt", "text": TEXT,
         "published": "2025-03-04T10:00:00.000+00:00", "language": "english"}], "totalResults": 1},
    "GNews": {"totalArticles": 1, "articles": [
        {**COMMON, "description": "Short.", "content": TEXT, "publishedAt": AT, "author": "Jonas Brandt", "source": {"name": "Halden Post"}}]},
    "newsdata.io": {"status": "success", "results": [
        {"title": "Quay closed", "link": COMMON["url"], "creator": ["Jonas Brandt"], "description": TEXT,
         "content": "ONLY AVAILABLE IN PAID PLANS", "pubDate": "2025-03-04 10:00:00+00:00", "source_name": "Halden Post", "language": "english"}]},
    "Event Registry": {"articles": {"results": [
        {**COMMON, "body": TEXT, "lang": "eng", "dateTime": AT, "source": {"uri": "post.example", "title": "Halden Post"}, "authors": [{"name": "Jonas Brandt"}]}]}},
    "JSON Feed": {"version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": [
        {"id": "1", **COMMON, "content_html": f"<p>{TEXT}</p>", "date_published": AT, "authors": [{"name": "Jonas Brandt"}], "publisher": "Halden Post"}]},
    "one article": {**COMMON, "body": TEXT, "date": AT, "byline": "Jonas Brandt", "publisher": "Halden Post", "items": ["no", "articles"]},
}  # fmt: skip
TEASERS = {"New York Times", "mediastack", "newsdata.io"}


@pytest.mark.parametrize("api", ANSWERS)
def test_the_usual_news_apis_are_known(tmp_path: Path, api: str) -> None:
    """Text, title, publisher, author, address and time come out alike; a teaser is marked as an excerpt."""
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(ANSWERS[api]))

    (article,) = load(path)

    assert isinstance(article, Article), article
    assert (article.text, article.title, article.publisher) == (TEXT, "Quay closed", "Halden Post")
    assert (article.author, article.url) == ("Jonas Brandt", COMMON["url"])
    assert article.published == datetime(2025, 3, 4, 10, tzinfo=UTC)
    assert article.complete == ("excerpt" if api in TEASERS else "unknown")
    assert article.language == "en"


def test_an_answer_without_texts_says_so(tmp_path: Path) -> None:
    """GDELT lists addresses only: each comes out as a failure with its place."""
    path = tmp_path / "gdelt.json"
    path.write_text(
        json.dumps({"articles": [{**COMMON, "seendate": "20250304T100000Z", "domain": "post.example"}]})
    )

    (failure,) = load(path)

    assert failure == Failure(origin=f"{path}#1", why="no text")


def test_a_text_that_an_api_cut_off_is_an_excerpt(tmp_path: Path) -> None:
    """NewsAPI's mark of what is missing is no part of the text."""
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"articles": [{**COMMON, "content": f"{TEXT} It will re… [+1234 chars]"}]}))

    (article,) = load(path)

    assert isinstance(article, Article)
    assert (article.text, article.complete) == (f"{TEXT} It will re", "excerpt")


NESTED = {
    "data": {"story": {"main": TEXT}, "heads": ["Quay closed", "Rain"]},
    "when": AT,
    "text": "A caption.",
}
MAP = {"text": "data.story.main", "title": "data.heads.0", "published": "when"}


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.zip"])
def test_a_map_leads_to_nested_fields(tmp_path: Path, name: str) -> None:
    """By dots into objects and by number into lists, in archives too; it goes before the names that are known."""
    path = tmp_path / name
    if name == "a.zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("inner.jsonl", json.dumps(NESTED))
    else:
        path.write_text(json.dumps(NESTED))

    (article,) = load(path, MAP)

    assert isinstance(article, Article)
    assert (article.text, article.title) == (TEXT, "Quay closed")
    assert article.published == datetime(2025, 3, 4, 10, tzinfo=UTC)


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.tsv", "\t")])
def test_a_map_names_a_tables_columns(tmp_path: Path, name: str, separator: str) -> None:
    """Columns with dots in their names are meant as they stand."""
    path = tmp_path / name
    path.write_text(
        separator.join(["Fields.Main", "Kopf"]) + "\n" + separator.join([TEXT, "Quay closed"]) + "\n"
    )

    (article,) = load(path, {"text": "fields.main", "title": "kopf"})

    assert isinstance(article, Article)
    assert (article.text, article.title) == (TEXT, "Quay closed")


def test_a_map_that_leads_nowhere_says_so(tmp_path: Path) -> None:
    """The line names the path, and the known names do not step in for the text."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(NESTED))

    (failure,) = load(path, {"text": "data.nosuch"})

    assert isinstance(failure, Failure)
    assert failure.why == "no text (there is no 'data.nosuch')"


def test_a_map_is_read_as_written() -> None:
    """Names as in the head of a text are taken; others are refused with those that can be."""
    assert read_map("text=body, headline=a.b,date=c") == {"text": "body", "title": "a.b", "published": "c"}
    for wrong in ("text", "text=", "=body", "colour=red", ""):
        with pytest.raises(BadRequest, match="FIELD=NAME"):
            read_map(wrong)
