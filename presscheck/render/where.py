"""Where a piece of evidence stands, in words."""

from __future__ import annotations

from datetime import timedelta

from presscheck.models import Evidence, SourceInfo
from presscheck.render.safe import one_line
from presscheck.render.words import MONTHS, day


def where(evidence: Evidence, *, own_line: int | None = None) -> tuple[str, ...]:
    """Return the parts of the place: speaker, title or publisher, date, file and line; or a line of the text itself."""
    if own_line is not None:
        return (f"this text, line {own_line}",)
    title = source_title(evidence)
    date = "" if _says(title, evidence) else day(evidence.published)
    named = "" if title == one_line(file_name(evidence)) else title  # the location has it
    return tuple(one_line(part) for part in (evidence.speaker or "", named, date, location(evidence)) if part)


def source_title(source: Evidence | SourceInfo) -> str:
    """Return what to call the source: its title, publisher, or file name."""
    return one_line(source.title or source.publisher or file_name(source))


def file_name(source: Evidence | SourceInfo) -> str:
    """Return the file's name, or the address it came from, or its id."""
    if source.origin and "://" not in source.origin:
        return source.origin.replace("\\", "/").rsplit("/", 1)[-1]
    return source.url or source.origin or source.article_id


def location(evidence: Evidence) -> str:
    """Return file and line (and column, where the line is long), or the address; of a recording, file and time."""
    name = file_name(evidence)
    if evidence.time is not None:
        return f"{name} at {timedelta(seconds=int(evidence.time))}"
    column = f":{evidence.column}" if evidence.column else ""
    return name if "://" in name else f"{name}:{evidence.line}{column}"


def web_address(source: Evidence | SourceInfo) -> str | None:
    """Return the address if it is one that a browser may open from a page: http or https, nothing else."""
    for address in (source.url, source.origin):
        if address and address.startswith(("https://", "http://")):
            return address
    return None


def _says(title: str, evidence: Evidence) -> bool:
    """Tell whether the title already says the date."""
    moment = evidence.published
    if moment is None:
        return True
    month = MONTHS[moment.month - 1].rstrip(".")[:3].lower()
    words = title.lower().replace(",", " ").split()
    return str(moment.year) in words and str(moment.day) in words and any(w.startswith(month) for w in words)
