# newsledger. `make run` builds the warehouse from raw/, `make test` proves the project sound.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 3000
# Older DuckDB clients, which must be able to read what is published.
CLIENTS := .venv/clients/duckdb-1.4 .venv/clients/duckdb-1.5

.PHONY: run test lint bench ui clean help
.DEFAULT_GOAL := help

help:  ## Show what can be made.
	@awk -F ':.*## ' '/^[a-z]+:.*##/ { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/ready  ## Build the warehouse from raw/. Options: make run ARGS="--workers 4"
	@$(BIN)/newsledger build $(ARGS)

test: lint $(CLIENTS)  ## Lint, types, import rules, all tests. A part: make test ARGS="tests/unit -k dates"
	$(BIN)/python -m pytest $(ARGS)

lint: .venv/ready  ## Lint, formatting, types, import rules.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/ready  ## Measure speed and memory.
	@for script in tests/bench/bench_*.py; do $(BIN)/python $$script || exit 1; done

ui: .venv/ready .dagster/dagster.yaml  ## Serve Dagster's UI, schedule and sensor on this machine only.
	DAGSTER_HOME=$(CURDIR)/.dagster $(BIN)/dg dev --host 127.0.0.1 --port $(PORT)

clean:  ## Remove the environment and caches; raw/, the warehouse and run history stay.
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.dagster/dagster.yaml: assets/dagster.yaml
	@mkdir -p $(@D)
	cp $< $@

.venv/clients/duckdb-%: tests/clients/duckdb-%.lock .venv/locked
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps --upgrade --target $@ --requirement $<
	@touch $@

# Two stamps, so that an edit of pyproject.toml does not install the lock again.
.venv/ready: .venv/locked pyproject.toml
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/locked: requirements.lock .ci/bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || \
		{ echo "newsledger needs Python 3.11 to 3.13: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@echo "Creating .venv and installing requirements.lock (about a minute, once) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .ci/bootstrap.lock
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@touch $@
