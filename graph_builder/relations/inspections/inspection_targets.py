"""Whom a telling's inspection was of: the words of its sentence, else the council whose paper tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language import bodies
from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.relations.inspections.establishments import names
from graph_builder.relations.inspections.inspection_judgements import names_an_establishment
from graph_builder.relations.inspections.inspection_words import REPORT, Words
from graph_builder.relations.inspections.tellings import Telling


class Target(NamedTuple):
    """Whom an inspection was of: `own` for the council of the paper, `named` for a body that the words name, `foreign` for somebody
    whom they do not name so that it could be known, `open` where nothing tells. `passage` holds the words where they are not the sentence's."""

    how: str
    words: Words | None = None
    passage: Passage | None = None


_OF: Final = re.compile(r"(?:\s+(?:report|letter|outcome|visit))?\s+(?:of|at|into|to|for|in)\s+(?P<what>[^.;]{2,140})", re.IGNORECASE)
_ON: Final = re.compile(r"\s+on\s+(?P<what>[^.;]{2,140})", re.IGNORECASE)
# "Estyn Inspection Report - Elm Lane School"
_DASHED: Final = re.compile(r"\s*(?:reports?|outcomes?)?\s*[-\u2013:]\s*", re.IGNORECASE)
# "Elm Lane School had received an inadequate judgement"
_RECEIVED: Final = re.compile(
    r"[^.;,]{0,40}?\b(?:received|achieved|obtained|retained|secured|underwent|undergone|subject(?:ed)?\s+to|improved|(?:was|been)\s+(?:given|awarded))\b[^.;]{0,60}$"
)
# "had removed Elm Lane School from special measures following its monitoring visit"
_MEASURES: Final = re.compile(
    r"[^.;]{0,20}?\b(?:from|in|into|out\s+of)\s+(?:special\s+measures|a\s+category|significant\s+improvement|(?:Estyn\s+)?(?:review|follow-up|monitoring))\b",
    re.IGNORECASE,
)
_ESTABLISHMENT: Final = re.compile(
    r"\b(?:School|Academy|College|Nursery|Home|House|Hospital|Trust|Constabulary|Police|Rescue\s+Service|Fire\s+(?:and\s+Rescue\s+)?(?:Service"
    r"|Authority)|Service|Centre|Partnership)\b",
)
_THE_ONE: Final = re.compile(r"\b(?:the|this)\s+(?P<what>school|academy|nursery|college|home|hospital|practice|centre|trust)\b", re.IGNORECASE)
_HEADS: Final = (
    r"(?:School|Academy|College|Nursery|Home|House|Hospital|Infirmary|Centre|Unit|Lodge|Court"
    r"|Youth\s+(?:Justice|Offending)\s+(?:Service|Team)|Police|Constabulary)"
)
_NAMED: Final = rf"(?P<name>(?:[A-Z][\w'-]*\s+(?:(?:of|and|the)\s+)?){{1,6}}?{_HEADS}(?!\s+(?:[A-Z][\w'-]*\s+)?{_HEADS}))\b"
_PLACE_NAME: Final = re.compile(rf"(?!PEEL\s)(?:the\s+)?(?:(?:unannounced|[A-Z][a-z]+\s+Department)\s+at\s+(?:the\s+)?)?{_NAMED}")
_TRUST: Final = re.compile(
    r"(?!(?:The|At|In|For|Of|From|To|Director|Chief|Officer|Chair\w*|Head|Nurse|Executive|Reports?|Board|Council|Update|Manager|Inspections?)\s)[A-Z][\w'-]+(?:\s+(?:(?:and|of|&)\s+)?[A-Z][\w'-]+){0,6}?\s+(?:(?:NHS|Hospitals?|Healthcare|University|Partnership|Care|Ambulance\s+Service)\s+)(?:(?:NHS|Partnership|Foundation)\s+)*Trust\b"
)
_ANY_NAMED: Final = re.compile(rf"(?<![\w'-])(?!(?:The|This|That|In|On|At)\s){_NAMED}")
# "maternity services at" before the name of a hospital
_SERVICES_OF: Final = re.compile(
    r"(?:the\s+)?(?:[\w'-]+\s+){0,3}?(?:services?|departments?|wards?|units?|care)\s+(?:at|of|in|provided\s+by|run\s+by)\s+(?:the\s+)?", re.IGNORECASE
)
# ", Elmbury, run by Calder Care Ltd," between a name and its verb
_TO_A_PROVIDER: Final = re.compile(
    r"\s+(?:(?:was|were|had\s+been|has\s+been|being)\s+(?:also\s+|then\s+)?(?:issued|served|given)\s+)?(?:to|on|against)\s+(?:the\s+|its\s+|a\s+)?(?:[\w-]+\s+){0,2}?(?:provider|home|operator|company|school|hospital|trust|owner|manager|landlord|practice|contractor)s?\b",
    re.IGNORECASE,
)
_PROVIDER_RECEIVED: Final = re.compile(
    r"\b(?:provider|home|operator|company|school|hospital|trust|practice)\s+(?:(?:overall|then|also|had|has|since)\s+)*(?:received|been\s+(?:given|issued|served)\s+(?:with\s+)?)"
    r"\s*(?:an?|the)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"^(?:,\s[^,.;]{2,60}){1,3},(?=\s)")
_COMMA: Final = re.compile(r"\s*,\s+(?:which\s+was\s+|(?:last|recently|first)\s+)*")
_REPORT_ON: Final = re.compile(r"\breports?\b[^.;]{0,60}?\bon\s+(?:the\s+)?$", re.IGNORECASE)
_ARTICLE: Final = len("the ")
_SHORT: Final = re.compile(r"(?<![\w'&-])[A-Z][A-Za-z&]{1,7}(?=\b(?!-))")
_RATED: Final = re.compile(rf"\b(?:rated|judged|graded)\s+(?:the\s+)?{_NAMED}")
_OWN_WORDS: Final = re.compile(
    r"\b(?:(?:children|young\s+people)'?s?'?\s+(?:social\s+care|social\s+work|services?)|children\s+(?:in\s+need|looked\s+after|in\s+care)"
    r"|looked[\s-]after\s+children|care\s+leavers|(?:adoption|fostering)\s+(?:services?|agency|inspection)|social\s+(?:care|work)|early\s+help|safeguarding|local\s+(?:authority|area)|SEND|(?:the|our"
    r"|its)\s+(?:council|authority|department|directorate|service)|adult\s+(?:social\s+care|services|(?:and\s+)?community\s+learning|learning|education)|community\s+learning|employment\s+and\s+skills|education\s+services?|youth\s+(?:justice"
    r"|offending))\b",
    re.IGNORECASE,
)
_OWN_FAMILIES: Final = frozenset(("send", "ilacs", "jtai", "monitoring", "focused", "review", "direction", "notice", "finding", "audit"))
# Inspectorates whose inspection is the council's where its item speaks of the council's services: others inspect trusts and forces too.
_OF_COUNCILS: Final = frozenset(("Ofsted", "Estyn", "Education Scotland", "Care Inspectorate", "Care Inspectorate Wales"))
# A place before the name of an inspection: "Birmingham's Ofsted inspection", "the Rochdale inspection".
_POSSESSIVE: Final = re.compile(r"\b(?P<place>[A-Z][a-z]+(?:[\s-][A-Z][a-z]+)?)(?:'s|(?<=s)')\s+(?:[\w()/&-]+\s+){0,5}$")
_COMMON: Final = frozenset(
    "children council authority county city district borough ofsted cqc estyn director service services committee panel "
    "government country year area school academy last board cabinet member partner inspector england worker people leader "
    "partnership chairman chair member officer regulator ombudsman inspectorate minister commission commissioner".split()
)
_IN_PLACE: Final = re.compile(
    r"^(?:the\s+)?(?:local\s+area\s+(?:of|in)\s+)?(?P<place>[A-Z][a-z]+(?:[\s-](?:and\s+|upon\s+)?[A-Z][a-z]+)*)(?:'s?)?(?=\s+(?:children|local"
    r"|services?|SEND|social|was|were|had|took|which|in\b|on\b|to\b)|\s*[,)]|\s*$)",
)
_OFFICE: Final = re.compile(r"(?:The\s+)?(?:Deputy\s+|Vice-?\s*)?(?:Leader|Chair\w*|Mayor|Members?|Officers?|Chief|Provost|Convener)\b", re.IGNORECASE)
# A council's own service by its general name.
_OWN_SERVICE: Final = re.compile(
    r"(?:The\s+)?(?:Youth\s+(?:Justice|Offending)|Fostering|Adoption|Landlord|Housing|Early\s+Help|Education|Children's|Adult)(?:\s+\w+){0,2}\s+(?:Services?|Team)",
    re.IGNORECASE,
)
_OWNER: Final = re.compile(r"(?:'s)?\s+(?:[\w()/&-]+\s+){0,5}")
_PASSIVE: Final = re.compile(
    r"\s*(?:\([A-Z]+\)\s*)?,?\s*(?:(?:was|were|had\s+been|has\s+been)\s+(?:last\s+|recently\s+)?"
    r"|(?:was|were|had\s+been|has\s+been)\s+(?:also\s+|recently\s+)?subject(?:ed)?\s+to\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}"
    r"|(?:had\s+)?(?:underwent|undergone)\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,3})"
)
# Whose officer led it is not inspected: "a peer review, led by the Leader of Elmshire County Council".
_LED_BY: Final = re.compile(r"\b(?:led|chaired|headed)\s+by\s+(?:the\s+)?(?:[\w'-]+\s+){0,5}$", re.IGNORECASE)


@cache
def place_of(council: str) -> str:
    """A council's place: `Worcestershire` of Worcestershire County Council; empty where a name is not of that form."""
    match = re.fullmatch(
        r"(?:(?:London\s+|Royal\s+)*Borough\s+of\s+|City\s+of\s+)?(?P<place>.+?)(?:\s+(?:City\s+and\s+|Metropolitan\s+)?(?:County|City|Borough|Parish|Town|Community"
        r"|District|Metropolitan|Metropolitan\s+Borough)?\s*Council)?",
        council,
    )
    return match["place"] if match else ""


def find_place(text: str, council: str) -> re.Match[str] | None:
    """Where a text names the place of a council, not as a part of the name of something else there."""
    place = place_of(council)
    kind = r"(?:(?:County|City|Borough)(?=\s+Council\b|\s+[^A-Z\s]|[^\s\w]|\s*$)|Council|Local|Division|Partnership(?!\s+(?:NHS|Trust)))\b"
    goes_on = rf"(?!\s+(?:and|&)\s+[A-Z])(?!\s+(?!{kind})[A-Z&])"
    of_another = "".join(
        rf"(?<!{word}\s)" for word in ("Hospital", "University", "School", "College", "HMP", "Ysgol", "Meithrin", "Canolfan", "Coleg", "Nursery", "Infirmary")
    )
    return re.search(rf"(?<![\w-]){of_another}{re.escape(place)}(?![\w-]){goes_on}", text) if place else None


def target(text: str, telling: Telling, *, council: str, item: str = "") -> Target:
    """Whom the inspection was of; `item` are words of the item in which the sentence stands."""
    kind = telling.kind
    of = _OF.match(text, kind.end) or (_ON.match(text, kind.end) if kind.family == REPORT else None)
    named = _named_body(text, telling, of, council)
    if named is not None:
        return named if named.how == "foreign" or not _same(named, council) else Target("own", named.words)
    own = find_place(text, council)
    if own:
        return Target("own", Words(own.group(), *own.span()))
    given = _TO_A_PROVIDER.match(text, kind.end) or _PROVIDER_RECEIVED.search(text[: kind.start])
    to_a_provider = kind.family in {"notice", "direction"} and given
    if kind.family in {"monitoring", "focused", "revisit"} and names(text):
        return Target("foreign")
    if _elsewhere(text, telling, of) or to_a_provider or (kind.family not in _OWN_FAMILIES and names_an_establishment(text)):
        return Target("foreign")
    item = item if not telling.inspectors or any(one.text in _OF_COUNCILS for one in telling.inspectors) else ""
    councils = lexicon.words("inspections", "of_councils")
    if telling.inspectors and all(one.text.casefold() in councils for one in telling.inspectors):
        return Target("own")
    if kind.family in _OWN_FAMILIES or _OWN_WORDS.search(text) or (_OWN_WORDS.search(item) and not names_an_establishment(item)):
        return Target("own")
    return Target("open")


def abbreviated(text: str, telling: Telling, acronyms: Mapping[str, tuple[str, Span]]) -> Target | None:
    """The school, trust or service that an abbreviation of the paper stands for: "the inspection of MHT", "MHT was subject to an inspection"."""
    for match in _SHORT.finditer(text):
        full = acronyms[match.group()][0] if match.group() in acronyms else ""
        words = Words(full, *match.span())
        if (
            full
            and _ESTABLISHMENT.search(full)
            and not bodies.national(full)
            and not _OWN_SERVICE.fullmatch(full)
            and _is_object(text, telling, _OF.match(text, telling.kind.end), words)
        ):
            return Target("named", words)
    return None


def establishment(sentence: Passage, titles: Sequence[Passage]) -> Target | None:
    """The school, home or trust that "the school" in a sentence means: the only one that the sentence before these words, or else the titles above it, name."""
    match = _THE_ONE.search(sentence.text)
    if match is None:
        return None
    for places in ([sentence.cut(0, match.start())], titles):
        named = [(words, place) for place in places for words in _named_in(place.text)]
        found = {words.text.casefold(): Target("named", words, place) for words, place in reversed(named)}
        fitting = [of for name, of in found.items() if match["what"].casefold() in name]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _named_in(text: str) -> list[Words]:
    """The schools, homes and trusts that a text names."""
    trusts = [Words(" ".join(match.group().split()), *match.span()) for match in _TRUST.finditer(text)]
    return [*(Words(one.text, one.start, one.end) for one in names(text)), *trusts]


def is_the_one(text: str, of: Target | None) -> bool:
    """Whether "the school" of a sentence can be the establishment that was named before it: "Elm Lane School"."""
    match = _THE_ONE.search(text)
    return bool(match and of and of.words and match["what"].casefold() in of.words.text.casefold())


def _same(named: Target, council: str) -> bool:
    """Whether a body is the council: by its name, its place, or both at the end of more: "Services in Ashford County Council"."""
    place, name = place_of(council).casefold(), named.words.text.casefold() if named.words else ""
    return bool(name) and (
        name in {council.casefold(), place, f"{place} council", f"{place} local area partnership"} or bool(council and name.endswith(f" {council.casefold()}"))
    )


def _named_body(text: str, telling: Telling, of: re.Match[str] | None, council: str) -> Target | None:
    """The council, school or service that the sentence names: one that is said to have been inspected, or foreign where it is unclear which."""
    at = of.start("what") + (len("the ") if of and of["what"].casefold().startswith("the ") else 0) if of else len(text)
    if (behind := bodies.council_regex().match(text, at)) and not _OFFICE.match(behind.group()):
        return Target("named", Words(" ".join(behind.group().split()).removesuffix("'s"), *behind.span()))
    councils = (m for m in bodies.council_regex().finditer(text) if not _OFFICE.match(m.group()))
    spans = [Words(" ".join(m.group().split()).removesuffix("'s"), *m.span()) for m in councils]
    ours = f"{place_of(council)}'s "
    local = [b for b in bodies.find(text) if _ESTABLISHMENT.search(b.name) and not bodies.national(b.name)]
    local = [b for b in local if not _OWN_SERVICE.fullmatch(b.name.removeprefix(ours).removeprefix("Council's "))]
    spans += [Words(b.name, b.start, b.end) for b in local if not any(b.start < s.end and s.start < b.end for s in spans)]
    taken = [*((i.start, i.end) for i in telling.inspectors), (telling.kind.start, telling.kind.end)]
    spans = [s for s in spans if not any(s.start < end and start < s.end for start, end in taken) and not _LED_BY.search(text[: s.start])]
    if told := [s for s in spans if _is_object(text, telling, of, s)]:
        return Target("named", told[0])
    if name := _establishment_named(text, telling, of):
        return Target("named", name)
    others = [s for s in spans if bodies.council_regex().fullmatch(s.text) and not _same(Target("named", s), council)]
    return Target("foreign") if others and telling.kind.family not in {"send", "ilacs"} else None


def _establishment_named(text: str, telling: Telling, of: re.Match[str] | None) -> Words | None:
    """A school, home or hospital by its name, behind "of" or behind the verb."""
    verb = telling.kind.printed.casefold().endswith("ed")
    dashed = _DASHED.match(text, telling.kind.end)
    at = of.start("what") if of else dashed.end() if dashed else telling.kind.end + 1 if verb else len(text)
    before = (found for found in _ANY_NAMED.finditer(text, 0, telling.kind.start) if verb and _PASSIVE.fullmatch(text, found.end(), telling.kind.start))
    if trust := _TRUST.match(text, at):
        return Words(" ".join(trust.group().split()), *trust.span())
    services = _SERVICES_OF.match(text, at)
    match = (
        _PLACE_NAME.match(text, services.end() if services else at) or _PLACE_NAME.match(text, at) or next(_RATED.finditer(text), None) or next(before, None)
    )
    if match:
        return Words(" ".join(match["name"].split()), *match.span("name"))
    named = names(text)
    beside = next((one for one in named if 0 <= one.start - at <= _ARTICLE), None)
    if beside is None and len(named) == 1 and named[0].end < telling.kind.start:
        between = text[named[0].end : telling.kind.start]
        said = _RECEIVED.match(between) or (verb and _PASSIVE.fullmatch(_ASIDE.sub("", between)))
        said = (
            said
            or (verb and _COMMA.fullmatch(between))
            or _REPORT_ON.search(text[: named[0].start])
            or (telling.kind.family == "monitoring" and _MEASURES.match(between))
        )
        beside = named[0] if said else None
    return Words(beside.text, beside.start, beside.end) if beside else None


def _is_object(text: str, telling: Telling, of: re.Match[str] | None, words: Words) -> bool:
    """Whether a body stands where the words say who was inspected: behind "of", as an owner, or beside the verb."""
    kind = telling.kind
    if of and of.start("what") <= words.start < of.start("what") + 12:
        return True
    if kind.printed.casefold().endswith("ed") and re.fullmatch(r"\s+(?:the\s+)?", text[kind.end : words.start]):
        return True
    return bool(_OWNER.fullmatch(text, words.end, kind.start) or _PASSIVE.fullmatch(text, words.end, kind.start))


def _elsewhere(text: str, telling: Telling, of: re.Match[str] | None) -> bool:
    """Whether the words give a place that is not the council's own."""
    before = _POSSESSIVE.search(text[: telling.kind.start])
    if before and not set(before["place"].casefold().split()) & _COMMON and not any(i.start <= before.start() < i.end for i in telling.inspectors):
        return True
    inside = _IN_PLACE.match(of["what"]) if of else None
    return bool(inside and not set(re.findall(r"[a-z]+", inside["place"].casefold())) & (_COMMON | _MORE))


_MORE: Final = frozenset(
    "january february march april may june july august september october november december "
    "local send sen adult social looked special early education youth fostering adoption safeguarding".split()
)
