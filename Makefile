# What one can do here. `make demo` and `make test` ask for Python 3.11 or later and make alone:
# everything else goes into a virtual environment of the project's own, from locks with hashes.

# Another interpreter: make PYTHON=python3.12 demo
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
VENV ?= .venv
BUILD ?= build
UV ?= uv
NPM ?= npm

BIN := $(VENV)/bin
RELEASE := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
# The stamps carry the release, so that another PYTHON builds the environment anew.
RUN := $(VENV)/run-$(RELEASE).stamp
DEV := $(VENV)/dev-$(RELEASE).stamp
BENCH := $(VENV)/bench-$(RELEASE).stamp
DOCS := $(VENV)/docs-$(RELEASE).stamp
SPARK := $(VENV)/spark-$(RELEASE).stamp
NODE := $(BUILD)/npm/node_modules
AXE := $(BUILD)/axe/node_modules
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test check spark prove bench docs site book annex calculator browser answers everywhere supply environment lock wheel clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST)

demo: $(RUN) ## judge the bundled log: a summary, three explained deadlines, a file
	$(BIN)/python -m slarules demo --output $(BUILD)/demo

test: $(DEV) ## run the tests
	$(BIN)/python -m pytest -n 2 --quiet

check: $(DEV) ## lint, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

spark: $(SPARK) ## run the tests of the cluster; Java 17 beside it
	$(BIN)/python -m pytest --quiet tests/spark

prove: $(DEV) ## prove again what changed since its result was kept: docs/proof
	$(BIN)/python -m proof

prove-%: $(DEV)
	$(BIN)/python -m proof $*

bench: $(BENCH) ## measure speed, against numpy and workclock: bench/README.md
	$(BIN)/python bench/run.py --json $(BUILD)/bench.json
	$(BIN)/python bench/arrays.py --json $(BUILD)/bench-arrays.json
	$(BIN)/python bench/pages.py --figures $(BUILD)/bench-arrays.json --out $(BUILD)/benchmarks

# Ten million events on a cluster of this machine alone: not in a few minutes, so by itself.
bench-spark: $(SPARK)
	$(BIN)/python bench/spark.py --json $(BUILD)/bench-spark.json

docs: site calculator book annex ## build all the documentation into build/docs, and check it
	$(BIN)/python -m docs.generate.built $(BUILD)/docs
	$(BIN)/python -m docs.generate.print_built $(BUILD)/docs

site: $(DOCS) ## build its pages, in Russian and English: build/docs/ru, build/docs/en
	$(BIN)/python -m docs.generate --check --out $(BUILD)/docs-sources
	rm -rf $(addprefix $(BUILD)/docs/,ru en code supply) && mkdir -p $(BUILD)/docs
	cp -R $(BUILD)/docs-sources/site/. $(BUILD)/docs
	$(MAKE) --jobs 2 $(addprefix $(BUILD)/docs/,ru en)

# Both languages at once.
$(BUILD)/docs/ru $(BUILD)/docs/en: $(BUILD)/docs/%:
	$(BIN)/python -m sphinx --quiet --fail-on-warning --builder html --conf-dir docs \
		--doctree-dir $(BUILD)/docs-sources/doctrees/$* --define language=$* \
		$(BUILD)/docs-sources/$* $@

book: $(DOCS) ## set the book as PDF/A: build/docs/book-ru.pdf, book-en.pdf
	$(BIN)/python -m docs.generate.book --out $(BUILD)/docs

annex: $(DOCS) ## write the annex to a contract: build/docs/annex-ru.docx, annex-en.docx
	$(BIN)/python -m docs.generate.annex --out $(BUILD)/docs

calculator: $(DEV) $(NODE) wheel ## build the calculator: build/docs/calculator.html, calculator/
	$(BIN)/python -m docs.calculator --wheel $(BUILD)/dist/*.whl --packages $(NODE) --out $(BUILD)/docs

browser: docs $(AXE) ## try in a headless browser what only a browser can show
	SLARULES_BUILD=$(BUILD) $(BIN)/python -m pytest -n 2 tests/browser

answers: $(DEV) ## hold every answer to the golden ones, and the changelog to what changed
	$(BIN)/python -m tools.make_answers

everywhere: $(DEV) ## run the tests on other Pythons, in other zones, and from the built wheel
	$(BIN)/python -m proof --again everywhere

supply: $(DEV) ## hold licences and lists of parts to the locks; build twice, compare the bytes
	$(BIN)/python -m tools.make_supply
	$(BIN)/python -m tools.build_twice

environment: $(DEV) ## build what development needs into .venv

wheel: $(DEV) ## build the wheel into build/dist
	rm -rf $(BUILD)/dist
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir $(BUILD)/dist .

lock: ## write locks/ anew (asks for uv)
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		--python-version 3.11 --upgrade --group build pyproject.toml --output-file locks/run.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		--python-version 3.11 --upgrade --group build --extra dev --constraint locks/run.txt \
		pyproject.toml --output-file locks/dev.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		--python-version 3.11 --upgrade --group build --extra bench --constraint locks/run.txt \
		--constraint locks/dev.txt pyproject.toml --output-file locks/bench.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		--python-version 3.11 --upgrade --group build --extra docs --constraint locks/run.txt \
		--constraint locks/dev.txt pyproject.toml --output-file locks/docs.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		--python-version 3.11 --upgrade --group build --extra spark --constraint locks/run.txt \
		--constraint locks/dev.txt pyproject.toml --output-file locks/spark.txt

clean: ## remove what make made
	rm -rf $(VENV) $(BUILD)

# The environment is built whole whenever what it is built from changes.
$(RUN): pyproject.toml locks/run.txt locks/dev.txt
	@test -n "$(RELEASE)" || { echo "slarules needs Python 3.11 or later: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(INSTALL) --require-hashes --requirement locks/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUN)
	$(INSTALL) --require-hashes --requirement locks/dev.txt
	@touch $@

$(BENCH): $(RUN) locks/bench.txt
	$(INSTALL) --require-hashes --requirement locks/bench.txt
	@touch $@

$(DOCS): $(DEV) locks/docs.txt
	$(INSTALL) --require-hashes --requirement locks/docs.txt
	@touch $@

$(SPARK): $(DEV) locks/spark.txt
	$(INSTALL) --require-hashes --requirement locks/spark.txt
	@touch $@

# The interpreter of the calculator, by its hash; nothing of it is run while it is installed.
$(NODE): docs/calculator/package.json docs/calculator/package-lock.json
	mkdir -p $(BUILD)/npm
	cp docs/calculator/package.json docs/calculator/package-lock.json $(BUILD)/npm
	cd $(BUILD)/npm && $(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What tells whether a page is within reach of everyone: for the tests alone, by its hash too.
$(AXE): tests/browser/package.json tests/browser/package-lock.json
	mkdir -p $(BUILD)/axe
	cp tests/browser/package.json tests/browser/package-lock.json $(BUILD)/axe
	cd $(BUILD)/axe && $(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
