"""Rows of views, made by hand, that the tests of threads follow: a county and a city, each writing in its own style."""

from __future__ import annotations

from typing import Final

from graph_builder import store
from graph_builder.trace.corpus import Corpus, gather

COUNTY: Final = "Northmere County Council"
CITY: Final = "Port Aldwick City Council"
PANEL: Final = "Children's Services Scrutiny Panel"
COMMITTEE: Final = "Education Committee"
PAPERS: Final = {
    "panel-may.txt": (COUNTY, PANEL, "2021-05-20", "minutes"),
    "panel-sept.txt": (COUNTY, PANEL, "2021-09-09", "minutes"),
    "panel-nov.pdf": (COUNTY, PANEL, "2021-11-18", "agenda"),
    "city-june.html": (CITY, COMMITTEE, "2021-06-02", "minutes"),
}
INSPECTION: Final = "id:inspection/ofsted/northmere/2021-03-01"
PLAN: Final = "id:plan/northmere/written-statement-of-action"

_COLUMNS: Final = {view.name: view.columns for view in store.views()}
Row = dict[str, str]


def row(view: str, document: str, **cells: str) -> Row:
    """A row of a view with every column, those of its paper filled in."""
    council, body, date, _ = PAPERS[document.split(" | ", maxsplit=1)[0]]
    slug = council.split()[0].lower()
    meeting = f"id:meeting/{slug}/{date}"
    common = {"document": document, "documents": document, "council": council, "date": date, "body": body, "basis": "stated"}
    common |= {"body_id": f"id:body/{slug}", "meeting_id": meeting, "url": "https://council.example/papers"}
    if "item" in cells:
        cells.setdefault("item_id", f"id:item/{slug}/{date}/{cells['item']}")
    told = {**common, **cells}
    return {column: told.get(column, "") for column in _COLUMNS[view]}


def item(document: str, number: str, title: str) -> Row:
    """An item of a meeting."""
    council, _, date, _ = PAPERS[document]
    return row("agenda", document, number=number, title=title, quote=title, claim=f"id:item/{council.split()[0].lower()}/{date}/{number}")


def corpus(**more: list[Row]) -> Corpus:
    """The story of special needs in two councils, with rows of one's own added to any view."""
    views = {name: [*rows, *more.get(name, [])] for name, rows in _story().items()}
    views |= {name: rows for name, rows in more.items() if name not in views}
    return gather({name: tuple(rows) for name, rows in views.items()})


def _story() -> dict[str, list[Row]]:
    return {
        "meetings": [row("meetings", name, kind=kind, claim=f"id:meeting/{council.split()[0].lower()}/{date}") for name, (council, _, date, kind) in PAPERS.items()],
        "agenda": [
            item("panel-may.txt", "12", "Area SEND inspection: findings"),
            item("panel-may.txt", "13", "Fostering annual report"),
            item("panel-sept.txt", "21", "Performance, quarter 1"),
            item("panel-nov.pdf", "5", "Progress on the Written Statement of Action"),
            item("city-june.html", "7", "Additional learning needs"),
            item("city-june.html", "8", "School meals"),
        ],
        "topics": [
            row("topics", "panel-may.txt", item="12", topic="SEND", topic_id="topic:send", quote="SEND"),
            row("topics", "city-june.html", item="7", topic="SEND", topic_id="topic:send", quote="Additional learning needs"),
        ],
        "inspections": [
            row(
                "inspections",
                "panel-may.txt | panel-nov.pdf",
                claim=INSPECTION,
                inspectors="Care Quality Commission | Ofsted",
                inspected=COUNTY,
                kind="area SEND inspection",
                start="2021-03-01",
                end="2021-03-05",
                published="2021-05-10",
                about="SEND",
                quote="Inspectors came on 1-5 March 2021. | The inspection of March 2021 led to a statement.",
            )
        ],
        "subjects": [row("subjects", "panel-may.txt", kind="inspection", thing_id=INSPECTION, topic_id="topic:send", claim=INSPECTION, quote="SEND")],
        "plans": [
            row(
                "plans",
                "panel-nov.pdf",
                claim=PLAN,
                plan="Written Statement of Action",
                acronyms="WSoA",
                responds_to_id=INSPECTION,
                quote="The Written Statement of Action (WSoA) answers the inspection.",
            )
        ],
        "decisions": [
            row("decisions", "panel-may.txt", item="12", outcome="resolved", text="that the findings be noted", quote="RESOLVED that the findings be noted", claim="id:decision/1"),
            row("decisions", "panel-may.txt", item="13", outcome="resolved", text="that the report be noted", quote="RESOLVED that the report be noted", claim="id:decision/2"),
            row("decisions", "city-june.html", item="8", outcome="agreed", text="to buy ovens", quote="Agreed to buy ovens", claim="id:decision/3"),
            row("decisions", "panel-sept.txt", item="21", outcome="agreed", text="that the WSoA return in November", quote="the WSoA to return in November", claim="id:decision/4"),
        ],
        "measures": [
            row("measures", "panel-sept.txt", indicator="EHC plans issued within 20 weeks", value="41%", unit="%", period="2021-06", kind="actual", amount="41", quote="41% in June", claim="id:observation/1"),
            row("measures", "panel-nov.pdf", indicator="Proportion of new EHCPs issued within 20 weeks", value="55%", unit="%", period="2021-10", kind="actual", amount="55", quote="55% in October", claim="id:observation/2"),
            row("measures", "panel-nov.pdf", indicator="Pothole repairs", value="9", kind="actual", quote="9 repairs", claim="id:observation/3"),
        ],
        "references": [
            row("references", "panel-nov.pdf", item="5", relation="previous meeting", to_body="Improvement Board", to_date="2021-10-07", quote="the Improvement Board met on 7 October", claim="id:reference/1"),
            row("references", "panel-may.txt", item="13", relation="previous meeting", to_body="Fostering Board", to_date="2021-04-01", quote="the Fostering Board met", claim="id:reference/2"),
        ],
        "people": [row("people", "panel-may.txt", person="Ann Lee", names="Cllr Lee", person_id="id:person/lee-a"), row("people", "panel-may.txt", person="Bo Lee", names="Cllr Lee", person_id="id:person/lee-b")],
        "attendance": [row("attendance", "panel-may.txt", person="Ann Lee", status="present", person_id="id:person/lee-a", quote="Cllr Ann Lee", claim="id:attendance/1")],
        "bodies": [row("bodies", "panel-may.txt", body="Improvement Board", names="Improvement Board", acronyms="IB", body_id="id:body/northmere/improvement-board")],
    }
