# make briefs and make test do everything on a fresh Debian or Ubuntu machine, set-up included.
.DEFAULT_GOAL := help
.PHONY: help briefs test lint format score bench lock wheel clean setup setup-dev
BIN := .venv/bin
COMPILE := $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

briefs: setup ## set up, then build the briefs of seeds/ into out/
	$(BIN)/reportgen build seeds --out out

test: lint ## set up, then lint and test
	$(BIN)/python -m pytest -n 2

lint: setup-dev ## set up, then ruff, mypy and the layers
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: setup-dev ## put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

score: setup-dev ## score the extraction against the pinned floors (PIN=1 raises them, ALLOW_LOWER=1 lowers them)
	$(BIN)/python tests/score/gate.py $(if $(PIN),--pin) $(if $(ALLOW_LOWER),--allow-lower)

bench: setup-dev ## time the stages
	$(BIN)/python tests/bench/speed.py seeds

lock: setup-dev ## refresh the locked dependencies
	$(BIN)/python -m pip install --quiet pip-tools
	$(COMPILE) --extra build --extra charts --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra build --extra charts --extra dev --output-file requirements-dev.lock pyproject.toml

wheel: setup-dev ## build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

clean: ## remove what was made, the environment included
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find out -mindepth 1 ! -name .gitkeep -delete

setup: ## set this machine up for reportgen
	@.ci/setup run

setup-dev: ## set this machine up for lint and tests, too
	@.ci/setup dev
