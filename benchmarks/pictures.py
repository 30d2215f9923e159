"""The pictures of docs/: the map of one issue as a browser shows it, light and dark, wide and narrow, small enough to keep.

    python benchmarks/pictures.py [--graph exports] [--name SEND]

Needs playwright, pillow and a Chromium.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import graph_builder

DOCS: Final = Path(__file__).parents[1] / "docs"
SIZES: Final = {"wide": (1400, 900), "narrow": (400, 860)}
COLOURS: Final = 255


def picture(browser: Any, page: Path, size: tuple[int, int], scheme: str) -> bytes:
    """A screenshot of the first screen, in few colours."""
    from PIL import Image

    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.wait_for_selector("html[data-drawn]")
    tab.wait_for_timeout(300)
    shot = Image.open(io.BytesIO(tab.screenshot())).convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    context.close()
    kept = io.BytesIO()
    shot.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def main() -> None:
    """Draws the map, and keeps a picture for each size and scheme."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", type=Path, default=Path("exports"))
    parser.add_argument("--name", default="SEND")
    args = parser.parse_args()
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if program is None:
        sys.exit("no Chromium here")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        page = graph_builder.open(args.graph).map(args.name).save(Path(name) / "map.html")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for form, size in SIZES.items():
            for scheme in ("light", "dark"):
                path = DOCS / f"map-{args.name.casefold()}-{form}-{scheme}.png"
                path.write_bytes(picture(browser, page, size, scheme))
                print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main()
