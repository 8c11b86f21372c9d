"""Every reason a finding can have: its code, its one verdict, its one severity, and a line that explains it.

The table in the docs is made from this enum (`scripts/make_docs.py`), so the two cannot drift apart.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class Verdict(StrEnum):
    """What the sources say of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    NOT_FOUND = "not_found"
    NOT_CHECKABLE = "not_checkable"


class Severity(StrEnum):
    """What a person has to do about a finding, worst first."""

    FIX = "fix"
    SOURCE = "source"
    LOOK = "look"
    OK = "ok"
    INFO = "info"


class Reason(Enum):
    """A reason code with its verdict, severity and description; `Reason("quote.altered")` looks one up."""

    verdict: Verdict
    severity: Severity
    description: str

    QUOTE_VERBATIM = "quote.verbatim", "supported", "ok", "The words stand in the source exactly."
    QUOTE_ADJUSTED = (
        "quote.adjusted",
        "supported",
        "ok",
        (
            "Only lawful differences: first letter's case, end punctuation, typography, [brackets], an ellipsis "
            "that leaves the sense, left-out 'uh' and repeats, a part of a sentence."
        ),
    )
    QUOTE_SECONDHAND = (
        "quote.secondhand",
        "supported",
        "look",
        "Verbatim, but only in another article, not in a transcript or an official text.",
    )
    QUOTE_ALTERED = "quote.altered", "contradicted", "fix", "The utterance is in a source, but words differ."
    QUOTE_NEGATION_LOST = (
        "quote.negation_lost",
        "contradicted",
        "fix",
        "A 'not' of the source is lost or added.",
    )
    QUOTE_SPLICED = (
        "quote.spliced",
        "contradicted",
        "fix",
        "Two statements or two speakers are joined into one.",
    )
    QUOTE_PARAPHRASE = (
        "quote.paraphrase",
        "contradicted",
        "fix",
        "A source says the same in other words: not a quotation.",
    )
    QUOTE_CONDITION_CUT = (
        "quote.condition_cut",
        "supported",
        "look",
        "A limiting clause ('unless …') is left off; the words left out are shown.",
    )
    QUOTE_NOT_IN_TRANSCRIPT = (
        "quote.not_in_transcript",
        "not_found",
        "source",
        "The complete record of the event is stored and lacks these words.",
    )
    QUOTE_NOT_IN_EXCERPT = (
        "quote.not_in_excerpt",
        "not_found",
        "source",
        "Only excerpts of what the speaker said are stored, and they lack these words.",
    )
    QUOTE_NOT_FOUND = (
        "quote.not_found",
        "not_found",
        "source",
        "Nothing like these words stands in any source.",
    )

    SPEAKER_MATCH = "speaker.match", "supported", "ok", "The person named said it."
    SPEAKER_WRONG = "speaker.wrong", "contradicted", "fix", "Somebody else said it."
    SPEAKER_REPORTER = (
        "speaker.reporter",
        "contradicted",
        "fix",
        "It is a reporter's question, not an answer.",
    )
    SPEAKER_TOLD_OF = (
        "speaker.told_of",
        "not_checkable",
        "look",
        "The person named only tells of it: another's words, or a claim to be rejected.",
    )
    SPEAKER_UNKNOWN = "speaker.unknown", "not_checkable", "look", "The speaker is anonymous or not named."

    FIGURE_MATCH = "figure.match", "supported", "ok", "A source has the same value for the same thing."
    FIGURE_ROUNDED = "figure.rounded", "supported", "ok", "Borne out by the hedge or by rounding."
    FIGURE_DERIVED = (
        "figure.derived",
        "supported",
        "ok",
        "Follows from the sources by arithmetic; proof shown.",
    )
    FIGURE_VALUE = (
        "figure.value",
        "contradicted",
        "fix",
        "The best source has another value for the same thing.",
    )
    FIGURE_SCALE = "figure.scale", "contradicted", "fix", "Thousand, million or billion are mixed up."
    FIGURE_UNIT = "figure.unit", "contradicted", "fix", "The value is right, its unit is not."
    FIGURE_CURRENCY = "figure.currency", "contradicted", "fix", "The amount is right, its currency is not."
    FIGURE_BOUND = "figure.bound", "contradicted", "fix", "'More than' or 'fewer than' is not borne out."
    FIGURE_DIRECTION = (
        "figure.direction",
        "contradicted",
        "fix",
        "A rise is told as a fall, or a fall as a rise.",
    )
    FIGURE_POINTS = "figure.points", "contradicted", "fix", "Percent and percentage points are mixed up."
    FIGURE_OUTDATED = "figure.outdated", "contradicted", "look", "A newer source has moved on."
    FIGURE_ARITHMETIC = "figure.arithmetic", "contradicted", "fix", "The text contradicts itself."
    FIGURE_NOT_FOUND = "figure.not_found", "not_found", "source", "No source has this figure."

    DATE_MATCH = "date.match", "supported", "ok", "A source has the same date for the same thing."
    DATE_VALUE = "date.value", "contradicted", "fix", "The best source has another date for the same thing."
    DATE_WEEKDAY = "date.weekday", "contradicted", "fix", "The weekday does not fall on that date."
    DATE_NOT_FOUND = "date.not_found", "not_found", "info", "No source dates it."

    NAME_MATCH = "name.match", "supported", "ok", "The name stands in a source as written."
    NAME_SPELLING = "name.spelling", "contradicted", "fix", "The sources spell the name otherwise."
    NAME_TITLE = "name.title", "contradicted", "fix", "A source gives the person another title for that date."
    NAME_OTHER = "name.other", "contradicted", "fix", "The sources name somebody or something else here."
    NAME_DOUBTFUL = (
        "name.doubtful",
        "not_found",
        "look",
        "The sources have another office, or a like place, and never this one; both may be right.",
    )
    NAME_NOT_FOUND = "name.not_found", "not_found", "info", "No source has this name."

    STATEMENT_SUPPORTED = "statement.supported", "supported", "ok", "A source carries the statement."
    STATEMENT_NEGATION = (
        "statement.negation",
        "contradicted",
        "fix",
        "The source says the opposite: a 'not' differs.",
    )
    STATEMENT_MODALITY = (
        "statement.modality",
        "contradicted",
        "look",
        "What may be or is alleged is told as fact.",
    )
    STATEMENT_ANTONYM = "statement.antonym", "contradicted", "fix", "An opposite word stands in the source."
    STATEMENT_ROLE = "statement.role", "contradicted", "fix", "Who did it and to whom are swapped."
    STATEMENT_QUANTIFIER = (
        "statement.quantifier",
        "contradicted",
        "fix",
        "'Some' is told as 'all', or the like.",
    )
    STATEMENT_ORDER = "statement.order", "contradicted", "fix", "The order in time is turned around."
    STATEMENT_JOINED = (
        "statement.joined",
        "not_found",
        "look",
        "The parts are sourced, the link between them (because, after, in line with) is not.",
    )
    STATEMENT_UNSUPPORTED = (
        "statement.unsupported",
        "not_found",
        "info",
        "No source carries the statement.",
    )

    CLAIM_OPINION = "claim.opinion", "not_checkable", "info", "An opinion."
    CLAIM_PREDICTION = (
        "claim.prediction",
        "not_checkable",
        "info",
        "An unattributed forecast no source speaks of.",
    )
    CLAIM_QUESTION = "claim.question", "not_checkable", "info", "A question."

    SOURCE_DISAGREE = (
        "source.disagree",
        "conflicting",
        "look",
        "Sources of like rank and time differ; each is listed.",
    )
    SOURCE_DENIED = (
        "source.denied",
        "not_found",
        "look",
        "The source denies it, and the text states it as fact.",
    )
    SOURCE_CLAIMED_BY = (
        "source.claimed_by",
        "not_found",
        "look",
        "The source only reports another's claim, which the text states as fact.",
    )
    SOURCE_SELF_ONLY = (
        "source.self_only",
        "not_checkable",
        "look",
        "Nothing but the text itself or its copies is stored.",
    )
    CHECK_NO_MODEL = "check.no_model", "not_checkable", "look", "The model could not be asked."
    CHECK_BUDGET = "check.budget", "not_checkable", "look", "The budget ended before this was checked."
    CHECK_LANGUAGE = "check.language", "not_checkable", "look", "The checks do not read this language."
    CHECK_TOO_LONG = "check.too_long", "not_checkable", "look", "Too long to be checked."

    def __new__(cls, code: str, verdict: str = "", severity: str = "", description: str = "") -> Reason:
        """Make the member; its value is the code alone (so `Reason("quote.altered")` needs no more than that)."""
        member = object.__new__(cls)
        member._value_ = code
        member.verdict = Verdict(verdict)
        member.severity = Severity(severity)
        member.description = description
        return member

    @property
    def code(self) -> str:
        """The code, such as `quote.altered`."""
        return str(self.value)

    @property
    def family(self) -> str:
        """The part before the dot, such as `quote`."""
        return self.code.partition(".")[0]

    def __str__(self) -> str:
        return self.code
