"""Measures anew how far each rule can be trusted: `python -m tests.calibrate` writes data/calibration.csv, in a few minutes.

The seeds and the papers of each folder of tests/test_styles.py are built and scored against their gold; each rule's cases are added up.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from graph_builder import evaluation, lexicon, pipeline, store
from tests.test_styles import HERE, LEAST, papers_of


def measured(work: Path) -> Iterator[tuple[evaluation.Trust, ...]]:
    """What each folder's gold says of each rule."""
    data = lexicon.data_dir()
    folders = [(data / "documents", [data / "documents"], [data / "gold"])]
    folders += [(HERE / name, papers_of(name), sorted((HERE / name).glob("gold*"))) for name in sorted(LEAST)]
    for number, (folder, papers, gold) in enumerate(folders):
        out = work / str(number)
        pipeline.build(papers, output=out, state=work / f"{number}-state", sources=folder / "sources.yml")
        rules = store.rules(store.open_dataset(out))
        for part in gold:
            yield evaluation.calibrate(out / "tables", part, rules)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as work:
        found = evaluation.together(measured(Path(work)))
    (lexicon.data_dir() / "calibration.csv").write_text(evaluation.as_csv(found), encoding="utf-8", newline="\n")
