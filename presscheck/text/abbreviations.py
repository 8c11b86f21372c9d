"""Abbreviations and opening words that tell whether a full stop ends a sentence (in lower case)."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Always followed by more of the same sentence.
BEFORE_NAMES = _words(
    """mr mrs ms mx messrs dr prof gen maj lt col sgt cpl pfc pvt adm capt cmdr cdr brig gov lieut sen sens
    rep reps rev hon pres supt insp det amb atty asst assoc dep dir gens lts cols drs profs govs fr
    msgr ens spc tsgt msgt ssgt ft mt mts mme mlle sra srta e.g i.e cf vs viz approx al cong dist"""
)
# Followed by a number; otherwise the sentence ends.
BEFORE_NUMBERS = _words(
    "no nos vol vols pp p para paras fig figs art arts sec secs ch ver op cl pt app rm ext"
)
# May end a sentence; do so only before a word that begins one.
AMBIGUOUS = _words(
    """inc corp co cos ltd llc plc bros jr sr esq etc st ave blvd rd ste dept div univ est govt intl natl
    assn assocs ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn
    miss mo mont neb nebr nev okla ore pa tenn tex va vt wash wis wisc wyo ont que ph.d m.d b.a m.a
    u.s u.k u.n u.a.e e.u d.c usa ret mfg max min bn mn tn lb lbs oz hr hrs min mins sec kg km cm
    mph tel"""
)
CLOCK = _words("a.m p.m")
AFTER_CLOCK = _words(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet eastern central pacific local"
)
# Words that begin a sentence and hardly ever a name.
STARTERS = _words(
    """the a an this that these those he she it they we you i his her its their our my your there here what
    who when where why how which while if but and or so yet for nor in on at by to from with as
    after before during since until unless although though whereas because however meanwhile moreover still also
    then now today yesterday tomorrow not no yes some many most all both each every several few one
    two three four five six seven eight nine ten another other others such once even just only
    according asked about earlier later last next under over through between among despite instead
    indeed thus nobody nothing everyone everything let is are was were do does did will would can
    could may"""
)
