"""The page of an evaluation: scores with intervals, plots, and a browser of what failed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence

from presscheck.evals.labelled import Prediction
from presscheck.evals.metrics import Score
from presscheck.evals.mutate import Outcome, Tally
from presscheck.evals.suites import RunResult, SuiteResult
from presscheck.render.html import page
from presscheck.render.markup import Html, join, tag

SHOWN = 400
"""Failures shown on a page, at most."""


def suites(run: RunResult) -> str:
    """Return the page of a run of the golden suites."""
    failed = [_suite_failures(suite) for suite in run.suites if suite.failures]
    return _page(
        "Golden suites",
        f"Presscheck {run.engine.version} · {sum(s.rows for s in run.suites)} rows",
        _table(
            ("suite", "rows", "held", "share, 95 % interval", "digest"), [_suite_row(s) for s in run.suites]
        ),
        *(failed or [tag("p", "Every row holds.", class_="clean")]),
        _table(("reason", "expected in rows"), [(code, str(n)) for code, n in run.reasons.items()]),
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
    scores: Mapping[str, Mapping[str, Score]], predictions: Sequence[Prediction], plots: Mapping[str, str]
) -> str:
    """Return the page of labelled data."""
    names = list(next(iter(scores.values()), {}))
    rows = [(name, *(str(of[metric]) for metric in names)) for name, of in scores.items()]
    wrong = [p for p in predictions if p.support is not None and (p.support >= 0.5) != bool(p.label)]
    listed = [(p.id, p.set, str(p.label), f"{p.support:.3f}") for p in wrong[:SHOWN]]
    return _page(
        "Support on labelled claims",
        f"{len(predictions)} claims, {len(wrong)} on the wrong side of 0.5",
        _table(("set", *names), rows),
        *(_picture(svg, name) for name, svg in plots.items()),
        tag("details", tag("summary", "On the wrong side"), _table(("id", "set", "label", "score"), listed)),
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
    return suite.suite, str(suite.rows), str(suite.held), interval, suite.digest


def _suite_failures(suite: SuiteResult) -> Html:
    items = [
        tag(
            "details",
            tag("summary", row.id),
            tag("p", row.text, class_="passage"),
            *(tag("p", w, class_="why") for w in row.wrong),
        )
        for row in suite.failures[:SHOWN]
    ]
    return tag("section", tag("h2", f"{suite.suite}: {len(suite.failures)} rows do not hold"), *items)


def _outcome(outcome: Outcome) -> Html:
    m = outcome.mutation
    marked = join([m.text[: m.start], tag("mark", m.text[m.start : m.end]), m.text[m.end :]])
    told = ", ".join(outcome.reasons) or "nothing"
    wanted = "no alarm" if m.control else " or ".join(m.expect)
    return tag(
        "details",
        tag("summary", m.kind),
        tag("p", marked, class_="passage"),
        tag("p", f"Right was: {m.was}"),
        tag("p", f"Expected {wanted}; came out {told}.", class_="why"),
    )


def _picture(svg: str, name: str) -> Html:
    data = b64encode(svg.encode()).decode()
    image = Html(f'<img alt="" src="data:image/svg+xml;base64,{data}">')
    return tag("figure", image, tag("figcaption", name, class_="quiet"), class_="plot")
