"""A folder's name goes in; a user's own folder stands there, with each list that a user keeps, its header, and an example in a comment."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from graph_builder.errors import CannotCreate
from graph_builder.project.corrections import COLUMNS, CORRECTIONS
from graph_builder.publication import faults

_README: Final = """\
# Your papers, and the graph that is made of them

| what | what it is for |
|---|---|
| `documents/` | your papers; `graph-builder add FILE` puts them here, or copy them yourself |
| `sources.yml` | what a paper does not say of itself: its council, body, date, address, licence |
| `lexicon/` | words of your councils, laid over those of the program |
| `topics.ttl` | topics of your own |
| `judgements.csv` | who is the same, and who is not |
| `corrections.csv` | what the program read wrongly |
| `suppressed.csv` | names and ids that nothing may publish |
| `ids.csv` | the ids that you published (`graph-builder release` writes it); later builds hold to them |
| `exports/` | the graph, after `graph-builder build`; do not change it by hand |
| `build/` | what builds keep for themselves, unmasked: do not publish it |

In this folder: `graph-builder build`, then `graph-builder status`, `graph-builder query --list`.
"""
_SOURCES: Final = """\
# What a paper does not say of itself. Keys: file, council, district, body, date, kind, url, licence, note.
# A date is as precise as it is known: 2026-03-31 or 2026-03. Kinds: minutes, agenda, decisions, report, letter. An example:
#
# - file: minutes-march.pdf
#   council: Wyvern District Council
#   body: Planning Committee
#   date: 2026-03-31
#   url: https://wyvern.example/minutes-march.pdf
#
# Many parishes bear one name: for a paper of a parish, district says which one is meant.
#
# - file: orme.txt
#   council: Orme Parish Council
#   district: Wyvern District Council
"""
_TOPICS: Final = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix topic: <https://w3id.org/civic-graph/def/topic/> .

# A topic is added by adding a concept: each label is a phrase by which a reader of papers would know it. An example:
#
# topic:river-pollution a skos:Concept ;
#     skos:inScheme <https://w3id.org/civic-graph/def/topic> ;
#     skos:prefLabel "river pollution"@en ;
#     skos:definition "What gets into rivers, and what is done about it."@en ;
#     skos:altLabel "sewage discharge"@en, "storm overflow"@en .
"""
_LEXICON: Final = """\
# Words of your councils

A file here is laid over the program's own of the same name: a list grows by yours, a mapping by your keys. `bodies.yml`, for instance:

```yaml
meeting_heads: ["community council cluster"]
national:
  Wyvern Rivers Authority: {id: wyvern-rivers-authority, kind: agency, names: [WRA], acronyms: [WRA]}
```
"""
_JUDGEMENTS: Final = """\
# Who is the same, and who is not: same, different or unsure. What stands here wins over what the program works out. An example:
# doc:1f0c66b9ab4d2e71/person/meade-j,doc:83d2a90b7c5e1f46/person/meade-j,different,A Clerk,2026-03-31,two people: one lives in the north ward
# graph-builder resolve writes such lines: resolve review, resolve same, resolve different.
left,right,judgement,by,date,why
"""
_CORRECTIONS: Final = f"""\
# What the program read wrongly: reject a claim, replace one value of it, or add a fact with its quote. `graph-builder correct` writes here.
# id:decision/wyvern/planning-committee/2026-03-31/5/1,value,outcome,deferred,"RESOLVED that the item be left over.",minutes.pdf,A Clerk,2026-04-02,left over
{",".join(COLUMNS)}
"""
_SUPPRESSED: Final = """\
# A name or an id that nothing may publish. An example:
# Jo Example,A Clerk,2026-03-31,asked for it
what,by,date,why
"""
_FILES: Final = {
    "README.md": _README,
    "sources.yml": _SOURCES,
    "topics.ttl": _TOPICS,
    "lexicon/README.md": _LEXICON,
    "judgements.csv": _JUDGEMENTS,
    CORRECTIONS: _CORRECTIONS,
    "suppressed.csv": _SUPPRESSED,
}


def make(folder: Path) -> tuple[Path, ...]:
    """The files of a new folder of a user's own, made empty of facts, each with an example in a comment.

    Raises CannotCreate where the folder holds something already, or cannot be made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotCreate("this is there already and not empty; name a new folder", file=folder)
    with faults(folder):
        (folder / "documents").mkdir(parents=True)
        for name, text in _FILES.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in _FILES)
