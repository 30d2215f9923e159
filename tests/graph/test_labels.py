"""No literal and no id that is published holds the words that are covered in its own quote: labels of posts and bodies neither."""

from __future__ import annotations

import pytest

from graph_builder import graph
from graph_builder.graph.contacts import private_places
from graph_builder.language.slugs import slug
from graph_builder.masks import MASK, published_quote
from graph_builder.model import Literal
from tests.corpus import Sayer, document, text

# the sentence | the words that a reader took for the post
TOLD = [
    ("The Mayor wished Nora Quill, Chief Executive – Vale District Council, a full recovery.", "Chief Executive – Vale District Council, a full recovery"),
    ("Members hoped that Nora Quill, Town Clerk,\na speedy recovery from her operation would make.", "Town Clerk, a speedy recovery from her operation"),
    ("Apologies: Nora Quill, Head of Housing - bereavement", "Head of Housing - bereavement"),
    ("Nora Quill, Clerk, was thanked. She is recovering from heart surgery in Vale.", "Clerk, was thanked. She is recovering from heart surgery"),
]


@pytest.mark.parametrize("sentence, words", TOLD)
def test_a_label_is_covered_as_its_quote_is(sentence: str, words: str) -> None:
    paper = document("paper.txt", sentence)
    say, post = Sayer(paper), f"id:post/ashford/{slug(words)}"
    say.node("id:person/ashford/quill-n", "foaf:Person", "Nora Quill", foaf_name=text("Nora Quill"), foaf_familyName=text("Quill"))
    say.node(post, "org:Post", sentence, skos_prefLabel=text(words))
    say.node(f"id:holding/ashford/quill-n/{slug(words)}", "civ:PostHolding", sentence, org_member="id:person/ashford/quill-n", civ_ofPost=post)
    withheld = graph.withhold(say.statements, [paper])
    covered = [sentence[start:end] for start, end in private_places(sentence)]
    assert covered
    for one in withheld.statements:
        quote = "".join(published_quote(paper, span, withheld.masks) for span in one.evidence)
        for hidden in covered:
            shown = " ".join(hidden.split())
            assert MASK in quote or shown not in " ".join(quote.split())
            assert not isinstance(one.object, Literal) or shown not in one.object.value
            assert slug(shown) not in f"{one.subject} {one.object}"
    labels = [one.object.value for one in withheld.statements if one.predicate == "skos:prefLabel" and isinstance(one.object, Literal)]
    assert labels
    assert all(MASK in label for label in labels)


def test_an_open_label_is_left_as_it_is() -> None:
    sentence = "Nora Quill, Head of Cancer Recovery Services, wished the Vale Stroke Club well. Mr Bell was ill with flu."
    paper = document("paper.txt", sentence)
    say = Sayer(paper)
    say.node("id:post/ashford/head-of-cancer-recovery-services", "org:Post", sentence, skos_prefLabel=text("Head of Cancer Recovery Services"))
    say.node("id:body/ashford/vale-stroke-club", "org:Organization", sentence, skos_prefLabel=text("Vale Stroke Club"))
    assert graph.withhold(say.statements, [paper]).statements == tuple(say.statements)
