"""Which words can mean somebody who acts: a post, a body, a group, a name; and where such words begin in a sentence."""

from __future__ import annotations

import re
from functools import cache

from graph_builder import lexicon
from graph_builder.language import people

ARTICLE = re.compile(
    r"^(?:(?:the|an?|our|its|their|each|any|every|some|relevant|local|those|all|both|(?:one|two|three|four|five|six)(?:\s+of)?|and|that|or|also|then|finally|firstly|lastly|thereafter|subsequently)\s+)+",
    re.IGNORECASE,
)
JOINS = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|\s*/\s*|\s+plus\s+|\s+together\s+with\s+|\s+or\s+)\s*(?:the\s+)?", re.IGNORECASE)
APPOSED = re.compile(r"^(?P<name>[^,]{2,60}),\s+(?:an?|the|one\s+of|our)\s+[^,]{3,90}$", re.IGNORECASE)
PRONOUNS = frozenset(("he", "she", "they", "we", "i", "it", "who"))
_TOKEN = re.compile(r"[\w'&/.-]+|,|[()]")
_BREAK = re.compile(r"[.;:!?]\s+|(?<=[a-z]{3})\.(?=[A-Z][a-z])|[;:]|(?<!\w)\d{1,2}(?:\.\d{1,2})+\.?\s+|\s[-–—]\s|[–—]|\n|\"")
_TITLE_STOP = re.compile(r"(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllrs?|Clr|St|Rev|Revd|Hon|Prof|Ald|Messrs|No|[a-z]\.[a-z])$")
_GOVERNED = re.compile(r"\b(?:of|for|from|with|in|by|between|to|on|at)\s+(?:(?:the|an?)\s+)?(?:[a-z]+\s+)*$")
# "the next meeting of the Overview and Scrutiny Committee": one name, and "Scrutiny Committee" is no subject.
_NAME_GOES_ON = re.compile(r"\b(?:of|for|from|with|in|by|between|to|on|at|via)\s+(?:the\s+)?(?:[A-Z][\w'’&-]*,?\s+)+(?:and|or)\s*$")
_ACRONYM = re.compile(r"[A-Z](?:[A-Z]|&(?=[A-Z]))[A-Za-z]{0,2}[A-Z&]{0,4}s?")
_RELATIVE = re.compile(r"\b(?:which|that|where|when|who|if|whether)\s+(?:the\s+)?$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\band\b|\b[a-z]+[^s\W]s$|\b(?:Members|Councillors|Officers|Residents|Governors|Trustees|Inspectors|Gardaí|Gardai|Advisers|staff|police)$"
)
# "Director of Finance and Property" is one, whatever the post is for.
_FIELD = re.compile(r"\s(?:of|for|with)\s.*$", re.DOTALL)
_PREPOSITIONS = frozenset("of for in on at to by from with into under over within between among via per across around through".split())
_ARTICLES = frozenset(("the", "a", "an"))
_GOES_ON = frozenset(("and", ",", "(", ")", "&", "plus", "or", "present", "together"))
_BOUNDARIES = frozenset((",", "and", "or", "that", "plus", "so", "then", "also", "both"))


def tokens_of(words: str) -> list[str]:
    """The words, commas and brackets of some words, without articles; none where they cannot be a whole phrase."""
    tokens = _TOKEN.findall(ARTICLE.sub("", words.strip(" ,")))
    whole = words.count("(") == words.count(")") and 0 < len(tokens) <= 18
    return tokens if whole and tokens[-1].casefold() not in _PREPOSITIONS | _ARTICLES | {"and", "or"} else []


def acts_itself(tokens: list[str]) -> bool:
    """Whether some words hold a verb, or a pronoun beside other words: then they are no phrase for somebody."""
    folded = [token.casefold() for token in tokens]
    # "the Chairman of this group"
    pointed = {index for index, token in enumerate(folded) if token in {"this", "these"} and index and folded[index - 1] in _PREPOSITIONS}
    return any(token in listed("not_in_doer") | PRONOUNS for index, token in enumerate(folded) if index not in pointed)


def is_headed(tokens: list[str]) -> bool:
    """Whether a post, a body or a group is the head of the words: nothing before it but what describes it."""
    folded = [token.casefold() for token in tokens]
    if any(word == "to" and after[0].islower() and after not in _ARTICLES for word, after in zip(folded, tokens[1:], strict=False)):
        return False  # "SV to remind school" is somebody with a task
    heads = [index for index, token in enumerate(tokens) if _is_head(token) or is_acronym(token)]
    # "HMT reporting policy team": the letters only say whose team it is
    heads = heads[1:] if len(heads) > 1 and is_acronym(tokens[heads[0]]) and heads[0] == 0 and not _joins(folded[: heads[1]]) else heads
    if not heads:
        return False
    rest = next((index for index in range(heads[0] + 1, len(tokens)) if index not in heads), None)
    follows = rest is None or folded[rest] in _PREPOSITIONS | _GOES_ON or tokens[rest][0].isupper()
    before = set(folded[: heads[0]])
    doing = {token for token in before if token.endswith("ing")} - listed("fields")
    return follows and not doing and not before & (_PREPOSITIONS | _ARTICLES | {","})


def _joins(words: list[str]) -> bool:
    """Whether some words before a head join it to others or bear it."""
    return bool(set(words) & (_PREPOSITIONS | _GOES_ON))


def is_acronym(word: str) -> bool:
    """Whether a word is an abbreviation that may mean somebody."""
    return bool(_ACRONYM.fullmatch(word)) and word.casefold() not in listed("not_acronyms")


def is_thing(word: str) -> bool:
    """Whether a capitalised word ends the name of a paper or a place, not of somebody."""
    return word.casefold().removesuffix("s") in listed("things")


def _is_head(token: str) -> bool:
    word = token.casefold().strip(".'()").removesuffix("'s")
    return bool({word, word.removesuffix("s"), f"{word.removesuffix('ies')}y"} & listed("doers"))


def starts(text: str, stop: int) -> list[tuple[int, int]]:
    """Where a phrase that ends at an offset may begin: the beginning of its clause, and each word of it from the left, the last eighteen at most."""
    floor = max((match.end() for match in _BREAK.finditer(text[:stop]) if not _is_abbreviation(text, match.start())), default=0)
    found = [(floor, floor + match.start()) for match in re.finditer(r"(?<!\S)[(\"']*\w\S*", text[floor:stop])]
    return [(floor, start) for floor, start in found[-18:] if _begins(text[floor:start], text[start:stop])]


def _is_abbreviation(text: str, at: int) -> bool:
    """Whether a full stop belongs to a title or initials before it and ends no sentence: "Mr. McGrath", "P. Norris"."""
    return text[at] == "." and bool(_TITLE_STOP.search(text[:at]))


def _begins(before: str, words: str) -> bool:
    """Whether words can begin a noun phrase where they stand: not in the middle of a name, nor behind a preposition."""
    last = re.search(r"([\w'&/.-]+|[,)])\s*[(\"']?$", before)
    if last is None:
        return True
    folded = last[1].casefold()
    if folded in _PREPOSITIONS or folded == ")":
        return False
    joined = words.removeprefix("and ")
    ahead = before if joined == words else f"{before}and "
    if joined[0].isupper() and len(joined.split()) > 1 and _NAME_GOES_ON.search(ahead):
        return _is_titled(joined)
    if folded in _BOUNDARIES or folded in listed("not_in_doer") or ARTICLE.match(words):
        return True
    if not words[0].isupper() or last[1][0].isupper():
        return False
    # "the integration of key SEND services": what stands behind a preposition is no subject, but for a person
    return not _GOVERNED.search(before) or _is_titled(words)


def _is_titled(words: str) -> bool:
    """Whether some words begin with a person's name and title."""
    person = next(iter(people.find(words)), None)
    return bool(person and person.start == 0 and person.name.title)


@cache
def speaking() -> re.Pattern[str]:
    """A verb of speaking."""
    verbs = "|".join(re.escape(verb).replace(r"\ ", r"\s+") for verb in lexicon.words("actions", "speaking"))
    return re.compile(rf"\s+(?:then\s+|also\s+|further\s+)?(?:{verbs})\b")


def is_relative(before: str) -> bool:
    """Whether what stands before some words makes them part of a relative clause or a question."""
    return bool(_RELATIVE.search(before))


def may_be(pronoun: str, words: str) -> bool:
    """Whether a pronoun may mean somebody by number: several people are no "he"; without a pronoun, whoever it is."""
    if not pronoun:
        return True
    several = bool(_SEVERAL.search(_FIELD.sub("", words)))
    return several == (pronoun == "they") or (pronoun == "they" and not re.search(r"[A-Z]\w+$", words))


@cache
def listed(key: str) -> frozenset[str]:
    """The words of a list of the lexicon, without case."""
    return frozenset(word.casefold() for word in lexicon.words("actions", key))
