from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from presscheck.reasons import Reason

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def make_docs() -> ModuleType:
    """Return the script that makes the docs."""
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts" / "make_docs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "function"), [("cli.md", "commands"), ("reasons.md", "reasons")])
def test_pages_are_up_to_date(make_docs: ModuleType, name: str, function: str) -> None:
    """The pages made from the program are what it makes now; `python scripts/make_docs.py` writes them."""
    assert (ROOT / "docs" / name).read_text("utf-8") == getattr(make_docs, function)()


def test_every_reason_is_documented() -> None:
    """The table of reason codes has a row for each, in order."""
    rows = re.findall(r"^\| `([a-z_.]+)` \|", (ROOT / "docs" / "reasons.md").read_text("utf-8"), re.M)

    assert rows == [reason.code for reason in Reason]


def test_output_between_markers_is_replaced(make_docs: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands between the markers becomes the command's output, cut where the marker says so."""
    monkeypatch.setattr(make_docs, "output", lambda command: f"{command}\ntwo\nthree\n")
    text = "a\n<!-- output: presscheck x | head 2 -->\nold\n<!-- end -->\nb"

    made = make_docs._OUTPUT.sub(make_docs._with_output, text)

    assert (
        made
        == "a\n<!-- output: presscheck x -->\n```\npresscheck x\ntwo\n…\n```\n<!-- end -->\nb".replace(
            "presscheck x -->", "presscheck x | head 2 -->"
        )
    )


def test_links_of_the_docs_lead_somewhere(checkout: Path) -> None:
    """Every relative link in the pages that belong to the command line leads to a file."""
    for name in ("cli.md", "reasons.md", "check-sheet.md"):
        path = checkout / "docs" / name
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), target
