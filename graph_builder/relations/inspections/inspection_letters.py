"""Letters of government departments that a paper holds, about an inspection or an intervention: from whom, to which council, when, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.bodies import council_regex
from graph_builder.language.dates import Found
from graph_builder.language.partial_dates import find_partial
from graph_builder.language.passages import Passage, lines
from graph_builder.model import Literal, Span
from graph_builder.relations.context import Context
from graph_builder.relations.inspections.inspection_rows import Joined
from graph_builder.relations.inspections.inspection_words import inspectors

RULE: Final = "letter-of-a-department"
_DEAR: Final = re.compile(r"Dear\s+(?!(?:Minister|Secretary|Sir/Madam\s+at)\b)[A-Z]")
_ABOVE: Final = 30
"""In how many lines above "Dear" a letter has its head."""
_TITLE_WORDS: Final = 25
_ABOUT: Final = re.compile(
    r"\b(?:inspection|improvement|direction|intervention|notice|findings|visit|review|assessment|statement\s+of\s+action)\b", re.IGNORECASE
)


class Letter(NamedTuple):
    """A letter: its sender, the council it went to, its day and its title, each with its places."""

    sender: tuple[str, list[Span]]
    council: tuple[str, list[Span]]
    when: tuple[Found, Span]
    title: Passage


def say(context: Context) -> None:
    """Note each letter of a department that the paper holds."""
    for letter in find([line.passage for line in lines(context.paper.document)]):
        notes, (found, day) = context.notes, letter.when
        id_ = notes.id("inspection", letter.sender[0], "letter", found.earliest.isoformat())
        notes.node(id_, v.INSPECTION, [*letter.sender[1], day, letter.title.span()], rule=RULE).text(v.INSPECTION_KIND, "letter")
        notes.say(id_, v.INSPECTOR, context.bodies.seen(letter.sender[0], letter.sender[1][0]), letter.sender[1], rule=RULE)
        notes.say(id_, v.INSPECTED, context.bodies.seen(letter.council[0], letter.council[1][0]), letter.council[1], rule=RULE)
        notes.say(id_, v.ABOUT, Literal(letter.title.text), [letter.title.span()], rule=RULE)
        for predicate, value in ((v.EARLIEST, found.earliest), (v.LATEST, found.latest)):
            notes.say(id_, predicate, Literal(value.isoformat(), "xsd:date"), [day], rule=RULE)
        notes.say(id_, v.AS_PRINTED, Literal(" ".join(notes.document.quote(day).split())), [day], rule=RULE)


def find(passages: Sequence[Passage]) -> Iterator[Letter]:
    """The letters among the lines of a paper."""
    for place, line in enumerate(passages):
        if _DEAR.match(line.text):
            head = passages[max(0, place - _ABOVE) : place]
            letter = _letter(head, passages[place + 1 : place + 3])
            if letter is not None:
                yield letter


def _letter(head: Sequence[Passage], below: Sequence[Passage]) -> Letter | None:
    """The letter with this head; None where no department wrote it to a council, or where it has no day or no title."""
    day = _day(head)
    joined = Joined(head)
    senders = [one for group in inspectors(joined.text) for one in group if one.text in lexicon.words("inspections", "departments")]
    council = next(((match.group(), line.span(*match.span()), at) for line, at in zip(head, joined.starts, strict=True)
                    for match in council_regex().finditer(line.text)), None)  # fmt: skip
    if day is None or not senders or council is None or council[2] < senders[0].end:
        return None
    near = [*head[day[0] + 1 :], *below]
    title = next((line for line in near if _ABOUT.search(line.text) and len(line.text.split()) < _TITLE_WORDS and not line.text.endswith(".")), None)
    if title is None:
        return None
    sender = senders[0]
    return Letter((sender.text, joined.spans(sender.start, sender.end)), (council[0], [council[1]]), day[1], title)


def _day(head: Sequence[Passage]) -> tuple[int, tuple[Found, Span]] | None:
    """The last line that is a day and nothing else."""
    for place in range(len(head) - 1, -1, -1):
        dates = find_partial(head[place].text)
        if len(dates) == 1 and dates[0].exact and dates[0].has_year and dates[0].end - dates[0].start >= len(head[place].text.rstrip(" .")) - 6:
            return place, (dates[0], head[place].span(dates[0].start, dates[0].end))
    return None
