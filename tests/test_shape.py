"""The shape of the house: who imports whom, how large a module and a function may be, and who may print."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "graph_builder"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}

# What every room may use, in the order in which they build on each other.
BASE = ("errors", "model", "vocabulary", "lexicon", "language", "paper", "masks", "places", "ntriples", "statements", "lock", "sparql", "shown")

# A room, and the rooms besides the base that it may import. No room imports another but those that work on a finished dataset.
ROOMS: dict[str, tuple[str, ...]] = {
    "intake": (),
    "reading": (),
    "meetings": (),
    "mentions": (),
    "relations": (),
    "resolution": (),
    "graph": (),
    "store": (),
    "exports": ("store", "maps"),
    "validation": ("store",),
    "trace": ("store",),
    "maps": ("store", "trace"),
    "face": ("store", "trace", "maps", "asking"),
    "contradictions": ("store",),
    "changes": ("store",),
    "citations": ("store",),
    "asking": ("store", "trace", "contradictions"),
    "months": ("store", "trace"),
    "selection": ("store",),
    "pictures": (),
    "web": ("store", "trace", "maps", "exports"),
    "evaluation": ("store",),
    "portrait": ("store",),
    "anatomy": ("meetings",),
    "project": ("state", "publication"),
    "released": ("store", "state"),
    "verification": ("store", "state"),
    "engine": (),
    "state": (),
    "publication": (),
    "report": ("intake",),
}

# A heavy library, and the only parts that may import it.
HOMES: dict[str, tuple[str, ...]] = {
    "click": ("cli",),
    "xlsxwriter": ("exports",),
    "rich": ("cli",),
    "PIL": ("pictures",),
    "spacy": ("mentions", "relations", "language"),
    "pyvis": ("maps",),
    "networkx": ("maps", "trace", "exports"),
    "rustworkx": ("maps", "trace"),
    "rdflib": ("graph", "store", "exports", "validation"),
    "pyoxigraph": ("graph", "store", "exports", "validation", "verification", "web"),
    "pyshacl": ("validation",),
    "yaml": ("lexicon", "project"),
    "starlette": ("web",),
    "uvicorn": ("web",),
    "multiprocessing": ("engine", "reading"),
}


def room(name: str) -> str:
    """The room of a module: `reading/html.py` belongs to `reading`, `state.py` is a room of its own."""
    return name.partition("/")[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Each module that a file imports, at its head or within a function; `from graph_builder import x` is `graph_builder.x`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "graph_builder":
            yield from (f"graph_builder.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def inner(path: Path) -> set[str]:
    """The parts of the package that a file imports."""
    return {name.split(".")[1] for name in imports(path) if name.startswith("graph_builder.")} - {"__version__"}


@pytest.mark.parametrize("name", MODULES)
def test_imports_follow_the_star(name: str) -> None:
    own = room(name)
    if own in ("cli", "pipeline", "__init__"):
        assert "cli" not in inner(MODULES[name]) - {own}, "nobody calls the command line"
        return
    allowed = {own, *(BASE[: BASE.index(own)] if own in BASE else (*BASE, *ROOMS[own]))}
    assert inner(MODULES[name]) <= allowed


@pytest.mark.parametrize("name", MODULES)
def test_heavy_libraries_stay_at_home(name: str) -> None:
    for library in {name.split(".")[0] for name in imports(MODULES[name])} & HOMES.keys():
        assert room(name) in HOMES[library], f"{library} belongs to {HOMES[library]}"


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_one_page_with_one_sentence_at_its_head(name: str) -> None:
    source = MODULES[name].read_text(encoding="utf-8")
    assert source.count("\n") <= 300
    docstring = ast.get_docstring(ast.parse(source)) or ""
    assert docstring, "a module says what goes in and what comes out"
    assert "\n" not in docstring.strip()


@pytest.mark.parametrize("name", MODULES)
def test_functions_are_short_and_take_few_positions(name: str) -> None:
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or node.lineno) - node.lineno < 40, f"{node.name} is longer than 40 lines"
            positional = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args) if argument.arg not in ("self", "cls")]
            # click hands a command its options by name
            assert len(positional) <= 4 or room(name) == "cli", f"{node.name} takes {len(positional)} positional parameters"


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) != "cli"])
def test_nobody_prints_below_the_command_line(name: str) -> None:
    calls = (node.func for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    assert "print" not in {function.id for function in calls if isinstance(function, ast.Name)}


@pytest.mark.parametrize("name", MODULES)
def test_no_error_is_caught_blindly(name: str) -> None:
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            raised_again = any(isinstance(inside, ast.Raise) and inside.exc is None for inside in ast.walk(node))
            assert caught not in ("everything", "Exception")
            assert caught != "BaseException" or raised_again
