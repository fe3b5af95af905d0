"""Who wrote it: names out of bylines and author fields, and what a name alone doesn't tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.growth import assert_linear
from tests.read.reading import names_in, only_article, read_bytes

from quotecli.cite import Source, csl_item
from quotecli.core.types import Article
from quotecli.read.metadata.authors import read_authors

TEXT = "The tarn is deeper than it was, they say, and nobody has measured it since."


def recorded(folder: Path, **fields: object) -> Article:
    return only_article(read_bytes(folder, "a.jsonl", json.dumps({"text": TEXT, "title": "Tarn", **fields})))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Tom Ek, CNN", ["Tom Ek"]),
        ("Reporting by Ann Roe; Editing by Bo Day", ["Ann Roe"]),
        ("Reporting and editing by Ann Roe", ["Ann Roe"]),
        ("Reporting by Ann Roe and Bo Day, editing by Cy Ek and Di Fisher", ["Ann Roe", "Bo Day"]),
        ("Di Fisher", ["Di Fisher"]),
        ("Di Fisher and Ann Roe", ["Di Fisher", "Ann Roe"]),
        ("Fisher, Di; Marsh, Par", ["Di Fisher", "Par Marsh"]),
        ("By Fisher, Di", ["Di Fisher"]),
        ("Roe, A. B., Day, C.-D., & Le Pool, E.", ["A. B. Roe", "C.-D. Day", "E. Le Pool"]),
        ("Roe, A., Day, B., et al.", ["A. Roe", "B. Day"]),
        ("Roe AB, van Day C and Pool EFG", ["AB Roe", "C van Day", "EFG Pool"]),
        ("Ann Roe MD, Bo Day PhD", ["Ann Roe", "Bo Day"]),
        ("Ann Roe and 3 others", ["Ann Roe"]),
        ("Roe, Ann; et al.", ["Ann Roe"]),
        ("Von der Mark", ["Von der Mark"]),
        ("García Márquez, Gabriel José", ["Gabriel José García Márquez"]),
        ("Ann Roe, Mary Ann", ["Ann Roe", "Mary Ann"]),
        ("Von Miller", ["Von Miller"]),
        ("Di Maria Rossi", ["Maria Rossi"]),
        ("Von Reuters", ["Reuters"]),
        ("Ann Roe, BBC News and Tom Ek, CNN", ["Ann Roe", "Tom Ek"]),
        ("Sir Ian Roe KC MP", ["Sir Ian Roe"]),
        ("Translated by Bob Li", []),
        ("Jane Roe, translated by Bob Li", ["Jane Roe"]),
        ("By Tom Ek; translated by Ute Kuhn", ["Tom Ek"]),
        ("Jane Roe (translated from the Danish by Bob Li)", ["Jane Roe"]),
        ("Jane Roe. Aus dem Englischen übersetzt von Ute Kuhn", ["Jane Roe"]),
        ("Words: Jane Roe. Photos: Bob Li", ["Jane Roe"]),
        ("Photos: Bob Li. Words: Jane Roe", ["Jane Roe"]),
        ("Photos: Bob Li", []),
        ("By Tom Ek Political Editor and Mary Ann O'Brien", ["Tom Ek", "Mary Ann O'Brien"]),
        ("By political reporter Jane Norman and staff", ["Jane Norman"]),
        ("By ANN LYALL; Bo Day contributed reporting from Paris.", ["Ann Lyall"]),
        ("Johnson & Johnson", ["Johnson & Johnson"]),
        ("Marks and Spencer", ["Marks and Spencer"]),
        ("Anna and Luis", ["Anna", "Luis"]),
        ("Prince Harry, Duke of Sussex", ["Prince Harry, Duke of Sussex"]),
        ("Name withheld by request", []),
        ("Von Hans-Georg Müller und Uwe zu Guttenberg, Berlin", ["Hans-Georg Müller", "Uwe zu Guttenberg"]),
        ('<a href="/x">Peter Walker</a>', ["Peter Walker"]),
        ("Peter Walker</a>", ["Peter Walker"]),
        ("Ó Sé, Tomás", ["Tomás Ó Sé"]),
        ("O'Brien, Mary Ann.", ["Mary Ann O'Brien"]),
    ],
)
def test_names_in_bylines(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


def test_all_writers_of_a_long_field_are_kept() -> None:
    names = [f"Ann{chr(97 + number)} Roe" for number in range(25)]
    assert names_in("; ".join(names)) == names


def test_a_family_name_before_a_comma_is_cited_whole(tmp_path: Path) -> None:
    article = recorded(tmp_path, author="Roe Smith, Ann", outlet="The Guardian")
    assert article.authors == ("Ann Roe Smith",)
    item = csl_item(Source.of_article(article), id="x")
    assert item["author"] == [{"family": "Roe Smith", "given": "Ann"}]


@pytest.mark.parametrize("outlet", ["X", "Bluesky", "Threads", "TikTok", "Mastodon"])
def test_a_posts_account_is_cited(outlet: str, tmp_path: Path) -> None:
    article = recorded(tmp_path, author="Nora Quill (@noraq)", outlet=outlet)
    assert article.authors == ("Nora Quill",)
    item = csl_item(Source.of_article(article), id="x")
    assert item["author"] == [{"family": "Quill", "given": "Nora", "suffix": "[@noraq]"}]


def test_an_account_without_a_name_is_the_author(tmp_path: Path) -> None:
    item = csl_item(Source.of_article(recorded(tmp_path, author="@jdoe", outlet="X")), id="x")
    assert item["author"] == [{"literal": "@jdoe"}]


def test_an_account_behind_a_newspapers_writer_is_not_cited(tmp_path: Path) -> None:
    article = recorded(tmp_path, author="Nora Quill (@noraq)", outlet="The Guardian")
    item = csl_item(Source.of_article(article), id="x")
    assert item["author"] == [{"family": "Quill", "given": "Nora"}]


BODY = f"\n\n{TEXT}\n\nThe council will look at it again in spring, when the water is lower than it is today.\n"


def headed(folder: Path, *lines: str) -> Article:
    return only_article(read_bytes(folder, "a.txt", "\n".join(lines) + BODY))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By SARAH LYALL; Alan Cowell contributed reporting from Paris.", ("Sarah Lyall",)),
        ("By Sabrina Roe; Photographs by Bo Day", ("Sabrina Roe",)),
        ("By political reporter Jane Norman and staff", ("Jane Norman",)),
        ("By Tom Ek Political Editor and Mary Ann O'Brien", ("Tom Ek", "Mary Ann O'Brien")),
        ("Von Uwe zu Guttenberg", ("Uwe zu Guttenberg",)),
        ("Von Hans-Georg Müller und Uwe zu Guttenberg, Berlin", ("Hans-Georg Müller", "Uwe zu Guttenberg")),
    ],
)
def test_bylines_at_the_head_of_a_text(byline: str, names: tuple[str, ...], tmp_path: Path) -> None:
    assert headed(tmp_path, "The tarn is to be measured again", byline, "March 3, 2019").authors == names
    first = headed(tmp_path, byline, "March 3, 2019")
    assert (first.title, first.authors) == (None, names)


def test_a_byline_that_only_its_class_tells(tmp_path: Path) -> None:
    body = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    page = f"<title>Tarn</title><article><h1>Tarn</h1><div class='byline'>{{}}</div>{body}</article>"
    both = only_article(read_bytes(tmp_path, "a.html", page.format("Conor Roe and Mary Roe")))
    assert both.authors == ("Conor Roe", "Mary Roe")
    assert only_article(read_bytes(tmp_path, "b.html", page.format("Measured again in spring"))).authors == ()


def test_an_atom_feeds_author_wrote_the_entries_that_name_none(tmp_path: Path) -> None:
    entry = "<entry><id>{}</id><title>T</title>{}<content>" + TEXT + "</content></entry>"
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn</title><author><name>Ann Roe</name></author>'
        + entry.format("1", "")
        + entry.format("2", "<author><name>Bo Day</name></author>")
        + "</feed>"
    )
    assert [one.authors for one in read_bytes(tmp_path, "a.xml", feed) if isinstance(one, Article)] == [
        ("Ann Roe",),
        ("Bo Day",),
    ]


def test_brackets_in_an_author_field_take_time_by_their_number() -> None:
    assert_linear(read_authors, lambda count: f"Ann Roe{' ()' * count}Bo", 50)
    assert [one.name for one in read_authors(f"Ann Roe{' ()' * 50} and Bo Day")] == ["Ann Roe", "Bo Day"]
