"""Texts as parts of ids."""

from __future__ import annotations

import re
import unicodedata

# What reaches a person has no place in an id, which no mask can cover.
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}"
    r"|(?<![\w.,/£+-])(?:\+\d{1,3}[ \u00a0-]?(?:\(0\))?[ \u00a0-]?\d{2,5}|\(?0\d{2,4}\)?)[ \u00a0–-]{0,3}\d{3,4}[ \u00a0–-]?\d{3,4}(?!\w)"
)


def slug(text: str, *, most: int = 80) -> str:
    """A text as a part of an id: small letters and figures, hyphens between, at most `most` characters, cut at a word.

    Telephone numbers and e-mail addresses are left out.
    """
    text = _CONTACT.sub(" ", text)
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ").replace("'", "").replace("’", ""))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)).casefold())
    joined = ""
    for word in words:
        if joined and len(joined) + len(word) >= most:
            break
        joined = f"{joined}-{word}" if joined else word[:most]
    return joined or "x"
