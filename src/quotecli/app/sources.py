"""The types of reading for rooms that may not import `read`: how to read, a source, and what could not be read."""

from quotecli.read import ReadFailure, ReadOptions, SourceRef

__all__ = ["ReadFailure", "ReadOptions", "SourceRef"]
