"""Where the sources speak of one thing, and whether they say the same of it.

Each source is checked against the others, by the very checks that hold a draft against its sources: a finding joins a place
in one source with a place in another. Places joined by agreement are one camp; camps joined by a contradiction are a
disagreement. Copies of one story are represented by the latest of them, so that a story has one vote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple, TypeVar

from presscheck.chains.brief.candidates import story_of
from presscheck.chains.brief.rivals import Values, rarities, rivals
from presscheck.chains.check import check_article
from presscheck.chains.check.figures.relation import relate
from presscheck.chains.check.sources import timestamp
from presscheck.models import Article, Evidence, Finding
from presscheck.reasons import Reason, Verdict
from presscheck.text.mentions import Mention
from presscheck.text.names import find_names
from presscheck.text.people import same_person
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences
from presscheck.text.words import content_words
from presscheck.vectorstore.citing import cite
from presscheck.vectorstore.filtered import FilteredLibrary
from presscheck.vectorstore.library import Library

MOST_SOURCES = 24
"""Sources held against each other at most, the latest ones: each costs about a quarter of a second."""
LONGEST = 120
"""Characters of what a fact is about."""
CLASHES = frozenset(
    [
        Reason.FIGURE_VALUE,
        Reason.FIGURE_SCALE,
        Reason.FIGURE_CURRENCY,
        Reason.FIGURE_DIRECTION,
        Reason.FIGURE_POINTS,
        Reason.FIGURE_OUTDATED,
        Reason.SOURCE_DISAGREE,
        Reason.DATE_VALUE,
        Reason.DATE_WEEKDAY,
        Reason.NAME_SPELLING,
        Reason.NAME_TITLE,
        Reason.NAME_OTHER,
        Reason.SPEAKER_WRONG,
        Reason.STATEMENT_NEGATION,
    ]
)
"""What two sources can differ in."""


Node = TypeVar("Node", bound=Hashable)


class Spot(NamedTuple):
    """Characters of one source."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True)
class Fact:
    """One thing that several stories speak of: every place where it is told, the oldest first, and by which camp."""

    kind: str
    what: str
    told: tuple[Evidence, ...]
    camps: tuple[int, ...]
    said_by: Mapping[str, str] = field(default_factory=dict)
    """Of words that sources give to different people: whom each source names, by article id."""

    @cached_property
    def agree(self) -> bool:
        """Whether all say the same."""
        return len(set(self.camps)) < 2


class Facts:
    """What these sources tell together."""

    def __init__(self, library: Library, article_ids: Collection[str]) -> None:
        self._library = library
        self.articles = representatives(library.article(i) for i in sorted(article_ids))
        self._agree: list[tuple[Spot, Spot]] = []
        self._clash: list[tuple[Spot, Spot]] = []
        self._kinds: dict[Spot, str] = {}
        self._said_by: dict[Spot, str] = {}
        self._read = {a.id: Values(a) for a in self.articles}
        if len(self.articles) > 1:
            self._compare()

    def _compare(self) -> None:
        ids = {a.id for a in self.articles}
        seen = FilteredLibrary(self._library, lambda head: head.article_id in ids)
        for article in self.articles:
            for finding in check_article(article, seen).findings:
                self._join(article, finding)
        self._look_again()

    def _fit(self, one: Spot, other: Spot) -> bool:
        """Tell whether two figures bear each other out, read from either side: "some 39" and "almost 40"."""
        first, second = (self._read[s.article_id].figure_at(s.start, s.end) for s in (one, other))
        if first is None or second is None:
            return False
        return any(r is not None and r.good for r in (relate(first, second), relate(second, first)))

    def _look_again(self) -> None:
        """Add the values that rival each other, of pairs of articles that no check has joined there."""
        read = list(self._read.values())
        weight = rarities(read)
        joined = {(a, b.article_id) for pair in (*self._agree, *self._clash) for a, b in (pair, pair[::-1])}
        for a, b in combinations(read, 2):
            for found in rivals(a, b, weight):
                one, other = _spot(a.article, found.first), _spot(b.article, found.second)
                if (one, b.article.id) not in joined and (other, a.article.id) not in joined:
                    self._kinds.setdefault(one, found.kind)
                    self._kinds.setdefault(other, found.kind)
                    self._clash.append((one, other))

    def _join(self, article: Article, finding: Finding) -> None:
        clashes = finding.reason in CLASHES and not _of_a_statement(finding)
        if not clashes and (finding.verdict is not Verdict.SUPPORTED or finding.claim.kind == "statement"):
            return
        mine = Spot(article.id, finding.claim.start, finding.claim.end)
        if finding.reason is Reason.SPEAKER_WRONG:
            speaker = _speaker(article, mine)
            if not _is_person(speaker) or same_person(speaker, finding.expected or ""):
                return
            self._said_by[mine] = speaker
        self._kinds[mine] = finding.claim.kind
        for evidence in finding.evidence:
            theirs = Spot(evidence.article_id, evidence.start, evidence.end)
            self._kinds.setdefault(theirs, finding.claim.kind)
            if evidence.stance == "supports":
                self._agree.append((mine, theirs))
            elif clashes and not self._fit(mine, theirs):
                self._clash.append((mine, theirs))
            if finding.reason is Reason.SPEAKER_WRONG:
                self._said_by[theirs] = finding.expected or ""

    @cached_property
    def all(self) -> tuple[Fact, ...]:
        """The facts that at least two stories tell, those on which they differ first, then the most told."""
        camp_of = _components(self._kinds, self._agree)
        tells = {(spot.article_id, camp) for spot, camp in camp_of.items()}
        apart = [
            (camp_of[a], camp_of[b])
            for a, b in self._clash
            # Who tells the other's value as well speaks of two things.
            if (a.article_id, camp_of[b]) not in tells and (b.article_id, camp_of[a]) not in tells
        ]
        fact_of = _components(set(camp_of.values()), apart)
        spots: dict[Spot, list[Spot]] = defaultdict(list)
        for spot in self._kinds:
            spots[fact_of[camp_of[spot]]].append(spot)
        made = (self._fact(found, camp_of) for found in spots.values())
        facts = [f for f in made if len({e.article_id for e in f.told}) > 1]
        return tuple(
            sorted(facts, key=lambda f: (f.agree, -len(f.told), f.told[0].article_id, f.told[0].start))
        )

    def _fact(self, spots: Sequence[Spot], camp_of: Mapping[Spot, Spot]) -> Fact:
        once: dict[tuple[str, Spot], Spot] = {}
        for spot in sorted(spots):
            once.setdefault((spot.article_id, camp_of[spot]), spot)
        articles = {a.id: a for a in self.articles}
        ordered = sorted(once.values(), key=lambda s: (timestamp(articles[s.article_id].published), s))
        numbers = {camp: n for n, camp in enumerate(dict.fromkeys(camp_of[s] for s in ordered))}
        told = tuple(cite(articles[s.article_id], s.start, s.end) for s in ordered)
        kind = self._kinds[ordered[0]]
        said_by = {s.article_id: self._said_by[s] for s in ordered if self._said_by.get(s)}
        return Fact(kind, _what(kind, told), told, tuple(numbers[camp_of[s]] for s in ordered), said_by)


def _of_a_statement(finding: Finding) -> bool:
    """Tell whether sources are said to differ in a whole statement: outlets word too freely for that."""
    return finding.claim.kind == "statement" and finding.reason is not Reason.STATEMENT_NEGATION


def _spot(article: Article, mention: Mention) -> Spot:
    return Spot(article.id, mention.start, mention.end)


def _speaker(article: Article, spot: Spot) -> str:
    found = (q.speaker for q in find_quotes(article.text) if q.start < spot.end and spot.start < q.end)
    return next((speaker for speaker in found if speaker), "")


def _is_person(speaker: str) -> bool:
    return any(n.kind == "person" for n in find_names(f"{speaker} spoke."))


def representatives(articles: Iterable[Article]) -> list[Article]:
    """Return one article a story, the latest of its copies; of many stories the latest."""
    latest: dict[str, Article] = {}
    for article in sorted(articles, key=_age):
        latest[story_of(article)] = article
    return sorted(latest.values(), key=_age)[-MOST_SOURCES:]


def _age(article: Article) -> tuple[float, str]:
    return timestamp(article.published), article.id


def _components(nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> dict[Node, Node]:
    """Return for each node the one that stands for all that it is joined with."""
    parent: dict[Node, Node] = {node: node for node in nodes}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        parent[root(b)] = root(a)
    return {node: root(node) for node in parent}


def _what(kind: str, told: Sequence[Evidence]) -> str:
    """Say what the sources speak of: the newest one's sentence, a gap in place of its value."""
    newest = told[-1]
    before, after = around(newest)
    if kind == "statement":
        shared = frozenset.intersection(*(frozenset(content_words(e.text)) for e in told))
        words = [w for w in newest.text.split() if shared.intersection(content_words(w))]
        return shorten(" ".join(words).strip(" ,.;:"), LONGEST)
    if kind == "attribution":
        return f"Who said: {shorten(newest.text, LONGEST)}"
    return shorten(f"{before}…{after}".strip(), LONGEST)


def around(evidence: Evidence) -> tuple[str, str]:
    """Return the words of its sentence before and after the evidence."""
    text = evidence.before + evidence.text + evidence.after
    at = len(evidence.before)
    held = next((s for s in split_sentences(text) if s.start <= at < s.end), None)
    start, end = (held.start, held.end) if held else (at, at + len(evidence.text))
    return text[start:at], text[at + len(evidence.text) : end]


def shorten(text: str, longest: int) -> str:
    """Return the text on one line, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest + 1].rsplit(" ", 1)[0] + " …"
