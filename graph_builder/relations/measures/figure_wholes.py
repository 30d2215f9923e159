"""A figure goes in, and out come the group of which it tells a part and the words without which it would tell nothing."""

from __future__ import annotations

import re

from graph_builder import lexicon
from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_words import Place, right_of, stripped, without_lead
from graph_builder.relations.measures.figures import listed

_OF = re.compile(r"\s*\)?\s+of\s+(?!which\b|whom\b|them\b|these\b|those\b)")
_SINGLE = re.compile(r"[A-Z]{2,}s?|[A-Za-z'-]+(?:tion|sion|ment|ance|ence|ness|ity|age|over|out|fall|take|cy|al|ism|ship|th|ing|ions|s)", re.ASCII)
# A number and "or" before a percentage, which tell the same cases
_OR = re.compile(r"\b\d[\d,]*(?:\s+or)?\s*$")
_AUXILIARIES = re.compile(r"^\W*(?:(?:had|has|have|were|was|are|is|been|being|also)\s+(?!(?:an?|no|the|their)\b))+", re.IGNORECASE)
_POINTING = frozenset(("this", "that", "these", "those", "it", "them", "which", "who"))
_DONE = re.compile(r"[a-z]+(?:ed|ly)$")


def whole_of(place: Place, indicator: str) -> str:
    """The group of which a figure tells a part: "activities" in "81% of activities being assessed as good"; empty where its words name none."""
    if group := opened(place):
        return group
    if place.figure.kind not in {"percent", "ratio"} or not (place.figure.kind == "ratio" or _OF.match(place.follows)):
        return ""
    words = right_of(place, raw=True)
    cut = form(FILE, "part-begins").search(words)
    words = words if cut is None else words[: cut.start()]
    group = without_lead(stripped(words))
    return group if indicator.startswith(group.split(" ", 1)[0]) or group in indicator else ""


def opened(place: Place) -> str:
    """The group that opens the clause: "of the 41 indicators reported, 46.3% had improved"."""
    before = _OR.sub("", place.text[: place.figure.start].rstrip(" ("))
    whole = form(FILE, "of-whole").search(stripped(before, keep=frozenset(("of",))))
    return " ".join(whole["whole"].split()) if whole else ""


def tells_a_part(place: Place) -> bool:
    """Whether a figure is followed by what its cases did or were, and by no name of them: "69% likely to succeed", "12% had been delayed"."""
    return bool(form(FILE, "part-told").match(place.follows.removeprefix(")") if place.bracketed else place.follows))


def part_of(place: Place) -> str:
    """What a figure's cases did or were, without the verbs that only join: "slightly below the target", "improved"."""
    words = _AUXILIARIES.sub("", right_of(place, raw=True))
    parts = words.split()
    while parts and parts[-1].casefold().strip(",;:") in listed("leading") | {"to", "by"}:
        parts.pop()
    return " ".join(parts).rstrip(" ,;:")


def subject_of(place: Place) -> str:
    """Whose share "with 84% meeting their target" is: the subject of its sentence, a few words that name several; empty where there is none."""
    before = form(FILE, "with-share-of").search(place.text[: place.figure.start])
    if before is None:
        return ""
    clause = place.text[: before.start()]
    bounds = [match.end() for match in form(FILE, "strong").finditer(clause)]
    clause = clause[bounds[-1] :] if bounds else clause
    verb = form(FILE, "finite").search(clause)
    words = without_lead(clause[: verb.start()] if verb else clause)
    return words if re.search(r"[a-z]s\b", words) and len(words.split()) <= 8 else ""


def referred_to(place: Place) -> str:
    """What "this figure" stands for: the last share, number or rate that the sentence names before it."""
    if not form(FILE, "this-figure").search(place.left) or re.search(r"\bwhere\b", place.left):
        return ""
    named = list(form(FILE, "named-figure").finditer(place.text[: place.figure.start]))
    return without_lead(" ".join(named[-1].group().split())) if named else ""


def is_telling(words: str) -> bool:
    """Whether the words for a figure say what it measures: a noun that is no mere "figure" or "target", no words that hang on others."""
    parts = words.split()
    if not parts or parts[-1].endswith("'s") or parts[-1].casefold() in _POINTING or words.count("(") != words.count(")"):
        return False
    if form(FILE, "hangs").match(words) or form(FILE, "general").fullmatch(words):
        return False
    if len(parts) == 1:
        word = parts[0].strip("'(),.")
        known = {word.casefold(), word.casefold().removesuffix("s")} & _nouns()
        return bool(known or (_SINGLE.fullmatch(word) and not _DONE.fullmatch(word)))
    return not all(part.casefold().strip("(),.") in listed("joining") | listed("linking") for part in parts)


def is_money(word: str) -> bool:
    """Whether a word is a noun of money: an overspend, a reserve."""
    return bool({word, word.removesuffix("s")} & listed("money_nouns"))


def names_itself(place: Place) -> bool:
    """Whether a noun of money ends the words right behind a sum: "£21.3m general balances", "£66.2m General Fund revenue budget overspend"."""
    for word in place.follows.split()[:6] if place.follows[:1].isspace() else ():
        bare = word.strip(".,;:()").casefold()
        if not re.fullmatch(r"[a-z][\w'&/-]*", bare) or bare in listed("small") | listed("verbs_of_sums"):
            return False
        if is_money(bare):
            return True
        if word != word.rstrip(".,;:)"):
            return False
    return False


def _nouns() -> frozenset[str]:
    return frozenset(word.casefold() for key in ("counted", "money_nouns", "measured") for word in lexicon.words("measures", key))
