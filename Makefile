.PHONY: help deps python-deps parity-deps build course lesson check student reports test lint instructions format bench parity clean
.DEFAULT_GOAL := help

PACKAGES := libopenblas-dev libgnuplot-iostream-dev gnuplot-nox libboost-iostreams-dev pkg-config
SWIFT_SOURCES := Sources Lessons Tests Package.swift
PARITY := .venv-parity/bin/python

# Folders that transformers wrote, and those that this package wrote.
LANGUAGE_MODELS = $(addprefix Tests/ModelsTests/Fixtures/gpt2/,small odd untied bare inverse-layer) \
  $(patsubst %/config.json,%,$(wildcard Data/models/*/config.json))
CHAT_MODELS = $(patsubst %/tokenizer_config.json,%,$(wildcard Data/models/*/tokenizer_config.json))
IDS := 7,19,3,60,0,42,11,11,58

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

deps: ## install the Debian packages that are missing
	@dev/deps $(PACKAGES)

build: deps
	swift build -c release

course: build ## run every lesson with one seed; reports in Reports/class
	swift run -c release course run --all --profile class

lesson: deps ## one lesson: make lesson N=05
	@test -n "$(N)" || { echo "help: say which lesson: make lesson N=00" >&2; exit 1; }
	swift run -c release course run $(N)

check: deps ## say which exercises of a lesson you solved: make check N=05
	@test -n "$(N)" || { echo "help: say which lesson: make check N=01" >&2; exit 1; }
	swift run -c release course check $(N)

student: deps ## the course without its solutions: make student DIR=../my-course
	@test -n "$(DIR)" || { echo "help: say where to: make student DIR=../my-course" >&2; exit 1; }
	swift run -c release course student "$(DIR)"

reports: build ## run every lesson with all seeds and publish to Lessons/*/report (long)
	swift run -c release course run --all --profile full --publish
	swift run -c release course claims --write

# The tests that read notebooks as Jupyter does find nbformat through PATH.
test: deps python-deps ## every test
	PATH="$(CURDIR)/.venv/bin:$$PATH" swift test -c release --disable-testable-imports --no-parallel

lint: deps ## formatting, and a build without warnings
	swift format lint --strict -r $(SWIFT_SOURCES)
	dev/warnings

instructions: deps ## instruction counts of small workloads beside dev/instructions.json
	@dev/deps valgrind
	swift build -c release --product bench
	dev/instructions

format: ## format the sources in place
	swift format -i -r $(SWIFT_SOURCES)

bench: deps parity-deps ## our speed beside PyTorch's, by turns, in Benchmarks/README.md (half an hour)
	swift build -c release --product bench
	$(PARITY) dev/bench/compare.py --json .build/bench/compare.json
	.build/release/bench sweep --json .build/bench/sweep.json
	.build/release/bench report

parity: deps parity-deps ## make the fixtures anew with Hugging Face's packages and compare
	set -e; for script in dev/fixtures/*_fixture.py; do $(PARITY) $$script; done
	git status --porcelain Tests | { ! grep . ; }
	swift build -c release --product tune
	set -e; for model in $(LANGUAGE_MODELS); do \
	  .build/release/tune logits $$model --ids $(IDS) --output .build/logits.npy; \
	  $(PARITY) dev/fixtures/check_written.py $$model --ids $(IDS) --logits .build/logits.npy; \
	done
	$(PARITY) dev/fixtures/check_chat.py $(CHAT_MODELS)
	COURSE_PARITY_PYTHON="$(CURDIR)/$(PARITY)" swift test -c release --disable-testable-imports \
	  --no-parallel --filter RoundTripTests

clean: ## remove everything that was built, reports and environments included
	rm -rf .build .build-* .cache .venv .venv-parity Reports

# Without a network the tests that need these are skipped; with CI set they may not be.
python-deps: .venv/ready
.venv/ready: Makefile
	@dev/deps python3-venv
	{ python3 -m venv .venv \
	  && .venv/bin/pip install -q nbformat==5.11.1 numpy==2.4.6 tensorboard==2.21.0 \
	  && touch $@; } || [ -z "$$CI" ]

parity-deps: .venv-parity/ready
.venv-parity/ready: dev/fixtures/requirements.txt
	@dev/deps python3-venv
	python3 -m venv .venv-parity
	.venv-parity/bin/pip install -q --no-deps torch==2.13.0
	.venv-parity/bin/pip install -q -r dev/fixtures/requirements.txt
	touch $@
