"""The use-cases: each takes a Context and a request, returns a frozen result, and prints nothing."""
