"""Wiki text: the words as the page shows them, and what its templates quote."""

from __future__ import annotations

import time

import pytest

from quotecli.core.types import Role
from quotecli.read.wikitext import draft_from_wikitext

PAGE = """{{Infobox person
| name = Lena Farkas
| motto = {{lang|hu|"Nem"}} "Never"
}}
'''Lena Farkas''' is the [[harbour master|master]] of [[Saltmere]].<ref name="a">{{cite news
 |title="The quay" |quote="Not this"}}</ref><ref name="a" />

== Words ==
She said: "We will ''mend'' the [[File:Quay.jpg|thumb|The [[quay]]]]breakwater{{nbsp}}by&nbsp;May."{{citation needed
|date=May 2020}}
<!-- "hidden" -->
* [https://example.org/a The paper] has it.
{| class="wikitable"
| "In a table"
|}
{{Blockquote
|text=Nobody [[boat|sails]] tonight.<ref>Page 4</ref>

Nor tomorrow.
|author=Ruben Okoro
}}
{{cquote|The ferry is late.|Olga Brandt}}
<blockquote>The boats wait.</blockquote>
"""


def test_a_page_is_read_as_it_is_shown() -> None:
    draft = draft_from_wikitext(PAGE)
    assert [(draft.text[one.start : one.end], one.role) for one in draft.paragraphs] == [
        ("Lena Farkas is the master of Saltmere.", Role.BODY),
        ("Words", Role.SUBTITLE),
        ('She said: "We will mend the breakwater by May."', Role.BODY),
        ("The paper has it.", Role.BODY),
        ("Nobody sails tonight.", Role.BLOCKQUOTE),
        ("Nor tomorrow.", Role.BLOCKQUOTE),
        ("Ruben Okoro", Role.BYLINE),
        ("The ferry is late.", Role.BLOCKQUOTE),
        ("Olga Brandt", Role.BYLINE),
        ("The boats wait.", Role.BLOCKQUOTE),
    ]
    sources = [one.source and draft.text[one.source.start : one.source.end] for one in draft.paragraphs]
    assert sources == [None, None, None, None, "Ruben Okoro", "Ruben Okoro", None, "Olga Brandt", None, None]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A <ref>that never ends.\n\nB", "A that never ends.\n\nB"),
        ("A {{that never ends.\n\nB", "A {{that never ends.\n\nB"),
        ("A [[link", "A [[link"),
        ("A <!-- note\n\nB", "A note\n\nB"),
        ("{| never closed\n\nB", "B"),
        ("A<ref>one\n\nB<ref>two</ref> C\n\nD", "A C\n\nD"),
        ("{|\n{|\n|}\nA", "A"),
        ("}} ]] </ref> -->", "}} ]]"),
        ("{{Quote}}", ""),
        ("", ""),
        ("\x02a\x03b\x04", "ab"),
    ],
)
def test_what_is_broken_loses_no_words(source: str, text: str) -> None:
    assert draft_from_wikitext(source).text == text


@pytest.mark.parametrize("part", "{{ }} [[ ]] <ref> <ref/> <!-- {|\n '' < [http://a~ {{a|".replace("~", "").split(" "))
def test_marks_without_end_are_read_in_no_time(part: str) -> None:
    began = time.process_time()
    draft_from_wikitext(part * (500_000 // len(part)))
    assert time.process_time() - began < 8
