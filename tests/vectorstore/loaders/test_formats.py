"""Files of each type, made here with known text: what comes out equals it, and traps are refused."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from presscheck.desk import Desk
from presscheck.models import Article, Failure
from presscheck.render.where import location
from presscheck.text.turns import find_turns
from presscheck.vectorstore.citing import cite
from presscheck.vectorstore.loaders import load

PARAGRAPHS = [
    "The harbour board of Halden closed the north quay on Monday because its piles have rotted.",
    "“We will not ask the town for another cent,” said Capt. Lena Ortega, the harbour master, who spoke in the rain.",
    "Repairs will cost $4.2 million and end by June 30, 2025, five weeks before the regatta that fills the port.",
    "Fishermen doubt it: they have asked the county for a hearing, and 37 of 41 boats signed their letter.",
]
TURNS = [
    "CAPT. LENA ORTEGA: The north quay closes on Monday. We have moved approximately 12,000 containers already.",
    "Q: Will the south quay close as well?",
    "CAPT. ORTEGA: It stays open for all ships unless the wind is above force nine, and that is not foreseen.",
    "Q: And after that?",
    "CAPT. ORTEGA: Then we will see. I do not want to promise what I cannot keep to those who work there.",
]


def one(path: Path) -> Article:
    """Return the one article of a file."""
    found = list(load(path))
    assert len(found) == 1
    assert isinstance(found[0], Article), found[0]
    return found[0]


def words(text: str) -> list[str]:
    """Return the words of a text, so that white space does not count."""
    return text.split()


def page(paragraphs: list[str], head: str = "") -> str:
    """Return a web page with the furniture that surrounds an article."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<html><head><title>Quay closed</title>{head}<style>p {{color: red}}</style></head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<main><article><h1>Quay closed</h1>{body}<script>alert('x')</script></article></main>"
        "<footer><p>All rights reserved, Furniture Corp.</p></footer></body></html>"
    )


def test_a_saved_page_gives_its_text_and_no_furniture(tmp_path: Path) -> None:
    """Menus, scripts, styles and footers are gone; paragraphs stay apart; the metadata is read."""
    path = tmp_path / "page.html"
    head = (
        '<meta property="og:site_name" content="Halden Post"><link rel="canonical" href="https://example.org/quay">'
        '<meta property="article:published_time" content="2025-03-04T10:00:00+01:00">'
        '<meta name="author" content="Jonas Brandt">'
    )
    path.write_text(page(PARAGRAPHS, head))

    article = one(path)

    assert article.text == "\n\n".join(PARAGRAPHS)
    assert (article.title, article.publisher, article.author) == (
        "Quay closed",
        "Halden Post",
        "Jonas Brandt",
    )
    assert article.url == "https://example.org/quay"
    assert article.published is not None
    assert article.published.date().isoformat() == "2025-03-04"


def test_a_page_without_a_date_is_given_none(tmp_path: Path) -> None:
    """The day of loading is never taken for the day of publishing."""
    path = tmp_path / "page.html"
    path.write_text(page(PARAGRAPHS))

    assert one(path).published is None


@pytest.mark.parametrize(
    "label",
    [
        lambda who: f"<strong>{who}</strong>",
        lambda who: f"<b>{who}</b>&nbsp;&nbsp;",
        lambda who: f"<span class='speaker'>{who}</span>",
    ],
    ids=["strong", "bold and blanks", "span"],
)
def test_a_transcript_published_as_a_page_becomes_turns(tmp_path: Path, label: Callable[[str], str]) -> None:
    """Bold or capital labels open speaker turns, with the full name and the role."""
    path = tmp_path / "briefing.html"
    path.write_text(page([f"{label(t.split(':')[0] + ':')} {t.split(': ', 1)[1]}" for t in TURNS]))

    article = one(path)
    turns = find_turns(article.text)

    assert article.kind == "transcript"
    assert [t.role for t in turns] == ["statement", "question", "answer", "question", "answer"]
    assert {t.speaker for t in turns if t.role != "question"} == {"Capt. Lena Ortega"}


def test_text_hidden_with_zero_width_characters_is_dropped(tmp_path: Path) -> None:
    """What shows nothing to a reader does not come between the words."""
    path = tmp_path / "page.html"
    path.write_text(page([p.replace("harbour", "har\u200bbour") for p in PARAGRAPHS]))

    assert words(one(path).text) == words("\n".join(PARAGRAPHS))


def pdf_of(pages: list[list[str]]) -> bytes:
    """Return a PDF with these lines on its pages, written by hand."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for i, lines in enumerate(pages):
        shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 40 800 Td {shown} ET".encode("latin-1")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def test_a_pdf_loses_headers_footers_and_broken_words(tmp_path: Path) -> None:
    """The line above and the number below each page go; a word broken at a line's end is whole again."""
    path = tmp_path / "paper.pdf"
    body = [
        ["The harbour board closed the north quay be-", "cause its piles have rotted."],
        ["Repairs cost much."],
        ["It rains."],
    ]
    path.write_bytes(
        pdf_of([["Halden Post - March 2025", *lines, f"Page {n}"] for n, lines in enumerate(body, 1)])
    )

    text = one(path).text

    assert words(text) == words(
        "The harbour board closed the north quay because its piles have rotted. Repairs cost much. It rains."
    )


def test_the_day_on_which_a_pdf_was_made_is_not_its_texts(tmp_path: Path) -> None:
    """An old page that is printed today came before the draft all the same."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(
        clone_from=PdfReader(io.BytesIO(pdf_of([["The yard lost 4 million dollars in 2024."]])))
    )
    writer.add_metadata({"/Title": "Report", "/CreationDate": "D:20310101120000Z"})
    path = tmp_path / "printed.pdf"
    writer.write(path)

    assert (one(path).title, one(path).published) == ("Report", None)


def test_a_scanned_pdf_says_so(tmp_path: Path) -> None:
    """A PDF without text is told to be a scan."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf_of([[]]))

    (failure,) = load(path)

    assert isinstance(failure, Failure)
    assert "scan" in failure.why


def test_an_encrypted_pdf_says_so(tmp_path: Path) -> None:
    """A PDF with a password is told to be encrypted."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of([["Secret."]]))))
    writer.encrypt("password", algorithm="RC4-128")
    path = tmp_path / "secret.pdf"
    with path.open("wb") as out:
        writer.write(out)

    (failure,) = load(path)

    assert isinstance(failure, Failure)
    assert "encrypted" in failure.why


def test_a_word_file_gives_its_paragraphs(tmp_path: Path) -> None:
    """Paragraphs come in order and apart."""
    document = Document()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    path = tmp_path / "story.docx"
    document.save(str(path))

    assert (one(path).text, one(path).title) == ("\n\n".join(PARAGRAPHS), None)


@pytest.mark.parametrize("level", [0, 1])
def test_a_word_files_heading_is_its_title(tmp_path: Path, level: int) -> None:
    """Unless its properties have one; the heading stays in the text."""
    document = Document()
    document.add_heading("North quay closes", level)
    document.add_paragraph(PARAGRAPHS[0])
    path = tmp_path / "story.docx"
    document.save(str(path))
    by_heading = one(path)
    document.core_properties.title = "Harbour story"
    document.save(str(path))

    assert (by_heading.title, one(path).title) == ("North quay closes", "Harbour story")
    assert by_heading.text.startswith("North quay closes\n\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.srt",
            "1\n00:00:01,000 --> 00:00:03,000\n>> LENA ORTEGA: The north quay\n\n2\n00:00:03,000 --> 00:00:05,000\ncloses on <i>Monday</i>.\n",
        ),
        (
            "a.vtt",
            (
                "WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:03.000 align:start\n<v Lena Ortega>The north quay\n\n"
                "00:03.000 --> 00:05.000\n<v Lena Ortega>closes on Monday.\n"
            ),
        ),
    ],
)
def test_captions_become_a_transcript(tmp_path: Path, name: str, text: str) -> None:
    """Times and tags leave the text, a speaker's cues are joined, and evidence says when a thing was said."""
    path = tmp_path / name
    path.write_text(text)

    article = one(path)
    times = {article.text[start:].split()[0]: seconds for start, seconds in article.times}
    evidence = cite(article, *find("on Monday", article.text))

    assert article.text == "LENA ORTEGA: The north quay closes on Monday."
    assert article.kind == "transcript"
    assert times == {"The": 1.0, "closes": 3.0}
    assert location(evidence) == f"{name} at 0:00:03"


def find(words: str, text: str) -> tuple[int, int]:
    """Return where the words stand."""
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("b.csv", ";"), ("c.tsv", "\t")])
def test_a_table_is_an_article_a_row(tmp_path: Path, name: str, separator: str) -> None:
    """Columns are named as the fields are, or as news exports name them."""
    path = tmp_path / name
    path.write_text(
        f"headline{separator}body{separator}date\nOne{separator}First text.{separator}2025-03-04\nTwo{separator}Second text.{separator}\n"
    )

    articles = [a for a in load(path) if isinstance(a, Article)]

    assert [(a.title, a.text) for a in articles] == [("One", "First text."), ("Two", "Second text.")]
    assert len({a.id for a in articles}) == 2


def test_a_json_feed_is_read(tmp_path: Path) -> None:
    """JSON Feed's items are articles."""
    path = tmp_path / "feed.json"
    items = [
        {
            "id": "1",
            "url": "https://example.org/1",
            "content_text": "First text.",
            "date_published": "2025-03-04T10:00:00Z",
        }
    ]
    path.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))

    article = one(path)

    assert (article.id, article.text, article.url) == ("1", "First text.", "https://example.org/1")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Halden Post</title>
<item><guid>g1</guid><title>Quay &amp; ships</title><link>https://example.org/1</link>
<pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate>
<description>&lt;p&gt;The quay &lt;b&gt;closed&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;It rains.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>
<item><guid>g2</guid><title>Empty</title></item></channel></rss>"""


def test_a_feed_is_an_article_an_entry(tmp_path: Path) -> None:
    """Entries come as plain text with the feed's title as publisher; one without text is told."""
    path = tmp_path / "feed.rss"
    path.write_text(FEED)

    article, failure = load(path)

    assert isinstance(article, Article)
    assert (article.text, article.title, article.publisher) == (
        "The quay closed.\n\nIt rains.",
        "Quay & ships",
        "Halden Post",
    )
    assert isinstance(failure, Failure)


def test_a_feed_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    """An entity bomb is never expanded."""
    path = tmp_path / "bomb.xml"
    path.write_text(
        '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + FEED.replace("It rains", "&b;")
    )

    (failure,) = load(path)

    assert isinstance(failure, Failure)
    assert "entities" in failure.why


def test_archives_are_unpacked(tmp_path: Path) -> None:
    """Entries of a zip and a gz are read by their own type and named in the archive."""
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/one.txt", "First text.")
        archive.writestr("two.html", page(PARAGRAPHS))
        archive.writestr("picture.png", b"\x89PNG")
    (tmp_path / "three.txt.gz").write_bytes(gzip.compress(b"Third text."))

    found = [a for a in load(tmp_path) if isinstance(a, Article)]

    assert [a.text for a in found] == ["First text.", "\n\n".join(PARAGRAPHS), "Third text."]
    assert [a.origin for a in found] == [
        f"{packed}!a/one.txt",
        f"{packed}!two.html",
        str(tmp_path / "three.txt.gz"),
    ]
    assert len({a.id for a in found}) == 3


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt"])
def test_entries_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    """A path trick is told, and nothing is written anywhere."""
    with zipfile.ZipFile(tmp_path / "trick.zip", "w") as archive:
        archive.writestr(name, "Text.")

    (failure,) = load(tmp_path / "trick.zip")

    assert isinstance(failure, Failure)
    assert "refused" in failure.why
    assert sorted(p.name for p in tmp_path.iterdir()) == ["trick.zip"]


def test_bombs_are_refused(tmp_path: Path) -> None:
    """An entry that unpacks to far more than it should is not unpacked; the others are read."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"a" * 20_000_000)
        archive.writestr("good.txt", "Good text.")
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 20_000_000))

    found = list(load(tmp_path))

    assert [a.text for a in found if isinstance(a, Article)] == ["Good text."]
    assert [("refused" in f.why) for f in found if isinstance(f, Failure)] == [True, True]


@pytest.mark.parametrize(
    "name", ["a.html", "a.pdf", "a.docx", "a.srt", "a.csv", "a.rss", "a.zip", "a.gz", "a.json"]
)
@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02" * 100, b"<<<>>> not what it says", b"<p>\xff\xfe</p>"]
)
def test_broken_files_are_told_in_one_line(tmp_path: Path, name: str, content: bytes) -> None:
    """No content makes a loader raise; what can't be read comes out as one line."""
    path = tmp_path / name
    path.write_bytes(content)

    for found in load(path):
        if isinstance(found, Failure):
            assert found.why
            assert "\n" not in found.why


def every_format(folder: Path) -> None:
    """Write the same story in each format."""
    story = "\n\n".join(PARAGRAPHS)
    (folder / "a.txt").write_text(f"Title: Quay closed\n\n{story}")
    (folder / "b.html").write_text(page(PARAGRAPHS))
    document = Document()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.save(str(folder / "c.docx"))
    (folder / "d.pdf").write_bytes(pdf_of([[p] for p in PARAGRAPHS[:1] + PARAGRAPHS[2:]]))
    cues = (f"00:0{n}:00.000 --> 00:0{n}:09.000\n{p}\n" for n, p in enumerate(PARAGRAPHS))
    (folder / "e.vtt").write_text("WEBVTT\n\n" + "\n".join(cues))
    (folder / "f.jsonl").write_text(json.dumps({"title": "Quay closed", "text": story}) + "\n")
    (folder / "g.gz").write_bytes(gzip.compress(story.encode()))


def test_places_hold_in_every_format(tmp_path: Path) -> None:
    """What a search or a check cites are the characters of the source as it is stored."""
    (tmp_path / "in").mkdir()
    every_format(tmp_path / "in")
    desk = Desk(tmp_path / "desk")
    report = desk.add(tmp_path / "in")
    draft = "The quay is closed. Repairs will cost $4.2 million. Of 41 boats 37 signed, the fishermen say."

    found = desk.search("repairs will cost millions", k=20)
    cited = [e for f in desk.check(draft).findings for e in f.evidence]

    assert not report.failed
    assert {e.article_id for e in found} == set(report.added)
    assert cited
    for evidence in [*found, *cited]:
        text = desk.article(evidence.article_id).text
        assert text[evidence.start : evidence.end] == evidence.text
