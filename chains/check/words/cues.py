"""Small closed classes of words that turn, limit, hedge or link a statement."""

from __future__ import annotations

_NEGATIVE = frozenset("not no never none nobody nothing neither nor nowhere without cannot".split())
CONTRAST = frozenset(
    "despite although though however but instead rather contrary unlike whereas while yet".split()
)
EXCLUSIVE = frozenset("only solely exclusively all every always entire entirely completely most both".split())
LIMITS = frozenset(
    """may might could would should can possibly perhaps likely probably reportedly allegedly alleged suspect suspected
    potential potentially appear seem expect expected plan propose consider believe""".split()
)
LINKS = frozenset(
    "because after before since due amid following therefore thus so prompting leading caused".split()
)

NOT_NEGATIVE = frozenset(
    tuple(pair.split())
    for pair in (
        "not only/not just/not merely/not simply/not least/not until/not long/no later/no more/no fewer/no less/"
        "no doubt/no matter/no one/no sooner/without doubt/nothing but/none but/nobody but/none other"
    ).split("/")
)
"""A negative word and the word behind it that together don't negate what follows."""
FIRM = frozenset(
    "fail refuse deny decline reject clear acquit exonerate unable lack stop prevent avoid cease block rule hardly barely yet".split()
)
"""Words that deny what follows without a "not"."""
UNDONE = frozenset("fail refuse decline neglect unable yet".split())
"""Words that, before "to", say that it was not done; as lemmas."""
OUT = frozenset("pull opt drop back bow rule stay keep".split())
"""Words that, with "out", deny what follows."""
ALLEGED = frozenset(
    "claim allege accuse assert contend insist maintain purport suspect rumor rumour argue".split()
)
"""How something is said that others dispute; as lemmas."""
BELIEVED = frozenset("believe fear assume speculate reckon".split())
"""How something is told that is not known; as lemmas."""
HEDGES = frozenset(
    """may might could possibly perhaps likely probably reportedly allegedly alleged suspected potentially apparently
    purportedly presumably""".split()
)
"""Words that tell what follows as possible or alleged."""
INTENTIONS = frozenset(
    """expect plan propose intend hope threaten seek want aim attempt try schedule set prepare likely poised due
    promise pledge vow agree offer apply wait ready willing believe think""".split()
)
"""Words that, before "to", tell what follows as planned or attempted; as lemmas."""
FIXED = frozenset("set due prepare schedule ready agree".split())
"""Those of what has its date: "set to face" may be told with "will"."""
PONDERED = frozenset("consider mull weigh contemplate".split())
"""What somebody does who has not decided; as lemmas."""
PENDING = PONDERED | frozenset("debate discuss draft propose plan review study negotiate".split())
"""What is done before a thing is settled; as lemmas."""
SETTLED = frozenset(
    "pass approve adopt sign seal finalise finalize enact ratify launch complete conclude authorise authorize".split()
)
"""How a thing is settled; as lemmas."""
CHARGED = frozenset("accuse charge suspect indict arrest".split())
CONVICTED = frozenset(["convict"])
"""What somebody may have done, and what a court has found; as lemmas."""
ASKED = frozenset("urge ask implore press pressure beg".split())
"""Words by which somebody asks another "to" do something; as lemmas."""
CONJUNCTIONS = frozenset(
    "and but or as because that which who whom so while when if after before than since".split()
)
QUANTIFIERS = {
    word: rank
    for rank, words in {
        "few": "few little rarely seldom",
        "some": "some several certain sometimes part partly partially occasionally",
        "many": "many often much",
        "most": "most mostly majority usually nearly almost",
        "all": "all every each always entire entirely whole fully completely everyone",
        "none": "none",
    }.items()
    for word in words.split()
}
"""How large a share a word says."""


def is_negative(form: str) -> bool:
    """Tell whether a word in lower case negates, as not, never, without, don't do."""
    return form in _NEGATIVE or form.endswith("n't")


def is_hedge(word: str) -> bool:
    """Tell whether a word tells something as less than a fact."""
    return word in HEDGES or word in LIMITS or word in INTENTIONS
