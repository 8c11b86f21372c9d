"""From the words of a quotation to places where it may stand, by the sources' lexical index."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cached_property

from presscheck.chains.check.quotes.pieces import Saying
from presscheck.chains.check.quotes.places import REACH, Place, Window, window_of
from presscheck.chains.check.quotes.turns import Turns, read_turns
from presscheck.chains.check.quotes.words import is_content, read_words
from presscheck.chains.check.sources import RANK, Sources
from presscheck.models import Article, Passage

PHRASES, NEAREST = 12, 8
"""Passages looked at that hold a run of the words, and that hold most of them."""

RUN = 4
"""Words of a run by which a quotation is looked for: enough to be rare, and cheap as long as not all are common words."""

FAR = 5
"""So many times further what has an ellipsis is looked for around a passage."""

_TURNS: OrderedDict[tuple[str, str], Turns] = OrderedDict()
_KEPT = 256
"""Articles whose turns are kept from one draft to the next."""


class Lookup:
    """Looks for places in the sources that may vouch for a draft."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self._articles: dict[str, Article] = {}

    @cached_property
    def tiers(self) -> list[frozenset[str]]:
        """Ids of records of what was said, then of all else."""
        said: tuple[set[str], set[str]] = (set(), set())
        for head in self.sources.heads:
            said[RANK[head.kind] < RANK["official"]].add(head.article_id)
        return [frozenset(ids) for ids in said if ids]

    def article(self, article_id: str) -> Article:
        """Return a source, read once."""
        if article_id not in self._articles:
            self._articles[article_id] = self.sources.article(article_id)
        return self._articles[article_id]

    def turns(self, article_id: str) -> Turns:
        """Return the turns of a source, read once."""
        article = self.article(article_id)
        key = (article_id, article.sha256)
        if key not in _TURNS:
            _TURNS[key] = read_turns(article.text, self.sources.passages(article_id))
            if len(_TURNS) > _KEPT:
                _TURNS.popitem(last=False)
        return _TURNS[key]

    def speakers(self, article: Article) -> list[str]:
        """Return who speaks in a source, by the names that the desk knows them by."""
        people = self.sources.draft.people
        return [people.named(s, article.published) or s for s in self.turns(article.id).speakers]

    def holding(self, saying: Saying, tier: frozenset[str]) -> list[Place]:
        """Return places that hold the few words in a row of the quotation that say most."""
        longest = max(saying.pieces, key=lambda p: len(p.words))
        return self._with_runs([telling_run(longest.run.split())], saying, tier)

    def holding_half(self, saying: Saying, tier: frozenset[str]) -> list[Place]:
        """Return places that hold the first or the second half of the quotation: of one word changed, one half is whole."""
        words = [word for piece in saying.pieces for word in piece.run.split()]
        middle = len(words) // 2
        return self._with_runs([" ".join(words[:middle]), " ".join(words[middle:])], saying, tier)

    def holding_parts(self, saying: Saying, tier: frozenset[str]) -> list[Place]:
        """Return places that hold the quotation's first words, its last, or some from between."""
        words = [word for piece in saying.pieces for word in piece.run.split()]
        third = len(words) // 3
        between = telling_run(words[third:-third] or words)
        runs = (" ".join(words[: RUN + 1]), between, " ".join(words[-RUN:]))
        return self._with_runs(dict.fromkeys(runs), saying, tier)

    def _with_runs(self, runs: Iterable[str], saying: Saying, tier: frozenset[str]) -> list[Place]:
        found = (p for run in runs for p in self.sources.library.phrase(run, PHRASES, only=tier))
        return self._places(found, saying)

    def near(self, saying: Saying, tier: frozenset[str]) -> list[Place]:
        """Return places that hold most of the words, of those with content if there are any."""
        query = " ".join([k for k in saying.keys if is_content(k)] or saying.keys)
        return self._places((p for p, _ in self.sources.library.search(query, NEAREST, only=tier)), saying)

    def _places(self, passages: Iterable[Passage], saying: Saying) -> list[Place]:
        reach = max(REACH, saying.end - saying.start) * (FAR if len(saying.pieces) > 1 else 1)
        windows: list[Window] = []
        for passage in passages:
            article = self.article(passage.article_id)
            _add(windows, window_of(passage, article.text, self.turns(article.id), reach))
        return [
            Place(self.article(w.article_id), self.turns(w.article_id), w.article_id, w.start, w.end, w.turn)
            for w in windows
        ]


def _add(windows: list[Window], new: Window) -> None:
    """Add a window, or widen one of the same turn that it meets."""
    for i, old in enumerate(windows):
        if (
            (old.article_id, old.turn) == (new.article_id, new.turn)
            and old.start <= new.end
            and new.start <= old.end
        ):
            windows[i] = old._replace(start=min(old.start, new.start), end=max(old.end, new.end))
            return
    windows.append(new)


def telling_run(words: Sequence[str]) -> str:
    """Return the run of words with most content, by the letters of its content words; the first of equals."""
    keys = [[w.key for w in read_words(word)] for word in words]
    weight = [sum(len(k) for k in ks if is_content(k)) for ks in keys]
    starts = range(max(1, len(words) - RUN + 1))
    best = max(starts, key=lambda at: (sum(weight[at : at + RUN]), -at))
    return " ".join(words[best : best + RUN])
