"""Names: each is looked up in the sources, its spelling, its title, and whether it belongs where it stands.

One finding for each name, at its first mention; further mentions are reported only where they are wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.names.absent import absent
from presscheck.chains.check.names.attached import Attached, attached, contradicts, same_party, sort_of
from presscheck.chains.check.names.context import Context
from presscheck.chains.check.names.forms import Place, stands_in
from presscheck.chains.check.names.headlines import misspelt_in_headlines
from presscheck.chains.check.names.kin import kin
from presscheck.chains.check.names.persons import Persons
from presscheck.chains.check.names.slots import Slot, wrong_slot
from presscheck.chains.check.names.sources import NameSources, Spelt, names_person
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.models import Claim, Finding
from presscheck.reasons import Reason, Severity
from presscheck.text.mentions import Name
from presscheck.text.people import same_person


def check(draft: Draft, sources: Sources, earlier: Sequence[Finding]) -> Iterable[Finding]:
    """Yield a finding for each name of the draft, and for each further mention that is wrong."""
    reader = _Reader(draft, sources, earlier)
    seen: set[str] = set()
    for name in reader.names:
        key = name.canonical.casefold()
        finding = reader.settle(name, first=key not in seen)
        seen.add(key)
        if finding:
            yield finding
    yield from reader.in_headlines()


class _Reader:
    def __init__(self, draft: Draft, sources: Sources, earlier: Sequence[Finding]) -> None:
        self._draft, self._sources = draft, sources
        self._context = Context(draft, sources)
        self._names = NameSources(self._context, sources)
        self.names = [self._names.parted(name) for name in draft.names]
        self._persons = Persons(draft, sources, self._context, self._names, self.names)
        self._by_sentence: dict[int, list[Name]] = {}
        for name in self.names:
            self._by_sentence.setdefault(draft.sentence_at(name.start).start, []).append(name)
        self._told = [f.claim for f in earlier if f.claim.kind == "quote" and f.severity is Severity.FIX]

    def settle(self, name: Name, *, first: bool) -> Finding | None:
        """Return the finding on a mention; None for a further mention with nothing wrong."""
        place = self._names.place(name)
        coded = None if place else self._by_code(name)
        if coded:
            return coded if first else None
        # An altered quotation is shown word by word already.
        if not any(c.start <= name.start < c.end for c in self._told):
            wrong = self._wrong(name, place)
            if wrong and not self._in_wrong_title(name):
                return wrong
        if not first:
            return None
        if place:
            return self._found(name, place)
        return self._another_bearer(name) or absent(self._claim(name), name, self.names, self._sources)

    def _wrong(self, name: Name, place: Place | None) -> Finding | None:
        """Return what is wrong with a mention, else what is doubtful."""
        unknown = None if place else self._unknown(name)
        found = unknown or self._told_otherwise(name, place) or self._persons.misrelated(name)
        if found and found.severity is Severity.FIX:
            return found
        return self._misplaced(name) or found

    def in_headlines(self) -> Iterator[Finding]:
        """Yield a finding for each slip in a headline, where no name can be told from other words."""
        for name, right in misspelt_in_headlines(self._draft, self._sources, self._context):
            yield self._spelt(name, right)

    def _told_otherwise(self, name: Name, place: Place | None) -> Finding | None:
        """Return what is wrong with a person's title, or with what else is said to be a person's."""
        if name.kind != "person" and (found := self._misattached(name, place)):
            return found
        return self._persons.wrong(name) if place else None

    def _in_wrong_title(self, name: Name) -> bool:
        """Whether the name stands in a person's title that is told as a whole."""
        sentence = self._draft.sentence_at(name.start)
        near = (p for p in self._by_sentence[sentence.start] if p.kind == "person" and p is not name)
        told = (self._persons.mistitled(p) for p in near if name.kind != "person")
        return any(f and f.claim.start <= name.start and name.end <= f.claim.end for f in told)

    def _misattached(self, name: Name, place: Place | None) -> Finding | None:
        """Return what is wrong with a name beside a person's; nothing where the person's whole title is told already."""
        sentence = self._draft.sentence_at(name.start)
        for person in self._by_sentence[sentence.start]:
            for mine in attached(person, [name], self._draft.text) if names_person(person) else ():
                checked = mine.sort in ("nation", "party") or not place
                checked = checked and (person.kind == "person" or mine.sort == "party")
                found = self._attached(person, mine) if checked else None
                if found and not self._persons.mistitled(person):
                    return found
        return None

    def _attached(self, person: Name, mine: Attached) -> Finding | None:
        """Return the finding where the sources put another name of the sort beside the person, and never the draft's."""
        mentions = self._names.mentions(person)
        if any(_said_of(mine, there, source) for source, there in mentions):
            return None
        for source, there in mentions:
            for other in attached(there, source.names, source.text) if source.vouches else ():
                if contradicts(mine, other):
                    why = f"The source says “{other.text}” of {person.text}, not “{mine.text}”."
                    return self._another(mine, source, other, why)
        return None

    def _found(self, name: Name, place: Place) -> Finding:
        evidence = self._sources.evidence(place.passage.article_id, place.start, place.end)
        less = self._names.less_than(name, place)
        if not less:
            return Finding.of(self._claim(name), Reason.NAME_MATCH, evidence=[evidence])
        why = f"The sources have “{less}”, never “{name.text}”."
        return Finding.of(
            self._claim(name),
            Reason.NAME_MATCH,
            severity=Severity.INFO,
            evidence=[evidence],
            explanation=why,
        )

    def _another_bearer(self, name: Name) -> Finding | None:
        """Return the doubt on a first name where the sources have one person of the surname, with another."""
        found = self._names.other_bearer(name)
        if found is None or any(same_person(n.canonical, found[1].text) for n in self.names):
            return None
        source, other = found
        start = source.start + other.start
        shown = self._sources.evidence(
            source.article_id, start, start + len(other.text), stance="nearest", speaker=source.speaker
        )
        why = f"The sources speak of {other.text}, never of {name.text}."
        return Finding.of(
            self._claim(name), Reason.NAME_DOUBTFUL, evidence=[shown], expected=other.text, explanation=why
        )

    def _by_code(self, name: Name) -> Finding | None:
        """Return the finding on a party that stands only in letters beside its member: "(R-Ohio)"."""
        if sort_of(name) != "party":
            return None
        sentence = self._draft.sentence_at(name.start)
        persons = (p for p in self._by_sentence[sentence.start] if p.kind == "person")
        there = (
            m for p in persons if any(attached(p, [name], self._draft.text)) for m in self._names.mentions(p)
        )
        for source, person in there:
            for code in attached(person, source.names, source.text):
                if code.sort == "party" and same_party(name, code):
                    start, end = source.start + code.start, source.start + code.end
                    evidence = self._sources.evidence(source.article_id, start, end)
                    return Finding.of(self._claim(name), Reason.NAME_MATCH, evidence=[evidence])
        return None

    def _unknown(self, name: Name) -> Finding | None:
        """Return what is wrong with a name that stands nowhere in the sources."""
        return self._misspelt(name) or self._misnamed(name) or self._akin(name)

    def _akin(self, name: Name) -> Finding | None:
        found = kin(name, self._draft.sentence_at(name.start), self.names, self._context.beside(name))
        if found is None:
            return None
        evidence = self._sources.evidence(
            found.article_id, found.start, found.end, stance="contradicts", score=round(found.coverage, 3)
        )
        why = f"In the source it is {found.text}, not {name.text}."
        return Finding.of(
            self._claim(name), Reason.NAME_OTHER, evidence=[evidence], expected=found.text, explanation=why
        )

    def _misspelt(self, name: Name) -> Finding | None:
        right = self._names.spelt_otherwise(name)
        return self._spelt(name, right) if right else None

    def _spelt(self, name: Name, right: Spelt) -> Finding:
        evidence = self._sources.evidence(right.article_id, right.start, right.end, stance="contradicts")
        why = f"The sources spell it “{right.text}”, never “{name.text}”."
        return Finding.of(
            self._claim(name), Reason.NAME_SPELLING, evidence=[evidence], expected=right.text, explanation=why
        )

    def _misnamed(self, name: Name) -> Finding | None:
        found = self._names.namesake(name)
        if found is None:
            return None
        source, other = found
        return self._another(
            name, source, other, f"In the sources the {name.title} is {other.text}, not {name.text}."
        )

    def _misplaced(self, name: Name) -> Finding | None:
        sentence = self._draft.sentence_at(name.start)
        mine = self._by_sentence[sentence.start]
        slot = wrong_slot(
            name, sentence, mine, self._context.beside(name), known=self._names.place(name) is not None
        )
        return self._other(name, slot) if slot else None

    def _other(self, name: Name, slot: Slot) -> Finding:
        why = f"In the source it is {slot.name.text}, not {name.text}."
        return self._another(name, slot.source, slot.name, why, score=round(slot.coverage, 3))

    def _another(
        self, name: Name, source: SourceSentence, other: Name, why: str, score: float | None = None
    ) -> Finding:
        evidence = self._sources.evidence(
            source.article_id,
            source.start + other.start,
            source.start + other.end,
            stance="contradicts",
            speaker=source.speaker,
            score=score,
        )
        return Finding.of(
            self._claim(name), Reason.NAME_OTHER, evidence=[evidence], expected=other.text, explanation=why
        )

    def _claim(self, name: Name) -> Claim:
        return self._draft.claim("name", name.start, name.end)


def _said_of(mine: Attached, person: Name, source: SourceSentence) -> bool:
    """Whether a source's sentence has the name, of a party beside the person: there it may be another's."""
    if mine.sort != "party":
        return stands_in(mine, source.text)
    beside = [a for a in attached(person, source.names, source.text) if a.sort == "party"]
    return any(not contradicts(mine, a) for a in beside) if beside else stands_in(mine, source.text)
