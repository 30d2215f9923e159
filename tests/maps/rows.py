"""Rows of views, made by hand, that the tests of the map draw: two councils, one shared inspectorate."""

from __future__ import annotations

from typing import Final

Rows = dict[str, list[dict[str, str]]]

PANEL: Final = "Children and Families Overview and Scrutiny Panel"
COUNTY: Final = "Worcestershire County Council"
OTHER: Final = "Herefordshire Council"
COMMITTEE: Final = "Children and young people scrutiny committee"

HOSTILE: Final = [
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "the word href in minutes text",
    "<a href='javascript:window.ran=1'>x</a>",
    "javascript:window.ran=1",
    '" onmouseover="window.ran=1',
    "' onfocus='window.ran=1' autofocus='",
    "<!-- <script>",
    "-->",
    "]]>",
    "line\u2028separator\u2029s",
    "evil\u202egnp.exe",
    "__proto__",
    "constructor",
    "{{ 7*7 }}",
    "${window.ran=1}",
    "`window.ran=1`",
    "\\u003cscript\\u003e",
    "<svg onload=window.ran=1>",
    "nul\x00and\x07bell",
    "&lt;b&gt;&amp;",
    "new\nline\ttab",
    "<style>*{display:none}</style>",
    "<iframe src='https://evil.example'></iframe>",
    "</table><h1>out</h1>",
    "<plaintext>",
    "half\ud800surrogate",
    "%3Cscript%3E",
    "=HYPERLINK(1)",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
]


def council(name: str, body: str, people: list[str], day: str) -> Rows:
    """The rows that one meeting of one body gives."""
    common = {"document": f"{day}.txt", "council": name, "body": body, "date": day, "basis": "stated", "page": "2", "url": "https://council.example/m"}
    present = [{**common, "person": who, "status": "present", "capacity": "member", "quote": f"Cllr {who}"} for who in people]
    present[0]["role"] = "chair"
    return {
        "meetings": [{**common, "kind": "minutes", "start": "14:00", "quote": f"{body}, {day}"}],
        "people": [{"person": who, "names": f"{who} | Councillor {who}", "councils": name, "documents": f"{day}.txt"} for who in people],
        "attendance": present,
        "decisions": [
            {**common, "item": "271", "outcome": "agreed", "text": "That the report be noted", "quote": "It was agreed", "proposed_by": people[1]}
        ],
        "interests": [{**common, "person": people[0], "organisation": "Comberton Primary School", "role": "Governor", "quote": "a Governor there"}],
        "inspections": [
            {**common, "documents": f"{day}.txt", "inspectors": "Ofsted", "inspected": name, "start": "2018-03-05", "quote": "Ofsted visited in March"}
        ],
    }


def both() -> Rows:
    """The rows of a meeting in each of two counties."""
    first = council(COUNTY, PANEL, ["F M Oborski", "L R Duffy", "P Denham"], "2017-03-13")
    second = council(OTHER, COMMITTEE, ["C A Gandy", "J F Johnson"], "2019-03-11")
    return {view: first[view] + second[view] for view in first}


def hostile() -> Rows:
    """Rows with a hostile text in every field, another one in each row."""
    rows: Rows = {}
    for number, words in enumerate(HOSTILE):
        extra = {"quote": words, "text": words, "post": words, "role": words, "url": words, "document": words, "basis": words, "outcome": words}
        for view, found in council(f"{words} Council", words, [f"{words} One", f"{words} Two"], f"20{number:02}-01-01").items():
            rows.setdefault(view, []).extend({**row, **extra, "names": words, "organisation": words, "page": words} for row in found)
    return rows
