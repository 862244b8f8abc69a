# `make run` and `make test` need Python 3.11 and pip alone; `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
RECORDS ?= 100000
MUTANTS ?= 200
SEED ?= 1
PACKAGE ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
KEY := var/secret_key
THIS_MACHINE := localhost,127.0.0.1,[::1],$(HOST)

export PYTHONDONTWRITEBYTECODE :=
export PYTHONUTF8 := 1

.PHONY: help run accounts test check fix messages lock bench audit drills said guide jobs mutate

help: ## What can be asked of make
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | sort | while IFS=$$'\t' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

# Environments: installed again only when the locked packages change.

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is missing; install it, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "$(PYTHON) is not Python 3.11; name one: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv is missing; on Debian: apt-get install python3.11-venv"; exit 1; }

$(VENV)/.runtime: requirements.txt | $(BIN)/python
	@echo "Installing packages …"
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt | $(BIN)/python
	@echo "Installing packages for development …"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.runtime

$(KEY): | $(BIN)/python
	@mkdir -p -m 700 var
	@(umask 077 && $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))' > $@)

# The site

run: export SECRET_KEY := $(SECRET_KEY)
run: export ALLOWED_HOSTS := $(or $(ALLOWED_HOSTS),$(THIS_MACHINE))
run: export LOG_LEVEL := $(or $(LOG_LEVEL),WARNING)
run: export HOST := $(HOST)
run: export PORT := $(PORT)
run: $(VENV)/.runtime $(KEY) ## The site at http://localhost:8000 (HOST=, PORT=, DATABASE_URL=)
	@export SECRET_KEY="$${SECRET_KEY:-$$(cat $(KEY))}"; \
	$(BIN)/python manage.py prepare --host "$$HOST" --port "$$PORT"; \
	exec $(BIN)/gunicorn -c config/gunicorn.py

accounts: ## The accounts that the first run created, with their passwords
	@cat var/accounts.txt 2>/dev/null || { echo "No accounts yet; make run creates them."; exit 1; }

# The gate

test: $(VENV)/.development ## The gate: static checks, the suite on SQLite and on PostgreSQL, the browser pages
	@$(BIN)/python .ci/gate.py

check: $(VENV)/.development ## The static half of the gate, in seconds
	@$(BIN)/python .ci/gate.py --static

fix: $(VENV)/.development ## Repairs what a tool can repair
	@$(BIN)/python .ci/gate.py --fix

messages: $(VENV)/.development ## New texts into the French catalogue, and the catalogue compiled
	@$(BIN)/python .ci/catalogues.py --write

bench: $(VENV)/.development ## What a page costs, as ratios: beside a bare view, and as the register grows (RECORDS=, PEERS=1)
	@$(BIN)/python -m measuring.bench --records $(RECORDS) $(if $(PEERS),--peers)

audit: $(VENV)/.development ## Every kind of public page at all widths, schemes and languages, held to its budgets; every page of the back-office
	@found=0; $(BIN)/python -m measuring.audit $(if $(PART),--part $(PART)) $(if $(ONLY),--only $(ONLY)) || found=1; \
	$(if $(PART),,$(BIN)/python -m measuring.back_office $(if $(ONLY),--only $(ONLY)) || found=1;) exit $$found

drills: $(VENV)/.development ## What goes wrong on a server, done to it on purpose, on both databases (ONLY=)
	@$(BIN)/python -m measuring.drills $(if $(ONLY),--only $(ONLY))

said: $(VENV)/.development ## What the pages say, written down anew: to be read in the difference
	@$(BIN)/python -m pytest -q -p no:cacheprovider tests/test_house_said.py --write-said

guide: $(VENV)/.development ## The pictures of the guides for staff and of README, from today's screens
	@$(BIN)/python -m measuring.guide

jobs: $(VENV)/.development ## The jobs of an editor in a browser, from the source to publication: clicks, fields, loads of a page
	@$(BIN)/python -m measuring.jobs

mutate: $(VENV)/.development ## Turns the code round in places, and asks whether a test falls (MUTANTS=200 SEED=1 PACKAGE= MINUTES=)
	@PYTHONPATH=.ci $(BIN)/python -m mutate --mutants $(MUTANTS) --seed $(SEED) --package "$(PACKAGE)" --minutes $(or $(MINUTES),0)

lock: export UV_CUSTOM_COMPILE_COMMAND := make lock
lock: $(BIN)/python ## The packages named in pyproject.toml, resolved and locked with their hashes
	@$(PIP) install "$$(grep -o 'uv==[0-9.]*' pyproject.toml)"
	@$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
		pyproject.toml --output-file requirements.txt
	@$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
		--constraints requirements.txt pyproject.toml --group dev --output-file requirements-dev.txt
