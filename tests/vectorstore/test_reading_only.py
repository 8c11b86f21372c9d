"""A desk that may only be read is read all the same; what would write to it says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from presscheck.desk import Desk
from presscheck.models import Article

AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
"""What takes from root the right to write everywhere."""
TEXT = "The storm at Pell Point sank four trawlers, the coast guard said."
READ = """
from pathlib import Path
from presscheck.desk import Desk
from presscheck.errors import DeskUnwritable
from presscheck.vectorstore.doctor import examine
desk = Desk(Path("desk"))
print(len(desk.sources()), len(desk.search("trawlers")), desk.chat().ask("How many trawlers sank?").status)
print([f.severity.value for f in desk.check("The storm sank five trawlers.").findings].count("fix"), desk.brief(words=40).headline)
print(len(desk.threads().messages("kept")))
looked = examine(Path("desk"))
print(looked.desk, looked.articles, looked.healthy)
for write in (lambda: desk.add(Path("new.txt")), desk.compact, lambda: examine(Path("desk"), repair=True)):
    try:
        write()
    except DeskUnwritable as error:
        print(error)
"""


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """Give a folder whose desk nobody may write."""
    desk = Desk(tmp_path / "desk")
    desk.add(Article(title="Storm", text=TEXT))
    desk.chat("kept").ask("How many trawlers sank?")
    (tmp_path / "new.txt").write_text("Something new.")
    paths = [desk.path, *desk.path.rglob("*")]
    for path in paths:
        path.chmod(path.stat().st_mode & ~0o222)
    yield tmp_path
    for path in paths:
        path.chmod(path.stat().st_mode | 0o200)


def test_a_desk_without_the_right_to_write_is_read_and_nothing_is_left_in_it(shut: Path) -> None:
    if (root := os.geteuid() == 0) and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere")
    before = sorted(shut.rglob("*"))
    command = [*(AS_ANYBODY if root else []), sys.executable, "-c", READ]
    done = subprocess.run(command, cwd=shut, capture_output=True, text=True, check=False)
    found, said, kept, looked, *refused = done.stdout.splitlines()
    assert (found, said, kept) == ("1 1 answered", "1 Storm", "2"), done.stderr
    assert looked == "desk 1 True"
    assert len(refused) == 3
    assert all("desk can't be written (Permission denied)." in line for line in refused)
    assert sorted(shut.rglob("*")) == before
