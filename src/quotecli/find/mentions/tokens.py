"""Reads an article's text, the quotations taken out, as one stream of words with sentences and paragraphs counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, compress, count, pairwise
from sys import intern

from quotecli.core.language import ENGLISH, language_read
from quotecli.core.types import Article
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.tongue import other_words, veiled
from quotecli.find.words.lexicon import cue_class, gender_of_given, places

QUOTE = "“”"
"""The word that stands in the stream for a whole piece."""

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Pvt|Adm|Rev|Hon|Pres|Supt|Insp|"
    "Det|Jr|Sr|St|Ste|Mt|Ft|vs|Inc|Corp|Ltd|Co|Bros|No|Nos|Ala|Ariz|"
    "Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|"
    "Tex|Vt|Va|Wash|Wis|Wyo|Ave|Blvd|Rd|Dept|Univ|Coun|Cllr|Ald|Const|Cst|Assn|approx|est|ca|MR|MRS|MS|DR|SEN|REP|GOV|GEN|PROF|REV"
)
_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
"""Abbreviated before a day or year alone: elsewhere a stop behind them ends a sentence, as behind Xi Jun."""


def by_first_letter(words: str) -> str:
    """Return a pattern of the words that tells by a word's first letter which of them are worth trying."""
    rest: dict[str, list[str]] = {}
    for word in words.split("|"):
        rest.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(ends)})" for letter, ends in rest.items())


_SMALL_ONES = "".join(sorted({word[0] for word in _ABBREVIATIONS.split("|") if word[0].islower()}))
# Most words stand between spaces: they are read by the first line, and no other has to be tried on them, nor any on
# the spaces.
_TOKEN = re.compile(
    r"((?! )(?:[Ii]n ['’]t(?= [A-Z])|[A-Za-z][a-z]*+(?=[ ,])"
    r"|[@#]\w+"
    rf"|(?=[A-Z{_SMALL_ONES}])(?:(?:[A-Z]\.){{2,}}(?=[^\w]|$)|(?:{by_first_letter(_ABBREVIATIONS)})\.(?!\w)"
    rf"|(?:{by_first_letter(_MONTHS)})\.(?=\s?\d)"
    r"|[A-Z]\.(?:-[A-Z]\.)+"
    r"|[A-Z]\.(?=\s+(?:(?:van|von|de|del|der|den|al|el|ten|ter|la|le|du|di|da|dos|das|zu)[ -]){,3}[A-Z]))"
    r"|[^\W_]++(?:['’‘](?!s\b)[^\W_]++|[-‐‑&/._][^\W_]++|\$[^\W\d_][^\W_]*+)*+"
    r"|['’]s\b|['’]t(?= [A-Z])|…|\.\.\.|--+|[^\w\s]))"
)
_ENDS = frozenset((".", "!", "?", "…", "..."))
_DASHES = frozenset(("—", "–", "-", "--"))
_LONGEST_DATELINE = 16  # words, marks among them
_LONGEST_NICKNAME = 20
_LONGEST_CITING = 4
"""Words that say by whom something is told: "de l'avis de"."""
_MAY_END = _ENDS | {QUOTE}


def places_of(words: Iterable[str], wanted: Collection[str]) -> list[int]:
    """Return where in a row of words those stand that are wanted."""
    return list(compress(count(), map(wanted.__contains__, words)))


class _Lows(dict[str, str]):
    """The words met so far in lower case: one object for each word, which is looked up faster than equal ones are."""

    __slots__ = ()

    def __missing__(self, word: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        low = self[word] = intern(word.lower().replace("’", "'"))
        return low


_KEPT = 1 << 14
"""How many words are remembered, so that memory stays small whatever is read."""
_LOWS = _Lows()


class Stream:
    """The words outside quotation marks, in order; each piece is one word, `QUOTE`. Lists run in step.

    Attributes:
        words: as printed.
        lows: lower case, curly apostrophes straight; in another language than English those veiled that only look like
            reporting verbs, see `tongue`.
        distinct: all that stand in `lows`.
        starts: offset of each word into `Article.text`.
        ends: offset after it.
        sentences: number of its sentence over the whole article.
        paragraphs: index of its paragraph.
        quote_at: where in the stream each piece stands, by the piece's index.
        piece_of: which piece stands at an index of the stream.
        first: index of the first word of each sentence, by the sentence's number.
        spans: indices [first, end) of each sentence.
        english: whether the words read like English.
        language: what is known of the language.
        opened: index of the first word of each paragraph, and one entry more for the end.
        going_on: where pieces stand that end with a comma: what follows has its capital for being a name.
    """

    __slots__ = (
        "_bare",
        "distinct",
        "ends",
        "english",
        "first",
        "going_on",
        "language",
        "lows",
        "opened",
        "paragraphs",
        "piece_of",
        "quote_at",
        "sentences",
        "spans",
        "starts",
        "words",
    )

    def __init__(self, article: Article, pieces: Sequence[Piece]) -> None:
        """Read the article's paragraphs around `pieces`, which are in order and don't overlap."""
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[int] = []
        self.paragraphs: list[int] = []
        self.quote_at: list[int] = [-1] * len(pieces)
        self.piece_of: dict[int, int] = {}
        self.first: list[int] = []
        self.opened: list[int] = []
        self.going_on: set[int] = set()
        by_paragraph: dict[int, list[int]] = {}
        for index, piece in enumerate(pieces):
            by_paragraph.setdefault(piece.paragraph, []).append(index)
        for number, paragraph in enumerate(article.paragraphs):
            self.opened.append(len(self.words))
            position = paragraph.start
            for index in by_paragraph.get(number, ()):
                piece = pieces[index]
                self._read(article.text, position, min(piece.outer_start, paragraph.end))
                if self.words[-1:] == ["."] and piece.outer_end - piece.outer_start < _LONGEST_NICKNAME:
                    self._join_initial(article.text, piece)
                self.quote_at[index] = len(self.words)
                self.piece_of[len(self.words)] = index
                if article.text[piece.end - 1 : piece.end] == ",":
                    self.going_on.add(len(self.words))
                self.words.append(QUOTE)
                self.starts.append(piece.outer_start)
                self.ends.append(piece.outer_end)
                position = max(position, piece.outer_end)
            self._read(article.text, position, paragraph.end)
        self.opened.append(len(self.words))
        self.lows = list(map(_LOWS.__getitem__, self.words))
        self.language = language_read(self.lows, article.text, article.language)
        self.english = self.language is ENGLISH
        self.lows = veiled(self.words, self.lows, self.language.code)
        self.distinct = frozenset(self.lows)
        for number, (begin, end) in enumerate(pairwise(self.opened)):
            self._close(article.text, pieces, number, begin, end)
        self._bare = set(filter(self._is_bare, by_paragraph))
        self.spans = list(pairwise([*self.first, len(self.words)]))

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def word(self, at: int) -> str:
        """Return the word at an index as printed, "." behind the last one."""
        return self.words[at] if at < len(self.words) else "."

    def low(self, at: int) -> str:
        """Return the word at an index in lower case, "." behind the last one."""
        return self.lows[at] if at < len(self.lows) else "."

    def _read(self, text: str, start: int, end: int) -> None:
        if start >= end:
            return
        segment = text[start:end]
        parts = _TOKEN.split(segment)  # every other one is a word, the others are what stands between
        words = parts[1::2]
        if not words:
            return
        self.words += words
        edges = list(accumulate(map(len, parts), initial=start))
        self.starts += edges[1:-1:2]
        self.ends += edges[2::2]

    def _join_initial(self, text: str, piece: Piece) -> None:
        """Read the initial before a nickname as such: Mark T. “Rocky” Shaw; "T." ends no sentence there."""
        letter, beyond = self.words[-2:-1], text[piece.outer_end : piece.outer_end + 2]
        named = len(self.words) > 2 and gender_of_given(self.words[-3]) and beyond[:1] == " " and beyond[1:].isupper()
        if named and len(letter[0]) == 1 and letter[0].isupper() and text[piece.end - 1].isalnum():
            self.words[-2:] = [f"{letter[0]}."]
            del self.starts[-1], self.ends[-2]

    def _close(self, text: str, pieces: Sequence[Piece], paragraph: int, begin: int, end: int) -> None:
        """Count the sentences of a paragraph, the words `[begin, end)`."""
        words = self.words
        self.paragraphs += [paragraph] * (end - begin)
        if beyond := self._beyond_dateline(begin, end):
            self._count(begin, beyond)
            begin = beyond
        for at in list(compress(range(begin, end - 1), map(_MAY_END.__contains__, words[begin : end - 1]))):
            if self._ends_sentence(text, pieces, at):
                self._count(begin, at + 1)
                begin = at + 1
        if begin < end:
            self._count(begin, end)

    def _beyond_dateline(self, begin: int, end: int) -> int:
        """Return where the text goes on behind "NEW YORK — " or "Leeds, May 3 (PA) - " at a paragraph's start, or 0."""
        words = self.words
        if end - begin < 3 or not words[begin][0].isupper():
            return 0
        if words[begin].isupper() and ":" in words[begin + 1 : begin + 4]:
            colon = words.index(":", begin + 1)
            return colon + 1 if " ".join(self.lows[begin:colon]) in places() else 0  # "MUMBAI: The state …"
        limit = min(end - 1, begin + _LONGEST_DATELINE)
        if _DASHES.isdisjoint(words[begin:limit]):
            return 0
        dash = next(at for at in range(begin, limit) if words[at] in _DASHES)
        if words[dash + 1] == QUOTE:
            return 0
        head = words[begin:dash]
        loud = len(head[0]) > 1 and head[0].isupper()
        if not loud and head[-1] != ")":
            return 0
        return 0 if any(word == QUOTE or word[0].islower() for word in head) else dash + 1

    def _count(self, begin: int, end: int) -> None:
        """Count the words of `[begin, end)` as the next sentence."""
        self.sentences += [len(self.first)] * (end - begin)
        self.first.append(begin)

    def _ends_sentence(self, text: str, pieces: Sequence[Piece], at: int) -> bool:
        word, following = self.words[at], self.words[at + 1]
        if word in _ENDS:
            return following == QUOTE or following[0].isupper() or following[0].isdigit() or following in "“‘\"'([•@#—–"
        if following == QUOTE:
            return True
        if not following[0].isupper():
            return False
        piece = pieces[self.piece_of[at]]
        last = text[piece.end - 1 : piece.end]
        if last == ".":
            return True
        # “Why?” Smith asked. goes on; “Why?” The room was silent. does not: a short name or a cue decides later.
        return last in "!?…" and not self._cue_follows(at)

    def _cue_follows(self, at: int) -> bool:
        for low in self.lows[at + 1 : at + 6]:
            if low in _ENDS or low == ",":
                return False
            if cue_class(low):
                return True
        return False

    def sentence_span(self, at: int) -> tuple[int, int]:
        """Return the stream's indices [first, end) of the sentence that holds index `at`."""
        return self.spans[self.sentences[at]]

    def only_quotes(self, paragraph: int) -> bool:
        """Tell whether a paragraph holds nothing but pieces, marks behind them and remarks in brackets."""
        return paragraph in self._bare

    def _is_bare(self, paragraph: int) -> bool:
        depth = 0
        for low in self.lows[self.opened[paragraph] : self.opened[paragraph + 1]]:
            depth += (low == "(") - (low == ")")
            if low != QUOTE and depth <= 0 and any(map(str.isalnum, low)):
                return False
        return True


def cited_from(stream: Stream, at: int) -> int:
    """Return where the words begin, in another language, by which who stands at `at` is cited; -1 for none.

    "selon la mairie", "de acuerdo con Ana Ruiz", "laut Ministerin Lahm".
    """
    if not (according := other_words("according", stream.language.code)):
        return -1
    lows, edge = stream.lows, stream.sentence_span(at)[0]
    leading = other_words("linking", stream.language.code) | stream.language.articles.keys()
    noun = at - 1 > edge and lows[at - 1] not in leading and lows[at - 2] in leading  # "selon la directrice Anne Roux"
    at -= noun and stream.words[at - 1].islower()
    end = at - (at > edge and lows[at - 1] in leading)
    titled = end == at and at - 1 > edge and stream.words[at - 1].islower()  # "volgens wethouder Femke Brouwer"
    for last in (end, end - 1)[: 1 + titled]:
        for begin in range(last - 1, max(edge, last - _LONGEST_CITING) - 1, -1):
            if "_".join(lows[begin:last]) in according:
                return begin
    return -1
