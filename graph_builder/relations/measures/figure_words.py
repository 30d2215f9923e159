"""The words around a figure: the noun phrase that leads to it and what follows it, without the periods that are named there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figures import Figure, listed
from graph_builder.relations.measures.periods import Period

_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_BEFORE_VALUE = re.compile(r"\bin\s+the\s+(?:region|order)\s+of\s*$|[\s(:=–—-]+$")
# "waiting times, which stood at"
_WHICH = re.compile(r",\s+which\s+(?=(?:now\s+|currently\s+)?(?:stood|stands|was|were|is|are|had|has|have|averaged|totalled|reached)\b)", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:to\s+[a-z]{3,}|the|an?|its|their|our)\s+(?=\w)")
# "£3.1m over budget and children's services £2.2m over budget"
_STATE_OF_LAST = re.compile(r"^\s*(?:over|under|below|above)\s?(?:spent|budget|target|plan|profile)?\s*(?:,|and|while|whilst|but)\s+", re.IGNORECASE)
_PREPOSITIONS = frozenset(("in", "with", "by", "for"))
_AUXILIARY = re.compile(r"^(?:(?:had|has|have|were|was|are|is|been|being|also)\s+)+(?=\w)")
_ASIDE = re.compile(r"\((?=[^()]{0,60}\))[^()]*\)")
_WHOLE_ENDS = re.compile(
    r"\b(?:current|deposit|savings?|bank|business|revenue|reserve|community|project)\s+accounts?\W*$"
    r"|\b(?:take|sign|catch|start|follow)[ -]up\W*$|\b(?:control|grand|running|sub)[ -]total\W*$|\band (?:over|under|above|older|more)\W*$"
    r"|\bor (?:more|over|less|under|fewer|above|below|longer|improving|better|worse)\W*$",
    re.IGNORECASE,
)
# "plans in time was a quarterly figure": what is said of a figure is no part of its name
_IS_A = re.compile(
    r"(?<=\w)\s+(?:was|is)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}"
    r"(?:figure|result|improvement|increase|decrease|average|concern|achievement|number|percentage|total|risk|priority|challenge)\b.*$",
    re.DOTALL,
)
# "33 children are unaccompanied asylum-seeking children"
_SAME_NOUN = re.compile(r"^(?P<noun>\w+)\s+(?:are|were)\s+(?P<what>(?:[\w-]+\s+){1,4}(?P=noun))$", re.IGNORECASE)
_IN_ALL = re.compile(
    r"^\W*(?:in\s+(?:total|all)|on\s+average|overall|(?:as\s+)?(?:at|of|in|by|for)\s+(?:the\s+end\s+of\s+)?(?:period|month|quarter|week)\s+\d+),?\s+",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:for|in|of|on|to|against)\s+the\s+(?=\d)", re.IGNORECASE)
_NEXT_FIGURES = re.compile(r"\s+and\b(?:\s+(?!and\b)\S+){0,5}\s*$")


@dataclass(frozen=True, slots=True)
class Place:
    """A figure in its sentence, with the end of the figure before it and the start of the next."""

    text: str
    figure: Figure
    before: int
    after: int
    periods: tuple[Period, ...]

    @property
    def left(self) -> str:
        """The words between the figure before and this one."""
        return self.text[self.before : self.figure.start]

    @property
    def follows(self) -> str:
        """All that stands behind the figure."""
        return self.text[self.figure.end :]

    @property
    def bracketed(self) -> bool:
        """Whether the figure stands in brackets alone."""
        return self.left.rstrip().endswith("(") and self.follows.startswith(")")

    @property
    def within(self) -> bool:
        """Whether a bare number opens a bracket that says more of the figure before: "24/33 left (11 in less than 12 months)"."""
        return self.figure.kind == "plain" and self.before > 0 and self.left.endswith("(") and not self.bracketed and ")" in self.follows


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with the words that say what it measures, its period as a table shows it, and the whole of which it is a part, where its words name one."""

    figure: Figure
    indicator: str
    period: str
    whole: str = ""


def left_of(place: Place) -> str:
    """The noun phrase that leads to a figure; empty where there is none."""
    words = _STATE_OF_LAST.sub("", without_periods(place, place.before, place.figure.start)) if place.before else without_periods(place, 0, place.figure.start)
    if place.before and form(FILE, "next-sum").search(words):
        return ""
    words = _IN_ALL.sub("", form(FILE, "glued-heading").sub("", words))
    words = form(FILE, "subordinate").sub("", words) if not place.before else words
    words = _clause(_BEFORE_VALUE.sub("", _WHICH.sub(" ", _relative(words))))
    words = _EMPTY.sub(" ", re.sub(r"^[^()]*\)|^\s*\([^()]*\),?\s", " ", words))
    words = words.rpartition("(")[2] if words.count("(") > words.count(")") else words
    words = stripped(words)
    for name in ("change-in", "than", "shows-that", "reported", "expected-to", "expected", "change-verb"):
        words = form(FILE, name).sub("", words)
    if state := form(FILE, "state-of").match(words):
        return f"{without_lead(_last(state['whose'], 'new-phrase'))} ({state['state']})"
    words = _last(words, "new-phrase")
    verbs = list(form(FILE, "finite").finditer(words))
    if verbs:
        opens = [match.end() for match in form(FILE, "opens").finditer(words) if match.start() >= verbs[0].end() or match.group().strip() in {",", "that"}]
        words = words[opens[-1] :] if opens else words[verbs[-1].end() :] if verbs[-1].start() == 0 else words
    return without_lead(stripped(words.rpartition(" that ")[2]))


def _relative(words: str) -> str:
    """Words before ", which had fallen to" from what the clause is about: "continuing to reduce tenant arrears, which had fallen to"."""
    which = list(_WHICH.finditer(words))
    if not which or not form(FILE, "finite").search(words[: which[-1].start()]):
        return words
    head = _OBJECT.split(words[: which[-1].start()])[-1]
    return f"{head}{words[which[-1].start() :]}" if re.search(r"[a-z]{3}", head) else words


def _clause(words: str) -> str:
    """The last clause of some words; a dash before a mere name begins none: "average answer rate – Revenues and Benefits"."""
    clause = _last(words, "strong")
    head = re.search(r"(?P<head>[^.;:,–—]{4,60}\s[-–—]\s)$", words[: len(words) - len(clause)])
    named = [word for word in clause.split() if word.casefold() not in listed("linking") | listed("small") | listed("joining")]
    return head["head"] + clause if head and named and all(word.strip("(&")[:1].isupper() for word in named) else clause


def clause_of(place: Place) -> str:
    """The words of the clause that lead to a figure, the last dozen at most."""
    words = _last(without_periods(place, place.before, place.figure.start), "strong")
    for name in ("reported", "expected-to"):
        words = form(FILE, name).sub("", stripped(words, keep=_PREPOSITIONS)) or words
    return without_lead(" ".join(stripped(words, keep=_PREPOSITIONS).split()[-12:]))


def right_of(place: Place, *, raw: bool = False) -> str:
    """What follows a figure, to the end of its clause; `raw` with the verbs that tell what was done."""
    words = re.sub(r"^\s*\+?\)?(?:\s+approx\.?(?=\s))?", "", without_periods(place, place.figure.end, place.after))
    if words.rstrip().endswith("("):
        # brackets that hold no more than the next figure are looked through
        close = place.text.find(")", place.after)
        beyond = place.text[close + 1 :] if 0 <= close <= place.after + 30 else ""
        words = f"{words.rstrip()[:-1]} {beyond}"
    words = re.sub(r"^\s+(?:of|in\s+favour\s+of)\s+", " ", words)
    words = _ASIDE.sub(lambda m: m.group() if re.fullmatch(r"\([A-Z][\w&/ ]{0,9}\)", m.group()) else " ", words)
    end = form(FILE, "ends").search(words)
    words = words[: end.start()] if end else words
    further = form(FILE, "next-part").search(words)
    words = words[: further.start()] if further else words
    if not end and place.after < len(place.text):
        # "9 purchase units and Toppins Lands for 28 units": what stands behind the last "and" is the next figure's
        words = _NEXT_FIGURES.sub("", words)
    if raw:
        return " ".join(words.split())
    words = " ".join(words.split())
    words = words if place.figure.kind == "ratio" else _IS_A.sub("", words)
    words = _SAME_NOUN.sub(r"\g<what>", words)
    joined = form(FILE, "copula").sub(lambda m: m.group() if m["head"].endswith((" that", " which", " who")) else f"{m['head']} ", words)
    # "1,642 responses had been received": what was done to them belongs to them
    done = frozenset(word for word in listed("linking") if word.endswith("ed")) if joined != words else frozenset()
    words = joined
    if place.figure.kind == "ratio":
        return stripped(words, keep=done)
    return without_lead(stripped(_AUXILIARY.sub("", words), keep=done))


def _last(words: str, name: str) -> str:
    """What stands behind the last match of a form."""
    bounds = [match.end() for match in form(FILE, name).finditer(words)]
    return words[bounds[-1] :] if bounds else words


def without_periods(place: Place, start: int, end: int) -> str:
    """A stretch of the sentence without the periods that it names."""
    text = place.text[start:end]
    for period in reversed(place.periods):
        low, high = max(period.start + _joint(place.text, period), start), min(period.end, end)
        if low < high:
            text = f"{text[: low - start]} {text[high - start :]}"
    return text


def _joint(text: str, period: Period) -> int:
    """How many letters of a period join the words around it: "the overspend for the 2023/24 block"."""
    joint = _JOINT.match(text[period.start : period.end])
    follows = re.match(r"\s+(?P<word>[A-Za-z][\w&'’-]*)", text[period.end :])
    return (
        joint.end()
        if joint
        and follows
        and (follows["word"][0].isupper() or follows["word"].casefold() not in listed("linking") | listed("joining") | {"financial", "academic"})
        else 0
    )


def stripped(words: str, *, keep: frozenset[str] = frozenset()) -> str:
    """Words without the linking ones at their end."""
    parts = words.split()
    empty = listed("linking") - keep
    while parts and not _WHOLE_ENDS.search(" ".join(parts[-2:])) and (parts[-1].casefold().strip(",.:;(–-") in empty or not re.search(r"\w", parts[-1])):
        parts.pop()
    return " ".join(parts).rstrip(" ,;:(–-")


def without_lead(words: str) -> str:
    """Words without articles, conjunctions and the like at their beginning."""
    parts = words.split()
    while (
        parts and " ".join(parts[:2]).casefold() != "on time" and (parts[0].casefold().strip(",.:;)(") in listed("leading") or not re.search(r"\w", parts[0]))
    ):
        parts.pop(0)
    bare = " ".join(parts).strip(" ,;:").lstrip(") ")
    return bare.rstrip(")") if ")" in bare and "(" not in bare else bare
