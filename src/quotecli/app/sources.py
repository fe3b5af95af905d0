"""What the command line says about sources, in room read's words: the door through which it says it."""

from quotecli.read import ReadFailure, ReadOptions, SourceRef

__all__ = ["ReadFailure", "ReadOptions", "SourceRef"]
