"""A check sheet made by hand from the examples, so that rendering is tested apart from the checks."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from presscheck.models import (
    Article,
    Brief,
    BriefSentence,
    Claim,
    ClaimKind,
    Coverage,
    DiffPart,
    Disagreement,
    Engine,
    Evidence,
    Finding,
    KeyFigure,
    Quotation,
    Report,
    SourceInfo,
    Stance,
    TimelineEntry,
    text_hash,
)
from presscheck.reasons import Reason

EXAMPLES = Path(__file__).parents[2] / "examples"


def article(path: Path) -> Article:
    """Read an example: `Key: value` lines, an empty line, the text."""
    head, _, text = path.read_text("utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Article(
        text=text,
        title=fields["Title"],
        publisher=fields.get("Publisher"),
        published=datetime.fromisoformat(fields["Date"]),
        kind=fields.get("Kind", "article"),
        complete=fields.get("Complete", "unknown"),
        origin=str(path),
        first_line=len(fields) + 2,
    )


class Maker:
    """Makes claims, evidence and findings by naming words of the draft and of a source."""

    def __init__(self, draft: Article, sources: list[Article]) -> None:
        self.draft, self.sources = draft, {Path(str(s.origin)).name: s for s in sources}

    def claim(self, kind: ClaimKind, words: str) -> Claim:
        """Return the claim of these words, inside its line's sentence."""
        text = self.draft.text
        start = text.index(words)
        before, after = text.rfind(". ", 0, start), text.find(". ", start + len(words))
        paragraph = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", start)
        first = max(paragraph, before + 2 if before >= 0 else 0)
        last = min(e for e in (after + 1 if after >= 0 else len(text), stop) if e > 0)
        ident = text_hash(f"{kind} {words}")[:12]
        end = start + len(words)
        return Claim(
            id=ident, kind=kind, text=words, start=start, end=end, sentence_start=first, sentence_end=last
        )

    def evidence(
        self, name: str, words: str, stance: Stance = "supports", speaker: str | None = None
    ) -> Evidence:
        """Return these words of a source as evidence."""
        source = self.sources.get(name, self.draft)
        start = source.text.index(words)
        end = start + len(words)
        return Evidence(
            article_id=source.id, title=source.title, publisher=source.publisher, published=source.published,
            url=source.url, origin=source.origin, kind=source.kind, sha256=source.sha256, start=start, end=end,
            line=source.first_line + source.text.count("\n", 0, start), text=words,
            before=source.text[max(0, start - 240) : start], after=source.text[end : end + 240],
            speaker=speaker, stance=stance,
        )  # fmt: skip

    def info(self, source: Article) -> SourceInfo:
        """Return what is listed of a source."""
        return SourceInfo(
            article_id=source.id, name=source.name, title=source.title, publisher=source.publisher,
            published=source.published, url=source.url, origin=source.origin, kind=source.kind,
            complete=source.complete, sha256=source.sha256,
        )  # fmt: skip

    def report(self, findings: list[Finding], **changes: object) -> Report:
        """Put a report together."""
        findings = sorted(findings, key=lambda f: (f.claim.start, f.claim.end, f.claim.kind))
        kinds = Counter(f.claim.kind for f in findings)
        fields = {
            "title": self.draft.title,
            "text": self.draft.text,
            "text_sha256": self.draft.sha256,
            "first_line": self.draft.first_line,
            "findings": tuple(findings),
            "counts": {
                "verdict": dict(Counter(f.verdict.value for f in findings)),
                "severity": dict(Counter(f.severity.value for f in findings)),
            },
            "support": 0.03,
            "coverage": Coverage(sentences=18, claims=kinds, sources_searched=len(self.sources)),
            "sources": tuple(self.info(s) for s in self.sources.values()),
            "engine": Engine(version="0.1.0"),
        }
        return Report(**{**fields, **changes})


BRIEFING, GOVERNOR = "briefing-2025-03-12.txt", "governor-2025-03-13.txt"
COURIER, NOTES = "courier-2025-03-10.md", "desk-notes.txt"


@pytest.fixture(scope="session")
def make() -> Maker:
    """Return a maker over the examples."""
    return Maker(
        article(EXAMPLES / "draft.txt"), [article(p) for p in sorted((EXAMPLES / "sources").iterdir())]
    )


def diff(*parts: tuple[str, str]) -> list[DiffPart]:
    """Return a comparison, of pairs of operation and words."""
    return [DiffPart(op=op, text=text) for op, text in parts]


def urgent(make: Maker) -> list[Finding]:
    """Return what stands above the fold."""
    of, claim, seen = Finding.of, make.claim, make.evidence
    opening = "We expect that the Marlow bridge will reopen to all traffic by Friday"
    promise = "I can’t promise that for all of them, and I won’t"
    asked = "the state ignored warnings about the levee for years"
    bridge = seen(
        BRIEFING,
        "We expect that the Marlow bridge will be open to emergency vehicles by Friday, unless the river rises again.",
        "contradicts", "Col. Dana Whitlock",
    )  # fmt: skip
    said = seen(
        BRIEFING, "I can't promise that for all of them, and I won't.", "supports", "Secretary Elias Harte"
    )
    question = seen(BRIEFING, "the state ignored warnings about the levee for years", "contradicts")
    return [
        of(claim("figure", "410 civilian engineers"), Reason.FIGURE_VALUE, expected="140 civilian engineers",
           evidence=[seen(BRIEFING, "140 civilian engineers", "contradicts", "Col. Dana Whitlock")]),
        of(claim("date", "Monday, March 12"), Reason.DATE_WEEKDAY, expected="Wednesday, March 12",
           explanation="March 12, 2025 was a Wednesday."),
        of(claim("quote", opening), Reason.QUOTE_ALTERED, evidence=[bridge],
           expected="We expect that the Marlow bridge will be open to emergency vehicles by Friday",
           diff=diff(("equal", "We expect that the Marlow bridge will"), ("delete", "be open"),
                     ("insert", "reopen"), ("equal", "to"), ("delete", "emergency vehicles"),
                     ("insert", "all traffic"), ("equal", "by Friday"))),
        of(claim("attribution", opening), Reason.SPEAKER_MATCH, evidence=[bridge]),
        of(claim("quote", "This is the finest relief operation in the history of Ardenne"),
           Reason.QUOTE_NOT_IN_TRANSCRIPT,
           explanation="Searched the complete transcript of the March 12 briefing and 3 other sources."),
        of(claim("quote", asked), Reason.QUOTE_VERBATIM, evidence=[question]),
        of(claim("attribution", asked), Reason.SPEAKER_REPORTER, evidence=[question],
           explanation="A reporter asked it; Whitlock answered: “I'm not going to speculate about that.”"),
        of(claim("statement", "The Corran dam is in danger of failing."), Reason.STATEMENT_NEGATION,
           expected="The Corran dam is not in danger of failing.", diff=diff(
               ("equal", "The Corran dam is"), ("delete", "not"), ("equal", "in danger of failing.")),
           evidence=[seen(BRIEFING, "The Corran dam is not in danger of failing.", "contradicts", "Col. Dana Whitlock")]),
        of(claim("figure", "$31.5 billion"), Reason.FIGURE_SCALE, expected="$31.5 million",
           evidence=[seen(BRIEFING, "$31.5 million", "contradicts", "Secretary Elias Harte")]),
        of(claim("quote", promise), Reason.QUOTE_VERBATIM, evidence=[said]),
        of(claim("attribution", promise), Reason.SPEAKER_WRONG, expected="Secretary Elias Harte", evidence=[said],
           explanation="Secretary Elias Harte said it, not Whitlock."),
        of(claim("name", "Miriam Odoya"), Reason.NAME_SPELLING, expected="Miriam Oduya",
           evidence=[seen(GOVERNOR, "Miriam Oduya", "contradicts")]),
        of(claim("figure", "1,150 homes"), Reason.FIGURE_ARITHMETIC, evidence=[seen("draft.txt", "530 in Upper Corran")],
           explanation="The parts do not add up: 640 + 530 = 1,170, not 1,150.", proof="640 + 530 = 1,170"),
        of(claim("statement", "All families will be home by the end of March."), Reason.STATEMENT_JOINED,
           evidence=[seen(BRIEFING, "Some families will be home by the end of March.", "nearest", "Secretary Elias Harte")],
           explanation="The source says it of some families only."),
    ]  # fmt: skip


def fine(make: Maker) -> list[Finding]:
    """Return what is right, and what is folded."""
    of, claim, seen = Finding.of, make.claim, make.evidence
    rebuild = "We will rebuild every home, and we will rebuild it higher"
    told = seen(GOVERNOR, rebuild, "supports", "Governor Miriam Oduya")
    return [
        of(claim("figure", "about 3,200 Guard soldiers"), Reason.FIGURE_MATCH,
           evidence=[seen(BRIEFING, "about 3,200 Guard soldiers", speaker="Col. Dana Whitlock")]),
        of(claim("figure", "$48 million"), Reason.FIGURE_MATCH, evidence=[seen(BRIEFING, "$48 million")]),
        of(claim("figure", "$120 million"), Reason.FIGURE_MATCH, evidence=[seen(BRIEFING, "$120 million")]),
        of(claim("quote", rebuild), Reason.QUOTE_VERBATIM, evidence=[told]),
        of(claim("attribution", rebuild), Reason.SPEAKER_MATCH, evidence=[told]),
        of(claim("date", "September 2024"), Reason.DATE_MATCH, evidence=[seen(BRIEFING, "September 2024")]),
        of(claim("name", "Tomasz Wieczorek"), Reason.NAME_MATCH, evidence=[seen(GOVERNOR, "Tomasz Wieczorek")]),
        of(claim("name", "Nineteen families"), Reason.NAME_NOT_FOUND),
        of(claim("statement", "Few in Marlow doubt that the valley will recover."), Reason.STATEMENT_UNSUPPORTED),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def report(make: Maker) -> Report:
    """Return the report on the example draft."""
    return make.report([*urgent(make), *fine(make)])


@pytest.fixture(scope="session")
def brief(make: Maker) -> Brief:
    """Return a brief of the example sources."""
    soldiers = make.evidence(BRIEFING, "about 3,200 Guard soldiers are at work in the Corran Valley")
    earlier = make.evidence(COURIER, "The National Guard has sent 2,600 soldiers to the Corran Valley")
    homes = make.evidence(
        GOVERNOR, "The flood damaged 1,150 homes, 640 of them in Marlow and 510 in Upper Corran."
    )
    fund = make.evidence(BRIEFING, "We have spent $31.5 million of it so far")
    words = make.evidence(GOVERNOR, "We will rebuild every home, and we will rebuild it higher")
    died = make.evidence(GOVERNOR, "Two people died.")
    first = BriefSentence(text="The flood damaged 1,150 homes, 640 of them in Marlow.", citations=(homes,))
    return Brief(
        headline="Flood in the Corran Valley",
        summary=first,
        sentences=(
            BriefSentence(
                text="Col. Dana Whitlock said on March 12 that “about 3,200 Guard soldiers are at work in the Corran "
                "Valley.”",
                citations=(soldiers,),
            ),
            first,
            BriefSentence(
                text="Of $48 million, $31.5 million was spent by March 12.", citations=(fund, homes)
            ),
        ),
        key_figures=(KeyFigure(what="homes damaged", value="1,150", citations=(homes,)),),
        quotations=(
            Quotation(
                speaker="Governor Miriam Oduya",
                words="We will rebuild every home, and we will rebuild it higher",
                citation=words,
            ),
        ),
        disagreements=(
            Disagreement(
                what="Guard soldiers",
                values=("2,600", "about 3,200"),
                citations=(earlier, soldiers),
                latest=1,
            ),
        ),
        single_source=(BriefSentence(text="Two people died.", citations=(died,)),),
        timeline=(TimelineEntry(date="2025-03-08", text="The flood reached Marlow.", citation=died),),
        sources=tuple(make.info(s) for s in make.sources.values()),
        engine=Engine(version="0.1.0"),
    )
