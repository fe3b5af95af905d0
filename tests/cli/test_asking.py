"""What a user asks for and gets no answer to is told why, or found in the end."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Inside, make_inside

TEXT = '"It is ours," said Ngozi Okafor and Thomas Brill.\n\n"We like the harbour," said Ngozi Okafor.\n'


SURNAMES = "Adler Brandt Corbin Dresner Eastman Fulton Garrick Hobson Ingram Jarvis Keller Lindqvist".split()


@pytest.fixture
def asked(inside: Inside) -> Inside:
    (inside.home / "a.txt").write_text(TEXT, encoding="utf-8")
    assert inside("add", "a.txt").returncode == 0
    return inside


@pytest.mark.parametrize("name", ["Ngozi Okafor and Thomas Brill", "thomas brill & ngozi okafor", "Brill and Okafor"])
def test_who_spoke_together_is_found_by_both_names(asked: Inside, name: str) -> None:
    assert [quote["text"] for quote in asked.json("by", name)] == ["It is ours,"]


def test_of_two_of_whom_one_is_unknown_nothing_is_shown(asked: Inside) -> None:
    done = asked("by", "Ngozi Okafor and Petra Nobody")
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize("word", ["harbr", "harber"])
def test_a_word_further_off_than_is_searched_for_is_offered(asked: Inside, word: str) -> None:
    done = asked("search", word)
    assert done.returncode == 1
    assert "did you mean: harbour?" in done.stderr


def test_reports_that_were_not_kept_are_told_how_to_keep(asked: Inside) -> None:
    done = asked("search", "--kind", "indirect", "")
    assert done.returncode == 1
    assert "add --indirect" in done.stderr


@pytest.mark.parametrize(
    ("asking", "told"),
    [
        (["search", "harbour", "--by", "Zorro"], "the store has no speaker Zorro"),
        (["search", "harbour by:zorro"], "the store has no speaker zorro"),
        (["search", "harbour", "--outlet", "Moon Times"], "the store has no outlet Moon Times"),
        (["by", "Brill", "--outlet", "Moon Times"], "the store has no outlet Moon Times"),
        (["search", "--document", "b.txt"], "the store has no document b.txt"),
        (["search", "harbour", "--by", "Brill", "--document", "b.txt"], "the store has no document b.txt"),
    ],
)
def test_a_name_in_a_filter_that_the_store_has_not_is_told(asked: Inside, asking: list[str], told: str) -> None:
    done = asked(*asking)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [f"quotes: {told}"]


def test_a_limit_counts_quotes_and_is_shared_by_those_whom_the_name_fits(inside: Inside) -> None:
    said = {"Rob Tarn": 5, "Robert Pell": 2, "Rob Ames": 1}
    for name, number in said.items():
        for at in range(number):
            text = f'"The {"west north south east old".split()[at]} pier of {name[-4:]} is shut," {name} said.\n'
            (inside.home / f"{name} {at}.txt").write_text(text, encoding="utf-8")
    assert inside("add", str(inside.home)).returncode == 0
    assert [len({hit["speaker"] for hit in inside.json("by", "rob", "-n", str(limit))}) for limit in (1, 2, 3)] == [
        1,
        2,
        3,
    ]
    pages = [inside.json("by", "rob", "-n", "3", "--offset", str(offset)) for offset in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 2]
    whole = inside.json("by", "rob", "-n", "0")
    assert sorted(hit["id"] for page in pages for hit in page) == sorted(hit["id"] for hit in whole)
    assert len(whole) == 8


def test_who_is_called_by_one_word_stands_beside_all_of_that_name_under_a_heading_each(inside: Inside) -> None:
    said = {"Ruiz": 3, "Ana Ruiz": 2, "Bruno Ruiz": 1}
    for name, number in said.items():
        for at in range(number):
            text = f'"The {"west north south".split()[at]} pier of {name[-8:]} is shut," {name} said.\n'
            (inside.home / f"{name} {at}.txt").write_text(text, encoding="utf-8")
    assert inside("add", str(inside.home)).returncode == 0
    assert [hit["speaker"] for hit in inside.json("by", "ruiz")] == [*["Ruiz"] * 3, *["Ana Ruiz"] * 2, "Bruno Ruiz"]
    assert [hit["speaker"] for hit in inside.json("by", "ruiz", "-n", "3")] == ["Ruiz", "Ana Ruiz", "Bruno Ruiz"]
    assert {hit["speaker"] for hit in inside.json("search", "pier by:ruiz")} == set(said)
    assert inside("merge", "ruiz", "Ana Ruiz").returncode == 0  # a whole name is nobody else's


def test_why_tells_whom_a_pronoun_may_mean(inside: Inside) -> None:
    text = (
        "Karl Dunn and Peter Voss met at the depot. Voss had driven the line before Dunn bought it.\n\n"
        '"It was never about the money," he said.\n'
    )
    (inside.home / "a.txt").write_text(text, encoding="utf-8")
    inside("add", "a.txt")
    [hit] = inside.json("search", "money")
    [detail] = inside.json("show", hit["id"], "--why")
    meant = {one["speaker"]: one["probability"] for one in detail["why"]["meant"]}
    assert {"Karl Dunn", "Peter Voss"} <= set(meant)
    assert max(meant, key=meant.__getitem__) == hit["speaker"]
    assert "“he” means: " + hit["speaker"] in inside("show", hit["id"], "--why").stdout


def test_a_name_that_many_share_shows_ten_and_tells_of_the_others(inside: Inside) -> None:
    said = " ".join(f"“Vote number {number} is lost,” said Alice {name}." for number, name in enumerate(SURNAMES))
    inside("add", "-", stdin=said)
    some, every = inside("by", "alice", "--json"), inside("by", "alice", "--limit", "0", "--json")
    assert [len({hit["speaker"] for hit in json.loads(done.stdout)}) for done in (some, every)] == [10, len(SURNAMES)]
    assert "2 more names fit" in some.stderr
    assert "--limit 0" in some.stderr
    assert "more" not in every.stderr


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    inside = make_inside(tmp_path_factory.mktemp("crowded"))
    said = "\n\n".join(f"“Ferry number {number} was late again this morning,” said Olga Marsh." for number in range(25))
    inside("add", "-", stdin=said)
    return inside


@pytest.mark.parametrize("form", [(), ("--json",), ("--jsonl",), ("--csv",)])
@pytest.mark.parametrize("command", [("search", "ferry"), ("search",), ("by", "marsh")])
def test_what_the_usual_limit_leaves_out_of_a_file_is_told(
    crowded: Inside, command: tuple[str, ...], form: tuple[str, ...]
) -> None:
    assert crowded(*command, *form).stderr == "… 5 more quotes: --limit 0 shows all\n"
    for limit in ("0", "3", "20"):
        assert crowded(*command, *form, "--limit", limit).stderr == ""


@pytest.mark.parametrize("command", [(), ("search",), ("cite",)])
def test_help_has_a_short_name(inside: Inside, command: tuple[str, ...]) -> None:
    short, long = inside(*command, "-h"), inside(*command, "--help")
    assert (short.returncode, short.stdout) == (0, long.stdout)
    assert "-h, --help" in short.stdout


def test_the_help_tells_the_usual_limit(crowded: Inside) -> None:
    assert "20 unless said" in crowded("search", "--help").stdout
    for command in ("speakers", "cite", "export", "variants"):
        assert "all unless said" in crowded(command, "--help").stdout


@pytest.mark.parametrize(("flag", "printed"), [("--json", "[]\n"), ("--jsonl", ""), ("--csv", "")])
def test_no_hit_is_an_empty_list_or_nothing(filled: Inside, flag: str, printed: str) -> None:
    done = filled("search", "zzzqqqxxx", flag)
    assert (done.returncode, done.stdout) == (1, printed)


def test_the_day_it_was_said_is_told_once(inside: Inside) -> None:
    inside("add", "-", "--date", "2024-05-12", stdin="“The levy is gone for good,” said Olga Marsh on Tuesday.\n")
    [hit] = inside.json("search", "levy")
    assert "said       7 May 2024\n" in inside("show", hit["id"]).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("Ngozi", "Okaforr"),
        ("Ngozi", "Okafro", "harbour"),
        ("Ngozi", "Okafor", "about", "the", "harbour"),
        ("Okafor", "said", "of", "harbour"),
        ("Ngozi Okafor (Tide Party)", "harbour"),
        ("Ngozi Okafor, the mayor",),
    ],
)
def test_a_name_in_several_words_may_be_misspelt_and_lead_to_a_topic(asked: Inside, words: tuple[str, ...]) -> None:
    assert "We like the harbour," in [quote["text"] for quote in asked.json("by", *words)]


@pytest.mark.parametrize("words", [("Ngozi", "Okafor", "about", "lanterns"), ("Ngozi", "lanterns"), ("Ngozi", "about")])
def test_what_a_speaker_did_not_speak_of_is_not_found(asked: Inside, words: tuple[str, ...]) -> None:
    assert asked("by", *words).returncode == 1


def test_a_misspelt_name_behind_one_that_fits_is_told(asked: Inside) -> None:
    assert "taking Ngozi Okaforr for Ngozi Okafor" in asked("by", "Ngozi", "Okaforr").stderr
