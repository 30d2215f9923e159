"""Lists of people become entries: who was present, in which capacity and role, who sent apologies, who is a member."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from graph_builder import lexicon
from graph_builder.language import people
from graph_builder.language.lists import Chunk, chunks, counts, ranked, stack
from graph_builder.language.names import Name, fold, known_given, parse, title_regex
from graph_builder.language.passages import Line, Passage
from graph_builder.language.post_words import post_words, without_asides
from graph_builder.language.surroundings import common_words
from graph_builder.meetings import post_rows, posts_first
from graph_builder.meetings.asides import each_of_a_run, is_of_no_one, is_of_the_public, sentence_start, two_on_a_line, with_holders, with_office
from graph_builder.meetings.details import Draft, add, entry, is_private, role_of
from graph_builder.meetings.labels import Label, inline
from graph_builder.meetings.surnames_first import in_order
from graph_builder.paper import Entry

_FROM = re.compile(r"(?P<who>.{5,40}?)\s+(?:of|from|representing|for)\s+(?P<organisation>(?:the\s+)?[A-Z].*)$")
_PEER = re.compile(r"(?:the\s+)?(?:(?:Rt|Right)\.?\s+Hon\.?\s+)?(?:Councillor\s+|Cllr\.?\s+)?(?:Lord|Lady|Baroness|Baron)\s+\S+\s+of\s", re.IGNORECASE)
_SURNAME = re.compile(r"[A-Z][\w'’-]+")
_INITIALS = re.compile(r"[A-Z](?:\s?[A-Z])?")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{1,3}")
_SHORT: Final = 5  # letters of an abbreviation, at most
_BODY_BEFORE = re.compile(r"([A-Z]{2,6})\s+(?=(?:Cllr|Councillor)\b)")
_AND_FROM = re.compile(r"^(?:also\s+)?from\s+(?=[A-Z])")  # "from Councillor Moring and from Councillor Dent"
_ROWS: Final = frozenset({"", "\n", ";"})
_JOINTS: Final = frozenset({"and", "&"})
_SEPARATORS: Final = frozenset({",", ";", *_JOINTS})
_DASHES: Final = frozenset("-–—")
# A label that gives each name behind it a title: "Councillors present: Bell, Dunn and Hay".
_OF_COUNCILLORS = re.compile(r"(?:the\s+)?(?:councillors|cllrs)\s+(?:present|in\s+attendance|attending|who\s+attended)\b", re.IGNORECASE)
_FEW: Final = 4
_SOMEBODY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s+[A-Z]")
_OF_SEVERAL = re.compile(r"(?:\w+\s+){0,3}(?:directors|officers|managers|engineers|planners|executives|solicitors|secretaries)\b", re.IGNORECASE)
_PENDING = re.compile(r"\b(?:pending|until\s+(?:the\s+)?(?:election|nomination|appointment))\b", re.IGNORECASE)
_ALSO = re.compile(r"also\W*", re.IGNORECASE)
_SEAT = re.compile(r"\s(?:(?:co-?opted|independent|lay|voting|non-voting|substitute)\s+)+member$", re.IGNORECASE)
_DOTTED_FIRST = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][a-z]")
_THE_CLERK = re.compile(r"the\s+(?:(?:parish|town|deputy|assistant|acting)\s+)*clerk", re.IGNORECASE)


def entries(lines: Sequence[Line], label: Label, *, first: int = 0) -> Iterator[Entry]:
    """The entries of a list that stands on these lines; `first` is where it begins on the first one."""
    if (lines and first < len(lines[0].text)) or len(lines) > 1:
        yield from read(stack(lines, first=first), label)


def read(passage: Passage, label: Label) -> Iterator[Entry]:
    """The entries of a list that a passage is; a label in the midst of it begins another."""
    at = 0
    if label.role == "chair" and _PENDING.search(passage.text):  # an officer who takes the chair until there is one
        label = replace(label, role="", capacity="", open=True)
    for inner, start, end in inline(passage.text):
        yield from _read(_list_alone(passage.cut(at, start)), label)
        if label.status == "apologies" and _ALSO.fullmatch(inner.text):
            return  # "Apologies: Cllr A Hay. Also: Mr T Roe": away or there, nobody can tell
        at, label = end, inner
    yield from _read(_list_alone(passage.cut(at) if at else passage), label)


def _list_alone(passage: Passage) -> Passage:
    """A list without the sentence that runs on behind it."""
    end = sentence_start(passage.text)
    return passage.cut(0, end) if end < len(passage.text) else passage


def _read(passage: Passage, label: Label) -> Iterator[Entry]:
    if label.status == "public":
        return  # who came to listen is nobody's business
    rows = post_rows.split(passage)
    for post, row in rows:
        yield from post_rows.read(row, post, label) if post else _read(row, label)
    if rows:
        return
    found = in_order(chunks(passage.text))
    pairs = two_on_a_line(found)
    parts = posts_first.with_own_posts([one for part in found for one in each_of_a_run(part, pairs=pairs)], passage.text)
    parts = posts_first.shifted(parts)
    if posts_first.leads(parts):
        yield from posts_first.read_leading(passage, parts, label)
    elif posts_first.in_brackets(parts):
        yield from posts_first.read_bracketed(passage, parts, label)
    else:
        yield from _read_rows(passage, list(with_holders(parts)), label)


def _read_rows(passage: Passage, parts: Sequence[Chunk], label: Label) -> Iterator[Entry]:
    """A list of names, but for the rows that begin with a post and a colon or a dash."""
    others: list[Chunk] = []
    last: Sequence[Chunk] = ()
    for row in posts_first.labelled_rows(passage, parts):
        # A name alone on a line without a comma ends there: the post on the next line is that of the name behind it.
        alone = len(last) == 1 and row[0].before == "\n" and not passage.text[: row[0].start].rstrip().endswith(",")
        last = row
        if not (posts_first.marked(row) or (alone and posts_first.leads(row))):
            others.extend(row)
            continue
        yield from _read_names_first(passage, others, label)
        others = []
        yield from posts_first.read_leading(passage, row, label)
    yield from _read_names_first(passage, others, label)


def _read_names_first(passage: Passage, parts: Sequence[Chunk], label: Label) -> Iterator[Entry]:
    reader = _Reader(parts, bare=label.capacity in {"member", "co-opted"} or label.status == "apologies")
    reader.plural = "Cllr" if _OF_COUNCILLORS.match(label.text) else ""
    for number, part in enumerate(parts):
        if not (is_of_the_public(parts, number) or is_of_no_one(parts, number)):
            reader.take(part)
    _share(reader.drafts)
    # Where most of those on a list of members have a post beside their names, the posts are no reason to take them for officers.
    usual = sum(bool(draft.details) for draft in reader.drafts) * 2 >= len(reader.drafts)
    label = replace(label, open=label.open and not (usual and label.capacity == "member"))
    for draft in reader.drafts:
        if label.capacity == "member" or not is_private(passage, draft):
            yield entry(passage, draft, label)
        label = replace(label, post="", role="")  # "Clerk: Ann Roe", and whoever follows is no clerk


def _share(drafts: Sequence[Draft]) -> None:
    """Give the post of several to each of them: "Mr Hay, Mr Dent and Mr Roe, Directors of Service"."""
    for number in range(len(drafts) - 1, 0, -1):
        left, right = drafts[number - 1], drafts[number]
        joined = right.chunk.before in {",", *_JOINTS} and not (left.details or left.role or left.name.is_councillor or right.name.is_councillor)
        if joined and right.details and _OF_SEVERAL.match(right.details[0]):
            left.details.append(right.details[0])


class _Reader:
    """Reads a list chunk by chunk: a chunk begins an entry, names the role of the next one, or is a detail of the one before.

    `bare` says that surnames alone may stand on the list.
    """

    def __init__(self, parts: Sequence[Chunk], *, bare: bool) -> None:
        self.bare = bare
        self.listed = _listed(parts)
        self.run_on = _runs_on(parts)
        self.capitals = sum(part.text.isupper() for part in parts) > len(parts) / 2
        self.drafts: list[Draft] = []
        self.plural = ""
        self.role = ""
        alone = sum(bool(_SURNAME.fullmatch(part.text)) for part in parts)
        self.surnames = len(parts) > _FEW and alone * 2 > len(parts)

    def take(self, part: Chunk) -> None:
        """Read the next chunk."""
        title = title_regex().match(part.text)
        if title:
            alone = title.end() >= len(part.text)
            several = _singular(title.group()) or _singular(title.group().split()[0])
            self.plural = several or ("" if not alone else part.text.strip(" :") if part.before == "\n" else self.plural)
        if self.run_on and part.before == " " and self.drafts:
            self.plural = self.drafts[-1].name.title
        inner = posts_first.bracketed_name(part) if part.before in {";", "\n"} or posts_first.is_post_of_another(part) else None
        if inner is not None:
            # "D Munro, Head of Service; Clerk (J Isbister)": the next one, whose post stands before the name
            self.drafts.append(Draft(part, inner, part.end, details=[part.text]))
            return
        part = _parted(posts_first.hand_back(self.drafts, part))
        name = self._name(part)
        role = "" if name else role_of(part.text)
        if name is not None:
            self._begin(part, name)
        elif role and (part.before == "\n" or (not self.drafts and part.before != ",")):
            self.role = role
        elif self.drafts and title and title.end() >= len(part.text) and part.before == " " and not self.drafts[-1].name.title:
            self.drafts[-1].name = replace(self.drafts[-1].name, title=part.text)  # "P Ham (PH) District Councillor"
        elif self.drafts and not (counts(part.text) or (title and title.end() >= len(part.text)) or self._may_be_two(part) or self._stands_alone(part)):
            self._add(part)

    def _may_be_two(self, part: Chunk) -> bool:
        """Whether two words on a list of surnames may be two people whom no comma parts: "Reid Harrow", and neither "Anne Reid" nor "B Reid"."""
        name = parse(part.text) if self.surnames and not part.brackets and part.before in _SEPARATORS else None
        plain = name and name.has_given and not name.title and " " not in name.given and " " not in name.surname
        return bool(plain and name and not known_given(name.given))

    def _stands_alone(self, part: Chunk) -> bool:
        """Whether "The Clerk" is one more on a list of plain names, and no post of the one before: "Mr Roe, Dr Hay, The Clerk"; or a titled name is."""
        if _SOMEBODY.match(part.text):
            return True
        if part.brackets or not _THE_CLERK.fullmatch(part.text):
            return False
        if part.before in _JOINTS:
            return True
        last = self.drafts[-1].name
        plain = len(self.drafts) > 1 and not any(draft.details for draft in self.drafts) and not any(draft.name.is_councillor for draft in self.drafts)
        return part.before == "," and (last.is_councillor or plain)

    def _begin(self, part: Chunk, name: Name) -> None:
        if self.plural and (not name.title or _singular(name.title)):
            name = replace(name, title=self.plural)
        self.drafts.append(Draft(part, name, part.end, self.role))
        self.role = ""
        for bracket in part.brackets[1 if name.printed.endswith(")") else 0 :]:
            add(self.drafts[-1], bracket, bracketed=True)

    def _add(self, part: Chunk) -> None:
        draft = self.drafts[-1]
        draft.end = part.end
        if part.before in _JOINTS and draft.details and part.text:
            draft.details[-1] += f" {part.before} {part.text}"
            return
        for text in (part.text, *part.brackets):
            add(draft, text, bracketed=False)

    def _name(self, part: Chunk) -> Name | None:
        """The name that a chunk is, where it begins an entry."""
        if counts(part.text) or role_of(part.text) or (part.text.isupper() and len(part.text) <= _SHORT and not self.capitals):
            return None
        bare = bool(self.plural) or (self.bare and (self.listed or part.before in {"", "\n"}))
        bracket = part.brackets[0] if part.brackets else ""
        if _INITIALS.fullmatch(bracket) and parse(part.text, bare=True) and not parse(part.text):
            return parse(f"{part.text} ({bracket})", bare=True)
        name = parse(part.text) or (parse(part.text, bare=True) if bare and len(part.text.split()) <= 2 else None)
        name = name or (self._common_word(part.text) if self.plural and not part.brackets else None)
        if name is not None and not name.title and fold(name.surname) in lexicon.words("layout", "no_surnames"):
            return None
        if self._may_be_two(part):
            return None
        if name is None or (_is_detail(part, bare=bare) and not (name.title or (name.given and not name.has_given))):
            return None
        abbreviated = _ABBREVIATION.fullmatch(bracket) and bracket[0] == name.printed[0]
        weak = not name.title and name.has_given and not known_given(name.given.split()[0]) and not abbreviated
        return None if weak and self.drafts and part.before == "," and not (self.listed or self.plural) else name

    def _common_word(self, text: str) -> Name | None:
        """A surname that is a common word, on a list behind a plural title: "Cllrs Bott, Fleet and Major"."""
        plain = text.isalpha() and text.istitle() and fold(text) in common_words()
        if not plain or posts_first.is_post(text) or fold(text) in lexicon.words("people", "offices") or post_words(text) != text:
            return None
        return Name(text, surname=text)


def _is_detail(part: Chunk, *, bare: bool) -> bool:
    """Whether a chunk stands behind a dash, or a colon, as details do."""
    return part.before in _DASHES or (part.before == ":" and not bare)


def _parted(part: Chunk) -> Chunk:
    """A chunk with what stands around its name as a bracket: "Jane Smith of Age UK", "Watch Manager Priya Nair"."""
    part = with_office(part)
    of = _BODY_BEFORE.match(part.text)  # "WODC Cllr M Cahill"
    if of:
        part = part._replace(text=part.text[of.end() :], brackets=(*part.brackets, of[1]))
    part = _with_post_behind(part._replace(text=_AND_FROM.sub("", without_asides(part.text))))
    of = _FROM.match(part.text)
    if of and parse(of["who"]) and not parse(part.text):
        # "Lord Hay of Ware" is called so; Ware is neither a post nor a body.
        behind = () if _PEER.match(part.text) else (of["organisation"],)
        part = part._replace(text=of["who"], brackets=(*part.brackets, *behind))
    pair = ranked(part.text)
    return part._replace(text=pair[1], brackets=(pair[0], *part.brackets)) if pair else part


def _with_post_behind(part: Chunk) -> Chunk:
    """A name with a title or initials and the post right behind it as a bracket: "Mr W Grosvenor Clerk to the Council", "J. Dempsey Head of Finance"."""
    seat = _SEAT.search(part.text)
    if seat and parse(part.text[: seat.start()]):  # "Mr I Poe-Hay Co-opted member"
        return part._replace(text=part.text[: seat.start()].strip(), brackets=(seat.group().strip(), *part.brackets))
    if not (title_regex().match(part.text) or _DOTTED_FIRST.match(part.text)) or parse(part.text):
        return part
    person = next(people.find(part.text), None)
    behind = part.text[person.end :].strip() if person else ""
    if person is None or person.start or not posts_first.is_post(behind):
        return part
    return part._replace(text=part.text[: person.end], brackets=(behind, *part.brackets))


def _singular(title: str) -> str:
    """The title that each name behind a plural one has: "Councillor" for "Councillors"; empty for a title of one person."""
    word = fold(title)
    if word == "messrs":
        return "Mr"
    return title.strip(" .:").rstrip("s") if word in lexicon.words("people", "plural_titles") else ""


def _listed(parts: Sequence[Chunk]) -> bool:
    """Whether names follow one another behind commas, so that a capitalised pair there is a name and no detail."""
    return any(posts_first.is_somebody(parse(part.text)) for part in parts if part.before in _SEPARATORS)


def _runs_on(parts: Sequence[Chunk]) -> bool:
    """Whether surnames alone follow a councillor's office without a comma: "Councillor West (Chair) Bagley, Gillman and Hewson"."""
    for first, second, third in zip(parts, parts[1:], parts[2:], strict=False):
        name = parse(first.text)
        office = name and name.is_councillor and first.brackets and role_of(first.brackets[-1])
        if office and second.before == " " and third.before in (",", "and") and all(_SURNAME.fullmatch(part.text) for part in (second, third)):
            return True
    return False
