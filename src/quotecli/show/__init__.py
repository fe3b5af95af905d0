"""Results onto a screen, into a pipe, or as JSON and CSV. Everything a person sees passes `show.clean`."""
