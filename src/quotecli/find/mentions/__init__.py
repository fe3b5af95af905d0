"""The text as a stream of words, and in it the mentions: words that may name a speaker."""
