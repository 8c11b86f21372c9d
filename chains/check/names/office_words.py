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
    "mep": "mep", "mp": "mp", "secretary-general": "secretary-general", "manager": "manager", "boss": "manager",
    "chairman": "chairman", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "captain": "skipper", "skipper": "skipper", "founder": "founder", "co-founder": "founder", "owner": "owner",
    "sheriff": "sheriff", "coroner": "coroner", "provost": "provost", "dean": "dean", "professor": "professor",
    "prof": "professor", "principal": "principal", "headteacher": "principal", "headmaster": "principal",
    "councilman": "councillor", "councilwoman": "councillor", "councillor": "councillor", "councilor": "councillor",
    "director": "director", "editor": "editor", "commissioner": "commissioner", "administrator": "administrator",
    "doctor": "doctor", "surgeon": "doctor", "detective": "detective", "reporter": "reporter", "journalist": "reporter",
    "correspondent": "reporter", "columnist": "columnist", "analyst": "analyst", "economist": "economist",
    "historian": "historian", "actor": "actor", "actress": "actor", "singer": "singer", "comedian": "comedian",
    "pastor": "pastor",
}  # fmt: skip
JOINED = {
    ("vice", "president"): "vice president", ("prime", "minister"): "prime minister",
    ("press", "secretary"): "spokesman", ("attorney", "general"): "attorney general",
    ("solicitor", "general"): "solicitor general", ("secretary", "general"): "secretary-general",
    ("general", "secretary"): "secretary-general",
}  # fmt: skip
"""Two words that name an office other than either of them."""
ALIKE = (
    frozenset({"minister", "secretary"}), frozenset({"attorney", "lawyer"}), frozenset({"manager", "coach"}),
)  # fmt: skip
"""Offices that are called by either name in one field."""
TRADES = frozenset(
    "general campaign fund funds hedge money portfolio project asset assets city county town village program programme "
    "product case account stage tour business office communications media bank plant site operations sales marketing "
    "press policy personal music talent estate hotel restaurant store shop regional district branch area line "
    "risk security property farm factory company human relations finance investment".split()
)
"""What a manager may manage who is not a team's."""
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
"""Offices of which a person has one at a time. "Leader", "director" go with any."""
AGAINST = {
    "chairman": frozenset("manager coach skipper referee goalkeeper defender midfielder striker sheriff".split()),
    "manager": frozenset("referee goalkeeper defender midfielder striker".split()),
    "president": frozenset("coach manager skipper provost dean".split()),
    "spokesman": frozenset(
        "sheriff mayor governor judge coach manager skipper provost dean coroner chairman".split()
    ) | {"chief executive"},
    "sheriff": frozenset("mayor governor senator representative prosecutor coroner detective".split()),
    "coroner": frozenset("mayor prosecutor detective lawyer".split()),
    "judge": frozenset("senator representative governor mayor president minister".split()),
    "provost": frozenset("chancellor dean".split()),
    "attorney general": frozenset(["governor", "deputy governor", "senator", "representative", "mayor"]),
    "dean": frozenset(["chancellor"]),
    "councillor": frozenset("senator representative governor".split()),
    "detective": frozenset("judge lawyer prosecutor attorney".split()),
}  # fmt: skip
"""Offices that one office excludes, though these may go together."""
LADDERS = (
    frozenset({"chief executive", "chief officer", "chairman", "director", "founder", "president", "owner", "manager",
               "coach", "skipper", "spokesman", "editor", "treasurer", "analyst"}),
    frozenset({"president", "prime minister", "vice president", "chancellor", "governor", "mayor", "secretary", "minister",
               "senator", "representative", "mp", "ambassador", "commissioner", "administrator", "councillor", "director",
               "spokesman", "king", "queen", "sheriff", "attorney general", "solicitor general", "secretary-general"}),
    frozenset({"judge", "lawyer", "prosecutor", "sheriff", "detective", "coroner", "attorney", "solicitor"}),
    frozenset({"professor", "chancellor", "provost", "dean", "principal", "president", "director"}),
    frozenset({"editor", "reporter", "spokesman", "analyst"}),
    frozenset({"actor", "singer", "comedian", "director", "doctor", "lawyer", "economist", "historian"}),
)  # fmt: skip
"""Offices of one kind: who is told to have one, and by the sources another, may be told wrongly."""
TOGETHER = (
    frozenset({"minister", "secretary", "prime minister", "senator", "representative", "mp"}),
    frozenset({"chancellor", "mp"}),
    frozenset({"mayor", "councillor", "mp"}),
    frozenset({"actor", "singer", "comedian", "director"}),
    frozenset({"doctor", "director"}),
    *(frozenset({"professor", other}) for other in ("dean", "provost", "director", "principal")),
)
"""Offices of one kind that many have at a time."""
