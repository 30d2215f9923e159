"""Pages tell what the graph holds, each fact with its words, in every form; what is withheld is nowhere, and nothing that a paper says runs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import httpx
import pytest
from rdflib import Graph

from graph_builder.errors import CannotCreate
from graph_builder.store import PublishedText
from graph_builder.web import addresses, files
from graph_builder.web.index import match
from graph_builder.web.limits import Limits
from graph_builder.web.site import application
from graph_builder.web.suppression import _is_made_of
from tests import corpus
from tests.web.serving import served
from tests.web.sites import PAGES, PAYLOADS, SMITH, TEXT, hostile, publish

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


class Elements(HTMLParser):
    """The scripts, handlers and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[str | None] = []
        self.handlers: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        if tag == "script":
            self.scripts.append(about.get("src"))
        self.handlers += [name for name in about if name.startswith("on")]
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("site") / "exports")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx.Client]:
    with served(application(folder, limits=Limits())) as address, httpx.Client(base_url=address, headers=BROWSER, timeout=60) as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_by_itself(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == {"/nothing/here": 404, "/sparql?query=SELEC": 400}.get(path, 200)
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    page = Elements(answer.text)
    assert all(script and script.startswith("/static/") for script in page.scripts)
    assert page.handlers == []
    assert "The SPARQL behind this page" in answer.text
    outside = {link for link in page.links if urlsplit(link).scheme not in ("", "data")}
    assert outside <= {"https://ashford.example/minutes"}


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/sparql") and "nothing" not in path])
def test_every_page_is_data_too(client: httpx.Client, path: str) -> None:
    stem, _, query = path.partition("?")
    stem = "/home" if stem == "/" else stem
    table = client.get(f"{stem}.csv?{query}")
    assert table.headers["content-type"].startswith("text/csv")
    assert len(next(csv.reader(io.StringIO(table.text)))) > 1
    assert client.get(f"{stem}.json?{query}").json() is not None
    graph = client.get(f"{stem}.ttl?{query}")
    assert graph.headers["content-type"].startswith("text/turtle")
    Graph().parse(data=graph.text, format="turtle")


def test_a_thing_is_named_and_described_in_different_places(client: httpx.Client) -> None:
    for accept, place in (("text/html", SMITH), ("text/turtle", f"{SMITH}.ttl"), ("application/json", f"{SMITH}.json")):
        answer = client.get(SMITH.replace("/doc/", "/id/"), headers={"accept": accept})
        assert (answer.status_code, answer.headers["location"]) == (303, place)
    graph = Graph().parse(data=client.get(SMITH, headers={"accept": "text/turtle"}).text, format="turtle")
    assert any("Smith" in str(value) for value in graph.objects())


def test_the_page_of_a_person_has_each_fact_with_its_words_and_why(client: httpx.Client) -> None:
    page = client.get(SMITH).text
    for words in ("Attendance", "Declarations of interest", "Why is this here?", "by-hand", "the words say it", "minutes.txt", "Cllr Jane Smith"):
        assert words in page
    assert f"{TEXT}?at=" in page


def test_a_paper_has_its_spans_marked_and_says_what_rests_on_them(client: httpx.Client) -> None:
    start = corpus.MINUTES.index("RESOLVED")
    answer = client.get(f"{TEXT}?at={start},{start + 20}")
    assert f'id="c{start}"' in answer.text
    assert "What rests on these words" in answer.text
    assert "decision" in answer.text


@pytest.mark.parametrize("path", [*PAGES, f"{TEXT}.json", "/search?q=walker", "/search?q=01632", "/search.csv?q=elm", "/tables/unread.csv"])
def test_what_is_withheld_is_nowhere(client: httpx.Client, path: str) -> None:
    page = client.get(path).text.replace("q=walker", "").replace("walker", "", 6 if "q=walker" in path else 0)
    for word in ("Tom Walker", "01632 960147", "Elm Close"):
        assert word not in page


def test_a_search_leads_on_to_the_thread_of_its_words(client: httpx.Client) -> None:
    found = Elements(client.get("/search?q=scrutiny+%22panel%22").text).links
    assert "/trace?name=scrutiny+%22panel%22" in found
    assert client.get("/trace?name=scrutiny+%22panel%22").status_code == 200


def test_search_finds_names_and_text_and_says_where_no_fact_rests(client: httpx.Client) -> None:
    found = client.get("/search.json?q=smith").json()
    assert found[0]["label"] == "Jane Smith"
    passages = client.get("/search.json?q=agenda+minutes&kind=passage").json() + client.get("/search.json?q=14+May+2018&kind=passage").json()
    assert {hit["fact"] for hit in passages} <= {"yes", "no"}
    without = client.get("/search?q=lakeview&fact=no").text
    assert ("no fact rests on these words" in without) == ("<li>" in without.partition('class="hits"')[2].partition("</ol>")[0] and "passage" in without)


@pytest.mark.parametrize(
    "words,expected",
    [
        ("smith", '"smith"*'),
        ('"scrutiny panel" smith', '"scrutiny panel" "smith"*'),
        ("a OR b) NEAR", '"a" "OR" "b" "NEAR"*'),
        ("'; DROP", '"DROP"*'),
        ("***", ""),
        ('"', ""),
    ],
)
def test_no_word_is_an_operator_of_the_index(words: str, expected: str) -> None:
    assert match(words) == expected


def test_tables_are_paged_and_picked_by_the_address(client: httpx.Client) -> None:
    whole = list(csv.DictReader(io.StringIO(client.get("/tables/attendance.csv").text)))
    picked = list(csv.DictReader(io.StringIO(client.get("/tables/attendance.csv?status=apologies").text)))
    assert 0 < len(picked) < len(whole)
    assert {row["status"] for row in picked} == {"apologies"}
    assert client.get("/tables/evidence.csv?id=id:person/ashford/smith-j").status_code == 200
    assert client.get("/tables/nothing").status_code == 404
    assert client.get("/tables/evidence?id=<x>").status_code == 404


def test_results_of_the_form_have_labels_and_mistakes_have_a_caret(client: httpx.Client) -> None:
    page = client.get("/sparql", params={"query": "SELECT ?who WHERE { ?who foaf:name ?name }"}).text
    assert f'href="{SMITH}">Jane Smith</a>' in page
    wrong = client.get("/sparql", params={"query": "SELECT *\nWHERE { ?x a civ:Meating ; }}"})
    assert wrong.status_code == 400
    assert "did you mean civ:Meeting" in wrong.text
    assert "▲" in wrong.text
    assert "did you mean civ:" in client.get("/sparql", params={"query": "ASK { ?x cvi:heldBy ?y }"}).text
    assert "No answer" in client.get("/sparql", params={"query": "CLEAR ALL"}).text


@pytest.mark.parametrize(
    "path",
    [
        "/doc/person/ashford/nobody",
        "/doc/%00",
        "/doc/a b<c>",
        "/id/../../etc/passwd",
        "/files/../manifest.json",
        "/files/store/1",
        "/static/../site.py",
        "//evil.example/x",
    ],
)
def test_what_is_not_there_is_not_found(client: httpx.Client, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    if answer.status_code == 303:
        assert answer.headers["location"].startswith("/doc/")
        answer = client.get(answer.headers["location"])
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_downloads_are_the_published_bytes(client: httpx.Client, folder: Path) -> None:
    name = "map.html"
    answer = client.get(f"/files/{name}")
    assert answer.content == (folder / name).read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sha256-" in client.get("/map").headers["content-security-policy"]


def test_names_are_reconciled_and_only_one_exact_name_is_a_match(client: httpx.Client) -> None:
    manifest = client.get("/reconcile").json()
    assert {"versions", "name", "identifierSpace", "schemaSpace", "view"} <= manifest.keys()
    queries = {"q0": {"query": "Jane Smith", "type": "person"}, "q1": {"query": "Smith", "limit": 3}, "q2": {"query": "nobody at all"}}
    found = client.post("/reconcile", data={"queries": json.dumps(queries)}).json()
    assert (found["q0"]["result"][0]["id"], found["q0"]["result"][0]["match"]) == ("person/ashford/smith-j", True)
    assert [one["match"] for one in found["q1"]["result"]] == [False]
    assert found["q2"]["result"] == []
    assert client.get(manifest["view"]["url"].replace("{{id}}", "person/ashford/smith-j")).status_code == 303
    for bad in ("x", "[]", '{"q0": 1}', '{"q0": {}}'):
        assert client.post("/reconcile", data={"queries": bad}).status_code == 400


def test_what_is_suppressed_is_gone_at_once(folder: Path) -> None:
    listed: set[str] = set()
    with (
        served(application(folder, limits=Limits(), suppressed=lambda: frozenset(listed))) as address,
        httpx.Client(base_url=address, headers=BROWSER, timeout=60) as client,
    ):
        assert client.get(SMITH).status_code == 200
        for what in ("id:person/ashford/smith-j", "Jane Smith"):
            listed |= {what}
            assert client.get(SMITH).status_code == 410
            assert client.get(SMITH, headers={"accept": "text/turtle"}).status_code in (410, 503)
            for path in (
                "/search?q=smith",
                "/tables/attendance",
                TEXT,
                "/doc/meeting/ashford/scrutiny-panel/2018-03-05",
                "/sparql?query=SELECT+*+{?s+foaf:name+?o}",
            ):
                page = client.get(path).text
                assert "Jane Smith" not in page
                assert "smith-j" not in page
            for path in (
                "/sparql?format=csv&query=SELECT+*+{?s+foaf:name+?o}",
                "/tables/people.csv",
                "/files/map.html",
                "/map",
                "/reconcile",
                "/search.json?q=smith",
            ):
                answer = client.get(path)
                assert answer.status_code == 503
                assert "Smith" not in answer.text
            listed.clear()
        assert client.get(SMITH).status_code == 200


def test_a_name_that_was_withdrawn_by_a_build_stays_gone(folder: Path) -> None:
    with (
        served(application(folder, limits=Limits(), suppressed=lambda: frozenset(("Mr Tom Walker",)))) as address,
        httpx.Client(base_url=address, headers=BROWSER) as client,
    ):
        answer = client.get("/doc/person/ashford/walker-t")
        assert answer.status_code == 410
        assert "alker" not in answer.text


@pytest.mark.parametrize(
    "name, id_",
    [
        ("Mr Tom Walker", "id:person/ashford/walker-t"),
        ("Mrs F M Oborski", "id:person/ashford/oborski-f-m"),
        ("Ann Roe-Smith", "id:person/ashford/roe-smith-a"),
        ("Siân O'Neill", "id:person/ashford/oneill-s"),
        ("Maria de la Cruz", "id:person/ashford/de-la-cruz-m"),
    ],
)
def test_an_id_is_known_by_the_name_that_is_withdrawn(name: str, id_: str) -> None:
    assert _is_made_of(id_, name)
    assert not _is_made_of(id_.replace("person/ashford/", "person/ashford/x"), name)
    assert not _is_made_of(f"{id_}-z", name)


def test_a_newer_build_is_taken_up(tmp_path: Path) -> None:
    folder = publish(tmp_path / "exports")
    with served(application(folder, limits=Limits())) as address, httpx.Client(base_url=address, headers=BROWSER, timeout=60) as client:
        assert "1" * 16 in client.get("/about").text
        publish(folder, build="2" * 16)
        assert "2" * 16 in client.get("/about").text
        assert client.get("/sparql?format=json&query=ASK{}").json()["boolean"] is True


@pytest.mark.parametrize("path", PAGES)
def test_hostile_words_are_words(path: str, poisoned: httpx.Client) -> None:
    page = poisoned.get(path)
    assert page.status_code in (200, 400, 404)
    elements = Elements(page.text)
    assert all(script and script.startswith("/static/") for script in elements.scripts)
    assert elements.handlers == []
    assert not any(link.strip().casefold().startswith("javascript:") for link in elements.links)
    assert "<img" not in page.text
    assert "\u202e" not in page.text
    assert "49" not in re.findall(r"Cllr Jane Smith (\d+)", page.text)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = publish(tmp_path_factory.mktemp("hostile") / "exports", hostile())
    with served(application(folder, limits=Limits())) as address, httpx.Client(base_url=address, headers=BROWSER, timeout=60) as client:
        yield client


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_questions_are_words(client: httpx.Client, payload: str) -> None:
    for path, name in (
        ("/search", "q"),
        ("/trace", "name"),
        ("/trace", "since"),
        ("/sparql", "query"),
        ("/tables/attendance", "q"),
        ("/tables/attendance", "person"),
        ("/search", "kind"),
    ):
        elements = Elements(client.get(path, params={name: payload}).text)
        assert all(script and script.startswith("/static/") for script in elements.scripts)
        assert elements.handlers == []


def test_pages_become_files_whose_links_lead_somewhere(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    number = files.write(folder, output)
    pages = {path: Elements(path.read_text(encoding="utf-8")) for path in output.rglob("*.html") if path.name != "map.html"}
    assert number >= len(pages) > 40
    for path, page in pages.items():
        assert page.scripts == []
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("", "file") and parts.path:
                assert (path.parent / unquote(parts.path)).exists(), (path, link)
                assert not link.startswith("/")
    assert (output / "doc/person/ashford/smith-j/data.ttl").is_file()
    with pytest.raises(CannotCreate):
        files.write(folder, output)


def test_the_places_of_a_masked_text_are_those_of_the_received_one() -> None:
    text = PublishedText("id:text/x", "x.txt", "id:document/x", "ab[…]ef[…]", masks=((2, 12), (14, 15)), pages=(0, 13))
    assert [text.at(offset) for offset in (0, 2, 7, 12, 13, 14, 15)] == [0, 2, 2, 5, 6, 7, 10]
    assert [text.received(place) for place in (0, 2, 4, 5, 6, 7, 9, 10)] == [0, 2, 2, 12, 13, 14, 14, 15]
    assert [text.page(offset) for offset in (0, 12, 13)] == [1, 1, 2]


@pytest.mark.parametrize("curie", ["id:person/ashford/smith-j", "id:item/a/b/2018-03-05/15#1?x&y", "id:post/é ü/%41", "civ:Meeting", "outcome:noted"])
def test_an_address_leads_back_to_its_id(curie: str) -> None:
    path = addresses.path_of(curie)
    back = urlsplit(urljoin("http://x/", path)).path
    assert curie == (addresses.id_of(back.removeprefix("/doc/")) if back.startswith("/doc/") else addresses.term_of(back.removeprefix("/def/")))


def test_pages_as_files_have_nothing_of_what_is_suppressed(folder: Path, tmp_path: Path) -> None:
    files.write(folder, tmp_path / "public", suppressed=lambda: frozenset(("Jane Smith",)))
    written = [path for path in (tmp_path / "public").rglob("*") if path.is_file()]
    assert len(written) > 40
    assert [path for path in written if b"Jane Smith" in path.read_bytes() or "smith-j" in path.as_posix()] == []


def test_passages_have_the_council_and_year_of_their_paper(client: httpx.Client) -> None:
    found = client.get("/search.json?q=lakeview&kind=passage").json()
    assert {(hit["council"], hit["year"]) for hit in found} == {("Ashford County Council", "2018")}
