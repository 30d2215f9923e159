"""What the publisher says in, a CITATION.cff out that says how to cite the dataset."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from graph_builder import __version__
from graph_builder.exports.content import Content
from graph_builder.exports.licences import spdx

FILE: Final = "CITATION.cff"


def write(content: Content, folder: Path) -> list[Path]:
    """The file `CITATION.cff` (https://citation-file-format.github.io/, 1.2.0); without a publisher the program's authors stand there."""
    path = folder / FILE
    path.write_text("".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in said(content).items()), encoding="utf-8", newline="\n")
    return [path]


def said(content: Content) -> dict[str, Any]:
    """The keys of the file; JSON values, each of which is YAML too."""
    settings, build = content.settings, str(content.dataset.manifest.get("build", ""))
    licence = {"license": spdx(settings.licence)} if spdx(settings.licence) else {"license-url": settings.licence}
    facts = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": "Please cite this dataset by these data, and the papers that you quote from by theirs (sources.csv).",
        "title": settings.title,
        "abstract": settings.description,
        "authors": [{"name": settings.publisher.name or "The authors of civic-graph-builder"}],
        "version": f"{__version__}+{build}" if build else __version__,
        "date-released": content.issued,
        "url": settings.landing_page or settings.address,
        "keywords": list(settings.keywords),
        **licence,
    }
    return {key: value for key, value in facts.items() if value}
