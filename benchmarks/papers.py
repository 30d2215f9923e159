"""Invented council papers: a number and a seed go in, so many minutes of about 400 words come out, in four styles, the same each time.

    python benchmarks/papers.py FOLDER [--count 1000] [--seed 7]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

COUNCILS: Final = ("Ambershire County Council", "Brackwater Council", "Calderwick Borough Council", "Dunmoor District Council", "Eastmarch City Council")
BODIES: Final = ("Children and Families Overview and Scrutiny Panel", "Health Scrutiny Committee", "Cabinet", "Audit Committee", "Planning Committee")
FIRST: Final = "Alice Brian Catherine David Eleanor Farhan Gillian Harpreet Imogen James Katherine Liam Margaret Nasreen Oliver Priya".split()
LAST: Final = (
    "Abbott Bashir Carter Dunmore Ellery Fairweather Gandy Hartley Iqbal Jarvis Kettlewell Lomax Morris Norrington Okafor Penhallow Quayle "
    "Rushworth Stanway Thackeray Underhill Venables Whitlock Yardley"
).split()
POSTS: Final = ("Director of Children's Services", "Assistant Director Safeguarding", "Democratic Services Officer", "Head of Finance", "Lead Commissioner")
OUTSIDE: Final = (
    "St Mary's Primary School",
    "Riverside Academy Trust",
    "Brook Lane Children's Centre",
    "Ambershire Citizens Advice",
    "Northgate Housing Association",
)
TOPICS: Final = (
    "SEND Improvement Plan",
    "Budget Monitoring",
    "Looked After Children Placements",
    "School Admissions",
    "Ofsted Monitoring Visit",
    "Adult Social Care Performance",
)
SENTENCES: Final = (
    "The {post} introduced the report and explained that demand had risen by {n} per cent since {month} {year}.",
    "In response to a question about caseloads, the {post} advised that the average was {n} cases for each social worker.",
    "Members asked how the {outside} had been involved, and were told that meetings took place every six weeks.",
    "It was noted that Ofsted had visited in {month} {year} and had found that progress was being made in most areas.",
    "Concern was expressed about the number of children placed outside the county, which stood at {n} at the end of {month}.",
    "The Panel heard that £{n}.{m}m had been set aside for the work and that a further £{m}m would be needed in {year}/{next}.",
    "A Member suggested that performance information be shown against that of statistical neighbours in future reports.",
    "The {post} confirmed that recruitment remained difficult and that {n} posts were being covered by agency staff.",
    "There was some discussion about transport, and it was agreed that the Department for Education guidance should be circulated.",
    "The Chairman thanked officers for the report and asked that the figures for {month} be provided to the Committee.",
)
MONTHS: Final = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Paper:
    """What one meeting's minutes are made of."""

    council: str
    body: str
    day: date
    people: tuple[str, ...]
    officers: tuple[tuple[str, str], ...]
    absent: str
    items: tuple[tuple[int, str, str], ...]
    outside: str

    @property
    def when(self) -> str:
        """The day as a paper prints it."""
        return f"{self.day:%A} {self.day.day} {self.day:%B %Y}"


def invent(random: Random) -> Paper:
    """One meeting of one of the councils, each with members of its own."""
    council = random.choice(COUNCILS)
    members = [f"{first} {last}" for first, last in zip(_turned(FIRST, COUNCILS.index(council) * 3), _turned(LAST, COUNCILS.index(council) * 5), strict=False)]
    people = random.sample(members, 7)
    officers = tuple((f"{random.choice(FIRST)} {random.choice(LAST)}", post) for post in random.sample(POSTS, 3))
    number = random.randrange(100, 900)
    items = tuple((number + place, title, " ".join(_talk(random))) for place, title in enumerate(random.sample(TOPICS, 3)))
    day = date(2015, 1, 5) + timedelta(days=random.randrange(3000))
    return Paper(council, random.choice(BODIES), day, tuple(people[:6]), officers, people[6], items, random.choice(OUTSIDE))


def _turned(names: list[str], by: int) -> list[str]:
    return names[by % len(names) :] + names[: by % len(names)]


def _talk(random: Random) -> Iterator[str]:
    for sentence in random.sample(SENTENCES, 5):
        year = random.randrange(2015, 2023)
        values = {"post": random.choice(POSTS), "outside": random.choice(OUTSIDE), "month": random.choice(MONTHS), "n": random.randrange(3, 90)}
        yield sentence.format(**values, m=random.randrange(1, 9), year=year, next=(year + 1) % 100)


def web_page(paper: Paper) -> str:
    """A ModernGov page saved as text."""
    lines = [f"Agenda and minutes\n\n{paper.council}\n{paper.body}\n{paper.when} 10.00 am\n\nVenue: County Hall\n\nItems\nNo. Item\n"]
    lines.append(f"{paper.items[0][0] - 2}.\n\nApologies\n\nMinutes:\n\nApologies were received from {paper.absent}.\n")
    lines.append(f"{paper.items[0][0] - 1}.\n\nDeclarations of Interest\n\nMinutes:\n\nCouncillor {paper.people[1]} - Governor of {paper.outside}.\n")
    for number, title, talk in paper.items:
        lines.append(f"{number}.\n\n{title} pdf icon PDF 80 KB\n\nMinutes:\n\n{talk}\n\nRESOLVED: That the report on {title} be noted.\n")
    present = ", ".join(f"Cllr {name}" for name in paper.people[1:])
    return "\n".join([lines[0], f"Present: Cllr {paper.people[0]} (Chairman), {present}\n", *lines[1:]])


def numbered(paper: Paper) -> str:
    """The text of a PDF with numbered upper-case headings."""
    members = ", ".join(paper.people[2:])
    head = [f"Minutes of the meeting of {paper.body} held at The Council Chamber on\n{paper.when} at 10.00 am\n{paper.council}\n\nPresent:\n"]
    head.append(f"Councillor {paper.people[0]} (chairperson)\nCouncillor {paper.people[1]} (vice-chairperson)\nCouncillors: {members}\n")
    head.append("Officers:\n" + ", ".join(name for name, _ in paper.officers) + "\n")
    number = paper.items[0][0] % 90 + 5
    head.append(f"{number}.\n\nAPOLOGIES FOR ABSENCE\nApologies for absence were received from {paper.absent}.\n")
    for place, (_, title, talk) in enumerate(paper.items, 1):
        resolved = "RESOLVED: That -\n(a) the report be noted; and\n(b) an update be brought in six months.\n"
        head.append(f"{number + place}.\n\n{title.upper()}\n{_wrapped(talk)}\n{resolved}")
    return "\n".join(head)


def margin(paper: Paper) -> str:
    """The text of a PDF with its headings in the margin."""
    present = ", ".join(paper.people[2:])
    also = ", ".join(f"{name} ({post})" for name, post in paper.officers)
    lines = [f"{paper.council}\n\n{paper.body} {paper.when}, County Hall - 2.00 pm\n\nMinutes\n"]
    lines.append(f"Present: {paper.people[0]} (Chairman), {paper.people[1]} (Vice Chairman), {present}\n\nAlso attended: {also}\n")
    first = paper.items[0][0]
    lines.append(f"{first - 2} Apologies\n\nApologies were received from {paper.absent}.\n")
    lines.append(f"{first - 1} Declaration of Interest\n\nCouncillor {paper.people[1].split()[-1]} - Trustee of {paper.outside}\n")
    for number, title, talk in paper.items:
        lines.append(f"{number} {title}\n\n{_wrapped(talk)}\n\nThe Committee agreed to receive a further report on {title}.\n")
    return "\n".join([*lines, "The meeting ended at 3.40 pm\n\nChairman ........................"])


def town(paper: Paper) -> str:
    """The minutes of a town council, without numbers."""
    lines = [f"{paper.council.upper()}\nMinutes of the {paper.body} held on {paper.when} at 7.00 pm in the Guildhall\n"]
    lines.append(f"PRESENT: Cllr {paper.people[0]} (Chair), " + ", ".join(f"Cllr {name}" for name in paper.people[1:]) + "\n")
    lines.append(f"IN ATTENDANCE: {paper.officers[0][0]} (Clerk)\n\nAPOLOGIES\nApologies were received from Cllr {paper.absent}.\n")
    lines.append(f"DECLARATIONS OF INTEREST\nCllr {paper.people[2]} declared an interest as a trustee of {paper.outside}.\n")
    for _, title, talk in paper.items:
        end = f"Proposed by Cllr {paper.people[1]}, seconded by Cllr {paper.people[3]}, all in favour."
        lines.append(f"{title.upper()}\n{_wrapped(talk)}\nRESOLVED: that the report be approved. {end}\n")
    return "\n".join(lines)


def _wrapped(talk: str, width: int = 90) -> str:
    lines: list[str] = []
    line = ""
    for word in talk.split():
        if len(line) + len(word) > width:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


STYLES: Final = (web_page, numbered, margin, town)


def papers(count: int, *, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Names and texts of so many papers."""
    random = Random(seed)
    for place in range(count):
        yield f"{place:05}.txt", STYLES[place % len(STYLES)](invent(random))


def write(folder: Path, count: int, *, seed: int = 7) -> int:
    """How many words the papers have that were written into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    words = 0
    for name, text in papers(count, seed=seed):
        (folder / name).write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def main() -> None:
    """Writes papers, and says how many words they have."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    words = write(args.folder, args.count, seed=args.seed)
    print(f"{args.count} papers, {words} words, {words / args.count:.0f} a paper, in {args.folder}")


if __name__ == "__main__":
    main()
