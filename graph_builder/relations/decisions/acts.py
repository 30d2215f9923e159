"""A sentence goes in; out comes its act of deciding (verb, who acts, outcome), or None where it only reports, hopes or hedges."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph_builder import lexicon

_ADVERBS = (
    r"(?:(?:then|also|unanimously|formally|subsequently|therefore|both|duly|all|collectively|hereby|further|accordingly|by\s+consensus"
    r"|by\s+a\s+majority|in\s+principle|nem\.?\s*con\.?|now),?\s+)*"
)
_VERBS = (
    r"(?:resolved|agreed|decided|approved|adopted|endorsed|accepted|ratified|deferred|recommended|elected|appointed|re-?elected|authorised|granted|refused|revoked"
    r"|determined(?=\s+(?:to|that)\b)|voted\s+(?:unanimously\s+|(?:by\s+)?\d+\s*(?:[-–]|(?:votes?\s+)?to)\s*\d+,?\s+)?(?:in\s+favour\s+of|against|to)|received\s+and\s+noted|noted\s+and\s+(?:approved|agreed|endorsed)|considered\s+and\s+(?:approved|agreed|noted|adopted|endorsed|accepted)|noted|supported|confirmed)"
)
_NOT_BEFORE = re.compile(
    r"\b(?:had|has|have|having|been|would|will|could|should|(?<!\d\s)(?<!\d(?:st|nd|rd|th)\s)(?<!\b(?:in|of)\s)may|might|must|to\s+be|if|when|once|until|unless|before|after|whether|previously"
    r"|already|earlier|not|never|was\s+also\s+noted|points?|questions?\s+were|comments?\s+were|hoped|suggested|expected|likely|subject\s+to"
    r"|which|who|being|as|so)\s+(?:also\s+)?$",
    re.IGNORECASE,
)
HEDGED = re.compile(
    r"\b(?:it\s+(?:was|is)\s+(?:suggested|hoped|felt|queried|asked|understood|reported|stated|explained|anticipated|envisaged|expected|clarified)"
    r"|concern\s+was|there\s+was\s+a\s+(?:suggestion|view|feeling))\b",
    re.IGNORECASE,
)
"""What was only suggested, hoped or said."""
_FIRST = (
    r"(?:submitted|presented|tabled|taken|read|voted\s+(?:up)?on|considered|declared|received|proposed|put(?:\s+to\s+(?:the|a)\s+(?:vote|meeting))?|moved|seconded)(?:\s+as\s+read)?"
    r"(?:\s*,\s+(?:and\s+)?|\s+(?:and|then|was)\s+)"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|be|is|are)\s+(?:{_ADVERBS})(?:{_FIRST}){{0,3}}{_ADVERBS}(?:declared\s+(?:to\s+(?:be|have\s+been)\s+)?)?"
    r"(?P<verb>agreed|approved|adopted|confirmed|accepted|ratified|endorsed|noted|received|deferred|carried(?!\s+out)|lost|defeated|rejected|withdrawn"
    r"|elected|re-?elected|appointed|co-?opted|signed|granted|refused|passed|authorised|taken(?=\s+as\s+(?:an?\s+)?(?:\w+\s+(?:and\s+)?)?(?:correct|true|accurate)\b)|not\s+(?:carried|agreed|approved|supported|passed)|fell)\b",
    re.IGNORECASE,
)
# "The third was rejected": a recommendation of which somebody else disposed.
# "The vote to grant permission was unanimous" tells of a vote, "apologies were received" of a letter: neither of a decision of its own.
_NO_MATTER = re.compile(
    r"\W*(?:no\s+(?:\w+\s+)?\w+\s*$|the\s+(?:vote|voting)\b(?!\s+on\b)|(?:for|against|abstain\w*|abstentions?)\s*[:(]|.*\bapolog(?:y|ies)\b(?!.*\bminutes?\b)|.*\bacceptance(?:\s+of\s+(?:the\s+)?office\b|\s*$))",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\W*the\s+(?:first|second|third|fourth|fifth|sixth|last|other|remaining)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:minutes?|report|reports|motion|amendment|proposal|proposition|recommendations?|accounts?|payments?|update|budget|precept|plan"
    r"|strategy|policy|policies|nominations?|applications?|invoices?|cheques|expenditure|programme|presentation|statement|terms|schedule"
    r"|resolution|request|grant|quotation|quote|contents?|information|item|statements|appointment|order|standing\s+orders|action\s+plan"
    r"|application|acceptance|donation|cathaoirleach|chair(?:man|person)?|vice|deputy|mayor|councillor|cllr|mr|mrs|ms|dr|\w+\s+\w+)\b",
    re.IGNORECASE,
)
# What can be agreed, approved or received in the passive without anybody being named.
_MATTER = re.compile(
    r"\b(?:minutes?(?!\x27s?\s+silence)|records?(?=\s+of\s+the\b)|report|reports|motion|amendment|proposal|recommendations?|accounts|payments?|budget|precept|nominations?|invoices|cheques"
    r"|programme|contents|dates|position|correspondence|terms\s+of\s+reference|policy|standing\s+orders|statement|this|update|notes|schedule|resolution|acceptance|grant"
    r"|presentation)\b",
    re.IGNORECASE,
)
# "approved by the Ministry", "agreed in March": somebody else, or some other time.
_ELSEWHERE = re.compile(
    r"\s+(?:by\s+(?!\d|(?:a\s+)?resolution\b|(?:a\s+)?(?:(?:large|clear|simple)\s+)?majority|consensus|acclamation|general|common|\w+\s+votes?\b|(?:the\s+)?(?:members|committee|panel|board|council\b|councillors|meeting|all|cllr|councillor|mr|mrs|ms|a\s+show|chair|vice|mayor"
    r"|provost|convener|president|deputy\s+mayor|cathaoirleach|\w+\s+presiding))"
    r"|in\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|principle\s+by))",
    re.IGNORECASE,
)
_BY_A_BODY = re.compile(r"\s+by\s+(?P<who>(?:the\s+)?(?:council|board|panel))\b", re.IGNORECASE)
_MEETS = re.compile(r"\b(?:committee|sub-?committee|panel|board|cabinet|executive|forum|commission)\b", re.IGNORECASE)
# "They were agreed as an accurate record": the minutes.
_AS_RECORD = re.compile(
    r"(?:(?:they|these|it|this)\s+)?(?:was|were)\s+(?:then\s+|duly\s+)?(?P<verb>agreed|approved|confirmed|accepted|signed)\b.{0,80}\b(?:accurate|correct|true)\b",
    re.IGNORECASE,
)
_TO_SIGN = re.compile(
    r"(?:the\s+)?(?:chair\w*|mayor|convener|provost)\s+(?:was|be)\s+(?P<verb>authorised)\s+to\s+sign\s+the\s+minutes\b.{0,200}\b(?:accurate|correct|true)\b",
    re.IGNORECASE,
)
# "proposed by A, seconded by B and resolved to grant": the movers stand between the words.
_AND_RESOLVED = re.compile(
    r"\bit\s+was\s+(?:proposed|moved),?\s+(?:and\s+)?seconded,?\s+and\s+(?:\w+ly\s+)?(?P<was>agreed|resolved|carried|approved)(?:\s+\w+ly)?,?(?=\s+(?:to|that)\s)"
    r"|\bthere\s+was\s+(?P<by_all>unanimous\s+agreement)(?=\s+to\s)"
    r"|(?:committee|panel)'s\s+(?:\w+\s+)?(?P<own>decision)\s+(?:was|is)(?=\s+(?:to|that)\s)"
    r"|\b(?:seconded|proposed|moved)\s+by\s+[^.;:]{3,60}?,?\s+and\s+(?:it\s+was\s+)?(?:then\s+)?(?:\w+ly\s+)?(?P<verb>agreed|resolved|decided)(?:\s+\w+ly)?,?(?=\s+[\"“]?(?:to|that)\s)",
    re.IGNORECASE,
)
# "... deciding afterwards that, in not ratifying it, it was refused": a pronoun in a clause of what somebody thought or said.
# "There had been circulated the minute of 4 March, which was APPROVED": small, that is what became of it at some other time.
_WHICH_WAS = re.compile(
    r"(?i:there\s+(?:had\s+been|was|were)\s+(?:also\s+)?(?:circulated|submitted|tabled|laid))\b.*\bwhich\s+(?:was|were)\s+(?P<verb>APPROVED|NOTED|AGREED|ADOPTED|CONFIRMED)\b"
)
# "The application was REFUSED", "Permission GRANTED": in capitals, and in the minutes of those who may.
_PERMISSION = re.compile(
    r"\W*(?i:(?:the\s+)?(?:[\w/-]+\s+){0,4}?(?:permission|applications?|consent|licen[cs]e|variation)\b)[^.;:]{0,80}?(?:\b(?:was|were|be)\s+)?(?:\w+ly\s+)?"
    r"\b(?P<verb>GRANTED|REFUSED|APPROVED|DEFERRED)\b"
)
_IN_A_CLAUSE = re.compile(r"\b(?:that|whether|why|how|because|if)\b.*\b(?:it|they)\s*$", re.IGNORECASE | re.DOTALL)
_MOTION_NEXT = re.compile(r"\s+the\s+(?:\w+\s+)?(?:motion|amendment|proposal)\b", re.IGNORECASE)
_WHAT_NEXT = re.compile(r"\s+(?:the|this|that|these|an?|any|its|their|all|approv\w*|refus\w*|grant\w*|\w+ing|[a-z]+)\b(?<!\band)", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:noted|reported|said|stated|advised|explained|informed|told|reminded|commented|heard)\b[^.;]*\bthat\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"\s+(?:(?:as|to|the|an?|its|their|two|three)\s|[A-Z])")
_CONDITION = re.compile(r"\W*(?:(?:even\s+)?if|should|unless|whether|once|until|were|had)\b", re.IGNORECASE)
_BY_VOTE = re.compile(r"\b(?:casting\s+vote|put\s+to\s+(?:the|a)\s+vote|on\s+(?:a|the)\s+vote|show\s+of\s+hands)\b", re.IGNORECASE)
_TRUE_RECORD = re.compile(r"\s+(?:that\s+)?the\s+(?:\w+\s+){0,3}minutes\b[^.]{0,120}\b(?:true|correct|accurate)\b", re.IGNORECASE)
_DOUBTFUL = re.compile(r"\b(?:if|unless|whether|asked|had)\b", re.IGNORECASE)
# An election told like a telegram: "Cllr Llewellyn elected as Chairman".
_ELECTED = re.compile(
    r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b\.?\s+(?:(?-i:[A-Z])[\w.'-]*\s+){1,3}(?:was\s+|is\s+)?(?:then\s+)?(?:duly\s+|unanimously\s+)?"
    r"(?P<verb>(?:re-?)?elected|(?:re-?)?appointed)\s+(?:as\s+|to\s+(?:be|the\s+post\s+of)\s+)?(?:the\s+)?(?:new\s+|deputy\s+|town\s+)?"
    r"(?:chair|vice|mayor|convener|leader|president|treasurer|cathaoirleach)",
    re.IGNORECASE,
)
# "agreed that the works were not suitable" is an opinion: a state, and nobody is to do anything.
_STATE = re.compile(
    r"\s+(?:that\s+)?(?!.{0,160}\b(?:should|would|will|shall|be|must|to)\b)[^.]{0,160}?\b(?:is|are|was|were|has|had)\b"
    r"|\s+that\s+there\s+(?:is|was|were|are)\b",
    re.IGNORECASE,
)
# "At Annual Council on 15 May 2018, the terms were approved": some other day.
_EARLIER = re.compile(r"(?:at|on|in)\s[^,]{0,80}\b(?:19|20)\d\d\b[^,]{0,20},\s+(?!on\b|the\s+proposal)", re.IGNORECASE)
# "agreed that it reflected the year", "agreed this was a basis": what those present thought.
_THOUGHT = re.compile(
    r"\s+(?:that\s+)?(?:it|this|these|they|there|he|she)\s+"
    r"(?:(?:was|were|is|are)\s+(?:an?|the|not|very|important|essential|good|clear)\b|reflected|showed|represented)"
)
_WOULD_BE_GOOD = re.compile(
    r"\s+(?:that\s+)?[^.;]{3,120}\bwould\s+be\s+(?:very\s+|most\s+)?(?:useful|helpful|beneficial|good|interesting|valuable)\W*$",
    re.IGNORECASE,
)
_OPINION = re.compile(r"\s+(?:with|that\s+(?:it|this|there)\s+(?:was|is|would\s+be\s+(?:helpful|useful|good))\b)")
# "noted that", "confirmed, in answer": somebody speaks, and nothing is decided.
_SPOKEN = re.compile(r"\s*(?:,|that\b|how\b|from\b|in\b|as\b|by\b|during\b|were|was|:)")
# "agreed at its last meeting", "in 2017", "last year": what was decided at some other time.
_OTHER_TIME = re.compile(
    r"\s*,?\s*(?:(?:at|during)\s+(?:its|the|our|their|an?)\s+(?:last|previous|earlier|preceding|(?:\w+\s+)?meetings?\s+(?:of|on|held|in)\b)|last\s+(?:year|month|week|time|meeting)\b"
    r"|(?:some\s+)?(?:years?|months?|weeks?)\s+ago\b|in\s+(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|(?:19|20)\d\d\b(?!\s*[/-]))"
    r"|at\s+(?:full\s+)?(?:council|cabinet)\b)",
    re.IGNORECASE,
)
_AT_A_MEETING = re.compile(r"\bat\s+(?:its|their|our)\s+(?:(?:last|previous|earlier)\s+meeting\b|meeting\s+(?:in|of|on|held)\b)", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:to|that)\b")
_LINKED = re.compile(r"\b(?:where|which|when|at\s+which|whether|that)\s*,?\s*$", re.IGNORECASE)
_CAPITALS = re.compile(
    r"\b(?:(?P<who>(?:it\s+was|(?:the\s+)?(?:[\w'&-]+\s+){0,8}?(?:committee|panel|board|cabinet|council|executive|forum|members|meeting|group"
    r"|sub-committee|commission|assembly|authority|partnership))\s+)?)(?:unanimously\s+|UNANIMOUSLY\s+|further\s+)*"
    r"(?P<verb>RESOLVED|AGREED|NOTED|APPROVED|RECOMMENDED|DECIDED|ENDORSED|DEFERRED|ADOPTED|CARRIED|LOST|FELL)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    "the all those present a full whole of and scrutiny overview special annual parish town district municipal joint meeting on having "
    "considered report following discussion after debate consideration further accordingly then consequently therefore this in conclusion "
    "summary members councillors committee panel board council forum group primary secondary maintained academy voting elected independent".split()
)
_TIERS = frozenset("parish town community district borough county city".split())
_STRONG = frozenset("taken authorised agreed approved confirmed accepted received appointed granted refused passed signed adopted endorsed noted".split())
"""Verbs that decide in the passive only where their subject is a matter before the meeting."""


class Act(NamedTuple):
    """One act of deciding in a sentence: its verb, where it stands, who is said to act, and where the words decided begin."""

    verb: str
    start: int
    end: int
    who: str
    passive: bool


def find(sentence: str, *, body: str) -> Act | None:
    """The act of deciding in a sentence; None where there is none, or it is another body's, past, hoped for or conditional.

    `body` is the name of the body that meets: "Cabinet agreed" decides in its own minutes only.
    """
    if HEDGED.match(sentence) or _EARLIER.match(sentence) or sentence.endswith("?"):
        return None
    moved = _AND_RESOLVED.search(sentence)
    if moved and not _DOUBTFUL.search(sentence[: moved.start()]):
        verb = moved.lastgroup or "verb"
        return Act(moved[verb].casefold(), moved.start(verb), moved.end(), "", False)
    for match in _active().finditer(sentence):
        if _stands(sentence, match, body):
            verb = match["verb"].split()[-1].casefold()
            said = {"against": "defeated", "of": "agreed", "to": "agreed"}.get(verb, verb)
            return Act(said, match.start("verb"), match.end(), match["who"].strip(), False)
    for passive in _PASSIVE.finditer(sentence):
        if _passive_stands(sentence, passive, body):
            return Act(passive["verb"].split()[-1].casefold(), passive.start("verb"), passive.end(), "", True)
    record = _AS_RECORD.match(sentence) or _TO_SIGN.match(sentence) or _WHICH_WAS.match(sentence)
    if record:
        return Act(record["verb"].casefold(), record.start("verb"), record.end("verb"), "", True)
    permission = _PERMISSION.match(sentence)
    if permission and not ({"parish", "town", "community"} & set(re.findall(r"[a-z]+", body.casefold()))):
        return Act(permission["verb"].casefold(), permission.start("verb"), permission.end("verb"), "", True)
    elected = _ELECTED.search(sentence)
    if elected and not _NOT_BEFORE.search(sentence[: elected.start("verb")]):
        return Act(elected["verb"].casefold(), elected.start("verb"), elected.end(), "", True)
    return None


@cache
def _active() -> re.Pattern[str]:
    deciders = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in lexicon.words("decisions", "deciders"))
    body = rf"(?:(?:the|all|those)\s+)?(?:[\w'&/-]+\s+){{0,9}}?(?:{deciders})(?:\s+present|\s+of\s+the\s+\w+)?"
    who = rf"(?P<who>(?:it\s+(?:was|is)(?:\s+then|\s+therefore|\s+also)?|{body}))"
    by = r"(?P<by>\s+by\s+(?:the\s+)?[\w' ]{2,60}?(?=\s+that|\s+to\b|,|\.|$))?"
    aside = r"(?:,\s+(?:having|after|following)\s+[^,.;]{3,120},)?"
    return re.compile(rf"(?:^|(?<=[\s,;:(\"'–-])){who}{aside}\s+{_ADVERBS}(?P<verb>{_VERBS})\b{by}", re.IGNORECASE)


def _stands(sentence: str, match: re.Match[str], body: str) -> bool:
    """Whether an active verb is this body's decision."""
    who, after = match["who"].casefold(), sentence[match.end("verb") :]
    if _LINKED.search(sentence[: match.start()]) or _NOT_BEFORE.search(sentence[: match.start("verb")]):
        return False
    if (match["by"] and not is_own(match["by"], body)) or is_of_another_time(after):
        return False
    if match["verb"].casefold().startswith("voted") and (_MOTION_NEXT.match(after) or not _WHAT_NEXT.match(after) or re.match(r"\W*\d", who)):
        return False  # it tells what became of the motion, or how many voted how
    if match["verb"].casefold() in {"elected", "appointed"} and not _SOMEBODY.match(after):
        return False
    if _is_only_said(match["verb"].casefold(), after, impersonal=who.startswith("it")):
        return False
    return who.startswith("it ") or is_own(who, body)


def _is_only_said(verb: str, after: str, *, impersonal: bool) -> bool:
    """Whether an active verb tells what somebody said or thought; `impersonal` is "it was agreed"."""
    if impersonal and verb in {"granted", "refused", "revoked"}:
        return True  # "it was refused" tells of something before
    if verb in {"noted", "confirmed", "supported"} and (impersonal or _SPOKEN.match(after)):
        return True
    if _TRUE_RECORD.match(after):
        return False
    if verb == "agreed" and _WOULD_BE_GOOD.match(after):
        return True
    if verb in {"agreed", "accepted", "decided"} and (_STATE.match(after) or _THOUGHT.match(after)):
        return True
    return verb == "agreed" and not impersonal and bool(_OPINION.match(after))


def is_of_another_time(after: str) -> bool:
    """Whether the words behind a verb say that it was done at another meeting, or at another time, than this."""
    clause = _CLAUSE.search(after)
    return bool(_OTHER_TIME.match(after) or _AT_A_MEETING.search(after[: clause.start()] if clause else after))


def is_opinion(words: str) -> bool:
    """Whether what was agreed is only what those present think: a state, and nothing that is to be."""
    words = f" {words}"
    return bool(_STATE.match(words) or _THOUGHT.match(words) or _WOULD_BE_GOOD.match(words))


def is_own(who: str, body: str) -> bool:
    """Whether the words for who acts mean the body that meets: general words, or words of its own name."""
    name = body.casefold()
    words = [w for w in re.findall(r"[a-z]+", who.casefold()) if w not in {"by", "present"}]
    if "cabinet" in words and "cabinet" not in name:
        return False
    if "council" in words and not re.search(r"\bcouncil\b|municipal|assembly|full", name):
        return False
    if "board" in words and not re.search(r"board|partnership", name):
        return False
    tiers, own = _TIERS & set(words), _TIERS & set(re.findall(r"[a-z]+", name))
    if tiers and own and not tiers & own:
        return False  # the District Council, in the minutes of a parish
    return set(words[-4:]) <= {*re.findall(r"[a-z]+", name), *_GENERIC}


def _passive_stands(sentence: str, match: re.Match[str], body: str) -> bool:
    """Whether a passive verb tells a decision of this meeting."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if not _SUBJECT.search(before) or _NO_MATTER.match(before) or _NOT_BEFORE.search(before) or _ELSEWHERE.match(after):
        return False
    if match.group().casefold().startswith(("be ", "is ", "are ")) or is_of_another_time(after):
        return False
    verb, length = match["verb"].casefold(), len(before.split())
    if _CONDITION.match(before) or _REPORTED.search(before) or (verb in {"accepted", "rejected"} and _ORDINAL.match(before)) or _IN_A_CLAUSE.search(before):
        return False
    if (verb == "noted" and _is_remark(before, after)) or (verb == "confirmed" and after.startswith(" that ")):
        return False  # "It was confirmed that replies were awaited" is news
    if (by := _BY_A_BODY.match(after)) and _MEETS.search(body) and not is_own(by["who"], body):
        return False  # "was agreed by Council" in the minutes of a committee
    if verb in _STRONG:
        return length <= 40 and (bool(_MATTER.search(before)) or bool(_BY_VOTE.search(before)) or (verb == "appointed" and length <= 8))
    return length <= 60


def _is_remark(before: str, after: str) -> bool:
    """Whether "was noted" tells what was remarked in the debate."""
    spoken = re.match(r"\s*(?:(?:that|in|during|as)\b|[,:])", after)
    return bool(spoken or re.search(r"\bpoints?\b|\bissues?\b|^\s*it\b|comments|following", before, re.IGNORECASE))


def capitals(text: str) -> re.Match[str] | None:
    """The word RESOLVED (or its kin) in capitals in a text, with who acts before it."""
    if text.isupper():
        return None
    found = [match for match in _CAPITALS.finditer(text) if match["verb"].isupper()]
    return next((match for match in found if match["verb"] == "RESOLVED"), found[0] if found else None)
