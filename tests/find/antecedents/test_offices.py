"""Who holds an office, whom an office means, and who is nobody that the text names."""

from __future__ import annotations

from itertools import islice, product

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.core.names import may_be_one_given_name
from quotecli.find import find_quotes
from quotecli.find.antecedents.resolving import resolve
from quotecli.find.learned.model import load_model
from quotecli.find.pieces import find_pieces
from quotecli.find.scene.scene import Scene


def meant(as_article: ArticleMaker, text: str) -> dict[str, str | None]:
    """Return for the words of each mention of a text, the last of its kind, whom they mean."""
    article = as_article(text)
    scene = Scene(article, find_pieces(article))
    resolve(scene, load_model().antecedents)
    found: dict[str, str | None] = {}
    for mention in scene.mentions:
        entity = scene.entity_of(mention)
        found[article.text[mention.start : mention.end]] = entity.name if entity else None
    return found


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Minister of Education Lena Farkas said the schools were “cold”.", "Lena Farkas"),
        ("Former Secretary of Defense Lars Hagen called it “a pause”.", "Lars Hagen"),
        ("Secretary of State for Transport Omar Lindqvist said it was “late”.", "Omar Lindqvist"),
        ("The mayor of New Wexcombe Tom Birch said it was “late”.", "Tom Birch"),
        ("Bishop of Durmouth Alan Hart said the roof was “a sieve”.", "Alan Hart"),
        ("Deputy Chief Constable of Fenshire Neil Barrow spoke of “a long night”.", "Neil Barrow"),
        ("Bank of Norland governor Andrew Holt said prices were “calm”.", "Andrew Holt"),
        ("Department of Ferries spokeswoman Nina Carr said it was “safe”.", "Nina Carr"),
        ("The envoy to the U.S. Ilona Sarkova said it was “safe”.", "Ilona Sarkova"),
        ("The head of the GRU (Guild of River Users), Paolo Greco, said the ruling was “deaf”.", "Paolo Greco"),
        ("Hernan Dario Lopez, the coach of Colinas, said it was “enough”.", "Hernan Dario Lopez"),
        ("Olympian Michael Trask said it was “enough”.", "Michael Trask"),
    ],
)
def test_the_holder_of_an_office_is_named_behind_it(as_article: ArticleMaker, sentence: str, holder: str) -> None:
    (found,) = find_quotes(as_article(f"It rained again on Monday in the whole of the north. {sentence}"))
    assert found.speakers == (holder,)


def test_one_office_is_not_another(as_article: ArticleMaker) -> None:
    text = (
        "Prime Minister Sela Vatuvei opened the dam on Monday. Foreign Minister Pita Baleca stood beside her.\n\n"
        "The prime minister called it “a spine”. The foreign minister said he was “no engineer”."
    )
    found = find_quotes(as_article(text))
    assert [quotation.speakers for quotation in found] == [("Sela Vatuvei",), ("Pita Baleca",)]


def test_the_couple_are_those_who_are_married(as_article: ArticleMaker) -> None:
    text = (
        "Priya Nand sued the Echo on Monday. Her lawyer, Daniel Okoro, spoke for an hour. Nand’s husband, the director"
        " Leo Varga, took pictures of the rain.\n\nJudge Harriet Coyle thanked the clerk.\n\n"
        "The couple said they were “looking forward to a boring year”."
    )
    (found,) = find_quotes(as_article(text))
    assert sorted(found.speakers) == ["Leo Varga", "Priya Nand"]


def test_a_pronoun_and_a_name_are_two(as_article: ArticleMaker) -> None:
    text = (
        "Margit Olsen wrote a letter on Friday.\n\nTomas Vosa, an engineer, read it aloud. He and Olsen met on Sunday;"
        " the two said they would “see the board in court”."
    )
    (found,) = find_quotes(as_article(text))
    assert sorted(found.speakers) == ["Margit Olsen", "Tomas Vosa"]


def test_the_surname_of_several_means_whom_the_article_is_about(as_article: ArticleMaker) -> None:
    text = (
        "Mara Hollis was an architect. Her father, Henry Hollis, ran a mill.\n\n"
        "The library of Leeds opened in May, in the rain.\n\nHollis argued that a house needs “light before walls”."
    )
    (found,) = find_quotes(as_article(text, title="Mara Hollis, architect of light"))
    assert found.speakers == ("Mara Hollis",)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Judge Harriet Coyle listened. Her clerk warned that “the last one is still in the cells”.", "Her clerk"),
        ("Ana Ruiz is a citizen of Oakland, California, who said she was “the last of the dreamers”.", "who"),
    ],
)
def test_who_is_not_named_is_nobody(as_article: ArticleMaker, text: str, nobody: str) -> None:
    assert meant(as_article, text)[nobody] is None


def test_a_stranger_stays_one(as_article: ArticleMaker) -> None:
    text = (
        "Wes Tanaka runs the mill.\n\nA former engineer, who would not be named, said he had been warned."
        " “We told him,” the engineer said."
    )
    (found,) = find_quotes(as_article(text))
    assert (found.said_as, found.speakers) == ("the engineer", ())


def test_relatives_take_no_name_from_a_hill(as_article: ArticleMaker) -> None:
    text = "Owen Trask was found on Carn Edward on Sunday. His mother, Helen, said the dog “deserves a knighthood”."
    (found,) = find_quotes(as_article(text))
    assert found.speakers == ("Helen Trask",)


def test_a_ministry_is_no_place(as_article: ArticleMaker) -> None:
    text = "In Pretoria it rained.\n\nIn Pretoria, a spokesperson for the water ministry said the wells were “full”."
    (found,) = find_quotes(as_article(text))
    assert found.speakers == ()


def test_an_impersonal_it_is_no_mention(as_article: ArticleMaker) -> None:
    text = "Ada Pell left. It has been suggested that “a friend” paid. It was small."
    assert [words for words in meant(as_article, text) if words == "It"] == ["It"]
    assert "It" not in meant(as_article, text.replace(" It was small.", ""))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ada Pell was described by the Tribune as “a comet”.", "PV"),
        ("Ada Pell was quoted as saying it was “a comet”.", "SV"),
        ("Ada Pell is said to have replied: “A comet”.", "SV"),
        ("Ada Pell described it as “a comet”.", "SV"),
    ],
)
def test_whom_something_is_done_to_is_no_subject(as_article: ArticleMaker, text: str, relation: str) -> None:
    article = as_article(text)
    assert Scene(article, find_pieces(article)).profiles[0].relation == relation


@pytest.mark.parametrize(
    ("text", "said_as"),
    [
        ("They refused in spite of officers’ advice that it would be “hard to defend”.", "officers"),
        ("There is no truth in the company’s assertion that the crude was “light and harmless”.", "the company"),
        (
            "A source close to the transport secretary said the claim was “a fantasy”.",
            "A source close to the transport secretary",
        ),
        ("Several river groups said his plan was “small”.", "Several river groups"),
        ("After the vote Mrs Achebe said she was “glad”.", "Mrs Achebe"),
        ("Asked about it, the 41-year-old mother of four said it was “late”.", "the 41-year-old mother of four"),
        ("Of those, 23 percent said it was “rather dull”.", "23 percent"),
        ("In the poll 14% of bakers called it “fine”.", "14% of bakers"),
        ("The advert, titled “Quitter?”, says that Hale is “a kite”.", "The advert"),
        ("The Guardian said it was “a small miracle”.", "Guardian"),
        ("A weaver familiar with her thinking said it was “bold”.", "A weaver familiar with her thinking"),
    ],
)
def test_who_said_it_begins_and_ends_where_it_should(as_article: ArticleMaker, text: str, said_as: str) -> None:
    article = as_article(text)
    scene = Scene(article, find_pieces(article))
    words = [article.text[m.start : m.end] for m in scene.mentions]
    assert said_as in words
    assert scene.profiles[words.index(said_as)].relation == "SV"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It was “a small miracle”, according to the Easton Herald.", "ACC"),
        ("“It was a small miracle,” reported the Easton Herald on Monday.", "VS"),
        ("It was described by the Easton Herald as “a small miracle”.", "BY"),
    ],
)
def test_an_article_before_a_name_is_no_wall(as_article: ArticleMaker, text: str, relation: str) -> None:
    article = as_article(text)
    scene = Scene(article, find_pieces(article))
    profiles = [scene.profiles[n] for n, mention in enumerate(scene.mentions) if mention.words[-1] == "herald"]
    assert [profile.relation for profile in profiles] == [relation]


def test_the_mother_of_two_is_whom_the_text_is_about(as_article: ArticleMaker) -> None:
    text = "Ada Pell won the race on Monday in the rain.\n\n“I ran late,” said the mother of two, and left."
    (found,) = find_quotes(as_article(text))
    assert found.speakers == ("Ada Pell",)


def test_values_of_markup_are_no_quotations(as_article: ArticleMaker) -> None:
    assert find_quotes(as_article('Ada Pell said: <a href="https://example.org">it is here</a>.')) == []


def test_a_crowd_of_one_surname_takes_no_more_comparisons_than_its_length(
    as_article: ArticleMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def counting(one: str, other: str) -> bool:
        calls.append(one)
        return may_be_one_given_name(one, other)

    monkeypatch.setattr("quotecli.find.entities.gathering.may_be_one_given_name", counting)
    made = ("".join(parts).title() for parts in product(("ba", "di", "lo", "mu"), repeat=5))
    crowd = [f"{name} Hollis left. Hollis said “no”." for name in islice(made, 600)]
    assert len(find_quotes(as_article("\n".join(crowd)))) == 600
    assert 600 < len(calls) < 101 * 600


@pytest.mark.parametrize(
    "called",
    ["the former finance minister", "the Labour frontbencher", "the retired party leader", "the one-time mayor"],
)
def test_what_somebody_was_or_which_party_is_theirs_rules_nobody_out(as_article: ArticleMaker, called: str) -> None:
    text = (
        "Tom Hale, the harbour master, left early.\n"
        f"Ingrid Moe, the airline’s chief executive, welcomed it. “There are no winners,” {called} said."
    )
    assert find_quotes(as_article(text))[0].speakers == ("Ingrid Moe",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tory MP Giles Hart and Labour MP Asha Rao clashed. “No,” the Labour MP said. “Yes,” the Tory MP said.",
            ["Asha Rao", "Giles Hart"],
        ),
        (
            "Health Secretary Anne Lowe came with her permanent secretary, Hugh Dorn. “So?” the health secretary said.",
            ["Anne Lowe"],
        ),
        (
            "Joe Hale, 70, and Tom Reed, 30, came. “It is old,” the older man said. “It is new,” the younger man said.",
            ["Joe Hale", "Tom Reed"],
        ),
        ("The manager, Don Pell, praised midfielder Ivo Lund. “He ran for two,” the gaffer said.", ["Don Pell"]),
    ],
)
def test_what_tells_two_of_one_kind_apart(as_article: ArticleMaker, text: str, names: list[str]) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [(name,) for name in names]
