"""What stands in a list of people and is no entry of its own: a sentence behind it, residents who are counted, a post before its holder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.lists import Chunk, counts
from graph_builder.language.names import known_given, parse, title_regex

# A sentence behind a list, on the same line: what begins it, up to the verb that makes it one.
_SENTENCE: Final = re.compile(
    r"(?<=[a-z)]{2})\.\s+(?=[A-Z](?:[^.:;\n]|(?<=Cllr)\.|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\b[A-Z])\.){0,120}\b(?:was|were|is|are|had|has|attended|chaired|presided|welcomed|opened|proposed|joined|left|arrived|took|sent|gave)\b)"
)
_KEEP_ON = re.compile(r"(?:apolog|absen|also\s+present\b|in\s+attendance\s*[:–-])", re.IGNORECASE)
_PUBLIC_TOO = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a\s+few)\s+other\s+"
    r"(?:residents?|parishioners?|members?\s+of\s+(?:the\s+)?(?:public|community)|people|villagers?|electors?)\b",
    re.IGNORECASE,
)
# Initials and a surname, titled or not; and several of them.
_ONE = re.compile(r"(?:(?:Mrs|Mr|Ms|Miss|Dr|Cllr|Councillor)\.?\s+)?(?:[A-Z]\.?\s){1,3}(?:O['’]|Mc|Mac)?[A-Z][a-z'’-]{1,20}(?:-[A-Z][a-z]{1,20})?")
_RUN = re.compile(rf"{_ONE.pattern}(?:\s+{_ONE.pattern}){{1,60}}")
# What stands below a name in a list of a board: for whom somebody sits there.
_NOMINATED = re.compile(r"(?:nominated|appointed)\s+by\b|representing\b", re.IGNORECASE)
_SURNAME = re.compile(r"(?:O['’]|Mc|Mac)?[A-Z][a-z'’]{1,20}(?:-[A-Z][a-z]{1,20})?")
_RUNS_ON = re.compile(r"(?:[,(&/-]|\b(?:and|of|for|the|with|to))\s*$", re.IGNORECASE)
# The end of a post with its holder in brackets; and how many words the role below a name has at most.
_HOLDER = re.compile(r"(?:[A-Z][\w ,/&'’-]{0,60})?\((?:Mr|Mrs|Ms|Miss|Dr)\b")
_ROLE: Final = 14
_FIRST = re.compile(r"[,;(:–—]|\s-\s|\sand\s|\s&\s")
_ARTICLE = re.compile(r"(?:from\s+)?the\s+(?=\S)", re.IGNORECASE)
_MARKS: Final = frozenset({"-", "–", "—", ":", ","})
_SEVERAL = re.compile(r"\s(?:academies|schools|colleges|nurseries|churches|parishes|wards|trusts|councils)$", re.IGNORECASE)
_REPRESENTS = re.compile(r"\b(?:representatives?|head\s?teachers?|governors?|members?|observers?)$", re.IGNORECASE)
_PAIR: Final = 2
_OFFICE_BEFORE = re.compile(
    r"(?:the\s+|an\s+)?(?P<office>(?:(?:deputy|executive|elected|lord)\s+)*(?:mayor|m[ée]ara|príomh\s+chomhairleoir|(?:leas-?\s?)?ch?athaoirleach))\s*,?\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
# "Ann Merrow WPA Board", in rows that have lost what parted the name from where it is from.
_BODY_BEHIND = re.compile(r"(?P<name>[A-Z][a-z'’-]+\s[A-Z][A-Za-z'’-]+)\s(?P<body>[A-Z]{3,6}(?:\s[A-Z][a-z]+){1,2})")
_CLERK_BEHIND = re.compile(r"(?<=[a-z])\s?-\s?(?P<post>(?:(?:Parish|Town|Deputy|Assistant)\s+)*Clerk)$")
_JOINTS: Final = frozenset({"and", "&", "plus", "together with", "along with"})


def sentence_start(text: str) -> int:
    """Where, in the text of a list, a sentence about something else begins; the text's end where none does."""
    for match in _SENTENCE.finditer(text):
        if not _KEEP_ON.match(text, match.end()):
            return match.start()
    return len(text)


def goes_on_listing(text: str, above: str) -> bool:
    """Whether a line behind a gap may go on with a list: the line above runs on, or it begins with a name, a title or a post, or counts people."""
    if above.count("(") > above.count(")") or _RUNS_ON.search(above):
        return True
    first = _FIRST.split(text, maxsplit=1)[0].strip()
    if _HOLDER.match(text) or (parse(above) and len(text.split()) <= _ROLE and text[-1] not in ".:;"):
        return True  # "Director of", and "Housing (Mr A Roe)" on the next line; a name alone, and the role below it
    if title_regex().match(text) or counts(text) or _NOMINATED.match(text) or _post().search(first) or parse(first):
        return True
    if len(first.split()) <= 2 and parse(first, bare=True):
        return True
    words = first.split()
    return bool(words) and known_given(words[0]) and len(words) > 1 and words[1][:1].isupper()


def with_office(part: Chunk) -> Chunk:
    """A chunk with the office before its name, or the clerk's behind it, as a bracket: "Mayor Tolling", "Nora Quill-Clerk"."""
    office = _OFFICE_BEFORE.match(part.text) if not parse(part.text) else None
    if office:
        part = part._replace(text=part.text[office.end() :], brackets=(*part.brackets, office["office"].strip()))
    body = _BODY_BEHIND.fullmatch(part.text)
    if body and known_given(part.text.split()[0]):
        part = part._replace(text=body["name"], brackets=(*part.brackets, body["body"]))
    clerk = _CLERK_BEHIND.search(part.text)
    return part._replace(text=part.text[: clerk.start()].strip(), brackets=(*part.brackets, clerk["post"])) if clerk else part


def is_of_the_public(parts: Sequence[Chunk], index: int) -> bool:
    """Whether somebody without title or post is counted with others of the public: "Ann Roe and 2 other residents"."""
    part = parts[index]
    following = parts[index + 1] if index + 1 < len(parts) else None
    name = parse(part.text)
    plain = name is not None and not name.is_councillor and not part.brackets
    return bool(plain and following and _PUBLIC_TOO.match(following.text))


def is_of_no_one(parts: Sequence[Chunk], index: int) -> bool:
    """Whether a chunk tells nothing of the name before it: one of two schools, "Mrs A Hay, Elmley and Dunford Primary Academies", or the next one's label."""
    return _begins_pair(parts, index) or _begins_pair(parts, index - 1) or _labels_next(parts, index)


def _labels_next(parts: Sequence[Chunk], index: int) -> bool:
    """Whether a chunk stands before a colon: "Mrs A Hay, Elmley School Special School Representative: Mr P Roe"."""
    part, following = parts[index], parts[index + 1] if index + 1 < len(parts) else None
    label = index > 0 and following is not None and following.before == ":" and not part.brackets
    return label and bool(_REPRESENTS.search(part.text)) and parse(part.text) is None


def _begins_pair(parts: Sequence[Chunk], index: int) -> bool:
    if not 0 < index < len(parts) - 1:
        return False
    part, following = parts[index], parts[index + 1]
    alone = part.before == "," and not part.brackets and part.text.isalpha()
    return alone and following.before in {"and", "&"} and bool(_SEVERAL.search(following.text))


def with_holders(parts: Sequence[Chunk]) -> Iterator[Chunk]:
    """The chunks of a list, a post that "and the" begins taken together with the name behind it: "and the Clerk – Ann Roe"."""
    waiting: Chunk | None = None
    for part in parts:
        if waiting is not None:
            name = parse(part.text)
            if name is not None and (name.title or (name.given and part.before in _MARKS)) and part.before in {*_MARKS, " "}:
                post = _ARTICLE.sub("", waiting.text, count=1)
                yield part._replace(brackets=(post, *part.brackets), start=waiting.start, before=waiting.before)
                waiting = None
                continue
            yield waiting
            waiting = None
        if part.before.strip(", ") in _JOINTS and not part.brackets and _ARTICLE.match(part.text) and _post().search(part.text) and not parse(part.text):
            waiting = part
        else:
            yield part
    if waiting is not None:
        yield waiting


def two_on_a_line(parts: Sequence[Chunk]) -> bool:
    """Whether the rows of a list hold two names each, as columns do that have lost what parted them; a row alone may be one long name."""
    counted = [len(_whole_names(part.text)) for part in parts if part.before in {"", "\n"} and not part.brackets]
    return sum(number for number in counted if number % _PAIR == 0) > 2 * _PAIR


def each_of_a_run(part: Chunk, *, pairs: bool = False) -> Iterator[Chunk]:
    """The names of a chunk that is nothing but names without marks between them: "Mrs E A Forde J F Kerr"; else the chunk itself.

    `pairs` says that two names stand on a line.
    """
    whole = [] if part.brackets else _whole_names(part.text) or (_halves(part.text) if pairs else [])
    if len(whole) > _PAIR or (pairs and len(whole) == _PAIR):
        for number, printed in enumerate(whole):
            yield part._replace(text=printed, before=part.before if number == 0 else ",")
        return
    run = None if part.brackets or not _RUN.fullmatch(part.text) else list(_ONE.finditer(part.text))
    names = [parse(one.group()) for one in run or ()]
    if run is None or not all(names):
        yield part
        return
    for number, one in enumerate(run):
        yield part._replace(text=one.group(), before=part.before if number == 0 else ",")


def _whole_names(text: str) -> list[str]:
    """The names of a text that is nothing but given names that are known, each with one surname: "Roy Barker Julie Field Anne Dunn"; else none."""
    title = title_regex().match(text)
    words = text[title.end() if title else 0 :].split()
    if len(words) % 2 or not all(known_given(given) and _SURNAME.fullmatch(surname) for given, surname in zip(words[::2], words[1::2], strict=False)):
        return []
    pairs = [f"{given} {surname}" for given, surname in zip(words[::2], words[1::2], strict=True)]
    return [f"{title.group().strip()} {pairs[0]}" if title and pairs else "", *pairs[1:]] if title else pairs


def _halves(text: str) -> list[str]:
    """The two names of four words, of which one given name is known: "Alan Wrexby Gavar Tolling"; none where the second word is a given name too."""
    words = text.split()
    if len(words) != 2 * _PAIR or not all(map(_SURNAME.fullmatch, words)) or known_given(words[1]):
        return []
    halves = [" ".join(words[:_PAIR]), " ".join(words[_PAIR:])]
    return halves if known_given(words[0]) and all(map(parse, halves)) else []


@cache
def _post() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    return re.compile(f"{roles['officer_words']}|{roles['cabinet_words']}|\\bmayor\\b|\\bleader\\b", re.IGNORECASE)
