# Shared by demo.sh and test.sh. Finds a Python and makes a virtual environment without needing Debian's python3-venv:
# `--without-pip` needs no ensurepip, and `pip --python` installs into it, so "externally managed" Pythons do too.

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
            "$name" -m pip --version >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    echo "this needs Python 3.11 or newer with pip" >&2
    exit 1
}

# set_up FOLDER REQUIREMENT: a virtual environment in FOLDER with REQUIREMENT installed.
set_up() {
    python=$(find_python)
    [ -x "$1/bin/python" ] || "$python" -m venv --without-pip "$1"
    "$python" -m pip --python "$1/bin/python" install --quiet --disable-pip-version-check --upgrade "$2"
}
