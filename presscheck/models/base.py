"""What all types have in common."""

from __future__ import annotations

import hashlib
from typing import Literal

from pydantic import BaseModel, ConfigDict

from presscheck.characters import HALF

SCHEMA_VERSION = 1

ArticleKind = Literal["transcript", "official", "article", "note"]
Completeness = Literal["yes", "excerpt", "unknown"]
Role = Literal["statement", "question", "answer", "moderator"]
ClaimKind = Literal["figure", "quote", "attribution", "date", "name", "statement"]
Stance = Literal["supports", "contradicts", "nearest"]
DiffOp = Literal["equal", "delete", "insert"]


class Frozen(BaseModel):
    """Base of all types: immutable, unknown fields forbidden."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def storable(text: str) -> str:
    """Return text that UTF-8 can hold: a half character, as in a file name of an older encoding, becomes `⟨U+DCFF⟩`."""
    return text if text.isascii() else HALF.sub(lambda half: f"⟨U+{ord(half[0]):04X}⟩", text)


def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
