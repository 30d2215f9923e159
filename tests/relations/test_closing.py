"""What a paper tells behind its last item is of the meeting and of no item."""

from __future__ import annotations

from graph_builder import vocabulary as v
from graph_builder.model import Reading
from tests.relations.told import HEAD, document, read

_TEXT = (
    HEAD + "1. Apologies\n\nNone.\n\n2. Planning\n\nIt was agreed that the barn be kept.\n\n3. Highways\n\nIt was agreed that the lane be mended.\n\n"
    "It was agreed that the April Meeting of the Panel would be held on Wednesday, 10 April 2019.\n\nThis concluded the Meeting.\n"
)


def _items(found: Reading, kind: str) -> list[str]:
    """The last parts of the items that the things of a kind are about, in the order of their ids; empty where one is about none."""
    things = sorted({s.subject for s in found.statements if (s.predicate, s.object) == (v.TYPE, kind)})
    about = {s.subject: str(s.object) for s in found.statements if s.predicate == v.ABOUT_ITEM}
    return [about.get(thing, "").rsplit("/", 1)[-1] for thing in things]


def test_what_is_agreed_at_the_close_is_of_no_item() -> None:
    found = read(document(_TEXT, kind="minutes"))
    assert sorted(_items(found, v.DECISION)) == ["", "2", "3"]


def test_what_closes_a_meeting_without_the_public_is_held_back() -> None:
    """The words behind the last item are held back as long as the public is excluded, and are not where it came back."""
    excluded = _TEXT.replace("3. Highways\n\n", "3. Exclusion of the Public\n\nRESOLVED that the public be excluded from the meeting for the following item.\n\n4. Highways\n\n")
    closed = read(document(excluded, kind="minutes"))
    spans = [closed.document.quote(span) for s in closed.statements if s.predicate == v.EXEMPT for span in s.evidence]
    assert any("April Meeting" in words for words in spans)
    back = read(document(excluded.replace("This concluded", "The public was readmitted. This concluded"), kind="minutes"))
    assert not any("April Meeting" in back.document.quote(span) for s in back.statements if s.predicate == v.EXEMPT for span in s.evidence)
