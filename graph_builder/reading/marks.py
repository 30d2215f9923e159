"""Marks and white space of a line of text: bullets become "- ", runs of white space one space, counters what the page prints."""

from __future__ import annotations

import re
from collections.abc import Iterable

BULLETS = (
    "\u00b7\u2022\u25aa\u25ab\u25cf\u25cb\u25e6\u2023\u2043\u2219\u25a0\u25a1\u25fc\u25fb\u25fe\u25fd\u25ba\u25b6\u27a2\u2713\u2714\u2756"
    "\uf02d\uf06c\uf06e\uf06f\uf071\uf076\uf0a0\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0f0\uf0fc\uf0fe"
)
"""Characters that stand before the items of a list, those of the Symbol and Wingdings fonts among them."""

_BULLET = re.compile(rf"(?:[{BULLETS}]\s*|[o\u00a7\u00fc][ \u00a0]{{2,}})(?=\S)")
_NUMBERED = re.compile(r"^(-|\(?[0-9a-zA-Z]{1,4}(?:\.\d+)*[.)]?)\t\s*")
_SPACES = re.compile(r"[^\S\n]+")
_ROMANS = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)


def bulleted(line: str) -> str:
    """The line with "- " in the place of a bullet at its start, if it has one."""
    mark = _BULLET.match(line)
    return f"- {line[mark.end() :]}" if mark else line


def tidy(text: str) -> str:
    """The text's lines without white space at their ends, with single spaces within, and with plain bullets; empty lines go."""
    lines = (_SPACES.sub(" ", bulleted(line.strip())).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def cell(paragraphs: Iterable[str]) -> str:
    """The paragraphs of a table's cell in one line: a semicolon between two, unless the first ends with a mark of its own."""
    text = ""
    for line in (line.strip() for paragraph in paragraphs for line in paragraph.split("\n")):
        if line:
            text += line if not text else f" {line}" if text[-1] in ".,;:-!?" else f"; {line}"
    return text


def counter(number: int, style: str) -> str:
    """A list's counter as printed: `1`, `a`, `A`, `i` or `I`."""
    if style in ("a", "A"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"
        return letter.upper() if style == "A" else letter
    if style in ("i", "I"):
        roman = _roman(number)
        return roman.upper() if style == "I" else roman
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMANS:
        while number >= value:
            text, number = text + letters, number - value
    return text


def lined(text: str) -> str:
    """The text's lines like `tidy`, but with a tab where one stands between words: in Word it parts columns."""
    lines = (_tabbed(bulleted(line.strip())) for line in text.replace("\u00a0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def _tabbed(line: str) -> str:
    line = _NUMBERED.sub(r"\1 ", line)
    return re.sub(r" ?\t[\t ]*", "\t", re.sub(r"[^\S\n\t]+", " ", line)).strip()
