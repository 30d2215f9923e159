"""An answer of ModernGov's web service goes in, as `GetMeeting` gives it; the text of a meeting's page comes out."""

from __future__ import annotations

import html as escapes
import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from graph_builder.errors import UnreadableDocument
from graph_builder.reading import html
from graph_builder.reading.drawn import Anchor, Drawn, Linked, join, join_blocks, row
from graph_builder.reading.roll import Attendee, roll
from graph_builder.reading.safexml import parse

_COMMITTEE = ("committeetitle", "committeename", "committee", "title")
_NUMBERS = ("minutesitemnumber", "fulldisplaynumberformat", "agendaitemnumber")
_BODIES = (("", "agendatext"), ("Decision:", "decisionnonemptyhtmlbody"), ("Minutes:", "minutesnonemptyhtmlbody"))
_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d/%m/%Y %H:%M:%S", "%Y-%m-%dT%H:%M:%S")
_TIMES = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I.%M %p", "%I:%M%p", "%I.%M%p")


def read(data: bytes) -> Drawn:
    """The text of a web-service answer. Raises UnreadableDocument where it is damaged, has a DOCTYPE, or is other XML."""
    root = parse(data)
    meetings = [node for node in root.iter() if _tag(node) in ("meeting", "getmeeting") and _field(node, "meetingid", "agendaid", "meetingdate")]
    with_items = [node for node in meetings if any(_tag(child) == "agendaitem" for child in node.iter())]
    if with_items:
        joined = join(_meeting(with_items[0]))
        return Drawn(joined.text, form="moderngov-xml", anchors=joined.anchors, members=joined.members)
    records = [node for node in root.iter() if _tag(node) in ("meeting", "councillor", "committee") and len(node)]
    if not records:
        message = "this XML is not an answer of ModernGov's web service, and no other XML is read"
        raise UnreadableDocument(message, reason="unsupported")
    return Drawn(join_blocks(_meeting(meetings[0]) if len(meetings) == 1 else _records(records)), form="moderngov-xml")


def _meeting(node: etree._Element) -> Iterator[str]:
    yield "Agenda and minutes" if any(_field(item, "minutesnonemptyhtmlbody") for item in _items(node)) else "Agenda"
    title = _field(node, *_COMMITTEE)
    yield " - ".join(part for part in (title, _when(node)) if part)
    if place := _field(node, "meetinglocation", "meetingvenue"):
        yield f"Venue: {place}"
    if (status := _field(node, "meetingstatus")) and status.casefold() not in ("confirmed", "scheduled", "completed"):
        yield f"Status: {status}"
    yield from filter(None, (_numbered(one) for one in node.iter() if _tag(one) == "attendee"))
    yield from roll(_attendee(one) for one in node.iter() if _tag(one) == "attendee")
    yield "Items"
    for item in _items(node):
        yield from _item(item)


def _items(node: etree._Element) -> Iterator[etree._Element]:
    return (one for one in node.iter() if _tag(one) == "agendaitem")


def _item(node: etree._Element) -> Iterator[str]:
    number = next((value for name in _NUMBERS if (value := _field(node, name).rstrip(".")) not in ("", "0")), "")
    if (key := _field(node, "agendaitemid")).isdecimal():
        yield Anchor(f"AI{key}")
    if number:
        yield f"{number}."
    yield _field(node, "agendaitemtitle")
    for heading, name in _BODIES:
        if body := _raw(node, name):
            drawn = html.fragment(_unescaped(body))
            if drawn and heading:
                yield heading
            yield from drawn


def _unescaped(body: str) -> str:
    """HTML that was escaped once more than XML needs; text that only has a `<` of its own stays as it is."""
    for _ in range(2):
        if re.search(r"</?\w+[^<>]*>", body) or not re.search(r"&(?:amp;)?lt;/?\w", body):
            break
        body = escapes.unescape(body)
    return body


def _when(node: etree._Element) -> str:
    """The date and time as a meeting's page prints them, "Thursday 15 January 2026 7:30 pm", from "15/01/2026" and "19:30"."""
    date, time = _field(node, "meetingdate"), _field(node, "meetingtime")
    day, hour = _parsed(date, _FORMATS), _parsed(time, _TIMES)
    printed = f"{day:%A} {day.day} {day:%B} {day.year}" if day else date
    clock = f"{hour.hour % 12 or 12}:{hour:%M} {'am' if hour.hour < 12 else 'pm'}" if hour else time
    return f"{printed} {clock}".strip()


def _parsed(text: str, formats: tuple[str, ...]) -> datetime | None:
    for form in formats:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - a local time of the council, and only printed again
        except ValueError:
            continue
    return None


def _attendee(node: etree._Element) -> Attendee:
    given = {str(name).casefold(): str(value) for name, value in node.attrib.items()}
    names = ("name", "roledescription", "attendance", "politicalparty")
    return Attendee(*(given.get(name) or _field(node, name) for name in names))


def _numbered(node: etree._Element) -> Linked | None:
    """The member whose number the service gives: an attendee without one, or with nought, is no councillor of the site."""
    number = str(node.attrib.get("memberid") or "") or _field(node, "memberid")
    return Linked(_attendee(node).name, number) if number.isdecimal() and int(number) and _attendee(node).name else None


def _records(nodes: list[etree._Element]) -> Iterator[str]:
    """Lists of meetings, councillors or committees, a row each, under the names of their fields."""
    fields = list(dict.fromkeys(_tag(child) for node in nodes for child in node if not len(child) and _tag(child)))
    yield row(fields)
    for node in nodes:
        yield row(_field(node, name) for name in fields)


def _tag(node: etree._Element) -> str:
    return etree.QName(node).localname.casefold() if isinstance(node.tag, str) else ""


def _field(node: etree._Element, *names: str) -> str:
    for name in names:
        if text := " ".join(escapes.unescape(_raw(node, name)).split()):
            return text
    return ""


def _raw(node: etree._Element, name: str) -> str:
    return next((child.text.strip() for child in node if _tag(child) == name and child.text), "")
