"""Names of people as council papers print them, taken apart into title, given names or initials, surname and honours."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from graph_builder import lexicon

_LETTER = "A-ZÀ-ÖØ-Þ"
_SMALL = "a-zß-öø-ÿ"
_INITIALS = rf"[{_LETTER}](?:\.|\b)(?:[ .-]*[{_LETTER}](?:\.|(?![\w'])))*"
_GLUED = r"[A-Z]{2,5}"


# Borough, County or District Councillor, shortened to letters that look like initials.
_RANK = re.compile(r"(?:BC|CC|DC|TC)\s+(?=[A-Z]\.?\s+[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; `given` holds given names or initials as printed, without full stops."""

    printed: str
    title: str = ""
    given: str = ""
    surname: str = ""
    honours: str = ""

    @property
    def initials(self) -> str:
        """The initials in capitals without spaces: `FM` for Fran Mary, `CA` for glued initials, and empty where only a surname is printed."""
        letters = [part if part.isupper() and len(part) <= 5 and not _known_given(part) else part[0] for part in self.given.split()]
        return "".join(letters).upper()

    @property
    def has_given(self) -> bool:
        """Whether a given name is written out."""
        return any(len(part) > 1 and not part.isupper() for part in self.given.split())

    @property
    def is_councillor(self) -> bool:
        """Whether the title is an elected member's."""
        return any(word in _councillor_titles() for word in _title_parts(self.title))

    @property
    def sex(self) -> str:
        """`f` or `m` where a title tells it, else empty."""
        words = set(_title_parts(self.title))
        return "f" if words & _set("female_titles") else "m" if words & _set("male_titles") else ""


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """A text as names are compared: no case, no accents, no full stops, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace(".", " "))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon.words("people", key))


@cache
def _councillor_titles() -> frozenset[str]:
    return _set("councillor_titles")


def _title_parts(title: str) -> list[str]:
    folded = fold(title)
    return [folded, *folded.split()]


@cache
def _known_given(word: str) -> bool:
    return fold(word) in _set("given")


def known_given(word: str) -> bool:
    """Whether a word is a given name that the lexicon knows."""
    return _known_given(word)


@cache
def _title_pattern() -> str:
    titles = sorted((fold(t) for t in lexicon.words("people", "titles")), key=lambda t: (-len(t), t))
    return "|".join(re.escape(t).replace(r"\ ", r"\.?\s+") for t in titles)


@cache
def title_regex() -> re.Pattern[str]:
    """One or more titles at a place in a text, with their full stops: `Cllr. Mrs`, `Rt Hon Sir`."""
    return re.compile(rf"(?:\b(?:{_title_pattern()})\b(?:\s?\.)?\s*)+", re.IGNORECASE)


@cache
def _particle() -> str:
    words = sorted((re.escape(w) for w in lexicon.words("people", "particles")), key=lambda w: (-len(w), w))
    return rf"(?:(?i:{'|'.join(words)})\.?\s+)*"


@cache
def word_pattern() -> str:
    """A capitalised word of a name: `Oborski`, `O'Brien`, `Mc Elligott`, `Uí Chonchúir`, `Pryce-Jones`, `OBORSKI`."""
    core = rf"(?:[{_LETTER}]'\s?|Mc\s?|Mac|D')?[{_LETTER}](?:[{_SMALL}]+|[{_LETTER}]+)(?:[{_SMALL}]*)(?:'[{_SMALL}]{{2,}})?"
    return rf"{core}(?:-\s?{core})*"


@cache
def honours_regex() -> re.Pattern[str]:
    """Letters after a name: `OBE`, `M.P.`, `T.D.`, `JP`."""
    options = []
    for word in lexicon.words("people", "honours"):
        letters = str(word).replace(".", "")
        options.append(r"\.?".join(re.escape(c) for c in letters.upper()) if len(letters) <= 3 else re.escape(letters.upper()))
    return re.compile(rf"(?:[\s,]+(?:the\s+)?(?:{'|'.join(options)}|PhD|Cstj|Esq)\b\.?)+")


@lru_cache(maxsize=100_000)
def parse(text: str, *, bare: bool = False) -> Name | None:
    """The name that a stretch of text is, or None where it is none.

    `bare` allows a surname alone, as in a list of councillors; without it a surname alone needs a title.
    """
    printed = text.strip(" ,;.:*-–—")
    printed = re.sub(r"\s+", " ", printed)
    if not printed or len(printed) > 60 or any(c.isdigit() for c in printed):
        return None
    rest, honours = _honours(re.sub(r"^A/\s*", "", printed))
    title_match = title_regex().match(rest) or _RANK.match(rest)
    title = title_match.group().strip() if title_match else ""
    rest = rest[title_match.end() :] if title_match else rest
    given, surname = _given_and_surname(rest.strip(), titled=bool(title), bare=bare)
    if not surname:
        return None
    return Name(printed, re.sub(r"\s+", " ", title), given, surname, honours)


def _honours(text: str) -> tuple[str, str]:
    match = honours_regex().search(text)
    if match and match.end() >= len(text.rstrip(" .")):
        return text[: match.start()].rstrip(" ,"), match.group().strip(" ,")
    return text, ""


def _given_and_surname(text: str, *, titled: bool, bare: bool) -> tuple[str, str]:
    swapped = re.fullmatch(rf"({_particle()}{word_pattern()})\s*\(\s*({_INITIALS})\s*\)", text)
    if swapped:
        return _checked(swapped[2], swapped[1], witness=True)
    text = re.sub(r"\(\s*[\"']?(\w+)[\"']?\s*\)", " ", text).strip() if re.match(r"\w+\s*\(\s*[\"']?[A-Z][a-z]+[\"']?\s*\)\s*[A-Z]", text) else text
    behind = re.fullmatch(rf"({_particle()}{word_pattern()})\s+((?:[{_LETTER}]\.?\s?){{1,3}})", text) if bare or titled else None
    if behind:
        return _checked(re.sub(r"[.\s]+", " ", behind[2]).strip(), behind[1], witness=True)
    match = _shape().fullmatch(text)
    if not match:
        return "", ""
    given = re.sub(r"[.\s]+", " ", match["initials"] or match["given"] or "").strip()
    if match["initials"] and text.isupper() and _known_given(given):
        given = given.capitalize()
    surname = re.sub(r"\s+", " ", match["surname"])
    if not match["initials"] and fold(given) in _set("particles"):
        given, surname = "", f"{given} {surname}"
    if not given and not (titled or bare):
        return "", ""
    if not titled and not given and re.fullmatch(r"[A-Z]{2,4}", surname) and not re.search(r"[AEIOUY]", surname[1:]):
        return "", ""
    witness = titled or (bare and not given) or bool(match["initials"]) or _known_given(given.split()[0] if given else "")
    return _checked(given, surname, witness=witness)


@cache
def _shape() -> re.Pattern[str]:
    word, particle = word_pattern(), _particle()
    given = rf"{word}(?:[\s-]+(?:{word}|[{_LETTER}]\.?))*?"
    return re.compile(rf"(?:(?P<initials>{_INITIALS}\.?\s*(?=\S{{2}})|{_GLUED}\s+)|(?P<given>{given})\s+)?(?P<surname>{particle}{word}(?:\s+(?:Uí|Ní|Mac|Mc)\s+{word})?)")


def _checked(given: str, surname: str, *, witness: bool) -> tuple[str, str]:
    """The parts, or empty ones where a word of them is known to be no part of a name.

    An all-capital pair without witness ("TASK GROUP") is none; a surname that is a common word too needs a witness.
    """
    words = [fold(w) for w in given.split()]
    if any(w in _set("not_name") and w not in _set("given") for w in words if len(w) > 1):
        return "", ""
    last = [fold(w) for w in re.split(r"[\s-]+", surname)]
    for word in last:
        if word in _set("particles"):
            continue
        if word in _set("not_name") and not (witness and word in _set("surname_too")):
            return "", ""
    if len(fold(surname)) < 2 or (re.fullmatch(r"[A-Z]{2,4}", surname) and not given and not witness):
        return "", ""
    return " ".join(_cased(w) if len(w) > 5 or _known_given(w) else w for w in given.split()), " ".join(_cased(w) for w in surname.split())


def _cased(word: str) -> str:
    """A name printed in capitals in ordinary case; initials stay as they are."""
    if not word.isupper() or len(word) <= 2 or (len(word) <= 4 and not _vowelled(word)):
        return word
    return re.sub(rf"[{_LETTER}]+", lambda m: m.group().capitalize() if len(m.group()) > 1 else m.group(), word)


def _vowelled(word: str) -> bool:
    return any(c in "AEIOUYÁÉÍÓÚ" for c in word) and any(c not in "AEIOUYÁÉÍÓÚ" for c in word)
