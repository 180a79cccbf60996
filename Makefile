# genlab in two commands: `make run` starts the app, `make test` runs every test.
PYTHON ?= python3
BIN := .venv/bin
WEB := genlab/explorer/web

.PHONY: run test test-slow check fix frontend gallery presets bench clean

run: .venv/run.stamp  ## set up and start the app on http://127.0.0.1:8501
	$(BIN)/python -m genlab serve

test: .venv/dev.stamp  ## every test, browser tests included
	$(BIN)/python -m pytest -m "not slow" -n 2 --dist loadfile --no-loadscope-reorder

test-slow: .venv/dev.stamp  ## the long checks against papers and peers
	$(BIN)/python -m pytest -m slow

check: .venv/dev.stamp $(WEB)/node_modules/.stamp  ## formatting, types, layers, and that the built front end is fresh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd $(WEB) && npm run --silent check && npm test --silent
	tools/front-end-is-fresh

fix: .venv/dev.stamp $(WEB)/node_modules/.stamp  ## mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	cd $(WEB) && npm run --silent fix

frontend: $(WEB)/node_modules/.stamp  ## build the explorer into genlab/explorer/dist
	cd $(WEB) && npm run --silent build

gallery: .venv/run.stamp  ## train the gallery again from its recorded specs and seeds
	$(BIN)/python gallery/build.py

presets: .venv/run.stamp  ## train every preset on every set as it comes and write docs/presets.md (about an hour)
	$(BIN)/python gallery/presets.py

bench: .venv/dev.stamp  ## every benchmark, a table each
	for name in training objectives lab decode toolbox server first_visit runs projection taking; do echo "== $$name"; $(BIN)/python benchmarks/$$name.py || exit 1; done

clean:  ## remove what these commands made, never a run
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache $(WEB)/node_modules

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "genlab needs Python 3.11 or newer; call make with PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev.stamp: requirements.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@command -v /usr/bin/chromium >/dev/null || $(BIN)/python -m playwright install chromium
	touch .venv/run.stamp $@

$(WEB)/node_modules/.stamp: $(WEB)/package.json $(WEB)/package-lock.json
	@command -v npm >/dev/null || { echo "make check and make frontend need Node 20 and npm; running and testing genlab do not"; exit 1; }
	cd $(WEB) && npm ci --silent --no-audit --no-fund
	touch $@
