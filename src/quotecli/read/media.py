"""What a document is, by its words: an interview, a transcript, a speech, a press release, or just an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotecli.read.lines import label_of

_RELEASE = re.compile(
    r"\b(?:for immediate release|press release|news release|pressemitteilung|communiqué de presse)\b"
    r"|/PRNewswire(?:-[A-Z]+)?/|\((?:BUSINESS|GLOBE NEWS) ?WIRE\)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"^(?:remarks|speech|address|statement|keynote|rede|discours|discurso)\b.{0,40}\b(?:by|of|von|de|to|at|on)\b",
    re.IGNORECASE,
)
_TRANSCRIPT = re.compile(r"\btranscript\b", re.IGNORECASE)
_HEAD = 400  # characters in which a document says what it is


def media_of(paragraphs: Sequence[str], *, above: Sequence[str] = (), timed: bool = False) -> str:
    """Return a value of `Article.media`.

    Args:
        paragraphs: the texts of the document's paragraphs, in order.
        above: lines before its headline, which may call it a press release.
        timed: some of them carry time codes.
    """
    head = "\n".join(paragraphs[:4])[:_HEAD]
    labels = Counter(label for text in paragraphs if (label := label_of(text)))
    spoken = {label: count for label, count in labels.items() if count > 1}
    if len(spoken) >= 2 and sum(spoken.values()) * 5 >= 2 * len(paragraphs):
        short = {label.strip(".").upper() for label in spoken}
        pair = len(spoken) == 2 and not _TRANSCRIPT.search(head)
        return "interview" if pair or {"Q", "A"} <= short else "transcript"
    if timed or _TRANSCRIPT.search(head[:120]):
        return "transcript"
    if any(map(_RELEASE.search, (*above, head))):
        return "press release"
    return "speech" if _SPEECH.match(head.strip()) else "article"
