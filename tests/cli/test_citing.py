"""Citations as a newsroom asks for them, of documents that tell little of themselves."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.cli.conftest import Inside

LETTER = "The council met on Monday.\n\n“We will rebuild the pier by spring,” said Rosa Lind.\n"


def cited(inside: Inside, *arguments: str) -> str:
    done = inside("cite", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_letter_without_title_is_cited_by_its_file(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    assert inside("add", tmp_path / "letter.txt", "--outlet", "The Tide", "--date", "2024-05-01").returncode == 0
    inside("search")
    assert cited(inside, "1", "--as", "quote") == (
        "“We will rebuild the pier by spring” (Rosa Lind, as cited in “Letter,” 2024, para. 2)."
    )
    assert cited(inside, "1") == "Letter. (2024, May 1). The Tide."
    assert cited(inside, "1", "--as", "quote", "--format", "mla").endswith(" (Rosa Lind, qtd. in “Letter”).")
    assert "|title=Letter |" in cited(inside, "1", "--format", "wikipedia")
    british = cited(inside, "1", "--as", "quote", "--format", "harvard")
    assert british.startswith("‘We will rebuild the pier by spring’ (")
    assert cited(inside, "1", "--format", "harvard") == "The Tide (2024) ‘Letter’, 1 May."
    assert cited(inside, "1", "--format", "harvard", "--locale", "en-US") == "The Tide (2024) “Letter,” 1 May."


def test_front_matter_is_no_paragraph_and_nothing_around_a_quotation(inside: Inside, tmp_path: Path) -> None:
    head = "---\ntitle: Harbour plan\nauthor: Jane Smith\noutlet: The Guardian\ndate: 2021-03-04\n---\n\n"
    (tmp_path / "plan.md").write_text(head + "“Go away from here now,” said Ann Lee.\n", encoding="utf-8")
    assert inside("add", tmp_path / "plan.md").returncode == 0
    [quote] = inside.json("search", "go away")
    assert cited(inside, quote["id"], "--as", "in-text").endswith("Smith, 2021, para. 1)")
    assert "2021-03-04" not in cited(inside, quote["id"], "--format", "webannotation")


def test_a_headline_in_capitals_is_set_as_the_text_has_its_words(inside: Inside, tmp_path: Path) -> None:
    head = "---\ntitle: PIER TO CLOSE AS BBC FILMS ANN LEE\nauthor: Jean DUMONT\noutlet: The Tide\n---\n\n"
    body = "A crew of the BBC was there when Ann Lee, the mayor, spoke.\n\n“Go away from here now,” said Ann Lee.\n"
    (tmp_path / "pier.md").write_text(head + body, encoding="utf-8")
    assert inside("add", tmp_path / "pier.md").returncode == 0
    inside("search")
    assert cited(inside, "1") == "Dumont, J. (n.d.). Pier to close as BBC films Ann Lee. The Tide."


def test_an_interview_is_one_whatever_is_cited_of_it(inside: Inside, tmp_path: Path) -> None:
    head = "---\ntitle: The pier\nauthor: Jane Roe\noutlet: The Tide\ntype: interview\n---\n\n"
    turns = ("Jane Roe: What becomes of the pier?", "Ann Lee: It will not survive.", "Jane Roe: Who pays for it?")
    (tmp_path / "talk.md").write_text(head + "\n\n".join((*turns, "Ann Lee: Nobody does.\n")), encoding="utf-8")
    assert inside("add", tmp_path / "talk.md").returncode == 0
    whole = cited(inside, "--format", "mla")
    assert whole == "Lee, Ann. “The Pier.” Interview by Jane Roe. The Tide."
    inside("search", "--limit", "0")
    assert {cited(inside, number, "--format", "mla") for number in "1234"} == {whole}


def test_headline_and_byline_are_no_paragraphs(inside: Inside, tmp_path: Path) -> None:
    page = (
        "<html><head><title>Pier opens</title></head><body><article><h1>Pier opens</h1>"
        "<p class='byline'>By Jane Smith</p><p>The pier was opened on Monday after years of works.</p>"
        "<p>“It has been a long way for all of us,” said Ann Lee, the mayor.</p></article></body></html>"
    )
    (tmp_path / "pier.html").write_text(page, encoding="utf-8")
    assert inside("add", tmp_path / "pier.html").returncode == 0
    [quote] = inside.json("search", "long way")
    assert quote["paragraph"] > 2
    assert cited(inside, quote["id"], "--as", "in-text").endswith("para. 2)")


def test_all_of_the_store_is_its_quotes_where_a_source_alone_says_nothing(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    assert inside("add", tmp_path / "letter.txt").returncode == 0
    done = inside("cite", "--as", "quote")
    assert done.stdout.startswith("“We will rebuild the pier by spring” (Rosa Lind, ")
    assert "every quote in the store (1 quote)" in done.stderr
    for name in ("csv", "wikiquote", "webannotation"):
        assert "We will rebuild the pier" in cited(inside, "--format", name)
    assert "every source in the store" in inside("cite", "--as", "note").stderr


def test_an_unknown_locale_is_refused_with_near_ones(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    assert inside("add", tmp_path / "letter.txt").returncode == 0
    for locale, hint in (("xx", ""), ("ge-DE", "de-DE"), ("../x", "")):
        done = inside("cite", "--locale", locale)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"there is no locale {locale!r}" in done.stderr
        assert hint in done.stderr
    assert cited(inside, "--as", "quote", "--locale", "en-AU").startswith("‘We will")  # English of another region


@pytest.mark.parametrize("form", [(), ("--csv",), ("--json",), ("--jsonl",)])
def test_a_listing_in_any_form_can_be_cited(inside: Inside, form: tuple[str, ...]) -> None:
    two = "“The pier, the “old” one, is done,” said Rosa Lind.\n\n“The quay is next,” said Ole Brandt,\tthe mason.\n"
    inside("add", "-", "--title", "Pier", "--date", "2024-05-01", stdin=two)
    inside("add", "-", "--title", "Bread", stdin="“Nobody bakes here any longer,” said Tove Munk.\n")
    listed = inside("search", "--until", "2024", *form).stdout
    assert cited_from(inside, listed) == "Pier. (2024, May 1)."
    [bread] = inside.json("search", "bakes")
    assert cited_from(inside, listed, bread["id"]) == "Bread. (n.d.).\nPier. (2024, May 1)."


@pytest.mark.parametrize("form", [(), ("--csv",)])
def test_what_variants_and_check_print_can_be_cited(inside: Inside, form: tuple[str, ...]) -> None:
    for title in ("Pier", "Quay"):
        said = f"{title} news. “We will rebuild the old pier by spring,” said Rosa Lind.\n"
        inside("add", "-", "--title", title, stdin=said)
    inside("add", "-", "--title", "Bread", stdin="“Nobody bakes here any longer,” said Tove Munk.\n")
    variants = inside("variants", "rebuild the old pier", *form).stdout
    inside("search", "bakes")  # whose only line is the first
    assert cited_from(inside, variants) == "Pier. (n.d.).\nQuay. (n.d.)."
    draft = "“Nobody bakes here any longer,” said Tove Munk.\n\n“The sea is no respecter of ballots,” he said.\n"
    assert cited_from(inside, inside("check", "-", *form, stdin=draft).stdout) == "Bread. (n.d.)."


def cited_from(inside: Inside, listed: str, *named: str) -> str:
    done = inside("cite", *named, "-", stdin=listed)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_long_cells_of_a_listing_are_read(inside: Inside) -> None:
    inside("add", "-", "--title", "Long", stdin=f"“We wait,” said Rosa Lind. {'The rain went on and on. ' * 9000}\n")
    assert cited_from(inside, inside("search", "--csv").stdout) == "Long. (n.d.)."


def test_items_may_come_from_standard_input_and_beside_nothing_else(small: Inside) -> None:
    items = '[{"id": "a", "type": "book", "title": "Tides"}]'
    assert small("cite", "--items", "-", stdin=items).stdout == "Tides. (n.d.).\n"
    (small.home / "items.json").write_text(items, encoding="utf-8")
    small("search")
    for beside in (["1"], ["--by", "okafor"]):
        done = small("cite", *beside, "--items", "items.json")
        assert (done.returncode, done.stdout) == (2, "")
        assert "give them, or ids, or --items" in done.stderr


def test_what_an_export_has_no_use_for_is_told(small: Inside) -> None:
    done = small("cite", "--limit", "1", "--format", "ris", "--as", "note", "--locale", "de-DE")
    assert done.stdout == small("cite", "--limit", "1", "--format", "ris").stdout
    assert done.stderr == "left out --as and --locale: for CSL styles, and ris is an export format\n"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("refs.bib", "@article{"),
        ("refs.RIS", "TY  - NEWS"),
        ("refs.json", "[\n"),
        ("refs.wiki", "{{cite news"),
        ("refs.txt", "Report. (2024"),
        ("refs.html", "<p>Report. (2024"),
    ],
)
def test_a_file_s_name_tells_the_export_format(inside: Inside, name: str, begins: str) -> None:
    head = ("--title", "Report", "--outlet", "The Daily Gazette", "--date", "2024-05-01")
    inside("add", "-", *head, stdin="“The ferry was late again this morning,” said Olga Marsh.\n")
    assert inside("cite", "-o", name).returncode == 0
    assert (inside.home / name).read_text(encoding="utf-8").startswith(begins)
    assert inside("cite", "-o", name, "--force", "--format", "mla").returncode == 0
    assert "“Report.”" in (inside.home / name).read_text(encoding="utf-8")


def test_quotations_with_their_notes_are_parted_in_a_file(small: Inside) -> None:
    first, note, second, last = cited(small, "--limit", "0", "--as", "quote", "--format", "chicago-notes").split("\n\n")
    assert (first[-1], note[:2], second[-1], last[:2]) == ("¹", "1.", "²", "2.")
    assert "\n\n" not in cited(small, "--limit", "0", "--as", "quote", "--format", "apa")


class Nesting(HTMLParser):
    """Finds paragraphs with blocks inside, which browsers end before these."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in {"p", "div", "blockquote"}:
            self.wrong += ["p"] * ("p" in self.open)
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "div", "blockquote"}:
            assert self.open.pop() == tag


@pytest.mark.parametrize("form", ["apa", "oscola", "chicago-notes", "ieee", "vancouver", "mla"])
@pytest.mark.parametrize("as_", ["reference", "in-text", "note", "quote"])
def test_html_has_no_paragraph_within_another(inside: Inside, form: str, as_: str) -> None:
    long = "“" + "We have waited for the ferry in the rain, " * 12 + "and it came,” said Olga Marsh.\n\n"
    inside("add", "-", "--title", "Ferry", stdin=long + "“It was late again this morning,” said Olga Marsh.\n")
    page = Nesting()
    page.feed(cited(inside, "--limit", "2", "--format", form, "--as", as_, "--markup", "html"))
    assert (page.open, page.wrong) == ([], [])


def test_the_day_of_reading_stands_with_a_page_that_has_no_date(inside: Inside, tmp_path: Path) -> None:
    head = "---\ntitle: How to read a tide table\nauthor: Zoe Doe\noutlet: Tide School\n"
    link = "url: https://tideschool.example.org/table\naccessed: 2023-11-30\n---\n\n"
    body = "“We read the table from left to right, and never the other way,” said Joan Tolliver.\n"
    (tmp_path / "tides.md").write_text(head + link + body, encoding="utf-8")
    assert inside("add", tmp_path / "tides.md").returncode == 0
    inside("search")
    assert cited(inside, "1") == (
        "Doe, Z. (n.d.). How to read a tide table. Tide School. "
        "Retrieved November 30, 2023, from https://tideschool.example.org/table"
    )
    assert "(Accessed: 30 November 2023)" in cited(inside, "1", "--format", "harvard")
    assert "|access-date=2023-11-30" in cited(inside, "1", "--format", "wikipedia")


@pytest.mark.parametrize("form", ["apa", "bibtex", "ris", "wikipedia", "csl-json", "html", "csv"])
def test_an_escape_sequence_in_a_document_leaves_nothing(inside: Inside, tmp_path: Path, form: str) -> None:
    line = {
        "id": "wall",
        "title": "Harbour \x1b[31mwall\x1b[0m costs",
        "author": "Ann \x1b[1mPell",
        "text": "“The harbour wall costs \x1b[31mtwice\x1b[0m what we were told,” said Joan Tolliver on Monday.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(line))
    inside("add", "a.jsonl")
    cited = inside("cite", "--match", "harbour", "--format", form).stdout
    assert "wall" in cited
    assert not [rest for rest in ("31m", "[0m", "[1m", "\x1b") if rest in cited], cited


def test_a_dash_for_the_file_is_standard_output(small: Inside) -> None:
    assert cited(small, "--format", "ris", "-o", "-") == cited(small, "--format", "ris")
    assert not (small.home / "-").exists()


def test_an_escape_sequence_in_an_item_leaves_nothing(inside: Inside) -> None:
    item = {"id": "a", "type": "book", "title": "A \x1b[31mWall", "author": [{"family": "Pe\x1b[1mll"}]}
    assert inside("cite", "--items", "-", stdin=json.dumps([item])).stdout == "Pell. (n.d.). A Wall.\n"


def test_a_style_of_the_config_file_that_is_none_is_told_as_its(small: Inside) -> None:
    folder = small.home / "config" / "quotes"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('format = "appa"\n')
    done = small("cite")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'appa', as the config file has it" in done.stderr
    assert "did you mean: apa" in done.stderr
    assert "config file" not in small("cite", "--format", "appa").stderr
