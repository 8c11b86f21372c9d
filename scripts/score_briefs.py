"""Score the embedded brief against LEAD-3, LexRank and TextRank on news articles with reference summaries.

    python scripts/score_briefs.py DATA.jsonl [--several] [--limit N]

A row has `article` and `reference`. Each system may use as many words as the reference has (LEAD-3: three sentences).
`--several` makes one set of sources of each article (its three thirds, in turn, and its whole cut short) in place of one.
Given are ROUGE-1, -2 and -L (F1), and how many of the reference's figures and names the summary has, each with the 95 %
interval of the difference between the brief and the other (paired bootstrap over the rows).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from presscheck.chains.brief import make_brief
from presscheck.errors import NothingToCheck
from presscheck.models import Article
from presscheck.text.figures import find_figures
from presscheck.text.names import find_names
from presscheck.text.sentences import split_sentences
from presscheck.vectorstore.library import MemoryLibrary

WORD = re.compile(r"\w+")
METRICS = ("rouge-1", "rouge-2", "rouge-l", "figures", "names")
Scores = dict[str, float]
Summarise = Callable[[Sequence[str], int], str]


def words(text: str) -> list[str]:
    """Return the words in lower case."""
    return WORD.findall(text.lower())


def f1(hits: int, made: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * hits / (made + wanted) if made + wanted else 0.0


def rouge_n(made: list[str], wanted: list[str], n: int) -> float:
    """Return ROUGE-N (Lin 2004)."""
    a, b = (Counter(zip(*(x[i:] for i in range(n)), strict=False)) for x in (made, wanted))
    return f1((a & b).total(), a.total(), b.total())


def rouge_l(made: list[str], wanted: list[str]) -> float:
    """Return ROUGE-L over the whole texts (Lin 2004)."""
    row = [0] * (len(wanted) + 1)
    for a in made:
        before = row
        row = [0]
        for j, b in enumerate(wanted):
            row.append(before[j] + 1 if a == b else max(before[j + 1], row[j]))
    return f1(row[-1], len(made), len(wanted))


def covered(made: str, reference: str) -> Scores:
    """Return the share of the reference's figures and names that the summary has; none where it has none."""
    figures = {(f.low, f.high) for f in find_figures(reference)}
    mine = {(f.low, f.high) for f in find_figures(made)}
    names = {n.canonical.split()[-1].casefold() for n in find_names(reference) if n.canonical.split()}
    have = set(words(made))
    found: Scores = {}
    if figures:
        found["figures"] = len(figures & mine) / len(figures)
    if names:
        found["names"] = sum(any(w in have for w in words(n)) for n in names) / len(names)
    return found


def score(made: str, reference: str) -> Scores:
    """Return all scores of one summary."""
    a, b = words(made), words(reference)
    return {
        "rouge-1": rouge_n(a, b, 1),
        "rouge-2": rouge_n(a, b, 2),
        "rouge-l": rouge_l(a, b),
        **covered(made, reference),
    }


def brief(texts: Sequence[str], room: int) -> str:
    """Return the words of the embedded brief."""
    library = MemoryLibrary([Article(id=f"a{n}", text=text) for n, text in enumerate(texts)])
    try:
        made = make_brief(library, words=max(20, room))
    except NothingToCheck:
        return ""
    return " ".join(s.text for s in (*([made.summary] if made.summary else []), *made.sentences))


def fitting(sentences: Sequence[str], room: int) -> str:
    """Return the first sentences that fill the room; the one that passes it is taken too, as LEAD-3 may."""
    taken: list[str] = []
    for sentence in sentences:
        if sum(len(t.split()) for t in taken) >= room:
            break
        taken.append(sentence)
    return " ".join(taken)


def lead(texts: Sequence[str], room: int) -> str:
    """Return the first three sentences of the first text."""
    return " ".join(s.text for s in split_sentences(texts[0])[:3])


def lead_fit(texts: Sequence[str], room: int) -> str:
    """Return the first sentences of the first text that are within the room."""
    taken, left = [], max(20, room)
    for s in split_sentences(texts[0]):
        if len(s.text.split()) > left:
            break
        taken.append(s.text)
        left -= len(s.text.split())
    return " ".join(taken)


class Tokenizer:
    """What sumy asks of a tokenizer, with our sentences: its own wants data from the network."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Return the sentences of a paragraph."""
        return tuple(s.text for s in split_sentences(text))

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a sentence."""
        return tuple(words(text))


def by_sumy(summarizer: Callable[..., Sequence[object]]) -> Summarise:
    """Return a system of sumy: its best sentences that are within the room, in the order of the text."""

    def run(texts: Sequence[str], room: int) -> str:
        document = PlaintextParser.from_string("\n\n".join(texts), Tokenizer()).document
        for count in range(12, 0, -1):
            made = " ".join(str(s) for s in summarizer(document, count))
            if len(made.split()) <= room or count == 1:
                return made
        return ""

    return run


SYSTEMS: dict[str, Summarise] = {
    "brief": brief,
    "lead-3": lead,
    "lead at length": lead_fit,
    "lexrank": by_sumy(LexRankSummarizer(Stemmer("english"))),
    "textrank": by_sumy(TextRankSummarizer(Stemmer("english"))),
}


def interval(values: Sequence[float], times: int = 1000) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a mean."""
    draw = random.Random(7)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(times))
    return means[int(0.025 * times)], means[int(0.975 * times)]


def sources_of(text: str, several: bool) -> list[str]:
    """Return the article as one source, or as three that tell parts of it, their order turned."""
    if not several:
        return [text]
    sentences = [s.text for s in split_sentences(text)]
    third = max(1, len(sentences) // 3)
    return [
        " ".join(sentences[2 * third :]),
        " ".join(sentences[third : 2 * third] + sentences[:2]),
        " ".join(sentences[:third]),
    ]


def main() -> None:
    """Print a table of means and one of differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--several", action="store_true")
    parser.add_argument("--limit", type=int)
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.data.read_text("utf-8").splitlines()][: given.limit]
    scores: dict[str, list[Scores]] = {name: [] for name in SYSTEMS}
    lengths: dict[str, list[int]] = {name: [] for name in SYSTEMS}
    for row in rows:
        sources = sources_of(row["article"], given.several)
        room = len(row["reference"].split())
        for name, system in SYSTEMS.items():
            made = system(sources, room)
            scores[name].append(score(made, row["reference"]))
            lengths[name].append(len(made.split()))
    print(f"{len(rows)} rows; each score in percent; [difference of the brief to it, 95 % interval]")
    for name in SYSTEMS:
        print(f"{name:15} {sum(lengths[name]) / len(rows):5.1f} words", end="")
        for metric in METRICS:
            pairs = [
                (b[metric], o[metric])
                for b, o in zip(scores["brief"], scores[name], strict=True)
                if metric in o
            ]
            mean = 100 * sum(o for _, o in pairs) / len(pairs)
            low, high = interval([100 * (b - o) for b, o in pairs])
            print(f"  {metric} {mean:5.1f} [{low:+.1f}, {high:+.1f}]", end="")
        print()


if __name__ == "__main__":
    main()
