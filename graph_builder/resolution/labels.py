"""The one name of each person, body and post, chosen from the forms that the papers print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.bodies import national
from graph_builder.language.likeness import fullness
from graph_builder.language.names import Name, fold, parse
from graph_builder.model import Basis, Id, Literal, Span, Statement
from graph_builder.resolution.bodies import within_council


def labels(statements: Iterable[Statement]) -> list[Statement]:
    """A `foaf:name` for each person, a `skos:prefLabel` for each other thing that has forms of its name; each with the words of that form."""
    forms: dict[Id, dict[str, list[Span]]] = {}
    for s in statements:
        if s.predicate == v.ALT_LABEL and isinstance(s.object, Literal):
            forms.setdefault(s.subject, {}).setdefault(s.object.value, []).extend(s.evidence)
    return [_label(id_, seen) for id_, seen in sorted(forms.items())]


def _label(id_: Id, seen: dict[str, list[Span]]) -> Statement:
    """The name of one thing: a person's fullest, anything else's usual one."""
    if id_.startswith("id:person/"):
        form = _fullest(seen)
        name = parse(form, bare=True)
        return _statement(id_, v.NAME, shown(name) if name else form, seen[form], rule="fullest-name")
    form = _usual(seen)
    label = within_council(form, id_.split("/")[1]) if id_.startswith("id:body/") else form
    return _statement(id_, v.LABEL, (national(label) or (label,))[0], seen[form], rule="usual-name")


def _statement(id_: Id, predicate: Id, label: str, places: list[Span], *, rule: str) -> Statement:
    spans = tuple(sorted(places)[:1])
    return Statement(id_, predicate, Literal(label), spans, rule, Basis.STATED if spans else Basis.SUPPLIED)


def _fullest(seen: dict[str, list[Span]]) -> str:
    names = [(parse(form, bare=True), form) for form in sorted(seen)]
    return max(((fullness(name), form) for name, form in names if name), default=((0, 0, 0, ""), min(seen)))[1]


_LORD_MAYOR = re.compile(r"\blord\s+(?:mayor|provost|lieutenant)\b", re.IGNORECASE)


def shown(name: Name) -> str:
    """A person's name for showing: no "Councillor" where the rest names the person, no honours."""
    shown = lexicon.words("people", "show_titles")
    titles = [word for word in _LORD_MAYOR.sub("", name.title).split() if fold(word) in shown]
    titles = [word.capitalize() if word.isupper() else word for word in titles]
    title = " ".join(titles) if name.given or titles else "Councillor" if name.is_councillor else name.title
    return " ".join(filter(None, (title, name.given, name.surname)))


def _usual(seen: dict[str, list[Span]]) -> str:
    counted = Counter({form: len(spans) for form, spans in seen.items()})
    return min(counted, key=lambda form: (-len(form.split()) if len(form) < 90 else 0, -counted[form], form))
