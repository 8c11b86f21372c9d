"""Faults planted in articles, official texts and briefings, and true texts that must be left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from score_names import told
from score_quotes import briefings, checked, outcomes

from presscheck.chains.check.dates import check as dates
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures import check as figures
from presscheck.chains.check.names import check as names
from presscheck.chains.check.quotes import check as quotes
from presscheck.chains.check.run import Check, run
from presscheck.chains.check.sources import Sources
from presscheck.chains.check.statements import check as statements
from presscheck.evals.mutate import Outcome, mutations, outcome
from presscheck.models import Article, Finding
from presscheck.reasons import Severity
from presscheck.vectorstore.library import Library, MemoryLibrary
from public.table import Line, ratio, rows, shares

SEED: Final = 101
"""Of the drafts, one that the rules were not written with; the texts are the same."""
TUNED: Final = "texts and rules yes, these drafts no"
FAMILIES: Final[dict[str, tuple[Check, ...]]] = {
    "figures": (quotes.check, figures.check),
    "dates": (quotes.check, dates.check),
    "names": (quotes.check, names.check),
    "statements": (quotes.check, figures.check, dates.check, names.check, statements.check),
}
SETS: Final = ("cliff_val", "frank_val", "ragtruth_dev", "summedits_dev", "wice_dev")
TRUE: Final = (quotes.check, figures.check, dates.check, names.check)


def lines(data: Path) -> Iterator[Line]:
    """Yield the lines: by set and family what share is caught and left alone, then true claims and documents."""
    yield from _of("transcripts/whitehouse", "quotations", list(outcomes(briefings(data, 40, 1), SEED, 30)))
    official = [
        Article(id=r["id"], text=r["text"], published=r["published"].replace(" ", "T"), kind="official")
        for r in rows(data / "transcripts" / "documents.jsonl")
        if len(r["text"]) > 1500
    ]
    news = [Article(id=r["id"], text=r["text"]) for r in rows(data / "quotes" / "polnear_dev.jsonl")]
    for name, articles in (
        ("transcripts/documents", official[7::12][:30]),
        ("polnear (articles)", news[3::7][:30]),
    ):
        for family in FAMILIES:
            yield from _of(name, family, list(_planted(articles, family)))
    yield from _true_claims(data / "support")
    yield _same_day(data / "transcripts")


def _planted(articles: Sequence[Article], family: str, most: int = 8) -> Iterator[Outcome]:
    for article in articles:
        library = MemoryLibrary([article])
        for _, made in mutations([article], [family], seed=SEED, per_article=most):
            store = MemoryLibrary([article, *made.distractors]) if made.distractors else library
            draft = Article(id="draft", text=made.text, published=article.published)
            yield outcome(made, checked(draft, store, FAMILIES[family]))


def _of(name: str, family: str, met: Sequence[Outcome]) -> Iterator[Line]:
    for control, what in (
        (False, "planted faults caught by their code"),
        (True, "true controls without an alarm"),
    ):
        of = [o for o in met if o.mutation.control == control]
        if of:
            score = ratio(shares((o.mutation.source_id, o.right) for o in of))
            documents = len({o.mutation.source_id for o in of})
            units = f"{len(of)} drafts of {documents} texts"
            yield Line(name, f"{family}: {what}", units, score, "–", TUNED)


def _true_claims(folder: Path) -> Iterator[Line]:
    """Yield how many figures, dates and names of claims that are labelled as supported are not called wrong."""
    for name in SETS:
        libraries: dict[str, Library] = {}
        right = []
        for row in rows(folder / f"{name}.jsonl"):
            if row["label"] == 1:
                source = row["source"]
                library = libraries.setdefault(source, MemoryLibrary([Article(id="source", text=source)]))
                found = _found(Article(id="draft", text=row["claim"]), library)
                right += [(source, f.severity is not Severity.FIX) for f in found]
        units = f"{len(right)} of {len(libraries)} documents"
        yield Line(
            f"support/{name}", "figures, dates, names of supported claims not called wrong", units,
            ratio(shares(right)), "–", "yes",
        )  # fmt: skip


def _found(draft: Article, library: Library, *, since: bool = False) -> list[Finding]:
    made = Draft(draft)
    found = run(made, Sources(library, made, since=since), TRUE)
    return [f for f in found if f.claim.kind in ("figure", "date", "name")]


def _same_day(folder: Path, every: int = 8) -> Line:
    """Return how many figures, dates and names of official texts the day's other texts do not call wrong."""
    documents = {r["id"]: r for r in rows(folder / "documents.jsonl")}
    spoken = {
        r["id"]: Article(id=r["id"], text=told(r), kind="transcript")
        for r in rows(folder / "whitehouse.jsonl")
    }
    right: list[tuple[str, bool]] = []
    days = list(rows(folder / "same_day.jsonl"))[::every]
    for day in days:
        texts = [
            Article(id=i, text=documents[i]["text"], title=documents[i]["title"], kind="official")
            for i in day["document_ids"]
            if i in documents
        ]
        for draft in texts:
            others = [a for a in texts if a.id != draft.id]
            found = _found(draft, MemoryLibrary([*others, spoken[day["briefing_id"]]]), since=True)
            right += [(day["briefing_id"], f.severity is not Severity.FIX) for f in found]
    return Line(
        "transcripts/same_day", "figures, dates, names of official texts not called wrong by the day's other texts",
        f"{len(right)} of {len(days)} days", ratio(shares(right)), "–", "yes",
    )  # fmt: skip
