# What one does here; `make` alone lists it.
SHELL := /bin/bash
PYTHON := .venv/bin/python

.PHONY: help setup run test check read-code test-core test-whole test-window bench bench-duplicates translations lock clean

help:
	@echo "make run      install what is missing, then open the window on a sample case (in a terminal: the same job there)"
	@echo "make setup    only install: .venv, locked dependencies, system libraries"
	@echo "make test     all checks and all tests (make check is the same)"
	@echo "make bench    speed, as ratios against a floor or a peer"
	@echo "make bench-duplicates  which altered copies of photos are found, and how many wrong links there are (HOW=--quick)"
	@echo "make translations  find the window's strings, and make what it loads of their translations"
	@echo "make lock     choose dependency versions anew: requirements.txt and requirements-dev.txt"
	@echo "make clean    remove what was made here, but not .venv"

setup:
	@.ci/setup

run: setup
	@.ci/sample

test check: export QT_QPA_PLATFORM := offscreen
test check:
	@.ci/setup dev
	$(MAKE) --jobs=2 --output-sync=target test-window read-code test-whole test-core
	$(PYTHON) -m pytest tests/ui/timed

read-code:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports

test-core:
	$(PYTHON) -m pytest -p no:cacheprovider tests/unit tests/store

test-whole:
	$(PYTHON) -m pytest -p no:cacheprovider --ignore=tests/ui --ignore=tests/unit --ignore=tests/store tests

test-window:
	$(PYTHON) -m pytest -p no:cacheprovider --ignore=tests/ui/timed tests/ui

bench: export QT_QPA_PLATFORM := offscreen
bench:
	@.ci/setup dev
	$(PYTHON) -m tests.benchmarks

bench-duplicates: export QT_QPA_PLATFORM := offscreen
bench-duplicates:
	@.ci/setup dev
	$(PYTHON) -m tests.benchmarks.duplicates $(HOW)
	@test -n "$(HOW)" || $(PYTHON) -m tests.benchmarks.footage

translations:
	@.ci/setup dev
	$(PYTHON) -m resources.translations.update

lock:
	@.ci/lock

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache resources/samples/media
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
