# The ways to work on the guide and on Hadau. `make` alone lists them.

UV_VERSION := 0.13.9
UV := .tools/bin/uv
BIN := .venv/bin
PYTHON ?= $(shell for python in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)

# The packages keep to the Python that .tools was made with when another one is installed later.
PYTHON_OF_TOOLS := .tools/bin/python -c 'import sys; print(sys._base_executable)'

UV_READY := .tools/uv-$(UV_VERSION)
SITE_READY := .venv/packages-of-the-site
TEST_READY := .venv/packages-of-the-tests
VALIDATORS_READY := tests/node/node_modules/.ready
LONGER_READY := .venv/packages-of-longer-work
AUDIT_READY := tests/audit/node/node_modules/.ready

export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
export NO_MKDOCS_2_WARNING := 1
# An environment that happens to be active is not the project's own.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH
# Builds start a fourth faster where Python may keep what it has compiled.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site serve check test audit bench translators clean chromium java node
.PHONY: faults fuzz mutants weaknesses

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(SITE_READY) ## Build the site into the folder site
	$(BIN)/hadau build --strict

serve: $(SITE_READY) ## Show the site on http://127.0.0.1:8000 and follow every change
	$(BIN)/hadau serve

check: $(SITE_READY) ## Say what is wrong in the guide, and where
	$(BIN)/hadau check --strict

test: $(TEST_READY) $(VALIDATORS_READY) chromium java ## Check the code and run every test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	@# The tests build the guide several times: its sheets are set once, here.
	$(BIN)/hadau build --strict
	$(BIN)/pytest

# Some parts of it by name: make audit PARTS="html sheets kinds states pages lighthouse"
audit: $(TEST_READY) $(VALIDATORS_READY) $(AUDIT_READY) chromium java ## Audit every page and every sheet, and write the figures of docs/audit.json
	@# Each check is first seen to find a fault that was planted for it.
	$(BIN)/pytest -n0 -q tests/audit tests/audit/planted_lighthouse.py
	$(BIN)/python tests/audit/run.py $(PARTS)

bench: $(TEST_READY) chromium ## Measure how long builds of several sizes take, searches and quizzes
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/search.py
	$(BIN)/python tests/bench/quiz.py

faults: $(TEST_READY) chromium ## Kill 50 builds, try rare faults of the machine, and look at every page for traces
	HADAU_EVERY=1 $(BIN)/pytest -n0 -rA tests/publish/test_faults.py tests/browser/test_privacy.py \
		tests/browser/test_hostile.py tests/test_hostile.py

SECONDS := 300
fuzz: $(LONGER_READY) ## Feed the readers of files whatever bytes there is time for (SECONDS=300)
	$(BIN)/python tests/fuzz/run.py --seconds $(SECONDS)

mutants: $(LONGER_READY) ## Change the core in small ways and see whether tests notice (MODULES=load/yaml.py)
	$(BIN)/python tests/mutants/run.py $(MODULES)

weaknesses: $(LONGER_READY) ## Ask PyPI whether a weakness is known in a package that is used
	$(BIN)/python tests/audit/packages.py

translators: $(SITE_READY) ## Install what `hadau translate` needs
	$(UV) sync --quiet --frozen --no-dev --inexact --extra translate --python "$$($(PYTHON_OF_TOOLS))"

clean: ## Remove everything that was made: the site, the packages and the tools
	rm -rf .cache
	rm -rf site .site-new-* .site-old-* .site.lock .venv .tools
	rm -rf tests/node/node_modules tests/audit/node/node_modules
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .fuzz .mutants dist

$(UV_READY):
	@test -n "$(PYTHON)" || { \
		echo 'Hadau needs Python 3.11 or later, and none was found.'; \
		echo '  mend: install one (on Debian or Ubuntu: apt install python3 python3-venv),'; \
		echo '        or name it: make PYTHON=/the/way/to/python3.11 ...'; exit 1; } >&2
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo '$(PYTHON) is not Python 3.11 or later.'; exit 1; } >&2
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '$(PYTHON) cannot make virtual environments.'; \
		echo '  mend: on Debian or Ubuntu: apt install python3-venv'; exit 1; } >&2
	rm -rf .tools
	"$(PYTHON)" -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

# --inexact leaves the packages of the tests where they are, so that making the site and the tests
# in turn installs nothing.
$(SITE_READY): $(UV_READY) pyproject.toml uv.lock
	$(UV) sync --quiet --frozen --no-dev --inexact --python "$$($(PYTHON_OF_TOOLS))"
	@touch $@

$(TEST_READY): $(UV_READY) pyproject.toml uv.lock
	$(UV) sync --quiet --frozen --python "$$($(PYTHON_OF_TOOLS))"
	@touch $(SITE_READY) $@

$(LONGER_READY): $(TEST_READY)
	$(UV) sync --quiet --frozen --inexact --all-groups --python "$$($(PYTHON_OF_TOOLS))"
	@touch $@

# The tests look at the site in a browser.
BROWSERS := chromium chromium-browser google-chrome
chromium:
	@for name in $(BROWSERS); do command -v $$name >/dev/null && exit 0; done; \
	$(call install,Chromium,the browser Chromium; none of $(BROWSERS) was found,chromium)

# The tests check the PDFs with veraPDF, whose jar comes from PyPI without these parts of Java.
JAXB := /usr/share/java/jaxb-runtime.jar /usr/share/java/jaxb-api.jar
java:
	@command -v java >/dev/null && test -e $(firstword $(JAXB)) && test -e $(lastword $(JAXB)) && exit 0; \
	$(call install,Java,Java and $(JAXB),default-jre-headless libjaxb-java libjaxb-api-java)

# The tests also ask validators that others wrote for the browser's side of things. They come from
# npm as they are: nothing of theirs runs when they are installed.
tests/%/node_modules/.ready: tests/%/package.json tests/%/package-lock.json | node
	npm ci --prefix tests/$* --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
node:
	@command -v node >/dev/null && command -v npm >/dev/null && exit 0; \
	$(call install,Node.js,Node.js and npm,nodejs npm)

# $(1) is what is installed, $(2) what the tests need, $(3) the packages of Debian that have it.
define install
install='apt-get install -y --no-install-recommends $(3)'; \
	if ! command -v apt-get >/dev/null; then run=none; \
	elif [ "$$(id -u)" = 0 ]; then run=env; \
	elif command -v sudo >/dev/null; then run='sudo env'; \
	else run=none; fi; \
	if [ "$$run" = none ]; then \
		echo 'The tests need $(2).' >&2; \
		echo "  mend: install it with your system's package manager; on Debian as root: $$install" >&2; \
		exit 1; \
	fi; \
	echo 'Installing $(1) for the tests'; \
	$$run DEBIAN_FRONTEND=noninteractive apt-get update -q && \
	$$run DEBIAN_FRONTEND=noninteractive $$install
endef
