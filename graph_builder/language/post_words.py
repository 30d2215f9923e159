"""Words that stand beside a name go in; out come those of a post that somebody holds, or nothing where they are a time, a group, a place or a sentence."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from graph_builder import lexicon
from graph_builder.language import bodies, people
from graph_builder.language.names import fold, known_given, parse
from graph_builder.language.people import Person
from graph_builder.language.surroundings import common_words

# "Rev M Dale arrived at 8.15pm", "(till 8.42pm)", "was in attendance for item 4".
_CAME = re.compile(
    r"(?:^|[\s(,]+)(?:(?:who|she|he|they)\s+)?(?:(?:had|has|was|were)\s+)?(?:also\s+)?"
    r"(?:arriv(?:ed|es|ing)|depart(?:ed|s|ing)|left|leaving|leaves|joined|joins|joining|entered|attended|attends|attending|until|till|in\s+attendance"
    r"|(?:present|here)\s+(?:for|from|until|to)|not\s+present|(?:from|to|at|for)\s+(?:\d|items?\b|minutes?\b|agenda)|after\s+(?:item|minute)|in\s+part\b|for\s+part\b"
    r"|virtual(?:ly)?(?=\s+via|\s*$)|remotely|online|(?:via|by|on)\s+(?:ms\s+)?(?:teams|zoom|video|phone|telephone)|gave\s+the\b)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_GROUP = re.compile(
    r"(?:(?:the|county|district|borough|ward|city|town|parish|community|other|council|local|elected|also|and)\s+)*"
    r"(?:councillors|members|officers|officials|staff|guests|visitors|public|press|attendees|observers|apologies|present|absent)",
    re.IGNORECASE,
)
# The ward that somebody stands for: "Downderry Ward", "Trelawny Division".
_WARD = re.compile(r"(?:the\s+)?(?:[\w'’&-]+\s+){1,6}(?:Ward|Division|District\s+Electoral\s+Area)\s*\*?", re.IGNORECASE)
# What is left of "Hallam District" where the councillor stood on the next line.
_PLACE_ALONE = re.compile(r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?\s+(?:District|Borough|County|City|Town|Parish)")
# Whose councillor somebody is, and no post: "Ceredigion County Council", "ELDC".
_COUNCIL_ALONE = re.compile(
    r"(?:the\s+)?(?:(?:[A-Z][\w'’-]+|and|of|upon|&|on|in|the)\s+){0,6}(?:(?:County|District|Borough|City|Town|Parish|Community|Metropolitan)\s+){0,2}(?:Council|Corporation)"
)
# The next name of a list: "Dobson, Day".
_SURNAME_ALONE = re.compile(r"[A-Z][a-z'’-]{1,20}\.?")
_LETTERS_ALONE = re.compile(r"[A-Z]{2,6}")
_DEGREES = re.compile(r"^(?:(?:BA|BSc|BEd|MA|MSc|MBA|LLB|PhD|OBE|MBE|CBE|BEM|JP|DL|QC|KC)\b\.?(?:\s*\(Hons?\))?[\s,]+)+(?=\S)")  # "MBE, Mayor"
_TABLE_HEAD = re.compile(r"\b(?:items?|notes?|actions?|minutes?)\s*/\s*\w+", re.IGNORECASE)
_HEADING = re.compile(r"\b(?:APOLOGIES|DECLARATIONS?|MINUTES|VOTES?|ABSENCE|INTERESTS?|WELCOME|QUESTIONS)\b")
_RAN_IN = re.compile(
    r"\s+(?:Votes?\s+of\s+(?:Sympathy|Thanks|Congratulation)|Bible\s+Reading|Opening\s+Prayer|Item\s+No|Agenda\s+Item|Action|Members\s+of\s+the\s+(?:Senior|Management|Leadership|Executive))\b.*$"
    r"|(?<=Cathaoirleach)\s+Councillors$|\s+\d{1,3}\s+(?:members?|residents?|parishioners?)\b.*$|\s+\d{1,2}\.\s+[A-Z].*$|[\s*]+Also\s+(?:an?\s+)?(?:\w+\s+)?Councillor\b.*$",
    re.IGNORECASE,
)
# "J Gilmour": initials that stand apart, and a surname.
_INITIALLED = re.compile(r"(?<![\w.'’-])(?:[A-Z](?:\.\s?|\s)){1,3}(?P<surname>(?:O['’]|Mc|Mac|De|Le|La|Fitz)?[A-Z][a-z]{2,})")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Cllr|Councillor|Ald|Alderman)\b\.?\s+[A-Z]")
_SENTENCE = re.compile(r"\b(?:was|were|is|are|had|has|have|welcomed|thanked|reported|stated|asked|chaired|opened|proposed|seconded|presided|commencement)\b")
# What goes on behind the words of a post, and is no part of it: a name or a matter, a time, what somebody did, the next label or title of a list.
_BEHIND = re.compile(
    r"\s*\((?:[A-Z]\.|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)[^()]*\)\.?$|,?\s+(?:re|regarding|concerning|about)\b.*$|,\s*(?:substituting|deputising)\b.*$"
    r"|\s*[-–,(]\s*(?:ill\b|ill\s+health|illness|sick|unwell|(?:on\s+)?(?:annual\s+|maternity\s+)?leave\b|holidays?\b|family\b|work\s+commit|personal\s+reasons?).*$"
    r"|\s+(?:for\s+(?:an?other|one|a\s+further)\s+(?:year|term)\b|for\s+the\s+(?i:year|ensuing|coming|forthcoming|remainder|municipal|civic|council|current|next|rest)\b|until\b|with\s+(?:immediate\s+)?effect\b"
    r"|during\s+the\b|on\s+(?:the|his|her|their)\s+(?:award|death|occasion|retirement|appointment|election)\b).*$"
    r"|,?\s+(?:who|which)\s.*$|,?\s*[-–]?\s*\b(?:tel(?:ephone)?|phone|e-?mail|mobile)\b.*$"
    r"|,?\s*\(?\b[Ii]n\s+the\s+[Cc]hair\b\)?.*$|,?\s+(?:Room\s+\d|Contact\s+Officer|Key\s+[Pp]oints?\b|Date\s+\d|Personal\s+interest|Others?\s+(?=[A-Z])).*$"
    r"|(?:(?<=Mayor)|(?<=Chair)|(?<=Chairman)|(?<=Chairperson)|(?<=Cadeirydd)|(?<=Cathaoirleach)|(?<=Provost)|(?<=Clerk)|(?<=Leader))\s+(?:Councillors|Cllrs|Cynghorwyr)\b.*$|(?:[,\s]+|(?<=[a-z]))(?:Mr|Mrs|Ms|Miss|Dr)\.?$|(?<=[a-z])\s+\d{1,2}(?:\.(?:\s.*)?)?$|\s+on\s+(?:the|his|her|their|an?)\s+(?:\w+\s+){0,4}(?i:reports?|audit|review|plan|applications?|matter|issue|item|proposals?)\b.*$|,\s+St\.?$"
    r"|,\s[A-Z]$|,?\s+(?i:presiding)$|,\s+(?:on|for|in)\s+(?:his|her|their)\b.*$|,?\s+and\s+also\b.*$|,?\s+(?:on|in)\s+behalf\s+of\b.*$|,?\s+speaking\b.*$|,?\s+as\s+well\s+as\b.*$"
    r"|(?:(?<=Officer)|(?<=Manager)|(?<=Director)|(?<=Executive)|(?<=Engineer)|(?<=Administrator)|(?<=Development)|(?<=Services))\.\s+[A-Z].*$"
    r"|\s+(?:The\s+[Mm]eeting\s+(?:commenced|began|started|opened|was)\b|(?:Officers\s+in\s+)?Attendance$|Declarations?\s+of\s+Interest|Apolog(?:y|ies)\b).*$"
    r"|,\s+(?:an?|every|all|many|well|good|happy|best|the\s+(?:very\s+)?best|much)\s+[a-z].*$|,?\s+(?:an?|the|all)\s+(?:[a-z]+\s+){0,2}(?:recovery|luck|best|retirement|birthday)\b.*$"
    r"|,?\s*\(?\b(?:both|all)\s+(?:of\s+)?(?:the\s+)?[A-Z].*$|\s+(?:for|of|and|the|to|in|at)$"
)
# What its holder did, or was done to: "Chief Executive addressed the meeting", "Town Clerk then read out the rules".
_DEED = re.compile(
    r",?\s+(?:(?:who|which|and|also|then|again|formally|briefly|subsequently|duly|kindly)\s+)*(?:add(?:ed|ressed)|answered|apologised|appealed|arrived|asked|began|called|clarified|closed|concluded"
    r"|commended|commented|congratulated|declined|described|discussed|distributed|drew|emphasised|encouraged|enquired|explained|expressed|gave|handed|highlighted|indicated"
    r"|informed|introduced|joined|led|left|made|mentioned|moved|noted|offered|opened|outlined|paid|pointed|praised|presented|provided|queried|raised|ran|read|recommended"
    r"|referred|reiterated|reminded|replied|reported|requested|responded|returned|said|sent|shared|spoke|stated|stressed|submitted|suggested|summarised|talked|thanked|told"
    r"|updated|urged|welcomed|wished|withdrew|wrote)\b(?!\s+(?:by|to\s+the\s+Cabinet))"
)
# Several who hold a post of one name: "Senior Executive Officers", "Heads of Service".
_PLURAL = re.compile(
    r"^(?P<before>(?:(?!(?:of|for|to)\b)[\w'’&/-]+\s+){0,5})(?P<post>(?i:officer|director|manager|engineer|head|clerk|planner|solicitor|inspector|accountant|advis[eo]r|assistant|consultant"
    r"|surveyor|architect|auditor|leader|co-?ordinator|administrator|executive|specialist|technician|representative|superintendent|headteacher|governor|warden|champion|holder|trustee))s(?=$|,|\s+(?:of|for)\b)"
)
# The next one of a list that ran on: "Director of Education Mary Hutton, Chief Executive".
_NEXT_NAME = re.compile(r"[\s,–-]+(?P<given>[A-Z][a-z'’-]+)\s+(?P<surname>(?:O['’]|Mc|Mac|De\s|Le\s)?[A-Z][a-z'’-]+(?:-[A-Z][a-z]+)?)(?=\s*(?:,|\s[–-]\s|\())")
_GLUED = re.compile(r"(?P<given>[A-Z][a-z'’]+)\s+(?P<surname>[A-Z][a-z'’]+)[-–](?:Vice|Deputy|Chair|Clerk|Treasurer|Secretary)")
_PIECES = re.compile(r",\s+|\s+[–-]\s+")
# What stands before a post: initials that a paper gives its holder, an article, and the office that is told twice.
_BEFORE = re.compile(
    r"^(?:/\s*|[A-Z]{2,4},\s+|(?i:(?:the\s+|our\s+)?(?:office|position|post|role)\s+of\s+(?!(?:the\s+)?(?:[\w&]+\s+){0,5}(?:commissioner|ombudsman)))"
    r"|(?i:(?:the\s+)?(?:right\s+)?worshipful\s+the|the|our|their|his(?!\s+majesty)|her(?!\s+majesty)|its|newly\s+(?:appointed|elected))\s+(?:new\s+)?)+"
)
_NO_POST = re.compile(
    r"(?:(?:vice|deputy)[\s-]*)?chair\w*\s+designate|(?:committee|panel|board|council|cabinet|officers?|officials?|staff|members?|minutes?|notes?"
    r"|minute[- ]taker|assistant"
    r"|observers?|guests?|apologies|present|absent|vacancy)\.?"
    r"|(?!(?:head|manager|director|leader|chief|clerk)\b)[^,]*\boffice|(?:the\s+)?office\s+of\b.*|(?:(?!\b(?:of|at|for)\b)[^,])*\b(?:ltd|limited|llp|plc)\.?"
    r"|(?:\w+\s+){0,3}(?:champions|officers|directors|managers|leads|holders|representatives|spokespersons|leaders)\s+(?!(?:of|for|and)\b)[\w'’-]+"
    r"|(?:(?:district|county|borough|city|parish|town|ward)\s+)?(?:councillors|cllrs)|co-?opted(?:\s+\w+)?|voting|non-?voting|(?:remaining|replacement)\s+members?\b.*|members\b.*"
    r"|(?:conservative|labour|liberal\s+democrats?|green|independent|reform(?:\s+uk)?|plaid\s+cymru)(?:\s+group)?",
    re.IGNORECASE,
)
# What somebody is on a body, and no post: "independent member", "Nominated by Health Board".
_CAPACITY = re.compile(
    r"(?:(?:an?|last|surviving|only|independent|lay|substitute|reserve|co-?opted|elected|ordinary|full|non-?|voting|executive|associate|appointed|new|nominated|fellow|other"
    r"|public|community|board|committee|council|panel|parish|town|local|ex-?officio|found(?:er|ing)|honorary|life|existing|serving|longest|additional)[\s-]+)+(?:members?|persons?)"
    r"|(?:nominated|appointed|elected)\s+by\b.*|\d+\s.*",
    re.IGNORECASE,
)
_LETTERS_BEHIND = re.compile(r"\s*\((?P<letters>[A-Z&]{2,8})\)$")
_EXECUTIVE = re.compile(r"executive\s+members?", re.IGNORECASE)
_PAST = re.compile(
    r"(?:an?\s+|the\s+)?(?:former|ex-|retired|retiring|outgoing|late|previous|past|proposed)\b"
    r"|.*\bformer(?:ly)?\s+(?:an?\s+)?(?:\w+\s+){0,2}(?:member|chair\w*|mayor|leader|councillor|clerk|officer|director|head|employee|staff|teacher|principal)\b",
    re.IGNORECASE,
)
# Pieces of sentences, headings, what somebody declared, and the post of whoever had it before.
_NEVER = re.compile(
    r"^(?:if|that|when|whether|but|so|because|while|although|until|since|personal|prejudicial|pecuniary|others?|in\s+attendance|also\s+present)\b|^\w+\s+by\b|['‘’\"“](?:I|My|We)\s|\bI\s+(?:am|have|was)\b"
    r"|^(?:welcome|opening|introductions?|address|remarks|speech|update|presentation|apologies|comments|statement|message|questions?|thanks|votes?|congratulations|tributes?|best\s+wishes)"
    r"\s+(?:and\s+\w+\s+)?(?:by|from|of|to)\b|\b(?:outgoing|retiring|immediate\s+past)\b|\band\s+(?:co-?opted\s+)?members$",
    re.IGNORECASE,
)
# Words of what somebody did, or of what was done, and no post.
_DONE = re.compile(
    r"\b(?:took|taken|undertook|against|being|not|expressing|having|following|willingness|supported|accompanied|assisted|seconded|proposed"
    r"|seeks?|calls\s+(?:on|for)|urges?|incoming|meeting\s+with)\b|^(?:absence|request|invitation|behalf|suggestion|report|resignation|election|appointment|discretion|guidance|direction|advice|arrival|name)\s+(?:of|from)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:meeting|agenda)\s*(?:,|$)", re.IGNORECASE)
_VENUE = re.compile(r"\b(?:room|chamber|(?:town|village|parish|community|county|city)\s+hall|civic\s+centre)\b", re.IGNORECASE)
_NAME_FIRST = re.compile(r"([A-Z][\w'’-]+),\s+\S+\s+\S")  # "O'Quinn, Opposition Spokesperson": the next name of a list, and the post of its bearer
_NAME_WITHIN = re.compile(r"\b(?:[Oo]fficer|[Mm]anager|[Dd]irector|[Cc]lerk|[Pp]lanner|[Ss]ecretary|[Tt]reasurer)\s+(?P<given>[A-Z][a-z'’-]+)\s+[A-Z]")
_MOST_WORDS: Final = 18
# How many posts one person may be told to hold at once: "Clerk, Responsible Financial Officer and Proper Officer".
_MOST_POSTS: Final = 3


def without_asides(text: str) -> str:
    """The words beside a name without when its person came, left or was connected, and without a heading that ran into them."""
    return _RAN_IN.sub("", _CAME.sub("", text)).strip(" ,;-–—")


def post_words(text: str) -> str:
    """The words as a post; empty where they name a group, a heading or people, and cut where they run on into somebody's name."""
    words = _DEGREES.sub("", without_asides(" ".join(text.split())))
    if not words or any(no_post.fullmatch(words) for no_post in (_GROUP, _WARD, _PLACE_ALONE)):
        return ""
    if _TABLE_HEAD.search(words) or (words.isupper() and _HEADING.search(words)):
        return ""
    if len(words.split()) > _MOST_WORDS or _TITLED.match(words) or _SENTENCE.search(words):
        return ""
    first, *others = words.split()
    if not _posts().search(words) and (_SURNAME_ALONE.fullmatch(words) or first[0].islower() or (known_given(first) and others and others[0][0].isupper())):
        return ""
    name = parse(words)
    if name and name.has_given and known_given(name.given.split()[0]):
        return ""
    initialled = _INITIALLED.search(words)
    if initialled and fold(initialled["surname"]) not in common_words():
        return ""
    titled = next((person for person in people.find(words) if person.name.title), None)
    return words if titled is None else words[: titled.start].strip(" ,;-–—.")


def held(text: str) -> str:
    """The words of a post without a name or a matter behind it; empty where they are no post that somebody holds now."""
    words = _BEFORE.sub("", " ".join(text.split()))
    if _NEVER.search(words) or _is_list(words) or _begins_with_name(words):
        return ""
    words = _of_one(words)
    shorter = _BEHIND.sub("", words).strip(" ,;:–-")
    while shorter != words:
        words, shorter = shorter, _BEHIND.sub("", shorter).strip(" ,;:–-")
    words = _without_letters(words)
    if _NO_POST.fullmatch(words) or _PAST.match(words) or _DONE.search(words) or (_CAPACITY.fullmatch(words) and not _EXECUTIVE.fullmatch(words)):
        return ""
    return words if _may_be_post(words) else ""


def _without_letters(words: str) -> str:
    """The words without the abbreviation of the body in which they end: "Chief Executive of Vale Care Trust (VCT)", but not "Head of Service (SEND)"."""
    match = _LETTERS_BEHIND.search(words)
    heads = [word[0] for word in words[: match.start()].split() if word[0].isupper()] if match else []
    return words[: match.start()] if match and "".join(heads).endswith(match["letters"]) else words


def _of_one(words: str) -> str:
    """The words of a post up to what its holder did and to the next name of a list, as the post of one person."""
    deed = _DEED.search(words)
    words = words[: deed.start()] if deed and is_office(words[: deed.start()]) else words
    following = next((name for name in _NEXT_NAME.finditer(words) if _is_next(words, name)), None)
    words = words[: following.start()] if following else words
    return _PLURAL.sub(r"\g<before>\g<post>", words)


def _is_list(words: str) -> bool:
    """Whether words are a list that ran on: many posts, or two and between them what ends in a name, as in "Director, Housing Zuvia Tell, Clerk"."""
    first, *pieces = _PIECES.split(_of_one(words))
    if sum(map(is_office, (first, *pieces))) > _MOST_POSTS:
        return True
    pairs = pairwise(pieces)
    return is_office(first) and any(_ends_in_name(piece) and is_office(following) for piece, following in pairs)


def _begins_with_name(words: str) -> bool:
    """Whether words begin with the next name of a list, to which its post is glued: "Lynn Hale-Vice Chairman"."""
    glued = _GLUED.match(words)
    return bool(glued and known_given(glued["given"]) and fold(glued["surname"]) not in common_words())


def _ends_in_name(piece: str) -> bool:
    last = piece.split()[-2:]
    return len(last) == 2 and not is_office(piece) and all(word.istitle() and fold(word) not in common_words() for word in last)


def _is_next(words: str, name: re.Match[str]) -> bool:
    """Whether words in a post are the next name of a list: a given name and a surname that is no common word, behind a post."""
    return known_given(name["given"]) and fold(name["surname"]) not in common_words() and is_office(words[: name.start()])


def _may_be_post(words: str) -> bool:
    """Whether words may be one post, or where somebody is from: no sentence, no name of somebody else in it, and a word of a post or a body."""
    if len(words.split()) > _MOST_WORDS or _MEETING.search(words) or any(map(_is_somebody, people.find(words))):
        return False
    within, another = _NAME_WITHIN.search(words), _NAME_FIRST.match(words)
    if (within and known_given(within["given"])) or (another and not (is_office(another[1]) or _organisation().search(another[1]))):
        return False
    return is_office(words) or (not _VENUE.search(words) and (bool(_organisation().search(words)) or next(bodies.find(words), None) is not None))


def _is_somebody(found: Person) -> bool:
    """Whether a name in the words of a post is somebody else's, and not that of a firm or a place."""
    return found.sure or bool(found.name.given and not found.name.has_given)


def is_office(words: str) -> bool:
    """Whether words have a word of a post in them, and are not the name of a body alone."""
    return bool(_offices().search(words))


@cache
def _offices() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    ranks = "|".join(map(re.escape, roles["guest_titles"]))
    others = rf"{roles['chair']}|{roles['other_posts']}|{ranks}|councillor|cllr|head"
    return re.compile(rf"{roles['officer_words']}|{roles['cabinet_words']}|\b(?:{others})s?\b", re.IGNORECASE)


@cache
def _organisation() -> re.Pattern[str]:
    return re.compile(lexicon.load("roles")["organisation_words"], re.IGNORECASE)


def is_whereabouts(words: str) -> bool:
    """Whether words tell only from which council somebody is, by its name or its letters, and no post: "Vale County Council", "ELDC"."""
    return not _posts().search(words) and bool(_COUNCIL_ALONE.fullmatch(words) or _LETTERS_ALONE.fullmatch(words))


@cache
def _posts() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    others = "governor|trustee|representative|minister|bishop|headteacher|principal|professor|nurse|doctor|teacher|head|leader|chair\\w*|vice|mayor|provost"
    letters = "president|member|mp|msp|ms|td|mla|mep|ceo|cfo|coo|pcc|dcs|dph|rfo|gp|hmi|senco|mo"
    return re.compile(rf"{roles['officer_words']}|{roles['cabinet_words']}|\b(?:{others}|{letters})\b", re.IGNORECASE)
