"""Words of papers for a page: text goes in; text without invisible characters, and links that lead only to the web, come out."""

from __future__ import annotations

import unicodedata
from typing import Final
from urllib.parse import quote, urlsplit

DROPPED: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # no width and no effect on order: nobody misses them
SHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})  # bidi marks among them: they can make a name read as another
KEPT: Final = frozenset("\n\t")
SCHEMES: Final = frozenset({"http", "https"})
FRAGMENT_WORDS: Final = 6


def visible(text: str) -> str:
    """The text with each control character spelt out, such as `⟦U+202E⟧`, and soft hyphens and the like dropped."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in KEPT or unicodedata.category(char) not in SHOWN:
        return char
    return "" if char in DROPPED else f"⟦U+{ord(char):04X}⟧"


def link(url: str, words: str = "", page: str = "") -> str:
    """The address of a source, pointing at its page or at the quoted words; empty unless it is http or https with a host.

    The text fragment follows https://wicg.github.io/scroll-to-text-fragment/: browsers without it open the page's top.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in SCHEMES or not host or any(char.isspace() or not char.isprintable() for char in url.strip()):
        return ""
    if parts.fragment:
        return url.strip()
    if page.isdecimal():
        return f"{url.strip()}#page={page}"
    return url.strip() + _text_fragment(words)


def _text_fragment(words: str) -> str:
    tokens = words.split()
    if not tokens or "[…]" in words:
        return ""
    if len(tokens) <= 2 * FRAGMENT_WORDS:
        return "#:~:text=" + _escaped(tokens)
    return f"#:~:text={_escaped(tokens[:FRAGMENT_WORDS])},{_escaped(tokens[-FRAGMENT_WORDS:])}"


def _escaped(tokens: list[str]) -> str:
    return quote(" ".join(tokens).encode("utf-8", "replace"), safe="").replace("-", "%2D")
