"""Names of people as council papers print them, taken apart into title, given names or initials, surname and honours."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language import own_initials
from graph_builder.language.capitals import cased, is_abbreviation

# Latin letters with the marks that names in Britain and Ireland have.
_LETTER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_SMALL = "a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžșț"
_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "’": "'", ".": " "})
_INITIALS = rf"[{_LETTER}]\b(?:[ .-]*[{_LETTER}](?![\w']))*\.?"
_GLUED = r"[A-Z]{2,5}"
# "The Rt Hon Cllr Dr Sir" has five; a bound keeps a run of titles without a name from being tried from each of them to the end.
_MOST_TITLES: Final = 8
_LONGEST: Final = 60  # no name is longer; a longer text is not looked into
_EDGES: Final = " ,;.:*-–—"
_TITLES_ALONE: Final = frozenset("mr mrs ms miss mx dr cllr cllrs councillor councillors rev revd".split())
_OF_COUNCIL = re.compile(r"[A-Z]{2,3}C")  # "LCC", the council that a councillor is of
_STOPS = re.compile(r"[.\s]+")
_BETWEEN = re.compile(r"[\s-]+")
# "PC 4471 Holt": the number that police wear on the collar.
_COLLAR = re.compile(r"^((?:W?PC|PCSO|Sgt|Sergeant|Insp|Inspector|Constable|D[CS]|Garda)\.?)\s+(?:No\.?\s*)?[A-Z]?\d{2,5}[A-Z]?\s+(?=[A-Z])", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z]{2,4}")
_DOTTED_PC = re.compile(r"^P\.\s?C\.\s+(?=[A-Z])")
_GLUED_INITIAL = re.compile(r"(?<![\w.'’-])([A-Z])\.(?=[A-Z][a-z])")  # "R.Glyn Farrow"
_MAYOR = re.compile(r"lord\s+mayor|cyng\w*\.?\s+sir", re.IGNORECASE)
_SLASHED = re.compile(r"[\s/]+")
# "OBORSKI Fran": a surname in capitals before a given name, as registers print it.
_SURNAME_FIRST = re.compile(rf"((?:Mc)?[{_LETTER}][-'{_LETTER}]{{2,}})\s+([{_LETTER}][{_SMALL}]+)")
# "D Ó Conaill": a letter that stands for a word of the surname, no initial; without its accent only before what is such a surname.
_PARTICLE_LETTER = re.compile(rf"((?:[{_LETTER}]\.?\s?){{1,3}})\s+((?:Ó|O)\s+([{_LETTER}][{_SMALL}]+))")
_THE = re.compile(r"^(?:The\s+)?(?:Right\s+)?Worshipful\s+(?:the\s+)?(?:Lord )?Mayor,?\s+|^The\s+(?=(?:Rt|Right|Hon|Rev|Most|Very|Lord|Lady)\b)", re.IGNORECASE)
_DOTTED = re.compile(rf"(?:[{_LETTER}]\.?\s?){{1,3}}")
_COUPLE = re.compile(r"\b(?:and|&)\b", re.IGNORECASE)
_MOST_GIVEN: Final = 2
_FOR_ANOTHER = re.compile(r"^A/\s*")  # "A/Director", who acts for another
# "Robert (Bob) Smith": the name that somebody is called by stands in brackets.
_GIVEN_CALLED = re.compile(r"\w+\s*\(\s*[\"']?[A-Z][a-z]+[\"']?\s*\)\s*[A-Z]")
_CALLED = re.compile(r"\(\s*[\"']?(\w+)[\"']?\s*\)")
# Borough, County or District Councillor, shortened to letters that look like initials.
_RANK = re.compile(r"(?:BC|CC|DC|TC)\s+(?=[A-Z]\.?\s+[A-Z][a-z])|CC\s+(?=(?:Mc|Mac|O'|[A-Z]')?[A-Z][a-z]{2,}$)")  # "CC Finch": a Community Councillor


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
        letters = [part if part.isupper() and len(part) <= 5 and not known_given(part) else part[0] for part in self.given.split()]
        return "".join(letters).upper()

    @property
    def has_given(self) -> bool:
        """Whether a given name is written out."""
        return any(len(part) > 1 and not part.isupper() for part in self.given.split())

    @property
    def is_councillor(self) -> bool:
        """Whether the title is an elected member's."""
        return any(word in folded_words("councillor_titles") for word in _title_parts(self.title))

    @property
    def sex(self) -> str:
        """`f` or `m` where a title tells it, else empty."""
        # A Lord Mayor is a woman as often as a man, and "Cynghorydd Sir" is a county councillor.
        words = set(_title_parts(_MAYOR.sub("", self.title)))
        return "f" if words & folded_words("female_titles") else "m" if words & folded_words("male_titles") else ""


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """A text as names are compared: no case, no accents, no full stops, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


@cache
def folded_words(key: str) -> frozenset[str]:
    """The words of a list of the lexicon of people, as names are compared."""
    return frozenset(fold(word) for word in lexicon.words("people", key))


def _title_parts(title: str) -> list[str]:
    folded = fold(title)
    return [folded, *_SLASHED.split(folded)]


@lru_cache(maxsize=100_000)
def known_given(word: str) -> bool:
    """Whether a word is a given name that the lexicon knows."""
    return fold(word) in folded_words("given")


@cache
def _title_pattern() -> str:
    titles = sorted((fold(t) for t in lexicon.words("people", "titles")), key=lambda t: (-len(t), t))
    return "|".join(re.escape(t).replace(r"\ ", r"\.?\s+") for t in titles)


@cache
def title_regex() -> re.Pattern[str]:
    """One or more titles at a place in a text, with their full stops: `Cllr. Mrs`, `Rt Hon Sir`, `Councillor (Mrs)`, `Cyng/Cllr`."""
    titles, shown = _title_pattern(), "|".join(lexicon.words("people", "show_titles"))
    one = rf"\b(?:{titles})\b(?:\s?\.)?(?:\s?/\s?(?=(?:{titles})\b)|\s*)"
    return re.compile(rf"{one}(?:{one}|\((?:{shown})\.?\)\s*){{0,{_MOST_TITLES - 1}}}", re.IGNORECASE)


@cache
def title_openings() -> frozenset[str]:
    """The first words of all titles, folded: a text without any of them holds no title."""
    return frozenset(re.split(r"\W", fold(title))[0] for title in lexicon.words("people", "titles"))


@cache
def _particle() -> str:
    words = sorted((re.escape(w) for w in lexicon.words("people", "particles")), key=lambda w: (-len(w), w))
    return rf"(?:(?i:{'|'.join(words)})\.?\s+)*"


@cache
def word_pattern() -> str:
    """A capitalised word of a name: `Oborski`, `O'Brien`, `Mc Elligott`, `Uí Chonchúir`, `Pryce-Jones`, `OBORSKI`."""
    core = rf"(?:[{_LETTER}]'\s?|Mc\s?|Mac|(?:De|Di|Du|La|Le|Fitz|Van)(?=[A-Z][a-z]))?[{_LETTER}](?:[{_SMALL}]+|[{_LETTER}]+[{_SMALL}]*)(?:'[{_SMALL}]{{2,}})?"
    return rf"{core}(?:-\s?{core})*"


@cache
def honours_regex() -> re.Pattern[str]:
    """Letters after a name: `OBE`, `M.P.`, `T.D.`, `JP`."""
    options = []
    for word in lexicon.words("people", "honours"):
        letters = str(word).replace(".", "")
        options.append(r"\.?".join(re.escape(c) for c in letters.upper()) if len(letters) <= 3 else re.escape(letters.upper()))
    return re.compile(rf"(?:[\s,]+(?:the\s+)?(?:{'|'.join(options)}|PhD|Cstj|Esq)\b\.?)+")


def parse(text: str, *, bare: bool = False) -> Name | None:
    """The name that a stretch of text is, or None where it is none.

    `bare` allows a surname alone, as in a list of councillors; without it a surname alone needs a title.
    """
    printed = " ".join(text.strip(_EDGES).split()) if len(text) <= 4 * _LONGEST else ""
    return None if not printed or len(printed) > _LONGEST or printed.islower() else _parse(printed, bare)


@lru_cache(maxsize=100_000)
def _parse(printed: str, bare: bool) -> Name | None:
    worn = _GLUED_INITIAL.sub(r"\1. ", _COLLAR.sub(r"\1 ", _DOTTED_PC.sub("PC ", printed)))
    if any(map(str.isdigit, worn)) or _COUPLE.search(printed):
        return None
    rest, honours = _honours(own_initials.without(_in_order(_FOR_ANOTHER.sub("", _THE.sub("", worn.replace("’", "'"))))))
    title_match = title_regex().match(rest) or _RANK.match(rest)
    first, _, last = rest.rpartition(" ")
    if last[:1].isupper() and fold(last) in folded_words("titles_as_surnames") and fold(first.strip(" .")) in folded_words("councillor_titles"):
        return Name(printed, first.strip(), "", last, honours)  # "Councillor Lord"
    title = re.sub(r"[()]", "", title_match.group()).strip() if title_match else ""
    rest = rest[title_match.end() :].lstrip(": ") if title_match else rest
    given, surname = _given_and_surname(rest.strip(), titled=bool(title), bare=bare)
    if not surname or (not title and not given and fold(surname).replace(".", "") in folded_words("honours") | folded_words("offices")):
        return None
    return Name(printed, title, given, surname, honours)


def _in_order(text: str) -> str:
    """A name with a comma behind the surname, and initials or a title behind that, as it is spoken: `Hingston, A T`, `Oborski, Mrs F M`."""
    surname, comma, rest = text.partition(", ")
    if not comma or "," in rest or not _surname_alone().fullmatch(surname):
        return text
    title = title_regex().match(rest)
    called = " " not in surname and known_given(rest.split()[0]) and len(rest.split()) <= _MOST_GIVEN  # "Bell, Andrew J"
    if (_DOTTED.fullmatch(rest) and (" " not in surname or " " in rest or "." in rest)) or (title and len(rest) > title.end()) or called:
        return f"{rest} {surname}"
    return text


@cache
def _surname_alone() -> re.Pattern[str]:
    return re.compile(rf"{_particle()}{word_pattern()}(?:\s{word_pattern()})?")


def _honours(text: str) -> tuple[str, str]:
    match = honours_regex().search(text)
    if match and match.end() >= len(text.rstrip(" .")):
        return text[: match.start()].rstrip(" ,"), match.group().strip(" ,")
    return text, ""


def _given_and_surname(text: str, *, titled: bool, bare: bool) -> tuple[str, str]:
    if "(" in text:
        swapped = _swapped().fullmatch(text)
        if swapped:
            return _checked(_plain_initials(swapped[2]), swapped[1], witness=True)
        called = _CALLED.search(text)
        office = called is not None and fold(called[1]) in folded_words("offices")  # "Bell (Chair) Dunn" are two
        text = _CALLED.sub(" ", text).strip() if _GIVEN_CALLED.match(text) and not office else text
    first = _SURNAME_FIRST.fullmatch(text)
    if first and known_given(first[2]):
        return _checked(first[2], first[1], witness=True)
    particle = _PARTICLE_LETTER.fullmatch(text)
    if particle and (particle[2][0] == "Ó" or fold(particle[3]) in folded_words("o_surnames")):
        return _checked(_plain_initials(particle[1]), particle[2], witness=True)
    behind = _initials_behind().fullmatch(text) if bare or titled else None
    if behind:
        return _checked(_plain_initials(behind[2]), behind[1], witness=True)
    match = _shape().fullmatch(text)
    if not match:
        double = _initials_and_two_words().fullmatch(text)
        return _of_two_words(*map(_plain_initials, double.groups()), titled=titled) if double else ("", "")
    given = _plain_initials(match["initials"] or match["given"] or "")
    if match["initials"] and text.isupper() and known_given(given):
        given = given.capitalize()
    surname = " ".join(match["surname"].split())
    if given == "Ó" or (not match["initials"] and fold(given) in folded_words("particles") and not known_given(given)):
        given, surname = "", f"{given} {surname}"
    if not given and (not (titled or bare) or (not titled and is_abbreviation(surname))):
        return "", ""
    witness = titled or (bare and not given) or bool(match["initials"]) or known_given(given.split()[0] if given else "")
    strong = titled and bool(match["initials"]) and fold(surname) not in folded_words("no_surname")
    return (given, surname) if strong and fold(surname) in folded_words("not_name") else _checked(given, surname, witness=witness)


def _plain_initials(words: str) -> str:
    return _STOPS.sub(" ", words).strip()


@cache
def _swapped() -> re.Pattern[str]:  # a surname with the initials in brackets behind it: "Oakeshott (R.J.)".
    return re.compile(rf"({_particle()}{word_pattern()})\s*\(\s*({_INITIALS})\s*\)")


@cache
def _initials_behind() -> re.Pattern[str]:  # a surname with the initials behind it: "Butler C R".
    return re.compile(rf"({_particle()}{word_pattern()})\s+((?:[{_LETTER}]\.?\s?){{1,3}})")


@cache
def _shape() -> re.Pattern[str]:
    word, particle = word_pattern(), _particle()
    # Atomic words: a hyphen belongs to the word that it stands in, and is not tried as a mark between two as well.
    given = rf"(?>{word})(?:[\s-]+(?:(?>{word})|[{_LETTER}]\.?))*?"
    initials = rf"{_INITIALS}\.?\s*(?=\S{{2}})|{_GLUED}\s+"
    surname = rf"{particle}{word}(?:\s+(?:Uí|Ní|Mac|Mc)\s+{word})?"
    return re.compile(rf"(?:(?P<initials>{initials})|(?P<given>{given})\s+)?(?P<surname>{surname})")


@cache
def _initials_and_two_words() -> re.Pattern[str]:  # "R T Lloyd Jones", "J Edward Hale".
    return re.compile(rf"({_INITIALS})\s+({word_pattern()})\s+({word_pattern()})")


def _of_two_words(initials: str, first: str, second: str, *, titled: bool) -> tuple[str, str]:
    """Behind one initial a known given name is one ("J Edward Hale"); behind several, or a title, two words are a double surname."""
    if known_given(first) and len(initials) == 1:
        return _checked(f"{initials} {first}", second, witness=True)
    return _checked(initials, f"{first} {second}", witness=False) if titled or len(initials) > 1 else ("", "")


def _checked(given: str, surname: str, *, witness: bool) -> tuple[str, str]:
    """The parts, or empty ones where a word of them is known to be no part of a name.

    An all-capital pair without witness ("TASK GROUP") is none; a surname that is a common word too needs a witness.
    """
    words = [fold(w) for w in given.split()]
    if [known_given(w) or len(w) == 1 or w in folded_words("particles") for w in words][:3] == [True, False, True]:
        return "", ""  # "Ros Surtees Kirsty": one's whole name and the next one's given name
    if any(w in folded_words("not_name") and w not in folded_words("given") for w in words if len(w) > 1):
        return "", ""
    shown = folded_words("councillor_titles") | folded_words("show_titles")
    titles = any(fold(word) in shown for word in surname.split()[1:]) or fold(surname) in _TITLES_ALONE
    if titles or not _may_be_surname(surname, witness=witness):
        return "", ""
    letters = is_abbreviation(surname) and (given or _OF_COUNCIL.fullmatch(surname))  # "Vale CCG", "Councillor LCC"
    titled = fold(surname) in folded_words("councillor_titles") and not (words and known_given(words[0]))  # and not "Scott Baillie"
    if letters or titled or len(fold(surname)) < 2 or (_CAPITALS.fullmatch(surname) and not given and not witness):
        return "", ""
    return " ".join(cased(w) if len(w) > 5 or known_given(w) else w for w in given.split()), " ".join(cased(w) for w in surname.split())


def _may_be_surname(surname: str, *, witness: bool) -> bool:
    """Whether the words of a surname may be one: no common word, but those that are surnames too, or one of the two of `Gallery-Strong`."""
    free = folded_words("particles") | folded_words("surname_too") if witness else folded_words("particles")
    common = [word in folded_words("not_name") and word not in free for word in map(fold, _BETWEEN.split(surname))]
    double = witness and " " not in surname and len(common) == 2 and not set(fold(surname).split("-")) & (folded_words("no_double") | folded_words("offices"))
    return not all(common) if double else not any(common)
