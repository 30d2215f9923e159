"""The state: what a build keeps for itself, each paper's unmasked statements and text by hash, so that the next one need not read it again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from graph_builder import lexicon, statements
from graph_builder.errors import BadData, MissingInput
from graph_builder.lock import alive
from graph_builder.model import Coverage, Document, Id, Member, Placed, Reading, Source, Span

_LIBRARIES: Final = ("holidays", "lxml", "pypdfium2", "selectolax", "spacy")
_PARTIAL: Final = ".next-"


@dataclass(frozen=True, slots=True)
class State:
    """The folder of a build's own files: `statements/HASH.jsonl`, `statements/HASH.json`, `texts/HASH.txt`.

    A kept reading is taken only where `rules` (`fingerprint`), the file, its name and its source are the same, and where its files are
    whole by their hashes: it never changes what a build gives.
    """

    folder: Path
    rules: str

    def load(self, path: Path, source: Source) -> Reading | None:
        """The reading that was kept for this file, or None where there is none that still holds."""
        try:
            with path.open("rb") as file:
                file_hash = hashlib.file_digest(file, "sha256").hexdigest()
            record = json.loads(self._file("statements", f"{file_hash}.json").read_bytes())
            lines = self._file("statements", f"{file_hash}.jsonl").read_bytes()
            if record["key"] != self._key(path.name, file_hash, source) or record["sha256"] != _sha256(lines):
                return None
            text = text_of(self.folder, f"id:text/{record['document']['text_hash'][:16]}")
            document = Document(path.name, text or "", file_hash, source=source, **_fields(record["document"]))
            if text is None or _sha256(text.encode()) != document.text_hash:
                return None
            coverage = record["coverage"] | {"unread": tuple(Span(*span) for span in record["coverage"]["unread"])}
            return Reading(document, statements.parse(lines.decode()), Coverage(**coverage))
        except (OSError, KeyError, TypeError, ValueError, BadData):
            return None

    def keep(self, reading: Reading) -> None:
        """Write a reading; each file appears whole or not at all."""
        document = reading.document
        lines = statements.dump(reading.statements).encode()
        record = {
            "key": self._key(document.name, document.file_hash, document.source),
            "sha256": _sha256(lines),
            "document": {name: getattr(document, name) for name in ("text_hash", "form", "pages", "warnings", "anchors", "boxes", "members")},
            "coverage": asdict(reading.coverage),
        }
        write(self._file("texts", f"{document.text_hash[:16]}.txt"), document.text.encode())
        write(self._file("statements", f"{document.file_hash}.jsonl"), lines)
        write(self._file("statements", f"{document.file_hash}.json"), json.dumps(record, ensure_ascii=False, indent=1).encode())

    def sweep(self) -> None:
        """Remove what a killed build left half written."""
        for leftover in self.folder.glob(f"*/{_PARTIAL}*"):
            process = leftover.name.removeprefix(_PARTIAL).partition("-")[0]
            if not (process.isdecimal() and alive(int(process))):
                leftover.unlink(missing_ok=True)

    def _file(self, kind: str, name: str) -> Path:
        return self.folder / kind / name

    def _key(self, name: str, file_hash: str, source: Source) -> str:
        return _sha256(json.dumps([self.rules, file_hash, name, asdict(source)], sort_keys=True).encode())


def text_of(folder: Path, document: Id) -> str | None:
    """The text that a document's id names, as a build kept it in its state folder; None where it is not there, or no text."""
    try:
        return (folder / "texts" / f"{document.removeprefix('id:text/')}.txt").read_bytes().decode()
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def kept(folder: Path, papers: Mapping[str, str]) -> Iterator[Reading]:
    """The readings of a build, whole or not at all, from its state folder; `papers` are file names by the hash of their file.

    Raises MissingInput where one is not there or damaged.
    """
    for file_hash, name in sorted(papers.items()):
        try:
            record = json.loads((folder / "statements" / f"{file_hash}.json").read_bytes())
            lines = (folder / "statements" / f"{file_hash}.jsonl").read_bytes()
            text = text_of(folder, f"id:text/{record['document']['text_hash'][:16]}")
            document = Document(name, text or "", file_hash, **_fields(record["document"]))
            if text is None or record["sha256"] != _sha256(lines) or _sha256(text.encode()) != document.text_hash:
                raise ValueError(name)
            coverage = record["coverage"] | {"unread": tuple(Span(*span) for span in record["coverage"]["unread"])}
            found = Reading(document, statements.parse(lines.decode()), Coverage(**coverage))
        except (OSError, KeyError, TypeError, ValueError, BadData) as error:
            raise MissingInput(f"what was read of {name} is not here whole; build again, or name the build's own folder with --state", file=folder) from error
        yield found


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{_PARTIAL}{os.getpid()}-{path.name}")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


@cache
def fingerprint(model: str) -> str:
    """The version of the rules: a hash of the code, the lexicon, the ontology, the libraries that read, and the model."""
    digest = hashlib.sha256()
    for label, data in _ingredients(model):
        digest.update(f"{label}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _ingredients(model: str) -> Iterator[tuple[str, bytes]]:
    folders = (lexicon.PACKAGE, "*.py"), (lexicon.data_dir() / "lexicon", "*"), (lexicon.data_dir() / "patterns", "*"), (lexicon.ontology_dir(), "*.ttl")
    for folder, pattern in folders:
        for path in sorted(path for path in folder.rglob(pattern) if path.is_file()):
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path.read_bytes()
    for path in lexicon.overlays():
        yield f"own/{path.name}", path.read_bytes()
    for library in (*_LIBRARIES, model):
        yield library, _version(library).encode()


def _version(distribution: str) -> str:
    """The version of an installed distribution; a pipeline that lies in a folder is known by its settings."""
    try:
        return metadata.version(distribution)
    except (metadata.PackageNotFoundError, ValueError):
        settings = Path(distribution) / "meta.json"
        return _sha256(settings.read_bytes()) if settings.is_file() else ""


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _fields(record: dict[str, Any]) -> dict[str, Any]:
    """What was kept of a document, with tuples where JSON has lists."""
    plain = {name: tuple(record[name]) for name in ("pages", "warnings")}
    placed = {"boxes": tuple(Placed(*box) for box in record["boxes"]), "members": tuple(Member(*member) for member in record["members"])}
    return record | plain | placed | {"anchors": tuple((start, name) for start, name in record["anchors"])}
