"""Texts as parts of ids."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str, *, most: int = 80) -> str:
    """A text as a part of an id: small letters and figures, hyphens between, at most `most` characters, cut at a word."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ").replace("'", "").replace("’", ""))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)).casefold())
    joined = ""
    for word in words:
        if joined and len(joined) + len(word) >= most:
            break
        joined = f"{joined}-{word}" if joined else word[:most]
    return joined or "x"
