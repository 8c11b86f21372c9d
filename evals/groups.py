"""Groups of articles on one event, made from the templates of `events`, with disagreements planted among them.

Each outlet tells the event's facts in its own words and order; a wire copy prints another outlet's text under its own name. Where a
group has a planted disagreement, one outlet (and its copies) has another value for one fact. True decoys are told
differently without differing: rounded, spelled out, hedged.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from presscheck.evals.events import EVENTS, Event, Told
from presscheck.models import Article, Frozen

OUTLETS = ("Halden Post", "Courier", "Northern Wire", "Evening Echo", "Radio Halden")


class Planted(Frozen):
    """A disagreement: the fact's name, and its two values as written."""

    fact: str
    right: str
    wrong: str


class Group(Frozen):
    """Articles on one event and what was planted among them; `copies` counts articles that repeat another's text."""

    id: str
    articles: tuple[Article, ...]
    planted: tuple[Planted, ...]
    copies: int = 0


def planted_groups(number: int = 30, seed: int = 0) -> Iterator[Group]:
    """Yield groups of three to five articles; each has one or two planted disagreements, each fourth one wire copies."""
    for n in range(number):
        rng = random.Random(f"{seed}:{n}")
        event = EVENTS[n % len(EVENTS)]
        planted = rng.sample(event.facts, rng.choice((1, 1, 2)))
        yield _group(f"group-{seed}-{n}", event, planted, rng, copies=1 + n % 2 if n % 4 == 0 else 0)


def clean_groups(number: int = 30, seed: int = 0) -> Iterator[Group]:
    """Yield groups in which all outlets agree: whatever is told there is false."""
    for n in range(number):
        rng = random.Random(f"clean:{seed}:{n}")
        yield _group(f"clean-{seed}-{n}", EVENTS[n % len(EVENTS)], [], rng, copies=n % 4 == 0)


def _group(name: str, event: Event, planted: Sequence[Told], rng: random.Random, *, copies: int) -> Group:
    outlets = rng.sample(OUTLETS, 5)
    writers = rng.choice((2, 3))
    dissenter = {told.name: rng.randrange(writers) for told in planted}
    start = datetime(2025, 3, 4) + timedelta(days=rng.randrange(300))
    articles = []
    for at in range(writers):
        wrong = {told.name for told in planted if dissenter[told.name] == at}
        must = {told.name for told in planted}
        text = _written(event, at, wrong, must, rng)
        articles.append(_article(name, outlets[at], event.title, text, start + timedelta(hours=5 * at)))
    for extra in range(copies):
        text = f"{articles[0].text}\n\n{outlets[writers + extra]} with material from {outlets[0]}."
        when = start + timedelta(hours=30 + extra)
        articles.append(_article(name, outlets[writers + extra], event.title, text, when))
    told = tuple(Planted(fact=t.name, right=t.right, wrong=t.wrong) for t in planted)
    return Group(id=name, articles=tuple(articles), planted=told, copies=copies)


def _written(event: Event, at: int, wrong: set[str], must: set[str], rng: random.Random) -> str:
    """Write one outlet's article: the facts that must be in it and most of the others, in its own order and words."""
    kept = [t for t in event.facts if t.name in must or rng.random() < 0.75]
    lines = [t.phrasings[at].format(t.wrong if t.name in wrong else t.right) for t in kept]
    lines += [d[at] for d in event.decoys] + [p[at] for p in event.padding]
    first = next((i for i, t in enumerate(kept) if t is event.facts[0]), 0)
    lead, rest = lines[first], lines[:first] + lines[first + 1 :]
    rng.shuffle(rest)
    return "\n\n".join(_capital(line) for line in (lead, *rest))


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _article(group: str, outlet: str, title: str, text: str, when: datetime) -> Article:
    slug = outlet.lower().replace(" ", "-")
    return Article(
        id=f"{group}-{slug}",
        title=title,
        publisher=outlet,
        text=text,
        origin=f"{group}/{slug}.txt",
        published=when,
    )
