"""The package holds what it should, and importing it costs little."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import presscheck

FOLDERS = {
    "presscheck": "presscheck",
    **{f"presscheck.{d}": d for d in ("chains", "vectorstore", "prompts", "evals")},
}
DATA = {".md", ".html", ".css", ".js", ".svg", ".json", ".jsonl", ".tsv", ".txt"}


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict[str, dict[str, object]]:
    """Return the setuptools part of pyproject.toml."""
    setup: dict[str, dict[str, object]] = tomllib.loads((checkout / "pyproject.toml").read_text())["tool"][
        "setuptools"
    ]
    return setup


def packages_in(checkout: Path) -> dict[str, str]:
    """Return every folder with an `__init__.py`, by its name when installed."""
    found = {}
    for name, folder in FOLDERS.items():
        for init in sorted((checkout / folder).rglob("__init__.py")):
            inside = init.parent.relative_to(checkout / folder)
            linked = name == "presscheck" and inside.parts[:1] in {(d,) for d in FOLDERS.values()}
            if not linked:
                found[".".join((name, *inside.parts))] = init.parent.relative_to(checkout).as_posix()
    return found


def test_the_package_list_equals_the_folders(checkout: Path, project: dict[str, dict[str, object]]) -> None:
    """Every folder with code is named in pyproject.toml, and no other."""
    expected = packages_in(checkout)

    assert sorted(project["packages"]) == sorted(expected)
    assert project["package-dir"] == expected


def test_the_four_links_lead_to_the_top_level(checkout: Path) -> None:
    """`presscheck/chains` and the other three are relative links, so that a clone works in place."""
    links = {d: str((checkout / "presscheck" / d).readlink()) for d in FOLDERS.values() if d != "presscheck"}

    assert links == {d: f"../{d}" for d in links}


def test_all_is_exactly_the_public_names() -> None:
    """`presscheck.__all__` names what can be had, sorted, and all of it can be had."""
    assert presscheck.__all__ == sorted(presscheck.__all__)
    assert all(getattr(presscheck, name) is not None for name in presscheck.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt public name fails as on any module."""
    with pytest.raises(AttributeError, match="Desc"):
        presscheck.Desc  # noqa: B018


def test_importing_presscheck_alone_is_light() -> None:
    """`import presscheck` loads neither pydantic nor anything else that is heavy."""
    code = "import sys, presscheck; print(sorted({m.partition('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    heavy = (
        "pydantic",
        "chromadb",
        "langchain",
        "langchain_core",
        "openai",
        "wordllama",
        "numpy",
        "rich",
        "typer",
    )
    assert [m for m in heavy if f"'{m}'" in loaded] == []


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return the wheel: the one CI built, else one built now from the checkout."""
    dist = Path(os.environ.get("PRESSCHECK_DIST", tmp_path_factory.mktemp("dist")))
    if not list(dist.glob("*.whl")):
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(dist), str(checkout)]
        subprocess.run(command, check=True, capture_output=True)
    return zipfile.ZipFile(next(dist.glob("presscheck-*.whl")))


def test_the_wheel_holds_every_module_and_data_file(checkout: Path, wheel: zipfile.ZipFile) -> None:
    """Prompts, pages, word lists and golden rows are in the wheel, each beside its code."""
    inside = set(wheel.namelist())
    wanted = {
        f"{name.replace('.', '/')}/{file.name}"
        for name, folder in packages_in(checkout).items()
        for file in (checkout / folder).iterdir()
        if file.is_file() and (file.suffix in DATA | {".py"} or file.name == "py.typed")
    }

    assert wanted - inside == set()
    assert "presscheck/py.typed" in inside


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    """No tests, no examples, no bare top-level package that could collide."""
    assert {n.partition("/")[0] for n in wheel.namelist()} == {
        "presscheck",
        f"presscheck-{presscheck.__version__}.dist-info",
    }
