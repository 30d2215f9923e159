"""The head and foot of a paper become a header: body, council, date, start, end, venue and kind, each with its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from graph_builder import lexicon
from graph_builder.language import bodies
from graph_builder.language.dates import Found, find_dates, find_times, first_date, next_working_day
from graph_builder.language.passages import Line, Passage, join
from graph_builder.model import Basis, Document
from graph_builder.paper import Clock, Field, Header, When

_ADJECTIVES = r"(?:(?:virtual|online|remote|hybrid|special|extraordinary|ordinary|annual|monthly|quarterly|inquorate|public|statutory|reconvened|adjourned|urgent|additional|regular|informal|formal|first|next|january|february|march|april|may|june|july|august|september|october|november|december)\s+)*"
_OF = re.compile(
    rf"(?:minutes|notes?|record|proceedings|report|summary)\s+(?:of\s+(?:the\s+)?)?(?:proceedings\s+)?(?:(?:of|at|from|for|to)\s+)?(?:the\s+|a\s+|an\s+)?{_ADJECTIVES}(?:meetings?\s+of\s+(?:the\s+)?)?(?P<body>\S.{{2,160}}?)(?:\s+meeting)?,?\s+(?:which\s+was\s+|duly\s+)?(?:held|convened|on\s+(?=\w+day|\d)|at\s+(?=\d))"
    rf"|(?:at\s+)?(?:a|the|an)\s+{_ADJECTIVES}meeting\s+of\s+(?:the\s+)?(?P<body2>\S.{{2,160}}?),?\s+(?:was\s+|will\s+be\s+|which\s+was\s+|duly\s+)?(?:held|convened|on\s+(?=\w+day|\d))"
    rf"|{_ADJECTIVES}meeting\s+of\s+(?:the\s+)?(?P<body3>\S.{{2,160}}?),?\s+(?:was\s+|will\s+be\s+)?(?:held|on\s+(?=\w+day|\d))",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<what>committee|body|board|meeting|(?:name of (?:the )?)?(?:committee|meeting|board)(?: name| title)?|venue|location|place|held at|date|date of meeting|meeting date|day and date|time|start(?: time)?|date and time|date & time|council|authority|decision[\s-](?:maker|taker)|date of decision|decision (?:taken|made) by|name of decision[\s-]maker|title of meeting)\s*:\s*(?P<value>\S.*)", re.IGNORECASE)
_BARE_LABEL = re.compile(r"(?P<what>committee|venue|location|place|date|time|date of meeting|decision[\s-]maker|date of decision)\s*:?", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:meeting|hearing|business|proceedings|session|committee|council|board|panel)\b.{0,80}?\b(?:ended|closed?|concluded|finished|terminated|rose|adjourned|declared closed|ending|drew to a close)\b|\b(?:closed|concluded|ended)\s+the\s+meeting\b|^(?:meeting\s+)?(?:closed|ended|finish(?:ed)?|close|end time|meeting closed|time closed|finish time)\b", re.IGNORECASE)
_CONFIRMS = re.compile(r"minutes\s+of\s+the\s+(?:\w+\s+)*meetings?\s+held|previous(?:ly)?|date of (?:issue|publication|next)|published|issued|next meeting|working day before", re.IGNORECASE)
_WORKING_DAY = re.compile(r"working\s+day\s+before\s+the\s+meeting\s*\(?\s*(?:in\s+this\s+case,?|i\.?e\.?|namely)?\s*:?\s*", re.IGNORECASE)
_STOP = re.compile(r"\s+(?:commencing|starting|beginning|at\s+(?=\d)|from\s+(?=\d)|on\s+(?=\w+day\b|\d|the\s+\d))", re.IGNORECASE)
HEAD_LINES = 40


def read(document: Document, lines: Sequence[Line], head: Sequence[Line]) -> Header:
    """The header of a paper; `head` are the lines before its first item, as far as they may speak of the meeting."""
    labels = _labels(head)
    when = _date(head, labels) or _derived_date(document, lines) or _date(_title_line(document), {})
    kind = kind_of(document, lines)
    council = _council(document, head)
    body = _body(document, head, labels, council)
    return Header(kind, body, council, when, _start(head, labels, when), _end(lines), _venue(head, labels, when), _maker(labels))


def _maker(labels: dict[str, Passage]) -> Field | None:
    if "maker" not in labels:
        return None
    return Field(labels["maker"].text.strip(" ."), (labels["maker"].span(),), "header-decision-maker")


def kind_of(document: Document, lines: Sequence[Line]) -> str:
    """What sort of paper it is: a record of a decision by its own words, else what the list of sources says, else by its marks."""
    found = _kind(lines, lines)
    return found if found == "decision record" or not document.source.kind else document.source.kind


def _title_line(document: Document) -> list[Line]:
    """The title in a front matter as a line: it often names the day that the text leaves out."""
    if not document.text.startswith("---\n"):
        return []
    head = document.text[: document.text.find("\n---", 4)]
    match = re.search(r"^title:[ ]*[\"']?(.+?)[\"']?$", head, re.MULTILINE)
    return [Line(0, Passage(document.id, match[1], (0,), (match.start(1),)))] if match else []


def _labels(head: Sequence[Line]) -> dict[str, Passage]:
    """The labelled lines of the head: what each label says, `Venue: County Hall`, or the line after a label that stands alone."""
    found: dict[str, Passage] = {}
    for number, line in enumerate(head):
        match = _LABEL.match(line.text)
        if match:
            found.setdefault(_label_key(match["what"]), line.passage.cut(match.start("value")))
        elif _BARE_LABEL.fullmatch(line.text) and number + 1 < len(head):
            found.setdefault(_label_key(_BARE_LABEL.fullmatch(line.text)["what"]), head[number + 1].passage)  # type: ignore[index]
    return found


def _label_key(label: str) -> str:
    words = label.casefold()
    for key, hints in (("maker", ("maker", "taken by", "taker", "made by")), ("date", ("date", "day")), ("time", ("time", "start")), ("venue", ("venue", "location", "place", "held at")), ("council", ("council", "authority"))):
        if any(hint in words for hint in hints):
            return key
    return "body"


def _date(head: Sequence[Line], labels: dict[str, Passage]) -> When | None:
    if "date" in labels:
        found = first_date(labels["date"].text)
        if found:
            return _when(labels["date"], found, "header-date-label")
    best: tuple[int, When] | None = None
    for number, line in enumerate(head):
        text = line.text
        following = head[number + 1].passage if number + 1 < len(head) and not head[number + 1].gap else None
        passage = join([line.passage, following]) if following and _breaks(text) else line.passage
        for found in find_dates(passage.text):
            if found.start > len(text) or (_CONFIRMS.search(text[: found.start + 1]) and not re.match(r"\W*minutes", text, re.IGNORECASE)):
                continue
            score = 2 * found.exact + (found.weekday is not None) + bool(re.search(r"\bheld|\bon\b", text[: found.start], re.IGNORECASE)) - number / 20
            if best is None or score > best[0]:
                best = (score, _when(passage, found, "header-date"))
    return best[1] if best else None


def _breaks(text: str) -> bool:
    """Whether a line may end inside a date."""
    return bool(re.search(r"\b(?:\d{1,2}(?:st|nd|rd|th)?|on|\w+day,?|january|february|march|april|may|june|july|august|september|october|november|december|at),?\s*$", text, re.IGNORECASE))


def _when(passage: Passage, found: Found, rule: str, basis: Basis = Basis.STATED) -> When:
    printed = passage.text[found.start : found.end]
    return When(found.earliest, found.latest, printed, (passage.span(found.start, found.end),), rule, basis)


def _derived_date(document: Document, lines: Sequence[Line]) -> When | None:
    """The working day after "the working day before the meeting (in this case D)", else what the list of sources says."""
    for line in lines:
        match = _WORKING_DAY.search(line.text)
        found = first_date(line.text[match.end() :]) if match else None
        if match and found and found.exact:
            passage = line.passage.cut(match.start(), match.end() + found.end)
            day = next_working_day(found.earliest)
            return When(day, day, line.text[match.end() + found.start : match.end() + found.end], (passage.span(),), "date-after-working-day-before", Basis.DERIVED)
    return _supplied_date(document)


def _supplied_date(document: Document) -> When | None:
    if not document.source.date:
        return None
    parts = [int(p) for p in re.findall(r"\d+", document.source.date)]
    if len(parts) < 2:
        return None
    found = date(parts[0], parts[1], parts[2]) if len(parts) > 2 else date(parts[0], parts[1], 1)
    return When(found, found, document.source.date, (), "sources", Basis.SUPPLIED)


def _council(document: Document, head: Sequence[Line]) -> Field | None:
    if document.source.council:
        return Field(document.source.council, (), "sources", Basis.SUPPLIED)
    for line in head:
        text = bodies.tidy(line.text) if line.text.isupper() else line.text
        match = bodies.council_regex().search(text)
        if match:
            name = re.sub(r"'s$", "", bodies.tidy(match.group()))
            return Field(name, (line.passage.span(),), "header-council")
    return None


def _body(document: Document, head: Sequence[Line], labels: dict[str, Passage], council: Field | None) -> Field | None:
    found = _body_in_words(head) or _body_label(labels) or _body_line(head)
    if found is not None and len(found.value.split()) == 1:
        fuller = _body_line(head)
        found = fuller if fuller and fuller.value.casefold().endswith(found.value.casefold()) else found
    if found is not None:
        name = bodies.split_council(found.value, council.value if council else "")
        return replace(found, value=_council_itself(name, council))
    if document.source.body:
        return Field(document.source.body, (), "sources", Basis.SUPPLIED)
    return None


def _council_itself(name: str, council: Field | None) -> str:
    """"Parish Council", "PC" or "Full Council" alone is the council's own meeting."""
    if council and re.fullmatch(r"(?:full\s+|the\s+|annual\s+)*(?:(?:parish|town|county|city|borough|district|community)\s+)?council|pc|tc", name, re.IGNORECASE):
        return council.value
    if council and re.fullmatch(rf"{re.escape(council.value.split()[0])}\b.*\b(?:PC|P\.C\.|TC)", name):
        return council.value
    return name


def _body_in_words(head: Sequence[Line]) -> Field | None:
    """The body in "Minutes of the meeting of B held at ..."; the words may run over several lines."""
    for number in range(min(len(head), 12)):
        passage = join([line.passage for line in head[number : number + 5]])
        match = _OF.match(passage.text) or (_OF.search(passage.text) if number == 0 else None)
        if not match or match.start() > 120:
            continue
        group = next(name for name in ("body", "body2", "body3") if match[name])
        value = _body_words(match[group], passage.text[match.end(group) :])
        if value:
            return Field(value, (passage.span(*match.span(group)),), "header-body-of")
    return None


def _body_words(printed: str, after: str) -> str:
    """The body in the words between "meeting of" and "held"; empty where they are none."""
    value = _STOP.split(printed)[0]
    first = next(iter(find_dates(value)), None)
    value = value[: first.start] if first else value
    value = re.split(r"\b(?:meeting|minutes)\s+(?:of|for)\s+(?:the\s+)?", value, flags=re.IGNORECASE)[-1]
    if re.search(r"\bannual$|\bparish$|\btown$", value.strip(), re.IGNORECASE) and re.match(r"\s+meeting", after, re.IGNORECASE):
        return bodies.ordinary_case(f"{value} meeting")
    value = bodies.tidy(value)
    return value if bodies.meeting_head().search(value) and len(value.split()) <= 18 else ""


def _body_label(labels: dict[str, Passage]) -> Field | None:
    if "body" not in labels:
        return None
    value = labels["body"].text
    found = first_date(value)
    value = bodies.tidy(value[: found.start] if found else value)
    return Field(value, (labels["body"].span(),), "header-body-label") if bodies.meeting_head().search(value) else None


def _body_line(head: Sequence[Line]) -> Field | None:
    """A body on a line of its own, or before the date of the meeting on one line; wrapped over two lines where the first says no head."""
    best: tuple[float, Field] | None = None
    for number, line in enumerate(head[:25]):
        for passage in (line.passage, join([line.passage, head[number + 1].passage]) if number + 1 < len(head) and not head[number + 1].gap else None):
            field = _body_on(passage) if passage else None
            if field is None:
                continue
            council_only = bool(bodies.council_regex().fullmatch(field.value)) or bool(re.search(r"\b(?:combined|fire|park|police)\b.*\bauthority$", field.value, re.IGNORECASE))
            score = 3.0 - number / 10 - 1.5 * council_only - 0.3 * (passage is not line.passage)
            if best is None or score > best[0]:
                best = (score, field)
    return best[1] if best else None


def _body_on(passage: Passage) -> Field | None:
    text = passage.text
    found = first_date(text)
    stop = found.start if found else len(text)
    value = re.split(r"\s+[-–—]\s+|\s*[,|:]\s*$", text[:stop])[0] if found else text
    value = re.sub(r"^(?:(?:draft|confirmed|unconfirmed|unapproved|approved)\s+)?(?:minutes|agenda|notes|decisions)(?:\s+(?:of|for|from|to))?\s*(?:the\s+)?(?:[-–—:]\s*)?", "", value, flags=re.IGNORECASE)
    value = re.sub(r"(?:\s+meeting)?(?:\s+(?:minutes|agenda|decisions))?[\s,:–-]*$", "", value, flags=re.IGNORECASE)
    plain = re.sub(r"\s*\([^)]*\)\s*$", "", value)
    heads = list(bodies.meeting_head().finditer(plain))
    if not heads or len(value.split()) > 14 or value.endswith(".") or re.search(r"\b(?:was|were|is|are|members? are|invited|present|papers?)\b", value):
        return None
    ends = heads[-1].end() >= len(plain.rstrip()) - 1
    if not (ends or heads[0].start() == 0 or re.search(r"\bcommittee\s+for\b|\bof\b", value, re.IGNORECASE)) or not value[:1].isupper():
        return None
    return Field(bodies.tidy(value), (passage.span(0, stop),), "header-body-line")


def _start(head: Sequence[Line], labels: dict[str, Passage], when: When | None) -> Clock | None:
    for key in ("time", "date"):
        if key in labels:
            for value, start, end in find_times(labels[key].text):
                return Clock(value, (labels[key].span(start, end),))
    for number, line in enumerate(head):
        if number and _CONFIRMS.search(line.text) and not re.match(r"\W*minutes", line.text, re.IGNORECASE):
            continue
        passage = join([item.passage for item in head[number : number + 2]])
        for value, start, end in find_times(passage.text):
            if start >= len(line.text) or _ENDED.search(line.text):
                break
            if _is_time(passage.text, start, end, when):
                return Clock(value, (passage.span(start, end),))
    return None


def _is_time(text: str, start: int, end: int, when: When | None) -> bool:
    """Whether a time on a line of the head is the meeting's: it has am, pm, a colon, or follows "at"."""
    return bool(re.search(r"[ap]\.?\s?m|noon|:|hrs|hours", text[start:end], re.IGNORECASE) or re.search(r"\bat\s*$|\btime\s*$", text[:start], re.IGNORECASE)) and (when is not None or "m" in text[start:end])


_FINISHING = re.compile(r"\b(?:finish(?:ed|ing)?|end(?:ed|ing)|conclud(?:ed|ing)|clos(?:ed|ing)|until)\s+(?:at\s+)?(?=\d)", re.IGNORECASE)


def _end(lines: Sequence[Line]) -> Clock | None:
    for line in lines[:14]:
        match = _FINISHING.search(line.text)
        found = next(find_times(line.text[match.end() :]), None) if match else None
        if match and found:
            return Clock(found[0], (line.passage.span(match.end() + found[1], match.end() + found[2]),))
    for number in range(len(lines) - 1, max(-1, len(lines) - 40), -1):
        passage = join([line.passage for line in lines[number : number + 2]])
        match = _ENDED.search(lines[number].text)
        if not match:
            continue
        for value, start, end in find_times(passage.text):
            if start >= match.start() - 20:
                return Clock(value, (passage.span(start, end),))
        before = list(find_times(lines[number].text[: match.end()]))
        if before:
            return Clock(before[-1][0], (lines[number].passage.span(before[-1][1], before[-1][2]),))
    return None


@cache
def _venue_words() -> re.Pattern[str]:
    return re.compile(lexicon.load("bodies")["venue_words"], re.IGNORECASE)


def _venue(head: Sequence[Line], labels: dict[str, Passage], when: When | None) -> Field | None:
    if "venue" in labels:
        value = _without_time(labels["venue"].text)
        return Field(value, (labels["venue"].span(),), "header-venue-label") if value else None
    for number in range(min(len(head), 14)):
        stop = next((n for n in range(number + 1, min(number + 4, len(head))) if head[n].gap or head[n].cells), min(number + 4, len(head)))
        passage = join([line.passage for line in head[number:stop]])
        found = _venue_in_words(passage, len(head[number].text))
        if found:
            return found
    return _venue_beside_date(head, when)


_HELD = re.compile(r"\b(?:held|convened|met|meeting)\b(?:.{0,70}?)\b(?:in|at)\s+(?:the\s+)?(?=[A-Z0-9])", re.DOTALL)
_HELD_CAPS = re.compile(r"\b(?:held|convened)\b(?:.{0,70}?)\b(?:in|at)\s+(?!\d)", re.IGNORECASE)


def _venue_in_words(passage: Passage, first: int) -> Field | None:
    """The place in "held at P on D": what follows "at" or "in" and is no time, up to the date, the time or the sentence's end."""
    for match in (*_HELD_CAPS.finditer(passage.text),):
        if match.start() > first:
            return None
        rest = passage.text[match.end() :]
        found = first_date(rest)
        stops = [s.start() for s in (re.search(r",?\s+on\s+(?=\w+day|\d|the\s+\d)", rest, re.IGNORECASE), re.search(r",?\s+(?:at|commencing|from|starting)\s+(?:at\s+)?(?=\d|noon)", rest, re.IGNORECASE), re.search(r"(?<!\bSt)(?<!\bCo)(?<!\bRd)(?<!\bAve)(?<!\b[A-Z])\.(?:\s|$)", rest, re.IGNORECASE), re.search(r"\s+(?:Present|PRESENT|In attendance|Attendance|Members)\b", rest)) if s]
        if found and not any(s <= found.start for s in stops):
            stops.append(found.start)
        stop = min(stops, default=len(rest))
        value = _without_time(rest[:stop])
        value = re.sub(r"^the\s+(?=.*\bChurch\b)", "", value)
        if value and 1 <= len(value.split()) <= 20 and not re.match(r"\d", value):
            return Field(value, (passage.span(match.end(), match.end() + stop),), "header-venue-held")
    return None


def _without_time(text: str) -> str:
    for found in list(find_dates(text))[::-1]:
        text = text[: found.start] + text[found.end :]
    for _, start, end in list(find_times(text))[::-1]:
        text = text[:start] + text[end:]
    return re.sub(r"\s+(?:at|on|commencing|from)\s*$", "", text.strip(" ,;:-–—.")).strip(" ,;:-–—.")


def _venue_beside_date(head: Sequence[Line], when: When | None) -> Field | None:
    """What stands beside the date on its line, or on the next one, if it has the words of a place."""
    if when is None or not when.evidence:
        return None
    place = when.evidence[0]
    for number, line in enumerate(head):
        span = line.passage.span()
        if not span.start <= place.start < span.end:
            continue
        end = max((f.end for f in find_dates(line.text)), default=0)
        beside = _without_time(line.text[end:])
        for passage, value in [(line.passage, beside)] + [(n.passage, _without_time(n.text)) for n in head[number + 1 : number + 3]]:
            if value and _venue_words().search(value) and len(value.split()) <= 16 and not re.search(r"\b(?:present|minutes|agenda|apologies|members?|invited|committee|panel)\b", value, re.IGNORECASE):
                return Field(value, (passage.span(),), "header-venue-line")
    return None


def _kind(lines: Sequence[Line], head: Sequence[Line]) -> str:
    """What sort of paper it is, by the words of its head and the marks of minutes in its text."""
    top = " ".join(line.text for line in head[:30]).casefold()
    if re.search(r"(?:record|notice) of (?:an? )?(?:executive |officer |cabinet member |delegated |key |portfolio holder |individual |member )*decision|decision (?:notice|record)\b|(?:executive|delegated|officer|portfolio holder|cabinet member) decision\b", top[:500]) and re.search(r"decision[ -](?:maker|taken by|taker)|taken by|made by", top[:1500]):
        return "decision record"
    marks = sum(1 for line in lines if re.match(r"(?:resolved|present|apologies (?:were|for absence were)|in attendance|minutes:)", line.text, re.IGNORECASE))
    if re.match(r".{0,200}\bminutes\b(?! of the (?:previous|last))", top, re.DOTALL) and (marks or "agenda" not in top[:200]):
        return "minutes"
    if marks >= 2:
        return "minutes"
    if re.search(r"\bdear (?:mr|mrs|ms|dr|sir|madam|colleague|director|chief)", top):
        return "letter"
    if re.search(r"\bagenda\b", top):
        return "agenda"
    return "minutes" if marks else "report"
