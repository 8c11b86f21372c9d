"""What `check` does: read, check, set aside what is known, print, judge."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from presscheck.baseline import Comparison, compare, pressing, read_accepted, read_report, remember, standing
from presscheck.commands.asking import Asking, asked_model, tell_spending
from presscheck.commands.frame import say
from presscheck.commands.inputs import named, sources, text_to_check
from presscheck.commands.judging import falls_under, patterns
from presscheck.commands.options import Format
from presscheck.commands.output import printed, progress, spare, write
from presscheck.commands.state import last_check
from presscheck.models import Article, Finding, Report
from presscheck.render.sheet import Sheet, checked
from presscheck.render.summary import not_judged

DONE, FAILED, NOTHING_CHECKED = 0, 1, 3


@dataclass(frozen=True)
class Options:
    """The options of `check`, read."""

    file: str
    against: tuple[Path, ...]
    format: Format
    out: Path | None
    fail_on: tuple[str, ...]
    baseline: Path | None
    accepted: Path
    as_of: datetime | None
    since: datetime | None
    publishers: tuple[str, ...]
    kinds: tuple[str, ...]
    fields: Mapping[str, str]
    everything: bool
    desk: Path
    asking: Asking


@dataclass(frozen=True)
class Known:
    """What is known of the findings: accepted (claim ids and notes), and how they stand against the baseline."""

    accepted: Mapping[str, str]
    compared: Comparison | None

    @property
    def aside(self) -> dict[str, str]:
        """Claim ids that need nobody, and why."""
        unchanged = {f.claim.id: "unchanged" for f in (self.compared.unchanged if self.compared else ())}
        return {**unchanged, **{claim: f"accepted: {note}" for claim, note in self.accepted.items()}}

    @property
    def states(self) -> dict[str, str]:
        """Claim ids with their baseline state."""
        if not self.compared:
            return {}
        new = {f.claim.id: "new" for f in self.compared.new}
        return {**new, **{f.claim.id: "unchanged" for f in self.compared.unchanged}}


def run(options: Options) -> int:
    """Check, print, and return the exit code."""
    failing = patterns(options.fail_on)
    spare(options.out, Path(options.file), *options.against)
    old = read_report(options.baseline) if options.baseline else None
    accepted = read_accepted(options.accepted)
    article = text_to_check(options.file)
    with progress("Checking …"):
        report = report_on(article, options)
    notes, lapsed = standing(report, accepted)
    known = Known(notes, compare(report, old) if old else None)
    write(rendered(report, article, known, options), options.out)
    with suppress(OSError):
        remember(last_check(), report)
    for acceptance in lapsed:
        say(
            f"presscheck: the evidence for [{acceptance.claim[:4]}] changed; it is no longer accepted ({acceptance.note})"
        )
    if known.compared:
        say(told_baseline(known.compared))
    return judged(report, known, failing)


def report_on(article: Article, options: Options) -> Report:
    """Check against the sources given by hand, else against the desk."""
    model = asked_model(options.asking)
    if options.against:
        from presscheck.chains.check import check_text

        given = sources(
            options.against,
            since=options.since,
            publishers=options.publishers,
            kinds=options.kinds,
            fields=options.fields,
        )
        report = check_text(article, given, as_of=options.as_of, model=model)
        tell_spending(model)
        return report
    from presscheck.desk import Desk

    report = Desk(options.desk, model=model).check(
        article,
        as_of=options.as_of,
        since=options.since,
        publisher=options.publishers,
        kind=options.kinds,
    )
    tell_spending(model)
    return report


def rendered(report: Report, article: Article, known: Known, options: Options) -> str:
    """Return the report in the format asked for."""
    name = named(article, options.file)
    if options.format is Format.json:
        return report.model_dump_json(indent=2) + "\n"
    if options.format is Format.sarif:
        return _sarif(report, known, options)
    if options.format is Format.text:
        from presscheck.render import terminal

        sheet = Sheet(report, name=name, aside=known.aside)
        return printed(
            lambda c: terminal.show(sheet, c, everything=options.everything), to_file=bool(options.out)
        )
    from presscheck.render import html, markdown

    if options.format is Format.html:
        return html.report(report, name=name, aside=known.aside)
    return markdown.report(report, name=name, aside=known.aside)


def _sarif(report: Report, known: Known, options: Options) -> str:
    from presscheck.render import sarif

    uri = sarif.file_uri(options.file) if options.file != "-" else "stdin"
    return sarif.report(
        report,
        uri=uri,
        everything=options.everything,
        accepted=known.accepted,
        states=known.states,
        fixed=known.compared.fixed if known.compared else (),
    )


def told_baseline(compared: Comparison) -> str:
    """Say how the text stands against the baseline."""
    counts = len(compared.new), len(compared.fixed), len(compared.unchanged)
    return "presscheck: against the baseline {} new, {} fixed, {} unchanged".format(*counts)


def judged(report: Report, known: Known, failing: tuple[str, ...]) -> int:
    """Return the exit code; what is accepted or was there before does not fail."""
    if not checked(report):
        say(f"presscheck: {_why_nothing(report)}")
        return NOTHING_CHECKED
    fresh: list[Finding] = [f for f in report.findings if f.claim.id not in known.aside]
    return FAILED if any(falls_under(f, failing) for f in fresh) else DONE


def _why_nothing(report: Report) -> str:
    if not report.findings:
        return "nothing to check: no figure, quotation, date, name or statement was found in the text."
    stopped = pressing(report)
    why = stopped[0].explanation if stopped else f"{', '.join(not_judged(Sheet(report)))}."
    return f"nothing could be checked: {why}"
