#!/bin/sh
# Sets `quotes` up in .venv and runs the main job on the sample articles: add, search, by, cite.
set -eu
cd "$(dirname "$0")"
. ./setup.sh
set_up .venv .
QUOTES_DB=.venv/demo.db
export QUOTES_DB
rm -f "$QUOTES_DB" "$QUOTES_DB-wal" "$QUOTES_DB-shm"
for command in 'add data' 'search unprovoked' 'by rob' 'cite --format apa'; do
    printf '\n$ quotes %s\n' "$command"
    # shellcheck disable=SC2086  # the words of a command are meant to split
    .venv/bin/quotes $command
done
printf '\nInstalled as .venv/bin/quotes; the store of this run is %s.\n' "$QUOTES_DB"
