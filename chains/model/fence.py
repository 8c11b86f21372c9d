"""Texts from articles set apart from the instructions of a prompt: fenced, limited, without hidden characters."""

from __future__ import annotations

import re

LONGEST = 2400
"""Characters of one claim or piece of evidence in a prompt. A longer claim is not asked about, and that is told; evidence is
made of sentences of passages, which are shorter."""

_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\U000e0000-\U000e007f]")
_FENCES = re.compile(r"<{2,}|>{2,}|`{3,}")


_VERDICTS = r"(?:supported|verified|correct|true|approved|not[_ ]found|contradicted)"
_TO_A_MODEL = re.compile(
    rf"""\b(?:ignore|disregard|forget|override|bypass)\b.{{0,40}}\b(?:instructions?|prompts?|rules|sources?|evidence|above|previous|prior)\b
    | \b(?:system|developer|hidden)\s+(?:prompt|mode|instruction)s?\b
    | ^\W*(?:system|assistant|user|developer|human|ai)\s*: | \b(?:new|updated|important)\s+(?:system\s+)?instructions?\b
    | <\|\w+\|> | \[/?(?:INST|SYS)\] | \#\#\#\s*(?:instruction|system|response) | <!-- | "?\b(?:judgements?|verdict)"?\s*:
    | \b(?:as\s+an?|you\s+are\s+(?:now\s+)?an?|dear|attention,?)\s+(?:ai|llm|language\s+model|chatbot|fact[- ]?checker)\b
    | \byou\s+(?:are\s+now|must|should|will)\s+(?:now\s+)?(?:in\b|answer|respond|reply|output|return|print|mark|say|treat|act)
    | \b(?:answer|respond|reply|output|return|print|mark(?!['’])|label|rate|treat|classify)\b.{{0,60}}\b{_VERDICTS}\b
    | \b(?:the\s+)?verdict\s+(?:is|must\s+be|should\s+be)\s+[\"“']?{_VERDICTS}\b | \bclaim\s+\d+\s+is\s+{_VERDICTS}\b | \bstop\s+(?:checking|fact)
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def addresses_a_model(text: str) -> bool:
    """Tell whether a text reads like an instruction to whatever reads it. A model is neither asked about it nor shown it.

    The list catches what is common; that nothing gets through rests on the closed answers and on plain code.
    """
    return bool(_TO_A_MODEL.search(_HIDDEN.sub("", text)))


def fits(text: str) -> bool:
    """Tell whether a text is short enough for a prompt."""
    return len(text) <= LONGEST


def fenced(label: str, text: str) -> str:
    """Return the text under its label between fences that nothing inside can close."""
    return f"{label}\n<<<\n{tame(text)}\n>>>"


def tame(text: str) -> str:
    """Return the text without hidden characters and fences."""
    return _FENCES.sub(lambda m: m[0][0], _HIDDEN.sub("", text)).strip()
