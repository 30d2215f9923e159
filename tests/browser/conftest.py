"""A real browser for pages: skipped by name where there is none, a failure where CI says that there must be one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def missing(what: str) -> Any:
    """Ends the test: as a failure in CI, where everything is to be installed, else as a skip."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI is set")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """A headless Chromium, driven by playwright; it ends with this folder, because its event loop would stand in the way of others."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    program = next((found for found in map(shutil.which, PROGRAMS) if found), None)
    if program is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
