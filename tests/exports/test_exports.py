"""What is written can be read back as the same graph, by two readers, whatever the literals hold; and is the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from graph_builder import exports, ntriples
from graph_builder.errors import BadData
from graph_builder.model import Graph, Literal, Triple
from tests import corpus

SPIKY = '"|"""|\\|\\n|\n|\r\n|\t|\0|\x0c|\x1f|\x7f|\x85|\u2028|\u2029|\ufffe|\u202e|é’…|🏛|<>|^^|@en'.split("|")
words = st.sampled_from(SPIKY) | st.text(st.characters(codec="utf-8"))
literals = words.map(Literal) | words.map(lambda value: Literal(value, "rdf:langString", "en"))
ids = st.sampled_from(["id:body/a", "id:text/0f#char=1,2", "civ:Meeting", "topic:send", "rdf:type", "id:x-1.", "id:", "id:é", "id:a/b'c(d)", "org:member"])
triples = st.builds(Triple, ids, st.sampled_from(["rdf:type", "civ:text", "id:p/q"]), ids | literals)


def oxigraph(text: str, form: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text.encode(), format=form)}


@settings(max_examples=150, deadline=None)
@given(st.lists(triples, max_size=8))
def test_both_readers_read_back_the_same_graph(content: list[Triple]) -> None:
    lines, turtle = "".join(ntriples.lines(content)), "".join(exports.turtle(content))
    assert len(lines.splitlines()) == len(lines.split("\n")) - 1
    expected = {
        ox.Triple(ox.NamedNode(ntriples.iri(s)), ox.NamedNode(ntriples.iri(p)), term(o)) for s, p, o in content
    }
    assert oxigraph(lines, ox.RdfFormat.N_TRIPLES) == oxigraph(turtle, ox.RdfFormat.TURTLE) == expected
    graphs = [rdflib.Graph().parse(data=lines, format="nt"), rdflib.Graph().parse(data=turtle, format="turtle")]
    assert isomorphic(*graphs)
    assert {str(value) for _, _, value in graphs[0]} == {triple.object.value for triple in expected}  # type: ignore[union-attr]


def term(value: str | Literal) -> ox.NamedNode | ox.Literal:
    if not isinstance(value, Literal):
        return ox.NamedNode(ntriples.iri(value))
    return ox.Literal(value.value, language=value.language) if value.language else ox.Literal(value.value)


@pytest.mark.parametrize("value", ["id:a b", "id:a<b", "id:a{b}", 'id:a"b', "id:a\nb", "id:a\\b", "id:a|b^c`d", "id:\x85", "doc:1/x", "x:y", "nothing"])
def test_an_illegal_id_is_refused(value: str) -> None:
    for triple in (Triple(value, "rdf:type", "civ:Meeting"), Triple("id:a", "rdf:type", value), Triple("id:a", value, Literal("x"))):
        with pytest.raises(BadData):
            ntriples.line(triple)
        with pytest.raises(BadData):
            list(exports.turtle([triple]))


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(BadData, match="surrogate"):
        ntriples.line(Triple("id:a", "civ:text", Literal("\ud83d")))


def test_the_files_are_the_same_for_the_same_graph_in_any_order(tmp_path: Path) -> None:
    content = corpus.built()
    backwards = Graph(content.facts[::-1], (*content.evidence[::-1], content.evidence[0]))
    for name, given_graph in (("a", content), ("b", backwards)):
        (tmp_path / name).mkdir()
        written = exports.write(given_graph, tmp_path / name)
    assert sorted(path.name for path in written) == ["dataset.nt", "evidence.ttl", "graph.ttl"]
    for path in written:
        assert path.read_bytes() == (tmp_path / "a" / path.name).read_bytes()
        assert b"\r" not in path.read_bytes()
    lines = (tmp_path / "a" / "dataset.nt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)


def test_both_turtle_files_together_are_the_dataset(tmp_path: Path) -> None:
    exports.write(corpus.built(), tmp_path)
    together = rdflib.Graph().parse(tmp_path / "graph.ttl").parse(tmp_path / "evidence.ttl")
    assert isomorphic(together, rdflib.Graph().parse(tmp_path / "dataset.nt", format="nt"))
    assert len(together) == len(corpus.built().facts) + len(corpus.built().evidence)
    assert not [node for triple in together for node in triple if isinstance(node, rdflib.BNode) or "file:" in str(node)]
