"""Name forms of one person are joined, those of two are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.text.people import fullest, gender_of, same_person, strip_titles, surname, title_of

SAME = [
    ("Maj. Gen. Pat Ryder", "Ryder"),
    ("Maj. Gen. Pat Ryder", "MAJ. GEN. RYDER"),
    ("Pentagon Press Secretary Air Force Maj. Gen. Pat Ryder", "Patrick S. Ryder"),
    ("Psaki", "MS. PSAKI"),
    ("J.D. Vance", "J. D. Vance"),
    ("JD Vance", "J.D. Vance"),
    ("J. Edgar Hoover", "Edgar Hoover"),
    ("European Commission President Ursula von der Leyen", "von der Leyen"),
    ("Secretary of Health and Human Services Xavier Becerra", "XAVIER BECERRA"),
    ("Rep. Paul D. Ryan (R-Wis.)", "House Speaker Paul Ryan"),
    ("Jeb", "Jeb Bush"),
    ("Clinton", "Hillary Clinton"),
    ("Lloyd J. Austin III", "Austin’s"),
    ("Gustavo Gelpí", "Judge Gelpi"),
    ("Joe Biden", "Joseph R. Biden Jr."),
]
DIFFERENT = [
    ("Bill Clinton", "Hillary Clinton"),
    ("Mr. Clinton", "Mrs. Clinton"),
    ("Mr. Clinton", "Hillary Clinton"),
    ("MS. SULLIVAN", "Jake Sullivan"),
    ("Michael Cohen", "Sacha Cohen"),
    ("Donald Trump Jr.", "Donald Trump Sr."),
    ("the general", "Pat Ryder"),
    ("Ryder", "Austin"),
    ("", ""),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_forms_of_one_person_agree(a: str, b: str) -> None:
    """Titles, initials, short names, case and accents part nobody from themselves."""
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_persons_stay_two(a: str, b: str) -> None:
    """Other first names, other honorifics and other suffixes are other persons."""
    assert not same_person(a, b)
    assert not same_person(b, a)


@pytest.mark.parametrize(
    ("name", "bare", "family"),
    [
        ("Maj. Gen. Pat Ryder", "Pat Ryder", "Ryder"),
        ("Secretary of Defense Lloyd J. Austin III", "Lloyd J. Austin III", "Austin"),
        ("former President Bill Clinton", "Bill Clinton", "Clinton"),
        ("Sen. Ted Cruz, R-Texas", "Ted Cruz", "Cruz"),
        ("President Ursula von der Leyen", "Ursula von der Leyen", "von der Leyen"),
        ("John Major", "John Major", "Major"),
        ("Larry King", "Larry King", "King"),
        ("King Charles", "Charles", "Charles"),
        ("Texas Gov. Greg Abbott", "Greg Abbott", "Abbott"),
        ("Smith", "Smith", "Smith"),
    ],
)
def test_titles_are_stripped(name: str, bare: str, family: str) -> None:
    """What stands before a name goes, words that are part of it stay."""
    assert strip_titles(name) == bare
    assert surname(name) == family


def test_titles_and_gender() -> None:
    """The title in front can be asked for, and tells a gender where the first name does not."""
    assert title_of("Maj. Gen. Pat Ryder") == "Maj. Gen."
    assert gender_of("Ms. Ryder") == "she"
    assert gender_of("Laura Ryder") == "she"
    assert gender_of("Pat Ryder") is None
    assert gender_of("Ryan") is None


def test_fullest_form() -> None:
    """The form with most name words wins, then the one with a title."""
    assert fullest(["Ryder", "GEN. RYDER", "Maj. Gen. Pat Ryder", "Pat Ryder"]) == "Maj. Gen. Pat Ryder"


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_is_symmetric_and_never_fails(a: str, b: str) -> None:
    """Whatever two strings are, comparing them either way gives one answer."""
    assert same_person(a, b) == same_person(b, a)
    assert isinstance(strip_titles(a) + surname(b), str)
