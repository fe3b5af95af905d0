"""`python -m quotecli` is `quotes`."""

from quotecli.cli import main

main()
