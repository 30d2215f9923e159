"""Texts of a page: what is made visible, wrapped, or refused as a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.maps import text


@pytest.mark.parametrize(
    "raw, shown",
    [
        ("Cllr F M Oborski", "Cllr F M Oborski"),
        ("O\u2019Brien – Chair", "O\u2019Brien – Chair"),
        ("Zoë Łukasz", "Zoë Łukasz"),
        ("evil\u202egnp.exe", "evil⟦U+202E⟧gnp.exe"),
        ("\u2067Ali\u2069", "⟦U+2067⟧Ali⟦U+2069⟧"),
        ("nul\x00 bell\x07", "nul⟦U+0000⟧ bell⟦U+0007⟧"),
        ("safe\u00adguarding\u200b", "safeguarding"),
        ("line\u2028break", "line⟦U+2028⟧break"),
        ("half\ud800", "half⟦U+D800⟧"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_visible(raw: str, shown: str) -> None:
    assert text.visible(raw) == shown


@given(st.text())
def test_visible_text_is_stable_and_can_be_written(raw: str) -> None:
    assert text.visible(text.visible(raw)) == text.visible(raw)
    text.visible(raw).encode("utf-8")


def test_label_is_wrapped_and_cut() -> None:
    assert text.label("Children and Families Overview and Scrutiny Panel") == "Children and Families\nOverview and Scrutiny\nPanel"
    long = text.label("word " * 40)
    assert long.count("\n") == 2
    assert long.endswith("…")
    assert max(map(len, text.label("x" * 500).split("\n"))) <= 24


@pytest.mark.parametrize(
    "url, words, page, expected",
    [
        ("https://a.example/m.aspx?x=1", "", "", "https://a.example/m.aspx?x=1"),
        ("https://a.example/m.pdf", "any words", "12", "https://a.example/m.pdf#page=12"),
        ("https://a.example/m", "RESOLVED: That", "", "https://a.example/m#:~:text=RESOLVED%3A%20That"),
        ("https://a.example/m", "a-b", "", "https://a.example/m#:~:text=a%2Db"),
        ("https://a.example/m", " ".join("abcdefghijklmnop"), "", "https://a.example/m#:~:text=a%20b%20c%20d%20e%20f,k%20l%20m%20n%20o%20p"),
        ("https://a.example/m", "the name […] here", "", "https://a.example/m"),
        ("https://a.example/m#there", "words", "", "https://a.example/m#there"),
        ("javascript:alert(1)", "", "", ""),
        ("JaVaScRiPt://a.example/%0aalert(1)", "", "", ""),
        ("data:text/html,<script>alert(1)</script>", "", "", ""),
        ("file:///etc/passwd", "", "", ""),
        ("//a.example/x", "", "", ""),
        ("https:///nowhere", "", "", ""),
        ("https://a.example/\nx", "", "", ""),
        ("http://[", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_link(url: str, words: str, page: str, expected: str) -> None:
    assert text.link(url, words, page) == expected
