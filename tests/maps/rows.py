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
    "</style><script>window.ran=1</script>",
    "</svg><script>window.ran=1</script>",
    "</title><script>window.ran=1</script>",
    "</textarea><script>window.ran=1</script>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=window.ran=1>#x'>",
    "<math><mtext><script>window.ran=1</script></mtext></math>",
    "<template><script>window.ran=1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>",
    "<base href='https://evil.example/'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "url(https://evil.example/x.png)",
    "@import 'https://evil.example/x.css';",
    "<![CDATA[<script>window.ran=1</script>]]>",
    "&#60;script&#62;window.ran=1&#60;/script&#62;",
    "*/ window.ran=1; /*",
    "data:text/html,<script>window.ran=1</script>",
    "{% for x in y %}{# no #}",
    "hasOwnProperty",
    "toString",
    "\u2066isolate\u2069 \u061cmark",
    "\ufeffbom and \u200bnothing",
    "שלום عليكم",
    "Zo\u0308e\u0301 n\u0303\u0302\u0301",
    "x" * 3000,
    "null",
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


def told() -> Rows:
    """What two meetings said of one issue: an item, a decision, an action, a recommendation, an inspection, a plan, a measure, a reference."""
    rows = both()
    for name, body, day in ((COUNTY, PANEL, "2017-03-13"), (OTHER, COMMITTEE, "2019-03-11")):
        paper = {"document": f"{day}.txt", "council": name, "basis": "stated", "page": "2", "url": "https://council.example/m"}
        item = f"id:item/{body}/{day}/271"
        common = {**paper, "body": body, "date": day, "item": "271", "item_id": item}
        for view, row in {
            "agenda": {**common, "number": "271", "title": "The local offer", "quote": "271 The local offer", "claim": item},
            "topics": {**common, "topic": "SEND", "topic_id": "topic:send", "quote": "local offer", "claim": f"id:claim/{day}"},
            "recommendations": {
                **common,
                "text": "That parents be asked", "quote": "recommended that parents be asked", "claim": f"id:recommendation/{day}", "made_by": body,
                "made_by_id": "", "addressed_to": "Director", "addressed_to_id": f"id:post/{day}",
            },
            "actions": {**common, "text": "To write to Ofsted", "who": "F M Oborski", "quote": "will write to Ofsted", "claim": f"id:action/{day}"},
            "plans": {**paper, "documents": f"{day}.txt", "plan": "SEND Strategy", "quote": "the SEND Strategy", "claim": f"id:plan/{day}", "owner": name},
            "measures": {**paper, "indicator": "EHC plans in time", "value": "63%", "unit": "%", "quote": "63% were", "claim": f"id:observation/{day}"},
            "references": {**common, "relation": "previous meeting", "to_body": body, "to_date": "2016-01-01", "quote": "last met", "claim": f"id:reference/{day}"},
        }.items():
            rows.setdefault(view, []).append(row)
        rows["decisions"] = [{**row, "item_id": f"id:item/{row['body']}/{row['date']}/271", "claim": f"id:decision/{row['date']}"} for row in rows["decisions"]]
        rows["inspections"] = [{**row, "claim": f"id:inspection/{row['date']}"} for row in rows["inspections"]]
    return rows


def hostile_told() -> Rows:
    """The same with a hostile text in every field but dates, ids and names of kinds among them, another one in each set."""
    kept = {"date", "to_date", "start", "end", "value"}
    rows: Rows = {}
    for number, words in enumerate(HOSTILE):
        for view, found in told().items():
            for place, row in enumerate(found):
                evil = {column: value if column in kept else f"{words} {number}" if not column.endswith("id") else f"{words} {column} {number}" for column, value in row.items()}
                evil |= {"claim": f"{words} {view} {place}", "document": f"{number} {place}"} if "claim" in row else {}
                rows.setdefault(view, []).append(evil)
    return rows
