"""Web pages: ModernGov's and others; what is read of them and what is not."""

from __future__ import annotations

import time

import pytest

from graph_builder import reading
from graph_builder.errors import UnreadableDocument


def read(page: str, name: str = "page.html") -> str:
    return reading.read_bytes(page.encode(), name).text


MEETING = """<!DOCTYPE html><html><head><title>Agenda for a meeting</title><script>var x = "RESOLVED: that fake";</script></head><body><form>
<nav><ul><li>Home</li></ul></nav>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Children's Committee - Thursday 15 January 2026 7:30 pm</h2></div>
<div class="mgLinks"><ul><li>Attendance details</li><li>Agenda frontsheet <span class="mgFileSize">PDF 100 KB</span></li></ul></div>
<div class="mgContent"><p><span class="mgLabel">Venue:</span>&nbsp;County Hall,
 Worcester</p>
<table id="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI12"></a>320.</p></td><td><p class="mgAiTitleTxt">Apologies and Welcome</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p class="MsoNormal">Apologies were
received from Mrs F&nbsp;M <span class="SpellE">Obor</span>ski.</p><p>&nbsp;</p>
<p class="MsoListParagraph"><!--[if !supportLists]--><span>\u00b7<span>&nbsp;&nbsp;&nbsp; </span></span><!--[endif]-->First point</p></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">321.</p></td><td>
<p class="mgAiTitleTxt" ><a class="mgAiTitleLnk" href="x">Budget<span class="mgFileSize"> PDF 80 KB</span></a></p>
<ul class="mgActionList"><li>View the decision for item 321.</li></ul>
<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList"><li><a>Appendix 1 PDF 1 MB</a></li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">RESOLVED: That<ol type="a"><li>one</li><li>two</li></ol>
<table class="mgTableNoBorderFullWidth"><tr><th>For</th><th>Against</th></tr><tr><td>Cllr A<br>Cllr B</td><td><p>Cllr C</p></td></tr></table></div></td></tr>
</table></div></div></form></body></html>"""

MEETING_TEXT = """Agenda and minutes

Children's Committee - Thursday 15 January 2026 7:30 pm

Venue: County Hall, Worcester

No. Item

320.

Apologies and Welcome

Minutes:

Apologies were received from Mrs F M Oborski.

- First point

321.

Budget

Additional documents:

- Appendix 1

Minutes:

RESOLVED: That

a. one

b. two

| For | Against |
| Cllr A; Cllr B | Cllr C |
"""


def test_a_meeting_page_of_moderngov() -> None:
    document = reading.read_bytes(MEETING.encode(), "ieListDocuments.aspx")
    assert document.text == MEETING_TEXT
    assert document.form == "moderngov-html"


def test_a_decision_page_of_moderngov() -> None:
    text = read(
        """<html><body><div id="modgov"><h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">Fees 2026</h2><div class="mgContent">
        <p><span class="mgLabel">Decision Maker: </span>Cabinet Member for Children</p><p><span class="mgLabel">Decision status:</span> Approved</p>
        <h3 class="mgSubSubTitleTxt">Purpose:</h3><p>To set fees.</p><h3>Decision:</h3><div class="WordSection1"><p>That the fees be set.</p></div>
        </div></div></body></html>"""
    )
    assert text.split("\n\n")[2:] == [
        "Decision Maker: Cabinet Member for Children",
        "Decision status: Approved",
        "Purpose:",
        "To set fees.",
        "Decision:",
        "That the fees be set.\n",
    ]


def test_an_attendance_table_becomes_lists() -> None:
    text = read(
        """<html><body><h1>Meeting attendance</h1><table><thead><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr></thead>
        <tr><td>Councillor Ann Bee</td><td>Chair</td><td>Present</td></tr><tr><td>Councillor Cy Dee</td><td>Committee Member</td><td>Apologies</td></tr>
        <tr><td>Eve Eff</td><td>Officer</td><td>In attendance</td></tr><tr><td>Councillor G</td><td>Member</td><td>Present, as substitute</td></tr></table>
        </body></html>"""
    )
    lists = "Members present:\n\nCouncillor Ann Bee (Chair)\nCouncillor G (Substitute)\n\nOfficers:\n\nEve Eff\n\nApologies:\n\nCouncillor Cy Dee\n"
    assert text == f"Meeting attendance\n\n{lists}"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>RESOLVED: that fake</script>",
        "<style>RESOLVED: that fake</style>",
        "<noscript>RESOLVED: that fake</noscript>",
        "<template><p>RESOLVED: that fake</p></template>",
        "<!-- RESOLVED: that fake -->",
        "<p hidden>RESOLVED: that fake</p>",
        '<div style="color:red; display : none">RESOLVED: that fake</div>',
        '<p style="visibility:hidden">RESOLVED: that fake</p>',
        "<nav>RESOLVED: that fake</nav>",
        "<footer>RESOLVED: that fake</footer>",
        "<p><s>RESOLVED: that fake</s></p>",
        '<p><span style="text-decoration: line-through">RESOLVED: that fake</span></p>',
        "<select><option>RESOLVED: that fake</option></select>",
        '<div role="navigation">RESOLVED: that fake</div>',
    ],
)
def test_what_no_reader_sees_is_not_read(hidden: str) -> None:
    assert read(f"<html><body><h1>Minutes</h1>{hidden}<p>None.</p></body></html>") == "Minutes\n\nNone.\n"


def test_what_was_left_out_is_reported() -> None:
    document = reading.read_bytes(b"<html><body><p>Minutes <del>old text</del></p><p hidden>one two three</p></body></html>", "x.html")
    assert document.warnings == ("3 hidden words of the page left out", "2 struck words left out")


@pytest.mark.parametrize(
    "markup, wanted",
    [
        ("<p>one<br>two</p><p>a<br><br>b</p>", "one\ntwo\n\na\n\nb"),
        ("<ul><li>one<ul><li>deep</li></ul></li><li><p>two</p></li></ul>", "- one\n\n  - deep\n\n- two"),
        ('<ol start="4"><li>four</li><li value="9">nine</li><li>ten</li></ol>', "4. four\n\n9. nine\n\n10. ten"),
        ('<ol type="i"><li>one</li><li>two</li></ol>', "i. one\n\nii. two"),
        ("<p>O&#146;Brien &amp; Sons &#163;4.2m</p>", "O\u2019Brien & Sons \u00a34.2m"),
        ("<dl><dt>Chair</dt><dd>Ann</dd></dl>", "Chair\n\nAnn"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("<table><tr><td>only a box</td></tr><tr><td>for text</td></tr></table>", "only a box\n\nfor text"),
        (
            "<table><tr><td>Present:</td><td>Cllr A<br>Cllr B</td></tr><tr><td>Apologies:</td><td>Cllr C</td></tr></table>",
            "Present:\n\nCllr A\nCllr B\n\nApologies: Cllr C",
        ),
        ("<table><tr><td>x | y</td><td>1</td></tr><tr><td>z</td><td></td></tr></table>", "| x / y | 1 |\n| z |  |"),
    ],
)
def test_markup_becomes_lines(markup: str, wanted: str) -> None:
    assert read(f"<html><head><title>T</title></head><body><h1>H</h1>{markup}</body></html>") == f"H\n\n{wanted}\n"


def test_a_page_without_headings_is_called_by_its_title() -> None:
    assert read("<html><head><title>Minutes of May</title></head><body><p>None.</p></body></html>") == "Minutes of May\n\nNone.\n"


@pytest.mark.parametrize(
    "head", ["<!DOCTYPE html>", "<!-- saved from url -->\n<html>", "\ufeff<html>", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "  <HTML>"]
)
def test_a_web_page_is_known_by_its_content(head: str) -> None:
    document = reading.read_bytes(f"{head}<body><h1>Not found</h1></body>".encode(), "minutes.pdf")
    assert document.text == "Not found\n"
    assert document.warnings == ("its name ends in .pdf, but it is a web page, and was read as that",)


def test_markdown_with_remnants_of_html_is_text() -> None:
    text = "# Minutes\n\n<br>Present: Cllr A\n<table>\n"
    assert reading.read_bytes(text.encode(), "x.md").text == text


def test_a_page_in_another_encoding() -> None:
    page = "<html><body><p>Fee of \u00a34.2m \u2013 noted</p></body></html>"
    for data in (page.encode("utf-16"), page.encode("cp1252")):
        assert reading.read_bytes(data, "x.html").text == "Fee of \u00a34.2m \u2013 noted\n"


def test_nesting_beyond_reason_is_refused_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableDocument, match="within each other"):
        read("<html><body>" + "<div>" * 100_000 + "hello" + "</div>" * 100_000)
    assert time.monotonic() - began < 2
    assert read("<html><body>" + "<div>" * 2_000 + "hello" + "</div>" * 2_000) == "hello\n"


def test_a_page_that_shows_nothing_is_an_error() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read("<html><body><script>document.write('minutes')</script></body></html>")
    assert caught.value.reason == "no-text"


SERVICE = """<?xml version="1.0" encoding="utf-8"?><meeting><meetingid>12</meetingid><committeetitle>Children's Committee</committeetitle>
<meetingdate>15/01/2026</meetingdate><meetingtime>19:30</meetingtime><meetinglocation>County Hall</meetinglocation><meetingstatus>Confirmed</meetingstatus>
<attendees><attendee memberid="1" name="Councillor A Bee" roledescription="Chair" attendance="Present" politicalparty="Labour" ward="X"/>
<attendee memberid="2" name="Councillor C Dee" roledescription="Committee Member" attendance="Apologies" politicalparty="Green" ward="Y"/></attendees>
<agendaitems><agendaitem><agendaitemtitle>Apologies &amp;amp; welcome</agendaitemtitle><agendaitemnumber>1</agendaitemnumber>
<minutesitemnumber>320</minutesitemnumber><minutesnonemptyhtmlbody>&lt;p&gt;Apologies from &amp;nbsp;Mrs X.&lt;/p&gt;</minutesnonemptyhtmlbody></agendaitem>
<agendaitem><agendaitemtitle>Budget</agendaitemtitle><agendaitemnumber>2</agendaitemnumber>
<minutesnonemptyhtmlbody>&amp;lt;p&amp;gt;RESOLVED: That it be noted&amp;lt;/p&amp;gt;
&amp;lt;ul&amp;gt;&amp;lt;li&amp;gt;x&amp;lt;/li&amp;gt;&amp;lt;/ul&amp;gt;</minutesnonemptyhtmlbody>
</agendaitem></agendaitems></meeting>"""

SERVICE_TEXT = """Agenda and minutes

Children's Committee - Thursday 15 January 2026 7:30 pm

Venue: County Hall

Members present:

Councillor A Bee (Chair)

Apologies:

Councillor C Dee

Political groups:

Labour: Councillor A Bee
Green: Councillor C Dee

Items

320.

Apologies & welcome

Minutes:

Apologies from Mrs X.

2.

Budget

Minutes:

RESOLVED: That it be noted

- x
"""


def test_a_meeting_of_the_web_service() -> None:
    document = reading.read_bytes(SERVICE.encode(), "GetMeeting.xml")
    assert document.text == SERVICE_TEXT
    assert document.form == "moderngov-xml"


def test_lists_of_the_web_service() -> None:
    first = "<meeting><meetingid>1</meetingid><meetingdate>15/01/2026</meetingdate></meeting>"
    text = read(f"<getmeetings>{first}<meeting><meetingid>2</meetingid></meeting></getmeetings>")
    assert text == "| meetingid | meetingdate |\n| 1 | 15/01/2026 |\n| 2 |  |\n"


@pytest.mark.parametrize(
    "data, reason",
    [
        (b'<?xml version="1.0"?><rdf><x/></rdf>', "unsupported"),
        (b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><meeting>&x;</meeting>', "refused"),
        (SERVICE.encode()[:700], "damaged"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE m><meeting/>'.encode("utf-16"), "refused"),
    ],
)
def test_other_xml_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        reading.read_bytes(data, "x.xml")
    assert caught.value.reason == reason
