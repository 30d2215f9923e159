"""A Word file's numbering goes in; the number or bullet that it prints before each paragraph comes out."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from graph_builder.reading.marks import counter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_MOST = 9


class Level(NamedTuple):
    """One level of a list: its first number, its style of counting and its printed form, as in `%1.%2)`."""

    start: int
    style: str
    form: str
    legal: bool


class Numbering:
    """The lists of one Word file, with where each stands."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def mark(self, number: str, level: int) -> str:
        """What is printed before the next paragraph of list `number` at a level: "1. ", "a) ", "- ", or nothing."""
        if number not in self._lists or not 0 <= level < _MOST:
            return ""
        abstract, overrides = self._lists[number]
        levels = {**self._abstract.get(abstract, {}), **overrides}
        if level not in levels:
            return ""
        self._count(number, level, levels)
        mine = levels[level]
        if mine.style == "bullet":
            return "  " * level + "- "
        if mine.style == "none":
            return ""
        printed = re.sub(r"%([1-9])", lambda part: self._part(number, int(part[1]) - 1, levels, legal=mine.legal), mine.form).strip()
        return f"{printed} " if printed else ""

    def _count(self, number: str, level: int, levels: dict[int, Level]) -> None:
        abstract, overrides = self._lists[number]
        counts = self._counts.setdefault(abstract, [None] * _MOST)
        if level in overrides and (number, level) not in self._begun:
            counts[level] = None
        self._begun.add((number, level))
        current = counts[level]
        counts[level] = levels[level].start if current is None else current + 1
        counts[level + 1 :] = [None] * (_MOST - level - 1)

    def _part(self, number: str, level: int, levels: dict[int, Level], *, legal: bool) -> str:
        if level not in levels:
            return ""
        count = self._counts[self._lists[number][0]][level]
        value = levels[level].start if count is None else count
        return counter(value, "1" if legal else _STYLES.get(levels[level].style, "1"))

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iterfind(f"{W}abstractNum"):
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = _levels(abstract.findall(f"{W}lvl"))
        for one in root.iterfind(f"{W}num"):
            target = value(one.find(f"{W}abstractNumId"))
            base = self._abstract.get(target, {})
            overrides = dict(_override(each, base) for each in one.iterfind(f"{W}lvlOverride"))
            self._lists[one.get(f"{W}numId", "")] = (target, {key: level for key, level in overrides.items() if level is not None})


def value(node: etree._Element | None, default: str = "") -> str:
    """The `w:val` of an element."""
    return default if node is None else node.get(f"{W}val", default)


def _levels(nodes: list[etree._Element]) -> dict[int, Level]:
    return {_integer(node.get(f"{W}ilvl", "0")): _level(node) for node in nodes}


def _level(node: etree._Element) -> Level:
    start = _integer(value(node.find(f"{W}start"), "0"))
    style = value(node.find(f"{W}numFmt"), "decimal")
    return Level(start, style, value(node.find(f"{W}lvlText")), node.find(f"{W}isLgl") is not None)


def _override(node: etree._Element, base: dict[int, Level]) -> tuple[int, Level | None]:
    level = _integer(node.get(f"{W}ilvl", "0"))
    if (own := node.find(f"{W}lvl")) is not None:
        return level, _level(own)
    start = node.find(f"{W}startOverride")
    if start is None or level not in base:
        return level, None
    return level, base[level]._replace(start=_integer(value(start, "1")))


def _integer(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else 0
