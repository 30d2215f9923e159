"""Word and OpenDocument texts: paragraphs, printed numbers, tables, and what is struck or deleted."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from graph_builder import reading
from graph_builder.errors import UnreadableDocument
from graph_builder.reading.marks import counter
from tests.reading.papers import docx, odt, packed


def word(body: str, **parts: str) -> str:
    return reading.read_bytes(docx(body, **parts), "x.docx").text


def p(text: str, properties: str = "") -> str:
    """A paragraph of Word."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def listed(text: str, number: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(place: int, style: str, form: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{form}"/></w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.", 84)}{level(1, "lowerLetter", "(%2)")}{level(2, "decimal", "%1.%3")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="8">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "o")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def test_numbers_are_those_that_word_prints() -> None:
    body = listed("Apologies") + listed("first", level=1) + listed("second", level=1) + listed("sub", level=2) + p("text") + listed("Interests")
    body += listed("again", level=1) + listed("bullet", 2) + listed("deep", 2, 1) + listed("restart", 3) + listed("on", 3) + listed("none", 0) + listed("", 1)
    blocks = word(body, numbering=NUMBERING).strip().split("\n\n")
    assert blocks == [
        "84. Apologies", "(a) first", "(b) second", "84.1 sub", "text", "85. Interests", "(a) again", "- bullet", "  - deep", "1. restart", "2. on", "none",
    ]  # fmt: skip


def test_numbers_come_from_a_paragraphs_style_too() -> None:
    styles = (
        '<w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Item"/></w:style><w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = p("one", '<w:pStyle w:val="Item"/>') + p("two", '<w:pStyle w:val="Own"/>') + p("three", '<w:pStyle w:val="Loop"/>')
    assert word(body, numbering=NUMBERING, styles=styles) == "84. one\n\n85. two\n\nthree\n"


@pytest.mark.parametrize(
    "inner",
    [
        "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>old </w:t></w:r></w:moveFrom>",
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>old </w:t></w:r>",
        '<w:r><w:rPr><w:dstrike w:val="true"/></w:rPr><w:t>old </w:t></w:r>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>old </w:t></w:r>",
        '<w:r><w:rPr><w:rStyle w:val="Gone"/></w:rPr><w:t>old </w:t></w:r>',
    ],
)
def test_what_is_deleted_struck_or_hidden_is_left_out(inner: str) -> None:
    body = f'<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r>{inner}<w:ins><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>new plan</w:t></w:r></w:ins></w:p>'
    styles = '<w:style w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
    document = reading.read_bytes(docx(body, styles=styles), "x.docx")
    assert document.text == "The new plan\n"
    assert document.warnings == ("1 deleted, struck or hidden words left out",)


def test_runs_tabs_breaks_and_text_boxes() -> None:
    box = '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>'
    body = (
        "<w:p><w:r><w:t>Obor</w:t></w:r><w:r><w:t>ski</w:t></w:r><w:r><w:tab/><w:t>Chair</w:t><w:br/><w:t>next</w:t><w:noBreakHyphen/><w:t>line</w:t></w:r>"
        f"{box}</w:p><w:sdt><w:sdtContent>{p('controlled')}</w:sdtContent></w:sdt>"
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>joined</w:t></w:r></w:p>' + p("up") + p("56.\tTitle".replace("\t", "</w:t><w:tab/><w:t>"))
    )
    assert word(body) == "Oborski\tChair\nnext-line\n\nIn a box\n\ncontrolled\n\njoined up\n\n56. Title\n"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_tables_of_word() -> None:
    body = f"<w:tbl>{row(p('Item'), p('Lead'))}{row(p('Budget') + p('and fees'), p('HS'))}</w:tbl>"
    assert word(body) == "| Item | Lead |\n| Budget; and fees | HS |\n"
    body = f"<w:tbl>{row(p('Attendees'), p('Apologies'))}{row(p('Ann Bee'), p('Cy Dee'))}{row(p('Officials'), p(''))}{row(p('Eve Eff'), p(''))}</w:tbl>"
    assert word(body) == "Attendees\n\nAnn Bee\n\nOfficials\n\nEve Eff\n\nApologies\n\nCy Dee\n"
    prose = "The report was introduced by the director, who said that the figures had improved. " * 3
    body = f"<w:tbl>{row(p('84.'), p('Budget') + p(prose))}</w:tbl>"
    assert word(body) == f"84.\n\nBudget\n\n{prose.strip()}\n"


def test_paragraphs_lists_and_tables_of_opendocument() -> None:
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
        '<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>'
    )
    body = (
        '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h>Minutes</text:h>'
        '<text:p>The <text:span text:style-name="S">old </text:span>new<text:s text:c="2"/>plan'
        '<text:note><text:p>note</text:p></text:note> is<text:line-break/>set\n up</text:p>'
        '<text:list text:style-name="L"><text:list-item><text:p>three</text:p>'
        '<text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item>'
        '<text:list-item><text:p>four</text:p></text:list-item></text:list><text:p>between</text:p>'
        '<text:list text:continue-numbering="true" text:style-name="L"><text:list-item><text:p text:style-name="P">five</text:p></text:list-item></text:list>'
        '<text:list><text:list-item><text:p>bullet</text:p></text:list-item></text:list>'
        '<table:table><table:table-row>'
        '<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>'
    )
    document = reading.read_bytes(odt(body, styles=styles), "x.odt")
    wanted = ["Minutes", "The new plan is\nset up", "3. three", "(a) deep", "4. four", "between", "5. five", "- bullet", "| a | b |"]
    assert document.text.strip().split("\n\n") == wanted
    assert document.warnings == ("1 struck or hidden words left out",)


DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def big(size: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open("word/document.xml", "w", force_zip64=True) as member:
        for _ in range(size // 1_000_000):
            member.write(bytes(1_000_000))
    return target.getvalue()


@pytest.mark.parametrize(
    "data, reason, said",
    [
        (docx(p("a &e; b"), head=DOCTYPE), "refused", "DOCTYPE"),
        (docx(p("Minutes of the Council"))[:200], "damaged", "ends before its directory"),
        (b"PK\x03\x04", "damaged", "ends before its directory"),
        (docx(""), "no-text", "no text"),
        (docx("<w:p>"), "damaged", "this Word file is damaged"),
        (packed({"word/document.xml": "<x/>"}), "damaged", "no body"),
        (packed({"xl/workbook.xml": "<x/>"}), "unsupported", "spreadsheet"),
        (packed({"ppt/presentation.xml": "<x/>"}), "unsupported", "presentation"),
        (packed({"minutes.txt": "Minutes"}), "unsupported", "unpack it first"),
        (packed({"../minutes.xml": "x", "word/document.xml": "<x/>"}), "refused", "leads out of it"),
        (packed({f"part{number}": "" for number in range(2_001)}), "too-big", "2,001 parts"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "unsupported", "no text"),
        (packed({"content.xml": "<x/>", "META-INF/manifest.xml": "<m:encryption-data/>"}), "password", "password"),
    ],
)
def test_archives_that_are_not_read(data: bytes, reason: str, said: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        reading.read_bytes(data, "x.docx")
    assert caught.value.reason == reason
    assert said in str(caught.value)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = big(250_000_000)
    began = time.monotonic()
    with pytest.raises(UnreadableDocument, match="too large when unpacked"):
        reading.read_bytes(data, "x.docx")
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("number, style, wanted", [(1, "a", "a"), (27, "a", "aa"), (28, "A", "BB"), (4, "i", "iv"), (1999, "I", "MCMXCIX"), (7, "1", "7")])
def test_counters(number: int, style: str, wanted: str) -> None:
    assert counter(number, style) == wanted
