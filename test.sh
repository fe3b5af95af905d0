#!/bin/sh
# Sets the project up in .venv-test with all it needs for development, and runs the tests.
set -eu
cd "$(dirname "$0")"
. ./setup.sh
set_up .venv-test 'pip>=25.1'
.venv-test/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[all]' --group dev
exec .venv-test/bin/python -m pytest --numprocesses 2 "$@"
