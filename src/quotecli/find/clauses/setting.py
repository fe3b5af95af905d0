"""What the rules of this folder look at: a piece in its sentence, and the mentions that may have said it.

Each rule returns the index of the mention that said it, or -1 where it tells nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.profiles import Profile
from quotecli.find.scene.scene import Scene


class Setting(NamedTuple):
    """A piece as rules see it.

    Attributes:
        scene: the article.
        piece: the piece.
        at: where the piece stands in the stream.
        low: where its sentence begins; `high`: where that ends.
        candidates: the mentions that may have said it, the nearest first before it, then behind it: index, mention, and
            how that stands to a reporting verb.
        is_name: whether the piece looks like a title or a name.
    """

    scene: Scene
    piece: Piece
    at: int
    low: int
    high: int
    candidates: Sequence[tuple[int, Mention, Profile]]
    is_name: bool

    @property
    def lows(self) -> list[str]:
        """The words of the stream in lower case."""
        return self.scene.stream.lows

    @property
    def end(self) -> int:
        """Where the words before the piece end: at the comma or colon right before it, where one stands there."""
        return self.at - 1 if self.lows[self.at - 1] in (",", ":") else self.at

    @property
    def behind(self) -> int:
        """Where the words behind the piece begin, past a comma."""
        return self.at + (2 if self.lows[self.at + 1 : self.at + 2] == [","] else 1)

    @property
    def last_character(self) -> str:
        """The last character of the piece."""
        return self.scene.article.text[self.piece.end - 1]

    def first_where(self, fits: Callable[[Mention], bool]) -> int:
        """Return the first candidate whose mention fits, -1 for none."""
        return next((number for number, mention, _ in self.candidates if fits(mention)), -1)

    def text_before(self, reach: int) -> str:
        """Return the text of the piece's line before its marks, so many characters of it at most."""
        end = self.piece.outer_start
        return self.scene.article.text[max(0, end - reach) : end].rpartition("\n")[2]
