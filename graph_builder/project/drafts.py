"""What a paper says of itself goes in, the entry that a list of sources needs for it comes out, with blanks where a person must fill in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml

from graph_builder import lexicon, state

_NEEDED: Final = ("council", "body", "date")


def draft(path: Path, found: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """The names of the papers for which entries were written below those of a list of sources: those that it does not name yet.

    `found` says for each file name what the paper says of itself, by the keys of the list. What it says stands in a comment, because the
    paper's own word comes first; what nobody says stands as a blank to be filled in.
    """
    known = lexicon.sources(path)
    fresh = {name: said for name, said in found.items() if name not in known}
    if fresh:
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        gap = "" if not before or before.endswith("\n") else "\n"
        state.write(path, (before + gap + "".join(_entry(name, said) for name, said in sorted(fresh.items()))).encode())
    return tuple(sorted(fresh))


def _entry(name: str, said: Mapping[str, str]) -> str:
    told = ", ".join(f"{key} {said[key]}" for key in ("council", "code", "body", "date", "kind") if said.get(key))
    lines = [f"\n- file: {_quoted(name)}", f"  # the paper says: {told}" if told else "  # the paper says neither council, body nor date"]
    lines += [f"  {key}:  # fill in: the paper does not say it" for key in _NEEDED if not said.get(key)]
    return "\n".join([*lines, "  url:  # where the council publishes it", "  licence:", ""])


def _quoted(name: str) -> str:
    """A file name as YAML writes it: in quotes where it would be something else than a text."""
    return str(yaml.safe_dump(name, allow_unicode=True, width=1000)).removesuffix("\n").removesuffix("\n...").strip()
