"""Welsh is recognised and kept from the readers of English: a drawn text goes in, the same without its Welsh paragraphs comes out."""

from __future__ import annotations

import re

from graph_builder.errors import UnreadableDocument
from graph_builder.reading.drawn import Drawn

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*\n*")
_WORD = re.compile(r"[A-Za-z\u00c0-\u017f]+(?:['\u2019][A-Za-z]+)?")
_PLAIN = frozenset(
    """yn yr y ac a'r i'r o'r gan gyda wedi bod oedd roedd mae sydd nad nid ei eu hyn hwn hon y'r ni fod ddim bydd byddai cael gael gwneud rhai dros
    trwy drwy fel neu ond pan lle oddi wrth ym mewn heb hynny yw'r a'u i'w ein eich unrhyw holl pob cyngor cymru""".split()
)
_OWN = frozenset(
    """cyfarfod gyfarfod cofnodion gofnodion cynghorydd cynghorwyr pwyllgor bwyllgor aelodau ymddiheuriadau datgan datganiadau buddiannau cadeirydd
    gadeirydd adroddiad penderfynwyd eitem gymunedol sirol presennol dyddiad lleoliad cytunwyd derbyniwyd nodwyd absenoldeb llywodraeth plant
    gwasanaethau diddordeb ddiddordeb personol rhaglen agenda'r cynhaliwyd gynhaliwyd cafwyd swyddogion amser croeso materion""".split()
)
_SHARE = 0.25
"""The share of plain and own words that makes a paragraph Welsh: running Welsh has 40 in 100, English hardly one."""
_LONG = 8
_ENOUGH = 2_000
_ALL = 0.75


def without_welsh(drawn: Drawn) -> Drawn:
    """The drawn text without paragraphs in Welsh, with a warning that counts them.

    Raises UnreadableDocument (reason `welsh`) where most of the paper is in Welsh.
    """
    welsh = [block for block in _BLOCK.finditer(drawn.text) if _is_welsh(block[0][:_ENOUGH])]
    if not any(_length(block[0]) >= _LONG for block in welsh):
        return drawn
    if sum(_length(block[0]) for block in welsh) > _ALL * _length(drawn.text):
        raise UnreadableDocument("this paper is in Welsh, which is not read; give its English version", reason="welsh")
    warning = f"bilingual paper: {len(welsh)} paragraphs in Welsh left out"
    return _cut(drawn, welsh)._replace(warnings=(*drawn.warnings, warning))


def _length(text: str) -> int:
    """The number of words in a text."""
    return sum(1 for _ in _WORD.finditer(text))


def _is_welsh(block: str) -> bool:
    words = [word.replace("\u2019", "'") for word in _WORD.findall(block.casefold())]
    own, plain = sum(word in _OWN for word in words), sum(word in _PLAIN for word in words)
    if len(words) < _LONG:
        return own > 0 and (own + plain) * 2 >= len(words)
    return own + plain >= _SHARE * len(words) and len({*words} & (_PLAIN | _OWN)) > 2


def _cut(drawn: Drawn, welsh: list[re.Match[str]]) -> Drawn:
    """The text without these blocks; a page begins where what is left of it does."""
    parts, position = [], 0
    for block in welsh:
        parts.append(drawn.text[position : block.start()])
        position = block.end()
    parts.append(drawn.text[position:])
    text = "".join(parts).rstrip("\n") + "\n"

    def moved(offset: int) -> int:
        return min(len(text), offset - sum(max(0, min(offset, block.end()) - block.start()) for block in welsh))

    anchors = tuple((moved(start), name) for start, name in drawn.anchors)
    boxes = (box._replace(start=moved(box.start), end=moved(box.end)) for box in drawn.boxes)
    kept = tuple(box for box in boxes if box.start < box.end)
    return drawn._replace(text=text, pages=tuple(map(moved, drawn.pages)), anchors=anchors, boxes=kept)
