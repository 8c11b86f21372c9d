"""The words that titles are made of: ranks, heads of offices, and which offices exclude each other."""

from __future__ import annotations

RANKS = {
    "general": "general", "gen": "general", "colonel": "colonel", "col": "colonel", "maj": "major",
    "lt": "lieutenant", "lieutenant": "lieutenant", "capt": "captain", "sgt": "sergeant", "sergeant": "sergeant",
    "adm": "admiral", "admiral": "admiral", "cmdr": "commander", "corporal": "corporal", "cpl": "corporal",
    "constable": "constable", "inspector": "inspector", "insp": "inspector", "superintendent": "superintendent",
    "supt": "superintendent",
}  # fmt: skip
HEADS = {
    "president": "president", "premier": "prime minister", "chancellor": "chancellor", "king": "king",
    "queen": "queen", "pope": "pope", "secretary": "secretary", "minister": "minister", "senator": "senator",
    "sen": "senator", "congressman": "representative", "congresswoman": "representative", "rep": "representative",
    "representative": "representative", "governor": "governor", "gov": "governor", "mayor": "mayor",
    "ambassador": "ambassador", "amb": "ambassador", "spokesman": "spokesman", "spokeswoman": "spokesman",
    "spokesperson": "spokesman", "justice": "judge", "judge": "judge", "magistrate": "judge",
    "attorney": "attorney", "lawyer": "lawyer", "counsel": "lawyer", "barrister": "lawyer", "solicitor": "solicitor", "prosecutor": "prosecutor",
    "speaker": "speaker", "prince": "prince", "princess": "princess", "vp": "vice president", "emir": "emir",
    "sultan": "sultan", "executive": "chief executive", "ceo": "chief executive", "cfo": "chief officer",
    "coo": "chief officer", "cto": "chief officer", "treasurer": "treasurer", "controller": "controller",
    "comptroller": "controller", "consul": "consul", "coach": "coach", "referee": "referee", "umpire": "referee",
    "goalkeeper": "goalkeeper", "defender": "defender", "midfielder": "midfielder", "striker": "striker",
    "forward": "striker", "bishop": "bishop", "archbishop": "archbishop", "rabbi": "rabbi", "imam": "imam",
    "mep": "mep", "mp": "mp", "secretary-general": "secretary-general",
}  # fmt: skip
JOINED = {
    ("vice", "president"): "vice president", ("prime", "minister"): "prime minister",
    ("press", "secretary"): "spokesman", ("attorney", "general"): "attorney general",
    ("solicitor", "general"): "solicitor general", ("secretary", "general"): "secretary-general",
    ("general", "secretary"): "secretary-general",
}  # fmt: skip
"""Two words that name an office other than either of them."""
ALIKE = (frozenset({"minister", "secretary"}), frozenset({"attorney", "lawyer"}))
"""Offices that are called by either name in one field."""
PUBLIC = frozenset("state government federal crown district prosecuting general".split())
"""Words that make a lawyer the state's, who may prosecute."""
BRIEF_DOMAINS = {"cfo": "finance", "coo": "operation", "cto": "technology"}
CHIEFS = {"financial": "finance", "operating": "operation", "legal": "law", "tech": "technology"}
"""The field of a company's chief officer, where its adjective names it."""
COMPANY_FIELDS = frozenset(
    "finance operation technology investment information marketing risk law medical revenue product compliance".split()
)
EXCLUSIVE = (
    frozenset({"president", "vice president", "prime minister", "chancellor", "king", "queen", "pope", "secretary",
               "spokesman", "ambassador", "prince", "princess", "emir", "sultan", "minister", "attorney general",
               "solicitor general", "secretary-general", "consul"}),
    frozenset({"senator", "representative", "governor", "mayor"}),
    frozenset({"senator", "representative", "mp", "mep"}),
    frozenset({"secretary", "senator", "spokesman", "mayor"}),
    frozenset({"chief executive", "mayor", "senator", "ambassador"}),
    frozenset({"chief executive", "chief officer", "treasurer", "controller"}),
    frozenset({"judge", "attorney", "solicitor general", "attorney general"}),
    frozenset({"judge", "prosecutor", "lawyer"}),
    frozenset({"coach", "referee", "goalkeeper", "defender", "striker"}),
    frozenset({"coach", "referee", "goalkeeper", "midfielder"}),
    frozenset({"pope", "bishop", "archbishop", "rabbi", "imam"}),
)  # fmt: skip
"""Offices of which a person has one at a time. "Chairman", "leader", "director" go with any."""
