"""The filters that hold, one on the other, so that Esc can take the last one off."""

from __future__ import annotations

from quotecli.core.types import Filters

__all__ = ["Stack"]


class Stack:
    """Filters in the order in which they were set."""

    def __init__(self, given: Filters) -> None:
        """Take the filters of the command line; each can be taken off alone."""
        self._held = [Filters()]
        for name, value in given._asdict().items():
            if value != getattr(Filters(), name):
                self.put(self.now._replace(**{name: value}))

    @property
    def now(self) -> Filters:
        """The filters that hold."""
        return self._held[-1]

    def put(self, filters: Filters) -> None:
        """Let these hold, until they are taken off."""
        if filters != self.now:
            self._held.append(filters)

    def take_off(self) -> bool:
        """Let those hold that held before; tell whether there were any."""
        if len(self._held) == 1:
            return False
        self._held.pop()
        return True
