"""A sentence goes in, what it recommends or requests comes out: by whom, to whom, in which words, and how it was answered where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder import lexicon
from graph_builder.language.names import title_regex
from graph_builder.relations.doers import PRONOUNS, Doers
from graph_builder.relations.forms import form

FILE = "recommendations"


@dataclass(frozen=True, slots=True)
class Advice:
    """One recommendation or request: by whom and to whom as printed, its words, its place in the text, the rule; and how it was answered."""

    by: str
    to: str
    text: str
    start: int
    end: int
    rule: str
    own: bool = False
    """Whether the body that meets makes it."""
    status: str = ""
    response: str = ""


def find(text: str, doers: Doers, *, start: int, end: int) -> list[Advice]:
    """What one sentence of a paragraph recommends or requests; what stands before it tells whom "they" means."""
    if text[start:end].rstrip().endswith("?"):
        return []
    found: list[Advice] = []
    for advice in _all(text, doers, start, end):
        words = advice.text.strip()
        if len(words.split()) < 2 or _no_advice().search(words) or any(_same(advice, other) for other in found):
            continue
        found.append(advice)
    return found


def _same(left: Advice, right: Advice) -> bool:
    return left.text in right.text or right.text in left.text


def _all(text: str, doers: Doers, start: int, end: int) -> Iterator[Advice]:
    sentence = text[start:end]
    yield from _answered(sentence)
    yield from _headed(sentence)
    yield from _of_groups(sentence, text[:start])
    for pattern, rule in ((form(FILE, "that"), "recommends-that"), (form(FILE, "others"), "calls-on"), (form(FILE, "noun"), "requests"), (form(FILE, "suggested"), "suggests")):
        for match in pattern.finditer(sentence):
            advice = _acted(text, doers, match, start, rule=rule)
            if advice:
                yield advice
    yield from _impersonal(sentence)
    yield from _comments(sentence, text[:start])


def _acted(text: str, doers: Doers, match: re.Match[str], start: int, *, rule: str) -> Advice | None:
    """A recommendation whose maker stands before the verb."""
    sentence, verb = match.string, match["verb"].casefold()
    before = sentence[: match.start()]
    if re.search(r"\b(?:was|were|been|be|is|are|not|if|could|as|to)\s*$", before, re.IGNORECASE) and not before.casefold().endswith(" as to"):
        return None
    groups = match.groupdict()
    words, to = clean(groups.get("text") or groups.get("text2") or groups.get("text3") or ""), (groups.get("to") or "").strip()
    who = doers.before(text, start + match.start())
    group = None if who else re.search(rf"(?:^|\bthe\s+|,\s+)(?P<who>{lexicon.load('recommendations')['groups']})$", before.rstrip(), re.IGNORECASE)
    maker = who.words if who else group["who"] if group else ""
    if maker.casefold() in PRONOUNS - {"we", "i"} or (not maker and rule == "recommends-that"):
        speaker = doers.speaker(text, start + match.start(), maker.casefold()) if maker else doers.speaker(sentence, match.start(), "")
        maker = speaker.words if speaker else ""
    if rule == "calls-on" and not _addressed(verb, to, doers):
        return None
    if rule == "recommends-that" and not to:
        to = _subject(words, doers)
    if who is None and rule in {"requests", "suggests"} and not re.search(r"\band\s*$", before):
        return None
    return Advice("" if maker.casefold() in PRONOUNS else maker, to, words, match.start(), match.end(), rule)


def _addressed(verb: str, to: str, doers: Doers) -> bool:
    """Whether "asked X to" is said to a body or a post outside the meeting, not to its own people."""
    if len(to.split()) > 14 or to.casefold() in PRONOUNS:
        return False
    if verb.startswith(("call", "urge", "encourage")):
        return True
    if any("/person/" in id_ for id_ in doers.ids(to.split(",", maxsplit=1)[0])) or re.match(rf"{title_regex().pattern}", to, re.IGNORECASE):
        return False
    return (
        not form(FILE, "people").match(to)
        and doers.means(to.split(",", maxsplit=1)[0])
        and not re.fullmatch(r"(?:the\s+)?(?:clerk|chair(?:man|person)?|secretary|treasurer)", to, re.IGNORECASE)
    )


def _subject(words: str, doers: Doers) -> str:
    """Whoever is to act in "that the Gardaí liaise with", "that Cabinet should"; empty where the words begin with a thing."""
    match = re.match(r"(?P<who>(?:(?!\b(?:be|is|was|are|were|has|have)\b)[^.;:,]){2,70}?)\s+(?:should|be\s+(?:asked|requested)|to\b|[a-z]+\b)", words)
    verbs = "|".join((*lexicon.words("recommendations", "asked_to"), *lexicon.words("actions", "tasks"), *lexicon.load("actions")["tasks_with"]))
    for count in range(min(len(words.split()), 12), 0, -1):
        piece = " ".join(words.split()[:count])
        if (
            match
            and doers.means(piece)
            and piece.casefold() not in PRONOUNS
            and re.match(rf"\s*(?:should\b|be\s+(?:asked|requested)\b|(?:{verbs})\b|[a-z]+en\s|\w+ed\s+themselves)", words[len(piece) :])
        ):
            return piece
    return ""


def _impersonal(sentence: str) -> Iterator[Advice]:
    """ "It was recommended that", "X be requested to", "an update was requested"."""
    by = form(FILE, "by").search(sentence)
    for match in form(FILE, "it-was").finditer(sentence):
        own = bool(re.search(r"\b(?:resolved|agreed)\b", sentence[: match.start()], re.IGNORECASE)) and not by
        yield Advice(by["who"] if by else "", (match["to"] or "").strip(), clean(match["text"]), match.start(), match.end(), "it-was-recommended", own=own)
    for match in form(FILE, "to-recommend").finditer(sentence):
        yield Advice("", (match["to"] or "").strip(), clean(match["text"]), match.start(), match.end(), "it-was-recommended", own=True)
    for match in form(FILE, "be-asked").finditer(sentence):
        before = sentence[: match.start()]
        who = re.search(r"(?:\bthat\s+|^|[;,]\s+)(?P<who>(?:the\s+)?(?:(?!\bthat\b)[^.;:,]){2,80}?)\s+$", before, re.IGNORECASE)
        decided = re.search(r"\b(?:agreed|resolved|decided|recommend\w*|request\w*)\b", before, re.IGNORECASE)
        if who and (decided or match["modal"].casefold() == "be") and not re.search(r"\b(?:may|can|could|should|must|might|not|had)\s*$", before):
            maker = by["who"] if by else ""
            yield Advice(maker, who["who"].strip(), clean(match["text"]), match.start(), match.end(), "be-asked-to", own=not maker and bool(decided))
    for match in form(FILE, "moved").finditer(sentence):
        yield Advice("", "", clean(match["text"]), match.start(), match.end(), "it-was-recommended", own=True)
    for match in form(FILE, "write").finditer(sentence):
        yield Advice(
            "",
            match["to"].strip(),
            clean(match["text"] or match["text2"]),
            match.start(),
            match.end(),
            "writes-to",
            own=bool(re.search(r"\b(?:agreed|resolved|move)\b", sentence[: match.start()], re.IGNORECASE)),
        )
    for match in form(FILE, "noun-requested").finditer(sentence):
        yield Advice("", "", clean(match["text"]), match.start(), match.end(), "requested")


def _headed(sentence: str) -> Iterator[Advice]:
    """ "RECOMMENDED to Council that": the body that meets recommends."""
    head = form(FILE, "head").match(sentence)
    if head and head["text"]:
        yield Advice("", (head["to"] or "").strip(), clean(head["text"]), head.start(), head.end(), "recommended-head", own=True)


def _of_groups(sentence: str, before: str) -> Iterator[Advice]:
    """The recommendations of a group that a paper speaks of, and whom they are for."""
    to = form(FILE, "for").search(sentence)
    for match in form(FILE, "of-group").finditer(sentence):
        yield Advice(
            bare(match["who"]),
            to["to"].strip() if to else "",
            clean(sentence[match.start() :] if not to else sentence),
            match.start(),
            len(sentence),
            "recommendations-of",
        )
    for match in form(FILE, "told").finditer(sentence):
        groups = list(form(FILE, "group").finditer(f"{before} {sentence[: match.start()]}"))
        yield Advice(
            bare(groups[-1].group()) if groups and not form(FILE, "of-group").search(sentence) else "",
            "",
            clean(match["text"]),
            match.start(),
            match.end(),
            "recommendations-told",
        )
    for match in form(FILE, "held").finditer(sentence):
        yield Advice(bare(match["who"]), "", clean(match["text"]), match.start(), match.end(), "recommendations-told")
    for match in form(FILE, "bracket").finditer(sentence):
        words = clean(re.split(r"(?<=\d{4})\s+(?=[A-Z])|[.;]\s", sentence[: match.start()])[-1])
        yield Advice((match["who"] or match["who2"]).strip(), "", words, match.start(), match.end(), "recommendation-in-brackets")


def _answered(sentence: str) -> Iterator[Advice]:
    """Recommendations of which the sentence tells how they were answered."""
    for pattern in (form(FILE, "answered"), form(FILE, "answers")):
        for match in pattern.finditer(sentence):
            groups = match.groupdict()
            by, to = groups.get("by") or groups.get("by2") or "", (groups.get("to") or "").strip()
            if not (by or to) or re.search(r"\b(?:if|whether|would|could|should|may)\b", sentence[: match.end()], re.IGNORECASE):
                continue
            status = lexicon.load("recommendations")["answered"][" ".join(match["how"].casefold().split())]
            yield Advice(bare(by), bare(to), clean(sentence), match.start(), match.end(), "recommendation-answered", status=status, response=clean(sentence))


def _comments(sentence: str, before: str) -> Iterator[Advice]:
    """A planning comment: "two storey extension - recommend approval"; the application may stand in the sentence before."""
    match = form(FILE, "comment").search(sentence)
    if match:
        words = f"{before} {sentence}" if re.match(r"\W*(?:proposed|seconded|recommend)", sentence, re.IGNORECASE) and len(before) < 300 else sentence
        yield Advice("", "", clean(words), match.start(), match.end(), "planning-comment", own=True)


def clean(words: str) -> str:
    """The words of a recommendation, without what joins them to the words around."""
    words = re.sub(
        r"^(?:and|but|also|that)\s+|^(?:It\s+was\s+)?(?:RESOLVED|AGREED)\b[\s:–-]*(?:(?:That|that|THAT)\b[\s:–-]*)?",
        "",
        " ".join(words.split()),
        flags=re.IGNORECASE,
    )
    return re.sub(r"[\s,;:–-]+(?:and|but|or)?\s*$", "", words).strip(' .;,"')


def bare(words: str) -> str:
    """Words for somebody without an article."""
    return re.sub(r"^(?:the|an?|and)\s+", "", " ".join(words.split()), flags=re.IGNORECASE).strip(" .,")
