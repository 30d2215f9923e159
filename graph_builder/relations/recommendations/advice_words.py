"""A recommendation as it is read from a sentence, and its words without what joins them to the words around."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

# Where a page cuts an item, and where somebody else begins to speak.
_CUT = re.compile(
    r"\s*(?:\.{3}|…)\s*view\s+the\s+full\b.*$"
    r"|,?\s+but\s+(?:unfortunately|however|this|these|it|he|she|they|no|there)\b.*$"
    r"|,?\s+and\s+(?:the\s+|an?\s+)?(?!finish\b)(?:(?!\b(?:that|is|are|was|were|be|been|to)\b)[\w()'’-]+\s+){1,7}?(?:agreed|undertook|confirmed|replied|responded)\b.*$"
    r"|\s+[–-]\s+(?:the\s+|an?\s+)?(?:(?!\b(?:that|is|are|was|were|be|been|to)\b)[\w()'’-]+\s+){1,7}?(?:agreed|undertook|confirmed|replied|responded)\b.*$"
    r"|;\s+(?:the|an?|mr|mrs|ms|miss|dr|cllr|councillor|members?|it|they|he|she)\b(?![^;]{0,60}\bbe\s+\w+).*$",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\bT\s?H\s?A\s?T\b")
# What a body does when it writes, where what the other is to do stands behind: "write to the Minister to request that".
_ERRAND = re.compile(
    r"^(?:(?:seek|request|ask|urg|call|press)(?:e?s|ing|e)?|ask(?:ing)?\s+for|call(?:ing)?\s+for|press(?:ing)?\s+for)\s+(?:that\s+|(?=(?:the|an?|more|further|additional|urgent|all|some|any|funding)\b))",
    re.IGNORECASE,
)
_ON_OTHERS = re.compile(
    r"^(?:ask|request|urg|encourag|call|press|invit)(?:e|ing)?\s+(?:(?:up)?on\s+)?(?P<who>(?:(?!\b(?:to|that|for)\b)[^.;:,]){2,90}?)\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^(?:and|but|also|that)\s+|^(?:It\s+was\s+)?(?:RESOLVED|AGREED)\b[\s:–-]*(?:That\b[\s:–-]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Advice:
    """One recommendation or request: by whom and to whom as printed, its words and the rule; and how it was answered."""

    by: str
    to: str
    text: str
    rule: str
    own: bool = False
    """Whether the body that meets makes it."""
    status: str = ""
    response: str = ""
    number: str = ""
    """Its number or letter in a list, as printed."""

    def answered(self, status: str, words: str) -> Advice:
        """The same with its answer."""
        return replace(self, status=status, response=words)


def clean(words: str) -> str:
    """The words of a recommendation, without what joins them to the words around."""
    words = _CUT.sub("", _HEAD.sub("", _SPACED.sub("that", " ".join(words.split()))))
    words = re.sub(r"^\W*that\s+", "", words) if words.startswith(("that ", "- that", "– that")) else words
    return re.sub(r"[\s,;:–-]+(?:and|but|or)?\s*$", "", words).strip(' .;,"')


def errand(words: str, to: str) -> str:
    """What somebody who is written to is to do, without the verb by which the writer asks: "the Group recognise" of "request that the Group recognise"."""
    others = _ON_OTHERS.match(words)
    if others is None:
        return _ERRAND.sub("", words)
    who, whom = bare(others["who"]).casefold(), bare(to).casefold()
    the_same = who in {"him", "her", "them", "it"} or who in whom or whom in who
    return words[others.end() :] if the_same else words


def bare(words: str) -> str:
    """Words for somebody without an article."""
    return re.sub(r"^(?:the|an?|and)\s+", "", " ".join(words.split()).lstrip("“\"‘' "), flags=re.IGNORECASE).strip(' .,“”"‘')
