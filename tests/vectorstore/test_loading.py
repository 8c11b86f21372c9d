"""A desk that several threads ask first at once."""

import subprocess
import sys
from pathlib import Path

import presscheck as pc

ASKED = """
import sys, threading, presscheck as pc
desk, wrong = pc.Desk(sys.argv[1]), []
def kept(do):
    try:
        do()
    except BaseException as error:
        wrong.append(repr(error))
dos = [lambda: desk.search("levee"), lambda: desk.add(pc.Article(text="A barge sank.")), lambda: desk.search("dam")]
threads = [threading.Thread(target=kept, args=(do,)) for do in dos]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(wrong)
"""


def test_the_first_requests_may_come_at_once(tmp_path: Path) -> None:
    """What is loaded when first needed is loaded once, whoever needs it first."""
    pc.Desk(tmp_path / "desk").add(pc.Article(text="The levee broke on Saturday."))

    asked = [sys.executable, "-c", ASKED, str(tmp_path / "desk")]
    told = [subprocess.run(asked, capture_output=True, text=True, check=True).stdout for _ in range(3)]

    assert told == ["[]\n"] * 3
