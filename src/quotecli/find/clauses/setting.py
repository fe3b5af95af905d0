"""What the rules of this folder look at: a piece in its sentence, and the mentions that may have said it.

Each rule returns the index of the mention that said it, or -1 where it tells nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene


class Setting:
    """A piece as rules see it.

    Attributes:
        scene: the article.
        piece: the piece.
        lows: the words of the stream in lower case.
        at: where the piece stands in the stream.
        low: where its sentence begins; `high`: where that ends.
        end: where the words before the piece end: at the comma or colon right before it, where one stands there.
        behind: where the words behind the piece begin, past a comma.
        candidates: the mentions that may have said it, the nearest first before it, then behind it: index, mention, and
            how that stands to a reporting verb.
        is_name: whether the piece looks like a title or a name.
    """

    __slots__ = ("at", "behind", "candidates", "end", "high", "is_name", "low", "lows", "piece", "scene")

    def __init__(
        self, scene: Scene, piece: Piece, at: int, span: tuple[int, int], found: Sequence[int], *, is_name: bool
    ) -> None:
        """Look at the piece that stands at `at`, in a sentence of this span; `found` are the candidates' indices."""
        self.scene, self.piece, self.at, self.is_name = scene, piece, at, is_name
        self.low, self.high = span
        self.lows = lows = scene.stream.lows
        self.end = at - 1 if lows[at - 1] in (",", ":") else at
        self.behind = at + (2 if lows[at + 1 : at + 2] == [","] else 1)
        self.candidates = [(number, scene.mentions[number], scene.profiles[number]) for number in found]

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
