"""Articles in a light inline markup → JSON Lines with gold quotations, as `training/articles` and the tests keep them.

`python training/markup.py FOLDER...` reads `FOLDER/src/*.txt` and writes `FOLDER/NAME.jsonl` for each.
A source holds articles:

    === ID | DATE | OUTLET     begins an article; DATE and OUTLET may be empty
    A = Full Name              people and bodies, by one capital letter; `by = Name` gives the author, `lang = de`
                               the language; `B = ?` has no certain full name; an empty line ends the head
    # Title                    the title, also the text's first paragraph; `#- Title` if the text doesn't print it
    The text: “{1:Whole words,}” ^said^ <1A:Ana Ruiz>, who called it “{2~a fragment}”, <2A:she> added.

`<1A:words>` is mention 1, of person A (`<1AB:the pair>` of two; without a letter nobody is named). `{1:words}` is a
direct quotation by the speaker of mention 1, `{1~words}` a fragment inside the reporter's sentence (type `mixed`),
`{0:words}` speech whose speaker the text does not tell, `{i:words}` a span that counts neither way. `^word^` is the cue
of the mention nearest to it in its paragraph. A quotation may stand before or after its mention.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TAG = re.compile(
    r"<(?P<mention>\d+)(?P<people>[A-Z]*):(?P<name>[^<>\n]+)>"
    r"|\{(?P<quote>\d+|i)(?P<type>[:~])(?P<words>[^{}]+)\}"
    r"|\^(?P<cue>[^^\n]+)\^"
)
LEFTOVER = re.compile(r"[{}^]|<\d|\w>")


class MarkupError(ValueError):
    """The source of an article can't be read; says where and why."""


@dataclass(slots=True)
class _Tags:
    """What was marked, with offsets into the plain text."""

    mentions: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    quotes: list[tuple[str, str, int, int]] = field(default_factory=list)
    cues: list[tuple[int, int]] = field(default_factory=list)


def articles(source: str, source_set: str) -> Iterator[dict[str, Any]]:
    """Yield the articles of one source text, in order, as JSON-ready objects.

    Args:
        source: the text of a source file.
        source_set: the name that all of them carry, e.g. `british-marks`.

    Raises:
        MarkupError: a tag is broken, or refers to a mention or person that isn't there.
    """
    for chunk in re.split(r"^=== ", source, flags=re.MULTILINE)[1:]:
        head, _, body = chunk.partition("\n\n")
        first, *rest = head.split("\n")
        ident, date, outlet = (part.strip() for part in first.split("|"))
        facts = dict(re.split(r"\s*=\s*", line, maxsplit=1) for line in rest)
        yield _article(f"{source_set}/{ident}", source_set, date, outlet, facts, body.strip("\n"))


def _article(ident: str, source_set: str, date: str, outlet: str, facts: dict[str, str], body: str) -> dict[str, Any]:
    title, body = _title(ident, body)
    text, tags = _plain(ident, body)
    out: dict[str, Any] = {
        "id": ident,
        "source_set": source_set,
        "title": TAG.sub(lambda m: m["name"] or m["words"] or m["cue"], title),
        "date": date or None,
        "outlet": outlet or None,
        "author": facts.get("by"),
    }
    if "lang" in facts:
        out["language"] = facts["lang"]
    spoken = [quote for quote in tags.quotes if quote[0] != "i"]
    out["text"] = text
    out["quotes"] = [_quote(ident, text, quote, tags, facts) for quote in spoken]
    out["ignore"] = [[start, end] for number, _, start, end in tags.quotes if number == "i"]
    unused = set(tags.mentions) - {quote[0] for quote in tags.quotes}
    if unused:
        raise MarkupError(f"{ident}: no quotation refers to mention {', '.join(sorted(unused))}")
    return out


def _title(ident: str, body: str) -> tuple[str, str]:
    line, _, rest = body.partition("\n")
    if line.startswith("#- "):
        return line[3:].strip(), rest.lstrip("\n")
    if line.startswith("# "):
        return line[2:].strip(), body[2:]
    raise MarkupError(f"{ident}: the article must begin with a line `# Title` or `#- Title`")


def _plain(ident: str, body: str) -> tuple[str, _Tags]:
    """Take the tags out, and say where in the plain text they stood."""
    tags, pieces, length, last = _Tags(), [], 0, 0
    for match in TAG.finditer(body):
        pieces.append(body[last : match.start()])
        length += match.start() - last
        words = match["name"] or match["words"] or match["cue"]
        span = (length, length + len(words))
        if match["mention"]:
            if match["mention"] in tags.mentions:
                raise MarkupError(f"{ident}: mention {match['mention']} stands twice")
            tags.mentions[match["mention"]] = (*span, match["people"])
        elif match["quote"]:
            tags.quotes.append((match["quote"], match["type"], *span))
        else:
            tags.cues.append(span)
        pieces.append(words)
        length, last = span[1], match.end()
    text = "".join(pieces) + body[last:]
    if broken := LEFTOVER.search(text):
        raise MarkupError(f"{ident}: a broken tag near {text[max(0, broken.start() - 30) : broken.end() + 30]!r}")
    return text, tags


def _quote(
    ident: str, text: str, quote: tuple[str, str, int, int], tags: _Tags, facts: dict[str, str]
) -> dict[str, Any]:
    number, kind, start, end = quote
    out: dict[str, Any] = {"text": text[start:end], "start": start, "end": end}
    out["type"] = "direct" if kind == ":" else "mixed"
    out |= {"speaker": None, "speaker_canonical": None, "cue": None, "speaker_span": None}
    if number == "0":
        return out
    try:
        name_start, name_end, people = tags.mentions[number]
        names = [facts[letter] for letter in people]
    except KeyError as missing:
        raise MarkupError(f"{ident}: {missing} of quotation {text[start : start + 30]!r} is not there") from None
    cue = _cue(text, (name_start, name_end), tags)
    canonical = None if "?" in names else " and ".join(names) or None
    out |= {"speaker": text[name_start:name_end], "speaker_canonical": canonical, "cue": cue}
    out["speaker_span"] = [name_start, name_end]
    return out


def _cue(text: str, mention: tuple[int, int], tags: _Tags) -> str | None:
    """The cue word to which this mention is the nearest one, within the paragraph."""

    def gap(cue: tuple[int, int], name: tuple[int, int]) -> int:
        return cue[0] - name[1] if cue[0] >= name[1] else name[0] - cue[1]

    names = [(start, end) for start, end, _ in tags.mentions.values()]
    for cue in tags.cues:
        between = text[min(cue[0], mention[0]) : max(cue[1], mention[1])]
        if "\n" not in between and min(names, key=lambda name: gap(cue, name)) == mention:
            return text[cue[0] : cue[1]]
    return None


def as_jsonl(source: Path) -> str:
    """The JSON Lines of one source file. Raises MarkupError."""
    found = articles(source.read_text(encoding="utf-8"), source.stem)
    return "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in found)


def main(folders: list[str]) -> int:
    """Write the JSON Lines beside the `src` folder of each folder; 1 when a source is broken."""
    failed = 0
    for folder in map(Path, folders):
        for source in sorted((folder / "src").glob("*.txt")):
            try:
                (folder / f"{source.stem}.jsonl").write_text(as_jsonl(source), encoding="utf-8")
            except (MarkupError, ValueError) as error:
                print(f"{source}: {error}", file=sys.stderr)
                failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
