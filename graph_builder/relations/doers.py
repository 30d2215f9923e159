"""Who the words of a paper mean where somebody acts, asks or is asked: people, posts, bodies, groups; with the ids of those that the paper knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph_builder import lexicon
from graph_builder.language import bodies, people
from graph_builder.language.dates import MONTHS, WEEKDAYS
from graph_builder.language.names import parse
from graph_builder.model import Id
from graph_builder.relations.context import Context

_TOKEN = re.compile(r"[\w'&/.-]+|,|[()]")
_BREAK = re.compile(r"[.;:!?]\s+|[;:]|\s[-–—]\s|[–—]|\n|\"")
_ARTICLE = re.compile(
    r"^(?:(?:the|an?|our|its|their|each|any|every|some|relevant|local|those|all|both|(?:one|two|three|four|five|"
    r"six)(?:\s+of)?|and|that|or|also|then)\s+)+",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset("of for in on at to by from with into under over within between among via per across around through".split())
_GOVERNED = re.compile(r"\b(?:of|for|from|with|in|by|between|to|on|at)\s+(?:(?:the|an?)\s+)?(?:[a-z]+\s+)*$")
_APPOSED = re.compile(r"^(?P<name>[^,]{2,60}),\s+(?:an?|the|one\s+of|our)\s+[^,]{3,90}$", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|\s*/\s*|\s+plus\s+|\s+together\s+with\s+|\s+or\s+)\s*(?:the\s+)?", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z](?:[A-Z]|&(?=[A-Z]))[A-Za-z]{0,2}[A-Z&]{0,4}s?")
_NO_ACRONYM = frozenset(
    "AGREED NOTED ACTION ACTIONS AOB NB PDF RESOLVE ITEM TBC TBA CLOSED LOST FELL FOR MATTERS AM PM II III IV VI NONE AND THE TO NOT".split()
)
_SPEAKS = re.compile(
    r"\s+(?:then\s+|also\s+|further\s+)?(?:advised|stated|confirmed|said|explained|reported|informed|replied|"
    r"responded|indicated|added|assured|told|outlined|noted|thanked|clarified|commented|introduced|presented|gave|"
    r"delivered|welcomed|referenced|referred|highlighted|asked|queried|raised|enquired|requested|suggested|"
    r"pointed\s+out|proposed|felt|spoke|expressed|acknowledged|agreed|emphasised|commended|considered|described|"
    r"updated|mentioned|observed|questioned)\b"
)
_RELATIVE = re.compile(r"\b(?:which|that|where|when|who|if|whether)\s+(?:the\s+)?$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\band\b|\b[a-z]+[^s\W]s$|\b(?:Members|Councillors|Officers|Residents|Governors|Trustees|Inspectors|Gardaí|"
    r"Gardai|Advisers|staff|police)$"
)
PRONOUNS = frozenset(("he", "she", "they", "we", "i", "it", "who"))


class Doer(NamedTuple):
    """Words that mean somebody, with their place in the text."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doers:
    """Finds who acts in one paper."""

    context: Context
    initials: dict[str, Id]

    @staticmethod
    def of(context: Context) -> Doers:
        """The finder for a paper, with the initials that its lists print, or that one person of them alone has."""
        printed: dict[str, Id] = {}
        derived: dict[str, set[Id]] = {}
        for entry in context.paper.entries:
            who = context.people.entry(entry.name, entry.capacity) if entry.name else None
            if entry.name is None or who is None:
                continue
            if entry.initials:
                printed[entry.initials] = who
            if entry.name.initials:
                derived.setdefault(entry.name.initials + entry.name.surname[:1].upper(), set()).add(who)
        single = {letters: next(iter(ids)) for letters, ids in derived.items() if len(ids) == 1 and len(letters) > 1}
        return Doers(context, single | printed)

    def before(self, text: str, end: int) -> Doer | None:
        """Whoever the words just before an offset mean: the longest such stretch within the clause."""
        stop = len(text[:end].rstrip(" ,"))
        floor = max((match.end() for match in _BREAK.finditer(text[:stop]) if not _is_stop(text, match.start())), default=0)
        starts = [floor + match.start() for match in re.finditer(r"(?<!\S)[(\"']*\w\S*", text[floor:stop])]
        for start in starts[-18:]:
            words = text[start:stop]
            apposed = _APPOSED.match(words)
            if not _begins(text[floor:start], words) or not (self.means(apposed["name"]) if apposed else self.means(words)):
                continue
            lead = _ARTICLE.match(words)
            begin = start + (lead.end() if lead else 0)
            return Doer(text[begin : start + apposed.end("name") if apposed else stop].strip(" ,("), begin, stop)
        return None

    def means(self, words: str) -> bool:
        """Whether some words mean somebody who can act."""
        bare = _ARTICLE.sub("", words.strip(" ,"))
        tokens = _TOKEN.findall(bare)
        folded = [token.casefold() for token in tokens]
        if not 0 < len(tokens) <= 18 or words.count("(") != words.count(")") or folded[-1] in _PREPOSITIONS | {"the", "a", "an", "and", "or"}:
            return False
        if len(tokens) == 1 and folded[0] in PRONOUNS:
            return True
        if any(token in _listed("not_in_doer") or token in PRONOUNS for token in folded):
            return False
        return self._headed(tokens, folded) or (
            bool(re.search(r"[A-Za-z]{2}", re.sub(r"\([^()]*\)", "", bare))) and all(self._named(part) for part in _JOINS.split(bare) if part)
        )

    def _headed(self, tokens: list[str], folded: list[str]) -> bool:
        """Whether a post, a body or a group is the head of the words: nothing before it but what describes it."""
        heads = [index for index, token in enumerate(folded) if _is_head(token) or (_ACRONYM.fullmatch(tokens[index]) and tokens[index] not in _NO_ACRONYM)]
        if not heads:
            return False
        first = heads[0]
        rest = next((index for index in range(first + 1, len(folded)) if index not in heads), None)
        follows = (
            rest is None
            or folded[rest] in _PREPOSITIONS
            or folded[rest] in {"and", ",", "(", ")", "&", "plus", "or", "present", "together"}
            or tokens[rest][0].isupper()
        )
        before = folded[:first]
        return (
            follows
            and not (_PREPOSITIONS | {"the", "a", "an"}) & set(before)
            and "," not in before
            and not any(
                token.endswith("ing")
                and token
                not in {
                    "housing",
                    "planning",
                    "licensing",
                    "learning",
                    "safeguarding",
                    "parking",
                    "lettings",
                    "nursing",
                    "monitoring",
                    "commissioning",
                    "cleansing",
                    "policing",
                    "acting",
                    "building",
                    "working",
                    "steering",
                    "governing",
                    "engineering",
                    "standing",
                }
                for token in before
            )
        )

    def _named(self, part: str) -> bool:
        """Whether a part of the words is a name: of a person, by initials, by an abbreviation, or in capitals."""
        part = re.sub(r"\([^()]*\)", "", part).strip(" ,.'\"")
        if not part:
            return True
        if part in self.initials or (_ACRONYM.fullmatch(part) and part not in _NO_ACRONYM):
            return True
        if bodies.national(part) or self.context.bodies.id(part) in self.context.bodies.names:
            return True
        name = parse(part)
        if name and (name.title or self.context.people.find(name) or next((p.sure for p in people.find(part)), False)):
            return True
        words = [word for word in part.split() if word.casefold() not in {"of", "and", "the", "&", "for", "de", "la"}]
        calendar = {*MONTHS, *WEEKDAYS}
        return (
            1 < len(words) <= 6
            and all(word[0].isupper() and not word.isupper() and word.casefold() not in calendar for word in words)
            and not _thing(words[-1])
        )

    def speaker(self, text: str, end: int, pronoun: str) -> Doer | None:
        """Whoever was last said to speak before an offset: whom "he", "she" or "they" means; several people are no "he". Without a pronoun: anybody."""
        for match in reversed(list(_SPEAKS.finditer(text, 0, end))):
            who = self.before(text, match.start())
            if who is None or who.words.casefold() in PRONOUNS or _RELATIVE.search(text[: who.start]):
                continue
            if not pronoun:
                return who
            several = bool(_SEVERAL.search(who.words))
            if several == (pronoun == "they") or (pronoun == "they" and not re.search(r"[A-Z]\w+$", who.words)):
                return who
        return None

    def ids(self, words: str) -> tuple[Id, ...]:
        """The people and bodies that the words name and the paper knows; nobody where a part of the words stays unknown."""
        bare = _ARTICLE.sub("", words.strip(" ,."))
        whole = self._body(bare) or self._person(bare)
        if whole:
            return (whole,)
        found = [self._person(part) for part in _JOINS.split(bare) if part.strip()]
        return tuple(id_ for id_ in found if id_)

    def _person(self, words: str) -> Id | None:
        bare = re.sub(r"\([^()]*\)", "", words).strip(" ,.")
        if bare in self.initials:
            return self.initials[bare]
        title = next(iter(people.find(bare)), None)
        name = parse(bare) or (title.name if title and title.start == 0 and title.end >= len(bare) - 1 else None)
        return self.context.people.find(name) if name else None

    def _body(self, words: str) -> Id | None:
        """The body that words mean: by name, by the paper's abbreviation, or as the body that meets."""
        known, header = self.context.bodies, self.context.paper.header
        if words in known.acronyms:
            return known.id(known.acronyms[words][0])
        if _ACRONYM.fullmatch(words) and (defined := self._defined(words)):
            return defined
        named = bodies.national(words)
        if named:
            return known.id(words)
        for name in (words, bodies.tidy(words)):
            if known.id(name) in known.names:
                return known.id(name)
        own = header.body.value if header.body else ""
        parts = {part.casefold() for part in re.findall(r"[A-Za-z-]+", words)}
        own_parts = {part.casefold() for part in re.findall(r"[A-Za-z-]+", own)}
        if parts == {"council"} and "council" not in own_parts:
            return self.context.council_id
        if parts and parts <= own_parts | {"scrutiny", "full", "whole"} and parts & own_parts and bodies.meeting_head().search(words):
            return self.context.body_id
        return None

    def _defined(self, letters: str) -> Id | None:
        """The body for which the paper says that some letters stand: "Overview and Scrutiny Performance Board (OSPB)"."""
        document = self.context.paper.document
        for match in re.finditer(
            rf"(?P<words>(?:[A-Z][\w'’-]+\s+(?:(?:and|of|for|the|"
            rf"&)\s+)*){{2,9}})\((?:the\s+)?[\"'“]?{re.escape(letters)}[\"'”]?\)",
            document.text,
        ):
            words = list(re.finditer(r"[A-Z][\w'’-]+", match["words"]))
            start = match.start("words") + words[-len(letters)].start() if len(words) >= len(letters) else match.end()
            name = " ".join(document.text[start : match.end("words")].split())
            if "".join(word[0] for word in re.findall(r"\b[A-Z]", name)) == letters and bodies.meeting_head().search(name):
                return self.context.bodies.seen(name, document.span(start, match.end("words")), letters)
        return None


def _begins(before: str, words: str) -> bool:
    """Whether words can begin a noun phrase where they stand: not in the middle of a name, nor behind a preposition."""
    last = re.search(r"([\w'&/.-]+|[,)])\s*[(\"']?$", before)
    if last is None:
        return True
    folded = last[1].casefold()
    if folded in _PREPOSITIONS or last[1] == ")":
        return False
    if folded in {",", "and", "or", "that", "plus", "so", "then", "also", "both"} or folded in _listed("not_in_doer"):
        return True
    if _ARTICLE.match(words):
        return True
    # "the integration of key SEND services": what stands behind a preposition is no subject, but for a person
    person = next(iter(people.find(words)), None)
    return words[0].isupper() and not last[1][0].isupper() and (not _GOVERNED.search(before) or bool(person and person.start == 0 and person.name.title))


def _is_stop(text: str, at: int) -> bool:
    """Whether a full stop belongs to a title or initials before it and ends no sentence: "Mr. McGrath", "P. Norris"."""
    return bool(re.search(r"(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllrs?|Clr|St|Rev|Revd|Hon|Prof|Ald|Messrs|No|[a-z]\.[a-z])$", text[:at])) and text[at] == "."


def _is_head(token: str) -> bool:
    token = token.strip(".'()").removesuffix("'s")
    return token in _listed("doers") or token.removesuffix("s") in _listed("doers") or token.removesuffix("ies") + "y" in _listed("doers")


def _thing(word: str) -> bool:
    """Whether a capitalised word ends the name of a paper or a place, not of somebody."""
    return word.casefold().removesuffix("s") in {
        "plan",
        "strategy",
        "policy",
        "report",
        "programme",
        "framework",
        "statement",
        "review",
        "road",
        "street",
        "lane",
        "close",
        "minute",
        "agenda",
        "item",
        "budget",
        "act",
        "appendix",
        "update",
        "schedule",
        "document",
        "action",
        "meeting",
        "project",
        "hall",
        "centre",
        "order",
        "code",
        "register",
        "profile",
        "check",
        "appeal",
        "application",
        "business",
        "accounts",
    }


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon.words("actions", key))
