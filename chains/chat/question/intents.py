"""What a message asks to be done: by slash command, by rule, or by likeness to how such things are asked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from presscheck.given import whole_characters

if TYPE_CHECKING:
    from presscheck.vectorstore.embeddings import Vectors

JobKind = Literal["ask", "check", "brief", "who", "howmany", "when", "compare", "show", "new", "help"]
JOBS: tuple[JobKind, ...] = get_args(JobKind)
COMMANDS: dict[str, str] = {
    "/ask": "ask a question",
    "/check": "check this text",
    "/brief": "a brief on a topic",
    "/who": "who said these words",
    "/howmany": "how many, how much",
    "/when": "when something happened",
    "/compare": "what each source says on a topic",
    "/show": "show the source of the last answer, or of one number",
    "/new": "what is new since a day",
    "/help": "what can be asked",
}
"""The slash commands and what each does."""
PASTED = 60
"""A message of so many words without a question mark is a text to check."""


class Job(NamedTuple):
    """What is to be done, and with what: a question, a text, a topic, a day."""

    kind: JobKind
    rest: str


_PLEASE = r"^(?:(?:hi|hello|hey|ok(?:ay)?|please|now|so|and|then|can you|could you|would you|will you|i(?:'d| would) like you to|i want you to|i need|let's)[,\s]+)*(?:please )?"
_RULES: tuple[tuple[JobKind, str], ...] = (
    ("help", r"(?:help|what can you do|what can i ask|how does this work|commands)\s*[?!.]*$"),
    (
        "check",
        (
            r"(?:check|verify|fact[- ]?check|proof[- ]?read|review)\b(?: (?:if|whether)\b)?(?: (?:this|the|my|our|following|these|that))*"
            r"(?: (?:text|draft|sentences?|paragraphs?|article|story|statements?|claims?|copy|quotes?|facts|is (?:right|true|correct)|for me))*\s*[:\n]?\s*(?P<rest>\S.*)?$"
        ),
    ),
    (
        "check",
        r"is (?:this|the following)(?: \w+)? (?:right|correct|true|accurate|ok|supported)(?: by the sources)?\s*[:?\n]+\s*(?P<rest>\S.*)$",
    ),
    (
        "compare",
        r"compare\b(?: (?:what|how|the|all|our|your|different|sources?|articles?|reports?|accounts?|versions?|they|say|says|report|each|of them|tell))*(?: (?:on|about|of|for|regarding))?\s*:?\s*(?P<rest>\S.*)?$",
    ),
    (
        "compare",
        (
            r"(?:(?:do|does|did|where do|how do|in what do) (?:the |our |your |these |those |all )?(?:different |two |three )?(?:sources?|articles?|reports?|accounts?|papers?|outlets?|they) "
            r"(?:all )?(?:agree|disagree|differ|contradict|conflict|match|say the same|tell the same)(?: (?:each other|one another|with each other))?|"
            r"(?:are|is) there (?:any )?(?:disagreements?|contradictions?|conflicts?|differences?)(?: between (?:the )?(?:sources|articles|reports))?|"
            r"what do (?:the |our )?(?:different|various|other|all the|individual) (?:sources|articles|reports|papers|outlets) (?:each )?say)"
            r"(?: (?:on|about|over|in|of|regarding|as to))?\s*(?P<rest>.*?)\??$"
        ),
    ),
    (
        "brief",
        (
            r"(?:(?:brief me|(?:give|write|make|get|send) (?:me )?(?:a |an |the )?(?:short |quick |brief )?(?:brief(?:ing)?|summary|overview|rundown|recap)|summari[sz]e|sum up|recap|catch me up|"
            r"bring me up to (?:speed|date)|a (?:brief|summary|overview)|overview|tell me (?:all |everything |more )?(?:about|on)|what do (?:we|you|the sources) know about|"
            r"what(?:'s| is) (?:the (?:story|latest|news|state of play|situation)|known|going on)|fill me in)"
            r"(?: (?:on|about|of|with|regarding|in))?)\s*:?\s*(?P<rest>.*?)\??$"
        ),
    ),
    (
        "show",
        (
            r"(?:(?:show|open|give|cite|quote|print)(?: me)?(?: (?:the|your|its|that|this|all|original))*(?: (?:sources?|citations?|passages?|evidence|references?|context|originals?|proof))\b.*|"
            r"(?:show|open)(?: me)? (?:number |no\. ?|source )?\[?\d+\]?|(?:what|which)(?:'s| is| was| are)? (?:the |your |that )?sources?(?: (?:of|for) (?:that|this|it))?|"
            r"sources?|where (?:does|did|do|is|was) (?:that|this|it|you)"
            r"(?: (?:information|quote|quotation|figure|number|sentence|claim|fact|statement|all|really|then|even)){0,2} (?:come |from|stand|say|get|written)\b.*|"
            r"how do you know(?: that| this)?|says who|where is (?:that|this|it) from|according to (?:whom|what))\s*[?.!]*$"
        ),
    ),
    (
        "new",
        (
            r"(?:what(?:'s| is| was| has| have|s)? (?:new|changed|happened|come in|been added|added)|anything new|any (?:news|updates?|changes)|what(?:'s| are| is) (?:the )?(?:latest|newest|updates?|developments?)|news|updates?)"
            r"(?: (?:today|lately|recently|since|in the last|from|after|on|here|articles|sources)\b\s*(?P<rest>.*?))?\s*\??$"
        ),
    ),
)
_PATTERNS = tuple(
    (kind, re.compile(_PLEASE + pattern, re.IGNORECASE | re.DOTALL)) for kind, pattern in _RULES
)
_POLITE = re.compile(
    r"[,\s]*\b(?:please|thanks|thank you|from (?:one another|each other))[\s.!?]*$", re.IGNORECASE
)
_PLAIN = re.compile(
    r"^(?:who|whom|whose|when|why|how (?:many|much|long|old|far|high|often|big)|is|are|was|were|do|does|did|has|have|had|will|can)\b(?!.*\b(?:sources?|articles?|reports?|documents?|since)\b)",
    re.IGNORECASE,
)
"""Begins like a plain question, and speaks of no source: no other job is looked for."""
_NUMBER = re.compile(r"\d+")

_LIKE: dict[JobKind, tuple[str, ...]] = {
    "show": (
        "show me where you got that from",
        "which document is that in",
        "let me see the original passage",
    ),
    "new": ("what has come in since I was last here", "did anything change since yesterday"),
    "compare": ("how do the reports differ from each other", "put the sources side by side"),
}
CLOSE = 0.8
"""Cosine from which a message is taken to ask what an example asks."""


def job_of(message: str) -> Job:
    """Return what a message asks to be done."""
    text = whole_characters(message).strip()
    if text.startswith("/"):
        return _command(text)
    for kind, pattern in _PATTERNS:
        if found := pattern.match(text):
            rest = _POLITE.sub("", (found.groupdict().get("rest") or "").strip())
            if kind != "check" or _is_text(rest):
                return Job(kind, text if kind == "show" else rest)
    if len(text.split()) >= PASTED and "?" not in text[-3:]:
        return Job("check", text)
    return Job(_alike(text), text)


def _command(text: str) -> Job:
    word, _, rest = text.partition(" ")
    name = word[1:].partition("\n")[0].lower()
    name = "show" if name == "open" else name
    kind: JobKind = next((k for k in JOBS if name and k.startswith(name)), "help")
    return Job(kind, text[len(word.partition("\n")[0]) :].strip() if kind != "help" else rest)


def _is_text(rest: str) -> bool:
    """Tell whether what stands behind "check" is a text and not the rest of a question."""
    return len(rest.split()) >= 4


def _alike(text: str) -> JobKind:
    """Return the job whose examples a short message is nearly like, else "ask"."""
    if len(text.split()) > 14 or _PLAIN.match(text):
        return "ask"
    vectors, kinds = _examples()
    from presscheck.chains.chat.question.likeness import vectors as embed

    likeness = vectors @ embed([text])[0]
    best = int(likeness.argmax())
    return kinds[best] if likeness[best] >= CLOSE else "ask"


@cache
def _examples() -> tuple[Vectors, list[JobKind]]:
    from presscheck.chains.chat.question.likeness import vectors as embed

    pairs = [(kind, text) for kind, texts in _LIKE.items() for text in texts]
    return embed([text for _, text in pairs]), [kind for kind, _ in pairs]


THAT = re.compile(
    r"^(?:and |but |so )?(?:who (?:was it (?:that|who) )?(?:said|says|told|claimed|wrote|stated) (?:that|this|it|so)|who(?:'s| is) that from|"
    r"whose words (?:are|were) (?:that|those|these)|when (?:did|was|were) (?:that|this|it|he|she|they|those)(?: \w+)? (?:say|said|state|stated|announce|announced)"
    r"(?: (?:that|this|it|so))?|when was (?:that|this) said)\s*\??$",
    re.IGNORECASE,
)
"""Asks who said, or when, what the last reply tells."""


def numbers_in(text: str) -> list[int]:
    """Return the numbers named in a message: "show [2]"."""
    return [int(n) for n in _NUMBER.findall(text)]
