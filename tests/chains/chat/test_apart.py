"""A sentence about something else than is asked about answers nothing, though its words are those of the question."""

from __future__ import annotations

import pytest

from presscheck.evals.chat import last_reply
from presscheck.models import Article, Reply
from presscheck.vectorstore.library import MemoryLibrary

NEWS = """BRUNDAL. The council of Brundal has sold its old mill to the brewer Osk Tamm for 900,000 euros. Lena Sarkis, 44, who heads the council, voted for it.

Ruta Mehl of the local history society called the price a gift. "It is a mill. You don't drink it," she said.

Tamm criticised the fire rules. He said that they cost him a year. The mill had 12,000 visitors last year.

The road will be widened as soon as the brewery is approved by the county on May 4.

The county pays 70 million euros for roads in Brundal. In 2024 the town had a deficit of 3 million euros; in 2023 it had a deficit of 2 million euros.
"""
SPOKEN = """LENA SARKIS: Good morning. The pilot at the swimming pool began in March.

Q: Ms. Sarkis, can the county stop the sale?

LENA SARKIS: Yes, it can.

Q: Do you fear a lawsuit?

LENA SARKIS: I do. Two neighbours have announced one.
"""
LIBRARY = MemoryLibrary(
    [
        Article(text=NEWS, title="Brundal sells its mill", publisher="Brundal Post"),
        Article(text=SPOKEN, title="News conference on the strike in Brundal", kind="transcript"),
    ]
)


def _asked(*questions: str) -> Reply:
    return last_reply(questions, LIBRARY)


@pytest.mark.parametrize(
    "question",
    [
        "When did the strike begin?",
        "How much does Brundal pay for roads?",
        "How many visitors does the mill have this year?",
        "How old is Osk Tamm?",
        "When was the brewery approved?",
        "Why did the county stop the sale?",
        "Did Tamm call the county?",
        "How many visitors does the mill have each day?",
    ],
)
def test_what_is_said_of_something_else_answers_nothing(question: str) -> None:
    """Another subject, only a place, another year, another's age, not yet done, no reason, no such deed, no such rate."""
    assert _asked(question).status == "not_in_sources"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who is Osk Tamm?", "brewer"),
        ("Who is Ruta Mehl?", "history society"),
        ("Who heads the council?", "Lena Sarkis"),
        ("How old is Lena Sarkis?", "44"),
        ("What did Tamm say about the fire rules?", "cost him a year"),
        ("What did Sarkis say about the pilot?", "March"),
    ],
)
def test_what_is_said_of_this_one_answers(question: str, told: str) -> None:
    """Somebody's office, trade or age, and what is told behind "criticised": "He said that …"."""
    reply = _asked(question)
    assert reply.status == "answered"
    assert told in reply.text


def test_the_year_before_is_another_year() -> None:
    """After a question about 2024 "and the year before?" asks about 2023."""
    assert "2 million" in _asked("What deficit did the town have in 2024?", "And the year before?").text


def test_a_fragment_that_names_nothing_is_not_answered_with_the_same_again() -> None:
    """“And again?” behind a question takes up nothing of it."""
    assert _asked("Who sold the mill?", "And again?").status == "not_in_sources"


def test_a_quotation_is_shown_whole() -> None:
    """What a sentence ends of a quotation is shown from where the quotation begins."""
    assert "It is a mill. You don't drink it" in _asked("What did Ruta Mehl say about drinking?").text
