"""A list of people as text is cut into chunks: at commas, semicolons, "and", dashes and line ends that are not mere wraps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph_builder import lexicon
from graph_builder.language.names import Name, fold, known_given, parse, title_regex
from graph_builder.language.passages import Line, Passage

# A title right behind a surname begins another entry, as in columns that have lost their white space.
_NOT_BEHIND = (
    "Councilor Councilors Councillor Councillors Cllr Cllrs Alderman Hon County Borough District Parish Town City Community Ward".split()
    + "for by to of The from with and Chomhairleoir Chathaoirleach Cathaoirleach".split()
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)"
_TITLE_NEXT = r"(?<=[a-z]{2})" + "".join(f"(?<!{word})" for word in _NOT_BEHIND) + rf"\s+(?={_TITLE}\.?\s+[A-Z])"
# So does a plural title, but for what may stand before it: "J Tinsley Councillors N Bell", and not "Labour Councillors N Bell".
_NOT_BEFORE = "Local Labour Conservative Independent Green Unionist Democrat Other Visiting Attending Present Absent".split()
_PLURAL = r"(?:Councillors|Cllrs|Aldermen|Ald(?:erman)?)\b\.?\s+[A-Z]"
_PLURAL_NEXT = r"(?<=[a-z]{2})" + "".join(f"(?<!{word})" for word in [*_NOT_BEHIND, *_NOT_BEFORE]) + rf"\s+(?={_PLURAL})"
# A title that sticks to the surname before it, as in cells that have lost what parted them: "R BellCouncillor P Hay".
_STUCK = r"(?<=[a-z])(?=(?:Councillor|Cllr|Alderman|Mrs?|Ms|Miss)\s+[A-Z])"
# "J Walsh. Senior Engineer", and not "Asst. Staff Officer": a full stop behind a word that is no abbreviation.
_SHORT = "Asst Supt Capt Cyng Cllr Cllrs Messrs Revd Prof Exec Dept Hons".split()
_SENTENCE_END = r"(?<=[a-z]{3})" + "".join(rf"(?<!\b{short})" for short in _SHORT) + r"\.\s+(?=[A-Z][a-z]+\s+[A-Z])"
_BREAK = re.compile(
    r",?\s+(?:(?:ac?/)?and|&|together\s+with|along\s+with|plus)\s+(?!Crime\s+(?:Commissioner|Panel))(?=\S)"
    rf"|(?<=[a-z]{{3}})\.\s+(?={_TITLE}\b)|(?<=[a-z]{{2}})\.\s+(?=(?:(?:Parish|Town|Deputy|Assistant)\s+)*Clerk\b)|{_SENTENCE_END}"
    rf"|{_TITLE_NEXT}|{_PLURAL_NEXT}|{_STUCK}|(?<=[ ][A-Z]{{3}})\s+(?={_TITLE}\.?\s+[A-Z])|(?<=[ ][A-Z]{{4}})\s+(?={_TITLE}\.?\s+[A-Z])"
    r"|(?<=\S)[ \t]+•\s+|[,;\n]|\s+[-–—]\s+|(?<=\))\s*[-–—]\s*|(?<=\w)\s*:\s+|[()\[\]]"
)
# "Cyng. / Cllrs A Rees": a title in two languages.
_TWO_TITLES = re.compile(r"^Cyng\w*\.?\s*/\s+(?=(?:Cllr|Councillor)s?\b)", re.IGNORECASE)
# "Ann Merrow WPA Board": a name and the letters of where it is from begin a row of their own.
_WITH_BODY = re.compile(r"[A-Z][a-z'’-]+\s[A-Z][A-Za-z'’-]+\s[A-Z]{3,6}\s[A-Z]")
_OPEN_END = re.compile(r"(?:\b(?:of|for|the|and|to|in|with|on|at|&)|[-–/])$", re.IGNORECASE)


_CALLED = re.compile(r"[A-Z][a-z]{1,12}")
_SURNAME_NEXT = re.compile(r"\s[A-Z][a-z'’-]{1,20}(?:-[A-Z][a-z]{1,20})?\s*(?:[,;\n(]|$)")
_CLOCK = re.compile(r"(?:(?:arrived|joined|from|left|until|to)\s+(?:at\s+)?)?\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_BEGINS = re.compile(r"\s*[\dA-Z]")
# "Head of Law" begins a post of its own, where the line above does not end in what belongs before it.
_HEAD_OF = re.compile(r"(?:(?:Deputy|Depute|Assistant|Interim|Acting|Corporate|Strategic)\s+)*(?:Head|Director)\s+of\b", re.IGNORECASE)
_ADJECTIVE_LAST = re.compile(
    r"\b(?:deputy|depute|assistant|interim|acting|corporate|strategic|executive|managing|service|group|associate|joint)$", re.IGNORECASE
)
# A surname with initials, at the end of a text.
_INITIALS_LAST = re.compile(r"^(?P<post>\S.*?\w)\s+(?P<name>(?:[A-Z]\.?\s?){1,3}\s(?:[A-Z][\w'’-]+))$")
_ONE_OR_TWO_INITIALS = re.compile(r"[A-Z]{1,2}")


_COUNT = re.compile(
    r"^(?:plus\s+|and\s+|also\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|a|an|several|some|no|approximately|circa|\d+\s*x)\b.*"
    r"\b(?:members?|people|person|public|press|residents?|parishioners?|representatives?|visitors?|observers?|councillors?)\b"
    r"|^(?:the\s+)?(?:members?\s+of\s+(?:the\s+)?(?:public|press)|none|nil|n/?a|tbc|vacan(?:cy|t)|public|press|noted|received)\b",
    re.IGNORECASE,
)


class Chunk(NamedTuple):
    """A stretch of a list: its text without brackets, the texts in brackets, its place in the passage, and what stood before it."""

    text: str
    brackets: tuple[str, ...]
    start: int
    end: int
    before: str
    """One of `,` `;` `and` `-` `:` or a newline; empty at the beginning."""


def stack(lines: Sequence[Line], *, first: int = 0) -> Passage:
    """Lines as one passage with newlines between them, the cells of a row set apart by commas; `first` skips a label."""
    pieces: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    length = 0
    for number, line in enumerate(lines):
        for cell_number, part in enumerate(_parts(line, first if number == 0 else 0)):
            if length:
                pieces.append(", " if cell_number else "\n")
                length += len(pieces[-1])
            starts.extend(length + s for s in part.starts)
            offsets.extend(part.offsets)
            pieces.append(part.text)
            length += len(part.text)
    return Passage(lines[0].passage.document, "".join(pieces), tuple(starts) or (0,), tuple(offsets) or (0,))


def _parts(line: Line, skip: int) -> list[Passage]:
    """The cells of a line, or its columns, behind the first `skip` characters; the line as one where it has neither."""
    cells = line.cells or line.columns
    if len(line.cells) == 1 and not skip:
        return list(line.cells)
    if skip:
        kept = [cell for cell in cells if cell.text and cell.span().start >= line.passage.offset(min(skip, len(line.text) - 1))]
        cells = tuple(kept) if skip < len(line.text) else ()
        if not cells or cells[0].span().start != line.passage.cut(skip).span().start:
            return [line.passage.cut(skip)] if skip < len(line.text) else []
    if len(cells) < 2:
        return [line.passage.cut(skip)] if skip < len(line.text) else []
    return [cell for cell in cells if cell.text]


def chunks(text: str) -> list[Chunk]:
    """The chunks of a list, wraps mended."""
    merged: list[Chunk] = []
    raw = list(_raw(text))
    counts = [len(chunk.text.split()) for chunk in raw if chunk.before == ","]
    pairs = sum(count >= 2 for count in counts) > counts.count(1)
    for chunk in raw:
        if merged and chunk.before == "\n" and ((pairs and _cut(merged[-1], chunk)) or _wraps(merged[-1], chunk)):
            chunk = _mended(merged.pop(), chunk)
        elif merged and chunk.before == "," and not chunk.text and not merged[-1].brackets and _holder(chunk.brackets):
            chunk = _mended(merged.pop(), chunk)  # "Senior Engineer, (Mr T Dent)"
        if chunk.text or chunk.brackets:
            merged.append(chunk)
    return merged


def _holder(brackets: Sequence[str]) -> bool:
    """Whether a bracket alone holds a name with a title."""
    name = parse(brackets[0]) if len(brackets) == 1 else None
    return bool(name and name.title)


def _cut(left: Chunk, right: Chunk) -> bool:
    """Whether a line end cuts a name of two words in a list whose names have two words."""
    return left.before == "," and not left.brackets and " " not in left.text and " " not in right.text


def _mended(left: Chunk, right: Chunk) -> Chunk:
    seam = "" if left.text.endswith("-") and right.text[:1].isupper() else " "
    return Chunk(f"{left.text}{seam}{right.text}".strip(), left.brackets + right.brackets, left.start, right.end, left.before)


def _wraps(left: Chunk, right: Chunk) -> bool:
    """Whether a line end between two chunks is a mere wrap inside one entry."""
    if not left.text or not right.text:
        return not right.text and bool(right.brackets)
    if left.brackets:
        return right.text[0].islower()
    if _OPEN_END.search(left.text, max(0, len(left.text) - 8)) or right.text[0].islower() or _only_title(left.text):
        return True
    if _WITH_BODY.match(right.text) and known_given(right.text.split()[0]):
        return False
    if ranked(right.text) or (_HEAD_OF.match(right.text) and not _ADJECTIVE_LAST.search(left.text)):
        return False
    name = parse(right.text)
    if name and (name.title or name.given):
        return not name.title and _half_name(left.text) and not _is_whole(left.text, name)
    alone = parse(right.text, bare=True)
    plain = right.text.removesuffix(alone.honours).strip() if alone and alone.honours else right.text  # "Tom" above "Yusef MSP"
    if parse(f"{left.text} {right.text}") and " " not in plain and _half_name(left.text):
        return True
    return parse(left.text) is None and not title_regex().match(right.text) and not parse(left.text, bare=True)


@cache
def _post_end() -> re.Pattern[str]:
    return re.compile(lexicon.load("roles")["officer_words"] + r"|\bmayor\b", re.IGNORECASE)


def ranked(text: str) -> tuple[str, str] | None:
    """The post and the name in "Chief Fire Officer Marcus Bell" or "Clerk L Nunn"; None where a text is no such pair."""
    words = text.split()
    if not 3 <= len(words) <= 9 or parse(text):
        return None
    initials = _INITIALS_LAST.search(text)
    if initials and parse(initials["name"]) and _post_end().search(initials["post"]):
        return initials["post"], initials["name"]
    post, name = " ".join(words[:-2]), " ".join(words[-2:])
    return (post, name) if _post_end().search(words[-3]) and known_given(words[-2]) and parse(name) else None


def _is_whole(text: str, below: Name) -> bool:
    """Whether a title with one word is somebody of their own, for the line below has a whole name: "Cllr Walker" above "Lynn Marsh"."""
    name = parse(text)
    whole = below.has_given and known_given(below.given.split()[0])
    return bool(whole and name and name.title and not known_given(name.surname))


def _half_name(text: str) -> bool:
    """Whether a text is a title with one word, or one capitalised word alone: a name that a line end may have cut."""
    name = parse(text)
    return bool(name and name.title and not name.given) or (" " not in text and known_given(text))


def _only_title(text: str) -> bool:
    match = title_regex().match(text)
    return match is not None and match.end() >= len(text.rstrip())


def _raw(text: str) -> Iterator[Chunk]:
    """The chunks between the marks, wraps not yet mended; marks within brackets do not count, but a line end in a bracket that stays open does."""
    depth = start = opened = at = 0
    before, body = "", ""
    brackets: list[str] = []
    for mark in _BREAK.finditer(text):
        printed = mark.group() or " "
        if printed in "([":
            if depth == 0:
                body += text[at : mark.start()]
                opened = mark.end()
            depth += 1
        elif printed in ")]":
            if depth == 1 and _called(text[opened : mark.start()]) and _SURNAME_NEXT.match(text, mark.end()):
                body, at, depth = f"{body}({text[opened : mark.start()]})", mark.end(), 0  # "Mrs Elisabeth (Billa) Edwards"
                continue
            if depth == 1:
                brackets.append(" ".join(text[opened : mark.start()].split()))
                at = mark.end()
            depth = max(depth - 1, 0)
            if depth == 0 and _new_entry(body, brackets, text[mark.end() : mark.end() + 30]):
                yield _chunk(body, brackets, start, mark.end(), before=before)
                brackets, body, before = [], "", " "
                start = at = mark.end()
        elif depth == 0 or (printed == "\n" and not _closes(text, mark.end())):
            body += text[at : mark.start()] if depth == 0 else ""
            yield _chunk(body, brackets, start, mark.start(), before=before)
            depth, brackets, body = 0, [], ""
            start = at = mark.end()
            before = printed.strip(" ").replace("•", ";").strip() or printed  # a bullet on the line parts as a semicolon does
    body += text[at:] if depth == 0 else ""
    yield _chunk(body, brackets, start, len(text), before=before)


def _called(words: str) -> bool:
    """Whether words in brackets may be what somebody is called by, and no office or party: "(Billa)", not "(Chair)"."""
    told = fold(words) in lexicon.words("people", "offices") or re.match(lexicon.load("roles")["ignored_in_brackets"], words, re.IGNORECASE)
    return bool(_CALLED.fullmatch(words)) and not told


def _chunk(body: str, brackets: Sequence[str], start: int, end: int, *, before: str) -> Chunk:
    return Chunk(_TWO_TITLES.sub("", " ".join(body.split()).strip(" .:").lstrip("/|• ")), tuple(brackets), start, end, before)


def _new_entry(body: str, brackets: Sequence[str], following: str) -> bool:
    """Whether the text behind a bracket, with no mark between, begins a new entry: `Mrs V Negus (Clerk) 3 members`, `West (Chair) Bell`."""
    office = bool(brackets) and (fold(brackets[-1]) in lexicon.words("people", "offices") or bool(_CLOCK.fullmatch(brackets[-1])))
    return bool(_BEGINS.match(following)) and parse(body.strip(), bare=office) is not None


def _closes(text: str, at: int) -> bool:
    """Whether an open bracket closes soon after a line end."""
    window = text[at : at + 160]
    close = window.find(")")
    return close >= 0 and not (0 <= window.find("(") < close and window.count(")") < 2)


def counts(text: str) -> bool:
    """Whether a chunk counts people, or says that there are none, and names nobody: "3 members of the public"."""
    return bool(_COUNT.match(text))


def name_span(passage: Passage, chunk: Chunk, name: Name) -> tuple[int, int]:
    """Where the name itself stands in the passage, as offsets in its clean text."""
    words = [re.escape(word).replace(r"\-", r"-\s*") for word in name.printed.split()]
    found = re.search(r"[\s\n]+".join(words), passage.text[chunk.start : chunk.end])
    if not found:
        return chunk.start, chunk.end
    return chunk.start + found.start(), chunk.start + found.end()


def names_in(passage: Passage) -> Iterator[tuple[Name, int, int]]:
    """The names in a list of people, surnames alone too, with their offsets in the passage."""
    for chunk in chunks(passage.text):
        bracket = chunk.brackets[0] if chunk.brackets and _ONE_OR_TWO_INITIALS.fullmatch(chunk.brackets[0]) else ""
        name = parse(f"{chunk.text} ({bracket})", bare=True) if bracket else parse(chunk.text, bare=True)
        if name is not None:
            yield name, *name_span(passage, chunk, name)
