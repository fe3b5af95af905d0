"""The table of outlets: sound, sorted, and found by host, path, name and short name."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.read.pages import page

from quotecli.core.errors import UsageError
from quotecli.core.tables import read_table
from quotecli.read.outlets import find_outlet, host_of, outlet_for_url, outlet_kind

ROWS = read_table("quotecli.read", "outlets.tsv")
KINDS = {"agency", "aggregator", "blog", "broadcaster", "magazine", "newspaper", "social", "website"}


def test_the_table_is_sorted_and_sound() -> None:
    assert sorted(ROWS) == ROWS
    assert len(ROWS) > 500
    for row in ROWS:
        hosts, name, _shorts, country, language, kind = row
        assert name.strip() == name != ""
        assert hosts == hosts.lower()
        assert not hosts.startswith(("www.", "http"))
        assert all("." in host for host in hosts.split())
        assert (len(country), len(language)) == (2, 2)
        assert country.isupper()
        assert kind in KINDS


def test_no_host_or_name_stands_twice() -> None:
    hosts = Counter(host for row in ROWS for host in row[0].split())
    names = Counter(row[1] for row in ROWS)
    assert max(hosts.values()) == max(names.values()) == 1


@pytest.mark.parametrize("table", ["boilerplate.tsv", "meta_names.tsv", "page_words.tsv"])
def test_the_other_tables_are_sorted_without_doubles(table: str) -> None:
    rows = ["\t".join(row) for row in read_table("quotecli.read", table)]
    assert sorted(set(rows)) == rows


def test_the_months_are_twelve_and_no_name_has_two() -> None:
    rows = read_table("quotecli.read", "months.tsv")
    assert [int(number) for number, _ in rows] == list(range(1, 13))
    names = Counter(name for _, words in rows for name in words.split())
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.nytimes.com/2020/01/01/a.html", "The New York Times"),
        ("https://i.dailymail.co.uk/1s/x.jpg", "Daily Mail"),
        ("https://edition.cnn.com/a", "CNN"),
        ("https://www.bbc.co.uk/news/uk-1", "BBC News"),
        ("https://www.bbc.co.uk/sport/1", "BBC Sport"),
        ("https://www.bbc.co.uk/food/1", "BBC"),
        ("https://detroit.cbslocal.com/a", "CBS Detroit"),
        ("https://x.com/a/status/1", "X"),
        ("https://notnytimes.com/a", None),
        ("https://nytimes.com.evil.example/a", None),
        ("no url", None),
        ("https://[bad/", None),
    ],
)
def test_longest_suffix_of_the_host(url: str, name: str | None) -> None:
    found = outlet_for_url(url)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("NYT", "The New York Times"),
        ("new york times", "The New York Times"),
        ("the Guardian", "The Guardian"),
        ("DER SPIEGEL", "Der Spiegel"),
        ("el pais", "El País"),
        ("AP", "Associated Press"),
        ("Nobody's Paper", None),
        ("", None),
    ],
)
def test_names_and_short_names(name: str, canonical: str | None) -> None:
    found = find_outlet(name)
    assert (found.name if found else None) == canonical


def test_kinds() -> None:
    assert (outlet_kind("Reuters"), outlet_kind("Newsweek"), outlet_kind("Nobody's Paper")) == (
        "agency",
        "magazine",
        None,
    )


def test_hosts() -> None:
    assert host_of("https://www.example.org:80/a") == "example.org"
    assert host_of("not a url") == ""


@pytest.mark.parametrize("suffix", ["tsv", "toml"])
def test_a_table_of_the_user_goes_first(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"mine.{suffix}"
    rows = {
        "tsv": "nytimes.com\tMy Times\tMT\n\n# a comment\nriver.example\tThe River",
        "toml": '["nytimes.com"]\nname = "My Times"\nshort_names = ["MT"]\n["river.example"]\nname = "The River"\n',
    }
    path.write_text(rows[suffix])
    found = outlet_for_url("https://www.nytimes.com/a", user_table=path)
    assert found
    assert found.name == "My Times"
    assert find_outlet("mt", user_table=path) == found
    assert page("<p>Text.</p>", url="https://river.example/a", outlets_file=path).outlet == "The River"


@pytest.mark.parametrize(("language", "date"), [("de", "2026-04-03"), ("en", "2026"), ("", "2026")])
def test_the_language_of_an_outlet_tells_the_day_from_the_month(tmp_path: Path, language: str, date: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(f"river.example\tDer Fluss\t\t\t{language}\tnewspaper\n")
    markup = '<head><meta name="date" content="03/04/2026"></head><body><p>Text.</p></body>'
    assert str(page(markup, url="https://river.example/a", outlets_file=path).published) == date


@pytest.mark.parametrize("content", ["only-a-host.example\n", "[broken", '["a.example"]\nkind = "blog"\n'])
def test_a_broken_table_of_the_user_is_one_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / ("t.toml" if "[" in content else "t.tsv")
    path.write_text(content)
    with pytest.raises(UsageError, match="can't be read"):
        outlet_for_url("https://a.example/", user_table=path)


def test_aggregators_give_way_to_the_source_they_name() -> None:
    head = '<meta property="og:site_name" content="MSN"><script type="application/ld+json">{}</script>'
    source = '{"@type":"NewsArticle","headline":"H","provider":{"@type":"Organization","name":"Reuters"}}'
    markup = f"<head>{head.format(source) if '{}' in head else head}</head><body><p>Some text.</p></body>".replace(
        "{}", source
    )
    assert page(markup, url="https://www.msn.com/en-us/news/a").outlet == "Reuters"
    assert page("<p>Some text.</p>", url="https://www.msn.com/en-us/news/a").outlet == "MSN"


def test_names_a_page_gives_itself() -> None:
    markup = '<head><meta property="og:site_name" content="The River Post"></head><body><p>Some text.</p></body>'
    assert page(markup, url="https://river.example/a").outlet == "The River Post"
    assert page("<p>Some text.</p>", url="https://www.river.example/a").outlet == "river.example"
    known = '<head><meta property="og:site_name" content="NYT Co."></head><body><p>Some text.</p></body>'
    assert page(known, url="https://www.nytimes.com/a").outlet == "The New York Times"
