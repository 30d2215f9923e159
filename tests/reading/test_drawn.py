"""Blocks and pages as one text: what stands between them, and where each page begins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph_builder.reading.drawn import PAGE_END, join_blocks, join_pages, row

BLOCKS = st.lists(st.text(alphabet="ab \u00ad", min_size=1, max_size=6), max_size=4)


def test_blocks_have_a_blank_line_between_them_and_rows_have_none() -> None:
    assert join_blocks(["one", "", " ", row(["a", "b"]), row(["", ""]), row(["c | d", ""]), "two"]) == "one\n\n| a | b |\n| c / d |  |\n\ntwo\n"


@given(st.lists(BLOCKS, min_size=1, max_size=5))
def test_each_page_begins_with_its_own_words(pages: list[list[str]]) -> None:
    stream = [block for number, page in enumerate(pages) for block in ([PAGE_END] * bool(number) + page)]
    text, starts = join_pages(stream)
    assert len(starts) == len(pages)
    assert list(starts) == sorted(starts)
    for start, end, page in zip(starts, [*starts[1:], len(text)], pages, strict=True):
        assert text[start:end].strip() == join_blocks(page).strip()


def test_a_page_may_begin_within_a_paragraph() -> None:
    text, starts = join_pages(["one", f"two {PAGE_END}{PAGE_END}goes on", "three"])
    assert text == "one\n\ntwo goes on\n\nthree\n"
    assert [text[start:][:4] for start in starts] == ["one\n", "goes", "goes"]
