"""Articles from a real HTTP server on loopback, which plays every trick: each is refused or survived."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from presscheck.errors import BadRequest, UnreadableFile
from presscheck.models import Article, Failure
from presscheck.vectorstore.web import Limits, Validators, fetch, read_url
from presscheck.vectorstore.web.addresses import is_public, target

TEXT = (
    "The harbour board of Halden closed the north quay on Monday because its piles have rotted, it said. " * 4
)
PAGE = f"<html><head><title>Quay closed</title></head><body><nav>Home</nav><article><p>{TEXT}</p></article></body></html>"
FEED = """<rss version="2.0"><channel><title>Halden Post</title>
<item><guid>g1</guid><title>Quay</title><link>{base}/page</link><description>Short teaser.</description></item>
<item><guid>g2</guid><title>Rain</title><link>{base}/private/x</link><description>It rains in Halden.</description></item>
</channel></rss>"""

BOMB = gzip.compress(b"a" * 50_000_000)

Answer = Callable[["Site"], None]


class Site(BaseHTTPRequestHandler):
    """Answers each path with what is in `answers`."""

    answers: ClassVar[dict[str, Answer]] = {}
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer, and remember what was asked."""
        self.asked.append(self.path)
        if self.path in self.answers:
            self.answers[self.path](self)
        else:
            self.give(b"", status=404)

    def give(
        self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        """Send one answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[tuple[str, type[Site]]]:
    """Serve on loopback; yields the base address and the handler to fill."""
    handler = type("Handler", (Site,), {"answers": {}, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", handler
    server.shutdown()
    server.server_close()


HERE = Limits(allow_private=True, size=2_000_000, seconds=3.0, silence=1.0)


def test_a_page_becomes_an_article(site: tuple[str, type[Site]]) -> None:
    """Its text, title and address are read."""
    base, handler = site
    handler.answers["/2025/03/04/quay"] = lambda s: s.give(PAGE.encode())

    (article,) = read_url(f"{base}/2025/03/04/quay", HERE).found

    assert isinstance(article, Article)
    assert article.text == TEXT.strip()
    assert (article.title, article.url) == ("Quay closed", f"{base}/2025/03/04/quay")
    assert str(article.published) == "2025-03-04 00:00:00"


def test_an_unchanged_page_is_not_sent_again(site: tuple[str, type[Site]]) -> None:
    """The second request is conditional."""
    base, handler = site
    handler.answers["/page"] = lambda s: (
        s.give(b"", status=304)
        if s.headers["If-None-Match"] == '"v1"'
        else s.give(PAGE.encode(), ETag='"v1"')
    )
    first = read_url(f"{base}/page", HERE)

    second = read_url(f"{base}/page", HERE, known=first.validators)

    assert first.validators == Validators('"v1"', None)
    assert (second.fresh, second.found) == (False, ())


def test_a_feeds_teasers_are_read_whole_within_robots_txt(site: tuple[str, type[Site]]) -> None:
    """A teaser's linked page is read; where the site asks not to, the teaser stays."""
    base, handler = site
    handler.answers["/robots.txt"] = lambda s: s.give(b"User-agent: *\nDisallow: /private", "text/plain")
    handler.answers["/feed"] = lambda s: s.give(FEED.format(base=base).encode(), "application/rss+xml")
    handler.answers["/page"] = lambda s: s.give(PAGE.encode())

    whole, teaser = read_url(f"{base}/feed", HERE).found

    assert isinstance(whole, Article)
    assert isinstance(teaser, Article)
    assert (whole.text, whole.publisher) == (TEXT.strip(), "Halden Post")
    assert teaser.text == "It rains in Halden."
    assert "/private/x" not in handler.asked


def test_a_feed_sends_nobody_over_the_whole_web(
    site: tuple[str, type[Site]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only so many linked pages are read, however many entries a feed has."""
    monkeypatch.setattr("presscheck.vectorstore.web.pages.MOST_LINKS", 1)
    base, handler = site
    handler.answers["/feed"] = lambda s: s.give(FEED.format(base=base).encode(), "application/rss+xml")
    handler.answers["/page"] = lambda s: s.give(PAGE.encode())

    _, teaser = read_url(f"{base}/feed", HERE).found

    assert isinstance(teaser, Article)
    assert teaser.text == "It rains in Halden."
    assert [path for path in handler.asked if path != "/robots.txt"] == ["/feed", "/page"]


def test_robots_txt_is_obeyed_unless_told_otherwise(site: tuple[str, type[Site]]) -> None:
    """A page the site asks not to fetch is not fetched, and that is said."""
    base, handler = site
    handler.answers["/robots.txt"] = lambda s: s.give(b"User-agent: *\nDisallow: /", "text/plain")
    handler.answers["/page"] = lambda s: s.give(PAGE.encode())

    (refused,) = read_url(f"{base}/page", HERE).found
    (allowed,) = read_url(f"{base}/page", HERE, obey_robots=False).found

    assert isinstance(refused, Failure)
    assert "robots.txt" in refused.why
    assert isinstance(allowed, Article)


def endless(site: Site) -> None:
    """Redirect to itself for ever."""
    site.answers[site.path + "x"] = endless
    site.give(b"", status=302, Location=site.path + "x")


def slow(site: Site) -> None:
    """Send a byte now and then."""
    site.send_response(200)
    site.send_header("Content-Type", "text/html")
    site.end_headers()
    for _ in range(40):
        try:
            site.wfile.write(b"a")
            site.wfile.flush()
        except OSError:
            return
        time.sleep(0.2)


def silent(_: Site) -> None:
    """Say nothing for a while."""
    time.sleep(2.5)


TRICKS: dict[str, tuple[Answer, str]] = {
    "endless redirects": (endless, "redirects more than"),
    "slow": (slow, "takes longer|breaks off"),
    "silent": (silent, "does not answer"),
    "too large": (lambda s: s.give(b"a" * 3_000_000), "larger than"),
    "a bomb": (lambda s: s.give(BOMB, Content_Encoding="gzip"), "larger than"),
    "a picture": (lambda s: s.give(b"\x89PNG", "image/png"), "not read"),
    "an error": (lambda s: s.give(b"no", status=503), "answers 503"),
    "cut off": (lambda s: s.give(b"<p>abc", Content_Length="9999"), "breaks off"),
    "to a file": (lambda s: s.give(b"", status=302, Location="file:///etc/passwd"), "no http or https"),
}


@pytest.mark.parametrize("trick", TRICKS)
def test_tricks_are_survived(site: tuple[str, type[Site]], trick: str) -> None:
    """Each ends in one clear line, within the limits."""
    base, handler = site
    answer, told = TRICKS[trick]
    handler.answers["/x"] = answer
    start = time.monotonic()

    with pytest.raises((UnreadableFile, BadRequest), match=told):
        fetch(f"{base}/x", HERE)
    assert time.monotonic() - start < 6


LOOPBACKS = [
    "127.0.0.1",
    "localhost",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "0x7f.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0",
]


@pytest.mark.parametrize("host", LOOPBACKS)
def test_loopback_is_refused_in_every_notation(host: str) -> None:
    """By name and by number, in every notation the system knows."""
    with pytest.raises(BadRequest, match=r"private|can't be found"):
        fetch(f"http://{host}:9/")


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
     "fe80::1", "fc00::1", "ff02::1", "::", "64:ff9b::7f00:1", "2002:7f00:1::", "::ffff:10.0.0.1", "192.0.2.1", "nonsense"],
)  # fmt: skip
def test_private_addresses_are_not_public(address: str) -> None:
    """Private, link-local, metadata, shared, multicast, wrapped and documentation addresses are none to ask."""
    assert not is_public(address)


def test_public_addresses_are_public() -> None:
    """An ordinary address may be asked."""
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_a_redirect_to_a_private_address_is_refused(site: tuple[str, type[Site]]) -> None:
    """Each hop is checked: the first may be public, the second must be too."""
    base, handler = site
    port = base.rsplit(":", 1)[1]
    handler.answers["/x"] = lambda s: s.give(b"", status=302, Location=f"http://inside.example:{port}/secret")
    handler.answers["/secret"] = lambda s: s.give(b"secret", "text/plain")
    names = {"outside.example": ["93.184.215.14"], "inside.example": ["127.0.0.1"]}

    where = target(f"http://outside.example:{port}/x", resolver=lambda host, _: names[host])
    assert where.address == "93.184.215.14"
    with pytest.raises(BadRequest, match="private"):
        target(f"http://inside.example:{port}/secret", resolver=lambda host, _: names[host])


def test_a_name_that_leads_elsewhere_later_changes_nothing(site: tuple[str, type[Site]]) -> None:
    """The address that was checked is the one that is asked (DNS rebinding): the name is resolved once a hop."""
    base, handler = site
    handler.answers["/page"] = lambda s: s.give(PAGE.encode())
    port = base.rsplit(":", 1)[1]
    answers = iter([["127.0.0.1"]])

    fetched = fetch(
        f"http://rebinding.example:{port}/page", Limits(allow_private=True, resolver=lambda *_: next(answers))
    )

    assert fetched.data == PAGE.encode()
    with pytest.raises(BadRequest, match="private"):
        fetch(f"http://mixed.example:{port}/", Limits(resolver=lambda *_: ["93.184.215.14", "127.0.0.1"]))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://",
        "http://a:b@example.org/",
        "http://x:99999/",
        "notes.txt",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    """Only http and https, without a password."""
    with pytest.raises(BadRequest):
        fetch(url)
