"""Names as councils of many kinds print them, taken apart, and what is no name."""

from __future__ import annotations

import time

import pytest

from graph_builder.language.likeness import compatible, double_surname, fullness, same_given, surname_key
from graph_builder.language.names import Name, fold, known_given, parse, title_openings, title_regex

# printed | title | given | surname | honours
NAMES = """
Mrs F M Oborski | Mrs | F M | Oborski |
CA Gandy | | CA | Gandy |
C.A. Gandy | | C A | Gandy |
C. A. Gandy | | C A | Gandy |
Cllr Tom Baker-Price | Cllr | Tom | Baker-Price |
Mr R C Love, OBE | Mr | R C | Love | OBE
Sir Paul Carter, CBE | Sir | Paul | Carter | CBE
Rhys Davies OBE MP | | Rhys | Davies | OBE MP
John Smith JP | | John | Smith | JP
Dr L Sullivan | Dr | L | Sullivan |
Rich Lehmann | | Rich | Lehmann |
Councillor Smith | Councillor | | Smith |
Cllr. J. O'Brien | Cllr. | J | O'Brien |
Cllr Mrs P Jones | Cllr Mrs | P | Jones |
County Councillors J Dunn | County Councillors | J | Dunn |
Cllr Lord | Cllr | | Lord |
Mrs R M D'Arcy | Mrs | R M | D'Arcy |
Seán Ó Briain | | Seán | Ó Briain |
Cllr Ciara Ní Bhroin | Cllr | Ciara | Ní Bhroin |
Cllr. Mc Elligott | Cllr. | | Mc Elligott |
Michael McGrath | | Michael | McGrath |
Prof Anne van der Berg | Prof | Anne | van der Berg |
Mr T de la Mare | Mr | T | de la Mare |
Councillor A-M Clarke | Councillor | A-M | Clarke |
Anne-Marie Hoxworth | | Anne-Marie | Hoxworth |
PJ O'Grady | | PJ | O'Grady |
Councillor P.J. Carroll | Councillor | P J | Carroll |
Mrs ROSAMUND HALL | Mrs | Rosamund | Hall |
JAMES HURST | | James | Hurst |
Baroness Ann Taylor | Baroness | Ann | Taylor |
Rt Hon Sir John Grey | Rt Hon Sir | John | Grey |
Revd Canon Peter Hill | Revd Canon | Peter | Hill |
Cllr Pryce-Jones | Cllr | | Pryce-Jones |
Robert (Bob) Smith | | Robert | Smith |
Messrs Green | Messrs | | Green |
County Councillor G Peters | County Councillor | G | Peters |
BC K Lewis | BC | K | Lewis |
CC Finch | CC | | Finch |
CC McQuill | CC | | McQuill |
CC Finch Quill | | CC Finch | Quill |
Nora Quill NQ | | Nora | Quill |
Nora Quill (NQ) | | Nora | Quill |
Kim O'Dell KOD | | Kim | O'Dell |
Nora Quill NDQ | | Nora | Quill |
Nora D Quill NDQ | | Nora D | Quill |
Mary Pell MP | | Mary | Pell | MP
Nora QUILL | | Nora | Quill |
PCSO Dawn Reeve | PCSO | Dawn | Reeve |
Insp. Kate Lowe | Insp. | Kate | Lowe |
A/Insp Ted Hill | Insp | Ted | Hill |
Ms N El Amrani | Ms | N | El Amrani |
Ahmed bin Salim | | Ahmed | bin Salim |
Gwen ap Rhys | | Gwen | ap Rhys |
Sgt. Price | Sgt. | | Price |
Mr O' Neill | Mr | | O' Neill |
Mary Jane Watson Smith | | Mary Jane Watson | Smith |
Zebedee Quill | | Zebedee | Quill |
Cllr. (Mrs) Jane Bell | Cllr. Mrs | Jane | Bell |
Councillors: Littlewood | Councillors | | Littlewood |
R T Lloyd Jones | | R T | Lloyd Jones |
Cllr A Penton Dunn | Cllr | A | Penton Dunn |
Mr J Edward Hale | Mr | J Edward | Hale |
Cllr M O Thornby | Cllr | M O | Thornby |
D O Conaill | | D | O Conaill |
Mr P O Neill | Mr | P | O Neill |
 - Jane Hill; | | Jane | Hill |
"""

NO_NAMES = [
    "TASK GROUP", "Presided", "Cllr Presided", "Adult Social Care", "Head of Finance", "Planning Committee", "the Chair", "3 members", "Cllr 24", "SEND", "PCT", "cllr smith",
    "Worcestershire County Council", "King Street", "Agenda Item", "Present", "Cllr", "Mr", "High School", "The Lord Mayor", "Director Jones",
    "A Better Future", "J F Kerr Miss", "E A Forde Cllr", "I Think That", "J Smith Ward", "", " ", "...", "Dr Who Said", "a" * 500, "Mr " + "A" * 80,
]  # fmt: skip

# Where a list says that those on it are people, a surname alone is enough.
BARE = [
    ("Smith", "", "Smith"), ("BUTLER", "", "Butler"), ("O'Neill", "", "O'Neill"), ("Butler C R", "C R", "Butler"),
    ("Hibbert-Lowe", "", "Hibbert-Lowe"), ("Uí Chonchúir", "", "Uí Chonchúir"),
]  # fmt: skip


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in NAMES.strip("\n").splitlines()]


@pytest.mark.parametrize("printed,title,given,surname,honours", rows())
def test_a_name_is_taken_apart(printed: str, title: str, given: str, surname: str, honours: str) -> None:
    name = parse(printed)
    assert name is not None
    assert (name.title, name.given, name.surname, name.honours) == (title, given, surname, honours)


@pytest.mark.parametrize("printed", NO_NAMES)
def test_what_is_no_name(printed: str) -> None:
    assert parse(printed) is None


@pytest.mark.parametrize("printed", ["CBE", "MBE", "O.B.E.", "Mayor", "Leader", "Clerk", "Vacancy", "Director", "Apologies"])
def test_letters_of_honour_and_offices_are_nobody_even_on_a_list(printed: str) -> None:
    assert parse(printed, bare=True) is None


@pytest.mark.parametrize("printed,given,surname", BARE)
def test_a_surname_alone_is_a_name_where_it_may_be(printed: str, given: str, surname: str) -> None:
    assert parse(printed) is None
    name = parse(printed, bare=True)
    assert name is not None
    assert (name.given, name.surname) == (given, surname)


@pytest.mark.parametrize("printed,initials", [("Mrs F M Oborski", "FM"), ("CA Gandy", "CA"), ("Jane Hill", "J"), ("Cllr Smith", ""), ("Anne Marie Lee", "AM")])
def test_initials(printed: str, initials: str) -> None:
    name = parse(printed)
    assert name is not None
    assert name.initials == initials


@pytest.mark.parametrize("printed,sex,councillor", [("Mrs A Hay", "f", False), ("Cllr Mr B Hay", "m", True), ("Cllr Hay", "", True), ("Dr Hay", "", False)])
def test_what_a_title_tells(printed: str, sex: str, councillor: bool) -> None:
    name = parse(printed)
    assert name is not None
    assert (name.sex, name.is_councillor) == (sex, councillor)


@pytest.mark.parametrize("text,folded", [("O’Brien", "o'brien"), ("Cllr.", "cllr"), ("SEÁN  Ó Briain", "sean o briain"), ("R.J.", "r j")])
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_titles_open_with_the_words_that_are_said_to_open_them() -> None:
    for title in ("Cllr", "Rt Hon", "County Councillor", "m/s", "Chief Inspector"):
        match = title_regex().match(f"{title} ")
        assert match is not None
        assert fold(title).replace("/", " ").split()[0] in title_openings()
    assert known_given("Jane")
    assert not known_given("Committee")


@pytest.mark.parametrize(
    "left,right,same",
    [
        ("Mrs F M Oborski", "Cllr Fran Oborski", True),
        ("Cllr A Fry", "Mr Alan Fry", True),
        ("Cllr A Fry", "Cllr B Fry", False),
        ("Mr A Fry", "Mrs A Fry", False),
        ("Tom Hall", "Thomas Hall", True),
        ("Tom Hall", "Tim Hall", False),
        ("Cllr Smith", "Cllr Jane Smith", True),
        ("Cllr Smith", "Cllr Smyth", False),
        ("Cllr Pryce-Jones", "Cllr Pryce Jones", False),
    ],
)
def test_two_names_can_be_one_persons(left: str, right: str, same: bool) -> None:
    first, second = parse(left), parse(right)
    assert first is not None
    assert second is not None
    assert compatible(first, second) is same
    assert compatible(second, first) is same


def test_likeness_of_parts() -> None:
    assert same_given("Tom", "Thomas")
    assert surname_key(Name("", surname="O’Brien-Lee")) == "obrienlee"
    full, half = parse("Ruth Fenwick Moore"), parse("Cllr Fenwick Moore")
    assert full is not None
    assert half is not None
    assert double_surname(full, half)
    assert fullness(full) > fullness(half)


@pytest.mark.parametrize("text", ["A." * 29, "Ab-" * 19 + "!x", "AB-" * 19 + "!x", "van " * 14 + "x!", "A " * 29, "A-" * 29, "O'B" * 19, "Mac" * 20, "(A" * 29])
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    for bare in (False, True):
        parse(text, bare=bare)
    assert time.process_time() - start < 0.2
