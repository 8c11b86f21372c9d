"""Currencies: signs before an amount, codes and words after it, as ISO 4217 codes (cents and pence by their own names)."""

from __future__ import annotations

import re

# code | signs and abbreviations that stand before an amount
_SIGNS = """
USD|us$,$us,usd$,u.s. $,u.s.$,$
AUD|a$,$a,au$,aud$
CAD|c$,ca$,cdn$,cad$,can$,$c
NZD|nz$,$nz,nzd$
HKD|hk$,hkd$
SGD|s$,sgd$,sg$
TWD|nt$
BRL|r$
MXN|mx$,mex$,mxn$
JMD|j$
TTD|tt$
BND|b$
GBP|£,stg£,ps,#
EUR|€
JPY|¥,y=,jp¥
CNY|cn¥,rmb¥,rmb
INR|₹,rs.,rs
KRW|₩
RUB|₽
TRY|₺
UAH|₴
ILS|₪
VND|₫
THB|฿
NGN|₦
PHP|₱,p$
CRC|₡
BTC|₿
KZT|₸
GEL|₾
GHS|₵,gh₵
MYR|rm
IDR|rp
SEK|kr
CHF|sfr,chf
KES|ksh,kshs
TZS|tsh
UGX|ush
PLN|zł
"""
CODES = (
    "usd eur gbp jpy cny aud cad chf sek nok dkk nzd hkd sgd twd krw inr rub uah pln czk huf ron bgn try ils aed sar qar kwd bhd omr egp "
    "zar ngn kes ghs brl mxn ars clp cop pen uyu thb vnd idr myr php pkr bdt lkr kzt gel amd azn isk irr iqd jod lbp mad tnd dzd etb ugx tzs"
).split()
# code | words that stand after an amount; a plain dollar is a US dollar
_WORDS = """
USD|dollars,dollar,bucks,buck,greenbacks,u.s. dollar,us dollar,american dollar
CAD|canadian dollar
AUD|australian dollar,aussie dollar
NZD|new zealand dollar
HKD|hong kong dollar
SGD|singapore dollar
TWD|taiwan dollar
JMD|jamaican dollar
EUR|euro,euros
GBP|pound sterling,pounds sterling,sterling,british pound,quid
EGP|egyptian pound
SDG|sudanese pound
LBP|lebanese pound
SYP|syrian pound
TRY|turkish pound,lira,turkish lira
JPY|yen,japanese yen
CNY|yuan,chinese yuan,renminbi,rmb,yuan renminbi
KRW|won,south korean won,korean won
INR|rupee,indian rupee
PKR|pakistani rupee
LKR|sri lankan rupee
NPR|nepalese rupee
IDR|rupiah
RUB|ruble,rouble,russian ruble
UAH|hryvnia,hryvnias
PLN|zloty,zlotys,złoty
HUF|forint
CZK|koruna,czech koruna,czech crown
RON|lei,leu
BGN|lev,leva
ILS|shekel,new shekel,israeli shekel
AED|dirham
SAR|riyal,saudi riyal
IRR|rial,iranian rial
QAR|qatari riyal
KWD|kuwaiti dinar
IQD|dinar,iraqi dinar
ZAR|rand,south african rand
NGN|naira
GHS|cedi
KES|shilling,kenyan shilling
ETB|birr
BRL|real,reais,brazilian real,brazilian reais
MXN|peso,mexican peso
ARS|argentine peso,argentinian peso
CLP|chilean peso
COP|colombian peso
PHP|philippine peso
VES|bolivar
THB|baht,thai baht
VND|dong,vietnamese dong
MYR|ringgit,malaysian ringgit
BDT|taka
KZT|tenge
GEL|lari
PEN|sol,soles
CHF|swiss franc,franc
SEK|krona,kronor,swedish krona,swedish kronor,crown,swedish crown
NOK|krone,kroner,norwegian krone,norwegian kroner,norwegian crown
DKK|danish krone,danish kroner,danish crown
BTC|bitcoin,bitcoins
FIM|finnish markka,markka
ESP|peseta
NLG|dutch guilder,guilder
DEM|deutsche mark,deutschemark,d-mark
cent|cent,cents,c,¢,pennies
penny|penny,pence,p
sen|sen
kopeck|kopeck
paisa|paise
eurocent|eurocent
"""


def _by_spelling(table: str) -> dict[str, str]:
    rows = (line.split("|") for line in table.strip().splitlines())
    return {word: code for code, words in rows for word in words.split(",")}


SIGNS = _by_spelling(_SIGNS)
WORDS = _by_spelling(_WORDS)
MINOR = {"cent": "USD", "penny": "GBP", "sen": "MYR", "kopeck": "RUB", "paisa": "INR", "eurocent": "EUR"}
"""Hundredths of a currency, and which."""

_AMBIGUOUS = frozenset("real sol crown lev won rand sterling c p leu lei".split())
_WORDLIKE = frozenset("try cop pen mad gel rub ron top isk all".split())
_CODES = [c for c in CODES if c not in _WORDLIKE]
_PREFIXES = sorted([*SIGNS, *_CODES], key=len, reverse=True)
BEFORE = re.compile(
    r"(?:^|(?<![a-z.]))("
    + "|".join(
        re.escape(s).replace(r"\$", r"[ ]?\$")
        if (len(s) > 2 or s == "c$") and s.endswith("$")
        else re.escape(s)
        for s in _PREFIXES
    )
    + r"|m(?=aud|cad|usd|eur|gbp)(?:aud|cad|usd|eur|gbp))[ \u00a0]?[-−]?$"
)
_MONEY = re.compile(r"\d{1,3}(?:,\d{3})+\b|\d[\d.]*\s?(?:k|m|mn|bn|million|billion)\b")
"""An amount that is no number of a list: "#35,000", "# 1m"."""
AFTER_PREFIX = re.compile(
    r"(?:us|a|au|c|ca|nz|hk|s|nt|r|mx)?[ ]?(?:\$us|\$|£|€|¥|₹|rm)[ ]?|(?:usd|eur|gbp|chf|rmb|rs\.?)[ ]?(?=\d)"
)
_AFTER = re.compile(
    r"(?:\s|-)?(?:in\s)?("
    + "|".join(
        re.escape(w) + (r"s?" if w[-1] not in "s¢" and w[0] not in "cp" or len(w) > 4 else "")
        for w in sorted([*WORDS, *_CODES], key=len, reverse=True)
    )
    + r"|us\$|\$|€|£|₡|₽|₴|₪|kr)(?![a-z\d])"
)
_DEFAULT_DOLLAR = re.compile(
    r"(?:all|dollar)\s(?:figures|amounts|prices|values|sums)(?:\s\w+){0,4}?\s(?:in|are)"
    r"\s(canadian|australian|new zealand|hong kong|singapore|taiwan)\sdollars"
)
_COUNTRY = {
    "canadian": "CAD",
    "australian": "AUD",
    "new zealand": "NZD",
    "hong kong": "HKD",
    "singapore": "SGD",
    "taiwan": "TWD",
}


def sign_before(folded: str, at: int) -> tuple[str, int, float] | None:
    """Return the currency whose sign or code ends at `at`, where it begins, and a scale hidden in it ("MAUD" is 1e6)."""
    match = BEFORE.search(folded, max(0, at - 8), at)
    if match is None:
        return None
    sign = match[1].replace(" ", "")
    if (sign == "ps" and not folded[at : at + 2].isdigit()) or (sign == "#" and not _MONEY.match(folded, at)):
        return None  # a PlayStation or a list's number, not a garbled "£"
    if sign in SIGNS or sign in CODES:
        return SIGNS.get(sign) or sign.upper(), match.start(1), 1.0
    return sign[1:].upper(), match.start(1), 1e6


def word_after(folded: str, at: int) -> tuple[str, int] | None:
    """Return the currency named from `at` on ("million" already read) and where the name ends."""
    match = _AFTER.match(folded, at)
    if match is None:
        return None
    word = re.sub(r"\s", " ", match[1])
    if word in _AMBIGUOUS and not _plain(folded, at, word):
        return None
    code = WORDS.get(word) or WORDS.get(word.removesuffix("s")) or SIGNS.get(word)
    return (code or word.upper(), match.end())


def _plain(folded: str, at: int, word: str) -> bool:
    """Whether a word that is also something else ("won", "p") can be a currency here: glued to digits, or not a verb."""
    if word in ("p", "c"):
        return folded[at : at + 1] == word and at > 0 and folded[at - 1].isdigit()
    if word == "won":
        return bool(re.search(r"(?:thousand|[mbt]r?illion|\d[\d,]{3,})$", folded[max(0, at - 12) : at]))
    return not re.match(rf"\s+{word}\s+[a-z]{{4,}}", folded[at : at + 24])


def default_dollar(folded: str) -> str:
    """Return the currency of a plain "$": USD unless the text says that its figures are in others."""
    match = _DEFAULT_DOLLAR.search(folded) if "dollars" in folded else None
    return _COUNTRY[match[1]] if match else "USD"


def is_currency(unit: str) -> bool:
    """Whether the unit is money, "per" something or not."""
    head = unit.partition(" per ")[0]
    return (len(head) == 3 and head.isupper()) or head in MINOR
