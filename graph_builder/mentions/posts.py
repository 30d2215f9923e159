"""The post or body that stands beside a name: behind a comma or in brackets, in front of it, or on the next line."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language import bodies, people
from graph_builder.language.people import Person
from graph_builder.language.post_words import is_whereabouts, post_words
from graph_builder.paper import Paragraph

# Where a post ends: at a bracket, at the sentence's end, where a clause begins, or where its holder acts.
_STOPS = (
    r"(?=\s*(?:\)|;(?:\s|$)|(?<!\bSt)\.(?:\s|$)|$"
    r"|,\s*(?:who|which|had|was|has|is|are|were|will|would|said|asked|spoke|reported|advised|explained|attended|outlined|confirmed|noted|joined"
    r"|and\s+(?:the|mr|mrs|ms|dr|cllr|councillor|from|by|with|to)|introduced|presented|gave|to|led|declared|moved|seconded"
    r"|proposed|thanked|welcomed|stated|agreed|responded|highlighted|raised|told|provided|updated|then|also)\b"
    r"|\s+(?:\(|who\b|introduced\b|presented\b|gave\b|was\b|were\b|had\b|has\b|attended\b|informed\b|advised\b|reported\b|outlined\b|explained\b"
    r"|provided\b|updated\b|delivered\b|and\s+(?:Mr|Mrs|Ms|Dr|Cllr|Councillor)\b|as\b|at which\b|will\b|would\b|said\b|stated\b|told\b|Tel\b"
    r"|Email\b|tel:|[\w.]{1,60}@)))"
)
_BEHIND = re.compile(
    r"\s*(?:,\s*(?:in\s+(?:his|her|their|its)\s+(?:capacity|role)\s+as\s+)?(?:the\s+|our\s+|an?\s+|one\s+of\s+)?|\s[-–—]\s|\(\s*(?:the\s+)?)"
    r"(?P<post>(?:[^.;()]|(?<=\bSt)\.(?=\s)){3,160}?)" + _STOPS,
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s*(?P<post>[^.;()]{3,120}?)" + _STOPS, re.IGNORECASE)
_MP = re.compile(r"\s+for\s+(?:the\s+)?(?P<seat>[A-Z][\w'&-]*(?:\s+(?:and\s+|of\s+|upon\s+)?[A-Z][\w'&-]*){0,4})")
_FRONT = re.compile(
    r"(?:^|[\s(])(?:the|our|its|their|by|to|from|with)\s+(?P<post>(?:[a-zA-Z][\w'&/-]*,?\s+){0,11}[a-zA-Z][\w'&/-]*)"
    r"(?:,|\s*[-–:(])?\s*$",
    re.IGNORECASE,
)
_NEXT_THE = re.compile(r",\s+(?:the|our)\s+", re.IGNORECASE)
_WAS_PRESENT = re.compile(r"\s+(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)$", re.IGNORECASE)  # "The Town Clerk was present (Mrs J Clark)"
# "Cabinet Member for Adults (Councillor Hall) presented", with which a sentence begins.
_HEADED = re.compile(r"(?:^|[.;]\s+)(?P<post>[A-Z][^.;:()\n]{3,90}?)(?P<mark>,|\s*\()\s*$")
# "J. Dempsey Head of Finance," where nothing stands between the two.
_RIGHT_BEHIND = re.compile(
    r"\s+(?P<post>(?:[A-Z][\w'’/&-]*\s+(?:(?:of|for|and|the|&)\s+){0,2}){0,6}[A-Z][\w'’/&-]*)(?=\s*(?:[,;)]|\.(?:\s|$)|$)|\s+and\s+[A-Z])"
)
_LABEL_OF_NEXT = re.compile(r":\s*(?:[A-Z\[]|$)")  # "Chief Planner: Mr Roe", behind a name or on the line below it
_NOT_BELOW = re.compile(r"^The\s|:\s*(?:[A-Z\[]|$)")  # "The Clerk reported", a sentence of its own, and a label
_POST_BEFORE = re.compile(r"[^,;.:()\n]*$")
_OWN_BEHIND = re.compile(r"\s+[-–—]\s+[A-Z]")  # "Head of Law A Roe – Solicitor": the post before the name is of the one before
_NAMED_AS = re.compile(r"\s+as\s+(?:the\s+|a\s+|an\s+|its\s+)?(?P<post>[^.,;()]{3,80}?)" + _STOPS)
_RANK = re.compile(r"(?P<post>(?:(?<=[Tt]he\s)(?:[A-Z][\w'’&/-]*,\s+){1,3})?(?:[A-Z][\w'&/-]*\s+(?:(?:of|for|and)\s+)?){1,7})$")
_VERBS = re.compile(
    r"\b(?:declared|seconded|proposed|agreed|asked|that|there|this|it|we|he|she|they|is|are|be|been|was|were|had|has|said|thanked|welcomed|noted"
    r"|elected|requested|invited|apologies|received|minutes|accepted|(?:position|role|post|office)\s+as)\b",
    re.IGNORECASE,
)
_CHOSEN = re.compile(r"\b(?:appointed|nominated|elected|named|designated)\b", re.IGNORECASE)
# A post that begins a line, or a bullet of a list, and the mark between it and its holder.
_LABEL = re.compile(r"\W*(?P<post>[A-Z][^.;:()\n]{2,110}?)(?P<mark>\s*:\s*|\s*[–—]\s*|\s+-\s+|-\s+)")
_CONTACT_LABEL = re.compile(r"\b(?:contacts?|authors?|enquiries|report|present|attendance|apologies|minutes?|note[- ]taker|signed|members?\s*$)", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_CONTACT = re.compile(r"(?:/|\b(?:contact|officer|author|clerk)\w*(?:\s+\w+)?\s*:)\s*$", re.IGNORECASE)
# "Cllr B Snell, Ward Member Cllr T Fry": what the next one on a list is.
_OF_THE_NEXT = re.compile(r"(?:the\s+)?(?:ward|county|district|borough|city)\s+(?:member|councillor)s?\s+", re.IGNORECASE)
_JOINT_BEHIND = re.compile(r"\s+(?:and|or|&)$")
_JOINT_BEFORE_NAME = re.compile(r"\s+(?:and|&)$|,\s*$")
# Whoever is answered stands before a comma, and behind it whoever answers.
_ANSWERED = re.compile(
    r"\b(?:(?:in\s+)?(?:response|reply|answer|replying|responding|answering)\s+to|(?:asked|raised|put|posed|made)\s+by|(?:questions?|quer(?:y|ies)|points?"
    r"|requests?|comments?|suggestions?|concerns?)\s+(?:\w+\s+)?(?:from|by|of)|at\s+the\s+request\s+of|on\s+behalf\s+of|together\s+with|followed\s+by|after|prompted\s+by)"
    r"\s+(?:[^.;,]{0,40}\s)?$",
    re.IGNORECASE,
)
_THE_CLERK = re.compile(r"\s*,\s*the\s+(?:(?:parish|town|deputy|assistant|acting)\s+)*clerk", re.IGNORECASE)
_RANK_BACK, _FRONT_BACK, _CHOSEN_BACK, _CONTACT_BACK = 90, 120, 60, 80
_LISTED_BACK, _SLASH_AHEAD = 60, 50
_LONGEST_LABEL: Final = 16
# How many people may share one post, with slashes between their names.
_MOST_SHARING: Final = 4


@cache
def _post_words() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    return re.compile(rf"{roles['officer_words']}|{roles['cabinet_words']}|\b(?:{roles['chair']}|{roles['other_posts']})s?\b", re.IGNORECASE)


@cache
def _office_words() -> re.Pattern[str]:
    """The words of a post that one person holds: a label before a colon says more often what somebody did."""
    return re.compile(rf"{lexicon.load('roles')['officer_words']}|{lexicon.load('roles')['cabinet_words']}|\b(?:leader|mayor|provost|warden)\b", re.IGNORECASE)


def line_ends(paragraph: Paragraph) -> frozenset[int]:
    """Where the lines of a paragraph end in its joined text, but for those that run to the full width."""
    ends, at = set(), 0
    width = max((len(line.text) for line in paragraph.lines), default=0)
    for line in paragraph.lines:
        at += len(line.text)
        if len(line.text) < max(0.7 * width, 30) or width < 60:
            ends.add(at)
        at += 1
    return frozenset(ends)


class Post(NamedTuple):
    """The words of a post in a text, with their offsets there."""

    words: str
    start: int
    end: int


def beside(text: str, person: Person, ends: frozenset[int]) -> Post | None:
    """The post beside a name, or None; "Mary Pell MP" may be called by her initials. `ends` are the places at which lines of the text end."""
    seat = _MP.match(text, person.end)
    if "MP" in person.name.honours.replace(".", "").split() and (seat or person.name.initials + person.name.surname[:1] != "MP"):
        return Post(f"MP for {seat['seat']}", person.end, seat.end()) if seat else Post("MP", person.start, person.end)
    for _ in range(_MOST_SHARING):
        found = _behind(text, person) or _named_as(text, person)
        partner = None if found else _partner(text, person)
        if partner is None:
            found = found or _labelled(text, person, ends) or _below(text, person, ends) or _in_front(text, person)
            return found or _headed(text, person) or _right_behind(text, person)
        person = Person(person.name, person.start, partner, sure=True)
    return None


def _behind(text: str, person: Person) -> Post | None:
    """The post in "Priya Nair, Head of Finance" or "Priya Nair (Head of Finance)"."""
    match = _BEHIND.match(text, person.end)
    if match is None or _LABEL_OF_NEXT.search(match["post"]) or _is_another(text, person, match):
        return None
    found = _post(match.start("post"), match["post"])
    return found if found and (person.sure or _post_words().search(found.words)) else None


def _right_behind(text: str, person: Person) -> Post | None:
    """The post in "J. Dempsey Head of Finance, ", where none stands before the name that may be its own: "Chief Executive J Dixon Head of Finance"."""
    match = _RIGHT_BEHIND.match(text, person.end) if person.sure and not person.name.is_councillor else None
    before = _POST_BEFORE.search(text, max(0, person.start - _RANK_BACK), person.start)
    if match is None or not _office_words().search(match["post"]) or (before and _post_words().search(before.group())):
        return None
    return _post(match.start("post"), match["post"])


def _is_another(text: str, person: Person, match: re.Match[str]) -> bool:
    """Whether the post behind a name is somebody else's: "In reply to Mrs Lockyer, the Assistant Director explained", or a councillor's officer."""
    behind = text[match.end("post") : match.end("post") + 1]
    comma = text[person.end : match.start("post")].lstrip().startswith(",")
    if comma and behind not in {",", ")", ".", ""} and _ANSWERED.search(text[max(0, person.start - _FRONT_BACK) : person.start]):
        return True
    if comma and _THE_CLERK.fullmatch(text, person.end, match.end("post")) and _is_one_more(text, person):
        return True
    officer = re.search(lexicon.load("roles")["officer_words"], match["post"], re.IGNORECASE)
    member = re.search(lexicon.load("roles")["cabinet_words"], match["post"], re.IGNORECASE)
    return comma and person.name.is_councillor and bool(officer) and not member


def _is_one_more(text: str, person: Person) -> bool:
    """Whether a name follows another behind a comma, so that "the Clerk" behind it may be one more: "Mr Roe, Dr Hay, The Clerk"."""
    before = text[max(0, person.start - _LISTED_BACK) : person.start]
    left = next(reversed(list(people.find(before))), None)
    return left is not None and not left.name.is_councillor and before[left.end :].strip() == ","


def _named_as(text: str, person: Person) -> Post | None:
    """The post in "appointed Councillor Hall as Chairman"."""
    named = _NAMED_AS.match(text, person.end)
    if named and _CHOSEN.search(text[max(0, person.start - _CHOSEN_BACK) : person.start]):
        return _post(named.start("post"), named["post"])
    return None


def _partner(text: str, person: Person) -> int | None:
    """Where the name behind a slash ends of somebody who shares the post: "Alyson Grice/Samantha Morris Scrutiny Officers"."""
    slash = _SLASH.match(text, person.end)
    other = next(people.find(text[person.end : person.end + _SLASH_AHEAD]), None) if slash else None
    return person.end + other.end if slash and other and person.end + other.start == slash.end() else None


def _below(text: str, person: Person, ends: frozenset[int]) -> Post | None:
    """The post on the line below a name, or right behind that of somebody to contact."""
    before = text[max(0, person.start - _CONTACT_BACK) : person.start]
    contact = bool(_CONTACT.search(before)) or "/" in text[person.start : person.end]
    if not contact and person.end not in ends:
        return None
    stop = _line_end(person.end + 1, ends, len(text))
    if not contact and (next(people.find(text[person.end : stop]), None) or _posts_stand_above(text, ends)):
        return None  # a line with a name of its own tells that one's post
    below = _NEXT.match(text, person.end, stop)
    return _post(below.start("post"), below["post"]) if below and not _NOT_BELOW.search(below["post"]) else None


def _posts_stand_above(text: str, ends: frozenset[int]) -> bool:
    """Whether the first line of several is a post and the second a name: each post is then that of the name below it."""
    first = _line_end(0, ends, len(text))
    second = text[first + 1 : _line_end(first + 1, ends, len(text))]
    named = next(people.find(second), None)
    return bool(_post_words().search(text[:first])) and next(people.find(text[:first]), None) is None and named is not None and named.start == 0


def _labelled(text: str, person: Person, ends: frozenset[int]) -> Post | None:
    """The post that begins a line and stands before a dash or a colon: "Cabinet Member for Resources - Cllr Kevin Bowyer"."""
    start = max((end + 1 for end in ends if end < person.start), default=0)
    match = _LABEL.fullmatch(text[start : person.start])
    if match is None or _CONTACT_LABEL.search(match["post"]) or len(match["post"].split()) > _LONGEST_LABEL or next(people.find(match["post"]), None):
        return None
    words = match["post"].strip()
    plain = not match["mark"].startswith(":") or bool(_office_words().search(words))
    if not plain or not _post_words().search(words) or _VERBS.search(words):
        return None
    return Post(words, start + match.start("post"), start + match.start("post") + len(words))


def _line_end(at: int, ends: frozenset[int], length: int) -> int:
    """Where the line after a place ends."""
    return min((end for end in ends if end > at), default=length)


# What goes on behind a post: what somebody does there, or said.
_ASIDE = re.compile(
    r"(?:,\s*(?:working|acting|representing|speaking|attending|substituting)\b.*"
    r"|[,:]?\s+\(?(?:\+\d{1,3}|0\d{2,4}\)?)[\d\s()-]{5,}.*"
    r"|\s+(?:enquired|asked|stated|replied|responded|added|noted|commented|summarised|spoke)\b.*)$"
)


def _post(start: int, words: str) -> Post | None:
    """The words as a post, or as the name of a body that somebody is from; None where they are neither."""
    post = _JOINT_BEHIND.sub("", words.strip(" ,"))
    first = next(people.find(post), None)
    if first is not None and _OF_THE_NEXT.fullmatch(post, 0, first.start):
        return None
    if first is not None and (first.start or _post_words().search(post[: first.start])):
        post = _JOINT_BEFORE_NAME.sub("", post[: first.start].rstrip(" ,"))
    post = _ASIDE.sub("", post)
    plain = " ".join(post.split()).strip(" ,;.-–—")
    post = post if post_words(plain) == plain and not is_whereabouts(plain) else ""
    if not post or len(post.split()) > 18 or _VERBS.search(post):
        return None
    if _post_words().search(" ".join(post.split()[:9])):
        return Post(post, start, start + len(post))
    body = next(bodies.find(post), None)
    return Post(body.name, start, start + body.end) if body is not None and body.start <= 4 else None


# "In reply to the Chair, Mr McGrath said", "the Private Secretary to the Minister for Roads, Ann Roe": nothing tells that the post is of the one named.
_ADDRESSED = re.compile(
    r"\b(?:(?:repl\w+|response|respon\w+|answer\w*|thank\w*|question\w*|according|request\w*|invit\w+)\b[^.,;]{0,40}"
    r"|(?:secretary|assistant|advis[eo]r|aide|officer)\s+to\s+(?:the\s+)?(?!council|committee|board|panel|parish|authority)\w[^.,;]{0,80}),\s*$",
    re.IGNORECASE,
)


def _headed(text: str, person: Person) -> Post | None:
    """The post with which a sentence begins, and its holder behind a comma or in brackets: "Cabinet Member for Adults (Councillor Hall)"."""
    shift = max(0, person.start - _FRONT_BACK)
    match = _HEADED.search(text[shift : person.start]) or _held_in_brackets().search(text[shift : person.start])
    if match is None or (match.groupdict().get("mark", "").strip() == "(" and text[person.end : person.end + 1] != ")"):
        return None
    words = match["post"].strip()
    if not (_office_words().match(words) or "(" in words) or _VERBS.search(words) or next(people.find(words), None):
        return None
    return Post(words, shift + match.start("post"), shift + match.start("post") + len(words))


@cache
def _held_in_brackets() -> re.Pattern[str]:
    """ "Portfolio Holder (Housing) Councillor Hall": the portfolio in brackets."""
    return re.compile(rf"(?P<post>{lexicon.load('roles')['cabinet_words']}\s*\([^()]{{3,60}}\))[\s,–-]*$", re.IGNORECASE)


def _in_front(text: str, person: Person) -> Post | None:
    """The post in "the chairman of the group, Councillor Norman" or "Watch Manager Priya Nair"."""
    shift = max(0, person.start - _RANK_BACK)
    rank = None if _OWN_BEHIND.match(text, person.end) else _RANK.search(text[shift : person.start])
    if rank and person.sure and not person.name.title and len(rank["post"].split()) >= 2 and _post_words().search(rank["post"].split()[-1]):
        words = rank["post"].strip()
        return Post(words, shift + rank.start("post"), shift + rank.start("post") + len(words))
    shift = max(0, person.start - _FRONT_BACK)
    front = _FRONT.search(text[shift : person.start])
    marks = (",", "-", "–", ":", "(") if text[person.end : person.end + 1] == ")" else (",", "-", "–", ":")
    marked = text[shift : person.start].rstrip().endswith(marks)
    whole = _WAS_PRESENT.sub("", front["post"].strip(" ,")) if front else ""
    words = _NEXT_THE.split(whole)[-1]  # "the last meeting of the Panel, the Leader of the Council"
    if front is None or _ADDRESSED.search(text[shift : person.start]) or not _may_stand_in_front(words, marked=marked):
        return None
    end = shift + front.start("post") + len(whole)
    return Post(words, end - len(words), end)


def _may_stand_in_front(post: str, *, marked: bool) -> bool:
    """Whether words are a post that stands before a name: a mark between the two, or capitals in most words, tell that it does."""
    words = post.split()
    capital = sum(word[0].isupper() for word in words) >= (len(words) + 1) // 2
    # "The Mayor congratulated Councillor Hay": a verb stands between the two, and the post is another's.
    acted = not marked and words[-1][0].islower() and not _post_words().search(words[-1])
    if acted or not (marked or capital) or len(words) > 12 or _VERBS.search(post) or not _post_words().search(post):
        return False
    return next(people.find(post), None) is None
