"""What a question means: whom its pronouns stand for, which words count, what an answer must tell."""

from __future__ import annotations

import pytest

from presscheck.chains.chat.engine import reply_events
from presscheck.chains.chat.question.phrases import meant, verbs_in
from presscheck.chains.chat.question.reading import kind_of, read_question
from presscheck.evals.chat import last_reply
from presscheck.models import Article, Done, Reply
from presscheck.vectorstore.library import MemoryLibrary

NEWS = """SELM. Carla Hedman, 41, the director of the Selm zoo, resigned on Tuesday. Her deputy, Otto Pryce, found the dead lion on May 3. Police have demanded an apology from the zoo.

The fire in the lion house was put out at 6:40 a.m. It broke out on Sunday. The keeper lives in Norby.

The lions were fed by a keeper, according to Pryce. The last fire, in 2016, lasted nine hours. Hedman's lawyer disputes that she knew of the fault. The town pays 300,000 euros a year for the zoo.
"""
SPOKEN = """OTTO PRYCE: Good morning. We will reopen on June 1.

Q: Do you plan to travel to Norby?

OTTO PRYCE: That's my intention.
"""
LIBRARY = MemoryLibrary(
    [
        Article(text=NEWS, title="Director of Selm zoo resigns", publisher="Selm Post"),
        Article(text=SPOKEN, title="Briefing by Deputy Director Otto Pryce", kind="transcript"),
    ]
)


def ask(*questions: str) -> Reply:
    """Return the last reply of a conversation over the library."""
    return last_reply(questions, LIBRARY)


def test_verbs_of_two_words_are_read_as_one() -> None:
    """Put out is extinguished, in the question and in the source."""
    assert verbs_in("When was the fire put out?") == {"put": "extinguish"}
    assert "extinguish" in meant("The blaze was put out at noon.")
    assert "extinguish" not in meant("The firm put its plans out of sight.")
    assert "6:40" in ask("When was the fire put out?").text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How did he know where it was?", "what"),
        ("What is the keeper's name?", "who"),
        ("Where was it?", "where"),
    ],
)
def test_the_word_that_opens_a_question_says_what_is_asked_for(text: str, kind: str) -> None:
    """A clause behind "how" asks for no place; "what is the name" asks for a person."""
    assert kind_of(text) == kind


def test_according_to_is_no_verb_of_the_question() -> None:
    """The source of a statement is no event that the answer must tell."""
    question = read_question("Who fed the lions, according to Pryce?")

    assert question.according == "Pryce"
    assert "accord" not in {t.lemma for t in question.terms}


def test_a_pronoun_stands_for_whom_the_last_question_is_about() -> None:
    """She is the director of the question before, and not her deputy whom the answer names too."""
    assert "41" in ask("Who is the director of the zoo?", "How old is she?").text


def test_what_is_demanded_has_not_happened() -> None:
    """That somebody demands an apology does not tell whether there was one."""
    assert ask("Has the zoo apologised?").status == "not_in_sources"


def test_an_earlier_event_is_not_the_one_asked_for() -> None:
    """How long the last fire took does not stand before what is told of this one."""
    assert not ask("When did the fire break out?").text.startswith("The last fire")


def test_whose_lawyer_speaks() -> None:
    """The lawyer's words are told, not those of whom he stands for."""
    assert "disputes" in ask("What does Carla Hedman's lawyer say?").text


def test_a_reporters_question_to_you_is_one_about_the_speaker() -> None:
    """A question that the transcript puts to him answers one about him by name."""
    assert "intention" in ask("Will Otto Pryce travel to Norby?").text


def test_a_correction_asks_the_question_again() -> None:
    """What was meant takes the place of what was said."""
    reply = ask("How much does the state pay for the zoo?", "Sorry, I meant the town.")

    assert "300,000" in reply.text


def test_a_dateline_is_no_answer() -> None:
    """A sentence that only names the town tells nothing."""
    events = list(reply_events("What happened in Selm?", [], LIBRARY))

    done = events[-1]
    assert isinstance(done, Done)
    assert not done.reply.text.startswith("SELM. (")


def test_the_parts_of_an_amount_conflict_with_no_other_thing() -> None:
    """Of "1,150 homes, 640 of them in Selm" only the homes are held against what another source counts."""
    sources = [
        Article(text="The flood damaged 1,150 homes, 640 of them in Selm and 510 in Norby.", publisher="A"),
        Article(text="Nineteen families whose homes the flood damaged can't be reached.", publisher="B"),
    ]

    reply = last_reply(["How many homes were damaged?"], MemoryLibrary(sources))

    assert reply.status == "answered"
    assert "1,150" in reply.text
