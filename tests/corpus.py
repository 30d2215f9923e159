"""A small corpus made by hand: three papers, what resolution would say of them, and the graph and the dataset that come of it."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from graph_builder import graph, store
from graph_builder.model import Basis, Document, Graph, Id, Literal, Source, Span, Statement
from graph_builder.store.disk import FORM
from graph_builder.vocabulary import TYPE

COUNCIL = "id:council/ashford"
PANEL = "id:body/ashford/scrutiny-panel"
FIRST, SECOND = "id:meeting/ashford/scrutiny-panel/2018-03-05", "id:meeting/ashford/scrutiny-panel/2018-05-14"
SMITH = "id:person/ashford/smith-j"
DIRECTOR = "id:post/ashford/director-of-children-s-services"

MINUTES = """Ashford County Council
Scrutiny Panel
Minutes of the meeting held on 5 March 2018 at 10.00 am in the Lakeview Room
Present: Cllr Jane Smith (Chair), Cllr O'Neill
Apologies: Cllr A Bell
The Director of Children's Services was invited.
271 Declarations of Interest
Cllr Smith declared an interest as a governor of "Hill | Dale" School.
272 SEND Inspection
RESOLVED: that the report be noted;
--- page 2 ---
and that the Director report back.
Mr Tom Walker, a parent, of 12 Elm Close, asked a question. His number is 01632 960147.
"""
AGENDA = """Scrutiny Panel
14 May 2018
1 Apologies
2 Minutes of 5 March 2018
"""

REPORT = """SEND Inspection
Ofsted and CQC inspected the area of Ashford on 5 - 9 March 2018; findings were published on 16 May 2018.
The Written Statement of Action (WSOA) 2018/19 followed.
Number of plans: 63.0% (63 of 100) in October 2016, reported quarterly.
For: Cllr Smith. Against: Cllr O'Neill.
The panel recommended to Cabinet that tours be arranged; the Director to arrange them by May.
Ann Lee, Director of Children's Services
"""


def document(name: str, text: str, *, pages: tuple[int, ...] = ()) -> Document:
    """A paper of Ashford with this text."""
    digits = sha256(text.encode()).hexdigest()
    return Document(name, text, sha256(name.encode()).hexdigest(), digits, Source(name, council="Ashford County Council"), pages=pages)


def span(paper: Document, words: str, *, nth: int = 0) -> Span:
    """Where words stand in a paper for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = paper.text.index(words, at + 1)
    return Span(paper.id, at, at + len(words))


class Sayer:
    """Writes statements of one paper: `says(subject, predicate, object, words...)`; without words they are supplied."""

    def __init__(self, paper: Document) -> None:
        self.paper, self.statements = paper, list[Statement]()

    def says(
        self, subject: Id, predicate: Id, value: Id | Literal, *words: str | Span, basis: Basis | None = None, rule: str = "by-hand"
    ) -> None:
        spans = tuple(span(self.paper, word) if isinstance(word, str) else word for word in words)
        basis = basis or (Basis.STATED if spans else Basis.SUPPLIED)
        self.statements.append(Statement(subject, predicate, value, spans, rule, basis))

    def node(self, subject: Id, kind: Id, *words: str | Span, basis: Basis | None = None, **properties: Id | Literal) -> None:
        """A node with its properties, all with the same proof; `civ_text=…` is the property `civ:text`."""
        self.says(subject, TYPE, kind, *words, basis=basis)
        for name, value in properties.items():
            self.says(subject, name.replace("_", ":", 1), value, *words, basis=basis)


def text(value: str) -> Literal:
    """A plain text."""
    return Literal(value)


def day(value: str) -> Literal:
    """A date."""
    return Literal(value, "xsd:date")


minutes = document("minutes.txt", MINUTES, pages=(0, MINUTES.index("and that the Director")))
agenda = document("agenda.txt", AGENDA)
report = document("report.txt", REPORT)
DOCUMENTS = (minutes, agenda, report)


def _paper(paper: Document, kind: Id) -> Sayer:
    sayer = Sayer(paper)
    sayer.node(
        f"id:document/{paper.file_hash[:16]}",
        "foaf:Document",
        civ_fileName=text(paper.name),
        civ_paperKind=kind,
        civ_ofCouncil=COUNCIL,
        dcterms_source=Literal("https://ashford.example/minutes", "xsd:anyURI"),
    )
    return sayer


def _minutes() -> list[Statement]:
    say = _paper(minutes, "kind:minutes")
    council, panel = "Ashford County Council", "Scrutiny Panel"
    say.node(COUNCIL, "m8g:PublicOrganisation", council, skos_prefLabel=text(council), skos_altLabel=text(council))
    say.node(PANEL, "org:OrganizationalUnit", panel, skos_prefLabel=text(panel), skos_altLabel=text(panel), org_unitOf=COUNCIL)
    say.says(PANEL, "org:classification", "bodykind:panel", panel)
    held = "Minutes of the meeting held on 5 March 2018 at 10.00 am in the Lakeview Room"
    say.node(
        FIRST,
        "civ:Meeting",
        held,
        civ_earliest=day("2018-03-05"),
        civ_latest=day("2018-03-05"),
        civ_asPrinted=text("5 March 2018"),
        civ_startTime=Literal("10:00:00", "xsd:time"),
        prov_atLocation="id:place/lakeview-room",
        civ_minutes=f"id:document/{minutes.file_hash[:16]}",
    )
    say.says(FIRST, "civ:heldBy", PANEL, panel)
    say.node("id:place/lakeview-room", "dcterms:Location", "Lakeview Room", rdfs_label=text("Lakeview Room"))
    _people(say)
    _business(say)
    _walker(say)
    return say.statements


def _people(say: Sayer) -> None:
    for slug, name, *forms in (("smith-j", "Jane Smith", "Cllr Smith"), ("oneill", "O'Neill"), ("bell-a", "A Bell")):
        person = f"id:person/ashford/{slug}"
        say.node(person, "foaf:Person", name, foaf_name=text(name), foaf_familyName=text(name.split()[-1]))
        for form in (name, *forms):
            say.says(person, "skos:altLabel", text(form), form)
    at = f"id:attendance/{FIRST.removeprefix('id:meeting/')}"
    say.node(
        f"{at}/smith-j",
        "civ:Attendance",
        "Cllr Jane Smith (Chair)",
        civ_attendee=SMITH,
        civ_atMeeting=FIRST,
        civ_capacity="capacity:member",
        prov_hadRole="role:chair",
    )
    say.node(
        f"{at}/oneill",
        "civ:Attendance",
        "Cllr O'Neill",
        civ_attendee="id:person/ashford/oneill",
        civ_atMeeting=FIRST,
        civ_capacity="capacity:co-opted",
    )
    director = "The Director of Children's Services was invited"
    say.node(f"{at}/director", "civ:Attendance", director, civ_ofPost=DIRECTOR, civ_atMeeting=FIRST, civ_capacity="capacity:officer")
    say.node(
        DIRECTOR, "org:Post", "Director of Children's Services", skos_prefLabel=text("Director of Children's Services"), org_postIn=COUNCIL
    )
    say.node("id:apology/ashford/bell-a", "civ:Apology", "Cllr A Bell", civ_excused="id:person/ashford/bell-a", civ_atMeeting=FIRST)
    say.node(
        "id:membership/ashford/smith-j",
        "org:Membership",
        "Cllr Jane Smith (Chair)",
        org_member=SMITH,
        org_organization=PANEL,
        org_role="role:chair",
        civ_attestedOn=day("2018-03-05"),
    )


def _business(say: Sayer) -> None:
    items = "id:item/ashford/scrutiny-panel/2018-03-05"
    for position, (number, title) in enumerate((("271", "Declarations of Interest"), ("272", "SEND Inspection")), start=1):
        say.node(
            f"{items}/{number}",
            "civ:AgendaItem",
            f"{number} {title}",
            civ_itemOf=FIRST,
            dcterms_identifier=text(number),
            dcterms_title=text(title),
            civ_position=Literal(str(position), "xsd:integer"),
        )
    say.says(f"{items}/272", "dcterms:subject", "topic:send", "SEND")
    say.node(
        "id:interest/ashford/smith-j/hill-dale",
        "civ:InterestDeclaration",
        'Cllr Smith declared an interest as a governor of "Hill | Dale" School.',
        civ_declarant=SMITH,
        civ_atMeeting=FIRST,
        civ_aboutItem=f"{items}/271",
        civ_interestMatter=text('"Hill | Dale" School'),
        civ_interestRole=text("governor"),
    )
    say.node(
        "id:decision/ashford/272/1",
        "civ:Decision",
        "RESOLVED: that the report be noted;",
        "and that the Director report back.",
        civ_aboutItem=f"{items}/272",
        civ_atMeeting=FIRST,
        civ_decidedBy=PANEL,
        civ_outcome="outcome:resolved",
        civ_text=text("that the report be noted; and that the Director report back."),
    )


def _walker(say: Sayer) -> None:
    """A member of the public who is named, asks, and lives somewhere."""
    walker = "id:person/ashford/walker-t"
    say.node(walker, "civ:PrivatePerson", "Tom Walker", foaf_name=text("Tom Walker"))
    say.says(walker, "skos:altLabel", text("Tom Walker"), "Tom Walker")
    asked = "Mr Tom Walker, a parent, of 12 Elm Close, asked a question."
    say.node(
        "id:attendance/ashford/walker-t", "civ:Attendance", asked, civ_attendee=walker, civ_atMeeting=FIRST, civ_capacity="capacity:guest"
    )
    say.node(
        "id:action/ashford/1",
        "civ:Action",
        "His number is 01632 960147.",
        civ_text=text("ring Tom Walker on 01632 960147"),
        civ_atMeeting=FIRST,
    )


def _agenda() -> list[Statement]:
    say = _paper(agenda, "kind:agenda")
    panel = "Scrutiny Panel"
    say.node(PANEL, "org:OrganizationalUnit", panel, skos_prefLabel=text(panel), skos_altLabel=text(panel), org_unitOf=COUNCIL)
    say.node(
        SECOND,
        "civ:Meeting",
        "14 May 2018",
        civ_earliest=day("2018-05-14"),
        civ_latest=day("2018-05-14"),
        civ_agenda=f"id:document/{agenda.file_hash[:16]}",
    )
    say.says(SECOND, "civ:heldBy", PANEL, basis=Basis.SUPPLIED)
    confirms = "2 Minutes of 5 March 2018"
    say.node(
        "id:item/ashford/scrutiny-panel/2018-05-14/2",
        "civ:AgendaItem",
        confirms,
        civ_itemOf=SECOND,
        dcterms_title=text("Minutes of 5 March 2018"),
    )
    say.says("id:item/ashford/scrutiny-panel/2018-05-14/2", "dcterms:identifier", text("2"), "2 ", basis=Basis.DERIVED)
    say.node(
        "id:reference/ashford/1",
        "civ:Reference",
        confirms,
        civ_relation="relation:confirms-minutes",
        civ_atMeeting=SECOND,
        civ_aboutItem="id:item/ashford/scrutiny-panel/2018-05-14/2",
        civ_toMeeting=FIRST,
    )
    return say.statements


def _report() -> list[Statement]:
    say = _paper(report, "kind:report")
    for slug, name in (("ofsted", "Ofsted"), ("cqc", "CQC")):
        say.node(f"id:body/{slug}", "org:Organization", name, skos_prefLabel=text(name), civ_acronym=text(name))
    inspected = "Ofsted and CQC inspected the area of Ashford on 5 - 9 March 2018"
    say.node(
        "id:inspection/ofsted/ashford/2018-03-05",
        "civ:Inspection",
        inspected,
        civ_inspector="id:body/ofsted",
        civ_inspected=COUNCIL,
        civ_inspectionKind=text("SEND"),
        civ_earliest=day("2018-03-05"),
        civ_latest=day("2018-03-09"),
    )
    say.says("id:inspection/ofsted/ashford/2018-03-05", "civ:inspector", "id:body/cqc", inspected)
    say.says("id:inspection/ofsted/ashford/2018-03-05", "civ:published", day("2018-05-16"), "findings were published on 16 May 2018")
    wsoa = "Written Statement of Action"
    say.node(
        "id:plan/ashford/wsoa",
        "civ:Plan",
        wsoa,
        skos_prefLabel=text(wsoa),
        civ_acronym=text("WSOA"),
        civ_ownedBy=COUNCIL,
        civ_period=text("2018/19"),
    )
    say.node(
        "id:observation/ashford/1",
        "sosa:Observation",
        "Number of plans: 63.0% (63 of 100) in October 2016, reported quarterly.",
        civ_indicator=text("Number of plans"),
        civ_valueAsPrinted=text("63.0%"),
        sosa_hasSimpleResult=Literal("63.0", "xsd:decimal"),
        civ_unit=text("%"),
        civ_numerator=Literal("63", "xsd:decimal"),
        civ_denominator=Literal("100", "xsd:decimal"),
        civ_period=text("October 2016"),
        civ_observationKind=text("actual"),
        civ_schedule=text("quarterly"),
    )
    for who, cast, words in ((SMITH, "for", "For: Cllr Smith"), ("id:person/ashford/oneill", "against", "Against: Cllr O'Neill")):
        say.node(
            f"id:vote/ashford/{cast}",
            "civ:Vote",
            words,
            civ_voter=who,
            civ_onDecision="id:decision/ashford/272/1",
            civ_voteCast=f"vote:{cast}",
        )
    say.node("id:body/ashford/cabinet", "org:OrganizationalUnit", "Cabinet", skos_prefLabel=text("Cabinet"), org_unitOf=COUNCIL)
    say.node(
        "id:recommendation/ashford/1",
        "civ:Recommendation",
        "The panel recommended to Cabinet that tours be arranged",
        civ_madeBy=PANEL,
        civ_addressedTo="id:body/ashford/cabinet",
        civ_text=text("that tours be arranged"),
        civ_adviceKind="advicekind:recommendation",
    )
    say.node(
        "id:response/ashford/1",
        "civ:Response",
        "the Director to arrange them by May",
        civ_respondsTo="id:recommendation/ashford/1",
        civ_responseKind="responsekind:other-words",
        civ_text=text("the Director to arrange them by May"),
    )
    arrange = "the Director to arrange them by May"
    say.node(
        "id:action/ashford/2", "civ:Action", arrange, civ_assignedTo=DIRECTOR, civ_text=text("to arrange them"), civ_due=text("by May")
    )
    holding = "Ann Lee, Director of Children's Services"
    say.node("id:person/ashford/lee-a", "foaf:Person", "Ann Lee", foaf_name=text("Ann Lee"))
    say.node(
        "id:holding/ashford/1",
        "civ:PostHolding",
        holding,
        org_member="id:person/ashford/lee-a",
        civ_ofPost=DIRECTOR,
        civ_attestedOn=day("2018-05-16"),
    )
    return say.statements


def statements() -> list[Statement]:
    """All that the papers say."""
    return [*_minutes(), *_agenda(), *_report()]


@cache
def built() -> Graph:
    """The graph of the papers, with what is private withheld."""
    withheld = graph.withhold(statements(), DOCUMENTS)
    return graph.build(withheld.statements, DOCUMENTS, masks=withheld.masks)


def published(folder: Path, content: Graph | None = None) -> store.Dataset:
    """The dataset of a graph as a build publishes it in a folder."""
    triples = store.write(content or built(), folder / "store" / "1")
    (folder / "manifest.json").write_text(json.dumps({"form": FORM, "build": "1", "store": "store/1", "triples": triples}))
    return store.open_dataset(folder)
