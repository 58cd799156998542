# Two commands set everything up by themselves: make demo, make test. Hostile input: make fuzz KIND=pdf INPUTS=1000000.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)

.PHONY: demo test check fix fuzz ocr lock clean

demo: $(VENV)/.ready
	$(BIN)/temoin demo demo

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest

check: $(VENV)/.ready-dev
	$(BIN)/ruff check src tests benchmarks fuzz docs
	$(BIN)/ruff format --check src tests benchmarks fuzz docs
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.ready-dev
	$(BIN)/ruff check --fix src tests benchmarks fuzz docs
	$(BIN)/ruff format src tests benchmarks fuzz docs

# One reader or all (KIND=pdf,html), INPUTS=1000000 each, SEED=2, MINUTES=30 at most each; GUIDED=1 follows coverage with
# atheris, from the extra fuzz, where it is installed. What is found is kept, minimised, in fuzz/found.
INPUTS ?= 10000
SEED ?= 1
MINUTES ?= 0
fuzz: $(VENV)/.ready-dev
	$(BIN)/python -m fuzz --kind "$(KIND)" --inputs $(INPUTS) --seed $(SEED) --minutes $(MINUTES) $(if $(GUIDED),--guided)

$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.ready: $(VENV)/.made requirements/base.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements/dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@

# Chinese in pictures: the extra, locked. Other scripts need the program tesseract and its language packs.
ocr: $(VENV)/.ready-dev requirements/ocr.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/ocr.txt

# Versions and hashes for every system; needs uv. The files name no index.
lock:
	uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/base.txt
	uv pip compile pyproject.toml requirements/build.in --extra test --extra check --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/dev.txt
	uv pip compile pyproject.toml requirements/build.in --extra ocr --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/ocr.txt

clean:
	rm -rf $(VENV) demo
