# make run · make test · make check · make bench; each sets the environment up first (make setup).

# The newest Python that fits, best one that can make environments; `make PYTHON=/path/to/python setup` chooses another.
NAMES = python3.14 python3.13 python3.12 python3.11 python3
PYTHON ?= $(shell for modules in sys,ensurepip sys; do for name in $(NAMES); do \
	$$name -Ic "import $$modules; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))" \
	2>/dev/null && { echo $$name; exit; }; done; done)
IN_VENV = .venv/bin/python
TESTS ?= tests

.PHONY: run test check bench setup system

run: setup system
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; \
	then $(IN_VENV) main.py demo; else $(IN_VENV) main.py tour --out tour; fi

test: setup system
	@$(IN_VENV) -m pytest $(TESTS)

check: setup
	@failed=0; \
	for each in "ruff format --check ." "ruff check ." mypy "mypy --platform win32"; \
	do echo "- $$each"; $(IN_VENV) -m $$each || failed=1; done; \
	echo "- lint-imports"; .venv/bin/lint-imports || failed=1; \
	exit $$failed

bench: setup system
	@$(IN_VENV) -m tests.benchmarks $(BENCH)

setup:
	@$(or $(PYTHON),$(error Python 3.11 to 3.14 with its venv module is needed. On Debian or Ubuntu: \
	sudo apt-get install python3 python3-venv)) -I commands/set_up.py

system: setup
	@$(IN_VENV) -I commands/prepare_system.py
