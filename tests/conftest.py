"""What the tests share: a graph of the seeds, built once, and the samples that a clone need not have."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
# programs that tests start find the package wherever they are started
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples beside the repository, which a clone need not have."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared/ is not there: samples and scoring that are no part of the repository")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds a build of the seeds: `exports/` and `build/`; made once, so nobody changes it."""
    from graph_builder import lexicon, pipeline

    folder = tmp_path_factory.mktemp("built")
    pipeline.build([lexicon.data_dir() / "documents"], output=folder / "exports", state=folder / "build")
    return folder
