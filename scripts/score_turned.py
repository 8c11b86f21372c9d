"""Turn one thing in sentences of news, by pattern, and count what the check makes of it.

    python scripts/score_turned.py DATA [KIND…] [--seed N] [--most N]

`DATA` holds `quotes/polnear_dev.jsonl` and `support/*.jsonl`, whose articles are the material. Each sentence is checked alone
against its own article, as it stands and turned: a fault is caught where the turned one has an alarm that the other has
not, passes where it is called sourced, and is folded otherwise.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from presscheck import check_text
from presscheck.models import Finding
from presscheck.text.names import find_names
from presscheck.text.sentences import split_sentences

SHORTEST, LONGEST = 40, 260
ALARMS: Final = ("fix", "look", "source")
_QUOTED = re.compile(r"[“”\"]|''|``")
_SAYS = re.compile(
    r"([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}),? (?:said|says|told|added|argued|warned|insisted|claimed|announced)\b"
)
_PLURAL = re.compile(r"\b(?:\w+ ){1,3}?(\w{3,}[^s\W])s\b")
_KIN: Final = "son daughter/wife sister/husband brother/father mother"

KINDS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "said, denied": (
        (r"\b(?:said|says) (?=that|he|she|it|they|the)", "denied "),
        (r"\b(?:confirmed|admitted|acknowledged)\b", "denied"),
        (r"\b(?:supports?|supported|backed)\b", "opposed"),
        (r"\bpraised\b", "criticized"),
        (r"\b(?:criticized|criticised|blasted)\b", "praised"),
    ),
    "began, stopped": (
        (r"\bbegan\b", "stopped"),
        (r"\bcontinued to\b", "stopped"),
        (r"\bagreed to\b", "refused to"),
        (r"\b(?:declined|refused) to\b", "agreed to"),
        (r"\bfailed to\b", "managed to"),
    ),
    "one of the largest": (
        (r"\bone of the (?=largest|biggest|best|most|worst|oldest)", "the "),
        (r"\bthe second[- ](?=largest|biggest|most|highest)", "the "),
    ),
    "accused, convicted": (
        (r"\b(?:accused|suspected) of\b", "convicted of"),
        (r"\bcharged with\b", "convicted of"),
        (r"\balleged(?:ly)? ", ""),
    ),
    "former": ((r"\b[Ff]ormer (?=[A-Z]|president|secretary|minister|governor|mayor|senator)", ""),),
    "will, if": ((r"(?<=\bwill )([^,.]{8,60}),? (?:if|unless) [^,.]{8,80}(?=[.,])", r"\1"),),
    "may, will": ((r"\b(?:could|may|might)\b", "will"), (r"\bhopes to\b", "will")),
    "last, next": (
        (r"\blast (?=week|month|year|spring|summer|night)", "next "),
        (r"\bnext (?=week|month|year|spring|summer)", "last "),
        (r"\bearlier this\b", "later this"),
        (r"\blater this\b", "earlier this"),
        (r"\bearly (?=\d{4}|January|March|June|July|August)", "late "),
    ),
    "police, witnesses": (
        (r"\b[Pp]olice (?=said|say)", "witnesses "),
        (r"\b[Oo]fficials (?=said|say)", "residents "),
        (r"\b[Ww]itnesses (?=said|say)", "police "),
        (r"\baccording to police\b", "according to witnesses"),
    ),
    "slightly, sharply": (
        (r"\bslightly\b", "sharply"),
        (r"\b(?:sharply|significantly)\b", "slightly"),
        (r"\bnarrowly\b", "easily"),
        (r"\bunanimously\b", "narrowly"),
        (r"\bquickly\b", "slowly"),
    ),
    "killed, injured": (
        (r"\bkilled\b", "injured"),
        (r"\binjured\b", "killed"),
        (r"\barrested\b", "released"),
        (r"\b(?:bought|acquired)\b", "sold"),
        (r"\bwon\b", "lost"),
        (r"\bhired\b", "fired"),
    ),
    "son, daughter": tuple(
        (rf"\b{a}\b", b) for pair in _KIN.split("/") for a, b in (pair.split(), pair.split()[::-1])
    ),
}
SPEAKER: Final = "another speaker"


class Turned(NamedTuple):
    """A sentence of an article, as it stands and turned."""

    source: str
    told: str
    fault: str


def articles(data: Path) -> Iterator[str]:
    """Yield the articles, those in small letters left out."""
    seen: set[str] = set()
    for path, key, most in (
        (data / "quotes" / "polnear_dev.jsonl", "text", 1000),
        *(
            (data / "support" / f"{name}.jsonl", "source", 60)
            for name in ("frank_val", "wice_dev", "cliff_val")
        ),
    ):
        texts = dict.fromkeys(json.loads(line)[key] for line in path.read_text("utf-8").splitlines())
        for text in list(texts)[:most]:
            if text not in seen and text[:300] != text[:300].lower():
                seen.add(text)
                yield text


def turned(text: str, chance: random.Random) -> Iterator[tuple[str, Turned]]:
    """Yield what can be turned in an article, with its kind."""
    people = list(dict.fromkeys(n.text for n in find_names(text) if n.kind == "person" and " " in n.text))
    for sentence in split_sentences(text):
        told = sentence.text
        if not SHORTEST < len(told) < LONGEST or _QUOTED.search(told):
            continue
        for kind, patterns in KINDS.items():
            pattern, other = next(((p, o) for p, o in patterns if re.search(p, told)), ("", ""))
            if pattern:
                fault = re.sub(pattern, other, told, count=1)
                yield kind, Turned(text, told, _singular(fault) if kind == "one of the largest" else fault)
        says = _SAYS.match(told)
        others = [p for p in people if says and p.split()[-1] not in says[1]]
        if says and others:
            yield SPEAKER, Turned(text, told, chance.choice(others) + told[len(says[1]) :])


def _singular(text: str) -> str:
    """Return "the largest port" for "the largest ports"."""
    at = text.find("the ")
    found = _PLURAL.search(text, max(0, at))
    return text if found is None else text[: found.end(1)] + text[found.end(1) + 1 :]


def outcome(one: Turned) -> str:
    """Return what came of it: caught, passes or folded; "alarm on the true sentence" where that has a fault."""
    before, after = (_findings(text, one.source) for text in (one.told, one.fault))
    if any(f.severity == "fix" for f in before):
        return "alarm on the true sentence"
    if [f.reason for f in after if f.severity in ALARMS and f.reason not in {b.reason for b in before}]:
        return "caught"
    return "passes" if any(f.reason.code == "statement.supported" for f in after) else "folded"


def _findings(text: str, source: str) -> Sequence[Finding]:
    return check_text(text, sources=[source]).findings


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=60)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    found: dict[str, list[Turned]] = defaultdict(list)
    for text in articles(given.data):
        for kind, one in turned(text, chance):
            found[kind].append(one)
    print("| turned | sentences | caught | passes | folded | alarm on the true sentence |")
    print("|---|---|---|---|---|---|")
    for kind in given.kinds or found:
        chosen = chance.sample(found[kind], min(given.most, len(found[kind])))
        counts = Counter(map(outcome, chosen))
        cells = (counts[k] for k in ("caught", "passes", "folded", "alarm on the true sentence"))
        print(f"| {kind} | {len(chosen)} | {' | '.join(map(str, cells))} |", flush=True)


if __name__ == "__main__":
    main()
