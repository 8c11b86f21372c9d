from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from presscheck.cli import app
from presscheck.commands.frame import spread
from presscheck.commands.judging import patterns
from presscheck.errors import BadRequest
from presscheck.models import Report

ROOT = Path(__file__).parents[1]
DRAFT, SOURCES = ROOT / "examples" / "draft.txt", ROOT / "examples" / "sources"
FOLLOWED = (
    "Six days after the flood, about 3,200 Guard soldiers and 140 civilian engineers are at work there."
)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, with nothing set and a state of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("PRESSCHECK_DESK", "PRESSCHECK_MODEL", "PRESSCHECK_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def run(*words: str | Path, given: str | None = None) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(app, [str(word) for word in words], input=given)


def process(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own."""
    command = [sys.executable, "-m", "presscheck", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **options)  # type: ignore[call-overload, no-any-return]


def check(*words: str | Path, given: str | None = None) -> Result:
    """Check the example draft against the example sources."""
    return run("check", DRAFT, "--against", SOURCES, *words, given=given)


def test_the_sheet_of_the_examples() -> None:
    """A check on a fresh clone, with no key and no desk, shows what to fix on top."""
    result = check()

    assert result.exit_code == 0
    assert "draft.txt   checked against 4 sources" in result.stdout
    assert "$31.5 billion → $31.5 million" in result.stdout
    assert "\x1b" not in result.stdout


def test_json_is_the_report() -> None:
    """`--format json` prints the report and nothing else."""
    result = check("--format", "json")

    assert Report.model_validate_json(result.stdout).first_line == 6


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.html", "<!doctype html>"),
        ("x.md", "# Marlow"),
        ("x.json", "{"),
        ("x.sarif", "{"),
        ("x.txt", "draft.txt "),
    ],
)
def test_the_files_suffix_gives_the_format(name: str, begins: str, tmp_path: Path) -> None:
    """`--out` writes a file in the format of its suffix, and nothing to stdout."""
    result = check("--out", name)

    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_equal_inputs_give_equal_bytes() -> None:
    """Two checks of the same text print the same."""
    assert check("--format", "json").stdout == check("--format", "json").stdout


def test_sarif_names_file_and_line() -> None:
    """SARIF points to the file as it was named, lines counted in the file."""
    log = json.loads(run("check", DRAFT, "--against", SOURCES, "--format", "sarif").stdout)
    result = next(r for r in log["runs"][0]["results"] if r["ruleId"] == "figure.scale")
    place = result["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == DRAFT.as_uri()
    assert "$31.5 billion" in DRAFT.read_text("utf-8").splitlines()[place["region"]["startLine"] - 1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("fix", 1),
        ("contradicted", 1),
        ("figure.scale", 1),
        ("quote.*,name.spelling", 1),
        ("figure.currency", 0),
        ("conflicting", 0),
    ],
)
def test_fail_on_takes_verdicts_severities_and_globs(words: str, code: int) -> None:
    """The check fails on what it is told to fail on, and on nothing else."""
    assert check("--fail-on", words).exit_code == code


def test_fail_on_refuses_what_can_never_match() -> None:
    """A mistyped word is an error, never a check that always passes."""
    result = check("--fail-on", "contradictd")

    assert result.exit_code == 2
    assert result.stderr.startswith(
        "presscheck: --fail-on contradictd: no such verdict, severity or reason code"
    )
    assert len(result.stderr.splitlines()) == 1
    with pytest.raises(BadRequest):
        patterns(["quote.nothing*"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nosuch.txt", "--against", SOURCES), "nosuch.txt: no such file or folder"),
        ((DRAFT, "--against", "nosuch"), "nosuch: no such file or folder"),
        ((DRAFT, "--against", SOURCES, "--as-of", "yesterday"), "--as-of takes a date such as 2024-10-29"),
        ((DRAFT, "--against", SOURCES, "--baseline", "nosuch.json"), "nosuch.json"),
        (
            (DRAFT, "--against", SOURCES, "--kind", "note", "--since", "2030-01-01"),
            "none of the sources fits",
        ),
        (
            (DRAFT, "--against", SOURCES, "--out", "no/such/folder.html"),
            "no/such/folder.html can't be written",
        ),
        ((SOURCES, "--against", SOURCES), "is a folder"),
        ((DRAFT, "--against", ""), "a path is empty"),
        (("", "--against", SOURCES), "a path is empty"),
        ((DRAFT, "--against", SOURCES, "--fail-on", ""), "--fail-on is empty"),
        ((DRAFT, "--against", SOURCES, "--out", "sheet.pdf"), ".md, .json, .sarif or .txt"),
        ((DRAFT, "--against", SOURCES, "--out", "sheet.xyz"), "no .xyz is written here"),
        ((DRAFT, "--against", SOURCES, "--out", "a.json", "--format", "html"), "html does not fit a.json"),
        ((DRAFT, "--against", SOURCES, "--out", DRAFT), "would be overwritten"),
        ((DRAFT, "--against", SOURCES, "--format", "xml"), "Invalid value for '--format'"),
        ((DRAFT, "--against", SOURCES, "--price-in", "nan"), "Invalid value for '--price-in'"),
        (("--against", SOURCES), "Missing argument 'FILE'. See `presscheck check -h`."),
        (("The Corran dam holds 86 million cubic meters.", "--against", SOURCES), "no such file"),
    ],
)
def test_what_can_not_run_says_why_in_one_line(words: tuple[str | Path, ...], told: str) -> None:
    """Bad input ends with exit code 2 and one line that says what is wrong; a path is never taken for a text."""
    result = run("check", *words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_all_that_can_not_be_read_is_named_at_once(tmp_path: Path) -> None:
    """A folder of sources is mended in one go, not file by file."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "torn.docx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "whole.txt").write_text("The dam holds 86 million cubic meters.")

    result = run("check", DRAFT, "--against", folder)

    assert result.exit_code == 2
    assert "empty.txt: the file is empty; " in result.stderr
    assert "torn.docx: a broken Word file. Mend them, or take them out of the folder." in result.stderr


def test_files_of_other_kinds_are_told_when_a_folder_is_added(tmp_path: Path) -> None:
    """Nobody believes them stored."""
    folder = tmp_path / "sources"
    folder.mkdir()
    for name in ("plan.odt", "photo.jpg", ".hidden"):
        (folder / name).write_text("x")
    (folder / "whole.txt").write_text("The dam holds 86 million cubic meters.")

    result = run("add", folder)

    assert (result.exit_code, result.stdout) == (0, "1 added\n")
    assert "2 files of other kinds passed over: photo.jpg, plan.odt" in result.stderr


def test_a_batch_names_what_failed_and_links_to_sheets(tmp_path: Path) -> None:
    """Not only how many; a click in its pages leads to pages."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "empty.txt").touch()
    shutil.copy(DRAFT, folder)

    out = tmp_path / "out"
    result = run("batch", folder, "--out", out, "--against", SOURCES, "--workers", "1", "--do", "both")

    assert result.exit_code == 1
    assert "empty.txt: the file is empty" in result.stderr
    links = re.findall(
        'href="(items/[^"]+)"', "".join((out / p).read_text() for p in ("summary.html", "digest.html"))
    )
    assert [link.rpartition(".")[0][-6:] for link in links] == ["report", ".brief"]
    assert all("<!doctype html>" in (out / link).read_text() for link in links)


def test_threads_that_are_damaged_are_no_fault_of_the_program(tmp_path: Path) -> None:
    """The line says which files it may be, and what to do."""
    desk = tmp_path / "desk"
    run("add", SOURCES, "--desk", desk)
    (desk / "threads.db").write_text("no database, but long enough to be looked at as one" * 20)

    result = run("chat", "--thread", "flood", "--once", "How long is the bridge?", "--desk", desk)

    assert result.exit_code == 2
    assert "threads.db" in result.stderr
    assert "fault of Presscheck" not in result.stderr


def test_a_doctor_without_a_model_to_ask_says_so() -> None:
    """It does not pass for one that answered."""
    result = run("doctor", "--ask-model")

    assert result.exit_code == 2
    assert "Set PRESSCHECK_MODEL" in result.stderr


@pytest.mark.parametrize("columns", ["100", "60", "41"])
def test_a_saved_sheet_is_no_source(columns: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its form, and with a brief beside it: the next check finds what the first one found."""
    monkeypatch.setenv("COLUMNS", columns)
    shutil.copytree(SOURCES, tmp_path / "s")
    shutil.copy(DRAFT, tmp_path / "s" / "draft.txt")
    words = ("check", "s/draft.txt", "--against", "s", "--format", "json")
    first = run(*words).stdout
    for name in ("sheet.html", "sheet.json", "sheet.md", "sheet.txt", "sheet.sarif"):
        assert run(*words[:4], "--out", f"s/{name}").exit_code == 0
    for name in ("brief.html", "brief.json"):
        assert run("brief", "--against", "s", "--out", f"s/{name}").exit_code == 0

    assert run(*words).stdout == first
    assert "Presscheck wrote it" in run("check", "s/draft.txt", "--against", "s/sheet.md").stderr


def test_accepted_findings_beside_the_sources_are_no_source(tmp_path: Path) -> None:
    """What `accept` writes is passed over in a folder of sources; its note is shown as one visible line."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("The quay cost $4 million.")
    (tmp_path / "draft.txt").write_text("The quay cost $5 million.")
    run("check", "draft.txt", "--against", "sources")
    (claim,) = json.loads(next((tmp_path / "state").rglob("*.json")).read_text())
    kept = tmp_path / "sources" / "presscheck-accepted.json"
    run("accept", claim["claim"], "--note", "as\n\x1b[31mthey say", "--accepted", kept)

    accepted = run("check", "draft.txt", "--against", "sources", "--accepted", kept, "--fail-on", "fix")
    (tmp_path / "sources" / "a.txt").write_text("The quay cost $6 million.")
    lapsed = run("check", "draft.txt", "--against", "sources", "--accepted", kept, "--fail-on", "fix")

    assert (accepted.exit_code, lapsed.exit_code) == (0, 1)
    assert lapsed.stderr.endswith("it is no longer accepted (as ␛[31mthey say)\n")


@pytest.mark.parametrize("columns", ["abc", "-5", "0", ""])
def test_a_width_that_is_none_is_left_alone(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet is as wide as without it."""
    wide = check().stdout
    monkeypatch.setenv("COLUMNS", columns)

    assert check().stdout == wide


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--frob", "No such option: --frob. See `presscheck -h`."),
        ("frob", "No such command 'frob'. See `presscheck -h`."),
        ("search -k 0 quay", "Invalid value for '-k'"),
        ("search \udcff", "the query holds half characters"),
        ("add ftp://example.org/a", "only http and https addresses are fetched"),
        ("add --wait nan a.txt", "Invalid value for '--wait'"),
        ("batch nosuch --against a.txt --out out", "nosuch: no such file or folder"),
        ("batch . --against . --out out", "out lies in ., which is read"),
        ("desk connect http://[bad --desk new", "is no address (Invalid IPv6 URL)"),
        ("desk connect http://host:x#newsroom --desk new", "is no address"),
        ("desk connect http://host#x --desk new", "'x' can't be a desk's name"),
        ("desk import a.txt --desk new", "a.txt is no archive of a desk"),
        ("add a.txt --desk a.txt", "can't be written: it is a file, not a folder"),
        ("sources --desk a.txt", "a.txt is a file, not a desk"),
    ],
)
def test_every_command_says_in_one_line_what_is_wrong(words: str, told: str, tmp_path: Path) -> None:
    """Exit code 2, nothing on stdout, nothing left behind."""
    (tmp_path / "a.txt").write_text("The quay is closed.")
    result = run(*words.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_an_address_that_is_none_is_a_failure(tmp_path: Path) -> None:
    """`add` names it, and says that none went in."""
    result = run("add", "http://[bad", "--desk", tmp_path / "desk")

    assert (result.exit_code, result.stdout) == (2, "1 failed\n")
    assert "http://[bad is no address" in result.stderr


def test_a_missing_desk_says_what_to_do(tmp_path: Path) -> None:
    """Without a desk a check can't run, and says how to make one."""
    result = run("check", DRAFT, "--desk", tmp_path / "none")

    assert result.exit_code == 2
    assert "presscheck add" in result.stderr
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 50, b"   \n\n"])
def test_a_file_without_words_can_not_be_checked(content: bytes, tmp_path: Path) -> None:
    """An empty or binary file is refused with one line."""
    (tmp_path / "x.txt").write_bytes(content)
    result = run("check", "x.txt", "--against", SOURCES)

    assert result.exit_code == 2
    assert result.stderr.startswith("presscheck: x.txt: ")


def test_standard_input_is_a_dash() -> None:
    """`-` reads the text, with its head, from standard input."""
    result = run(
        "check", "-", "--against", SOURCES, given=f"Title: From a pipe\nDate: 2025-03-14\n\n{FOLLOWED}\n"
    )

    assert result.exit_code == 0
    assert result.stdout.startswith("From a pipe   checked against 4 sources")
    assert run("check", "-", "--against", SOURCES, given="").exit_code == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("...\n", "nothing to check: no figure"),
        ("Who knows? Does it matter?\n", "nothing could be checked: 2 questions."),
        ("Привет, как дела? Сегодня хороший день.\n", "nothing could be checked: The checks do not read"),
    ],
)
def test_nothing_to_check_is_no_pass(text: str, told: str) -> None:
    """A text that holds nothing to check exits with 3 and says why."""
    result = run("check", "-", "--against", SOURCES, given=text)

    assert result.exit_code == 3
    assert told in result.stderr


def test_sources_can_be_chosen_by_kind_and_publisher() -> None:
    """Filters leave the other sources out."""
    by_kind = Report.model_validate_json(
        check("--kind", "transcript", "--kind", "note", "--format", "json").stdout
    )
    by_name = Report.model_validate_json(
        check("--publisher", "the ardenne courier", "--format", "json").stdout
    )

    assert sorted(s.kind for s in by_kind.sources) == ["note", "transcript"]
    assert [s.kind for s in by_name.sources] == ["article"]


def test_a_baseline_hides_and_forgives_what_is_old(tmp_path: Path) -> None:
    """Against its own report nothing is new; what stood there before does not fail."""
    (tmp_path / "old.json").write_text(check("--format", "json").stdout, "utf-8")
    result = check("--baseline", "old.json", "--fail-on", "fix")

    assert result.exit_code == 0
    assert " 0 new, 0 fixed, " in result.stderr
    assert re.search(r"\d+\s+unchanged\s", result.stdout)
    assert "\nFIX" not in result.stdout


def test_an_accepted_finding_stays_accepted(tmp_path: Path) -> None:
    """A finding accepted by the id on its sheet no longer fails; the file can be kept with the texts."""
    found = re.search(r"WRONG SCALE.*\[(\w+)\]", check().stdout)
    assert found
    result = run("accept", found[1], "--note", "billion is right, says the treasury")

    assert result.exit_code == 0
    assert (tmp_path / "presscheck-accepted.json").exists()
    assert check("--fail-on", "figure.scale").exit_code == 0
    assert "accepted: billion is right, says the treasury" in check("--all").stdout


@pytest.mark.parametrize(("ident", "note"), [("zzzz", "x"), ("", "x"), ("0", " ")])
def test_only_what_was_found_can_be_accepted(ident: str, note: str) -> None:
    """An unknown id, or an empty note, is refused."""
    check()

    assert run("accept", ident, "--note", note).exit_code == 2


def test_nothing_can_be_accepted_before_a_check() -> None:
    """Without a check before, `accept` says so."""
    result = run("accept", "abcd", "--note", "x")

    assert result.exit_code == 2
    assert "Run a check here first" in result.stderr


def test_a_brief_from_files() -> None:
    """A brief is written from files as well as from a desk, in every format."""
    for form, begins in (("json", "{"), ("html", "<!doctype html>"), ("markdown", "# ")):
        result = run("brief", "flood in the Corran Valley", "--against", SOURCES, "--format", form)
        assert result.exit_code == 0
        assert result.stdout.startswith(begins)
    assert "[1]" in run("brief", "soldiers", "--against", SOURCES).stdout


def test_an_unexpected_error_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program is one line too, never a traceback, unless asked for."""

    def broken(*_: object) -> None:
        raise ValueError("two\nlines")

    monkeypatch.setattr("presscheck.commands.checking.run", broken)
    result = check()

    assert result.exit_code == 2
    assert result.stderr.startswith("presscheck: ValueError: two lines.")
    assert len(result.stderr.splitlines()) == 1


def test_a_pipe_is_read(tmp_path: Path) -> None:
    """What a command writes can be checked, and checked against, without a file (`<(command)`)."""
    pipes = []
    for path in (DRAFT, SOURCES / "briefing-2025-03-12.txt"):
        pipes.append(tmp_path / f"{path.stem}.pipe")
        os.mkfifo(pipes[-1])
        threading.Thread(target=pipes[-1].write_bytes, args=(path.read_bytes(),), daemon=True).start()
    result = run("check", pipes[0], "--against", pipes[1])

    assert "checked against 1 transcript" in result.stdout


def test_a_closed_stdout_is_no_fault() -> None:
    """Without a stdout the check is made all the same."""
    command = (
        sys.executable,
        "-m",
        "presscheck",
        "check",
        str(DRAFT),
        "--against",
        str(SOURCES),
        "--fail-on",
        "fix",
    )
    closed = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *command], stderr=subprocess.PIPE, text=True, check=False
    )

    assert (closed.returncode, closed.stderr) == (1, "")


def test_ctrl_c_in_a_batch_says_how_it_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One line says that the same command goes on."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("presscheck.commands.batching.run_batch", interrupted)
    result = run("batch", DRAFT.parent, "--against", SOURCES, "--out", tmp_path / "out")

    assert result.exit_code == 130
    assert result.stderr.splitlines() == [
        "presscheck: interrupted; the same command goes on where it stopped."
    ]


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt ends with 130, as shells have it, and says nothing."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("presscheck.commands.checking.run", interrupted)
    result = check()

    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("d --against a b", "--against a --against b d"),
        ("d --against a --all b", "--against a d --all b"),
        ("--against a d", "--against a d"),
        ("--against a b d", "--against a --against b d"),
        ("--format json --against a b d", "--against a --against b --format json d"),
        ("--all --against a d", "--against a --all d"),
        ("--against=a d", "--against=a d"),
        ("d --against a --against b", "--against a --against b d"),
        ("- --against a b", "--against a --against b -"),
        ("d --against", "d --against"),
        ("--against a b -- d", "--against a --against b -- d"),
    ],
)
def test_against_takes_several_paths(given: str, wanted: str) -> None:
    """All paths after `--against` are sources; without a FILE elsewhere the last of them is the file."""
    assert spread(given.split(), {"--all"}) == wanted.split()


def test_the_desk_may_stand_before_or_after_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--desk` is understood in both places, and in the environment."""
    for words in (("--desk", "here", "check", DRAFT), ("check", DRAFT, "--desk", "here")):
        assert "here" in run(*words).stderr
    monkeypatch.setenv("PRESSCHECK_DESK", "from-environment")
    assert "from-environment" in run("check", DRAFT).stderr
    assert "from-environment" in run("sources", "list").stderr


def test_version_and_help() -> None:
    """The version is printed; every command has a one-line help that fits."""
    assert run("--version").stdout.startswith("presscheck ")
    text = run("--help").stdout

    assert "..." not in text.partition("Commands:")[2]


def test_help_is_quick() -> None:
    """`--help` takes under 0.4 seconds of one core as a process, and imports none of the heavy packages."""
    best = min(_timed("--help") for _ in range(3))
    loaded = process("--help", env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"}).stderr

    assert not re.search(r"\| +(rich|pydantic|chromadb|langchain\w*|openai|wordllama|numpy)$", loaded, re.M)
    assert best < 0.4 * slowness()


def _timed(*words: str | Path) -> float:
    return _took([sys.executable, "-m", "presscheck", *map(str, words)])


def _took(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, timeout=120, check=False)
    return time.perf_counter() - begun


def slowness() -> float:
    """Return how much slower this machine is just now than one that starts Python with json and re in 40 ms."""
    bare = [sys.executable, "-c", "import json, re, decimal, inspect, typing"]
    return max(1.0, min(_took(bare) for _ in range(3)) / 0.04)


def test_a_check_against_files_is_light() -> None:
    """It imports neither a vector store, nor LangChain, nor embeddings, and ends in under 1.2 seconds as a process."""
    words = ("check", DRAFT, "--against", SOURCES)
    loaded = process(*words, env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"}).stderr
    best = min(_timed(*words) for _ in range(3))

    assert "presscheck.chains.check" in loaded
    assert not re.search(r"\| +(chromadb|langchain\w*|openai|wordllama|numpy|tiktoken)(\.|$)", loaded, re.M)
    assert best < 1.2 * slowness()


def test_a_closed_pipe_is_no_error() -> None:
    """`presscheck … | head` ends without a word on stderr."""
    command = (
        f"{sys.executable} -m presscheck check {DRAFT} --against {SOURCES} --all --format json | head -c 10"
    )
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_an_ascii_terminal_is_no_error() -> None:
    """Where stdout can't show a sign, something else stands for it."""
    done = process("check", DRAFT, "--against", SOURCES, env={**os.environ, "PYTHONIOENCODING": "ascii"})

    assert done.returncode == 0
    assert "WRONG SCALE: $31.5 billion" in done.stdout


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a desk with the example sources."""
    folder = tmp_path / "desk"
    assert run("add", SOURCES, "--desk", folder).stdout == "4 added\n"
    return folder


def test_a_desk_and_files_give_the_same_report(desk: Path) -> None:
    """The same check gives the same bytes with a desk and with files given by hand."""
    assert run("check", DRAFT, "--desk", desk, "--format", "json").stdout == check("--format", "json").stdout


def test_adding_says_what_went_in(desk: Path, tmp_path: Path) -> None:
    """Adding twice changes nothing; a changed file replaces; what fails is named and tells in the exit code."""
    (tmp_path / "note.txt").write_text("Date: 2025-03-14\n\nThe bridge opened on Friday.\n", "utf-8")
    assert run("add", SOURCES, "note.txt", "--desk", desk).stdout == "1 added, 4 unchanged\n"
    (tmp_path / "note.txt").write_text("Date: 2025-03-14\n\nThe bridge opened on Saturday.\n", "utf-8")
    assert run("add", "note.txt", "--desk", desk).stdout == "1 replaced\n"

    some, none = (
        run("add", "note.txt", "nosuch.txt", "--desk", desk),
        run("add", "nosuch.txt", "--desk", desk),
    )
    assert (some.exit_code, some.stdout) == (1, "1 unchanged, 1 failed\n")
    assert (none.exit_code, none.stdout) == (2, "1 failed\n")
    assert none.stderr == "presscheck: nosuch.txt: no such file or folder\n"


def test_sources_are_listed_shown_and_removed(desk: Path) -> None:
    """Sources are meant by id, the beginning of it, or file name; nothing else is removed."""
    heads = json.loads(run("sources", "--json", "--desk", desk).stdout)
    ident = next(h["article_id"] for h in heads if h["kind"] == "note")

    assert (
        "4 sources: 1 transcript, 1 official text, 1 article, 1 note" in run("sources", "--desk", desk).stdout
    )
    for name in (ident, ident[:8], "desk-notes.txt"):
        assert "It was finished in 1961." in run("sources", "show", name, "--desk", desk).stdout
    assert run("sources", "remove", "desk-notes.txt", "nosuch", "--desk", desk).exit_code == 2
    assert run("sources", "remove", "desk-notes.txt", "--desk", desk).exit_code == 0
    assert "3 sources" in run("sources", "list", "--desk", desk).stdout


def test_exported_sources_can_be_added_again(desk: Path, tmp_path: Path) -> None:
    """`sources export` prints what `add` reads: the same texts under the same ids."""
    exported = run("--desk", desk, "sources", "export", "--kind", "transcript", "--kind", "note")
    (tmp_path / "some.jsonl").write_text(exported.stdout)
    run("--desk", tmp_path / "other", "add", tmp_path / "some.jsonl")
    there = {
        a["article_id"]: a["sha256"] for a in json.loads(run("--desk", desk, "sources", "--json").stdout)
    }
    here = json.loads(run("--desk", tmp_path / "other", "sources", "--json").stdout)

    assert sorted(a["kind"] for a in here) == ["note", "transcript"]
    assert all(there[a["article_id"]] == a["sha256"] for a in here)


def test_searching_tells_the_places(desk: Path) -> None:
    """A search prints passages with speaker, source, file and line."""
    found = run(
        "search", "who can promise that families are home", "--speaker", "Harte", "-k", "1", "--desk", desk
    )

    assert "I can't promise that" in found.stdout
    assert (
        "Elias Harte · Corran Valley relief briefing, March 12, 2025 · briefing-2025-03-12.txt:21"
        in " ".join(found.stdout.split())
    )


def test_a_brief_from_a_desk(desk: Path) -> None:
    """A brief from a desk cites every sentence."""
    result = run("brief", "flood", "--desk", desk, "--format", "json")

    assert result.exit_code == 0
    assert all(sentence["citations"] for sentence in json.loads(result.stdout)["sentences"])
