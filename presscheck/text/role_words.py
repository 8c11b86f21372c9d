"""Nouns that name who may speak: persons by office or occupation, bodies, and papers that "say" things."""

from __future__ import annotations

from typing import Literal

from presscheck.text.titles import FRONT_TITLES, TITLES, word_set

PERSON_NOUNS = (TITLES | FRONT_TITLES | word_set(
    "man woman person people boy girl guy lady kid child student teacher voter supporter critic opponent rival ally "
    "friend colleague neighbor neighbour neighbour expert scholar professor user blogger writer author reader viewer "
    "fan follower player star actor actress singer comedian artist musician director producer mogul tycoon magnate "
    "billionaire millionaire developer owner investor banker trader farmer worker driver nurse doctor soldier veteran "
    "officer officials official aide adviser advisor insider operative staffer assistant source insiders democrat "
    "republican conservative liberal libertarian independent frontrunner front-runner hopeful contender incumbent "
    "challenger candidate nominee legislator lawmaker politician statesman diplomat envoy minister prosecutor judge "
    "lawyer attorney plaintiff defendant witness victim suspect resident native citizen immigrant protester activist "
    "organizer organiser advocate volunteer delegate pastor preacher priest evangelist clergyman ceo boss head "
    "husband wife son daughter mother father brother sister uncle aunt cousin parent grandfather grandmother widow "
    "host moderator anchor newsman pundit commentator analyst pollster observer historian economist biographer "
    "novelist poet reporter journalist columnist correspondent speechwriter strategist consultant manager hacker "
    "agent spy general admiral colonel captain sergeant commander coach quarterback athlete businesswoman businessman "
    "entrepreneur retiree mom dad grandma couple duo panelist participant guest attendee customer client patient "
    "spokesperson representative speaker senator congressman whip texan floridian californian new-yorker newcomer "
    "outsider colleague predecessor successor running-mate runner-up winner loser champion hero founder chairman "
    "president secretary governor mayor premier chancellor king queen pope bishop rabbi imam executive employee "
    "employer colleague teenager youth elder leader member partner counterpart interviewer crowd audience neighbor "
    "deputy chief negotiator engineer trainer referee umpire juror pilot skipper shopkeeper landlord landlady tenant "
    "homeowner buyer seller broker regulator inspector auditor accountant surgeon physician technician mechanic "
    "electrician plumber carpenter builder architect designer baker chef cook waiter waitress barista bartender clerk "
    "librarian principal headteacher pupil undergraduate graduate researcher astronomer forecaster firefighter "
    "paramedic medic detective constable sheriff trooper ranger guard prisoner inmate detainee hostage refugee migrant "
    "evacuee survivor bystander onlooker passenger commuter tourist traveler traveller visitor shopper worshipper monk "
    "nun chaplain vicar dean provost trustee treasurer ombudsman mediator peacekeeper fighter rebel militant gunman "
    "patriarch controller solicitor whistleblower informant grandmother grandson granddaughter nephew niece sibling boyfriend girlfriend goalkeeper "
    "midfielder striker defender pitcher runner swimmer boxer golfer sprinter jockey conductor composer playwright "
    "screenwriter filmmaker photographer painter sculptor curator publisher translator interpreter narrator presenter "
    "broadcaster podcaster influencer shareholder lender donor fundraiser campaigner dissident"
))  # fmt: skip
BODY_NOUNS = word_set(
    "campaign committee department office agency company firm group organization organisation association union party "
    "government administration ministry embassy court council commission board bureau police army navy military force "
    "pentagon congress senate house parliament team camp staff network newspaper paper magazine site website outlet "
    "station channel publication institute foundation university college school center centre church bank fund pac "
    "coalition alliance league federation society club service authority judiciary white-house kremlin vatican "
    "crowd panel public media press times post journal tribune herald news globe gazette daily guardian telegraph "
    "agency corporation nation country state city watchdog charity nonprofit hospital airline carrier retailer "
    "manufacturer automaker carmaker operator utility tribunal secretariat delegation directorate cabinet junta regime "
    "militia presidency opposition"
)
PAPER_NOUNS = word_set(
    "report statement letter memo email e-mail tweet post article story editorial column op-ed book study survey poll "
    "document filing complaint lawsuit ruling opinion order indictment transcript release blog message note "
    "review paper ad advertisement commercial video spot flyer sign poster banner headline caption plaque shirt "
    "t-shirt bumper-sticker website platform plan law bill act constitution resolution rule policy guidelines text "
    "voicemail note placard button hat cap billboard mailer leaflet pamphlet petition affidavit warrant excerpt "
    "questionnaire chapter passage slogan motto"
)


def singular(word: str) -> str:
    """Return a plural of these lists in the singular ("officials", "spokesmen", "agencies")."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_listed(word: str) -> bool:
    """Tell whether a lower-case word is a noun of these lists (and not only built like one: "Sherman")."""
    form = singular(word)
    return any(w in nouns for w in (word, form) for nouns in (PERSON_NOUNS, BODY_NOUNS, PAPER_NOUNS))


def noun_kind(word: str) -> Literal["person", "body", "paper", ""]:
    """Return `person`, `body`, `paper` or "" for a lower-case noun, singular or plural."""
    word = word.removeprefix("co-").removeprefix("ex-")
    for form in (word, singular(word)):
        if form in PERSON_NOUNS:
            return "person"
        if form in BODY_NOUNS:
            return "body"
        if form in PAPER_NOUNS:
            return "paper"
    if word.endswith(("-year-old", "-year-olds")):
        return "person"
    return "person" if word.endswith(("ist", "ists", "woman", "man")) and len(word) > 5 else ""
