"""Names that corrections leave behind, and corrections of a document that changes afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.cli.conftest import Inside, Quotes

FERRY = "“The ferry will be late tonight,” Ruben Okoro said.\n"


@pytest.fixture
def ferry(inside: Inside) -> tuple[Inside, str]:
    """A store of one quote, and the quote's id."""
    (inside.home / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert inside("add", "ferry.txt").returncode == 0
    [record] = inside.json("search", "ferry")
    return inside, record["id"]


def test_the_name_shown_leads_to_its_speaker_though_no_document_has_it_any_more(inside: Inside) -> None:
    (inside.home / "a.txt").write_text('"We like it," said Ngozi Okafor.\n', encoding="utf-8")
    (inside.home / "b.txt").write_text('"So do I," said Bora Kaplan.\n', encoding="utf-8")
    assert inside("add", "a.txt", "b.txt").returncode == 0
    assert inside("merge", "Ngozi Okafor", "Bora Kaplan").returncode == 0
    assert inside("remove", "b.txt").returncode == 0
    assert [record["speaker"] for record in inside.json("by", "kaplan")] == ["Bora Kaplan"]
    done = inside("alias", "The Boss", "Bora Kaplan")
    assert (done.returncode, done.stdout) == (0, "The Boss is Bora Kaplan: 1 quote\n")


def test_a_speaker_of_marks_alone_can_be_named(ferry: tuple[Quotes, str]) -> None:
    store, identity = ferry
    assert store("edit", identity, "--speaker", "!?").returncode == 0
    assert store("alias", "Bang", "!?").stdout == "Bang is !?: 1 quote\n"
    assert [record["id"] for record in store.json("by", "bang")] == [identity]


NOTHING = "“I have nothing at all to say,”"
SAME_WORDS = f"""{NOTHING} said Ruben Okoro, who runs the ferry.

The hearing went on after lunch.

{NOTHING} said Lena Farkas, the mayor.

Later Farkas said: “We will open the gates in spring, rain or shine.”
"""


def of_the_same_words(store: Quotes) -> dict[str, str | None]:
    """Return who said the words, by the mention in the document, and when."""
    return {record["said_as"]: record["date"] for record in store.json("search", '"nothing at all"', "--limit", "9")}


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        (lambda text: f"{NOTHING} said Bola Hart, an engineer.\n\n{text}", {"Bola Hart": None, "Ruben Okoro": None}),
        (lambda text: text.partition("\n\n")[2], {}),
        (lambda text: text.replace("said Lena Farkas,", "said Mayor Farkas,"), {"Ruben Okoro": None}),
    ],
    ids=["one before", "one less", "another mention"],
)
def test_of_quotes_with_the_same_words_the_corrected_one_stays_corrected(
    inside: Inside, change: Callable[[str], str], kept: dict[str, None]
) -> None:
    article = inside.home / "article.txt"
    article.write_text(SAME_WORDS, encoding="utf-8")
    assert inside("add", "article.txt").returncode == 0
    said = {record["said_as"]: record["id"] for record in inside.json("search", '"nothing at all"')}
    assert inside("edit", said["Lena Farkas"], "--date", "2024-01-02").returncode == 0
    article.write_text(change(SAME_WORDS), encoding="utf-8")
    assert inside("add", "article.txt").returncode == 0
    dates = of_the_same_words(inside)
    [farkas] = [mention for mention, date in dates.items() if date == "2024-01-02"]
    assert "Farkas" in farkas
    assert {mention: date for mention, date in dates.items() if mention != farkas} == kept
    assert inside("undo").returncode == 0
    assert set(of_the_same_words(inside).values()) == {None}
    assert inside("doctor").returncode == 0


def test_a_correction_waits_for_the_quote_that_is_gone_and_moves_to_no_other(inside: Inside) -> None:
    article = inside.home / "article.txt"
    article.write_text(SAME_WORDS, encoding="utf-8")
    assert inside("add", "article.txt").returncode == 0
    said = {record["said_as"]: record["id"] for record in inside.json("search", '"nothing at all"')}
    assert inside("edit", said["Ruben Okoro"], "--date", "2024-01-02").returncode == 0
    article.write_text(SAME_WORDS.partition("\n\n")[2], encoding="utf-8")
    assert inside("add", "article.txt").returncode == 0
    assert of_the_same_words(inside) == {"Lena Farkas": None}
    article.write_text(SAME_WORDS, encoding="utf-8")
    assert inside("add", "article.txt").returncode == 0
    assert of_the_same_words(inside) == {"Ruben Okoro": "2024-01-02", "Lena Farkas": None}


@pytest.mark.parametrize(
    ("name", "short"), [("Anna Wu", "wu"), ("Li Na", "li"), ("山田 太郎", "山田"), ("Ng Hui Min", "ng")]
)
def test_a_short_surname_names_its_speaker(ferry: tuple[Quotes, str], name: str, short: str) -> None:
    store, identity = ferry
    assert store("edit", identity, "--speaker", name).returncode == 0
    assert [record["id"] for record in store.json("search", f"{short} ferry")] == [identity]
    assert store("alias", "The Ferryman", short).stdout == f"The Ferryman is {name}: 1 quote\n"


def test_a_name_under_which_nobody_is_shown_is_told_with_the_way_to_show_it(inside: Inside) -> None:
    inside("add", "-", stdin="“The gulls have learned to open the bins,” said Bob Sorley, the warden of the quay.\n")
    inside("add", "-", stdin="“The storm fund opens on Monday morning,” said Robert Sorley, its manager.\n")
    [shown, _] = [hit["speaker"] for hit in inside.json("by", "sorley")]
    other = ({"Bob Sorley", "Robert Sorley"} - {shown}).pop()
    [hit] = inside.json("search", "storm fund" if other.startswith("Robert") else "gulls")
    done = inside("edit", hit["id"], "--speaker", other)
    assert done.stdout == f"step 1  edit  {hit['id']}  speaker: {other}, confirmed\n"
    assert inside("edit", hit["id"], "--speaker", other).stdout == "nothing to change: it stands so already\n"
    merging, parting = (f'`quotes {command} "{shown}" "{other}"`' for command in ("merge", "part"))
    assert done.stderr == f"{other} is another name of {shown}; {merging} shows {other}, {parting} keeps them apart\n"
    inside("merge", shown, other)
    assert {hit["speaker"] for hit in inside.json("by", "sorley")} == {other}
    assert inside("edit", hit["id"], "--speaker", other).stderr == ""


def test_a_new_name_that_is_taken_for_a_speaker_s_is_not_called_a_new_speaker(inside: Inside) -> None:
    inside("add", "-", stdin="“I have seen three mayors,” said Ingrid Sorley. “None brought a bucket of sand.”\n")
    inside("add", "-", stdin="“The gulls have learned to open the bins,” said Ingrid Sorley, the warden.\n")
    [hit] = inside.json("search", "gulls")
    told = inside("edit", hit["id"], "--speaker", "Ingrid Sorley-Holm").stderr
    assert told.startswith("Ingrid Sorley-Holm is another name of Ingrid Sorley; ")
    assert len(told.splitlines()) == 1


def test_a_quote_corrected_forth_and_back_is_so_in_another_store(ferry: tuple[Inside, str]) -> None:
    store, identity = ferry
    for name in ("Lena Farkas", "Ada Brand", "Lena Farkas"):
        assert store("edit", identity, "--speaker", name).returncode == 0
    other = Inside(store.home, store.environment | {"QUOTES_DB": str(store.home / "other.db")})
    for _ in range(2):
        assert other("import", "-", stdin=store("export").stdout).returncode == 0
        assert [record["speaker"] for record in other.json("search", "ferry")] == ["Lena Farkas"]
        assert [record["change"] for record in other.json("log")] == [record["change"] for record in store.json("log")]


def test_a_doubtful_speaker_is_confirmed_by_hand(inside: Inside) -> None:
    """Who says so is sure, also when the document is read again; undone, the doubt is back."""
    text = "Ana Ruiz opened the shed. Tom Orr waited in the car.\n\n“The roof will not last another winter here.”\n"
    inside("add", "-", stdin=text)
    [found] = inside.json("search", "roof")
    assert 0 < found["confidence"] < 0.9
    [name] = found["speakers"]
    done = inside("edit", found["id"], "--speaker", name)
    assert done.stdout == f"step 1  edit  {found['id']}  speaker: {name}, confirmed\n"
    inside("add", "-", stdin=text)
    assert inside.json("search", "roof", "--min-confidence", "1") == [found | {"confidence": 1.0, "score": 100.0}]
    inside("undo")
    assert inside.json("search", "roof") == [found]


def test_a_speaker_is_shown_under_a_whole_name_that_no_document_has(inside: Inside) -> None:
    inside("add", "-", stdin="“The gulls have learned to open the bins,” said Bob Sorley, the warden of the quay.\n")
    assert inside("merge", "Bob Sorley", "sorley").stdout == "Bob Sorley is Bob Sorley already: 1 quote\n"
    assert inside("merge", "bob", "Robert Sorley").stdout == "Bob Sorley is Robert Sorley: 1 quote\n"
    assert [hit["speaker"] for hit in inside.json("by", "bob")] == ["Robert Sorley"]
    assert inside("doctor").returncode == 0
    inside("undo")
    assert [hit["speaker"] for hit in inside.json("by", "robert")] == ["Bob Sorley"]
    assert inside("merge", "Bob Sorley", "Robert Farkas").returncode == 2


def test_a_step_that_removed_many_documents_is_told_in_one_line_and_listed_as_data(inside: Inside) -> None:
    words = "“We shall keep the old mill as it was, wheel {} and all,” said Una Vell, the miller of the town."
    lines = [json.dumps({"id": f"{number}", "text": words.format(number)}) for number in range(12)]
    (inside.home / "mills.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert inside("add", "mills.jsonl").returncode == 0
    before = inside("export").stdout
    assert inside("remove", "mills.jsonl").stdout == "12 documents and 12 quotes removed\n"
    (line,) = inside("log").stdout.splitlines()
    step, action, of, change, state, _ = line.split("\t")
    assert (step, action, state) == ("1", "remove", "stands")
    assert of.startswith("mills.jsonl#")
    assert of.endswith(" and 11 more documents")
    assert change == "12 quotes with them"
    assert len(inside.json("log")) == 12
    assert len(inside.json("log", "-n", "3", "--offset", "10")) == 2
    undone = inside("undo").stdout
    assert (undone.count("\n"), undone.count("12 quotes with them")) == (1, 1)
    assert inside("export").stdout == before, "in the order in which they were added"


def test_corrections_of_words_that_a_document_has_no_more_are_told(ferry: tuple[Inside, str]) -> None:
    store, identity = ferry
    assert store("edit", identity, "--speaker", "Bora Kaplan").returncode == 0
    (store.home / "ferry.txt").write_text(FERRY.replace("will be late", "won't sail"), encoding="utf-8")
    done = store("add", "ferry.txt")
    assert done.stdout == "0 documents added, 1 updated, 1 quote stored (1 new), 1 quote dropped\n"
    told, hint = done.stderr.splitlines()
    assert (told, "quotes log" in hint) == ("corrected by hand, and no longer in ferry.txt: 1 quote", True)
    assert store("add", "ferry.txt").stderr == ""
    (store.home / "ferry.txt").write_text(FERRY.replace("will be late", "has sunk"), encoding="utf-8")
    report = store.json("add", "ferry.txt")
    [waiting] = report["corrections_waiting"]
    assert waiting == {"document": str(store.home / "ferry.txt"), "quotes": 1}
    (store.home / "ferry.txt").write_text(FERRY, encoding="utf-8")  # the words are back, and who said them
    done = store("add", "ferry.txt")
    assert done.stderr == ""
    assert [one["speaker"] for one in store.json("search", "ferry")] == ["Bora Kaplan"]


def test_corrections_that_follow_a_quotation_or_leave_it_out_do_not_wait(ferry: tuple[Inside, str]) -> None:
    store, identity = ferry
    assert store("edit", identity, "--no-quotation").returncode == 0
    (store.home / "ferry.txt").write_text("All was quiet on the quay.\n\n" + FERRY, encoding="utf-8")
    done = store("add", "ferry.txt")
    assert done.stderr == ""
    assert store("search", "ferry").returncode == 1
