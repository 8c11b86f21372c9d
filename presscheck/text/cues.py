"""The words that report speech: said, told, according to … A list and its forms."""

from __future__ import annotations

from presscheck.text.titles import word_set

# Verbs that take a quotation as their object, whatever stands around; irregular pasts after a slash.
_SPEECH = (
    "say/said tell/told add write/wrote/written tweet retweet ask reply respond answer explain note state declare "
    "announce claim argue insist continue conclude joke quip recall remark observe comment warn acknowledge admit/"
    "admitted concede confirm deny stress emphasize emphasise assert contend maintain complain counter retort shout "
    "yell exclaim cry mutter whisper repeat reiterate boast brag/bragged predict promise pledge vow urge caution "
    "advise testify report post email e-mail text lament opine proclaim reveal disclose inform remind demand plead "
    "thunder deadpan crow scoff snap/snapped chide sneer gush muse wonder agree allege elaborate suggest propose "
    "quote recount relate interject protest object rejoin challenge crack sigh laugh intone summarize summarise "
    "specify clarify affirm reaffirm underscore hint blog inquire stammer bellow bark chant concur enthuse fume "
    "grumble groan gripe growl implore jibe jest kid/kidded marvel moan murmur pronounce rant rave roar scream snarl "
    "sniff sob spit/spat stipulate surmise taunt theorize urge vent volunteer wail swear/swore/sworn rail advertise "
    "echo riff beg/begged instruct preach offer speculate posit/posited theorise"
)
# Verbs that name how somebody speaks of something, with a piece of what was said in marks.
_FRAMING = (
    "call describe label dub/dubbed brand denounce blast criticize criticise praise mock slam/slammed condemn accuse "
    "deride dismiss decry defend refer characterize characterise compare liken attack rip/ripped hail tout cite "
    "think/thought believe feel/felt hope expect fear know/knew/known want wish consider regard mean/meant decide "
    "threaten ridicule tease scold berate assail excoriate cast lambaste pan/panned portray celebrate applaud commend "
    "thank congratulate apologize apologise disagree discuss speak/spoke/spoken read/read begin/began/begun invoke "
    "chastise lash zing/zinged express voice nickname mention attribute pen/penned assure question reject reference "
    "rebuke recommend worry continue vow sum/summed talk/talked conclude appeal knock trash bash rally welcome "
    "summon hammer ding needle admonish exhort prod/prodded entreat reprimand lecture joke caution envision vent depict paint frame equate"
)
_ADVERB_NOT = word_set(
    "only early family ally rally supply reply apply imply comply rely italy july daily bully belly jelly "
    "kelly billy sally emily reilly holy"
)
BEFORE_VERB = word_set(
    "has have had was were is are be been being did does do would will could should can may might must also then "
    "once later never not n't still even just again recently repeatedly already now too first finally often "
    "reportedly famously once who which that ever always soon subsequently apparently simply further furthermore "
    "instead actually basically himself herself themselves himself both all later previously quickly flatly publicly"
)
BE = word_set("is are was were be been being am 's ’s get gets got")
"""Before a verb that tells what was done to somebody."""
MODALS = word_set(
    "to do does did will would can could should may might must not n't don't doesn't didn't won't don’t doesn’t "
    "didn’t won’t 'd ’d 'll ’ll"
)
SPEECH_NOUNS = word_set(
    "answer answers argument arguments assertion assertions assumption assessment attack attacks call calls claim "
    "claims comment comments complaint complaints contention criticism declaration description insistence message "
    "opinion pitch plan plea pledge pledges position prediction promise promises proposal question questions reaction "
    "rebuttal refrain remark remarks reply response responses retort rhetoric slogan speech statement statements "
    "stance suggestion talk testimony threat tweet tweets view views vow warning warnings word words email emails "
    "letter post posts memo motto mantra line lines characterization denunciation advice admission belief"
)
ACCORDING = word_set("according per")
# Role words that are adjectives before another noun ("the general election").
ADJECTIVAL = word_set(
    "general private executive major conservative liberal independent native republican democrat public minor "
    "elder senior junior representative official state school party government police house city media press news "
    "campaign team citizen patient veteran court church college university military army force bank fund post plan"
)
PHRASAL_VERBS = {
    **dict.fromkeys(
        ("fired", "shot", "hit", "struck", "punched", "pushed", "clapped", "fires", "shoots"), "back"
    ),
    **dict.fromkeys(("chimed", "weighed", "cut", "broke", "jumped", "butted", "chimes"), "in"),
    **dict.fromkeys(("went", "goes"), "on"),
    **dict.fromkeys(("piped", "spoke"), "up"),
}
"""Verbs that report speech together with the word behind them ("Rubio fired back")."""
PHRASAL = word_set("out on in back up off down")


def _forms(entry: str) -> set[str]:
    """Return the forms of a verb given as base, or base/past/participle."""
    base, *irregular = entry.split("/")
    forms = {base, *irregular}
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        forms.add(base + "es")
    elif base.endswith("y") and base[-2] not in "aeiou":
        forms.add(base[:-1] + "ies")
    else:
        forms.add(base + "s")
    doubled = irregular[0][:-2] if irregular and irregular[0].endswith("ed") else base
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) else doubled
    forms |= {stem + "ing", base + "ing"} if stem == base else {stem + "ing"}
    if not irregular:
        ending = "d" if base.endswith("e") else "ed"
        forms.add(base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeiou" else base + ending)
    return forms


SPEECH = frozenset(form for entry in _SPEECH.split() for form in _forms(entry))
FRAMING = frozenset(form for entry in _FRAMING.split() for form in _forms(entry)) - SPEECH
CUES = SPEECH | FRAMING
BASES = frozenset(entry.split("/")[0] for entry in f"{_SPEECH} {_FRAMING}".split()) - word_set(
    "read put hit cast"
)


def is_adverb(word: str) -> bool:
    """Tell whether a lower-case word can stand between a subject and its verb."""
    return word in BEFORE_VERB or (word.endswith("ly") and word not in _ADVERB_NOT)
