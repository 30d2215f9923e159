"""Text for a map: words from papers go in; wrapped labels of visible characters come out."""

from __future__ import annotations

import textwrap

from graph_builder.shown import link, visible

__all__ = ["label", "link", "visible"]


def label(text: str, *, width: int = 24, lines: int = 3) -> str:
    """A label for the picture: visible characters, wrapped at words, and cut with an ellipsis after `lines` lines."""
    parts = textwrap.wrap(" ".join(visible(text).split()), width, break_long_words=True)
    if len(parts) > lines:
        parts = [*parts[: lines - 1], textwrap.shorten(" ".join(parts[lines - 1 :]), width, placeholder="…") or "…"]
    return "\n".join(parts)
