"""Nearly a hundred things that are nobody's business, planted in papers of seven formats and of many styles, are in no byte of anything that is published or printed."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import pytest

from graph_builder import citations, meetings, reading, store, web
from graph_builder.errors import GraphBuilderError
from graph_builder.exports import FORMATS
from graph_builder.model import Source, Span
from graph_builder.places import boxes_of
from graph_builder.web import files
from tests.exports.test_exported_privacy import holders
from tests.reading.papers import column, docx, odt, pdf
from tests.reading.renderer import FORMS

pytestmark = pytest.mark.long


class Planted(NamedTuple):
    """A paper of one format: its lines, the words that nobody may read, and words that everybody may."""

    lines: tuple[str, ...]
    private: tuple[str, ...]
    public: tuple[str, ...]


PAPERS = {
    "forum.txt": Planted(
        (
            "PELHAM PARISH COUNCIL", "", "Minutes of the meeting of the Parish Council held on Tuesday 5 March 2024 at 7.00 pm", "",
            "Present: Cllr Anne Hay (Chair), Cllr Bernard Lee and Cllr Clara Mann. Clerk: Joan Pratt", "",
            "1. Apologies", "", "Cllr David Orr sent his apologies as he is recovering from a hernia operation.", "",
            "2. Public forum", "", "Mrs Ottoline Grubb of 3 Mill Lane, Pelham, complained that the footpath was flooded again.",
            "A letter had been received from Mr Barnabas Twelvetrees (tel. 01632 960111, btwelvetrees@post.example) about dogs.", "",
            "3. Complaint from Miss Euphrasia Snell", "", "RESOLVED that the Clerk reply to Miss Snell and copy in Mr Twelvetrees on 07700 900123.", "",
            "4. Good wishes", "", "The Chair wished Cllr Orr well after his chemotherapy.",
        ),
        ("Ottoline", "Grubb", "Barnabas", "Twelvetrees", "01632 960111", "btwelvetrees@post.example", "Euphrasia", "Snell", "07700 900123", "hernia", "chemotherapy"),
        ("Anne Hay", "Bernard Lee"),
    ),
    "planning.md": Planted(
        (
            "# Harrowden District Council", "", "## Planning Committee", "", "Minutes of the meeting held on Wednesday 13 March 2024 at 6.30 pm", "",
            "**Present:** Councillors Ellen Pike (Chairman), Frank Quill and Grace Rudd", "",
            "### 1. Apologies for absence", "", "Apologies were received from Councillor Henry Sims (bereavement).", "",
            "### 2. Application 24/00123/FUL", "", "Applicant: Mr Leopold Crabtree-Shaw, 12 Nightjar Close, Harrowden, HD4 7QT. Extension to the rear.", "",
            "Mr Ignatius Peabody, a neighbour, spoke against the application. Ms Drusilla Fanshawe, the applicant's agent, spoke for it.", "",
            "RESOLVED: That planning permission be refused. Mr Crabtree-Shaw would be told by telephone on +44 7700 900456.", "",
        ),
        ("Leopold", "Crabtree", "Nightjar Close", "HD4 7QT", "Ignatius", "Peabody", "Drusilla", "Fanshawe", "900456", "bereavement"),
        ("Ellen Pike", "planning permission be refused"),
    ),
    "scrutiny.html": Planted(
        (
            "Marchmont County Council", "", "Children and Young People Scrutiny Panel", "", "Minutes of the meeting held on Thursday 14 March 2024 at 10.00 am", "",
            "Present: Councillors Ivy Toon (Chair), John Udall and Kate Vale", "",
            "1. Apologies", "", "None.", "", "2. Provision for special needs", "",
            "Zuleika Hartnoll, whose son Caspian has autism, told the Panel that he had waited two years for a plan.",
            "A parent, Mr Thaddeus Okonjo-Pym, asked why transport was refused; he can be reached at t.okonjo@mailbox.example.", "",
            "RESOLVED: That the Director write to Ms Hartnoll and to Mr Okonjo-Pym.", "",
            "3. Interests", "", "Councillor John Udall declared an interest as his daughter Philomena attends Oak School.",
        ),
        ("Zuleika", "Hartnoll", "Caspian", "Thaddeus", "Okonjo", "t.okonjo@mailbox.example", "Philomena"),
        ("Ivy Toon", "Kate Vale"),
    ),
    "licensing.docx": Planted(
        (
            "Selsby Borough Council", "", "Licensing Sub-Committee", "", "Minutes of the meeting held on Monday 18 March 2024 at 2.00 pm", "",
            "Present: Councillors Lena Wade (Chair), Mark Ash and Nora Birch", "",
            "1. Apologies", "", "Apologies had been sent by Councillor Owen Cedar, who was in hospital with pneumonia.", "",
            "2. Application for a driver's licence", "",
            "The applicant, Mr Desmond Quarrell of 8 Heron Way, Selsby, SB1 2CD, was there with his daughter Persephone.",
            "He said that he had been treated for depression and could be telephoned on 01632 960777.", "",
            "RESOLVED: That Mr Quarrell be granted a licence for one year.",
        ),
        ("Desmond", "Quarrell", "Heron Way", "SB1 2CD", "Persephone", "01632 960777", "pneumonia", "depression"),
        ("Lena Wade", "Nora Birch"),
    ),
    "standards.odt": Planted(
        (
            "Orme Town Council", "", "Staffing Committee", "", "Minutes of the meeting held on Wednesday 20 March 2024 at 7.30 pm", "",
            "Present: Councillors Paul Dunn (Chairman), Queenie Elm and Ruth Fell", "",
            "1. Apologies", "", "Councillor Sam Gale sent apologies due to gallstones.", "",
            "2. Declarations of interest", "",
            "Councillor Queenie Elm declared an interest because her sister, Philippa Drewitt, is employed by the school.",
            "Councillor Ruth Fell declared that she has type 2 diabetes.", "",
            "3. Complaint", "", "A complaint by Mr Montague Frobisher (m.frobisher@letters.example, 24 Otter Drive, Orme, OR7 9ZW) was upheld.", "",
            "RESOLVED: That Mr Frobisher be sent an apology.",
        ),
        ("Philippa", "Drewitt", "diabetes", "Montague", "Frobisher", "m.frobisher@letters.example", "Otter Drive", "OR7 9ZW", "gallstones"),
        ("Paul Dunn", "Queenie Elm"),
    ),
    "council.pdf": Planted(
        (
            "Wealdhurst Borough Council", "", "Minutes of the meeting of the Council held on Tuesday 26 March 2024", "at 7.00 pm in the Town Hall, Wealdhurst", "",
            "Present:", "Councillor Tessa Hart (Mayor)", "Councillor Una Ives", "Councillor Victor Jay", "",
            "1. Petition", "", "A petition was presented by Mr Algernon Sprott with 214 signatures.", "",
            "2. Questions from the public", "", "Mrs Hermione Applegarth asked when the pool would open again.",
            "Reply: officers would ring her on (01632) 960 888 or write to", "Hermione.Applegarth@homes.example.", "",
            "3. Condolences", "", "The Council stood in silence for Mrs Winifred Gossamer, the widow of a resident.", "",
            "4. Motion", "", "RESOLVED: That the pool be opened in May, as Mr Sprott had asked.",
        ),
        ("Algernon", "Sprott", "Hermione", "Applegarth", "960 888", "Winifred", "Gossamer"),
        ("Una Ives", "the pool be opened in May"),
    ),
    "cabinet.moderngov": Planted(
        (
            "Trentdale City Council", "", "Cabinet", "", "Minutes of the meeting of the Cabinet held on Wednesday 27 March 2024 at 10.00 am", "",
            "Present: Councillors Wanda King (Leader), Xavier Lamb and Yvonne Moss", "",
            "1. Apologies for absence", "", "Apologies were received from Councillor Zachary Nash owing to sciatica.", "",
            "2. Public questions", "", "Dr Cordelia Vexley, a resident of Trentdale, asked about the tram. Her number was 07700 900789.", "",
            "3. Gift of land", "", "The Cabinet considered the offer of Mr Peregrine Wolstenholme, of 5 Plover Rise, TD3 4LM.", "",
            "RESOLVED: That the offer of Mr Wolstenholme be accepted with thanks.",
        ),
        ("sciatica", "Cordelia", "Vexley", "07700 900789", "Peregrine", "Wolstenholme", "Plover Rise", "TD3 4LM"),
        ("Wanda King", "Xavier Lamb"),
    ),
    "langdale.txt": Planted(
        (
            "MINUTES of the Ordinary Meeting of LANGDALE PARISH COUNCIL held in the Village Hall on Monday 8 April 2024 at 7.30pm",
            "Present: Cllrs S Hart (Chairman), T Ives, U Jay & V Kent; Mrs L Moor (Clerk); 4 members of the public",
            "24/31 Apologies for absence: Cllr W Nunn (hospital appointment)",
            "24/32 Public participation",
            "Gertrude Pennyfeather, 7 Mill Bank, asked who owns the verge.",
            "Resident Mr. O. Quibell raised the matter of parking. His e-mail oquibell99@webmail.example was passed to the Clerk.",
            "24/33 Correspondence",
            "a) Letter from Mr & Mrs R Trelawney re: hedge at Rose Cottage, Back Lane.",
            "b) Email from Jasper Umberslade regarding fly tipping.",
            "24/34 Planning",
            "24/00456/HOU - 19 Sparrow Croft - Mrs Y Vanterpool - conservatory. No objection.",
            "24/35 Grave 214: request from the family of the late Cuthbert Wagstaffe. RESOLVED that the memorial be allowed. The family can be rung on 07911 123456.",
            "24/36 Cllr Nunn thanked everybody for the cards during his stay in hospital with sepsis.",
        ),
        ("Gertrude", "Pennyfeather", "Mill Bank", "Quibell", "oquibell99", "Trelawney", "Umberslade", "Jasper", "Vanterpool", "Cuthbert", "Wagstaffe", "07911 123456", "sepsis", "hospital appointment"),
        ("S Hart", "the memorial be allowed"),
    ),
    "northolme.txt": Planted(
        (
            "Northolme Metropolitan Borough Council",
            "Adult Care Scrutiny Panel",
            "Minutes of the meeting held on Tuesday, 9th April, 2024",
            "Present:- Councillor Xanthe Oakes (in the Chair); Councillors Yasmin Pell, Zane Quist and Abel Rowe.",
            "Apologies for absence were received from Councillor Beryl Stott, who had broken her wrist, and from Councillor Cyril Tate because of a family funeral.",
            "45. DECLARATIONS OF INTEREST",
            "Councillor Pell declared a personal interest in item 47 as her mother, Mrs Lavinia Postlethwaite, was a resident of Elm House.",
            "Councillor Rowe declared a personal interest as a wheelchair user.",
            "46. QUESTIONS FROM MEMBERS OF THE PUBLIC",
            "(a) Question from Fenella Ravenscroft",
            "Why is the day centre closed on Fridays?",
            "(b) Mr. Lucius Sowerbutts put the following question: when will the lift be mended?",
            "The Chair thanked Mr. Sowerbutts for his question.",
            "47. ELM HOUSE",
            "A case study was presented of Mavis T., aged 84, who lived alone at 3 Quarry Rise.",
            "The daughter of one resident, Cressida Yarborough, described the care. Contact: 0161 496 0123 (home), cressida.y@homemail.example.",
            "RESOLVED:- That the report be noted and that Cressida Yarborough be thanked.",
        ),
        ("wrist", "funeral", "Lavinia", "Postlethwaite", "Fenella", "Ravenscroft", "Lucius", "Sowerbutts", "Quarry Rise", "Cressida", "Yarborough", "0161 496 0123", "cressida.y@"),
        ("Xanthe Oakes", "Zane Quist"),
    ),
    "ardmore.txt": Planted(
        (
            "COMHAIRLE CHONTAE ARDMORE / ARDMORE COUNTY COUNCIL",
            "Minutes of the Monthly Meeting of Ardmore County Council held in the Council Chamber on Monday, 15th April, 2024",
            "I Láthair: Cllr. D. Breen (Cathaoirleach), Cllr. E. Casey, Cllr. F. Daly, Cllr. G. Egan",
            "Apologies: Cllr. H. Foley",
            "1. Votes of sympathy",
            "Votes of sympathy were extended to: Ms. Assumpta Gilfoyle, Housing, on the death of her father, Fintan Gilfoyle; the family of the late Malachy Hurlihy, Main Street.",
            "2. Congratulations to Ciarán Iverstoke of Ballybeg who won the county final, and to Niamh Jennings (12).",
            "3. Deputation",
            "A deputation led by Bartholomew Kinsella of the Save Our Pier group was received.",
            "4. Proposed by Cllr. Casey, seconded by Cllr. Daly: that the housing application of Concepta Lonergan be dealt with.",
            "Tenders: P. Mulcahy & Sons, Ardmore.",
            "5. Cllr. Egan sent apologies earlier; he is awaiting a heart bypass.",
        ),
        ("Fintan", "Malachy", "Hurlihy", "Ciarán", "Iverstoke", "Niamh", "Jennings", "Bartholomew", "Kinsella", "Concepta", "Lonergan", "bypass"),
        ("D. Breen", "E. Casey"),
    ),
}  # fmt: skip
SUPPRESSED = "Mark Ash"
COMMANDS = (
    ("query", "attendance", "--format", "csv"), ("query", "decisions"), ("query", "points", "--format", "json"), ("query", "unread", "--format", "csv"),
    ("query", "contradictions"), ("query", "wanted"), ("query", "people"), ("query", "interests", "--format", "md"), ("calendar",), ("calendar", "--format", "html"),
    ("trace", "Planning Committee", "--format", "html"), ("trace", "Cabinet"), ("map", "Planning Committee", "-o", "send.html"), ("map", "--met", "-o", "met.html"), ("verify",), ("validate",),
    ("status",), ("show", "Anne Hay"), ("show", "Cabinet"), ("sample", "decisions", "-o", "sheet.csv"), ("release", "-o", "ids.csv"),
    ("search", "RESOLVED"), ("search", "asked"), ("search", "complaint"),
)  # fmt: skip


def made(name: str, planted: Planted) -> tuple[str, bytes]:
    """The file of a paper, with its name."""
    lines, form = planted.lines, name.rpartition(".")[2]
    if form == "html":
        return name, f"<html><body>{''.join(f'<p>{escape(line)}</p>' for line in lines if line)}</body></html>".encode()
    if form == "docx":
        return name, docx("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines))
    if form == "odt":
        return name, odt("".join(f"<text:p>{escape(line)}</text:p>" for line in lines))
    if form == "pdf":
        return name, pdf([column(72, 72, [part for line in lines for part in wrapped(line)])])
    if form == "moderngov":
        divided = meetings.divide(reading.read_bytes("\n".join(lines).encode(), "x.txt", source=Source()))
        return "cabinet.xml", FORMS["ModernGov web service"][1](divided)
    return name, "\n".join(lines).encode()


def wrapped(line: str) -> Iterator[str]:
    row = ""
    for word in line.split():
        if len(row) + len(word) > 80:
            yield row
            row = ""
        row = f"{row} {word}".strip()
    yield row


def say(folder: Path, *words: str) -> bytes:
    """What a command prints, on both streams, given in a folder."""
    command = [sys.executable, "-c", "from graph_builder.cli import main; main()", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=os.environ | {"COLUMNS": "300"})
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of one's own with the papers, built, and built again with one more; the first graph is kept beside it."""
    root = tmp_path_factory.mktemp("private")
    say(root, "new", "own")
    own = root / "own"
    for name, planted in PAPERS.items():
        file, content = made(name, planted)
        (own / "documents" / file).write_bytes(content)
    (own / "suppressed.csv").write_text(f"what\n{SUPPRESSED}\n", encoding="utf-8")
    (root / "printed").mkdir()
    (root / "printed/build.log").write_bytes(say(own, "build", "--model", "none"))
    shutil.copytree(own / "exports", root / "before")
    later = "\n".join(PAPERS["forum.txt"].lines).replace("Tuesday 5 March 2024", "Tuesday 2 April 2024").replace("flooded again", "dry")
    (own / "documents/later.txt").write_text(later, encoding="utf-8")
    (root / "printed/second.log").write_bytes(say(own, "build", "--model", "none"))
    return own


@pytest.fixture(scope="module")
def everything(folder: Path) -> dict[str, bytes]:
    """The bytes of all that is published, exported, drawn, served and printed, by name."""
    out = folder.parent / "printed"
    say(folder, "export", "-o", str(out / "dataset"), *formats())
    for number, words in enumerate((*COMMANDS, *(("diff", "../before", "exports", "--format", form) for form in ("table", "md", "html", "atom")))):
        (out / f"{number:02}-{words[0]}.txt").write_bytes(say(folder, *words))
    asked = sorted({private for planted in PAPERS.values() for private in planted.private})
    dataset, texts = store.open_dataset(folder / "exports"), store.open_texts(folder / "exports")
    for number, question in enumerate(asked):
        hits = web.search(folder / "exports", question, {}).hits
        (out / f"search-{number:02}.txt").write_text("\n".join(f"{hit.label} {hit.snippet} {hit.id}" for hit in hits), encoding="utf-8")
        try:
            (out / f"cite-{number:02}.txt").write_text(citations.FORMS["text"](citations.cite(dataset, question, texts)), encoding="utf-8")
        except GraphBuilderError:
            continue  # nothing has these words, and nothing is written
    files.write(folder / "exports", out / "public")
    drawn = [folder / name for name in ("send.html", "met.html", "sheet.csv", "ids.csv")]
    found = {path.name: path.name.encode() + b"\n" + path.read_bytes() for path in drawn}
    for place in (folder / "exports", out):
        for path in sorted(path for path in place.rglob("*") if path.is_file()):
            name = path.relative_to(folder.parent).as_posix()
            found[name] = path.name.encode() + b"\n" + path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    found |= {f"{name}/{part}": archive.read(part) for part in archive.namelist()}
    with sqlite3.connect(out / "dataset/tables.db") as base:
        found["cells of tables.db"] = "\n".join(base.iterdump()).encode()
    base.close()
    return found


def formats() -> list[str]:
    return list(FORMATS)


PRIVATE = [(name, words) for name, planted in PAPERS.items() for words in planted.private]


def test_forty_things_are_planted() -> None:
    assert len(PRIVATE) >= 40


@pytest.mark.parametrize("name,words", [*PRIVATE, ("licensing.docx", SUPPRESSED)], ids=lambda value: value)
def test_no_byte_tells_it(everything: dict[str, bytes], name: str, words: str) -> None:
    assert holders(everything, words) == []


@pytest.mark.parametrize("name,words", [(name, words) for name, planted in PAPERS.items() for words in planted.public], ids=lambda value: value)
def test_what_is_public_is_told(everything: dict[str, bytes], name: str, words: str) -> None:
    """So that the search is known to find what is there."""
    found = holders(everything, words)
    assert {"own/exports/dataset.nt", "cells of tables.db"} <= set(found)
    assert any(file.startswith("printed/public/") for file in found)


def test_every_quote_is_still_verified(folder: Path) -> None:
    words = say(folder, "verify").decode()
    told = re.match(r"(\d+) of (\d+) quotes match", words)
    assert told, words
    assert told[1] == told[2]


def test_no_picture_shows_what_is_covered(folder: Path) -> None:
    """In the PDF, each letter of what is private lies under a black box of the picture, or outside of it."""
    data = (folder / "documents/council.pdf").read_bytes()
    document = reading.read_bytes(data, "council.pdf")
    text = store.open_texts(folder / "exports")[document.id]
    for words in PAPERS["council.pdf"].private:
        for match in re.finditer(re.escape(words), document.text):
            assert any(start <= match.start() and match.end() <= end for start, end in text.masks), words
    masks = [Span(document.id, *mask) for mask in text.masks]
    covered = boxes_of(document, masks)
    for words in PAPERS["council.pdf"].private:
        for match in re.finditer(re.escape(words), document.text):
            assert set(boxes_of(document, [Span(document.id, *match.span())])) <= set(covered), words
