"""The words of a declared interest: its kind, the item that they name, and the bodies or matters with the part that somebody has in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder.language import bodies
from graph_builder.language.surroundings import begins_with_kin

KIND = (
    r"(?P<kind>(?:(?:(?:other|disclosable|pecuniary|non-?\s?pecuniary|personal|prejudicial|registrable|registerable|non-?registrable"
    r"|non-?disclosable|significant|general|standing|ordinary|material|direct|indirect|financial|non-?financial|close|private|affected|statutory"
    r"|non-?\s?statutory|declarable|sensitive|but\s+(?:is\s+)?(?:a\s+)?(?:not|non)(?:\s+an?)?(?=[\s-]+(?:prejudicial|pecuniary|disclosable))|and|but|or)\b|\(?DPI\)?|/|,)\s*)*)"
)
_REASON = re.compile(
    r"(?:,|;)?\s*\b(?:(?<!far )(?<!well )as(?!\s+well\b|\s+a\s+result\s+of\b)|because|since|in\s+that|as\s+a\s+result\s+of|due\s+to|by\s+virtue\s+of"
    r"|by\s+reason\s+of|on\s+the\s+grounds?\s+(?:that|of)|for\s+the\s+reason\s+that|owing\s+to|given\s+that|on\s+the\s+basis\s+(?:that|of)|being|having"
    r"|in\s+(?:his|her|their)\s+(?:capacity|role|position)\s+as)\b\s*",
    re.IGNORECASE,
)
_NO_REASON = re.compile(
    r"(?:as\s+(?:referenced|set\s+out|detailed|listed|referred|described|outlined|follows|above|below|in\b)|having\s+(?:declared|left))", re.IGNORECASE
)
_MATTER = re.compile(
    r"\s*(?:\([^)]{0,120}\)\s*)?(?:in\s+so\s+far\s+as\s+(?:it|this|that|the\s+\w+)\s+(?:relates?|related)\s+to|in\s+relation\s+to|in\s+respect\s+of|in|regarding|relating\s+to|with\s+(?:regards?|respect|reference)\s+to"
    r"|concerning|on|for|under)\s+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
# "item 5", "Minute 45/19", "item 17.4", "minute LR.23", "item 9 a".
_ITEM = re.compile(
    r"\b(?:agenda\s+)?(?:items?|minutes?)\s*(?:no\.?\s*|number\s*|nos\.?\s*|reference\s*)?"
    r"((?:[A-Z]{1,4}[. /-]?)?\d{1,4}(?:[./]\d{1,4})*(?:\s?[a-z]\b)?)",
    re.IGNORECASE,
)
_IS = re.compile(
    r"^(?:(?:him|her|them|it)\s+(?=being\b)|(?:his|her|their)\s+(?=(?:position|role|employment|membership|work|appointment)s?\b))?"
    r"(?:(?:he|she|they|it|who)\s+(?:(?:is|was|are|were|has\s+been|had\s+been|had|has)\s+(?:also\s+|currently\s+|both\s+|all\s+)?|(?=[a-z]))"
    r"|(?:is|was|being|(?:they\s+)?were\s+(?:all\s+|both\s+)?)\s+)?(?:an?\s+|the\s+|both\s+|all\s+)?"
)
# "Chair of Governors at Vale School" is chair of governors, at the school.
_ROLE = re.compile(
    r"(?P<role>[^,;]{2,90}?(?:\s+of\s+(?:the\s+)?(?:[Gg]overnors|[Tt]rustees|[Dd]irectors))?)"
    r"\s+(?:of|for|at|on|to|with|(?<!appointed )(?<!nominated )(?<!elected )by|in|from)\s+(?:the\s+|an?\s+)?(?P<where>(?:[A-Z0-9]|local\b|former\s+[A-Z]).*)",
    re.DOTALL,
)
# A colon between the two, as in "Appointed Governor: Vale NHS Trust".
_COLON = re.compile(r"(?P<role>[A-Z]?[a-z]+(?:\s+[A-Z]?[a-z]+){0,4}):\s+(?P<where>[A-Z].*)", re.DOTALL)
# What ties somebody to a person or a place, which is no body: "related to the applicant", "lives in Mill Lane", "owned a shop in Mill Lane".
_TIE = re.compile(
    r"(?:very\s+|long-?standing\s+)?(?:related|relations?|relatives?|friends?|friendly|friendship|married|acquainted|acquaintances?|known|knew|knows|liv(?:ed|es?|ing)|resid(?:ed?|es|ing)"
    r"|residents?|neighbours?|work(?:ed|ing)\s+closely|(?:a\s+)?customers?|recipient|in\s+the\s+same\s+\w+)\b",
    re.IGNORECASE,
)
# What somebody has done or said, which is no part in a body: "has publicly expressed support of the site".
_DEED = re.compile(
    r"(?:\w+ly\s+)?(?:express|support|object|comment|vot|attend|campaign|sign|spok|writt|giv|tak|mad|receiv|discuss|been\s+involv)(?:ed|en)?\b", re.IGNORECASE
)
_POST_ALONE = re.compile(r"(?:\w+\s+){0,2}Head")  # "Head of Financial Services", who is an officer
_ITEMS_BEHIND = re.compile(r"\s+(?:i\.e\.|e\.g\.|namely|(?:Agenda\s+)?Items?\s+(?:No\.?\s*)?\d)")
_STREET = re.compile(r".*\b(?:Road|Street|Lane|Avenue|Close|Drive|Crescent|Way|Terrace|Place|Gardens|Grove|Hill|Row|Square|Court)\b\W*", re.DOTALL)
_FACT = re.compile(r"^(?:the\s+)?fact\s+that\s+", re.IGNORECASE)
# Where the words of an interest end: the next sentence, or what its declarant did.
_OVER = re.compile(
    r"(?<!\bSt)\.\s+(?=[A-Z])|(?:,?\s+and|,)?\s+(?:left|withdrew|retired(?=\s+from\s+the\s+(?:meeting|room|chamber))|took\s+no|did\s+not|would|remained|therefore|stated\s+that|requested\s+that"
    r"|noting\s+that|indicated\s+that|advised\s+that|informed\s+the|intended\s+to|elected\s+to)\b|\s+(?:when\s+th(?:e|is)|and\s+had|and\s+that\s+(?:he|she|they|his|her|their)|and\s+(?:may|might|could|so|was\s+therefore)|and\s+(?:he|she|they)\s+considered)\b|\s+on\s+the\s+same\s+grounds\b|,\s+(?:he|she|they)\s+(?:stepped|stood|vacated|then|moved|joined|chose|subsequently|handed)\b"
)
_APART = re.compile(r",\s+(?:which|who|and\s+(?:left|would|took))\b")
_NEXT = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=(?:an?\s+|the\s+)?(?:[A-Z]?[a-z-]+\s+){1,4}(?:of|for|at|on)\s+(?:the\s+)?[A-Z])")
ITEM_WORDS = (
    r"(?:agenda\s+)?(?:items?|minutes?)\s*(?:no\.?|number|nos\.?|reference)?\s*"
    r"(?:(?:[A-Z]{1,4}[. /-]?)?\d[\w./]*(?:\s?[a-z]\b)?|[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
# "item number fifteen – Community Asset Transfer –": the matter behind the number.
_NUMBERED = re.compile(rf"^{ITEM_WORDS}\s*[-–—:,]\s*(?P<rest>(?=\S*[A-Za-z]).*)$", re.IGNORECASE | re.DOTALL)
_AS_WHAT = re.compile(r"^(?:position|role|appointment)s?\s+as\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_OPEN = re.compile(r"\s*\([^()]*$")  # a bracket that does not close
_PRONOUN = re.compile(r"^(?:he|she|they|who|it)\s+(?:also\s+)?", re.IGNORECASE)
_EDGES = " ,.;:–—-‘’'\"“”"


def tidy_kind(words: str) -> str:
    """The kind of an interest in small letters, without commas and spare white space."""
    return " ".join(word if word.isupper() else word.casefold() for word in words.replace(",", " ").split()).strip("/ ")


def item_number(text: str) -> str:
    """The number of the first item or minute that the words name; empty where they name none."""
    match = _ITEM.search(text)
    return " ".join(match[1].split()) if match else ""


def without_number(text: str) -> str:
    """The words of a line of a list behind the numbers of items and minutes that stand before them."""
    pieces = re.split(r"\s+[-–—]\s+", text)
    kept = [piece for piece in pieces if not re.fullmatch(rf"(?:\w+\s+\w+\s?/\s?)?{ITEM_WORDS}(?:\s+only)?", piece.strip(), re.IGNORECASE)]
    return " – ".join(kept) if kept and len(kept) < len(pieces) else text


def before_the_end(text: str) -> str:
    """The words of an interest up to what its declarant did then."""
    return _OVER.split(text)[0]


def particulars(rest: str) -> Iterator[tuple[str, str]]:
    """The pairs of body (or matter) and role in what follows "declared an interest"."""
    rest = re.sub(r"^\W*\s+that\s+(?=(?:he|she|they)\b)", " as ", rest)
    rest = before_the_end(rest).strip(" .’'\"”")
    reason = next((match for match in _REASON.finditer(rest) if not _NO_REASON.match(match.group().strip(" ,;") + rest[match.end() - 1 :])), None)
    matter = _MATTER.match(f" {(rest[: reason.start()] if reason else rest).lstrip(' ,')}")
    what = _tidy(matter["what"]) if matter else ""
    pairs = roles(rest[reason.end() :]) if reason else []
    if any(where for where, _ in pairs):
        yield from ((where or what or role, role) for where, role in pairs)
    elif reason:
        why = _PRONOUN.sub("", _FACT.sub("", rest[reason.end() :].strip(" ,.")))
        # "as his brother, Mark Bell, was employed there": what a relative is, is no role of the declarant.
        role = why if begins_with_kin(why) or not pairs else pairs[0][1]
        yield what or role, role
    elif what:
        yield what, ""


def _tidy(what: str) -> str:
    """The matter without the item's number before it, where the words tell more than the number."""
    what = " ".join(re.sub(r"\s+as\s+(?:referenced|set\s+out|detailed|referred\s+to|outlined)\b.*$", "", what, flags=re.DOTALL).split())
    numbered = _NUMBERED.match(what.strip(" ,"))
    inner = (numbered["rest"] or "").strip(_EDGES) if numbered else ""
    return inner if len(inner) > 3 else what.strip(" ,.–—-’'\"”")


def _each(where: str) -> list[str]:
    """The two bodies that "and" joins, or the words as they are: "Vale Town Council and Wexshire Council"."""
    named = list(bodies.find(where))
    joined = len(named) == 2 and where[: named[0].start].strip() == "" and where[named[0].end : named[1].start].strip() in {"and", "and the"}
    return [body.name for body in named] if joined and not where[named[1].end :].strip() else [where]


def _is_post(match: re.Match[str]) -> bool:
    """Whether words are an officer's post and no part in a body: "Head of Financial Services", but not "Head of Vale School"."""
    return bool(_POST_ALONE.fullmatch(match["role"])) and next(bodies.find(_ITEMS_BEHIND.split(match["where"])[0]), None) is None


def roles(text: str) -> list[tuple[str, str]]:
    """Pairs of body and role: "Chair of X, Trustee of Y and Member of Z"; a piece without a role belongs to the body before it."""
    found: list[tuple[str, str]] = []
    for piece in _NEXT.split(_APART.split(_FACT.sub("", text))[0].strip(" .,")):
        bare = re.sub(r"(?:\s+respectively|\s+and(?:\s+(?:he|she|they))?\s*;?)$", "", _AS_WHAT.sub("", _IS.sub("", piece, count=1))).strip(" -–—")
        match = _COLON.fullmatch(bare) or _ROLE.fullmatch(bare)
        if not found and match and (_TIE.match(bare) or _DEED.match(bare) or _STREET.fullmatch(match["where"]) or _is_post(match)):
            found.append(("", bare))
        elif match and len(match["role"].split()) <= 12:
            where = _ITEMS_BEHIND.split(match["where"])[0]
            role = re.sub(r"\s+(?:serving|sitting)$", "", _PRONOUN.sub("", match["role"]).strip(" .,"))
            found += [(name, role) for name in _each(_OPEN.sub("", where).strip(" .,-–—"))]
        elif found and found[-1][0] and piece and piece[0].isupper():
            where, role = found.pop()
            found.append((f"{where}, {piece}", role))
        elif not found and bare:
            found.append(("", bare))
    return found
