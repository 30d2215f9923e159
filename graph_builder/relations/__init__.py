"""Mentions become statements: what one paper says of its meeting, people, bodies, decisions and references."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from graph_builder.model import Coverage, Reading, Span, Statement
from graph_builder.paper import Mentions, Paper
from graph_builder.relations import attendance, exempt, invitations, meeting, naming, points, successions, topics
from graph_builder.relations.actions import actions
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import proceedings, reported
from graph_builder.relations.inspections import inspections
from graph_builder.relations.measures import measures
from graph_builder.relations.notes import Notes
from graph_builder.relations.plans import plans
from graph_builder.relations.recommendations import recommendations
from graph_builder.relations.references import references
from graph_builder.relations.register import gather
from graph_builder.relations.seats import appointments, posts, seats

CONTENT: tuple[Callable[[Context], None], ...] = (
    reported.say,
    invitations.say,
    seats.say,
    successions.say,
    appointments.say,
    references.say,
    inspections.say,
    plans.say,
    topics.say,
    measures.say,
    recommendations.say,
    actions.say,
    points.say,
)
"""The readers of content, each a function that notes what one paper says of inspections, plans, measures and the like."""

# A paper of so few blocks without items and lists is not divided; a block of it that is longer holds more than what was found by name.
_FEW_BLOCKS: Final = 2
_FLAT: Final = 600


def relate(mentions: Mentions) -> Reading:
    """All that one paper says, as sorted statements under ids of that paper, and what of it was read."""
    context = _opened(mentions)
    # Who is public is known once all roles are noted, so the names come last.
    for say in (meeting.say, attendance.say, proceedings.say, *CONTENT, exempt.say, posts.say, naming.say):
        say(context)
    statements = tuple(sorted(set(context.notes.statements), key=Statement.key))
    return Reading(context.paper.document, statements, _coverage(context))


def _opened(mentions: Mentions) -> Context:
    """The paper with its people and bodies gathered, and the ids of its council, its body and its meeting."""
    header = mentions.paper.header
    notes = Notes(mentions.paper.document)
    people, bodies = gather(notes, mentions, header.council.value if header.council else "")
    document_id = meeting.document(notes, header)
    council_id = meeting.council(notes, bodies, header, document_id)
    bare = mentions.paper.coverage.blocks < 2 and not (header.body and header.when)  # one line of a head, of which nothing is told
    meeting_id = None if bare else meeting.meeting(notes, bodies, header, council_id=council_id, document_id=document_id)
    body_id = bodies.id(header.body.value) if header.body else None
    return Context(notes, mentions, people, bodies, meeting_id, body_id, council_id)


def _coverage(context: Context) -> Coverage:
    """Which lines were read, ignored by name, or not understood: a line is read where a statement's words, or an item's, stand on it."""
    given, spans = context.paper.coverage, sorted((span.start, span.end) for span in context.notes.read)
    doubtful = sorted((span.start, span.end) for span in context.notes.doubtful)
    flat = _is_flat(context.paper)
    unread = tuple(line for line in given.unread if (flat and line.end - line.start >= _FLAT) or _meets(line, doubtful) or not _meets(line, spans))
    return Coverage(given.document, given.blocks, len(given.unread) - len(unread), given.ignored, unread)


def _is_flat(paper: Paper) -> bool:
    """Whether a paper is a paragraph or two in which neither items nor lists were found: what it names here and there is not what it tells."""
    return paper.coverage.blocks <= _FEW_BLOCKS and not paper.items and not paper.entries


def _meets(line: Span, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans stands on a line."""
    return any(start < line.end and line.start < end for start, end in spans)
