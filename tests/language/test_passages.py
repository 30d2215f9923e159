"""Clean words, and the way back from each of them to the document."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.language.passages import join, lines
from graph_builder.language.sentences import split
from graph_builder.model import Document

PIECES = st.sampled_from(
    [
        *("Cllr Smith", "the report", "**", "_", "| ", "\t", "  ", "    ", "\n", "\n\n", "- ", "• ", "# ", "<br>", "<p class='x'>", "&nbsp;"),
        *("\u00a0", "\u200b", "\u2019s", "RESOLVED:", "\\*", "12.", "Pryce-", "é"),
    ]
)


def document(text: str) -> Document:
    return Document("paper.txt", text, "f", sha256(text.encode()).hexdigest())


def words(text: str) -> str:
    """What letters and figures a stretch of a document holds; marks and white space are left out."""
    return "".join(character for character in text if character.isalnum())


@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_span_slices_to_its_clean_words(text: str) -> None:
    paper = document(text)
    for line in lines(paper):
        assert line.text == " ".join(line.text.split())
        for position, character in enumerate(line.text):
            if character.isalnum():
                assert text[line.passage.offset(position)] == character
        for cell in (line.passage, *line.cells, *line.columns):
            if cell.text:
                assert words(paper.quote(cell.span()).replace("nbsp", "").replace("br", "").replace("p class='x'", "")).endswith(words(cell.text)[-3:])


@given(st.lists(PIECES, min_size=1, max_size=40).map("".join), st.data())
def test_a_cut_is_the_same_words_at_the_same_place(text: str, data: st.DataObject) -> None:
    for line in lines(document(text)):
        start = data.draw(st.integers(0, len(line.text)))
        end = data.draw(st.integers(start, len(line.text)))
        cut = line.passage.cut(start, end)
        assert cut.text == line.text[start:end].strip(" ")
        assert cut.span() == line.passage.span(start, end) or not cut.text


@given(st.lists(PIECES, max_size=40).map("".join))
def test_lines_joined_keep_their_places(text: str) -> None:
    found = lines(document(text))
    joined = join([line.passage for line in found])
    for position, character in enumerate(joined.text):
        if character.isalnum():
            assert text[joined.offset(position)] == character


@pytest.mark.parametrize(
    "raw,clean",
    [
        ("**Present:** Cllr A Hay", "Present: Cllr A Hay"),
        ("# Agenda", "Agenda"),
        ("- a bullet", "a bullet"),
        ("\u2022a bullet", "a bullet"),
        ("wide   words", "wide words"),
        ("a <b>bold</b> word", "a bold word"),
        ("it\u2019s", "it's"),
        ("snake_case stays", "snake_case stays"),
        ("__bold__", "bold"),
        ("1\\. Title", "1. Title"),
        ("\u00a0\u00a0Title\u00a0", "Title"),
        ("| a | b |", "a b"),
    ],
)
def test_marks_are_taken_out(raw: str, clean: str) -> None:
    assert [line.text for line in lines(document(raw))] == [clean]


def test_blank_lines_cells_and_columns_are_remembered() -> None:
    first, second, third, fourth = lines(document("Title\n\n| a | | c |\nleft     right\nTom\tChair\n"))
    assert (first.gap, second.gap, third.gap) == (True, True, False)
    assert [cell.text for cell in second.cells] == ["a", "", "c"]
    assert [column.text for column in third.columns] == ["left", "right"]
    assert [cell.text for cell in fourth.cells] == ["Tom", "Chair"]


@pytest.mark.parametrize(
    "left,right,joined",
    [
        ("Mr Pryce-", "Jones said", "Mr Pryce-Jones said"),
        ("the follow-", "up", "the follow-up"),
        ("a -", "b", "a - b"),
        ("pages 3-", "5", "pages 3- 5"),
        ("one", "two", "one two"),
    ],
)
def test_a_word_broken_at_a_hyphen_is_one(left: str, right: str, joined: str) -> None:
    assert join([line.passage for line in lines(document(f"{left}\n{right}"))]).text == joined


@pytest.mark.parametrize(
    "text,sentences",
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        ("Mr. Smith spoke. Cllr. Lee left.", ["Mr. Smith spoke.", "Cllr. Lee left."]),
        ("J. A. Smith spoke.", ["J. A. Smith spoke."]),
        ("See No. 5 and para. B. Done.", ["See No. 5 and para. B. Done."]),
        ("See No. 5 and para. 3. Done.", ["See No. 5 and para. 3.", "Done."]),
        ("(a) one; (b) two", ["(a) one;", "(b) two"]),
        ("Was it? It was!", ["Was it?", "It was!"]),
        ("Agreed with Cllr A. RESOLVED: That it be so.", ["Agreed with Cllr A.", "RESOLVED: That it be so."]),
        ("", []),
        ("no end", ["no end"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split(text)] == sentences
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in split(text))
