# make demo    who said what in the articles of fixtures/
# make test    everything that is tested
# Both make .venv first and install into it. Another interpreter: make test PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python

.PHONY: demo test lint bench fuzz docs clean

demo: $(VENV)/.demo
	$(BIN)/negotiations-nlp extract fixtures/articles --format text

test: $(VENV)/.test
	$(RUN) -m pytest

lint: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(VENV)/.test
	$(RUN) benchmarks/run.py

# 100,000 generated examples, then ten minutes of a fuzzer; some half an hour in all.
fuzz: $(VENV)/.test
	$(RUN) -m pytest tests/robustness --hypothesis-profile=fuzz
	$(RUN) -m pip install --quiet --editable '.[fuzz]'
	mkdir -p build/fuzz
	$(RUN) fuzz/fuzz_texts.py build/fuzz tests/robustness/corpus -max_total_time=600

# Run the examples of the guide and the notebooks, and keep what they show.
docs: $(VENV)/.test
	$(RUN) scripts/run_docs.py
	$(RUN) scripts/run_notebooks.py

clean:
	rm -rf $(VENV) build dist

$(RUN):
	@command -v $(PYTHON) >/dev/null || { echo "no $(PYTHON) here: name a Python 3.10 to 3.13 with make PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 14))' \
		|| { echo "$(PYTHON) is $$($(PYTHON) --version), and 3.10 to 3.13 will do: make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(RUN) pyproject.toml
	$(RUN) -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: $(RUN) pyproject.toml
	$(RUN) -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/.demo
