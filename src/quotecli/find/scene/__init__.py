"""One article made ready for attribution: pieces, stream, mentions and entities together."""
