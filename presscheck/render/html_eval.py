"""The page of an evaluation: scores with intervals, plots, and a browser of what failed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence

from presscheck.evals.judged import Judged
from presscheck.evals.labelled import Prediction
from presscheck.evals.metrics import Score
from presscheck.evals.mutate import Outcome, Tally
from presscheck.evals.suites import RunResult, SuiteResult
from presscheck.render.html import page
from presscheck.render.markup import Html, join, tag
from presscheck.render.safe import shorten

SHOWN = 400
"""Failures shown on a page, at most."""
EXCERPT = 110
"""Characters of a text by which a folded failure is known."""


def suites(run: RunResult) -> str:
    """Return the page of a run of the golden suites."""
    failed = [_suite_failures(suite) for suite in run.suites if suite.failures]
    return _page(
        "Golden suites",
        f"Presscheck {run.engine.version} · {sum(s.rows for s in run.suites)} rows",
        _table(
            ("suite", "rows", "held", "share, 95 % interval", "further", "digest"),
            [_suite_row(s) for s in run.suites],
        ),
        *(failed or [tag("p", "Every row holds.", class_="clean")]),
        *([_reasons(run.reasons)] if run.reasons else []),
    )


def mutations(tallies: Sequence[Tally], outcomes: Sequence[Outcome], plot: str) -> str:
    """Return the page of planted faults and controls."""
    wrong = [o for o in outcomes if not o.right]
    rows = [
        (t.kind, "control" if t.control else "fault", f"{t.right} of {t.total}", f"{100 * t.share:.1f} %")
        for t in tallies
    ]
    return _page(
        "Planted faults and true controls",
        f"{len(outcomes)} drafts, {len(wrong)} of them judged wrong",
        _picture(plot, "The share that was right, by kind"),
        _table(("kind", "", "right", "share"), rows),
        *(_outcome(o) for o in wrong[:SHOWN]),
    )


def labelled(
    scores: Mapping[str, Mapping[str, Score]],
    predictions: Sequence[Prediction],
    plots: Mapping[str, str],
    failures: Sequence[Judged],
) -> str:
    """Return the page of labelled data; `failures` are claims on the wrong side of 0.5."""
    names = list(next(iter(scores.values()), {}))
    rows = [(name, *(str(of[metric]) for metric in names)) for name, of in scores.items()]
    return _page(
        "Support on labelled claims",
        f"{len(predictions)} claims, {len(failures)} on the wrong side of 0.5",
        _table(("set", *names), rows),
        tag("div", *(_picture(svg, name) for name, svg in plots.items()), class_="plots"),
        tag("section", tag("h2", "On the wrong side"), *(_failure(row) for row in failures[:SHOWN])),
    )


def _page(title: str, line: str, *parts: Html) -> str:
    head = tag(
        "header", tag("p", "Presscheck", class_="brand"), tag("h1", title), tag("p", line), class_="mast"
    )
    main = tag("main", tag("div", *parts, class_="story"), class_="desk")
    return page(f"{title} · Presscheck", join([head, main]), kind="brief eval")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Html:
    top = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in head)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows))
    return tag("table", top, body)


def _suite_row(suite: SuiteResult) -> tuple[str, ...]:
    interval = f"{100 * suite.share:.1f} [{100 * suite.low:.1f}, {100 * suite.high:.1f}]"
    further = "; ".join(f"{name} {score}" for name, score in suite.metrics.items())
    return suite.suite, str(suite.rows), str(suite.held), interval, further, suite.digest


def _reasons(counts: Mapping[str, int]) -> Html:
    table = _table(("reason", "expected in rows"), [(code, str(n)) for code, n in counts.items()])
    return tag("details", tag("summary", "How many rows expect each reason"), table)


def _suite_failures(suite: SuiteResult) -> Html:
    heading = tag("h2", f"{suite.suite}: {len(suite.failures)} of {suite.rows} rows do not hold")
    return tag("section", heading, *(_failure(row) for row in suite.failures[:SHOWN]))


def _failure(row: Judged) -> Html:
    """Return one row of the browser of failures: text, what is wrong, expected and came out, and the sources."""
    return tag(
        "details",
        tag("summary", tag("code", row.id), shorten(row.text, EXCERPT)),
        tag("p", row.text, class_="passage"),
        *(tag("p", wrong, class_="why") for wrong in row.wrong),
        _listed("Expected", row.expected),
        _listed("Came out", row.came_out),
        *(_folded(f"Source {number}", text) for number, text in enumerate(row.sources, 1)),
    )


def _listed(title: str, lines: Sequence[str]) -> Html:
    items = [tag("li", line) for line in lines] or [tag("li", "nothing")]
    return join([tag("h3", title), tag("ul", *items)])


def _folded(title: str, text: str) -> Html:
    return tag("details", tag("summary", title), tag("p", text, class_="passage"))


def _outcome(outcome: Outcome) -> Html:
    m = outcome.mutation
    marked = join([m.text[: m.start], tag("mark", m.text[m.start : m.end]), m.text[m.end :]])
    told = ", ".join(outcome.reasons) or "nothing"
    wanted = "no alarm" if m.control else " or ".join(m.expect)
    return tag(
        "details",
        tag("summary", tag("code", m.kind), shorten(m.text[m.start : m.end], EXCERPT)),
        tag("p", marked, class_="passage"),
        tag("p", f"Right was: {m.was}"),
        tag("p", f"Expected {wanted}; came out {told}.", class_="why"),
    )


def _picture(svg: str, name: str) -> Html:
    data = b64encode(svg.encode()).decode()
    image = Html(f'<img alt="" src="data:image/svg+xml;base64,{data}">')
    return tag("figure", image, tag("figcaption", name, class_="quiet"), class_="plot")
