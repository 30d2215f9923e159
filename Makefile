# make graph   a virtual environment, the package with all that it needs, and the graph of data/documents/ in exports/
# make editor  the library of the richer editor for SPARQL, where npm is at hand; make graph does this too
# make test    the same environment with what tests need: ruff, mypy, pytest (about eleven minutes on two cores)
# make check-long   what takes longer: two hundred kills and the like
# make lock    both lock files anew, from setup.cfg; needs uv
# make clean   takes away what these made

VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

# The first Python from 3.11 to 3.13 that can make an environment. A version manager's stand-in may be on
# the path for a Python that is not there, so each is asked. `make PYTHON=/path/to/python3.12` chooses one.
NEEDS := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for python in python3 python3.12 python3.13 python3.11 python; do \
	$$python -c '$(NEEDS)' 2>/dev/null && echo $$python && break; done)

INSTALL = $(if $(UV),$(UV) pip install --quiet --python $(BIN)/python,$(BIN)/python -m pip install --quiet --disable-pip-version-check)

.PHONY: graph editor test check-long lock clean
.DELETE_ON_ERROR:

graph: $(VENV)/.graph editor
	$(BIN)/graph-builder build

# The richer editor of the SPARQL page, where npm is at hand; where it is not, the plain form does the work.
EDITOR := graph_builder/web/assets/static/yasgui
editor:
	@if command -v npm >/dev/null 2>&1 && [ ! -f $(EDITOR)/yasgui.min.js ]; then \
	  if (cd editor && npm ci --no-progress --loglevel=error >/dev/null); then \
	    mkdir -p $(EDITOR) && cp editor/node_modules/@zazuko/yasgui/build/yasgui.min.css $(EDITOR)/ \
	    && cp editor/node_modules/@zazuko/yasgui/build/yasgui.min.js $(EDITOR)/; \
	  else echo 'note: the richer editor could not be fetched; the plain form does the work' >&2; fi; fi

# a file of tests stays with one process; each process needs about two gigabytes. Servers and browsers have the machine to themselves.
SIDE_BY_SIDE ?= -n auto --maxprocesses 4 --dist loadfile

test: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/pytest $(SIDE_BY_SIDE) --ignore=tests/web --ignore=tests/browser
	$(BIN)/pytest tests/web tests/browser

check-long: $(VENV)/.test
	$(BIN)/pytest -m long

# A stamp is newer than the lock from which the environment was filled: an unchanged lock installs nothing.
$(VENV)/.test: requirements-test.lock $(VENV)/.graph
	$(INSTALL) --require-hashes -r requirements-test.lock
	@touch $@

$(VENV)/.graph: requirements.lock setup.cfg $(BIN)/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/python:
	@test -n '$(UV)$(PYTHON)' || { echo 'error: no Python from 3.11 to 3.13 that can make a virtual environment was found; install one (on Debian or Ubuntu: python3 and python3-venv), or name it: make PYTHON=/path/to/python3.12' >&2; exit 69; }
	$(if $(UV),$(UV) venv --quiet --clear --seed --python "$$(command -v $(PYTHON) || echo 3.12)" $(VENV),$(PYTHON) -m venv --clear $(VENV))

lock:
	uv pip compile setup.cfg --extra test $(LOCK) --output-file requirements-test.lock
	uv pip compile setup.cfg $(LOCK) --constraint requirements-test.lock --output-file requirements.lock

LOCK := --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-annotate \
	--custom-compile-command 'make lock'

clean:
	rm -rf editor/node_modules $(EDITOR)
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find exports -mindepth 1 ! -name README.md -delete
	find graph_builder tests -name __pycache__ -type d -prune -exec rm -rf {} +
