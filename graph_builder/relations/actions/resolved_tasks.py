"""What a meeting resolved goes in, decision by decision; out come the tasks that it thereby gave: who is to do what by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder.relations.actions import tasks
from graph_builder.relations.actions.action_lists import Action
from graph_builder.relations.actions.task_clauses import is_quoted
from graph_builder.relations.actions.task_grounds import comes_back, may_resolve
from graph_builder.relations.decisions.decided import Decision
from graph_builder.relations.doers import Doers

_THAT = re.compile(r"^\W*(?:that\b\W*)?", re.IGNORECASE)
_NO_TASK = re.compile(
    r"^\W*(?:(?:all|those|everyone|everybody)\s+present\b"
    r"|(?:that\s+)?(?:to\s+)?(?:recommend|delegat|authoris|grant|give\s+authority|approv|agree|award))",
    re.IGNORECASE,
)
"""What empowers somebody, or approves, gives nobody a task."""
# "RESOLVED for the Clerk to write": who is to do it.
_FOR = re.compile(r"^\W*for\s+(?P<rest>(?:(?!\bto\b)[^.;,]){2,60}\sto\s.*)$", re.DOTALL | re.IGNORECASE)
_TO = re.compile(r"^\W*to\s+", re.IGNORECASE)


_LEAST = 2
"""The words that a task has at least; one of a word alone is told with those before it."""


def find(decisions: Sequence[Decision], doers: Doers) -> Iterator[Action]:
    """The tasks that the blocks under RESOLVED give: "(2) That the Director report to the next meeting", "to instruct the Clerk to write"."""
    for decision in decisions:
        if decision.outcome == "fell" or not decision.rule.startswith(("block-", "sentence-active")) or decision.to or _NO_TASK.match(decision.text):
            continue
        told_for = _FOR.match(decision.text)
        words = f"RESOLVED to {_TO.sub('', decision.text)}" if _TO.match(decision.text) else f"RESOLVED that {_THAT.sub('', decision.text)}"
        words = f"RESOLVED to ask {told_for['rest']}" if told_for else words
        for task in tasks.find(words, doers):
            if is_quoted(words[: task.start]) or len(task.text.split()) < _LEAST:
                continue
            if may_resolve(task.who, task.text, doers) if task.who else decision.outcome != "noted" and comes_back(task.text):
                yield Action(task.who, task.text, task.due, decision.evidence, "task-resolved")
