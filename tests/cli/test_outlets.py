"""Which outlets the table lacks, and how a user's own table adds them."""

from __future__ import annotations

from tests.cli.conftest import Inside

SAID = "“The lamp is lit,” Ada Obi said.\n"


def test_outlets_that_the_table_lacks(inside: Inside) -> None:
    for name, outlet in (("a.txt", "The Guardian"), ("b.txt", "Lamp Letters")):
        (inside.home / name).write_text(SAID, encoding="utf-8")
        inside("add", name, "--outlet", outlet)
    assert [one["outlet"] for one in inside.json("outlets", "--unknown")] == ["Lamp Letters"]
    assert len(inside.json("outlets")) == 2
    (inside.home / "c.txt").write_text("It rained all day.\n", encoding="utf-8")
    inside("add", "c.txt", "--outlet", "The Times")
    assert [one["quotes"] for one in inside.json("outlets")] == [1, 1, 0]
    assert [one["outlet"] for one in inside.json("outlets", "--outlet", "guardian")] == ["The Guardian"]

    table = inside.home / "outlets.tsv"
    table.write_text("lamps.example\tLamp Letters\t\tGB\ten\tmagazine\t\n", encoding="utf-8")
    config = inside.home / "config.toml"
    config.write_text(f'outlets = "{table}"\n', encoding="utf-8")
    done = inside("outlets", "--unknown", QUOTES_CONFIG=str(config))
    assert (done.returncode, done.stdout) == (1, "")
    assert "the table has all outlets" in done.stderr


def test_outlets_count_only_documents_with_such_quotes(inside: Inside) -> None:
    (inside.home / "a.txt").write_text(SAID, encoding="utf-8")
    (inside.home / "b.txt").write_text(SAID.replace("Ada Obi", "Ben Bell"), encoding="utf-8")
    inside("add", ".", "--outlet", "Lamp Letters")
    [all_of_it] = inside.json("outlets")
    [hers] = inside.json("outlets", "--by", "obi")
    assert [(one["quotes"], one["documents"]) for one in (all_of_it, hers)] == [(2, 2), (1, 1)]


def test_an_outlet_with_and_without_its_article_is_one(inside: Inside) -> None:
    printed = [("a.txt", "The Vale Daily", "2022-05-03"), ("b.txt", "Vale Daily", "2022-05-04")]
    printed.append(("c.txt", "Vale Weekly", "2022"))
    for number, (name, outlet, day) in enumerate(printed):
        (inside.home / name).write_text(f"“Lamp {number} is lit,” Ada Obi said.\n", encoding="utf-8")
        inside("add", name, "--outlet", outlet, "--date", day)
    first, second = inside.json("outlets")
    assert (first["outlet"], first["quotes"], first["documents"]) == ("The Vale Daily", 2, 2)
    assert (first["first"], first["last"], second["outlet"]) == ("2022-05-03", "2022-05-04", "Vale Weekly")
    assert len(inside.json("from", "Vale Daily")) == 2
