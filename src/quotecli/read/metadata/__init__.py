"""Metadata: candidates from all over a document, merged in the one written order of `read.draft.Rank`."""

from __future__ import annotations

from quotecli.read.metadata.finish import finish

__all__ = ["finish"]
