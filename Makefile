# Two commands do everything: `make run` and `make test`. They need Python 3.11 or newer, and nothing else.
#   make run PEOPLE=2000000          another size of city
#   make run PYTHON=python3.13      another Python
.SUFFIXES:
.PHONY: help run test bench lint fix lock clean

PYTHON = python3
PEOPLE =
VENV = .venv
BIN = $(VENV)/bin
MADE = $(VENV)/.made-by-$(notdir $(PYTHON))
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet install
OURS = --no-deps --no-build-isolation --editable . --editable packs/beijing --editable packs/sample
PROJECTS = pyproject.toml packs/beijing/pyproject.toml packs/sample/pyproject.toml
ECHARTS = src/yihu/desks/reports/static/echarts.min.js
PATHS = src packs tests benchmarks scripts conftest.py

help:
	@echo "make run     install, make a synthetic city, run the law over it, write the report"
	@echo "make test    install, check layout, types and floors, run all tests"
	@echo "make bench   measure against other engines (docs/performance.md)"
	@echo "make lint    ruff, mypy, import-linter"
	@echo "make fix     what ruff can mend by itself"
	@echo "make lock    lock the dependencies again (needs uv)"
	@echo "make clean   remove what was installed and built"

run: $(VENV)/.run $(ECHARTS)
	@people="$(PEOPLE)"; $(BIN)/yihu demo $${people:+--people "$$people"}

test: lint $(ECHARTS)
	$(BIN)/python -m pytest -n auto --dist loadscope

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks

lint: $(VENV)/.test
	$(BIN)/ruff check $(PATHS)
	$(BIN)/ruff format --check $(PATHS)
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.test
	$(BIN)/ruff check --fix $(PATHS)
	$(BIN)/ruff format $(PATHS)

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	scripts/lock.sh

clean:
	rm -rf $(VENV) .node node_modules build dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f $(ECHARTS)
	find src packs tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# What stands in the virtual environment is remembered by a file for each purpose, so that a second call is quick.

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Yihu needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another one: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.run: $(MADE) requirements.txt $(PROJECTS)
	$(PIP) --require-hashes --requirement requirements.txt
	$(PIP) $(OURS)
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements-dev.txt requirements-bench.txt
	$(PIP) --require-hashes --requirement requirements-dev.txt
	$(PIP) --require-hashes --requirement requirements-bench.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.run requirements-bench.txt
	$(PIP) --require-hashes --requirement requirements-bench.txt
	@touch $@

$(ECHARTS): package.json package-lock.json scripts/front_end.py requirements-node.txt | $(VENV)/.run
	$(BIN)/python scripts/front_end.py
