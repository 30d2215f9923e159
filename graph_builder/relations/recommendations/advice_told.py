"""A sentence goes in; out come the recommendations of which it tells how they were answered: by whom, to whom, how."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder import lexicon
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations.advice_words import Advice, bare, clean

FILE = "recommendations"
_PAST = {"accept": "accepted", "adopt": "adopted", "endorse": "endorsed", "approve": "approved", "support": "supported", "reject": "rejected"} | {
    "decline": "declined",
    "refuse": "refused",
}
_RESOLVED = re.compile(r"\W*(?:\(?\w{1,3}[.)]\s+)?(?:RESOLVED|AGREED|Resolved|Agreed)\b")
_DOUBTED = re.compile(r"\b(?:if|whether|would|could|should|may|might)\b", re.IGNORECASE)


def find(sentence: str) -> Iterator[Advice]:
    """The recommendations that a sentence tells with their answer."""
    yield from _told_with_answer(sentence)
    yield from _named(sentence)
    yield from _answered(sentence)


def _told_with_answer(sentence: str) -> Iterator[Advice]:
    """ "rejected its recommendation that the site be removed": whose it is stands in the words, or is the group that the sentence names before."""
    for match in form(FILE, "answered-that").finditer(sentence):
        if re.search(r"\b(?:if|whether|would|could|should|may|might)\b", sentence[: match.start()], re.IGNORECASE):
            continue
        groups = list(form(FILE, "group").finditer(sentence[: match.start()]))
        by = bare(match["by"] or match["by2"] or (re.split(r"\bthe\s+", groups[-1].group())[-1] if groups else ""))
        how = "rejected" if re.search(r"\bnot\b|reject|declin", match["how"], re.IGNORECASE) else "accepted"
        yield Advice(by, "", clean(match["text"]), "recommendation-answered", status=how, response=clean(sentence))


def _named(sentence: str) -> Iterator[Advice]:
    """ "The review's recommendation to set up a board was endorsed by the Council"."""
    for match in form(FILE, "told-and-answered").finditer(sentence):
        if _DOUBTED.search(sentence[: match.start()]):
            continue
        how = "rejected" if re.search(r"\bnot\b|reject|declin|refus", match.group(), re.IGNORECASE) else "accepted"
        yield Advice(
            re.sub(r"[’']s?$", "", bare(match["by"])),
            bare(match["to"] or ""),
            clean(match["text"]),
            "recommendation-answered",
            status=how,
            response=clean(sentence),
        )


def _answered(sentence: str) -> Iterator[Advice]:
    """Recommendations of which the sentence tells how they were answered."""
    for name in ("answered", "answers"):
        for match in form(FILE, name).finditer(sentence):
            groups = match.groupdict()
            by, to = bare(groups.get("by") or groups.get("by2") or ""), bare(groups.get("to") or "")
            doubted = re.search(r"\b(?:if|whether|would|could|should|may|moved|proposed|propos(?:es|al)|seconded)\b", sentence[: match.end()], re.IGNORECASE)
            if not (by or to) or doubted:
                continue
            plain = groups.get("how2") and not re.search(r"\b(?:agreed|resolved|decided)\s+to\s+$", sentence[: match.start("how2")], re.IGNORECASE)
            if plain and (not _RESOLVED.match(sentence) or re.search(r"\brecommend|\brequest|\bask", sentence[: match.start()], re.IGNORECASE)):
                continue  # "That Cabinet approve the recommendations" answers where it was resolved
            how = " ".join((groups.get("how2") or match["how"] or "").casefold().split())
            status = lexicon.load("recommendations")["answered"][_PAST.get(how, how)]
            yield Advice(by, to, clean(sentence), "recommendation-answered", status=status, response=clean(sentence))
