"""The least that such work can take: one pass of spaCy over the texts of a folder, for words or for named entities alone.

    python benchmarks/bare.py tokens|entities FOLDER MODEL
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy


def main() -> None:
    """Reads the folder and prints how many words or entities it has."""
    what, folder, model = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if what == "tokens":
        blank = spacy.blank("en")
        print(sum(len(blank.make_doc(text)) for text in texts))
        return
    pipeline = spacy.load(model, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    print(sum(len(doc.ents) for doc in pipeline.pipe(texts, batch_size=32)))


if __name__ == "__main__":
    main()
