"""The words that dates and times are written with, and what each stands for."""

from __future__ import annotations

from typing import Final

MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTHS: Final = {name: i for i, name in enumerate(MONTH_NAMES, 1)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = {name: i for i, name in enumerate(WEEKDAY_NAMES)}
SHORT_WEEKDAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SHORT_NAMES: Final = frozenset(SHORT_WEEKDAYS) | (MONTHS.keys() - set(MONTH_NAMES))
"""Months and weekdays cut short, as they stand before a full stop."""

UNITS: Final = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour",
    "day": "day", "night": "day", "week": "week", "weekend": "weekend", "fortnight": "fortnight", "month": "month",
    "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade", "century": "century",
}  # fmt: skip
UNIT_WORDS: Final = (
    UNITS
    | {w + "s": u for w, u in UNITS.items() if w != "century"}
    | {"centuries": "century", "mins": "minute"}
)
UNIT_SECONDS: Final = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "weekend": 2 * 86400, "week": 7 * 86400,
    "fortnight": 14 * 86400, "month": 30 * 86400, "quarter": 91 * 86400, "year": 365 * 86400,
    "decade": 3652 * 86400, "century": 36525 * 86400,
}  # fmt: skip

SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

DAY_PARTS: Final = {
    "morning": (5, 11), "afternoon": (12, 17), "evening": (17, 22), "night": (18, 23), "overnight": (0, 6),
}  # fmt: skip
"""First and last hour of each part of a day, both included; 'night' reaches midnight."""

SMALL_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "tens": 10,
}  # fmt: skip

ZONES: Final = {
    "GMT": "Z", "UTC": "Z", "Z": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "BST": "+01:00", "CET": "+01:00",
    "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "IST": "+05:30", "JST": "+09:00",
    "KST": "+09:00", "SGT": "+08:00", "HKT": "+08:00", "AEST": "+10:00", "AEDT": "+11:00",
    "ET": "ET", "CT": "CT", "MT": "MT", "PT": "PT",
}  # fmt: skip
"""Zones with one offset all year; those that shift with summer time (ET, CT, MT, PT) keep their name."""
ZONE_NAMES: Final = {
    "eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT", "local": "", "kyiv": "", "moscow": "+03:00",
    "beijing": "+08:00", "london": "", "tokyo": "+09:00", "eastern european": "",
}  # fmt: skip
