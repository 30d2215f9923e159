"""One export of the five papers in every format, for the tests of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import exports, store, verification
from graph_builder.exports import Content

CATALOGUE = """
title: What the papers of two councils say
identifier: https://example.org/dataset/council-papers
address: https://example.org/files/
landing_page: https://example.org/dataset/council-papers
publisher: {name: Society for Open Minutes, uri: "https://example.org/society", kind: "http://purl.org/adms/publishertype/NonProfitOrganisation", email: data@example.org, url: "https://example.org/"}
contact: {name: Data desk, email: data@example.org}
takedown: {name: Take-down desk, email: takedown@example.org, url: "https://example.org/takedown"}
periodicity: http://publications.europa.eu/resource/authority/frequency/IRREG
places: ["http://statistics.data.gov.uk/id/statistical-geography/E10000034"]
functions: ["http://id.esd.org.uk/function/29"]
services: ["http://id.esd.org.uk/service/860"]
organisation: society-for-open-minutes
"""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publisher's own folder, with all that a portal wants to know."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "catalogue.yml").write_text(CATALOGUE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def content(built: Path, project: Path) -> Content:
    """The five papers as a build published them."""
    folder = built / "exports"
    return Content(verification.read_back(folder), store.open_dataset(folder), folder, exports.settings(project))


@pytest.fixture(scope="session")
def exported(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format in one folder."""
    folder = tmp_path_factory.mktemp("exported") / "dataset"
    exports.export(content, folder, exports.FORMATS)
    return folder
