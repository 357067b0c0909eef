# Needs python3 (3.11 or newer) and make; everything else is set up here.
.DEFAULT_GOAL := help
.PHONY: help plan serve test quick bench soak locks clean

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; done; echo python3)
VENV := $(PYTHON) tools/make_venv.py
RUN := .venv/bin
TEST := .venv-test/bin
BENCH := .venv-bench/bin
WEB := .venv-web/bin
CASE ?= examples/journalist.yaml
CODE := src tests tools $(wildcard benchmarks)

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

plan:  ## set up, then plan the journalist's case (CASE=another.yaml for another)
	@$(VENV) .venv locks/run.lock
	@$(RUN)/waystation plan $(CASE)

serve:  ## set up, then serve the pages on this machine alone
	@$(VENV) .venv-web locks/web.lock
	@$(WEB)/python -m waystation.web

test:  ## set up, then run every check and every test
	@$(VENV) .venv-test locks/test.lock
	$(TEST)/ruff check $(CODE)
	$(TEST)/ruff format --check $(CODE)
	$(TEST)/mypy --strict src
	$(TEST)/lint-imports
	$(TEST)/waystation registry check
	$(TEST)/pytest -n 2 -m "not soak"

quick:  ## the fast part, under a minute
	@$(VENV) .venv-test locks/test.lock
	$(TEST)/ruff check $(CODE)
	$(TEST)/lint-imports
	$(TEST)/pytest -n 2 -m "not slow and not soak"

bench:  ## measure against the named anchors and print the ratios
	@$(VENV) .venv-bench locks/bench.lock
	$(BENCH)/python -m benchmarks

soak:  ## run for minutes over many generated cases
	@$(VENV) .venv-test locks/test.lock
	$(TEST)/pytest -n 2 -m soak

# An existing lock is kept as far as pyproject.toml allows; UPGRADE=1 takes the newest of everything.
LOCK = .venv-locks/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --quiet $(if $(UPGRADE),--upgrade) --group build

locks:  ## work out the locks again (UPGRADE=1 for the newest versions)
	@test -x .venv-locks/bin/uv || { $(PYTHON) -m venv .venv-locks && \
		.venv-locks/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8,<1'; }
	$(LOCK) --output-file locks/run.lock
	$(LOCK) --extra web --constraint locks/run.lock --output-file locks/web.lock
	$(LOCK) --extra web --group test --constraint locks/run.lock --output-file locks/test.lock
	$(LOCK) --extra web --group bench --constraint locks/run.lock --output-file locks/bench.lock

clean:  ## remove what these commands made
	rm -rf .venv .venv-web .venv-test .venv-bench .venv-locks build dist .cache .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
