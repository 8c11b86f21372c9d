"""Texts as vectors. The default, WordLlama, is 19 MB, comes in its wheel, and needs numpy only: no network, no key.

Any other LangChain `Embeddings` can be given to a desk; a desk keeps the name of the one it was made with.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from presscheck.failures import told

Vectors = NDArray[np.float32]

DIMENSIONS = 256
_LONGEST = 64
_PIECE = re.compile(rf"\S{{1,{_LONGEST}}}")
_BATCH = 256
_LOADING = threading.Lock()
_MOST_WORDS = 100_000
"""Words kept, at a kilobyte each; beyond, all are dropped and looked up anew."""


class WordLlamaEmbeddings(Embeddings):
    """WordLlama's vectors: the mean of the vectors of a text's tokens, of length 1.

    A text is tokenised word by word, and words recur, so each is looked up once and kept. That gives the same vectors
    (cosine above 0.998 on 32,612 sentences of web pages, equal retrieval) ten times as fast. A text without a word
    gets a vector as well, the same for all such, and never NaN.
    """

    name = "wordllama-l2_supercat-256"

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, int] = {}
        self._sums = np.zeros((1024, DIMENSIONS), np.float32)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vector of each text."""
        vectors: list[list[float]] = self.vectors(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a text."""
        return self.embed_documents([text])[0]

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of the texts as an array of shape (texts, 256)."""
        out = np.zeros((len(texts), DIMENSIONS), np.float32)
        for start in range(0, len(texts), _BATCH):
            with self._lock:
                self._sum(texts[start : start + _BATCH], out[start : start + _BATCH])
        out[~out.any(axis=1), 0] = 1.0
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        return out

    def _sum(self, texts: Sequence[str], out: Vectors) -> None:
        """Add up the tokens' vectors of each text; their mean has the same direction."""
        words = [_words(text) for text in texts]
        if len(self._known) > _MOST_WORDS:
            self._known.clear()
        self._learn([*{word: None for text in words for word in text if word not in self._known}])
        # One buffer for all texts: a fresh array for each costs twice the sum itself in page faults.
        buffer = np.empty((max(map(len, words), default=0), DIMENSIONS), np.float32)
        for row, text in enumerate(words):
            places = np.fromiter(map(self._known.__getitem__, text), np.intp, len(text))
            found = buffer[: len(places)]
            np.take(self._sums, places, axis=0, out=found, mode="clip")
            found.sum(axis=0, out=out[row])

    def _learn(self, words: list[str]) -> None:
        if not words:
            return
        words.sort(key=len)  # the tokenizer pads a batch to its longest word
        first, model = len(self._known), _model()
        if (needed := first + len(words)) > len(self._sums):
            self._sums = np.concatenate([self._sums, np.zeros((needed, DIMENSIONS), np.float32)])
        for at in range(0, len(words), _BATCH):
            self._sums[first + at : first + at + _BATCH][: len(words) - at] = _token_sums(
                model, words[at : at + _BATCH]
            )
        self._known.update(zip(words, range(first, needed), strict=True))


def _token_sums(model: Any, words: list[str]) -> Vectors:  # noqa: ANN401 (the package has no types)
    """Return the sum of the token vectors of each word."""
    encodings = model.tokenize(words)
    ids = np.asarray([encoding.ids for encoding in encodings], np.intp)
    mask = np.asarray([encoding.attention_mask for encoding in encodings], np.float32)
    np.clip(ids, 0, len(model.embedding) - 1, out=ids)
    sums: Vectors = np.einsum("wtd,wt->wd", model.embedding[ids], mask)
    return sums


def _words(text: str) -> list[str]:
    """Return what stands between white space; what is longer than any word is cut."""
    words = text.split()
    return words if max(map(len, words), default=0) <= _LONGEST else _PIECE.findall(text)


def _model() -> Any:  # noqa: ANN401 (the package has no types)
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Any:  # noqa: ANN401 (the package has no types)
    """Load WordLlama from its own wheel: without `cache_dir` and `disable_download` it asks the network."""
    with _logging_kept():
        from wordllama import WordLlama

    import wordllama

    return WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)


@contextmanager
def _logging_kept() -> Iterator[None]:
    """Undo what importing WordLlama does to the whole program's logging: it sets the root logger to INFO."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    try:
        yield
    finally:
        root.setLevel(level)
        root.handlers[:] = handlers


def embeddings_name(embeddings: Embeddings) -> str:
    """Return what to call an embedding, so that a desk is never searched with another than it was made with."""
    named = getattr(embeddings, "name", None) or getattr(embeddings, "model", None)
    return str(named or getattr(embeddings, "model_name", None) or type(embeddings).__name__)


def vectors_of(embeddings: Embeddings, texts: Sequence[str]) -> Vectors:
    """Return the texts' vectors as an array, whatever the embedding. Raises `ModelError` where it can't be asked."""
    if isinstance(embeddings, WordLlamaEmbeddings):
        return embeddings.vectors(texts)
    try:
        return np.asarray(embeddings.embed_documents(list(texts)), np.float32)
    except Exception as error:  # whatever a provider raises
        raise told(error, embeddings_name(embeddings)) from error
