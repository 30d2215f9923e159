"""The words around a name tell whether it is a person's there, or part of the name of a place, a school or a firm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.names import fold, known_given

# How far back the words in front of a name are looked at: enough for the longest phrase below.
_BACK: Final = 40
_WORD_BACK: Final = 80

# What stands right in front of a person's name.
_SPEAKS = re.compile(
    r"(?:[:/(•–—-]\s*"
    r"|\b(?:remind|reminded|contact|contacted|inform|informed|e-?mail|e-?mailed|phoned|met|by|from|to|with|thanked|welcomed|and|resident|residents|parishioner|officer|colleague|that|then|introduced|invited|nominated|appointed"
    r"|elected|appointment\s+of|asked|dear|cc|copy|led|chaired|sincerely,?|councillors|members|inspector|advis[eo]r|director|manager|chair|leader"
    r"|clerk|engineer|planner|secretary|treasurer|governor|executive|principal|constable|champion)\s+"
    r"|[,;]\s+)$",
    re.IGNORECASE,
)
# What stands right behind it.
_ACTS = re.compile(
    r"\s*(?:[,(;/)]|$|\s[-–—]\s|[.]\s)"
    r"|\s+(?:said|asked|spoke|speaks|reported|presented|introduced|attended|explained|gave|told|thanked|raised|queried|confirmed|advised|outlined"
    r"|provided|will|would|has|had|was|were|is|who|stated|proposed|seconded|suggested|noted|agreed|informed|updated|joined|left|declared|led|and|as"
    r"|to|moved|expressed|commented|returned|did|may)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:at|in|on|of|near|off|land|site|road|opposite|adjacent\s+to|between|outside|towards|through|via|along|for|called|named|the)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_A_PERSON = re.compile(r"\b(?:appointment|behalf|death|election|work|report|chairmanship)\s+(?:of)\s+$", re.IGNORECASE)
_MARK_BEHIND = re.compile(r"\s*(?:,|\.|$)")
_DONE_TO = re.compile(r"\b(?:by|thanked|welcomed|introduced|appointed|elected)\s+$")
_CAPITAL_NEXT = re.compile(r"\s+[A-Z]")
_LABEL_ALONE = re.compile(r"(?:contact|author|clerk)\w*(?:\s+\w+)?\s*:\s*$", re.IGNORECASE)
_LABEL = re.compile(r"(?:contact|officer|author|clerk)\w*(?:\s+\w+)?\s*:\s*$|/\s*$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"(?:'s)?\s+(?:and\s+)?([A-Z][\w'-]+)|-\w")
_LAST_WORD = re.compile(r"([A-Z][\w'.]*)\s+$")
_SENTENCE_END = re.compile(r"[.:;]\s*$")

# The names of a relative, and the age behind them.
_RELATIVE = re.compile(r"[A-Z][\w'’-]+\.?(?:\s+[A-Z][\w'’-]*\.?){0,3}(?:,?\s+(?:who\s+(?:is|was)\s+)?aged?\s+\w+)?")
_COUNCILLOR = re.compile(r"(?:County|District|Borough|Town|Parish|City)?\s*(?:Councillor|Cllr|Cll?r|Coun|Ald)\b")

_VERBS: Final = frozenset("has was is had and who to for of".split())
_TITLES_OF_PLACES: Final = frozenset("st saint king queen prince princess our lady".split())
_MAY_PRECEDE: Final = frozenset(
    "by to from and with for of that as the officer manager director chair chairman leader councillor chairperson mayor clerk engineer executive "
    "solicitor treasurer planner member governor proposed seconded resolved".split()
)


@cache
def common_words() -> frozenset[str]:
    """The words that no name holds, folded."""
    return frozenset(fold(word) for word in lexicon.words("people", "not_name"))


def in_context(text: str, start: int, end: int, *, strict: bool = False) -> bool:
    """Whether the words around an untitled name speak of a person and not of a place or a thing that bears a person's name.

    `strict` leaves commas out: they stand beside places as often as beside people.
    """
    before = text[max(0, start - _BACK) : start]
    if _PLACE.search(before) and not _OF_A_PERSON.search(before):
        return False
    if strict and _MARK_BEHIND.match(text, end) and not _DONE_TO.search(before):
        return False
    listed = strict and before.rstrip().endswith((",", ";"))
    return bool((not listed and _SPEAKS.search(before)) or _ACTS.match(text, end) or post_follows(text, end))


def acts(text: str, end: int) -> bool:
    """Whether what stands behind a name is a person's doing, or ends the phrase."""
    return bool(_ACTS.match(text, end))


def post_follows(text: str, end: int) -> bool:
    """Whether the words right behind a name are a post."""
    return bool(_CAPITAL_NEXT.match(text, end)) and bool(_officer().search(" ".join(text[end : end + 60].split()[:4])))


@cache
def _officer() -> re.Pattern[str]:
    return re.compile(lexicon.load("roles")["officer_words"], re.IGNORECASE)


_AND = re.compile(r",?\s+(?:and|&)\s+(?:(?:his|her|their)\s+)?\Z")
_TITLE_END = re.compile(r"\b(?:[Cc]ouncillor|[Cc]llr|[Aa]lderman|(?:[Ll]ord\s+)?[Mm]ayor|[Pp]rovost)\.?\Z")
_PUBLIC = re.compile(r"\b(?:[Cc]ouncillor|[Cc]llr|[Aa]lderman|[Mm]ayor|[Pp]rovost)\b\.?[^.;:]{0,50}\Z")


@cache
def _kin() -> re.Pattern[str]:
    kin = "|".join(re.escape(word) for word in sorted(lexicon.words("people", "kin"), key=len, reverse=True))
    whose = r"(?:\b(?:his|her|their|whose|my)|['’]s?)\s+(?:(?:late|elder|eldest|younger|youngest|twin|adopted|former|own)\s+)?"
    return re.compile(rf"{whose}(?:{kin})(?:,\s*|\s+)(?:called\s+|named\s+)?", re.IGNORECASE)


def is_relative(text: str, start: int) -> bool:
    """Whether a name stands behind the words for somebody's relative: `his brother, Mark Bell`."""
    shift = max(0, start - _BACK)
    return any(match.end() == start - shift for match in _kin().finditer(text[shift:start]))


# Words behind which nobody is named as a public figure: a death, a child, a member of the public.
_MOURNED = re.compile(
    r"\b(?:sympath(?:y|ies)|condolences?|bereave\w*|(?:death|passing|loss|funeral|memory)\s+of|the\s+late|(?:speedy|swift|full|good)\s+recovery"
    r"|get\s+well|remember(?:ed|ing)\s+(?:the\s+life|in\s+silence))\b",
    re.IGNORECASE,
)
_DIED = re.compile(r"(?:,[^.;]{0,80})?\s+(?:(?:had|has|have|who)\s+)*(?:sadly\s+|recently\s+|suddenly\s+)*(?:passed\s+away|died)\b", re.IGNORECASE)
_FAMILY_OF = re.compile(
    r"\b(?:family|families|wife|husband|widow|widower|parents|mother|father|relatives)\s+(?:and\s+(?:family|friends)\s+)?of\s+(?:the\s+late\s+)?$",
    re.IGNORECASE,
)
_WHOSE_LOSS = re.compile(r"[^.;\n]{0,60}\bon\s+the\s+(?:\w+\s+){0,2}(?:death|loss|passing|bereavement)\b", re.IGNORECASE)
_CHILD = re.compile(r"\b\d{1,2}[\s-]years?[\s-]old(?:\s+(?:girl|boy|pupil|student|daughter|son))?,?\s+$", re.IGNORECASE)
_AGED = re.compile(r",?\s+(?:\(|who\s+(?:is|was)\s+)?(?:aged\s+\d|\d{1,2}\s+years?\s+old)", re.IGNORECASE)
_NO_OFFICE = (
    r"(?:residents?|parishioners?|neighbours?|villagers?|applicants?|appellants?|objectors?|supporters?\s+of\s+the\s+application|complainants?|pupils?|students?|tenants?"
    r"|householders?|home\s?owners?|landowners?|petitioners?|members?\s+of\s+the\s+public|service\s+users?|(?:young|local)\s+(?:person|people|farmers?|man|woman))"
)
_SAID_BEFORE = re.compile(rf"\b{_NO_OFFICE}(?:\s*[,:–-]\s+|\s*\(\s*|\s+(?:called|named)\s+|\s+)$", re.IGNORECASE)
_SAID_BEHIND = re.compile(
    r"\s*(?:,|\(|[-–—])\s*(?:(?:who\s+(?:is|was)|as|an?|the|another|local|on\s+behalf\s+of(?:\s+the)?|speaking\s+for(?:\s+the)?|for\s+the)\s+){0,3}"
    rf"{_NO_OFFICE}\b",
    re.IGNORECASE,
)
_THIS_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bCllr)[.;:]\s+(?=[A-Z])|\n\s*\n")
_FAR_BACK: Final = 300


def is_nobody_public(text: str, start: int, end: int) -> bool:
    """Whether the words around a name tell that it is that of somebody without office: a child, who has died, or a member of the public."""
    before = _THIS_SENTENCE.split(text[max(0, start - _FAR_BACK) : start])[-1]
    if _CHILD.search(before) or _AGED.match(text, end) or _SAID_BEFORE.search(before) or _SAID_BEHIND.match(text, end):
        return True
    return bool(_MOURNED.search(before) or _FAMILY_OF.search(before) or _DIED.match(text, end) or _WHOSE_LOSS.match(text, end))


# Whoever is gone: no surname alone means them.
_GONE = re.compile(
    r"\b(?:(?:death|passing|loss|funeral|memory)\s+of(?:\s+[\w'’-]+){0,6}?\s+|(?:the\s+)?late\s+(?:former\s+)?|former\s+|ex-|past\s+)"
    r"(?:(?:Honorary|Hon\.?|Deputy|Vice)\s+)?$",
    re.IGNORECASE,
)


def is_gone(text: str, start: int, end: int) -> bool:
    """Whether a councillor is named as former, late or dead: "the recent death of former Councillor Doreen Hamilton"."""
    before = _THIS_SENTENCE.split(text[max(0, start - _BACK * 3) : start])[-1]
    return bool(_GONE.search(before) or _DIED.match(text, end))


def is_partner(text: str, start: int, surname: str) -> bool:
    """Whether a titled name is that of whoever came with a public person: `Councillor O'Shay, Deputy Mayor, and Mrs O'Shay`, `the Mayor and Mrs Bell`."""
    before = _AND.search(text, max(0, start - _BACK), start)
    ahead = text[max(0, start - _BACK) : before.start()] if before else ""
    same = re.search(rf"\b{re.escape(surname)}(?:\s*\([^()]{{0,40}}\))?(?:,[^,.;:]{{1,50}},?)?$", ahead)
    return bool(_TITLE_END.search(ahead) or (same and _PUBLIC.search(ahead[: same.start()])))


def begins_with_kin(text: str) -> bool:
    """Whether a text begins with somebody's relative: `his brother was employed there`."""
    return bool(_kin().match(text.strip() + " "))


def relatives(text: str) -> Iterator[tuple[int, int]]:
    """Where given names of relatives stand (`her son Callum, aged 9`), as offsets; a councillor who is a relative is public."""
    for match in _kin().finditer(text):
        named = _RELATIVE.match(text, match.end())
        first = fold(named[0].split()[0].strip(".,")) if named else ""
        if named and not _COUNCILLOR.match(named[0]) and (first not in common_words() or known_given(first)):
            yield named.span()


def labelled(text: str, start: int, *, known: bool) -> bool:
    """Whether a name stands behind a label, or a `known` given name behind a slash: `Contact: Alyson Grice/Samantha Morris Scrutiny Officers`."""
    before = text[max(0, start - _WORD_BACK) : start]
    if not before.rstrip().endswith((":", "/")):
        return False
    return bool(start <= _WORD_BACK and _LABEL_ALONE.match(before)) or (known and bool(_LABEL.search(before)))


def goes_on(text: str, end: int) -> bool:
    """Whether the words behind a name make it part of another: `James Bradfield School`, `Jane Forby Close`, `Henry Smith's Charity`."""
    match = _NEXT_WORD.match(text, end)
    if match is None or match[1] is None:
        return match is not None
    following = fold(match[1])
    return following in common_words() and following not in _VERBS


def inside(text: str, start: int) -> bool:
    """Whether the word before belongs to the same capitalised phrase: `The Sir John Moore School`, `St Thomas Cantilupe`."""
    shift = max(0, start - _WORD_BACK)
    match = _LAST_WORD.search(text[shift:start])
    if not match:
        return False
    before = fold(match[1])
    if before in _TITLES_OF_PLACES:
        return True
    ended = _SENTENCE_END.search(text[shift:start])
    return before in common_words() and before not in _MAY_PRECEDE and not ended and shift + match.start() > 0
