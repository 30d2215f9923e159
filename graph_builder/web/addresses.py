"""Ids in, addresses of pages out, and back."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, unquote, urlencode

from graph_builder.vocabulary import BASE, PREFIXES, compact

PLAIN: Final = "/:+,;=@!$&'()*~"
FORMS: Final = ("csv", "json", "ttl")
"""What may follow any page's address, after a dot."""


def path_of(curie: str) -> str:
    """The path of the page about a thing; empty where it is none of ours, so that nothing links to another host by itself.

    A span of a text leads to its place in the paper.
    """
    prefix, _, local = curie.partition(":")
    iri = PREFIXES[prefix] + local if prefix in PREFIXES else curie
    if iri.startswith(f"{BASE}id/text/"):
        text, _, place = iri.removeprefix(f"{BASE}id/").partition("#char=")
        return f"/doc/{quote(text, PLAIN)}" + (f"?at={quote(place)}#c{place.partition(',')[0]}" if place else "")
    if iri.startswith(f"{BASE}id/"):
        return f"/doc/{quote(iri.removeprefix(f'{BASE}id/'), PLAIN)}"
    if iri.startswith(f"{BASE}def/"):
        return f"/def/{quote(iri.removeprefix(f'{BASE}def/').replace('#', '/', 1), PLAIN)}"
    return ""


def id_of(path: str) -> str:
    """The CURIE of the thing whose page has this path below `/doc/`."""
    return f"id:{unquote(path)}"


def term_of(path: str) -> str:
    """The CURIE of the term whose page has this path below `/def/`."""
    path = unquote(path)
    return compact(BASE + "def/" + (path.replace("civ/", "civ#", 1) if path.startswith("civ/") else path))


def with_fields(path: str, fields: dict[str, str]) -> str:
    """A path with a query string of the fields that are not empty."""
    kept = {name: value for name, value in fields.items() if value}
    return f"{path}?{urlencode(kept)}" if kept else path


def split_form(path: str) -> tuple[str, str]:
    """A path without the form that it ends in, and the form; the form is empty where the path has none."""
    stem, dot, ending = path.rpartition(".")
    return (stem, ending) if dot and ending in FORMS and stem else (path, "")
