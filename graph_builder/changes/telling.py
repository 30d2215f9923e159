"""Changes in, text out: a table for the terminal, Markdown for the notes of a release, a page, or an Atom feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Final

from graph_builder.changes.change import Change
from graph_builder.changes.compare import Changes
from graph_builder.vocabulary import BASE, PREFIXES, expand

_MARKS: Final = {"added": "+", "lost": "-", "changed": "~", "merged": "=", "split": "÷"}
_EPOCH: Final = "1970-01-01"
_STYLE: Final = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #c8c8c8}"
    "q{font-style:italic}@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}th,td{border-color:#444}}"
)


def tell(changes: Changes, *, form: str, title: str = "What changed") -> str:
    """The changes as `table`, `md`, `html` or `atom` (RFC 4287); every text is escaped, so that none can do anything but be read.

    The feed's times are the days of the meetings that the changes are about, because the data know no other.
    """
    return FORMS[form](changes, title)


def _summary(changes: Changes) -> str:
    told = ", ".join(f"{count} {what}" for what, count in changes.counts().items() if count)
    return f"{told or 'nothing changed'} (build {changes.old or 'unnamed'} to {changes.new or 'unnamed'})"


def _what(change: Change) -> str:
    return " → ".join(filter(None, (change.before, change.after)))


def _table(changes: Changes, title: str) -> str:
    lines = [f"{title}: {_summary(changes)}"]
    for change in changes.changes:
        place = " ".join(filter(None, (change.date, change.document)))
        lines.append(f"{_MARKS[change.what]} {change.view}  {place}  {_what(change)}")
        lines += [f"      “{change.quote}”"] if change.quote else []
    return "\n".join(lines) + "\n"


def _markdown(changes: Changes, title: str) -> str:
    lines = [f"## {_plain(title)}", "", f"{_summary(changes)}.", ""]
    lines += ["| what | view | date | paper | before | after | quote |", "|---|---|---|---|---|---|---|"] if changes.changes else []
    for change in changes.changes:
        cells = (change.what, change.view, change.date, change.document, change.before, change.after, f"“{change.quote}”" if change.quote else "")
        lines.append("| " + " | ".join(map(_plain, cells)) + " |")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return escape(text, quote=False).translate({ord(mark): f"\\{mark}" for mark in "\\`*_[]|#"})


def _page(changes: Changes, title: str) -> str:
    rows = "".join(map(_row, changes.changes))
    head = "".join(f'<th scope="col">{name}</th>' for name in ("What", "View", "Date", "Paper", "Before", "After", "Quote"))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main><h1>{escape(title)}</h1><p>{escape(_summary(changes))}</p>\n"
        f"<p>Read by a machine: check the quote.</p><table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></main></body></html>\n"
    )


def _row(change: Change) -> str:
    cells = (change.what, change.view, change.date, change.document, change.before, change.after)
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + f"<td><q>{escape(change.quote)}</q></td></tr>\n"


def _feed(changes: Changes, title: str) -> str:
    newest = max((change.date[:10] for change in changes.changes if len(change.date) >= len(_EPOCH)), default=_EPOCH)
    entries = "".join(map(_entry, changes.changes))
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n <id>{BASE}data/changes/{escape(changes.new)}</id>\n'
        f" <title>{escape(title)}</title>\n <updated>{newest}T00:00:00Z</updated>\n <author><name>civic-graph-builder</name></author>\n{entries}</feed>\n"
    )


def _entry(change: Change) -> str:
    day = change.date[:10] if len(change.date) >= len(_EPOCH) else _EPOCH
    claim = expand(change.claim) if change.claim.partition(":")[0] in PREFIXES else BASE
    quote = f"\n“{change.quote}” ({change.document})" if change.quote else ""
    return (
        f" <entry>\n  <id>{escape(claim)}?{change.what}</id>\n  <title>{escape(f'{change.what}: {_what(change)}'[:200])}</title>\n"
        f"  <updated>{day}T00:00:00Z</updated>\n  <content type=\"text\">{escape(_what(change) + quote)}</content>\n </entry>\n"
    )


FORMS: Final[Mapping[str, Callable[[Changes, str], str]]] = {"table": _table, "md": _markdown, "html": _page, "atom": _feed}
