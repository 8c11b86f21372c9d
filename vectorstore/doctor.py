"""Looks a desk over: Chroma, the shelf and the tiling compared, the vector of each passage as well; and mends it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, TypedDict

from presscheck.errors import DeskLocked, DeskMissing, DeskUnwritable, PresscheckError
from presscheck.models import Frozen
from presscheck.vectorstore.store import Store

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

Kind = Literal[
    "unfinished",
    "damaged_file",
    "damaged_text",
    "record_loss",
    "version_loss",
    "row_loss",
    "vector_loss",
    "off_graph",
    "stale_index",
    "orphans",
    "readable",
    "recovered",
    "lost",
    "kept",
]

MEANING: dict[Kind, str] = {
    "unfinished": "a write was cut off; the next `add` finishes or undoes it",
    "damaged_file": "a file can't be read",
    "damaged_text": "what is stored of an article does not fit its hash or its tiling",
    "record_loss": "an article is found by search, but Chroma has lost its record",
    "version_loss": "Chroma has lost what only reports still cite",
    "row_loss": "passages are missing in Chroma",
    "vector_loss": "the vectors are lost in Chroma, or stand for others",
    "off_graph": "Chroma's own graph does not lead to them; search, which compares all vectors, finds them",
    "stale_index": "the index of words and vectors does not agree with Chroma",
    "orphans": "vectors belong to no article; they are never shown",
    "readable": "a repair keeps these, and the damaged files as well",
    "recovered": "read from the damaged files, one record after the other",
    "lost": "no whole copy is left; add them again, or import an archive",
    "kept": "what stood there before, untouched; delete it once nothing is missed",
}
"""What each kind means; the last four come with files that can't be read."""
SHOWN, SHOWN_LOST = 3, 30
"""Articles named in a line."""


class Problem(Frozen):
    """One kind of damage: how many of what, and the articles that it touches."""

    kind: Kind
    count: int
    what: str
    articles: tuple[str, ...] = ()

    def __str__(self) -> str:
        most = SHOWN_LOST if self.kind == "lost" else SHOWN
        more = ", …" if len(self.articles) > most else ""
        names = f" ({', '.join(self.articles[:most])}{more})" if self.articles else ""
        return f"{self.kind}: {self.what}{names}: {MEANING[self.kind]}"


class Examination(Frozen):
    """What the doctor found; `mended` is what a repair has put right, `model` what the language model said."""

    desk: str
    articles: int = 0
    passages: int = 0
    generation: int = 0
    megabytes: float = 0.0
    problems: tuple[Problem, ...] = ()
    mended: tuple[Problem, ...] = ()
    model: str | None = None
    model_answers: bool | None = None

    @property
    def healthy(self) -> bool:
        """Whether all is well (now, after a repair), and nothing was lost for good."""
        return self.whole and self.model_answers is not False

    @property
    def whole(self) -> bool:
        """Whether all that was stored is there."""
        return not self.problems and not any(problem.kind == "lost" for problem in self.mended)

    def __str__(self) -> str:
        size = (
            f"{_many(self.articles, 'article')} in {_many(self.passages, 'passage')}, {self.megabytes:.1f} MB"
        )
        stored = f"{size}, {_many(self.generation, 'write')}" if self.articles else "nothing is stored"
        lines = [f"{self.desk}: {stored}"]
        lines += [f"  {'lost' if p.kind == 'lost' else 'mended':<9} {p}" for p in self.mended]
        lines += [f"  damaged   {problem}" for problem in self.problems]
        if self.model is not None:
            lines.append(f"  model     {self.model}")
        if self.problems:
            lines.append("  `presscheck doctor --repair` mends what can be mended and leaves the rest alone.")
        elif self.whole and self.articles:
            lines.append(
                "  All is well: every passage is there, its words are indexed, its own vector reaches it."
            )
        return "\n".join(lines)


def examine(
    path: Path | str = "desk",
    model: str | None = None,
    *,
    repair: bool = False,
    graph: bool = False,
    embeddings: Embeddings | None = None,
    wait: float = 60.0,
) -> Examination:
    """Look a desk over; with `repair`, mend what is found and look again. `model` names a model to be asked as well.

    `graph` has Chroma's own graph of vectors asked for each passage, which takes minutes and which no search goes by.
    Holds the write lock meanwhile; readers go on. Of a desk that can't be written a copy is looked over. Raises
    `DeskMissing` (unless a model is to be asked), `DeskTooNew`, `DeskLocked`; `DeskUnwritable` for a repair there.
    """
    from presscheck.vectorstore.mending import mend
    from presscheck.vectorstore.symptoms import look

    store = Store(Path(path), embeddings=embeddings, wait=wait)
    if model is not None and not store.exists:
        return Examination(desk=str(path), **_asked(model))
    if not store.home.is_dir():
        raise DeskMissing(f"The desk at {path} is empty.")
    try:
        with store.locked():
            found = look(store, graph=graph)
    except DeskUnwritable:
        if repair or store.mark.server:
            raise
        found = _seen_in_a_copy(store, graph=graph)
    if repair and found.problems:
        deeper = mend(store, found.problems)
        with store.locked():
            mended = (*(p for p in found.problems if p.kind != "readable"), *deeper)
            found = look(store, graph=graph).model_copy(update={"mended": mended})
    return found if model is None else found.model_copy(update=dict(_asked(model)))


def _seen_in_a_copy(store: Store, *, graph: bool) -> Examination:
    """Look over a copy of a desk that can't be written: Chroma writes even where it is only read."""
    from presscheck.vectorstore.symptoms import look

    home, before = store.home, _files(store.home)
    with TemporaryDirectory() as folder:
        copy = store.copied_to(Path(folder))
        for path, _, _ in before:
            target = copy.home / path.relative_to(home)
            target.parent.mkdir(parents=True, exist_ok=True)
            copyfile(path, target)
        if _files(home) != before:
            raise DeskLocked(
                f"Somebody is writing to {store.folder}.", help="Look again when that has ended."
            )
        return look(copy, graph=graph).model_copy(update={"desk": str(store.folder)})


def _files(folder: Path) -> Sequence[tuple[Path, int, int]]:
    """Return a folder's files, with what changes when one is written."""
    known = ((path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return [(path, stat.st_mtime_ns, stat.st_size) for path, stat in known]


class _Asked(TypedDict):
    model: str
    model_answers: bool


def _asked(name: str) -> _Asked:
    from presscheck.settings import configured_model

    try:
        answer = configured_model(name).greet()
    except PresscheckError as error:
        return {"model": str(error), "model_answers": False}
    return {"model": answer, "model_answers": True}


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def problem(kind: Kind, items: Iterable[object], what: str, articles: Iterable[str] = ()) -> list[Problem]:
    """Return one problem of a kind, or none if there are no items; `what` names them in the plural."""
    count = len(list(items))
    named = tuple(sorted(set(articles)))
    return [Problem(kind=kind, count=count, what=f"{count} {what}", articles=named)] if count else []
