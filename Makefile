# Two commands are enough: `make start` opens the course, `make test` proves it.
# Kept to what GNU make 3.81 and a plain sh understand, as macOS has them.

PYTHONS := python3.13 python3.12 python3.11 python3
READY := .venv/.ready
PYTEST := .venv/bin/python -m pytest
RUFF := .venv/bin/ruff
MYPY := .venv/bin/mypy
# What the course makes while it runs; git says so too, but a download has no git.
BUT := --extend-exclude '.course,my-work*,assessments/*ed,assessments/release,assessments/feedback'

.DEFAULT_GOAL := help
.PHONY: help start test bench lock script

help:
	@echo 'make start   open the course in your browser; the first time, install it too'
	@echo 'make test    run every check: style, types, notebooks, then the test suite'
	@echo 'make bench   measure what the course promises about speed'
	@echo 'make script  build the script of the pages anew, which needs node and npm'
	@echo 'make lock    renew requirements.lock from pyproject.toml (UPGRADE=1: newest versions)'

start: $(READY)
	@.venv/bin/course start

# The learner's own folders are left alone: lessons run in a scratch folder here.
test: $(READY)
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; failed=; \
	COURSE_WORK="$$scratch/my-work"; COURSE_STATE="$$scratch/state"; \
	export COURSE_WORK COURSE_STATE; \
	$(RUFF) check $(BUT) . || failed="$$failed, ruff check"; \
	$(RUFF) format --check $(BUT) . || failed="$$failed, ruff format"; \
	$(MYPY) || failed="$$failed, mypy"; \
	COURSE_STRICT=1 $(PYTEST) -n 2 --dist loadfile -q --nbval-lax --nbval-current-env notebooks/ \
	  || failed="$$failed, notebooks"; \
	$(PYTEST) -n 2 --dist loadfile || failed="$$failed, tests"; \
	if [ -n "$$failed" ]; then echo "Failed: $${failed#, }." >&2; exit 1; fi

bench: $(READY)
	@for bench in tests/bench/*.py; do \
	  echo "# $$bench"; .venv/bin/python "$$bench" || exit 1; \
	done

# setuptools and wheel: the course itself is then installed without asking an index.
# argon2-cffi-bindings: from 26 on there is no wheel for Macs with an Intel processor.
lock:
	@command -v uv >/dev/null || { echo 'make lock needs the command uv on the PATH.' >&2; exit 1; }
	@printf '%s\n' setuptools wheel 'argon2-cffi-bindings<26' | \
	uv pip compile pyproject.toml - --extra test --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-emit-index-url --quiet $(if $(UPGRADE),--upgrade) \
	  --custom-compile-command 'make lock' --output-file requirements.lock
	@echo 'requirements.lock is renewed; give environment.yml the same versions, then make test.'

script:
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	cp course/pages/script/* "$$scratch"; cd "$$scratch"; \
	npm ci --ignore-scripts --no-audit --no-fund && node build.mjs "$(CURDIR)/course/pages/static"

$(READY): requirements.lock pyproject.toml
	@for python in $(PYTHONS); do \
	  check='import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'; \
	  if $$python -c "$$check" >/dev/null 2>&1; then exec $$python -m course.lab.install; fi; \
	done; \
	echo 'The course needs Python 3.11 or newer with its venv module:' \
	  'install one (Debian: apt install python3-venv), then try again.' >&2; exit 1
