"""The grades and outcomes that a sentence says were given: each with its class, its printed words and its place."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from graph_builder.relations.inspections.inspection_words import grade_patterns, outcome_patterns


class Judgement(NamedTuple):
    """A grade or outcome: the class that other words of the same grade share, the words, and their place."""

    grade: str
    printed: str
    start: int
    end: int


# Before a grade: the words that make it a judgement of an inspectorate.
_JUDGED: Final = re.compile(
    r"(?:\b(?:judg(?:ed|es?|ing)|evaluat(?:ed|es?|ing)|rat(?:ed|es?|ing)|graded|deemed|classed|assessed|categorised)\b(?:[^.;:,]{0,70}?|[^.;:]{0,90}?\bas\s+)"
    r"|\bfound\s+(?:\w+\s+){0,4}?to\s+be\s+(?:\w+\s+){0,2}?"
    r"|\b(?:received|awarded|gave|given|achieved|retained|kept|maintained|secured|obtained)\s+(?:(?:the|our|its)\s+[\w ]{3,25}?\s+)?"
    r"(?:an?\s+|the\s+|its\s+|their\s+|another\s+)?(?:overall\s+|second\s+|highest\s+)*(?:(?:judge?ment|rating|grade|grading)\s+of\s+)?"
    r"|\b(?:grades?|levels?)\s+(?:of\s+)?[1-6]\s*(?:[-\u2013,:(]\s*)+|\bgrad\w+\b[^.;]{0,80}\b[1-6]\s*\("
    r"|\bjudge?ments?\b[^.;]{0,80}?\bthat\s+(?:[\w']+\s+){1,6}"
    r"|\bfound\s+(?:[\w']+\s+){1,4}(?=[\"'])"
    r"|\b(?:improved|moved|upgraded|downgraded|declined)\b[^.;,]{0,40}?\bto\s+"
    r"|\b(?:judge?ments?|ratings?|grades?|gradings?|overall\s+effectiveness|outcome)\b[^.;]{0,80}?(?:\b(?:was|were|is|remained|as|of|being)\s+|[:–-]\s*)(?:that\s+(?:\w+\s+){1,6}?(?:was|were|is)\s+)?(?:again\s+|now\s+|still\s+|overall\s+)?"
    r"|\b(?:was|were|is|are|be|being|remained)\s+(?:[\w'-]+\s+){0,8}?(?=[\"']))[\"'(]{0,2}(?:overall\s+)?$",
    re.IGNORECASE,
)
# Before an outcome told as a sentence.
_TOLD: Final = re.compile(
    r"\b(?:identif\w+|found|finding|determined|because\s+of|due\s+to|concluded|reported|lead(?:s|ing)?\s+to|led\s+to|set\s+out|outlined"
    r"|highlighted|had|has|there\s+(?:were|was)|judged|category|outcome|placed)\b[^.;]{0,120}$",
    re.IGNORECASE,
)
# Behind a grade: what makes it a part of another word.
_GOES_ON: Final = re.compile(
    r"[\"')]*\s+(?!Ofsted\b|CQC\b|Estyn\b|in\b|for\b|by\b|with\b|and\b|or\b|across\b|overall\b|regulatory\b|consumer\b|at\b|on\b|as\b|but\b|range\b|bracket\b|rating\b|judge?ments?\b|grad(?:e"
    r"|ing)\b|category\b|following\b|from\b|after\b|which\b|this\b|when\b|though\b|although\b|whil(?:e|st)\b|whereas\b|since\b|during\b|against\b|under\b"
    r"|services?\b|authorit(?:y|ies)\b|council\b|to\s+be\b|ha[ds]\s+been\b|was\b|were\b|outcome\b|overall\b|\(|[-–])\w",
)
_UNREAL: Final = re.compile(
    r"\b(?:not|no\s+longer|never|if|whether|would|could|should|might|(?-i:may)|aim\w*\s+(?:to|for)|aspir\w+|ambition|target|in\s+order\s+to|hop\w+\s+to"
    r"|want\w*\s+to|need\w*\s+to|striv\w+|journey\s+to|how\s+to|what\s+makes|to\s+be(?=\s+(?:judged|rated|graded)))\b[^.;]{0,70}$",
    re.IGNORECASE,
)
# Before a grade: what makes it that of an earlier inspection, of which the sentence tells no more.
_BEFORE_THAT: Final = re.compile(
    r"\b(?:had|was|were|been|is|which|school|service|home|it)\s+previously\s+(?:been\s+)?(?:judged|rated|graded|deemed|found)\b[^.;,]{0,40}$"
    r"|\b(?:previously|already)\s+(?:been\s+)?(?:judged|rated|graded)\b[^.;,]{0,30}$"
    r"|\bfrom\s+(?:(?:a|an|its|their|the)\s+)?(?:(?:previous|overall|earlier|rating|grade|grading|judge?ment|of|being|judged|rated|graded|as)\s+)*[\"'(]*$"
    r"|\bsince\b[^.;,]{0,70}\b(?:was|were|been|being)\s+(?:judged|rated|graded|found)\b[^.;,]{0,40}$"
    r"|\bprevious\s+(?:overall\s+)?(?:rating|grade|grading|judge?ment)s?\b[^.;,]{0,25}$"
    r"|\b(?:compared\s+(?:to|with)|instead\s+of|rather\s+than|up\s+from|down\s+from)\s+(?:[\w']+\s+){0,4}[\"'(]*$",
    re.IGNORECASE,
)
_STATISTIC: Final = re.compile(
    r"\b(?:for|in|under)\s+(?:the\s+)?[\"'][^\"']{3,30}[\"']\s+(?:category|domain|question|area|pillar|theme)\b[^.;]{0,50}$|"
    r"\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several)\s+(?:(?:of\s+)?(?:the\s+|these\s+)?(?:[\w-]+\s+){0,3})?(?:had|have)\s+(?:been\s+|now\s+|since\s+)*"
    r"(?:rated|judged|graded|received|achieved|given|obtained)\b[^.;,]{0,40}$|"
    r"\b(?:domains?|pillars?|themes?|key\s+questions?|standards?)\s+(?:of\s+)?[\"'][^\"']{3,40}[\"']\s+(?:\w+\s+){0,3}[\"']?$|"
    r"\b(?:(?:authorities|councils|forces)(?=\s+(?:who|that|which|were|are|had|have|judged|rated|graded))|schools|academies|settings|nurseries|childminders|homes|providers|colleges|centres|establishments|pupils|(?<!\bfor\s)children|lessons"
    r"|per\s*cent|percentage|proportion|number\s+of|how\s+many|any|most|all\s+of\s+the)\b(?!'s)(?!\s+(?:services|social\s+care|centre|in\s+care"
    r"|trust))[^.;]{0,80}$|%[^.;]{0,80}$"
    r"|\b(?:(?:a\s+)?few|some|several|many|other|certain|two|three|four)\s+(?:key\s+|of\s+the\s+)?(?:areas?|aspects?|elements?|domains?|features|standards)\s+"
    r"(?:(?:that|which)\s+)?(?:are|were|was|is|being|had\s+been|have\s+been)\s+(?:\w+\s+){0,4}[\"'(]*$|\b(?:in|for|under)\s+(?:the\s+)?(?:areas?|pillars?|domains?|themes?)\s+of\s+[^.;]{2,140}$"
    r"|\b(?:one|two|three|four|\d+)\s+(?:of\s+(?:the\s+)?\w+\s+)?(?:\w+\s+)?(?:was|were)\s+(?:rated|judged|graded)\s+(?:as\s+)?[\"']?$",
    re.IGNORECASE,
)
_SERVICE: Final = re.compile(
    r"\b(?:overall|services?|authority|council|local\s+area|area|partnership|leaders(?:hip)?|arrangements|department|directorate|it|they|we"
    r"|had\s+been|inspectors)\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?:school(?!\s+(?:improvement|places?|transport|meals|admissions?|organisation|age|leaders|attendance|readiness|effectiveness))|academy|college|nursery|pre-?school|setting(?!\s+out)|childminder|care\s+home|children's\s+home|residential\s+home|(?<!employer\s)provider|hospitals?|ward"
    r"|NHS|(?:partnership|care|foundation|ambulance\s+service|hospitals?)\s+trust|the\s+trust(?!\s+(?:of|with|between|in))|surgery|(?:GP|medical|dental)\s+practice|garage|bidder|tender|application|assessment\s+of\s+risk)\b",
    re.IGNORECASE,
)
# A risk in a register, which officers rate.
_RISK: Final = re.compile(
    r"\brisk\s+(?:registers?|ratings?|scores?|levels?|owners?|matri\w+)\b|\b(?:corporate|strategic|residual|inherent|high|medium|low|current)\s+risks?\b"
    r"|\brisks?\b[^.;,]{0,40}\b(?:rated|scored|assessed|graded|judged)\b|\b(?:rated|scored|assessed)\b[^.;,]{0,20}\brisks?\b",
    re.IGNORECASE,
)


def judgements(text: str) -> list[Judgement]:
    """The judgements that a sentence says were given, in order; none that it denies, hopes for, or counts over many schools."""
    found = [*_graded(text), *_outcomes(text)]
    found = next((areas for one in found if (areas := _by_area(text, one))), found)
    found = _of_areas_before(text, found) or found
    found = [one for one in found if not any(_SINCE_THEN.search(text[one.end : other.start]) for other in found if other.start > one.end)]
    kept = [one for one in found if not any(_inside(one, other) for other in found)]
    return sorted(kept, key=lambda one: one.start)


def _inside(one: Judgement, other: Judgement) -> bool:
    """Whether the words of a grade are a part of another's: "good" in "very good", "requires improvement to be good"."""
    return one is not other and other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start


def _graded(text: str) -> list[Judgement]:
    found: list[Judgement] = []
    scale = _scale(text)
    spans = [match.span() for pattern in grade_patterns().values() for match in pattern.finditer(text)]
    for grade, pattern in grade_patterns().items():
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if any(start <= match.start() and match.end() <= end and (start, end) != match.span() for start, end in spans):
                continue  # "good" in "requires improvement to be good"
            chained = any(_CHAIN.fullmatch(text, other.end, match.start()) for other in found)
            given = _JUDGED.search(before[-160:]) or chained or (grade in _CONSUMER and _GRADING.match(text, match.end()))
            given = given or (match.group()[0].isupper() and _INSPECTION_WAS.search(before))
            if grade in _CONSUMER and _ENDS_OF_SCALE.search(text) and not _AWARDED.search(before):
                continue
            if given and match.start() not in scale and _real(before) and not _GOES_ON.match(text, match.end()):
                found.append(Judgement(grade, match.group(), match.start(), match.end()))
    return found


def _by_area(text: str, first: Judgement) -> list[Judgement]:
    """The grades of a list of areas that a first one leads, each with its area; none where it leads no list."""
    places = sorted((match.span(), grade) for grade, pattern in grade_patterns().items() for match in pattern.finditer(text, first.end))
    chain = [first]
    for (start, end), grade in places:
        if _NEXT_AREA.fullmatch(text, chain[-1].end, start):
            chain.append(Judgement(grade, text[start:end], start, end))
    ends = [*(one.start for one in chain[1:]), len(text)]
    return [_with_area(text, one, end) for one, end in zip(chain, ends, strict=True)] if len(chain) > 1 else []


def _with_area(text: str, one: Judgement, end: int) -> Judgement:
    """A grade with the area behind it, which ends before the next grade of the list."""
    area = _LAST_AREA.match(text, one.end, end)
    end = area.end() if area else one.end
    printed = _LINK.sub("", text[one.start : end]).rstrip(" ,\"'(")
    return Judgement(f"{one.grade} {printed}", printed, one.start, one.start + len(printed))


def _of_areas_before(text: str, found: list[Judgement]) -> list[Judgement]:
    """Different grades, each with the area that stands before it: "leadership was evaluated as weak and attainment as good"; none where one has none."""
    ordered, told = sorted(found, key=lambda one: one.start), list[Judgement]()
    if len({one.grade for one in ordered}) < _TWO:
        return []
    for before, one in zip([None, *ordered[:-1]], ordered, strict=True):
        start = before.end if before else 0
        area = (_AREA_AND if before else _AREA_FIRST).search(text[start : one.start])
        if area is None:
            return []
        at = start + area.start("area")
        told.append(Judgement(f"{one.grade} {text[at : one.end]}", text[at : one.end].strip(), at, one.end))
    return told


# Between a grade of before and that of now: "had been rated Inadequate in 2018 and was now Good".
_SINCE_THEN: Final = re.compile(r"\b(?:and|but)\s+(?:(?:it|which)\s+)?(?:was|is|were|are|ha[ds]|have)\s+(?:now|since)\b", re.IGNORECASE)
_TWO: Final = 2
_GIVES: Final = r"(?:evaluated|graded|rated|judged|assessed)"
_NO_AREA: Final = (
    r"was|were|had|has|have|been|is|are|it|they|as|to|that|which|who|judged|rated|graded|evaluated|assessed|inspect\w*|Ofsted|CQC|Estyn|home|school|services?"
    r"|council|authority|trust|overall|now|but|previously|again|outcome|judge?ments?|ratings?|grades?|domain"
)
_AREA_WORDS: Final = rf"(?P<area>(?:(?!(?i:{_NO_AREA})\b)[A-Za-z][\w'&-]*,?\s+){{1,9}}?)"
_AREA_END: Final = r"(?:as\s+)?(?:[1-6]\s*[-\u2013]\s*)?[\"'(]*$"
_AREA_FIRST: Final = re.compile(rf"(?:^|[.;:,]\s|\bthat\s+|\b{_GIVES}\s+)(?:the\s+)?{_AREA_WORDS}(?:(?:was|were)\s+{_GIVES}\s+)?{_AREA_END}")
_AREA_AND: Final = re.compile(rf"^[\"')]*\s*(?:,|;)?\s*(?:and|but|with|while)?\s*(?:the\s+)?{_AREA_WORDS}(?:(?:was|were)\s+)?{_AREA_END}")


def _scale(text: str) -> set[int]:
    """Where grades stand in a list of those that can be given: "a grade of outstanding, good, requires improvement or inadequate"."""
    found = sorted({match.span() for pattern in grade_patterns().values() for match in pattern.finditer(text)})
    runs: list[list[tuple[int, int]]] = []
    for span in found:
        if runs and _NEXT_GRADE.fullmatch(text, runs[-1][-1][1], span[0]):
            runs[-1].append(span)
        else:
            runs.append([span])
    listed = [run for run in runs if len(run) > 2 and _EITHER.search(text[max(0, run[0][0] - 40) : run[-1][1]])]
    return {start for run in listed for start, _ in run}


# "The Ofsted inspection was GOOD"
_INSPECTION_WAS: Final = re.compile(
    r"\b(?:inspection|report|judge?ment|result|outcome)\b(?:\s+[\w']+){0,8}?\s+(?:was|is|of)\s+[\"'(]*$|\bresult\s+[\"'(]*$", re.IGNORECASE
)
_NEXT_GRADE: Final = re.compile(r"[\"'\u2018\u2019)\s]*(?:(?:,|;|/|\bor|\band)\s*)*[\"'\u2018\u2019(]*")
_EITHER: Final = re.compile(r"\bor\b|\bsuch\s+as\b|\beither\b|\bscale\b|\brang\w+\s+from\b", re.IGNORECASE)
_CONSUMER: Final = frozenset(("C1", "C2", "C3", "C4"))
_GRADING: Final = re.compile(r"\s+(?:consumer\s+|regulatory\s+)?(?:grad(?:e|ing)|rating|judge?ment)\b|(?<=grade)|(?<=grading)", re.IGNORECASE)
# "with C1 being the highest grade and C4 the lowest"
_ENDS_OF_SCALE: Final = re.compile(r"\b(?:highest|lowest|best|worst|most\s+severe|from\s+C\d)\b", re.IGNORECASE)
_AWARDED: Final = re.compile(
    r"\b(?:received|awarded|given|following\s+(?:the|its|a)|achieved|assigned|confirmed)\s+(?:an?\s+|the\s+)?(?:grade\s+of\s+)?$|\bthe\s+$", re.IGNORECASE
)
# "judged as good in prevention; adequate in training; and requires improvement in protection"
_NEXT_AREA: Final = re.compile(r"[\"')]*\s+(?:in|for|at)\s+(?!(?:[A-Z]\w+\s+)?(?:19|20)\d\d)[^.;]{3,200}?(?:;|,|,?\s+and)\s+(?:(?:and|as|also|an?)\s+)*[\"'(]*")
_LINK: Final = re.compile(r"(?:[;,]?\s+(?:and|as|also|an?))+\s*[\"'(]*$|[;,]\s*$")
_LAST_AREA: Final = re.compile(r"[\"')]*\s+(?:in|for|at)\s+[^.;]{3,200}")
_CHAIN: Final = re.compile(r"[\"']*\s+(?:(?:in|for)\s+(?:both\s+)?[\w' ]{3,60}|overall)?,?\s*(?:and|but)\s+(?:(?:an?|also|as)\s+)?[\"']*")


def _outcomes(text: str) -> list[Judgement]:
    found: list[Judgement] = []
    for grade, pattern in outcome_patterns().items():
        match = pattern.search(text)
        if match and _TOLD.search(text[: match.start()]) and not _NONE.search(text[: match.start()]) and _real(text[: match.start()]):
            found.append(Judgement(grade, match.group(), match.start(), match.end()))
    return found


_NONE: Final = re.compile(r"\b(?:no|not\s+any|without)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)


def _real(before: str) -> bool:
    return not (_UNREAL.search(before) or _STATISTIC.search(before) or _BEFORE_THAT.search(before))


def names_an_establishment(text: str) -> bool:
    """Whether a text speaks of one school, home or ward, whose inspection would not be the council's."""
    return bool(_OTHER.search(text))


def of_a_service(text: str) -> bool:
    """Whether a sentence without the name of an inspection speaks of a council's services, not of one school or home."""
    return bool(_SERVICE.search(text)) and not names_an_establishment(text) and not _RISK.search(text)
