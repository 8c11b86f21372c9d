"""`presscheck eval run` and `compare`: suites, labelled claims, rows of one's own, their reports and records."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from presscheck.cli import app
from presscheck.errors import UnreadableFile
from presscheck.evals.judging import failures, rows_in
from presscheck.evals.metrics import auc, balanced_accuracy, calibration_error, with_interval

SOURCE = (
    "The council of Halden spent $4.2 million on the north quay. It will reopen on June 30. "
    "Mayor Ilse Brandt said that the piles had rotted, and that nobody was hurt."
)
CLAIMS = [
    ("a", "The council of Halden spent $4.2 million on the north quay.", 1),
    ("b", "The council of Halden spent $4.7 million on the north quay.", 0),
    ("c", "The north quay will reopen on June 30.", 1),
    ("d", "Three people were hurt on the north quay, the mayor said.", 0),
]


def run(*words: str | Path) -> Result:
    """Run a command of `presscheck eval`."""
    return CliRunner().invoke(app, ["eval", *(str(word) for word in words)])


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """Return a file of labelled claims."""
    path = tmp_path / "claims.jsonl"
    rows = ({"id": i, "source": SOURCE, "claim": claim, "label": label} for i, claim, label in CLAIMS)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_two_runs_give_the_same_bytes() -> None:
    """Nothing in a result depends on the time or the machine."""
    first, second = (run("run", "limits", "sentences", "--format", "json").stdout for _ in range(2))

    assert first == second
    assert [s["suite"] for s in json.loads(first)["suites"]] == ["limits", "sentences"]


def test_time_and_cost_stand_in_the_record_beside_the_result(tmp_path: Path) -> None:
    """The result is free of them; its `.run.json` has them."""
    run("run", "sentences", "--out", tmp_path / "a.json")

    assert "seconds" not in (tmp_path / "a.json").read_text()
    assert json.loads((tmp_path / "a.run.json").read_text())["seconds"] >= 0


def test_labelled_claims_are_scored_and_each_row_is_written(claims: Path, tmp_path: Path) -> None:
    """Id, score and verdict of each row; metrics with intervals for each set."""
    out = tmp_path / "predictions.jsonl"

    result = run("run", "support", "--data", claims, "--predictions", out, "--format", "json")
    rows = [json.loads(line) for line in out.read_text().splitlines()]

    assert {(row["id"], row["verdict"]) for row in rows} == {
        ("a", "supported"),
        ("b", "not_supported"),
        ("c", "supported"),
        ("d", "not_supported"),
    }
    assert all(0 <= row["score"] <= 1 for row in rows)
    assert json.loads(result.stdout)["sets"]["all"]["balanced accuracy"]["value"] == 1.0


def test_aggrefacts_columns_are_read(tmp_path: Path) -> None:
    """`doc`, `claim`, `label`, `dataset`; sets are told apart and never pooled."""
    path = tmp_path / "aggrefact.jsonl"
    rows = ({"doc": SOURCE, "claim": c, "label": y, "dataset": f"set {y}"} for _, c, y in CLAIMS)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))

    sets = json.loads(run("run", "support", "--data", path, "--format", "json").stdout)["sets"]

    assert sorted(sets) == ["set 0", "set 1"]
    assert sets["set 0"]["AUC"]["value"] is None


@pytest.mark.parametrize(
    ("line", "told"),
    [('{"claim": "x"}', "claims.jsonl:5 is not a labelled claim"), ("not json", "claims.jsonl:5 is not")],
)
def test_a_broken_line_is_named(claims: Path, line: str, told: str) -> None:
    """Exit code 2 and the number of the line."""
    claims.write_text(claims.read_text() + line + "\n")

    result = run("run", "support", "--data", claims)

    assert result.exit_code == 2
    assert told in result.stderr


def test_two_runs_are_compared_row_by_row(tmp_path: Path) -> None:
    """What was gained and lost, and whether it may be chance; then a table with the time of each."""
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    run("run", "sentences", "--out", a)
    data = json.loads(a.read_text())
    lost = {"id": "sentences-x", "text": "x", "wrong": ["no"]}
    data["suites"][0] |= {"failures": [lost], "share": 0.9}
    b.write_text(json.dumps(data))

    told = run("compare", a, b).stdout
    table = run("compare", a, b, a).stdout

    assert "100.0 →  90.0   +0 −1   p = 1.000" in told
    assert "− sentences-x" in told
    assert [line.split()[0] for line in table.splitlines()[1:]] == [
        "sentences",
        "seconds",
        "calls",
        "tokens",
        "cost",
    ]


def test_runs_over_labelled_claims_are_compared_too(claims: Path, tmp_path: Path) -> None:
    """By set, the rows paired by id."""
    for name in ("a", "b"):
        run("run", "support", "--data", claims, "--out", tmp_path / f"{name}.json")

    assert "all" in run("compare", tmp_path / "a.json", tmp_path / "b.json").stdout.splitlines()[0]


def test_what_is_no_run_can_not_be_compared(tmp_path: Path) -> None:
    """One clear line and exit code 2."""
    (tmp_path / "a.json").write_text("{}")

    result = run("compare", tmp_path / "a.json", tmp_path / "a.json")

    assert result.exit_code == 2
    assert "is no run" in result.stderr


def test_rows_of_your_own(tmp_path: Path) -> None:
    """A file of rows is loaded and judged with one import; a broken line is named."""
    good = {"id": "mine", "suite": "own", "text": "It cost $5 million.", "sources": ["It cost $4 million."]}
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({**good, "expect": [{"reason": "figure.match"}]}) + "\n")

    (row,) = rows_in(path)
    wrong = failures(row)

    assert any("missing: reason='figure.match'" in line for line in wrong)
    path.write_text(path.read_text() * 2)
    with pytest.raises(UnreadableFile, match="mine stands twice"):
        rows_in(path)
    path.write_text('{"id": 1}\n')
    with pytest.raises(UnreadableFile, match=r"rows.jsonl:1 is not"):
        rows_in(path)


def test_intervals_are_drawn_by_document() -> None:
    """Rows of one document stay together, so a set of one document has no width to speak of."""
    labels, scores = [1.0, 0.0] * 20, [0.9, 0.1, 0.2, 0.8] * 10
    one = with_interval(balanced_accuracy, labels, scores, ["d"] * 40)
    many = with_interval(balanced_accuracy, labels, scores, [str(n) for n in range(40)])

    assert one.low == one.high == one.value == 0.5
    assert many.low is not None
    assert many.high is not None
    assert many.low < 0.5 < many.high


def test_metrics_that_are_not_defined_are_none() -> None:
    """One class only, or no rows: no number, never NaN."""
    assert with_interval(auc, [1.0, 1.0], [0.2, 0.9], ["a", "b"]).value is None
    assert with_interval(calibration_error, [], [], []).value is None


@pytest.mark.parametrize("suite", ["sentences", "retrieval"])
def test_the_page_stands_alone(suite: str, tmp_path: Path) -> None:
    """Nothing is loaded from elsewhere; each failure shows what was expected and what came out."""
    run("run", suite, "--out", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()

    assert not re.findall(r"(?:src|href)=.(?!#|data:)|url\((?!data:)|@import", page)
    if suite == "retrieval":
        assert "Expected" in page
        assert "Came out" in page
