# Everything runs in .venv, which .ci/setup makes from requirements.lock. Needed beforehand: Python 3.11 or newer, and make.
#   make PYTHON=/path/to/python3.12   makes .venv with that Python; otherwise with the newest there is
#   make report ROUND=2021-09         takes that round

ROUND ?= 2021-04
PYTHON ?=
TESTS ?=
BIN := .venv/bin
READY := .venv/ready
SPREAD := --numprocesses=auto --dist=loadfile --no-loadscope-reorder

# Where Python may keep what it compiled, a command that a test starts takes two thirds of the time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: bench clean fuzz help lint lock pictures report setup test test-all

help: ## Show this list.
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | awk -F@ '{ printf "%-15s %s\n", $$1, $$2 }'

report: $(READY) ## Build the report of a round, ROUND=2021-04 unless told otherwise, into output/.
	$(BIN)/ehport build-report $(ROUND)

test: $(READY) ## Run the tests on all cores; the slow ones too where EHPORT_TEST_EVERYTHING is set.
	$(BIN)/python -m pytest $(SPREAD) --durations=10 $(if $(EHPORT_TEST_EVERYTHING),,-m "not slow")

test-all: ## Run all tests, or TESTS=tests/form, under each supported Python that is here; each has its own .venvs/.
	@sh .ci/test-all $(TESTS)

lint: $(READY) ## Check style, formatting and types.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

pictures: $(READY) ## Make the pictures of README and the guides anew; needs LibreOffice and poppler-utils.
	$(BIN)/python .ci/pictures.py

bench: $(READY) ## Measure speed against the yardsticks, in one run; Typst, one of them, is fetched first.
	$(BIN)/python -m pip install --quiet 'typst>=0.13' || echo 'bench: Typst is not to be had, and is left out'
	$(BIN)/python -m tests.bench

fuzz: $(READY) ## Read damaged workbooks, round.toml, records and chapters, build 5 000 invented rounds: none may break, all said must be true.
	$(BIN)/python -m tests.fuzz
	$(BIN)/python -m tests.fuzz.rounds
	EHPORT_KILLS=50 $(BIN)/python -m pytest tests/building/test_output_folder.py -k killed

lock: $(READY) ## Renew requirements.lock from pyproject.toml, for every supported Python and platform.
	$(BIN)/python -m pip install --quiet 'uv>=0.9,<1'
	$(BIN)/uv pip compile pyproject.toml --group dev --quiet --upgrade --universal --python-version 3.11 \
		--fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command 'make lock' --output-file requirements.lock

setup: $(READY) ## Make .venv and install everything into it, without running anything.
	@$(BIN)/python .ci/pyodide/prepare.py

clean: ## Delete all that can be made again: .venv, .venvs, output/ and the tools' caches.
	rm -rf .venv .venvs output build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find ehport tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml .ci/setup
	@PYTHON="$(PYTHON)" sh .ci/setup
	@touch $@
