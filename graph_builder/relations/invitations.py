"""Posts that attended without a name: "the Cabinet Member with Responsibility for Children and Families was invited to the meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language import people
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.relations import meeting
from graph_builder.relations.context import Context

_CAME = re.compile(
    r"^(?P<who>The\s+[A-Z].{3,320}?)\s+(?P<how>(?:(?:was|were|had\s+been|have\s+been)\s+(?:also\s+)?(?:invited\s+to|in\s+attendance(?:\s+at)?|present\s+at|welcomed\s+to)|(?:also\s+)?attended)(?:\s+(?:the|this|our)\s+(?:meeting|panel|committee|board))?)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"^(?P<who>The\s+[A-Z].{3,160}?)\s+also\s+(?P<how>attended|was\s+present|were\s+present)\b")
_RANK = r"(?:(?:Interim|Deputy|Independent|Acting|Strategic|Executive)\s+)*"
_HEAD = (
    r"(?:Cabinet\s+Member|Director|Assistant\s+Director|Head|Chief|Chair(?:man)?|Lead|Group\s+Manager|Service\s+Manager"
    r"|Portfolio\s+Holder|Leader|Manager|Accountable\s+Officer|Commissioner)"
)
# Where one post ends and the next begins: a comma or "and", and then the first words of a post.
_NEXT = re.compile(rf"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?(?={_RANK}{_HEAD}\b)")


class Invited(NamedTuple):
    """A post that was at the meeting, or was asked to come, and the words that say so."""

    post: str
    passage: Passage
    invited: bool


def find(passage: Passage) -> Iterator[Invited]:
    """The posts that a paragraph's sentences say were invited or came; persons by name are left to the lists."""
    for sentence in split(passage.text):
        match = _CAME.match(sentence.text) or _ALSO.match(sentence.text)
        if not match or next(people.find(match["who"]), None):
            continue
        for part in _posts(match["who"]):
            if _post_words().search(part):
                yield Invited(part, passage.cut(sentence.start, sentence.start + match.end()), "invited" in match["how"])


def _posts(words: str) -> Iterator[str]:
    """The posts in a list of them; a comma or "and" inside one stays ("Director of Children, Families and Communities")."""
    words = re.sub(r"^The\s+", "", words)
    at = 0
    for mark in _NEXT.finditer(words):
        if mark.start() > at:
            yield words[at : mark.start()].strip(" ,")
            at = mark.end()
    yield words[at:].strip(" ,")


def _post_words() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    chair = f"^(?:independent\\s+)?{roles['chair']}\\s+of\\b"
    return re.compile(f"{roles['officer_words']}|{roles['cabinet_words']}|{chair}", re.IGNORECASE)


def say(context: Context) -> None:
    """Note an attendance by post alone; who held the post is known only where a paper says so."""
    if context.meeting_id is None or context.paper.header.kind == "agenda":
        return
    for passage, item in context.passages():
        if item is None:
            continue
        for found in find(passage):
            rule = "post-invited" if found.invited else "post-attended"
            id_ = context.notes.id("attendance", f"post {found.post}")
            node = context.notes.node(id_, v.ATTENDANCE, (found.passage.span(),), rule=rule)
            node.link(v.OF_POST, meeting.post(context.notes, found.post, found.passage.span()))
            node.link(v.AT_MEETING, context.meeting_id)
            node.link(v.CAPACITY, _capacity(found.post))


def _capacity(post: str) -> str:
    roles = lexicon.load("roles")
    if re.search(roles["cabinet_words"], post, re.IGNORECASE):
        return "capacity:cabinet-member"
    officer = re.search(roles["officer_words"], post, re.IGNORECASE) and not re.match(r"independent", post, re.IGNORECASE)
    return "capacity:officer" if officer else "capacity:guest"
