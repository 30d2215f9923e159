"""One meeting in all the forms that councils publish gives one graph: its tables are the same but for the offsets, the pages and the file itself."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph_builder import meetings, pipeline, reading
from graph_builder.model import Source
from tests.reading.renderer import FORMS

MINUTES = """Wexshire County Council

Minutes of the meeting of the Transport Scrutiny Panel held at County Hall, Wexcombe on Tuesday 5 March 2024 at 10.00 am

Present: Councillor Ann Bell (Chair), Councillor Bob Lee, Councillor Cara Dee

Officers in attendance: Jane Hill (Head of Highways), Tom Wray (Democratic Services Officer)

Apologies: Councillor Dan Fox

11. Apologies for absence

Apologies were received from Councillor Dan Fox.

12. Declarations of interest

Councillor Bob Lee declared an interest in item 14 as a trustee of Wexcombe Bus Museum.

13. Minutes

The minutes of the meeting held on 9 January 2024 were agreed as a correct record and signed by the Chair.

14. Winter gritting routes

The Head of Highways reported that 1,412 miles were gritted in January 2024, against a target of 1,300.

It was moved by Councillor Dee, seconded by Councillor Lee and RESOLVED: That the new routes be approved.

The Head of Highways agreed to send the map of the routes to all members by 29 March 2024.

15. Date of next meeting

The next meeting will be held on 7 May 2024.

The meeting closed at 11.45 am.
"""
BOARD = """Harbour Trails Board

9th meeting

4 June 2019, 10:00-12:00

Attendees

Anna Pell (Chair) (AP)
Colin Rudd (CR)

Apologies

Susan Tarn (ST)

Agenda

| Item | Description |
| 1 | Chair's welcome |
| 2 | Actions and minutes from the last meeting |
| 3 | Signposting cases |

Welcome

The Chair thanked members for their work on the north path, which is now open.

Actions and Minutes

The actions and minutes from the last meeting were approved.

Updates on signposting cases

The posts have been ordered and the farmer has agreed. Action: CR to write to the farmer.
"""
# Where the words stand and in which file, and how often the rule that read them was right.
_PLACES = ("document", "document_id", "documents", "claim", "page", "url", "at", "quote", "kind", "sources", "confidence")
_TABLES = ("meetings", "agenda", "attendance", "people", "bodies", "memberships", "decisions", "interests", "actions", "votes", "posts", "references", "measures")


def told(folder: Path, name: str, data: bytes) -> dict[str, set[tuple[str, ...]]]:
    """What the graph of one file says, table by table."""
    folder.mkdir()
    (folder / name).write_bytes(data)
    (folder / "sources.yml").write_text(json.dumps([{"file": name, "council": "Wexshire County Council"}]), encoding="utf-8")
    pipeline.build([folder], output=folder / "exports", state=folder / "build", model="none")
    found = {}
    for table in _TABLES:
        with (folder / f"exports/tables/{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            found[table] = {tuple(f"{key}={value}" for key, value in row.items() if key not in _PLACES and value) for row in csv.DictReader(file)}
    return found


# The tables in which a form tells otherwise, and why.
_NO_COUNCIL = "the service has no field for the council, which the list of sources supplies instead"
_NO_MARGIN = "a paper of half a page has too few lines beside its titles for a margin to be seen"
DIFFERENCES: Mapping[tuple[str, str], tuple[frozenset[str], str]] = {
    ("minutes", "ModernGov web service"): (frozenset({"bodies"}), _NO_COUNCIL),
    ("minutes", "PDF with titles in the margin"): (frozenset({"attendance", "memberships", "posts"}), _NO_MARGIN),
    ("board", "PDF with titles in the margin"): (frozenset({"agenda", "decisions"}), _NO_MARGIN),
}


@pytest.mark.parametrize("name,text", [("minutes", MINUTES), ("board", BOARD)], ids=["minutes", "board"])
def test_a_meeting_in_all_formats_gives_one_graph(name: str, text: str, tmp_path: Path) -> None:
    paper = meetings.divide(reading.read_bytes(text.encode(), "paper.txt", source=Source(council="Wexshire County Council")))
    plain = told(tmp_path / "txt", "paper.txt", text.encode())
    assert plain["attendance"]
    assert plain["agenda"]
    different = {}
    for number, (form, (ending, render)) in enumerate(FORMS.items()):
        found = told(tmp_path / str(number), f"paper.{ending}", render(paper))
        if tables := frozenset(table for table in _TABLES if found[table] != plain[table]):
            different[form] = tables
    assert different == {form: tables for (of, form), (tables, _) in DIFFERENCES.items() if of == name}


def test_each_difference_is_of_a_form_and_has_its_reason() -> None:
    assert {form for _, form in DIFFERENCES} <= set(FORMS)
    assert all(len(reason.split()) > 8 for _, reason in DIFFERENCES.values())
