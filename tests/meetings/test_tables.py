"""Tables of those present: what the columns and the ticks in them say of each person."""

from __future__ import annotations

import pytest

from graph_builder.meetings import divide
from tests.meetings.papers import document

HEAD = "Planning Committee\nMinutes of the meeting held on 5 March 2024\n\n"
ITEMS = "\n\n1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Close\nDone.\n"

# The rows of the table | who was there or away
TABLES = """
Name / Ward / Present / Apologies~Cllr A Hay / North / X / ~Cllr B Lee / South / / X | A Hay present; B Lee apologies
Councillor / Attended / Absent / Apologies~Cllr A Hay / ✓ / /~Cllr B Lee / / ✓ /~Cllr C Dee / / / ✓ | A Hay present; B Lee absent; C Dee apologies
Councillor / Present~Cllr A Hay / Yes~Cllr B Lee / No~Cllr C Dee / | A Hay present
Councillor / Attendance~Cllr A Hay / Present~Cllr B Lee / Apologies~Cllr C Dee / Absent | A Hay present; B Lee apologies; C Dee absent
Councillor / Present / Apologies~Cllr A Hay / X / X~Cllr B Lee / X / | B Lee present
Councillor / 5 March / 2 April / 7 May~Cllr A Hay / X / X / ~Cllr B Lee / / X / X |
Councillor / 05/03/2024 / 02/04/2024~Cllr A Hay / X / X~Cllr B Lee / / X |
Name / Ward~Cllr A Hay / North~Cllr B Lee / South | A Hay present; B Lee present
"""


@pytest.mark.parametrize("row", TABLES.strip("\n").splitlines())
def test_who_was_there_by_the_columns_of_a_table(row: str) -> None:
    table, expected = (part.strip() for part in row.rsplit("|", 1))
    lines = "\n".join(f"| {line.strip()} |" for line in table.replace(" /", " |").split("~"))
    paper = divide(document(f"{HEAD}Present\n\n{lines}{ITEMS}"))
    assert "; ".join(f"{entry.name.printed.removeprefix('Cllr ')} {entry.status}" for entry in paper.entries if entry.name) == expected
