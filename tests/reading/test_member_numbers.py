"""The numbers by which a council's site knows its councillors come out of pages and services, beside the names, and are said of the people."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph_builder import pipeline, reading
from graph_builder.model import Source

PAGE = """<html><head>{head}</head><body><div id="modgov"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Planning Committee - Thursday 15 January 2026 7:30 pm</h2><div class="mgContent">
<p>Present: <a href="mgUserInfo.aspx?UID=1204">Councillor&nbsp;Ann
Bell</a> (Chair), <a href="{link}">Councillor Bob Lee</a>, <a href="mgUserInfo.aspx?UID=9"><img alt="photo"></a></p>
<table id="mgItemTable"><tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">1.</p></td><td><p class="mgAiTitleTxt">Apologies</p><p>None.</p></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">2.</p></td><td><p class="mgAiTitleTxt">Sale of the Depot</p><p>RESOLVED: That it be sold.</p></td></tr>
</table></div></div></body></html>"""
SERVICE = """<?xml version="1.0"?><getmeeting><meeting><meetingid>9</meetingid><committeetitle>Audit Committee</committeetitle>
<meetingdate>05/03/2026</meetingdate><meetingtime>19:30</meetingtime><attendees>
<attendee memberid="1204" name="Councillor Ann Bell" roledescription="Chair" attendance="Present"/>
<attendee memberid="0" name="Jane Roe" roledescription="Officer" attendance="Present"/></attendees>
<agendaitems><agendaitem><agendaitemid>1</agendaitemid><agendaitemtitle>Apologies</agendaitemtitle><agendaitemnumber>1.</agendaitemnumber>
<minutesnonemptyhtmlbody>&lt;p&gt;None.&lt;/p&gt;</minutesnonemptyhtmlbody></agendaitem></agendaitems></meeting></getmeeting>"""
CANONICAL = '<link rel="canonical" href="https://democracy.kirkby.example/ieListDocuments.aspx?MId=3">'
SITE = "democracy.kirkby.example"


def told(source: str, *, url: str = "") -> list[tuple[str, str, str]]:
    """Each name with its number and the site that gives it."""
    document = reading.read_bytes(source.encode(), "paper", source=Source(url=url))
    return [(document.text[one.start : one.end], one.number, one.site) for one in document.members]


@pytest.mark.parametrize("link", ["mgUserInfo.aspx?UID=77", "/mguserinfo.aspx?x=1&amp;uid=77", f"https://{SITE}/mgUserInfo.aspx?UID=77"])
def test_a_page_gives_the_numbers_of_the_councillors_that_it_links(link: str) -> None:
    expected = [("Councillor Ann Bell", "1204", SITE), ("Councillor Bob Lee", "77", SITE)]
    assert told(PAGE.format(head=CANONICAL, link=link)) == expected
    assert told(PAGE.format(head="", link=link), url=f"https://{SITE}/ieListDocuments.aspx?MId=3") == expected


def test_other_links_are_no_numbers() -> None:
    assert [number for _, number, _ in told(PAGE.format(head="", link="mgCommitteeDetails.aspx?ID=77"))] == ["1204"]


def test_the_service_gives_the_numbers_of_members_alone() -> None:
    assert told(SERVICE, url=f"https://{SITE}/mgWebService.asmx/GetMeeting?lMeetingId=9") == [("Councillor Ann Bell", "1204", SITE)]


def test_a_number_is_said_of_the_person_and_kept_for_the_next_build(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "page.html").write_text(PAGE.format(head=CANONICAL, link="mgUserInfo.aspx?UID=77"), encoding="utf-8")
    (papers / "sources.yml").write_text(json.dumps([{"file": "page.html", "council": "Kirkby City Council"}]), encoding="utf-8")
    for _ in range(2):  # the second build reads what the first one kept
        pipeline.build([papers], output=tmp_path / "exports", state=tmp_path / "build", model="none")
        graph = (tmp_path / "exports/graph.ttl").read_text(encoding="utf-8")
        assert sorted(re.findall(r'civ:memberNumber "([^"]*)"', graph)) == [f"{SITE}/1204", f"{SITE}/77"]
