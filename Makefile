# Everything a newcomer needs: `make run` makes the environment, runs the nightly flow on the samples and says where
# the release lies. Python 3.11 and make are all that must be there.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --constraint .ci/constraints.txt

.DEFAULT_GOAL := help
.PHONY: help env run test check fuzz bench

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

env: $(VENV)/.installed ## the environment alone, in .venv

$(VENV)/.installed: pyproject.toml .ci/constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not on the PATH; install it or name another: make PYTHON=..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing the pinned packages into $(VENV) (about a minute the first time)" >&2
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch $@

run: env ## run the nightly flow on the sample articles
	@$(BIN)/turnaround run

test: env ## run the tests
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: env ## format, lint, strict types, import contract, then the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory test

fuzz: env ## the tests of drawn examples, with other examples each time
	@HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -q -n 2 --dist loadfile -m hypothesis

$(VENV)/.installed-bench: $(VENV)/.installed
	@$(PIP_INSTALL) --editable '.[dev,bench]'
	@touch $@

bench: $(VENV)/.installed-bench ## speed, side by side with peers in one run
	@$(BIN)/python -m benchmarks
