"""What a whole paper may not show where no quote needs it: strangers, and reasons for absences; public names stay."""

from __future__ import annotations

import pytest

from graph_builder.graph.strangers import strangers
from graph_builder.model import Document, Literal, Span, Statement

PUBLIC = (Statement("id:person/a/hay-a", "rdf:type", "foaf:Person", (), "r"), Statement("id:person/a/hay-a", "foaf:familyName", Literal("Hay"), (), "r"))


def shown(text: str, *quoted: str) -> str:
    paper = Document("a.txt", text, "f" * 64, "a" * 64)
    spans = [Span(paper.id, text.index(words), text.index(words) + len(words)) for words in quoted]
    for span in reversed(strangers(paper, PUBLIC, spans)):
        text = f"{text[: span.start]}[…]{text[span.end :]}"
    return text


@pytest.mark.parametrize(
    "text,expected",
    [
        ("Mr Tobias Quill spoke for his daughter Lettice Quill.", "[…] spoke for his daughter […]."),
        ("Jane Oxley-\nBrowning wrote.", "[…] wrote."),
        ("Cllr A Hay and Mrs Hay spoke.", "Cllr A Hay and Mrs Hay spoke."),
        ("The WCC and the CCG met; PDF 80 KB\nAdditional documents.", "The WCC and the CCG met; PDF 80 KB\nAdditional documents."),
        ("The Planning Committee met at County Hall.", "The Planning Committee met at County Hall."),
        ("Apologies were received from Cllr Hay, who was recovering from an operation.", "Apologies were received from Cllr Hay, […]."),
        ("Apologies: Cllr Hay (recovering from flu), Cllr Hay - bereavement", "Apologies: Cllr Hay […], Cllr Hay[…]"),
        ("Apologies were noted from the following members: Cllr Hay.", None),
        ("Apologies were received from Cllr Hay. The meeting was brought forward due to the election.", None),
        ("Apologies were received from Cllr Hay. She was away because of illness.", "Apologies were received from Cllr Hay. She was away […]."),
        ("Apologies were received from Cllr Hay, following his operation.", "Apologies were received from Cllr Hay, […]."),
        ("Apologies were received from Cllr Hay due to illness.", "Apologies were received from Cllr Hay […]."),
        ("Apologies were received from Cllr Hay (Vice-Chairman) and Cllr Hay (substitute).", None),
        ("Apologies were received from Cllr Hay, who was represented by Cllr Hay.", None),
        # where somebody private lives goes with the name; a post, a body, a day and the next on a list stay
        ("Application by Joan Quill, Rowanwood, for a porch.", "Application by […], […], for a porch."),
        ("To Joan Quill, Ballymore, Co. Vale on the death of her aunt.", "To […], […], Co. Vale on the death of her aunt."),
        ("Mrs Quill, The Old Steading complained.", "[…], […] complained."),
        ("Joan Quill, Planning Officer, wrote.", "[…], Planning Officer, wrote."),
        ("Joan Quill, Vale Residents Association, wrote.", "[…], Vale Residents Association, wrote."),
        ("Joan Quill, Monday 3 May.", "[…], Monday 3 May."),
        ("She expressed condolences to the family of Brian (Bob) Quill from Larming.", "She expressed condolences to the family of […] from Larming."),
        # a street, a firm, a statue and words in capitals are nobody; an officer's post in capitals behind a name is no place
        ("It stands in Lynn Road by the Mary Quill statue.", None),
        ("The Aneurin Bevan UHB and Fenwick Developments wrote.", None),
        ("THESE MINUTES WILL BE AGREED AT THE MAY MEETING.", None),
        ("Joan Quill Library Manager of Fenwick wrote.", "[…] Library Manager of Fenwick wrote."),
        ("Joan Quill, Tom Hay and Cllr Hay left.", "[…], Tom Hay and Cllr Hay left."),
    ],
)
def test_what_is_covered_and_what_is_not(text: str, expected: str | None) -> None:
    assert shown(text) == (text if expected is None else expected)


def test_what_a_quote_needs_stays() -> None:
    assert shown("Mr Tobias Quill spoke. Mr Tobias Quill left.", "Mr Tobias Quill spoke") == "Mr Tobias Quill spoke. […] left."
