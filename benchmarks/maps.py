"""How soon a map stands: seconds until the first picture in headless Chromium, beside a bare canvas and pyvis's own page, in one run.

    python benchmarks/maps.py [--dots 1000 3000] [--patience 120]

Needs playwright and a Chromium. The same graph is drawn with pyvis's defaults too, which takes minutes where it comes to an end.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any, Final

import networkx

from graph_builder import maps

BARE: Final = """<!doctype html><title>bare</title><canvas id="c" width="1400" height="900"></canvas><script>
const c = document.getElementById("c").getContext("2d"), dots = DOTS, lines = LINES;
for (const [a, b] of lines) { c.beginPath(); c.moveTo(...dots[a]); c.lineTo(...dots[b]); c.stroke(); }
for (const [x, y] of dots) { c.beginPath(); c.arc(x, y, 4, 0, 7); c.fill(); c.fillText("name of a person", x, y); }
requestAnimationFrame(() => { document.documentElement.dataset.drawn = performance.now(); });
</script>"""


def invented(dots: int, *, seed: int = 7) -> networkx.MultiDiGraph[str]:
    """A network of so many people, bodies and meetings in four councils, about two facts a dot."""
    random = Random(seed)
    councils = ("Ambershire Council", "Brackwater Council", "Calderwick Council", "Dunmoor Council")
    views: dict[str, list[dict[str, str]]] = {"meetings": [], "attendance": []}
    bodies = [(council, f"Committee {number}") for council in councils for number in range(max(dots // 160, 1))]
    people = dots - len(councils) - 3 * len(bodies)
    meetings = [(council, body, f"20{10 + number}-03-0{number + 1}") for council, body in bodies for number in range(2)]
    for council, body, day in meetings:
        common = {"document": f"{day}.txt", "council": council, "body": body, "body_id": f"{council}/{body}", "date": day, "quote": "as printed"}
        views["meetings"].append({**common, "kind": "minutes"})
    for number in range(people):
        home = random.choice(bodies)
        for council, body, day in [meeting for meeting in meetings if meeting[:2] == home]:
            common = {"document": f"{day}.txt", "council": council, "body": body, "body_id": f"{council}/{body}", "date": day, "quote": "as printed"}
            views["attendance"].append({**common, "person": f"Person {number}", "status": "present"})
    return maps.weave(views)


def first_picture(chromium: Any, page: Path) -> tuple[float, float]:
    """Seconds from the start of navigation until the page says that it has drawn, and those for which its thread was at work; the middle of five."""
    found = []
    for _ in range(5):
        context = chromium.new_context(viewport={"width": 1400, "height": 900})
        tab = context.new_page()
        session = context.new_cdp_session(tab)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        tab.goto(page.as_uri())
        tab.wait_for_selector("html[data-drawn]", timeout=120_000, state="attached")
        busy = next(one["value"] for one in session.send("Performance.getMetrics")["metrics"] if one["name"] == "TaskDuration")
        found.append((float(tab.evaluate("Number(document.documentElement.dataset.drawn)")) / 1000, float(busy)))
        context.close()
    return sorted(found)[2]


def bare(network: networkx.MultiDiGraph[str], path: Path) -> None:
    """A canvas with the same number of dots, labels and lines, and nothing else."""
    random = Random(7)
    place = {key: number for number, key in enumerate(network)}
    dots = [[random.randrange(1400), random.randrange(900)] for _ in place]
    lines = [[place[source], place[target]] for source, target in network.edges()]
    path.write_text(BARE.replace("DOTS", str(dots)).replace("LINES", str(lines)), encoding="utf-8")


def defaults(chromium: Any, network: networkx.MultiDiGraph[str], folder: Path, patience: int) -> str:
    """How long until pyvis's own page, with its default physics, stands still, if it does so in that many seconds."""
    from playwright.sync_api import TimeoutError as TooLong
    from pyvis.network import Network

    plain = Network(directed=True, cdn_resources="in_line")
    place = {key: number for number, key in enumerate(network)}
    plain.nodes = [{"id": number, "label": "name of a person", "shape": "dot"} for number in place.values()]
    plain.edges = [{"from": place[source], "to": place[target]} for source, target in network.edges()]
    page = folder / "pyvis.html"
    done = "network.once('stabilizationIterationsDone', () => { document.documentElement.dataset.drawn = performance.now(); });\n return network;"
    page.write_text(plain.generate_html().replace("return network;", done, 1), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    tab = context.new_page()
    try:
        tab.goto(page.as_uri(), wait_until="commit", timeout=1000 * patience)
        tab.wait_for_selector("html[data-drawn]", timeout=1000 * patience, state="attached")
        return f"{float(tab.evaluate('Number(document.documentElement.dataset.drawn)')) / 1000:.1f} s"
    except TooLong:
        return f"not within {patience} s"
    finally:
        context.close()


def main() -> None:
    """Measures each size, and prints a line each."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dots", type=int, nargs="*", default=[1000, 3000])
    parser.add_argument("--patience", type=int, default=120, help="seconds to wait for pyvis's defaults; 0 leaves them out")
    args = parser.parse_args()
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if program is None:
        sys.exit("no Chromium here")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        folder = Path(name)
        for dots in args.dots:
            network = invented(dots)
            before = time.perf_counter()
            maps.draw(network, folder / "map.html", title="Invented")
            drawn = time.perf_counter() - before
            bare(network, folder / "bare.html")
            (ours, busy), (least, _) = first_picture(chromium, folder / "map.html"), first_picture(chromium, folder / "bare.html")
            size = (folder / "map.html").stat().st_size / 1e6
            print(f"{len(network)} dots, {network.number_of_edges()} facts: page made in {drawn:.2f} s, {size:.1f} MB")
            line = f"first picture after {ours:.2f} s, {busy:.2f} s of them at work"
            print(f"    {line}, bare canvas {least:.2f} s, ratio {ours / least:.1f}", flush=True)
            if args.patience:
                print(f"    pyvis's defaults: {defaults(chromium, network, folder, args.patience)}", flush=True)
        chromium.close()


if __name__ == "__main__":
    main()
