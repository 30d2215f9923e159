"""A sentence goes in, what it recommends or requests comes out: by whom, to whom, in which words, and how it was answered where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph_builder.language.names import title_regex
from graph_builder.relations.doer_words import PRONOUNS
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations import advice_told, bare_objects
from graph_builder.relations.recommendations.advice_words import Advice, bare, clean, errand

FILE = "recommendations"
_ACTED = {"that": "recommends-that", "others": "calls-on", "noun": "requests", "suggested": "suggests"}
"""The forms in which somebody acts, and the rules that they are."""
_DECIDED = re.compile(r"\b(?:agreed|resolved|decided|recommend\w*|request\w*)\b", re.IGNORECASE)
_MADE = re.compile(r"\b(?:agreed|resolved)\b", re.IGNORECASE)
_OFFICER = re.compile(r"(?:the\s+)?(?:clerk|chair(?:man|person)?|secretary|treasurer)", re.IGNORECASE)
_NOT_ACTIVE = re.compile(
    r"\b(?:an?|the|this|that|any|no|his|her|their|our|further|formal|was|were|been|be|is|are|not|if|could|to|will(?:\s+then)?)\s*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:^(?:that\s+)?|\bthat\s+|[;,]\s+)(?P<who>(?:the\s+)?(?:(?!\bthat\b)[^.;:,]){2,80}?)\s+$", re.IGNORECASE)
# What may stand between whoever acts and the verb: "The Panel, at its meeting on 21 May 2024, recommended".
_ASIDE = re.compile(
    r",?\s+(?:at|in|on|following|during|after|having)\s+(?:(?:its|their|the|an?|this)\s+)?(?:\w+\s+){0,3}?(?:meeting|session|review|consideration|discussion|report|letter|response|inquiry|paper)s?\b[^.;:]{0,90}$",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:may|can|could|should|must|might|not|had)\s*$")
# "reported that the Scrutiny Committee had agreed to recommend that": another body's, which the sentence reports.
_REPORTED = re.compile(
    r"(?:^|\bthat\s+)(?P<who>(?:the\s+)?(?:(?!\bthat\b)[^.;:,]){3,80}?)\s+(?:had|has|have)\s+(?:also\s+|therefore\s+|then\s+)*$", re.IGNORECASE
)
_GROUP = re.compile(r"\b(?:group|party|review|inspection|report|ombudsman|auditors?|inspectors?|coroner)\b", re.IGNORECASE)
_RULE = re.compile(r"s?\s+(?:must|could|can|may|might|would|will|shall|had\s+to|have\s+to|has\s+to|need(?:ed|s)?\s+to)\b", re.IGNORECASE)
_COMMENT_ALONE = re.compile(
    r"\W*(?:(?:unanimously|it|was|is|all|agreed|resolved|decided|to|that|we|the|parish|town|council(?:lors?)?|and|therefore)\W+)*recommend(?:s|ed)?\s+\w+\W*",
    re.IGNORECASE,
)
# The beginning of an address that ends like a sentence: "Quay House, Back Street."
_SITE = re.compile(
    r"(?=.*,|.*\b(?:Street|Road|Lane|Close|Avenue|Drive|Way|Hill|Green|Rd|St|Ave|Place|Row|Terrace|Gardens|Crescent|Square)\.\s*$)"
    r"\W*(?:(?:[A-Z0-9][\w'’&/-]*[,.;:]{0,2}|of|the|and|at|to|for|on|in|near|adj\.?|-|–)\s+){1,15}"
)
_SUBJECT_TO = re.compile(r"\b(?:subject\s+to|following|after|pending|awaiting|request\w*|tracked|progress\s+of)\s+(?:a\s+|the\s+|any\s+)?$", re.IGNORECASE)
# "the recommendations of the group were that": what tells them, where all else only speaks of them.
_TELLS = re.compile(
    r"\b(?:were|was|are|is|include[sd]?|to)\s+(?:that|to|the|an?)\b|:\s*\w|\bthat\b.*\b(?:be|should)\b|\b(?:relating\s+to|concerning|regarding)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\W*(?:when|while|whilst|although)\b[^,]*$", re.IGNORECASE)
_EMPTY = re.compile(r"(?:they|it|them|this|these|those|he|she|that)(?:\s+\S+){0,3}$", re.IGNORECASE)
"""Words that tell nothing without those before them: "they continued"."""
_FOR_ACTION = re.compile(r"for\s+(?:urgent\s+|further\s+)?(?:action|advice|help|support|comment)s?\W*", re.IGNORECASE)


def find(text: str, doers: Doers, *, start: int, end: int) -> list[Advice]:
    """What one sentence of a paragraph recommends or requests; what stands before it tells whom "they" means."""
    found: list[Advice] = []
    if text[start:end].rstrip().endswith("?"):
        return found
    for read in _all(text, doers, start, end):
        advice = replace(read, text=bare_objects.named(read.text, text[start:end]))
        about_meeting = form(FILE, "meeting-itself").search(advice.text)
        if len(advice.text.split()) > 1 and not (about_meeting or _EMPTY.match(advice.text)) and not any(_same(advice, other) for other in found):
            found.append(advice)
    return found


def _same(left: Advice, right: Advice) -> bool:
    return left.text in right.text or right.text in left.text


def _all(text: str, doers: Doers, start: int, end: int) -> Iterator[Advice]:
    sentence, before = text[start:end], text[:start]
    yield from advice_told.find(sentence)
    yield from _headed(sentence)
    yield from _of_groups(sentence, before, doers)
    yield from _contacted(text, doers, start, end)
    for name, rule in _ACTED.items():
        for match in form(FILE, name).finditer(sentence):
            advice = _acted(text, doers, match, start, rule=rule)
            if advice:
                yield advice
    yield from _impersonal(text, doers, start, end)
    yield from asked(sentence)
    yield from _comments(sentence, before)


def _acted(text: str, doers: Doers, match: re.Match[str], start: int, *, rule: str) -> Advice | None:
    """A recommendation whose maker stands before the verb."""
    sentence, verb = match.string, match["verb"].casefold()
    before = sentence[: match.start()]
    if _NOT_ACTIVE.search(before) or _WHEN.match(before):
        return None
    groups = match.groupdict()
    words, to = clean(next(filter(None, (groups.get(key) for key in ("text", "text2", "text3", "text4"))), "")), (groups.get("to") or "").strip()
    if rule == "calls-on" and not addressed(verb, to, doers):
        return None
    if rule == "recommends-that" and to and not verb.startswith("recommend"):
        return None  # "Clerk asked to write to Highways and advise that" is a task of the Clerk
    # "the report of the Director, which requested": whoever noted the report did not ask
    relative = re.search(r"\bwhich\s*$", before, re.IGNORECASE)
    who = maker(text, doers, start + match.start(), start, elided=rule == "recommends-that" and not relative)
    if not who and rule in {"requests", "suggests"} and not re.search(r"\band\s*$", before):
        return None
    if rule == "recommends-that" and not to:
        to = subject(words, doers)
    return Advice("" if who.casefold() in PRONOUNS else who, to, words, rule)


def maker(text: str, doers: Doers, at: int, start: int, *, elided: bool) -> str:
    """Whoever acts at an offset: the words before it, whom "they" means, or whoever spoke in the sentence where nobody is repeated."""
    aside = _ASIDE.search(text[start:at])
    before_aside = doers.before(text, start + aside.start()) if aside else None
    who = before_aside or doers.before(text, at)
    group = form(FILE, "group-before").search(text[start:at].rstrip())
    if who and group and who.words.casefold() == "finish group":
        return group["who"]  # "and" is a part of "the ferries task and finish group"
    if who is None:
        if group:
            return group["who"]
        if aside:
            return maker(text, doers, start + aside.start(), start, elided=elided)
        clause = re.split(r"\bthat\s+", text[start:at])
        acted = form(FILE, "acted").match(clause[-1]) if elided else None
        if acted and doers.means(acted["who"]):
            return acted["who"]
        # within a clause that somebody only reports, whoever speaks is not whoever recommends
        speaker = doers.speaker(text[start:at], at - start, "") if elided and len(clause) == 1 else None
    elif who.words.casefold() in PRONOUNS - {"we", "i"}:
        speaker = doers.speaker(text, at, who.words.casefold())
    else:
        return who.words
    return speaker.words if speaker else ""


def addressed(verb: str, to: str, doers: Doers) -> bool:
    """Whether "asked X to" is said to a body or a post outside the meeting, not to its own people."""
    if len(to.split()) > 14 or to.casefold() in PRONOUNS:
        return False
    if verb.startswith(("call", "urge", "encourage")):
        return True
    first = to.split(",", maxsplit=1)[0]
    if title_regex().match(to) or any("/person/" in id_ for id_ in doers.ids(first)):
        return False
    return not form(FILE, "people").match(to) and doers.means(first) and not _OFFICER.fullmatch(to)


def subject(words: str, doers: Doers) -> str:
    """Whoever is to act in "that the Gardaí liaise with", "that Cabinet should"; empty where the words begin with a thing."""
    parts = words.split()
    for count in range(1, min(len(parts), 12) + 1):
        piece = " ".join(parts[:count])
        behind = words[len(piece) :]
        if form(FILE, "acts").match(behind) and not behind.strip()[:1].isupper() and doers.means(piece) and piece.casefold() not in PRONOUNS:
            return piece
    return ""


def _impersonal(text: str, doers: Doers, start: int, end: int) -> Iterator[Advice]:
    """What was recommended without a subject: "it was recommended that", "an update was requested"; and what a letter is to ask for."""
    sentence = text[start:end]
    by = form(FILE, "by").search(sentence)
    for match in form(FILE, "it-was").finditer(sentence):
        own = not by and bool(_MADE.search(sentence[: match.start()]))
        yield Advice(by["who"] if by else "", (match["to"] or "").strip(), clean(match["text"]), "it-was-recommended", own)
    for match in form(FILE, "to-recommend").finditer(sentence):
        reported = _REPORTED.search(sentence[: match.start()])
        named = doers.before(text, start + match.start())
        who = bare(reported["who"]) if reported else named.words if named and named.words.casefold() not in PRONOUNS else ""
        yield Advice(who, (match["to"] or "").strip(), clean(match["text"]), "it-was-recommended", own=not who)
    for match in form(FILE, "moved").finditer(sentence):
        yield Advice("", "", clean(match["text"]), "it-was-recommended", own=True)
    for match in form(FILE, "write").finditer(sentence):
        own = bool(_MADE.search(sentence[: match.start()]))
        if not _FOR_ACTION.fullmatch(match["text"] or match["text2"]):
            would = form(FILE, "would").search(sentence[: match.start()])
            writer = would["who"].strip() if would and not own and doers.means(would["who"].strip()) else ""
            yield Advice(writer, match["to"].strip(), errand(clean(match["text"] or match["text2"]), match["to"]), "writes-to", own)
    for match in form(FILE, "noun-requested").finditer(sentence):
        yield Advice("", "", clean(f"{match['text']}{match['more'] or ''}"), "requested")


def _contacted(text: str, doers: Doers, start: int, end: int) -> Iterator[Advice]:
    """What somebody has written to others for: "has written to the landowners requesting that"."""
    for match in form(FILE, "contacted").finditer(text[start:end]):
        who = doers.before(text, start + match.start())
        if who and who.words.casefold() not in PRONOUNS:
            yield Advice(who.words, match["to"].strip(), clean(match["text"] or match["text2"]), "writes-to")


def asked(sentence: str) -> Iterator[Advice]:
    """ "That the Executive be requested to": the body that meets asks, or that whose decision the sentence reports."""
    for match in form(FILE, "be-asked").finditer(sentence):
        before = sentence[: match.start()]
        who, by = _ASKED.search(before), form(FILE, "by").search(sentence)
        decided = bool(_DECIDED.search(before))
        if who and _OFFICER.fullmatch(who["who"].strip()):
            continue  # the meeting's own clerk is given a task
        if who and "invited" in match.group() and not re.search(r"[A-Z]", re.sub(r"^\W*The\b", "", who["who"].strip())):
            continue  # "that external speakers be invited" asks nothing of them yet
        if who and (decided or match["modal"].casefold() == "be") and not _MAY.search(before):
            yield Advice(by["who"] if by else "", who["who"].strip(), clean(match["text"]), "be-asked-to", own=decided and not by)


def _headed(sentence: str) -> Iterator[Advice]:
    """ "RECOMMENDED to Council that": the body that meets recommends."""
    head = form(FILE, "head").match(sentence)
    if head and head["text"]:
        yield Advice("", (head["to"] or "").strip(), clean(head["text"]), "recommended-head", own=True)


def _of_groups(sentence: str, before: str, doers: Doers) -> Iterator[Advice]:
    """The recommendations of a group that a paper speaks of, and whom they are for."""
    to = next((match for match in form(FILE, "for").finditer(sentence) if doers.means(match["to"].strip())), None)
    owned = list(form(FILE, "of-group").finditer(sentence))
    for match in owned:
        told = sentence[match.end() :]
        if _RULE.match(told):
            continue  # "recommendations made by the Panels must be referred to" is a rule of procedure
        group = bool(_GROUP.search(match["who"]))
        # "the recommendations made by the committee" speaks of recommendations, and tells none
        if not to and (not group or _SUBJECT_TO.search(sentence[: match.start()]) or not _TELLS.search(told)):
            continue
        yield Advice(bare(match["who"]), to["to"].strip() if to else "", clean(sentence if to else sentence[match.start() :]), "recommendations-of")
    for match in form(FILE, "told").finditer(sentence):
        groups = [] if owned else list(form(FILE, "group").finditer(f"{before} {sentence[: match.start()]}"))
        yield Advice(bare(groups[-1].group()) if groups else "", "", clean(match["text"]), "recommendations-told")
    for match in form(FILE, "held").finditer(sentence):
        yield Advice(bare(match["who"]), "", clean(match["text"]), "recommendations-told")
    for match in form(FILE, "bracket").finditer(sentence):
        words = re.split(r"(?<=\d{4})\s+(?=[A-Z])|[.;]\s", sentence[: match.start()])[-1]
        yield Advice((match["who"] or match["who2"]).strip(), "", clean(words), "recommendation-in-brackets")


def _comments(sentence: str, before: str) -> Iterator[Advice]:
    """A planning comment: "two storey extension - recommend approval"; the application may stand in the sentence before."""
    if form(FILE, "comment").search(sentence):
        alone = re.match(r"\W*(?:proposed|seconded|recommend)", sentence, re.IGNORECASE) and len(before) < 300
        # several applications may stand before one comment on all of them
        for application in re.split(r";\s+", before) if alone else [""]:
            if _COMMENT_ALONE.fullmatch(f"{application} {sentence}".strip()):
                continue  # of which application is not told
            site = "" if alone or not _SITE.fullmatch(before) else before.strip()  # "Quay House, Back Street. Dunmere - barn conversion"
            yield Advice("", "", clean(f"{site} {application} {sentence}"), "planning-comment", own=True)
