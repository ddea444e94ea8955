# make demo      read the sample reports and print the brief
# make test      the test suite
# make check     lint, formatting, types, import contracts, tests
# make eval      measure on public datasets (EVAL_DATA names their folder) and compare with eval/floors.json
# make gold      chains, standings and denials on our own reference set in eval/gold
# make reports   events and figures on the whole reports of our own in eval/reports
# make page      types and tests of the workbench's page, by the Node of the environment
# make bench     speed and memory: the whole path beside bare spaCy, each part beside its budget, the assessment
# Only python3 with pip and git need to be there: uv is fetched into .uv, Python 3.12 and the dependencies into .venv.

UV_VERSION := 0.13.9
UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
BIN := .venv/bin
READY := .venv/.ready
EVAL_DATA ?= ../shared/eval

.PHONY: demo test lint page check eval gold reports bench clean

demo: $(READY)
	$(BIN)/vedette demo

test: $(READY)
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

page: $(READY)
	PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix web ci --ignore-scripts
	PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix web run check
	PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix web test

check: lint page test

eval: $(READY)
	$(BIN)/python -m eval score $(EVAL_DATA)

gold: $(READY)
	$(BIN)/python -m eval gold

reports: $(READY)
	$(BIN)/python -m eval reports

bench: $(READY)
	$(BIN)/python -m eval bench read
	$(BIN)/python -m eval bench assess --claims 10000

clean:
	rm -rf .venv .uv build dist eval/out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml hatch_build.py $(wildcard web/*.* web/src/*) | $(UV)
	$(UV) sync --quiet
	touch $@

.uv/bin/uv:
	python3 -m pip install --quiet --disable-pip-version-check --target .uv uv==$(UV_VERSION)
