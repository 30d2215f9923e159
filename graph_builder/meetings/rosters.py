"""Lists of people become entries: who was present, in which capacity and role, who sent apologies, who is a member."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph_builder import lexicon
from graph_builder.language.names import Name, fold, known_given, parse, title_regex
from graph_builder.language.passages import Line, Passage
from graph_builder.language.lists import Chunk, chunks, name_span, ranked, stack
from graph_builder.paper import Entry

_SUBSTITUTE = re.compile(r"(?:as\s+)?(?:substitut(?:e|ing)|sub|deputising|replac(?:ing|ement)|reserve)\.?\s+(?:member\s+)?(?:for|of)?\s*|in\s+(?:the\s+)?place\s+of\s+|on\s+behalf\s+of\s+|vice\s+(?=Councillor|Cllr)", re.IGNORECASE)
_COUNT = re.compile(r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|several|some|no|approximately|circa|\d+\s*x)\b.*\b(?:members?|people|person|public|press|residents?|parishioners?|representatives?|visitors?|observers?|councillors?)\b|^(?:the\s+)?(?:members?\s+of\s+(?:the\s+)?(?:public|press)|none|nil|n/?a|tbc|vacan(?:cy|t)|public|press|noted|received)\b", re.IGNORECASE)
_INITIALS = re.compile(r"^[A-Z]{1,3}[A-Za-z]?[A-Za-z]$")


@dataclass(frozen=True, slots=True)
class Label:
    """What the label of a list says of those on it; `open` where their posts decide the capacity."""

    status: str
    capacity: str = ""
    role: str = ""
    text: str = ""
    open: bool = False
    post: str = ""


@cache
def _labels() -> tuple[tuple[re.Pattern[str], Label], ...]:
    rows = lexicon.load("layout")["lists"]
    return tuple((re.compile(row["match"], re.IGNORECASE), Label(row["status"], row.get("capacity", ""), row.get("role", ""), open=bool(row.get("open")), post=row.get("post", ""))) for row in rows)


_AFTER_LABEL = re.compile(r"\s*(?:\([^)]{0,60}\))?\s*(?:[:–—]|-(?=\s|$)|\.(?=\s*$)|$)\s*")


def label_of(text: str) -> tuple[Label, int] | None:
    """The label at the head of a line and where what follows it begins, or None.

    A label ends in a colon, a dash or the line's end; without these what follows has to be a titled name.
    """
    for pattern, label in _labels():
        match = pattern.match(text)
        if not match:
            continue
        after = _AFTER_LABEL.match(text, match.end())
        if after:
            return replace(label, text=match.group()), after.end()
        if re.match(r"\s+", text[match.end() :]) and _titled(text[match.end() :].strip()):
            return replace(label, text=match.group()), match.end()
    return None


_PART_OF = re.compile(r"\b(?:group|party|conservatives?|labour|liberal|democrats?|greens?|independents?|members|schools?|academ\w+|sector|wards?|parish|councillors)\b", re.IGNORECASE)


def other_label(text: str, *, under: Label | None = None) -> tuple[Label, int] | None:
    """A label that no list of labels has, between lists of people: a few words and a colon, "Responsible authorities:".

    One that parts the list above it, "Conservative Group:", says of its people what that list's label says.
    """
    match = re.fullmatch(r"(?P<label>[A-Z][^.:;,]{2,60}?)(?:\s*\([^)]*\))?\s*:", text)
    if not match or len(match["label"].split()) > 7 or parse(match["label"]) or title_regex().match(text):
        return None
    if under is not None and _PART_OF.search(match["label"]):
        return replace(under, text=match["label"]), len(text)
    return Label("present", text=match["label"]), len(text)


def _titled(text: str) -> bool:
    title = title_regex().match(text)
    return bool(title and title.end() > 1 and text[title.end() : title.end() + 1].isupper())


def entries(lines: Sequence[Line], label: Label, *, first: int = 0) -> Iterator[Entry]:
    """The entries of a list that stands on these lines; `first` is where it begins on the first one."""
    if (lines and first < len(lines[0].text)) or len(lines) > 1:
        passage = stack(lines, first=first)
        yield from read(passage, label)


def read(passage: Passage, label: Label) -> Iterator[Entry]:
    """The entries of a list that a passage is."""
    for mark in _INLINE.finditer(passage.text):
        inner = label_of(passage.text[mark.start("label") :].split("\n")[0][: len(mark["label"]) + 2])
        if inner is not None and mark.start() > 0:
            yield from read(passage.cut(0, mark.start()), label)
            yield from read(passage.cut(mark.end()), inner[0])
            return
    parts = chunks(passage.text)
    if _posts_first(parts):
        yield from _read_posts_first(passage, parts, label)
    else:
        yield from _read_names_first(passage, parts, label)


# A label in the midst of a list: "Hibbert-Lowe, Osei. Clerk: S. Garside. Also: Borough Cllr Nuttall".
_INLINE = re.compile(r"(?:[.;]|\s{2,}|\n)\s*(?P<label>(?:Parish\s+|Town\s+|Deputy\s+)*Clerk|Also(?:\s+present|\s+in\s+attendance)?|In\s+attendance|Apologies|Officers?|Absent|Guests?|Visitors?)\s*:\s*", re.IGNORECASE)


def _posts_first(parts: list[Chunk]) -> bool:
    """Whether names stand in brackets behind posts: `Head of Finance (Mr T Gilligan)`."""
    inside = sum(1 for part in parts if _bracketed_name(part))
    outside = sum(1 for part in parts if parse(part.text))
    return inside > outside


def _bracketed_name(part: Chunk) -> Name | None:
    if not part.brackets or parse(part.text):
        return None
    name = parse(part.brackets[-1])
    return name if name and (name.title or name.given) else None


def _read_posts_first(passage: Passage, parts: list[Chunk], label: Label) -> Iterator[Entry]:
    post: list[Chunk] = []
    for part in parts:
        name = _bracketed_name(part)
        if name is None and parse(part.text):
            yield from _read_names_first(passage, [part], label)
            post = []
            continue
        post.append(part)
        if name is not None:
            start = post[0].start
            words = re.sub(r"\s*[(\[][^()]*[)\]]\s*$", "", " ".join(passage.text[start : part.end].split())).strip(" ,;")
            begin, end = name_span(passage, part, name)
            entry = Entry(passage.cut(start, part.end), label.status, name, passage.span(begin, end), post=words, label=label.text)
            yield _settled(entry, label)
            post = []


@dataclass(slots=True)
class _Draft:
    """An entry while its details are read."""

    chunk: Chunk
    name: Name
    end: int
    details: list[str]
    role: str = ""
    initials: str = ""
    substitutes: Name | None = None


def _read_names_first(passage: Passage, parts: list[Chunk], label: Label) -> Iterator[Entry]:
    bare = label.capacity in {"member", "co-opted"} or label.status == "apologies"
    listed = _listed(parts)
    drafts: list[_Draft] = []
    plural = ""
    role = ""
    for part in parts:
        title = title_regex().match(part.text)
        plural = _singular(title.group()) or ("" if title and title.end() < len(part.text) else plural) if title else plural
        of = re.match(r"(?P<who>.{5,40}?)\s+(?:of|from|representing|for)\s+(?P<org>(?:the\s+)?[A-Z].*)$", part.text)
        if of and parse(of["who"]) and not parse(part.text):
            part = part._replace(text=of["who"], brackets=(*part.brackets, of["org"]))
        pair = ranked(part.text)
        if pair:
            part = part._replace(text=pair[1], brackets=(pair[0], *part.brackets))
        name = _name(part, bare=bool(plural) or (bare and (listed or _starts_entry(part))), drafts=drafts, listed=listed or bool(plural))
        if name is not None:
            name = replace(name, title=plural) if plural and (not name.title or _singular(name.title)) else name
            drafts.append(_Draft(part, name, part.end, [], role=role))
            role = ""
            for bracket in part.brackets[1 if name.printed.endswith(")") else 0 :]:
                _detail(drafts[-1], bracket, bracketed=True)
        elif _role(part.text) and (not drafts or part.before == "\n"):
            role = _role(part.text)
        elif drafts and not _COUNT.match(part.text) and not (title and title.end() >= len(part.text)):
            drafts[-1].end = part.end
            if part.before in {"and", "&"} and drafts[-1].details and part.text:
                drafts[-1].details[-1] += f" {part.before} {part.text}"
                continue
            for text in (part.text, *part.brackets):
                _detail(drafts[-1], text, bracketed=False)
    usual = sum(bool(draft.details) for draft in drafts) * 2 >= len(drafts)
    for draft in drafts:
        yield _entry(passage, draft, replace(label, open=label.open and not (usual and label.capacity == "member")))


def _singular(title: str) -> str:
    """The title that each name behind a plural one has: "Councillor" for "Councillors"; empty for a title of one person."""
    word = fold(title)
    return "Mr" if word == "messrs" else title.strip(" .:").rstrip("s") if word in lexicon.words("people", "plural_titles") else ""


def _starts_entry(part: Chunk) -> bool:
    return part.before in {"", "\n"}


def _listed(parts: list[Chunk]) -> bool:
    """Whether names follow one another behind commas, so that a capitalised pair there is a name and no detail."""
    strong = 0
    for part in parts:
        name = parse(part.text)
        if part.before in {",", ";", "and", "&"} and name and (name.title or (name.given and (not name.has_given or known_given(name.given.split()[0])))):
            strong += 1
    return strong >= 1


def _name(part: Chunk, *, bare: bool, drafts: list[_Draft], listed: bool) -> Name | None:
    """The name that a chunk is, where it begins an entry."""
    text = part.text
    if _COUNT.match(text) or _role(text):
        return None
    for bracket in part.brackets[:1]:
        if re.fullmatch(r"[A-Z](?:\s?[A-Z])?", bracket) and parse(text, bare=True) and not parse(text):
            return parse(f"{text} ({bracket})", bare=True)
    name = parse(text) or (parse(text, bare=True) if bare and len(text.split()) <= 2 else None)
    if name is None or (part.before in {"-", "–", "—", *(() if bare else (":",))} and not (name.title or (name.given and not name.has_given))):
        return None
    abbreviated = any(re.fullmatch(r"[A-Z][A-Za-z]{1,3}", b) and b[0] == name.printed[0] for b in part.brackets[:1])
    weak = not name.title and name.has_given and not known_given(name.given.split()[0]) and not abbreviated
    if weak and drafts and part.before == "," and not listed:
        return None
    return name


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(lexicon.load("roles")[key], re.IGNORECASE)


@cache
def _chairs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    roles = lexicon.load("roles")
    tail = r"(?:\s+(?:of|for)\s+the\s+(?:committee|panel|board|meeting|council|parish\s+council|forum|sub-?committee|cabinet|group).{0,40})?(?:\s*[,-]?\s*(?:in\s+the\s+chair|presiding|for\s+(?:this|the)\s+meeting))?"
    head = r"(?:the\s+|acting\s+|as\s+|elected\s+)?"
    vice = rf"{head}{roles['vice_chair']}{tail}"
    chair = rf"{head}{roles['chair']}{tail}|(?:presiding\s+)?in\s+the\s+chair.{{0,30}}|presiding|(?:the\s+)?(?:(?:town|lord|deputy)\s+)*mayor(?:ess)?(?:,?\s+in\s+the\s+chair|,?\s+presiding)"
    return re.compile(vice, re.IGNORECASE), re.compile(chair, re.IGNORECASE)


def _role(text: str) -> str:
    vice, chair = _chairs()
    plain = text.strip(" .,*")
    in_chair = re.search(r"\bin\s+the\s+chair\b", plain, re.IGNORECASE)
    if vice.fullmatch(plain):
        return "chair" if in_chair else "vice-chair"
    return "chair" if chair.fullmatch(plain) else ""


def _detail(draft: _Draft, text: str, *, bracketed: bool) -> None:
    """What one detail says of the entry: a role, initials, a substitution, or a post."""
    text = text.strip(" .,*")
    role = _role(text)
    if not role and "," in text and any(_role(piece) for piece in text.split(",")):
        for piece in text.split(","):
            _detail(draft, piece, bracketed=bracketed)
        return
    substitute = _SUBSTITUTE.match(text)
    if not text or (bracketed and not role and _words("ignored_in_brackets").match(text)):
        return
    if role:
        draft.role = draft.role or role
    elif substitute:
        draft.substitutes = parse(text[substitute.end() :], bare=True)
    elif _INITIALS.match(text) and draft.name.surname[:1].upper() in text:
        draft.initials = text
    elif not _COUNT.match(text):
        for piece in re.split(r"\s+[-–—]\s+|\s*/\s*(?=Chair|Vice)", text):
            inner = _role(piece)
            if inner:
                draft.role = draft.role or inner
            else:
                draft.details.append(piece)


def _entry(passage: Passage, draft: _Draft, label: Label) -> Entry:
    begin, end = name_span(passage, draft.chunk, draft.name)
    if label.status == "apologies":  # why somebody is away is nobody's business: only posts and bodies are kept
        draft.details = [d for d in draft.details if any(_words(key).search(d) for key in ("officer_words", "cabinet_words", "organisation_words", "chair"))]
        draft.end = draft.end if draft.details else end
    post, organisation = _post_and_organisation(draft.details)
    entry = Entry(
        passage.cut(draft.chunk.start, draft.end), label.status, draft.name, passage.span(begin, end), role=draft.role, post=post,
        organisation=organisation, initials=draft.initials, substitutes=draft.substitutes, label=label.text,
    )  # fmt: skip
    return _settled(entry, label)


def _post_and_organisation(details: list[str]) -> tuple[str, str]:
    """The post, and the body behind it where the last detail is one and no post."""
    details = [" ".join(d.split()) for d in details if d.strip()]
    if not details:
        return "", ""
    last = details[-1]
    if (" " in last or last.isupper()) and _words("organisation_words").search(last) and not _words("officer_words").search(last) and not _words("cabinet_words").search(last) and last[0].isupper():
        return ", ".join(details[:-1]), last
    return ", ".join(details), ""


def _settled(entry: Entry, label: Label) -> Entry:
    """The entry with the capacity that its label and its post give it."""
    role = entry.role or (label.role if entry.name else "")
    post = entry.post or label.post
    entry = replace(entry, post=post)
    if label.capacity == "member" and not role and not entry.organisation and re.fullmatch(r"independent\s+chair(?:man|person|woman)?", post, re.IGNORECASE):
        role = "chair"
    capacity = label.capacity
    title = fold(entry.name.title) if entry.name else ""
    if _words("cabinet_words").search(post) and capacity != "member":
        capacity = "cabinet-member"
    elif label.open or not capacity:
        outside = title in {fold(t) for t in lexicon.load("roles")["guest_titles"]}
        if outside or (entry.organisation and not capacity):
            capacity = "guest" if label.status == "present" else ""
        elif _words("officer_words").search(post) and not (entry.name and entry.name.is_councillor):
            capacity = "officer"
    if capacity == "member" and re.match(r"(?:the\s+)?(?:(?:parish|town|deputy|assistant|minutes?)\s+)*clerk\b", post, re.IGNORECASE):
        capacity = "officer"
    if label.status == "apologies" and not capacity and set(title.split()) & {"cllr", "councillor"} and not set(title.split()) & {"county", "borough", "district"}:
        capacity = "member"
    return replace(entry, capacity=capacity.replace(" ", "-"), role=role)
