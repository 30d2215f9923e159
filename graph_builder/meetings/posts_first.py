"""Lists of people on which the post stands before the name become entries: "Head of Finance (T Gilligan)", "Clerk: Ann Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import Final

from graph_builder import lexicon
from graph_builder.language import people
from graph_builder.language.lists import Chunk, counts, name_span, ranked
from graph_builder.language.names import Name, fold, known_given, parse, title_regex
from graph_builder.language.passages import Passage
from graph_builder.meetings.details import Draft, add, entry, is_private, role_of, settled
from graph_builder.meetings.labels import Label
from graph_builder.paper import Entry

_LAST_BRACKET = re.compile(r"\s*[(\[][^()]*[)\]][\s.]*$")
_ARTICLE = re.compile(r"^(?:[\s:–—-]+|the\s+)+", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{3,}")
_LEADER = re.compile(r"\bleader\b", re.IGNORECASE)
_SHIFTED: Final = 2
_JOINTS: Final = frozenset({"and", "&"})
_ROWS: Final = frozenset({"", "\n", ";"})
_MARKS: Final = frozenset(":-–—")


def bracketed_name(part: Chunk) -> Name | None:
    """The name in brackets behind what is no name; None where there is none."""
    if not part.brackets or counts(part.text):
        return None
    before, name = parse(part.text), parse(part.brackets[-1])
    # "Staff Officer, Aras Sean Mor Tolling (Ms M Poe)": a house before somebody with a title and initials is no name.
    if before and not (name and name.title and name.given and not before.title and " " in before.given):
        return None
    # "Team Leader (Major Developments)": a title that is a common word too, with a surname alone, is nobody's name in a bracket.
    sure = name and (name.given or (name.title and not set(fold(name.title).split()) <= people.WEAK))
    return name if sure else None


def in_brackets(parts: Sequence[Chunk]) -> bool:
    """Whether names stand in brackets behind posts: `Head of Finance (Mr T Gilligan)`."""
    inside = sum(1 for part in parts if bracketed_name(part))
    return inside > 0 and inside > sum(1 for part in parts if parse(part.text))


def read_bracketed(passage: Passage, parts: Sequence[Chunk], label: Label) -> Iterator[Entry]:
    """The entries of a list of posts with names in brackets; a name without a post before it has an entry of its own."""
    start: int | None = None
    draft: Draft | None = None
    for part in parts:
        name = bracketed_name(part)
        own = None if name else parse(part.text)
        # "D Munro, Head of Law; Clerk (A Roe)": what follows a name up to the semicolon is that person's.
        if draft is not None and not name and not own and part.before not in {";", "\n"}:
            add(draft, part.text, bracketed=False)
            draft.end = part.end
            continue
        if draft is not None:
            yield entry(passage, draft, label)
        draft = Draft(part, own, part.end) if own else None
        if draft is not None:
            for bracket in part.brackets:
                add(draft, bracket, bracketed=True)
            start = None
            continue
        # "Item 4 only: Service Manager (R Poe)": what stands before a colon is no part of the post.
        start = part.start if start is None or part.before == ":" else start
        if name is not None:
            words = _LAST_BRACKET.sub("", " ".join(passage.text[start : part.end].split()))
            begin, end = name_span(passage, part, name)
            found = Entry(passage.cut(start, part.end), label.status, name, passage.span(begin, end), post=tidy(words), label=label.text)
            if not is_private(passage, Draft(part, name, part.end, details=[found.post])):
                yield settled(found, label)
            start = None
    if draft is not None:
        yield entry(passage, draft, label)


def tidy(words: str) -> str:
    """The words of a post without an article or marks around them."""
    return _ARTICLE.sub("", " ".join(words.split())).strip(" ,;:–—-")


@cache
def _posts() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    return re.compile(f"{roles['officer_words']}|{roles['cabinet_words']}|\\bmayor\\b", re.IGNORECASE)


def is_post(text: str) -> bool:
    """Whether words hold those of a post."""
    return bool(_posts().search(text))


def shifted(parts: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with each name beside its own post, where lines ran together: "Ann Roe, Head of Law Tom Wray, Solicitor Jo Hay, Clerk"; else as they are."""
    pairs = [ranked(part.text) if number and part.before == "," and not part.brackets else None for number, part in enumerate(parts)]
    plain = [number for number, part in enumerate(parts) if _name(part) is not None]
    if sum(map(bool, pairs)) < _SHIFTED or plain != [0] or parts[0].brackets or not is_post(parts[-1].text):
        return list(parts)
    found = [parts[0]]
    for part, pair in zip(parts[1:], pairs[1:], strict=True):
        last = found[-1]
        post = ", ".join([*last.brackets, pair[0] if pair else part.text])
        found[-1] = last._replace(brackets=(post,), end=part.end if not pair else last.end)
        if pair:
            found.append(part._replace(text=pair[1]))
    return found


def with_own_posts(parts: Sequence[Chunk], text: str) -> list[Chunk]:
    """The chunks, a post right behind a name as its bracket; before a dash it is the next one's, "- J Dixon Director of Law - M Hay", and begins a row."""
    found: list[Chunk] = []
    before = _before_their_names(parts)
    for number, part in enumerate(parts):
        if number in before:
            found.append(part._replace(before="\n"))
            continue
        pair = ranked(part.text) if before and not part.brackets else None
        if pair:
            found += [part._replace(text=pair[0], end=part.start), part._replace(text=pair[1], before="-")]
            continue
        one = _with_post_of(part)
        # "Director of Law and Housing - M Hay": a joint within the post
        rest = islice(parts, number + 1, None) if one is not part else ()
        following = next((other for other in rest if other.before not in _JOINTS or parse(other.text)), None)
        if following is not None and following.before in _MARKS:
            at = max(text.find(one.brackets[0], part.start, part.end), part.start)
            found += [one._replace(brackets=part.brackets, end=at), part._replace(text=one.brackets[0], start=at, before="\n")]
        else:
            found.append(one)
    return found


def _before_their_names(parts: Sequence[Chunk]) -> set[int]:
    """The places of posts behind a comma, each with a dash before its holder, where several have: "Clerk Ann Roe, Leader – Tom Hay, Engineer – Jo Dee"."""
    behind_commas = ((n, part, after) for n, (part, after) in enumerate(pairwise(parts)) if part.before == "," and not part.brackets)
    found = {
        number
        for number, part, following in behind_commas
        if (_is_post(part) or _LEADER.search(part.text)) and following.before in _MARKS - {":"} and is_somebody(_name(following))
    }
    return found if len(found) > 1 else set()


def _with_post_of(part: Chunk) -> Chunk:
    """A name that its initials or a known given name tell, with the post right behind it as a bracket: "J Orme Deputy County Manager"."""
    words = [] if parse(part.text) else part.text.split()
    if words and _LETTERS.fullmatch(words[0]):
        return part  # "PCC Link Officer": letters that stand for a body
    for number in range(2, min(len(words), 5)):
        name, behind = parse(" ".join(words[:number])), " ".join(words[number:])
        if is_somebody(name) and (role_of(behind) or (is_post(behind) and fold(words[number]) in lexicon.words("people", "not_name"))):
            return part._replace(text=" ".join(words[:number]), brackets=(behind, *part.brackets))
    return part


def is_somebody(name: Name | None) -> bool:
    """Whether a title, initials or a known given name tell that a name is one."""
    return bool(name and (name.title or (name.given and (not name.has_given or known_given(name.given.split()[0])))))


def _is_post(part: Chunk) -> bool:
    return (is_post(part.text) or bool(role_of(part.text))) and _name(part) is None


def _name(part: Chunk) -> Name | None:
    name = parse(part.text)
    return name if name and (name.title or name.given) else None


def _sure(part: Chunk) -> bool:
    """Whether a chunk is a name beyond doubt: behind a colon or a dash, or with a title, initials or a known given name."""
    name = _name(part)
    return bool(name and (part.before in _MARKS or name.title or not name.has_given or known_given(name.given.split()[0])))


def _joined(part: Chunk) -> bool:
    """Whether "and" stands before a chunk: "the Deputy Clerk and Mr T Wray" are two."""
    return part.before.endswith(("and", "&", "with"))


def is_post_of_another(part: Chunk) -> bool:
    """Whether a chunk is a post with its holder in brackets, whatever stands before: "Cllr A Hay, Chief Executive (J Bain)"."""
    return bool(bracketed_name(part) and _posts().search(part.text))


def leads(parts: Sequence[Chunk]) -> bool:
    """Whether each name on a list has a post before it and the list ends in a name: "Head of Planning, Jane Smith; Clerk, Ann Roe"."""
    if len(parts) < 2 or not _is_post(parts[0]) or not _name(parts[-1]) or not any(map(_sure, parts)):
        return False
    if any(bracketed_name(part) or (_name(part) and (_joined(part) or any(map(_posts().search, part.brackets)))) for part in parts):
        return False
    waiting = False
    for part in parts:
        if _name(part) and not waiting:
            return False
        waiting = not _name(part) and (waiting or _is_post(part))
        if not waiting and not _name(part):
            return False
    return True


_CIVIC = re.compile(r"(?:the\s+)?(?:(?:right\s+)?worshipful\s+the\s+)?(?:(?:deputy|lord|town|city)\s+)*(?:mayor|provost|leader)", re.IGNORECASE)


def marked(row: Sequence[Chunk]) -> bool:
    """Whether a row of a list is a post, a colon or a dash, and a name: "Head of Planning: Jane Smith"."""
    civic = len(row) > 1 and row[1].before == "," and _CIVIC.fullmatch(row[0].text)  # "The Deputy Mayor, Councillor Hall"
    titled = (civic or (len(row) == 2 and row[1].before == " ")) and title_regex().match(row[1].text)
    return len(row) > 1 and (row[-1].before in _MARKS or bool(titled)) and leads(row)


def rows(parts: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    """The chunks of a list row by row: a line end or a semicolon begins another."""
    row: list[Chunk] = []
    for part in parts:
        if row and part.before in _ROWS:
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def labelled_rows(passage: Passage, parts: Sequence[Chunk]) -> Iterator[Sequence[Chunk]]:
    """The rows of a list; a post with a colon, alone on its line, is the label of the name below it, and nothing where none is."""
    label: Sequence[Chunk] = ()
    for row in rows(parts):
        if label and parse(row[0].text):
            yield [*label, row[0]._replace(before=":")]
            row = row[1:]
        label = row if _is_label(passage, row) else ()
        if row and not label:
            yield row


def _is_label(passage: Passage, row: Sequence[Chunk]) -> bool:
    if len(row) != 1 or row[0].brackets or not is_post(row[0].text) or parse(row[0].text):
        return False
    return passage.text[row[0].start :].removeprefix(row[0].text).lstrip(" ").startswith(":") or row[0].text.endswith(":")


def hand_back(drafts: Sequence[Draft], part: Chunk) -> Chunk:
    """Give the post that stands between a dash and the next name to the one before: "A Roe – Solicitor B Hay – Clerk"; the name alone is left."""
    pair = ranked(part.text) if drafts and part.before in _MARKS - {":"} else None
    if pair is None:
        return part
    add(drafts[-1], pair[0], bracketed=False)
    drafts[-1].end = part.start + len(pair[0])
    return part._replace(text=pair[1], before="\n", start=part.start + part.text.rindex(pair[1]))


def read_leading(passage: Passage, parts: Sequence[Chunk], label: Label) -> Iterator[Entry]:
    """The entries of a list on which each name has its post, or the role in the meeting, before it."""
    first: Chunk | None = None
    for part in parts:
        first = first or part
        name = _name(part)
        if name is None:
            continue
        begin, _ = name_span(passage, part, name)
        words = tidy(passage.text[first.start : begin])
        draft = Draft(part._replace(start=first.start), name, part.end, role_of(words))
        if not draft.role:
            draft.details.append(words)
        for bracket in part.brackets:
            add(draft, bracket, bracketed=True)
        if not is_private(passage, draft):
            yield entry(passage, draft, label)
        first = None
