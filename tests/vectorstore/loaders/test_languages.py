"""The language of a text is told where it is sure, and stays English where it is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from presscheck import Article, check_text
from presscheck.vectorstore.loaders import as_article, load
from presscheck.vectorstore.loaders.languages import code_of, language_of

SENTENCES = {
    "de": ["Der Hafen von Halden wurde am Montag geschlossen, weil die Pfähle verfault sind.", "Die Regierung hat am Dienstag neue Sanktionen angekündigt."],
    "fr": ["Le port de Halden a été fermé lundi parce que ses piliers sont pourris.", "Selon elle, les travaux coûteront quatre millions de dollars."],
    "es": ["El puerto de Halden se cerró el lunes porque sus pilotes están podridos.", "La ministra anunció el martes nuevas medidas contra la inflación."],
    "it": ["Il porto di Halden è stato chiuso lunedì perché i pali sono marci.", "La capitana ha detto che i lavori costeranno quattro milioni."],
    "pt": ["O porto de Halden foi fechado na segunda-feira porque as estacas estão podres."],
    "nl": ["De haven van Halden is maandag gesloten omdat de palen verrot zijn.", "Het is niet waar, zei de minister, dat we in de haven te laat waren."],
    "pl": ["Port w Halden został zamknięty w poniedziałek, ponieważ pale zgniły."],
    "sv": ["Hamnen i Halden stängdes i måndags eftersom pålarna har ruttnat."],
    "da": ["Havnen i Halden blev lukket i mandags, fordi pælene er rådne."],
    "tr": ["Halden limanı, kazıkları çürüdüğü için pazartesi günü kapatıldı."],
    "ru": ["Порт Халдена закрыли в понедельник, потому что его сваи сгнили."],
    "uk": ["Порт Галдена закрили в понеділок, бо його палі згнили."],
    "ar": ["أغلق ميناء هالدن يوم الاثنين لأن دعائمه تعفنت."],
    "zh": ["哈尔登港因木桩腐烂于星期一关闭。"],
    "ja": ["ハルデン港は杭が腐ったため月曜日に閉鎖された。"],
    "ko": ["할덴 항구는 말뚝이 썩어 월요일에 폐쇄되었다."],
    "el": ["Το λιμάνι του Χάλντεν έκλεισε τη Δευτέρα επειδή σάπισαν οι πάσσαλοι."],
    "he": ["נמל הלדן נסגר ביום שני משום שהעמודים נרקבו."],
}  # fmt: skip
GERMAN = (
    "Die Hafenbehörde hat am Montag den Nordkai geschlossen. Taucher hatten dort schwere Schäden gefunden. Die Reparatur "
    "soll vier Millionen kosten und bis Juni dauern. Der Bürgermeister versprach, dass die Fischer entschädigt werden. "
    "Viele von ihnen glauben das nicht und fordern eine Anhörung im Kreistag. Siebenunddreißig von einundvierzig Booten "
    "haben einen Brief unterschrieben, in dem sie vor Verlusten warnen. Am Südkai können Schiffe weiter anlegen, solange "
    "der Wind nicht stärker als Windstärke neun ist. Ein Sprecher der Reederei sagte, man habe den Fahrplan schon geändert "
    "und werde die Kunden rechtzeitig unterrichten. Ob die Regatta im Sommer stattfindet, ist noch offen. "
)
ENGLISH = [
    "Halden port closes north quay Monday, repairs cost $4.2 million",
    "Quay closed",
    "",
    "12,000 — 4.5 %",
    "Lena Ortega, Jonas Brandt, Jean-Pierre Dupont, María García, Giovanni Rossi, Søren Larsen, Łukasz Nowak",
    "Deutsche Hafenbank AG, Société de la Côte, Banco del Puerto, Crédit Maritime, Rederij van Dijk",
    "Goals: Müller 12, Schmidt 45, Weber 77. Attendance: 45,000. Referee: Jansen.",
    "“Der Hafen bleibt zu”, the harbour master told reporters in German, and nobody asked what that meant for the town.",
    "Beijing Shanghai Guangzhou Shenzhen Chongqing Tianjin Wuhan Chengdu",
]


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts]
)
def test_one_sentence_tells_its_language(code: str, text: str) -> None:
    """Eighteen languages, a sentence each."""
    assert language_of(text) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_what_is_short_or_mixed_stays_english(text: str) -> None:
    """Headlines, lists of foreign names, foreign words within an English sentence."""
    assert language_of(text) == "en"


def test_a_long_text_is_mixed_where_its_halves_differ() -> None:
    """A German head over an English body, or the other way round, does not make a text foreign."""
    english = "The harbour was closed on Monday because its piles have rotted, the board said. "

    assert language_of(GERMAN * 5) == "de"
    assert language_of(GERMAN + english * 100) == "en"
    assert language_of(english * 60 + GERMAN * 5) == "en"


def test_a_file_a_text_and_an_article_are_told_alike(tmp_path: Path) -> None:
    """All three ways in tell the language; what was told stays."""
    text = SENTENCES["de"][0]
    path = tmp_path / "a.txt"
    path.write_text(text)
    (told,) = load(path)

    assert isinstance(told, Article)
    assert [told.language, as_article(text).language, as_article(Article(text=text)).language] == ["de"] * 3
    assert as_article(Article(text=text, language="en")).language == "en"


def test_a_draft_in_another_language_is_reported_as_not_checked() -> None:
    """One finding says so, and nothing counts as checked."""
    report = check_text(" ".join(SENTENCES["de"]), [Article(text="The harbour was closed on Monday.")])

    assert [f.reason.code for f in report.findings] == ["check.language"]
    assert report.support is None


def test_english_loads_no_library() -> None:
    """The quick look is enough for English, so that a check stays light."""
    code = (
        "import sys; from presscheck.vectorstore.loaders import as_article; "
        "as_article('The harbour board closed the quay on Monday because its piles have rotted.'); "
        "print(sorted(m for m in ('py3langid', 'numpy', 'lxml') if m in sys.modules))"
    )

    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("en", "en"),
        ("en-GB", "en-gb"),
        ("English", "en"),
        ("eng", "en"),
        ("spanish", "es"),
        ("Klingonish!", None),
    ],
)
def test_languages_are_read_as_apis_tell_them(told: str, code: str | None) -> None:
    """A code, or a name in English."""
    assert code_of(told) == code
