"""Councils of the list have the code of their area, with the list as its source; others have none."""

from __future__ import annotations

from graph_builder.graph import located
from graph_builder.model import Basis, Id, Literal, Statement


def named(council: Id, *names: str) -> list[Statement]:
    type_ = Statement(council, "rdf:type", "m8g:PublicOrganisation", (), "r", Basis.STATED)
    return [type_, *(Statement(council, "skos:altLabel", Literal(name), (), "r", Basis.STATED) for name in names)]


def codes(*said: Statement) -> dict[Id, str]:
    return {one.subject: one.object.value for one in located(said) if one.predicate == "org:identifier" and isinstance(one.object, Literal)}


def test_a_council_has_its_code_and_its_area() -> None:
    said = located(named("id:council/barnet", "Barnet Council", "LBB"))[3:]
    assert [(one.predicate, one.object, one.basis) for one in said] == [
        ("org:identifier", Literal("E09000003"), Basis.SUPPLIED),
        ("dcterms:spatial", "gss:E09000003", Basis.SUPPLIED),
    ]


def test_two_councils_under_one_id_have_no_code() -> None:
    assert codes(*named("id:council/dorset", "Dorset Council", "Dorset County Council")) == {}


def test_what_the_list_does_not_have_and_what_is_no_council_has_none() -> None:
    assert codes(*named("id:council/wyvern", "Wyvern District Council"), Statement("id:person/x", "skos:altLabel", Literal("Kent County Council"), (), "r", Basis.STATED)) == {}
