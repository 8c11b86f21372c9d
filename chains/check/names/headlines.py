"""Names misspelt in headlines, where every word has a capital and hardly any can be told for a name."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.names.context import Aligned, Context
from presscheck.chains.check.names.forms import places_of
from presscheck.chains.check.names.sources import SAME_SENTENCE, Spelt
from presscheck.chains.check.names.spelling import name_words, near
from presscheck.chains.check.sources import Sources
from presscheck.chains.check.words.lexicon import known as is_word
from presscheck.text.mentions import Name
from presscheck.text.names_headlines import is_headline
from presscheck.text.names_lists import is_common
from presscheck.text.tokens import tokenize
from presscheck.text.words import lemma

LEAST = 5
"""Letters that a word must have: shorter ones are too like each other."""


def misspelt_in_headlines(draft: Draft, sources: Sources, context: Context) -> Iterator[tuple[Name, Spelt]]:
    """Yield each word of a headline that is no word, stands in no source, and is a slip for a name there."""
    for word in _strange_words(draft):
        if not places_of(word.text, sources):
            found = next((s for beside in context.beside(word) for s in _names_like(word, beside)), None)
            if found:
                yield word, found


def _strange_words(draft: Draft) -> Iterator[Name]:
    """Yield the words of headlines that are in no list of words and in no name of the draft."""
    taken = {at for n in draft.names for at in range(n.start, n.end)}
    for sentence in draft.sentences:
        tokens = tokenize(sentence.text)
        for token in tokens if is_headline(tokens) else ():
            text = token.text.partition("’")[0].partition("'")[0]
            start = sentence.start + token.start
            if start not in taken and _is_strange(text):
                yield Name(text=text, start=start, end=start + len(text))


def _is_strange(word: str) -> bool:
    """Whether it begins with a capital and is in no list of words."""
    listed = is_common(word) or is_word(lemma(word.lower()))
    return len(word) >= LEAST and word[0].isupper() and word.isalpha() and not listed


def _names_like(word: Name, beside: Aligned) -> Iterator[Spelt]:
    """Yield the names of a source's sentence that the word is a slip for, with their places.

    Ordinary words in names ("Centers") count only where the sentence says the same.
    """
    source, same = beside.source, beside.without(word) >= SAME_SENTENCE
    for name in source.names:
        for part in name_words(name.text):
            if near(word.text, part) and (same or not is_common(part)):
                start = source.start + name.start + name.text.index(part)
                yield Spelt(part, source.article_id, start, start + len(part))
