"""What a meeting resolved goes in, decision by decision; out come the tasks that it thereby gave: who is to do what by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder.relations.actions import tasks
from graph_builder.relations.actions.action_lists import Action
from graph_builder.relations.actions.task_clauses import FILE, due, is_quoted
from graph_builder.relations.actions.task_grounds import comes_back, may_resolve
from graph_builder.relations.decisions.decided import Decision
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form

_THAT = re.compile(r"^\W*(?:that\b\W*)?", re.IGNORECASE)
_NO_TASK = re.compile(
    r"^\W*(?:(?:all|those|everyone|everybody)\s+present\b"
    r"|(?:that\s+)?(?:to\s+)?(?:recommend|delegat|authoris|grant|give\s+authority|approv|agree|award))",
    re.IGNORECASE,
)
"""What empowers somebody, or approves, gives nobody a task."""
# "RESOLVED for the Clerk to write": who is to do it.
_FOR = re.compile(r"^\W*for\s+(?P<rest>(?:(?!\bto\b)[^.;,]){2,60}\sto\s.*)$", re.DOTALL | re.IGNORECASE)
# "The committee asks that the next report tell of three things": it asks, and somebody else does it.
_ASKS_THAT = re.compile(
    r"^\W*(?:that\s+)?(?:the|this)\s+(?:[\w-]+\s+){0,3}?(?:committee|panel|board|council|commission|forum|cabinet)\s+(?:also\s+|further\s+)?(?:asks|requests)\s+that\s+(?P<rest>.+)$",
    re.DOTALL | re.IGNORECASE,
)
_TO = re.compile(r"^\W*to\s+", re.IGNORECASE)


_SUBJECT = 8
"""In how many words what is asked for names the paper that is to come."""
_LEAST = 2
"""The words that a task has at least; one of a word alone is told with those before it."""


def find(decisions: Sequence[Decision], doers: Doers) -> Iterator[Action]:
    """The tasks that the blocks under RESOLVED give: "(2) That the Director report to the next meeting", "to instruct the Clerk to write"."""
    for decision in decisions:
        if decision.outcome == "fell" or not decision.rule.startswith(("block-", "sentence-active")) or decision.to or _NO_TASK.match(decision.text):
            continue
        if asked := _ASKS_THAT.match(decision.text):
            yield from _asked(decision, asked["rest"], doers)
            continue
        told_for = _FOR.match(decision.text)
        words = f"RESOLVED to {_TO.sub('', decision.text)}" if _TO.match(decision.text) else f"RESOLVED that {_THAT.sub('', decision.text)}"
        words = f"RESOLVED to ask {told_for['rest']}" if told_for else words
        for task in tasks.find(words, doers):
            if is_quoted(words[: task.start]) or len(task.text.split()) < _LEAST:
                continue
            if may_resolve(task.who, task.text, doers) if task.who else decision.outcome != "noted" and comes_back(task.text):
                yield Action(task.who, task.text, task.due, decision.evidence, "task-resolved")


def _asked(decision: Decision, rest: str, doers: Doers) -> Iterator[Action]:
    """What a meeting asks for, with whoever is to do it; of a paper that is to come the whole of what it is to tell, with nobody who does it."""
    told = [task for task in tasks.find(f"RESOLVED that {rest}", doers) if task.who and may_resolve(task.who, task.text, doers)]
    for task in told:
        yield Action(task.who, task.text, task.due, decision.evidence, "task-resolved")
    subject = " ".join(rest.split()[:_SUBJECT])
    if not told and form(FILE, "paper").search(subject):
        yield Action("", rest, due(rest, doers.context.near), decision.evidence, "task-resolved")
