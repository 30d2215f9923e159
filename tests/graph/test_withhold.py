"""What is not published: private persons, suppressed names, telephone numbers, addresses; and what of the rest stays whole."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder import graph
from graph_builder.graph.contacts import contacts, home_after, homes, private_places
from graph_builder.graph.named_homes import bereaved_homes, home_behind
from graph_builder.masks import MASK, published_quote
from graph_builder.model import Document, Literal, Span, Statement
from tests import corpus
from tests.corpus import Sayer, document, text


@pytest.mark.parametrize(
    "line, hidden",
    [
        ("Tel: 01632 960147.", "01632 960147"),
        ("ring (01632) 960147 now", "(01632) 960147"),
        ("020 7946 0958", "020 7946 0958"),
        ("mobile 07700 900123", "07700 900123"),
        ("07700 900 123", "07700 900 123"),
        ("+44 (0)20 7946 0958", "+44 (0)20 7946 0958"),
        ("+441632960147", "+441632960147"),
        ("write to j.o'neill@example.gov.uk.", "neill@example.gov.uk"),
        ("clerk@ashford.example", "clerk@ashford.example"),
        ("£01632 960147", None),
        ("minute 0123456", None),
        ("23/01187/FUL and 2017/18", None),
        ("on 05/03/2018 at 10.00", None),
        ("0 12 3 456 78", None),
        ("ISBN 978-0-1234", None),
        ("a total of 10,500,000 and 0.123456 789012", None),
    ],
)
def test_numbers_and_addresses_to_reach_people(line: str, hidden: str | None) -> None:
    assert [line[slice(*place)] for place in contacts(line)] == ([hidden] if hidden else [])


@pytest.mark.parametrize(
    "lines, hidden",
    [
        ("lives at 12 Elm Close, Ashford, WR1 2AB now", "12 Elm Close, Ashford, WR1 2AB"),
        ("Flat 3, 12 Old Mill Road,\nAshford WR1 2AB", "Flat 3, 12 Old Mill Road,\nAshford WR1 2AB"),
        ("County Hall, 3 Spetchley Road, Ashford WR5 2NP", None),
        ("Council Offices\n12 Elm Close, Ashford WR1 2AB", None),
        ("The Lodge, Sheep Street, Ashford HM4 7QT", None),
        ("12 Elm Close was discussed", None),
        ("item 12 WR1 2AB", None),
    ],
)
def test_homes(lines: str, hidden: str | None) -> None:
    assert [lines[slice(*place)] for place in homes(lines)] == ([hidden] if hidden else [])


@pytest.mark.parametrize(
    "lines, hidden",
    [
        ("Mark Tolley, Low Fell Barn, High Barrow, Ashmouth. CA13 9ZZ", "Low Fell Barn, High Barrow, Ashmouth. CA13 9ZZ"),
        ("[…], Birchwood, Larming, Kilbrae, Inverash, IV18 0ZZ objects", "Birchwood, Larming, Kilbrae, Inverash, IV18 0ZZ"),
        ("Application by Mrs E Tolley of Church Cottage,\nChurch Lane, Ashmouth CA13 9ZZ.", "Church Cottage,\nChurch Lane, Ashmouth CA13 9ZZ"),
        ("The applicant's address is The Old School, Larming, IV18 0ZZ.", "The Old School, Larming, IV18 0ZZ"),
        ("Mr Tolley (objector) wrote from his farm, Rose Cottage, Larming, IV18 0ZZ", "Rose Cottage, Larming, IV18 0ZZ"),
        ("Miss Anne Tolley, Hazel House, Ballyash, Co. Kerry, V93 X2YW", "Hazel House, Ballyash, Co. Kerry, V93 X2YW"),
        ("Mr J  Tolley of  Birchwood, Larming, IV18 0ZZ", "Birchwood, Larming, IV18 0ZZ"),
        ("Mr Tolley spoke. Birchwood, Larming, IV18 0ZZ, is for sale", None),
        ("After the meeting on 3 May with Mrs Tolley, 12 Elm Close, Ashford WR1 2ZZ", "12 Elm Close, Ashford WR1 2ZZ"),
        ("A meeting in Ashford. 12 Elm Close, Ashford WR1 2ZZ", "12 Elm Close, Ashford WR1 2ZZ"),
        ("Messrs Tolley, Ty Coch, Llanash, LL61 5ZZ", "Ty Coch, Llanash, LL61 5ZZ"),
        ("Venue: Village Rooms, 12 Elm Close, Ashford WR1 2ZZ", None),
        ("Venue: Council Chamber, Town Hall, Ashfield, SK10 1ZZ", None),
        ("Venue: Chamber & Ante Room, 3 Gilman Street, Ashwen, SA31 1ZZ", None),
        ("The meeting chaired by Mrs Tolley was held in The Lodge, 3 Gilman Street, Ashwen, SA31 1ZZ", None),
        ("Mrs Tolley welcomed all to the meeting held at Birchwood, Larming, IV18 0ZZ", None),
        ("Contact: Anne Tolley, Democratic Services, Rowan House, Ashfield, SK10 1ZZ", None),
        ("Victoria Hall, Ashfield, SK10 1ZZ", None),
        ("Wind farm at Birchwood, Larming, IV18 0ZZ", None),
    ],
)
def test_homes_without_a_number(lines: str, hidden: str | None) -> None:
    assert [lines[slice(*place)] for place in private_places(lines)] == ([hidden] if hidden else [])


def test_a_home_without_a_number_behind_a_name_that_is_known_to_be_private() -> None:
    line = "Wysteria Quill, Birchwood, Larming, IV18 0ZZ"
    assert [line[slice(*place)] for place in home_after(line, len("Wysteria Quill"))] == ["Birchwood, Larming, IV18 0ZZ"]
    line = "Wysteria Quill asked. Birchwood, Larming, IV18 0ZZ"
    assert not list(home_after(line, len("Wysteria Quill")))


@pytest.mark.parametrize(
    "line, hidden",
    [
        ("Sympathy: Ann Quill & Family, Harbour Road, Larming, on the death of her mother.", ["Harbour Road, Larming"]),
        ("Ann Quill, 7 Tolcarne, Lannow, Mill Road, Larming, on the death of her partner.", ["7 Tolcarne, Lannow, Mill Road, Larming"]),
        ("The Quill Family, Elm Park, Larming, on the sad loss of their father.", ["Elm Park, Larming"]),
        ("Members sent sympathy to Ann Quill, Head of Finance, on the death of her mother.", []),
        ("Sympathy went to Ann Quill, Larming Parish Council, on the recent passing of Mr Roe.", []),
        ("The Leader, Councillor Hay, and the Mayor, Councillor Low, spoke on the death of Her Majesty.", []),
    ],
)
def test_homes_of_the_bereaved(line: str, hidden: list[str]) -> None:
    assert [line[slice(*place)] for place in bereaved_homes(line)] == hidden
    assert set(hidden) <= {line[slice(*place)] for place in private_places(line)}


@pytest.mark.parametrize(
    "line, hidden",
    [
        ("Ann Quill & Family, Harbour Road, Larming, wrote.", "Harbour Road, Larming"),
        ("Ann Quill, 7 Tolcarne, Lannow, Mill Road, Larming, wrote.", "7 Tolcarne, Lannow, Mill Road, Larming"),
        ("Ann Quill, Mill Lane, Tom Roe, Back Lane, wrote.", "Mill Lane"),
        ("Ann Quill, 12 March, The Hall", None),
        ("Ann Quill, Head of Finance, Larming", None),
        ("Ann Quill and family, Larming Parish Council, wrote.", None),
    ],
)
def test_the_home_behind_a_private_name_has_its_town(line: str, hidden: str | None) -> None:
    place = home_behind(line, len("Ann Quill"))
    assert (line[slice(*place)] if place else None) == hidden


@pytest.mark.parametrize("unit", ["on the death of ", "Alpha, on the loss of ", "IV18 0ZZ ", "Anne Tolley, ", "Alpha, IV18 0ZZ, ", "A ", "Alpha of ", "meeting ", "his address ", ". ", "\n "])
def test_homes_take_time_in_proportion(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        list(private_places(unit * (size // len(unit))))
        return time.process_time() - start

    assert seconds(20_000) < max(0.1, 8 * seconds(5_000))


PAPER = """Present: Cllr Jane Smith, Mr Tom Walker (parent), of 12 Elm Close. Agreed: Tom  Walker to write to the Tom Walker Trust.
Mr John Brown's complaint. Cllr Walker left. TOM WALKER spoke.
"""


def _statements() -> tuple[Document, list[Statement]]:
    paper = document("paper.txt", PAPER)
    say = Sayer(paper)
    say.node("id:person/a/smith-j", "foaf:Person", "Jane Smith", foaf_name=text("Jane Smith"))
    say.node("id:person/a/walker", "foaf:Person", "Cllr Walker", foaf_name=text("Cllr Walker"))
    say.node("id:person/a/walker-t", "civ:PrivatePerson", "Tom Walker", foaf_name=text("Tom Walker"))
    say.node("id:body/a/tom-walker-trust", "org:Organization", "Tom Walker Trust", skos_prefLabel=text("Tom Walker Trust"))
    agreed = "Agreed: Tom  Walker to write to the Tom Walker Trust."
    say.node("id:decision/a/1", "civ:Decision", agreed, civ_text=text("Tom Walker to write to the Tom Walker Trust"), civ_proposedBy="id:person/a/walker-t")
    say.node("id:attendance/a/walker-t", "civ:Attendance", "Mr Tom Walker (parent)", civ_attendee="id:person/a/walker-t", civ_ofPost="id:post/a/parent")
    say.node("id:item/a/complaint-of-tom-walker", "civ:AgendaItem", "Mr John Brown's complaint", dcterms_title=text("Mr John Brown’s complaint"))
    return paper, say.statements


def quotes(withheld: graph.Withheld, paper: Document) -> str:
    return published_quote(paper, Span(paper.id, 0, len(paper.text)), withheld.masks)


def test_a_private_person_is_masked_and_a_public_name_is_whole() -> None:
    paper, statements = _statements()
    printed = quotes(graph.withhold(statements, [paper]), paper)
    assert printed.startswith("Present: Cllr Jane Smith, Mr […] (parent), of […]. Agreed: […] to write to the Tom Walker Trust.")
    assert printed.endswith("Cllr Walker left. […] spoke.\n")


def test_what_is_about_a_private_person_is_dropped_and_what_only_names_one_is_kept() -> None:
    paper, statements = _statements()
    withheld = graph.withhold(statements, [paper])
    assert withheld.ids == ("id:attendance/a/walker-t", "id:person/a/walker-t")
    left = {(statement.subject, statement.predicate): statement.object for statement in withheld.statements}
    assert not {subject for subject, _ in left} & set(withheld.ids)
    assert ("id:decision/a/1", "civ:proposedBy") not in left
    assert left["id:decision/a/1", "civ:text"] == Literal("[…] to write to the Tom Walker Trust")
    assert left["id:body/a/tom-walker-trust", "skos:prefLabel"] == Literal("Tom Walker Trust")


def test_an_id_does_not_give_a_name_away() -> None:
    paper, statements = _statements()
    withheld = graph.withhold(statements, [paper])
    [item] = {statement.subject for statement in withheld.statements if statement.subject.startswith("id:item/")}
    assert "walker" not in item
    assert item.startswith("id:item/a/withheld-")


@pytest.mark.parametrize("suppressed", ["John Brown", "john brown"])
def test_a_suppressed_name_goes_wherever_it_stands(suppressed: str) -> None:
    paper, statements = _statements()
    withheld = graph.withhold(statements, [paper], suppressed=[suppressed])
    assert "Brown" not in quotes(withheld, paper)
    assert not [statement for statement in withheld.statements if "Brown" in str(statement.object)]


@pytest.mark.parametrize("suppressed", ["id:person/a/smith-j", "Jane Smith"])
def test_a_suppressed_person_goes(suppressed: str) -> None:
    paper, statements = _statements()
    withheld = graph.withhold(statements, [paper], suppressed=[suppressed])
    assert "id:person/a/smith-j" in withheld.ids
    assert "Smith" not in quotes(withheld, paper)


def test_nothing_private_is_left_in_the_graph() -> None:
    written = repr(corpus.built())
    for secret in ("Walker", "walker", "Elm Close", "960147"):
        assert secret not in written
    assert "ring […] on […]" in written


def test_offsets_are_those_of_the_text_as_received() -> None:
    quoted = next(triple for triple in corpus.built().evidence if triple.object == Literal("His number is […]."))
    start, end = map(int, quoted.subject.partition("#char=")[2].split(","))
    assert corpus.MINUTES[start:end] == "His number is 01632 960147."


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_quote_is_the_words_but_where_a_mask_lies(words: str, data: st.DataObject) -> None:
    paper = document("x", words)
    offsets = st.integers(0, len(words))
    start, end, low, high = data.draw(st.tuples(offsets, offsets, offsets, offsets))
    span, mask = Span(paper.id, *sorted((start, end))), Span(paper.id, *sorted((low, high)))
    assert published_quote(paper, span, {}) == paper.quote(span)
    printed = published_quote(paper, span, {paper.id: (mask,)})
    kept = [character for at, character in enumerate(words) if span.start <= at < span.end and not mask.start <= at < mask.end]
    assert "".join(kept) == printed.replace(MASK, "", 1) if len(kept) < span.end - span.start else printed == paper.quote(span)
