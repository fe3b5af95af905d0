"""Citations in HTML, Markdown and RTF say what they say as text, whatever a document holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from unicodedata import category, normalize
from urllib.parse import unquote

import markdown_it
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.cite import samples

from quotecli.cite import As, Cited, Source, cite_quotes
from quotecli.core.dates import PartialDate
from quotecli.csl import CitationProcessor

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
ALLOWED = {"i", "b", "em", "strong", "span", "sup", "sub", "div", "p", "blockquote", "a"}
HOSTILE = (
    "{braces} \\textbf{and} 100 % of $x_1$ & ~",
    '=HYPERLINK("http://a.example";"see")',
    "<script>alert('x')</script> & <b>no</b> &amp; more",
    "one | two }} {{three [[four]] '''five'''",
    "TY  - x ER  - y",
    "*star* _under_ `tick` # hash 1. one > two ![a](b) [c](d)",
    "עברית and العربية mixed",
    "😀 family 👨‍👩‍👧 flag 🇩🇪",
    "half a pair \ud83d and \udc00",
    '“nested ‘marks’ here” and "straight" ones',
    "tabs\tand\nline\r\nbreaks\u2028here",
    "\\",
    "a" * 10_000,
)


class Shown(HTMLParser):
    """The text of a piece of HTML, which has no tags but those that citations need, all closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.open = "", list[str]()
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        assert {name for name, _ in attrs} <= {"style", "class", "href"}, attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.text += " " if tag == "div" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def in_markdown(text: str) -> str:
    """Return what CommonMark shows: text, emphasis and web addresses alone."""
    shown = ""
    for token in markdown_it.MarkdownIt().parse(text):
        assert token.type in {"paragraph_open", "inline", "paragraph_close"}, token
        for child in token.children or []:
            assert child.type.removesuffix("_open").removesuffix("_close") in {
                "text", "text_special", "em", "strong", "link", "softbreak"
            }, child  # fmt: skip
            shown += "\n" if child.type == "softbreak" else child.content
    return shown


_RTF = re.compile(r"\\u(-?\d+) ?|\\([a-z]+)(-?\d+)? ?|\\([{}\\])|([{}])|([^\\{}])", re.DOTALL)


def in_rtf(text: str) -> str:
    """Return what RTF shows: ASCII, groups that close, no control word but of letters' kinds and breaks."""
    assert text.isascii()
    units, depth, place = list[int](), 0, 0
    while place < len(text):
        found = _RTF.match(text, place)
        assert found, text[place : place + 20]
        place = found.end()
        unit, word, _, escaped, group, char = found.groups()
        if unit:
            units.append(int(unit) & 0xFFFF)
        elif word:
            assert word in {"i", "b", "uc", "line", "par", "super", "sub", "scaps", "ul", "nosupersub", "pard"}, word
            units += [10] if word in {"line", "par"} else []
        elif group:
            depth += 1 if group == "{" else -1
            assert depth >= 0
        else:
            units.append(ord(escaped or char))
    assert depth == 0
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le")


def has_raised(cited: list[Cited]) -> bool:
    """Tell whether there are letters like ˁ, a raised ʕ, which NFKC doesn't know."""
    return any(category(char) == "Lm" for char in repr(cited))


CITATIONS = samples.citations.filter(lambda cited: not has_raised(cited))
READERS = {"html": lambda text: Shown(text).text, "markdown": in_markdown, "rtf": in_rtf}


def words(text: str) -> str:
    """Return a text to compare by: markdown-it shows addresses decoded, and plain text has ¹ for a raised 1."""
    return " ".join(unquote(normalize("NFKC", text)).split())


def agree(cited: list[Cited], style: str, as_: As) -> None:

    def cite(output: str) -> list[str]:
        return cite_quotes(cited, lambda items: CitationProcessor(style, items), style=style, as_=as_, output=output)

    plain = [words(one) for one in cite("text")]
    for output, read in READERS.items():
        assert [words(read(one)) for one in cite(output)] == plain, output


@pytest.mark.parametrize("style", ["apa", "oscola"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_words_show_alike_everywhere(style: str, text: str) -> None:
    source = Source(
        "a.txt", text, (f"Ann {text[:40]}", "Tarn Council"), outlet=text[:200], published=PartialDate(2021, 3, 3),
        url=f"https://a.example/{text[:60]}",
    )  # fmt: skip
    for as_ in ("reference", "in-text"):
        agree([samples.cited(source, text, f"Rob {text[:40]}")], style, as_)


@settings(UNHURRIED, max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(CITATIONS, st.sampled_from(["apa", "modern-language-association", "oscola", "ieee"]))
def test_any_citation_shows_alike_everywhere(cited: list[Cited], style: str) -> None:
    for as_ in ("reference", "in-text"):
        agree(cited, style, as_)


@pytest.mark.slow
@settings(UNHURRIED, max_examples=300, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # shrinking takes minutes
@given(
    samples.citations,
    st.sampled_from(["apa", "modern-language-association", "oscola", "ieee", "nlm-citation-sequence"]),
)
def test_any_citation_shows_alike_everywhere_at_length(cited: list[Cited], style: str) -> None:
    for as_ in ("reference", "in-text"):
        agree(cited, style, as_)


@pytest.mark.parametrize("output", ["text", "html", "markdown", "rtf"])
def test_an_account_is_left_out_of_the_text_in_every_output(output: str) -> None:
    post = Source("p.txt", "We go to court", ("Ann Roe",), media="post", outlet="X", handle="ann_roe*ü")
    made = cite_quotes([Cited(post)], lambda items: CitationProcessor("apa", items), as_="in-text", style="apa",
                       output=output)  # fmt: skip
    assert made == ["(Roe, n.d.)"]


def test_a_number_in_brackets_needs_no_word_in_markdown() -> None:
    one = samples.cited(samples.NEWS, "We stand together", "Rob Marlow")
    made = cite_quotes([one], lambda items: CitationProcessor("ieee", items), as_="in-text", style="ieee",
                       output="markdown")  # fmt: skip
    assert made == [r"(Rob Marlow, quoted in \[1, Para. 4\])"]
