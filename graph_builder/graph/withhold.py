"""Resolved statements in; out come those that may be published, and masks over the words that may not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph_builder.graph.contacts import absences, home_after, private_places
from graph_builder.graph.cover import Cover
from graph_builder.graph.held import hold_back
from graph_builder.graph.names import NAMING, is_full, mentions, whole_words, with_rest
from graph_builder.graph.strangers import quoted_strangers, strangers
from graph_builder.masks import Masks, merged
from graph_builder.model import Document, Id, Literal, Span, Statement
from graph_builder.vocabulary import (
    ALT_LABEL,
    APOLOGY,
    ATTENDANCE,
    ATTENDEE,
    DECLARANT,
    EXCUSED,
    LABEL,
    MATCH_OF,
    MEMBER,
    MEMBERSHIP,
    POST_HOLDING,
    PRIVATE_PERSON,
    TYPE,
    VOTER,
)

ESSENTIAL = frozenset({ATTENDEE, EXCUSED, DECLARANT, MATCH_OF, MEMBER, VOTER})
"""What a node is about: where this person is withheld, so is the node."""
ROLLS = frozenset({APOLOGY, ATTENDANCE, MEMBERSHIP, POST_HOLDING})
"""What lists of those in office prove: who else stands in such a list is in office too."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What may be published: statements with `[…]` in their texts, and masks for the quotes; `ids` are the things that were left out.

    `text_masks` are for the whole of a paper: where no quote needs the words, every name that is not public is covered too.
    """

    statements: tuple[Statement, ...]
    masks: Masks
    ids: tuple[Id, ...]
    text_masks: Masks = field(default_factory=dict)


def withhold(statements: Iterable[Statement], documents: Sequence[Document], *, suppressed: Collection[str] = ()) -> Withheld:
    """The statements without private persons, what is suppressed, what is exempt from publication, and people's telephone numbers and addresses.

    `suppressed` holds ids (CURIEs) and names. Whoever has the type `civ:PrivatePerson` is private. Offsets are not changed.
    """
    (said, held), texts = hold_back(statements), {document.id: document for document in documents}
    people = _people(said, frozenset(suppressed)) | _reasons_taken_for_things(said, texts)
    gone = people | {statement.subject for statement in said if statement.predicate in ESSENTIAL and statement.object in people}
    left = [statement for statement in said if statement.subject not in gone and statement.object not in gone]
    # An id that is suppressed has no words of its own to look for.
    words = [name for name in suppressed if not name.startswith("id:")]
    names = _names([statement for statement in said if statement.subject in people], left, texts, words)
    _add_strangers(names, left, texts)
    masks = {text: spans for text in texts if (spans := merged([*names[text], *_places(texts[text], names[text]), *held.get(text, ())]))}
    cover = Cover(texts, left, names, words)
    return Withheld(tuple(map(cover, left)), masks, tuple(sorted(gone)), _of_whole_texts(texts, left, masks))


def _of_whole_texts(texts: Mapping[Id, Document], left: Iterable[Statement], masks: Masks) -> Masks:
    """The masks for whole papers: those of the quotes, and strangers' names elsewhere."""
    said = tuple(left)
    quoted = _by_text(span for statement in said for span in statement.evidence)
    found = {text: merged([*masks.get(text, ()), *strangers(document, said, quoted[text])]) for text, document in texts.items()}
    return {text: spans for text, spans in found.items() if spans}


def _people(said: Iterable[Statement], suppressed: frozenset[str]) -> set[Id]:
    """The ids of private persons, and of whatever is suppressed by id or name."""
    names = {name.casefold() for name in suppressed}
    return {
        statement.subject
        for statement in said
        if (statement.predicate, statement.object) == (TYPE, PRIVATE_PERSON)
        or statement.subject in suppressed
        or (statement.predicate in NAMING and isinstance(statement.object, Literal) and statement.object.value.casefold() in names)
    }


def _reasons_taken_for_things(said: Iterable[Statement], texts: Mapping[Id, Document]) -> set[Id]:
    """The ids of what is named by nothing but words that tell why somebody is away, or of somebody's health: "(hospital appointment)" is no post."""
    why = {id_: list(absences(document.text)) for id_, document in texts.items()}
    named: defaultdict[Id, list[bool]] = defaultdict(list)
    for one in said:
        for span in mentions(one, texts, whole=True) if one.predicate in (LABEL, ALT_LABEL) else ():
            named[one.subject].append(any(start <= span.start and span.end <= end for start, end in why.get(span.document, ())))
    return {thing for thing, inside in named.items() if all(inside)}


def _names(hidden: Iterable[Statement], left: Iterable[Statement], texts: Mapping[Id, Document], words: Collection[str]) -> Mapping[Id, set[Span]]:
    """By text, where each hidden person is mentioned and where the full names stand besides; no word of a public name is among them."""
    own = _by_text(span for statement in hidden for span in mentions(statement, texts, whole=True))
    public = _by_text(span for statement in left for span in mentions(statement, texts, whole=False))
    for text, document in texts.items():
        full = filter(is_full, {document.quote(span) for span in own[text]})
        own[text] |= {Span(text, *match.span()) for match in whole_words([*full, *words]).finditer(document.text)}
        covered = (span for span in own[text] if not any(span.start < whole.end and whole.start < span.end for whole in public[text]))
        own[text] = {with_rest(document.text, span) for span in covered}
    return own


def _add_strangers(names: Mapping[Id, set[Span]], left: Sequence[Statement], texts: Mapping[Id, Document]) -> None:
    """Put those who stand in a quote and are nobody public beside the names that are hidden."""
    lists = {statement.subject for statement in left if statement.predicate == TYPE and statement.object in ROLLS}
    quoted = _by_text(span for statement in left if statement.subject not in lists for span in statement.evidence)
    named = _by_text(span for statement in left for span in (statement.evidence if statement.subject in lists else mentions(statement, texts, whole=False)))
    for text, document in texts.items():
        names[text].update(quoted_strangers(document, left, quoted[text], named[text]))


def _by_text(spans: Iterable[Span]) -> defaultdict[Id, set[Span]]:
    groups: defaultdict[Id, set[Span]] = defaultdict(set)
    for span in spans:
        groups[span.document].add(span)
    return groups


def _places(document: Document, names: Iterable[Span]) -> Iterator[Span]:
    """Where telephone numbers, e-mail addresses and homes stand, and why somebody sent apologies."""
    after = (place for name in names for place in home_after(document.text, name.end))
    for place in (*private_places(document.text), *after):
        yield Span(document.id, *place)
