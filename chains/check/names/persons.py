"""What a draft says of a person: the title, the form of address, whose relative it is, each against the sources."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.names.context import Context
from presscheck.chains.check.names.forms import places_of
from presscheck.chains.check.names.relatives import other_relative
from presscheck.chains.check.names.sources import NameSources
from presscheck.chains.check.names.titles import (
    OtherTitle,
    doubtful_title,
    is_former,
    other_honorific,
    other_said_title,
    other_title,
    title_span,
)
from presscheck.chains.check.sources import Sources
from presscheck.models import Finding
from presscheck.reasons import Reason
from presscheck.text.mentions import Name
from presscheck.text.relatives import relatives
from presscheck.text.said_titles import titled


class Persons:
    """Looks at the persons of a draft; `names` are all that it names."""

    def __init__(
        self, draft: Draft, sources: Sources, context: Context, known: NameSources, names: Sequence[Name]
    ) -> None:
        self._draft, self._sources, self._context = draft, sources, context
        self._known, self._names = known, names

    def wrong(self, name: Name) -> Finding | None:
        """Return what is wrong or doubtful with a person's title."""
        person = self._titled(name)
        if person.kind != "person":
            return None
        return self.mistitled(person) or self._miscalled(person) or self._doubtful(person)

    def _titled(self, name: Name) -> Name:
        """Return the name with the title that the draft says the person has; a lone surname with one is a person's."""
        lone = name.kind == "other" and " " not in name.text
        found = titled(name, self._draft.text) if lone or name.kind == "person" else name
        return found.model_copy(update={"kind": "person"}) if found.title else found

    def mistitled(self, name: Name) -> Finding | None:
        """Return what is wrong with the title beside a person's name."""
        if name.kind != "person" or not name.title:
            return None
        known = any(is_former(n.title or "") for n in self._names if n.canonical == name.canonical)
        if known and not is_former(name.title):
            return None  # the draft has said so: a later "President" is a manner of address
        mentions = self._known.bearers(name)
        other = other_title(name, mentions, self._draft.as_of) or other_honorific(
            name, mentions, lambda form: bool(places_of(form, self._sources))
        )
        return self._title(name, other) if other else None

    def _miscalled(self, name: Name) -> Finding | None:
        found = other_said_title(name, self._draft.text, self._known.mentions(name))
        if found is None:
            return None
        mine, other = found
        evidence = self._sources.evidence(other.article_id, other.start, other.end, stance="contradicts")
        why = f"The source says that {name.text} is or becomes “{other.title}”, not “{mine.text}”."
        return Finding.of(
            self._draft.claim("name", mine.start, mine.end),
            Reason.NAME_TITLE,
            evidence=[evidence],
            expected=other.title,
            explanation=why,
        )

    def misrelated(self, name: Name) -> Finding | None:
        """Return what is wrong with whose relative the person is said to be."""
        told = next(relatives(self._draft.text, name.start, name.end), None)
        if told is None:
            return None
        beside = self._context.beside(name)
        there = [b.source for b in beside] + [s for s, _ in self._known.mentions(name)]
        other = other_relative(name, told, there)
        if other is None:
            return None
        coverage = max((b.without(name) for b in beside if b.source is other.sentence), default=0.0)
        mine, theirs, source = other
        start, end = source.start + theirs.start, source.start + theirs.end
        return Finding.of(
            self._draft.claim("name", mine.start, mine.end),
            Reason.NAME_TITLE if other.sure(coverage) else Reason.NAME_DOUBTFUL,
            evidence=[self._sources.evidence(source.article_id, start, end, stance="contradicts")],
            expected=theirs.text,
            explanation=f"In the source {name.text} is the “{theirs.text}”, not the “{mine.text}”.",
        )

    def _doubtful(self, name: Name) -> Finding | None:
        other = doubtful_title(name, self._known.bearers(name), self._draft.as_of) if name.title else None
        return self._title(name, other, Reason.NAME_DOUBTFUL) if other else None

    def _title(self, name: Name, other: OtherTitle, reason: Reason = Reason.NAME_TITLE) -> Finding:
        start, end = title_span(name, self._draft.text)
        evidence = self._sources.evidence(other.article_id, other.start, other.end, stance="contradicts")
        why = f"The source calls {name.text} “{other.title}”, not “{name.title}”."
        claim = self._draft.claim("name", start, end)
        return Finding.of(claim, reason, evidence=[evidence], expected=other.title, explanation=why)
