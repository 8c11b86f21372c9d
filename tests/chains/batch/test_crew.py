"""Workers that die, budgets that end, and a batch from Python."""

import json
import os
from pathlib import Path

import pytest
from filelock import FileLock

from presscheck.chains.batch import work as working
from presscheck.chains.batch.ledger import Entry, Ledger
from presscheck.chains.batch.run import Options, Progress, run_batch
from presscheck.chains.batch.spend import Budget, ItemAccount
from presscheck.chains.batch.work import Job
from presscheck.desk import Desk
from presscheck.errors import BadRequest, BudgetSpent, DeskMissing, UnreadableFile
from presscheck.models import Article
from presscheck.render.batch_files import write_pages
from presscheck.spending import Account, Price

SOURCE = "The harbour board spent $4.2 million on the north quay."


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Return a file of five drafts."""
    (tmp_path / "source.txt").write_text(SOURCE)
    rows = [{"text": f"Draft {n}: the harbour board spent $9.9 million on the north quay."} for n in range(5)]
    (tmp_path / "drafts.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path / "drafts.jsonl"


def job(given: Path) -> Job:
    """Return a job that checks against the source beside the drafts."""
    return Job(check=True, brief=False, against=(str(given.parent / "source.txt"),))


def test_a_text_that_kills_its_worker_has_failed_and_the_others_are_done(
    given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dead worker process takes nothing with it but the text it died over."""
    monkeypatch.setenv("PYTHONPATH", f"{Path(__file__).parent}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.setattr("presscheck.chains.batch.crew.work", deadly)
    counts = run_batch(given, given.parent / "out", job(given), Options(workers=2))

    assert (counts["done"], counts["failed"]) == (4, 1)
    lines = [json.loads(x) for x in (given.parent / "out" / "results.jsonl").read_text().splitlines()]
    assert [x["why"].startswith("The worker died") for x in lines if x["state"] == "failed"] == [True]


def deadly(job: Job, origin: str, article: Article) -> working.Outcome:
    """Work as always, but die over the third draft."""
    if "Draft 2" in article.text:
        os._exit(9)
    return working.work(job, origin, article)


def test_progress_tells_counts_and_total(given: Path) -> None:
    """Each item moves it by one; the total is known before."""
    told: list[Progress] = []

    run_batch(given, given.parent / "out", job(given), Options(), told.append)

    assert [t.done for t in told] == [1, 2, 3, 4, 5]
    assert {t.total for t in told} == {5}
    assert told[-1].fix == 5


def test_the_same_text_twice_is_done_once(given: Path, tmp_path: Path) -> None:
    """Two files that are one and the same origin and text have one result."""
    drafts = tmp_path / "twice"
    drafts.mkdir()
    (drafts / "a.txt").write_text("The harbour board spent $4.2 million.")

    counts = run_batch(tmp_path / "twice", tmp_path / "out", job(given), Options())
    again = run_batch(tmp_path / "twice" / "*.txt", tmp_path / "out", job(given), Options())

    assert counts["done"] == again["done"] == 1


def test_an_item_pays_from_the_whole_budget() -> None:
    """What one item spends is gone for the next, and a refusal is remembered."""
    whole = Account(max_cost=1.0, price=Price(1e6, 0.0))
    first, second = ItemAccount(whole), ItemAccount(whole)
    first.settle(first.reserve(1, 0), 1, 0)

    with pytest.raises(BudgetSpent):
        second.reserve(1, 0)

    assert (first.spent.cost, whole.spent.cost, second.refused) == (1.0, 1.0, True)


def test_the_budget_holds_over_all_runs(tmp_path: Path) -> None:
    """A later run has what the earlier ones left over."""
    ledger = Ledger(tmp_path / "ledger.db")
    ledger.put(Entry("a", 0, "a", "failed", 1, {}, 100, 0.4))
    ledger.put(Entry("a", 0, "a", "done", 2, {}, 100, 0.4))

    left = Budget(max_cost=1.0, max_tokens=250).left(*ledger.spent())

    assert (left.max_tokens, round(left.max_cost or 0, 6)) == (50, 0.2)


def test_a_budget_over_machines_is_refused(given: Path) -> None:
    """Nothing counts what several machines spend, so it is not promised."""
    options = Options(dask="local", budget=Budget(max_tokens=5))

    with pytest.raises(BadRequest, match="several machines"):
        run_batch(given, given.parent / "out", job(given), options)


def test_two_runs_in_one_folder_are_refused(given: Path) -> None:
    """The second one is told, and does nothing twice."""
    out = given.parent / "out"
    out.mkdir()

    with FileLock(out / ".lock"), pytest.raises(BadRequest, match="Another run"):
        run_batch(given, out, job(given), Options())


@pytest.mark.parametrize(
    ("asked", "error"),
    [({"against": ("/nowhere",)}, UnreadableFile), ({"desk": "/nowhere", "against": ()}, DeskMissing)],
)
def test_missing_sources_are_said_at_once(
    given: Path, asked: dict[str, object], error: type[Exception]
) -> None:
    """No text fails for want of them, so that none has to be tried again."""
    with pytest.raises(error):
        run_batch(given, given.parent / "out", job(given)._replace(**asked), Options())  # type: ignore[arg-type]

    assert not (given.parent / "out").exists()


def test_a_desk_runs_a_batch(given: Path, tmp_path: Path) -> None:
    """`Desk.batch` checks against what is stored and writes the pages."""
    desk = Desk(tmp_path / "desk")
    desk.add(Article(text=SOURCE, origin="source"))

    counts = desk.batch(given, tmp_path / "out", do="both")

    assert counts["done"] == counts["fix"] == 5
    assert {p.name for p in (tmp_path / "out").glob("*.html")} == {"summary.html", "digest.html"}


def test_pages_escape_what_texts_hold(tmp_path: Path) -> None:
    """A title or origin is text on the page and no formula in the table."""
    (tmp_path / "items").mkdir()
    ledger = Ledger(tmp_path / "ledger.db")
    line = {
        "title": "<script>alert(1)</script>",
        "headline": "<b>x</b>",
        "summary": "<img src=x>",
        "severity": {"fix": 1},
    }
    ledger.put(Entry("ab", 0, "=cmd()", "done", 1, line))
    ledger.close()

    write_pages(tmp_path, {"done": 1, "failed": 0, "fix": 1, "source": 0, "look": 0}, brief=True)

    pages = (tmp_path / "summary.html").read_text() + (tmp_path / "digest.html").read_text()
    assert "<script>alert" not in pages
    assert "<img src=x>" not in pages
    assert "'=cmd()" in (tmp_path / "summary.csv").read_text()
