"""What differs between a statement and one sentence of a source: each kind of difference, and its near misses."""

from __future__ import annotations

import pytest

from presscheck.chains.check.contrasts.differences import contrasts
from presscheck.chains.check.contrasts.roles import swapped
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.statements.hearsay import hearsay
from presscheck.chains.check.words.opposites import are_opposite, exclusive
from presscheck.chains.check.words.reading import Words


def differs(claim: str, source: str) -> str | None:
    """Return the code of what differs, if anything does."""
    found = next(contrasts(Alignment(Words(claim), Words(source))), None)
    return found.reason.code if found else None


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The pier is open.", "The pier is not open."),
        ("The cause is known.", "The cause is not known."),
        ("She has not said that the dam leaks.", "She has said that the dam leaks."),
        ("The boats are no longer missing.", "The boats are still missing."),
        ("He would allow the deal to pass.", "He would not allow the deal to pass."),
        ("Several hotels collapsed.", "Several hotels were damaged but none collapsed."),
        ("The rebels declared a truce.", "The rebels stopped short of declaring a truce."),
        ("The board voted to dismiss the head.", "The board rejected a motion to dismiss the head."),
        ("Officers were able to trace the van.", "Officers have not been able to trace the van."),
    ],
)
def test_a_not_that_is_all_that_differs_is_seen(claim: str, source: str) -> None:
    """Added or lost, beside whatever word, where the words around it are the same."""
    assert differs(claim, source) == "statement.negation"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The board has not yet approved the plan.", "The board has yet to approve the plan."),
        ("Alva Renner is a designer.", "Alva Renner will not be at the show this week."),
        ("Only the captain survived the crash.", "None but the captain survived the crash."),
        ("Hale did not take bribes.", "The inquiry cleared Hale of taking bribes."),
        ("I would consider a smaller plane.", "No, I would consider a smaller plane."),
    ],
)
def test_the_same_told_with_another_not_is_no_contradiction(claim: str, source: str) -> None:
    """Nor is a "not" that belongs to something else."""
    assert differs(claim, source) is None


@pytest.mark.parametrize(
    ("claim", "source", "code"),
    [
        ("She voted for the bill.", "She voted against the bill.", "statement.antonym"),
        ("The court ruled against the state.", "The court ruled in favour of the state.", "statement.antonym"),
        ("Her patients are older, she is older.", "Her patients are older, she is younger.", "statement.antonym"),
        ("All members opposed it on Monday.", "All but two members opposed it on Monday.", "statement.quantifier"),
        ("All five suspects are in jail.", "Only one of the five suspects is in jail.", "statement.quantifier"),
        ("He was the governor of the bank.", "He was the deputy governor of the bank.", "statement.antonym"),
        ("Just before the vote, the mayor left.", "Just after the vote, the mayor left.", "statement.order"),
        ("It spreads more in summer than in winter.", "It spreads more in winter than in summer.", "statement.role"),
    ],
)  # fmt: skip
def test_one_word_in_anothers_place_is_seen(claim: str, source: str, code: str) -> None:
    """For told as against, "all" of what the source says "all but" of, two things changed round."""
    assert differs(claim, source) == code


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Ann and Ben sang at the fair.", "Ben and Ann sang at the fair."),
        ("Ann was praised by Ben on Monday.", "Ben praised Ann on Monday."),
        ("On Monday the mayor resigned.", "The mayor resigned on Monday."),
        ("The bank raised rates in March and in May.", "In May the bank raised rates, as it did in March."),
        ("Charlie Adam plays for Aldport.", "Charlie Adam scored in the game against Aldport."),
        ("The nurse accepts the charges of misconduct.", "The nurse refused to fight the charges of misconduct."),
    ],
)  # fmt: skip
def test_the_same_in_another_order_is_no_contradiction(claim: str, source: str) -> None:
    """Two joined by "and", passive and active, a day at the other end; an opposite that belongs to something else."""
    assert differs(claim, source) is None


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The president has signed the bill.", "The president has promised to sign the bill."),
        ("The house has passed a similar bill.", "The house is considering a similar bill."),
        ("The two states signed a prisoner swap.", "The two states agreed in principle on a prisoner swap."),
        ("The judge sentenced him on June 4.", "The judge will sentence him on June 4."),
        ("Owners were notified by mail in August.", "Owners will be notified by mail in August."),
        ("Prosecutors have appealed against the verdict.", "Prosecutors are considering an appeal against the verdict."),
    ],
)  # fmt: skip
def test_what_is_still_to_come_is_not_done(claim: str, source: str) -> None:
    """A promise, a bill under consideration, an agreement in principle, a "will"."""
    assert differs(claim, source) == "statement.modality"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The firm says it will close the mill.", "The firm said it would close the mill."),
        ("The road was closed due to the storm.", "The road was closed due to the storm in the hills."),
        ("The name change is taking place this year.", "The name change will take place this year."),
    ],
)
def test_what_is_told_as_still_to_come_may_stay_so(claim: str, source: str) -> None:
    """Reported speech, a cause, something under way."""
    assert differs(claim, source) is None


@pytest.mark.parametrize(
    ("claim", "source", "code"),
    [
        ("Police fired live rounds.", "Activists say police fired live rounds.", "source.claimed_by"),
        ("Police fired live rounds.", "Police fired live rounds, according to the rebels.", "source.claimed_by"),
        ("The law was unjust and old.", "The plaintiffs had argued that the law was unjust and old.", "source.claimed_by"),
        ("Police fired live rounds, activists say.", "Activists say police fired live rounds.", None),
        ("Police fired live rounds.", "The coroner says police fired live rounds.", None),
        ("Prosecutors will not seek a new trial.", "Prosecutors said they would not seek a new trial.", None),
    ],
)  # fmt: skip
def test_what_one_side_says_is_no_fact(claim: str, source: str, code: str | None) -> None:
    """Unless the statement says who says so, or it is their own doing."""
    found = hearsay(Alignment(Words(claim), Words(source)))

    assert (found.reason.code if found else None) == code


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The company sued the union.", "The union sued the company."),
        ("Norland was sued by Sudria last year.", "Sudria was sued by Norland last year."),
        ("Brightmart was bought by Homestead.", "Brightmart acquired Homestead."),
        ("Aldport lost 3-1 to Estmere.", "Aldport beat Estmere 3-1."),
        ("Aldport host Estmere next week.", "Estmere host Aldport next week."),
        ("George W. Falk defeated Renner by two votes.", "Renner defeated George W. Falk by two votes."),
    ],
)
def test_who_did_it_to_whom_is_seen_in_more_verbs(claim: str, source: str) -> None:
    """Both voices, verbs of one meaning, "lost to", nouns that are verbs between two names, initials."""
    assert list(swapped(Words(claim), Words(source)))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Estmere lost 3-1 to Aldport.", "Aldport beat Estmere 3-1."),
        ("Homestead was bought by Brightmart.", "Brightmart acquired Homestead."),
        ("Ann Falk met Ben Renner on Monday.", "Ben Renner met Ann Falk on Monday."),
        ("Regulators fined the company last year.", "The company was fined by regulators last year."),
    ],
)
def test_the_same_from_the_other_side_is_no_exchange(claim: str, source: str) -> None:
    """The loser told first, the passive, a meeting."""
    assert not list(swapped(Words(claim), Words(source)))


def test_comparatives_of_opposites_are_opposite() -> None:
    """By their endings, whatever their spelling."""
    assert are_opposite("larger", "smaller")
    assert are_opposite("earliest", "latest")
    assert not are_opposite("larger", "older")


def test_some_words_exclude_each_other_only_in_one_place() -> None:
    """Gold and silver are no opposites; a medal is one of them."""
    assert exclusive("gold", "silver")
    assert not are_opposite("gold", "silver")
    assert not exclusive("gold", "gold")


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Cole told the director only in June.", "Cole did not tell the director until June."),
        ("All states but Halden joined the pact.", "Only Halden did not join the pact."),
        ("The decision was reversed by the court.", "The court acted, reversing the decision."),
        ("The bill passed the council.", "The council passed the bill."),
        ("Berg will appeal, said Ruth Abel, his lawyer.", "Berg's lawyer, Ruth Abel, said he would appeal."),
        ("It fell after the vote before rising again.", "It fell after the vote before rising again."),
        ("He will pay for the boat.", "He agreed to pay for the boat."),
    ],
)
def test_what_is_told_in_other_words_is_no_difference(claim: str, source: str) -> None:
    """A passive, an exception, a limit in time or an inverted "said" turns nothing around."""
    assert differs(claim, source) is None
    assert next(swapped(Words(claim), Words(source)), None) is None


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The board agreed to a sale of the pier.", "The board ruled out a sale of the pier."),
        ("The singer accepted the royal role.", "The singer turned the royal role down."),
        ("Hale was found guilty of fraud by a court.", "A court cleared Hale of fraud."),
        ("Former mayor Ann Hale opened the pier.", "Mayor Ann Hale opened the pier."),
    ],
)
def test_an_opposite_of_several_words_or_in_the_passive_is_seen(claim: str, source: str) -> None:
    """A verb and what belongs to it mean one thing, whoever is the subject."""
    assert differs(claim, source) == "statement.antonym"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("He turned his back on the board of the pier.", "He voted against the board of the pier."),
        ("Hale was found not guilty of fraud by a court.", "A court cleared Hale of fraud."),
        ("Former mayor Ann Hale opened the pier.", "Ann Hale, who was mayor until May, opened the pier."),
        ("The pier in Derby was opened by Ann Hale.", "Ann Hale opened the pier in Derby."),
    ],
)
def test_the_same_in_several_words_is_no_opposite(claim: str, source: str) -> None:
    """Nor is a noun that only looks like a verb's opposite."""
    assert differs(claim, source) is None


def test_roles_told_with_a_noun_are_compared() -> None:
    """With an owner and "on", or with "by"."""
    source = Words("The attack by rebels on the garrison lasted a night.")

    assert next(swapped(Words("The garrison's attack on the rebels lasted a night."), source), None)
    assert not next(swapped(Words("The rebels' attack on the garrison lasted a night."), source), None)


def test_one_who_only_stands_behind_is_not_whom_it_is_done_to() -> None:
    """What a court orders the bank to do it does not order the widow to do."""
    source = "The court ordered the bank to pay a sum to the widow."

    assert differs("The widow was ordered to pay a sum to the bank.", source) == "statement.role"
    assert differs("The bank was ordered to pay a sum to the widow.", source) is None


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Halden is the largest port on the coast.", "Halden is one of the largest ports on the coast."),
        ("Aldport has the largest fleet of the land.", "Aldport has the second largest fleet of the land."),
        ("It is the busiest bridge in the region.", "It is among the busiest bridges in the region."),
    ],
)
def test_one_of_several_is_not_the_first(claim: str, source: str) -> None:
    """A superlative that the source lowers is told too high."""
    assert differs(claim, source) == "statement.quantifier"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "Halden is one of the largest ports on the coast.",
            "Halden is among the largest ports on the coast.",
        ),
        ("Halden is one of the largest ports on the coast.", "Halden is the largest port on the coast."),
        ("The largest ports met in Halden.", "One of the reporters said the largest ports met in Halden."),
        ("The forest is the oldest here.", "The forest, one of many, is the oldest here."),
    ],
)
def test_less_than_the_source_has_is_no_fault(claim: str, source: str) -> None:
    """Nor is a "one of" that belongs to something else."""
    assert differs(claim, source) is None


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The yard at Dunmore will close.", "The yard at Dunmore will close unless a buyer is found."),
        ("The ministers will meet again.", "If the talks fail, the ministers will meet again."),
    ],
)
def test_a_condition_left_off_is_shown(claim: str, source: str) -> None:
    """What will be only if something happens is told as certain."""
    assert differs(claim, source) == "statement.modality"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The yard may close.", "The yard will close unless a buyer is found."),
        ("She asked if the ministers will meet again.", "She asked if the ministers will meet again."),
        ("The yard will close even so.", "The yard will close even if a new buyer is found."),
        ("The union would strike in May.", "The union would strike in May if the talks failed."),
    ],
)
def test_what_is_told_as_open_needs_no_condition(claim: str, source: str) -> None:
    """Nor does an "if" that limits nothing."""
    assert differs(claim, source) is None


def test_a_charge_is_no_conviction() -> None:
    """Whoever is accused or charged has not been convicted; one convicted was charged."""
    assert differs("Tully was convicted of fraud.", "Tully was charged with fraud.") == "statement.antonym"
    assert differs("Sorn was convicted of theft.", "Sorn was accused of theft.") == "statement.antonym"
    assert differs("Tully was charged with fraud.", "Tully was convicted of fraud.") is None
    assert differs("Sorn, accused of theft, was convicted.", "Sorn was convicted of theft.") is None


def test_a_sentence_with_two_links_of_time_is_its_own_order() -> None:
    """Each "after" is held against its own."""
    told = "After small increases for two years they will go up more sharply after 2038, the office said."
    assert differs(told, told) is None
