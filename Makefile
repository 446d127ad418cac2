# Commands of the FEALAC Marketplace Explorer. `make help` lists them; Python 3.11 or newer is all they need.
PYTHON ?= python3
PORT ?= 8501
SOURCES ?=
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
APP := $(VENV)/.app-installed
TOOLS := $(VENV)/.tools-installed
PIP := $(PY) -m pip --disable-pip-version-check install --quiet --quiet --requirement
CODE := Home.py pages components data deploy benchmarks tests

.DEFAULT_GOAL := help
.PHONY: help run test lint format data data-check bench lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

run: $(APP) ## install what is missing and serve the app on PORT (default 8501)
	@PORT=$(PORT) $(PY) -m deploy.server

test: $(TOOLS) ## run every test; ARGS go to pytest, e.g. ARGS="tests/unit -k periods"
	@chromium=$$($(PY) -m tests.browser.chromium --install) && CHROMIUM_PATH="$$chromium" $(PY) -m pytest $(ARGS)

lint: $(TOOLS) ## check style, types and the direction of imports
	@$(PY) -m ruff check $(CODE)
	@$(PY) -m ruff format --check $(CODE)
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports

format: $(TOOLS) ## rewrite the code in the house style
	@$(PY) -m ruff check --fix $(CODE)
	@$(PY) -m ruff format $(CODE)

data: $(APP) ## rebuild data/precomputed; SOURCES=DIR also reads the outside files there
	@$(PY) -m data.build $(if $(SOURCES),--sources $(SOURCES))

data-check: $(APP) ## verify data/precomputed against its manifest and descriptions, writing nothing
	@$(PY) -m data.build --check

bench: $(TOOLS) ## measure the app and write benchmarks/RESULTS.md; ARGS e.g. "--only rerun --quick"
	@chromium=$$($(PY) -m tests.browser.chromium --install) && CHROMIUM_PATH="$$chromium" $(PY) -m benchmarks $(ARGS)

lock: $(TOOLS) ## compile requirements*.in into fully pinned requirements*.txt
	@for name in requirements requirements-test; do \
		$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --no-header \
			$$name.in --output-file $$name.txt || exit 1; \
	done

clean: ## remove the virtual environment and everything that was generated
	@rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# The environment is made once; an interrupted one (no working pip) is made anew.
$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) was not found: install Python 3.11 or newer, or name it: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$$($(PYTHON) --version) is too old: Python 3.11 or newer is needed; name it: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || \
		{ rm -rf $(VENV); echo "no virtual environment could be made (on Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 1; }

$(APP): requirements.txt | $(PY)
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo "Installing the app's libraries into $(VENV)"
	@$(PIP) requirements.txt
	@touch $@

$(TOOLS): requirements-test.txt $(APP)
	@echo "Installing the test tools into $(VENV)"
	@$(PIP) requirements-test.txt
	@touch $@
