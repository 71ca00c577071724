# make demo   reads the example story and writes a page       make test   everything that CI checks
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test lint types imports unit gate format clean

demo: .venv/run.stamp
	$(BIN)/onrecord demo

test: lint types imports gate unit

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test.stamp
	$(BIN)/mypy

imports: .venv/test.stamp
	$(BIN)/lint-imports

gate: .venv/test.stamp
	$(BIN)/python -m evaluation.gate

unit: .venv/test.stamp
	$(BIN)/python -m pytest

format: .venv/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/run.stamp: pyproject.toml constraints.txt
	@echo "Setting up .venv (a minute or two, about 400 MB with the parser)…"
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	@touch $@

.venv/test.stamp: .venv/run.stamp
	$(PIP) --editable '.[test]'
	@touch $@

clean:
	rm -rf .venv demo .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
