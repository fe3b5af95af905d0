"""Text: case, markup, quotation marks, punctuation between pieces, numbers, labels, groups, conditions."""

from __future__ import annotations

import pytest
from tests.csl.samples import cite, date, item, people, style
from tests.growth import assert_linear

from quotecli.csl import CitationProcessor
from quotecli.csl.locale import load_locale
from quotecli.csl.numbers import format_numbers, is_multiple, is_numeric, page_ranges, roman
from quotecli.csl.textcase import apply_case


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ("title", "the old man and the sea", "The Old Man and the Sea"),
        ("title", "what is it for", "What Is It For"),
        ("title", "a tale: of two cities", "A Tale: Of Two Cities"),
        ("title", "self-made men in up-to-date iPads", "Self-Made Men in Up-to-Date iPads"),
        ("title", 'the <span class="nocase">van gogh</span> affair', 'The <span class="nocase">van gogh</span> Affair'),
        ("title", "is it <i>all</i> over?", "Is It <i>All</i> Over?"),
        ("title", "H<sub>2</sub>O under the “new law”", "H<sub>2</sub>O under the “New Law”"),
        (
            "title",
            "look: https://t.co/a-b by #tag and @you (or not)",
            "Look: https://t.co/a-b by #tag and @you (or Not)",
        ),
        ("title", "tarn (@tarn) on “#rain”", "Tarn (@tarn) on “#rain”"),
        ("title", "the U.S. and china? a deal! of sorts", "The U.S. and China? A Deal! Of Sorts"),
        ("title", "on <i>it:</i> the end of <b>a</b> or b", "On <i>It:</i> The End of <b>a</b> or b"),
        ("sentence", "The Old Man And NASA", "The old man and NASA"),
        ("uppercase", "straße <b>b</b>", "STRASSE <b>B</b>"),
        ("lowercase", "NATO", "nato"),
        ("capitalize-first", "<i>edited</i> by", "<i>Edited</i> by"),
        ("capitalize-all", "edited by", "Edited By"),
    ],
)
def test_text_case(case: str, text: str, expected: str) -> None:
    assert apply_case(text, case) == expected


def test_title_case_is_for_english_only() -> None:
    assert apply_case("der alte mann", "title", language="de") == "der alte mann"
    assert apply_case("der alte mann", "title", locale="de-DE") == "der alte mann"
    assert apply_case("the old man", "title", language="en-GB", locale="de-DE") == "The Old Man"
    assert apply_case("istanbul", "uppercase", language="tr") == "İSTANBUL"


def titled(title: str, attrs: str = "", output: str = "html", locale: str = "en-US") -> str:
    return cite(style(f'<text variable="title" {attrs}/>'), item(title=title), output=output, locale=locale)


@pytest.mark.parametrize(
    ("title", "attrs", "expected"),
    [
        ("A <i>B</i> c", "", "A <i>B</i> c"),
        ("A <i>B</i> c", 'font-style="italic"', '<i>A <span style="font-style:normal;">B</span> c</i>'),
        ("A <b>b</b> <sup>c</sup><sub>d</sub>", "", "A <b>b</b> <sup>c</sup><sub>d</sub>"),
        ("<sc>A</sc>", "", '<span style="font-variant:small-caps;">A</span>'),
        ("A <u>b</u> </i> <i>c", "", "A &#60;u&#62;b&#60;/u&#62; &#60;/i&#62; &#60;i&#62;c"),
        ('Say "hi" now', "", "Say “hi” now"),
        ('Say "hi" now', 'quotes="true"', "“Say ‘hi’ now”"),
        ("Say 'hi' to rock 'n' roll's kids", "", "Say “hi” to rock “n” roll’s kids"),
        ("The boys' own don't", "", "The boys’ own don’t"),
        ("in '09 <b>R&D</b>", "", "in ’09 <b>R&#38;D</b>"),
        ("x < y > z", "", "x &#60; y &#62; z"),
    ],
)
def test_markup_and_quotes_in_fields(title: str, attrs: str, expected: str) -> None:
    assert titled(title, attrs) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en-US", "“A ‘b’ c”"), ("en-GB", "‘A “b” c’"), ("de-DE", "„A ‚b‘ c“"), ("fr-FR", "«\xa0A “b” c\xa0»")],
)
def test_quotation_marks_are_the_locales(locale: str, expected: str) -> None:
    assert titled('A "b" c', 'quotes="true"', "text", locale) == expected


def two(one: str, other: str, locale: str = "en-US") -> str:
    layout = f'<text variable="title" {one}/><text value="x" {other}/>'
    return cite(style(layout), item(title="T"), locale=locale)


@pytest.mark.parametrize(
    ("suffix", "prefix", "expected"),
    [
        (".", ". ", "T. x"),
        ("!", ". ", "T! x"),
        ("?", ", ", "T?, x"),
        (":", ": ", "T: x"),
        (",", ". ", "T,. x"),
        ("; ", " ", "T; x"),
    ],
)
def test_marks_that_meet(suffix: str, prefix: str, expected: str) -> None:
    assert two(f'suffix="{suffix}"', f'prefix="{prefix}"') == expected


def test_punctuation_moves_into_quotes_where_the_locale_has_it() -> None:
    assert two('quotes="true" suffix=", "', "") == "“T,” x"
    assert two('quotes="true" suffix=", "', "", "en-GB") == "‘T’, x"
    assert two('quotes="true" suffix="; "', "") == "“T”; x"
    assert cite(style('<text variable="title" quotes="true" suffix="."/>'), item(title="Why?")) == "“Why?”"
    assert cite(style('<text variable="title" quotes="true" suffix="."/>'), item(title='On "it"')) == "“On ‘it.’”"


EN = load_locale("en-US", [])


@pytest.mark.parametrize(
    ("value", "rule", "expected"),
    [
        ("42-45", "", "42–45"),
        ("321-328", "minimal", "321–8"),
        ("321-328", "minimal-two", "321–28"),
        ("321-8", "expanded", "321–328"),
        ("100-104", "chicago", "100–104"),
        ("107-108", "chicago", "107–8"),
        ("1496-1504", "chicago", "1496–1504"),
        ("321-325, 415", "chicago", "321–25, 415"),
        ("S12-S15", "minimal", "S12–5"),
        ("xii-xv", "", "xii–xv"),
        ("3\\-B", "", "3-B"),
        ("Smith-Jones", "", "Smith-Jones"),
    ],
)
def test_page_ranges(value: str, rule: str, expected: str) -> None:
    assert page_ranges(value, rule, EN) == expected


@pytest.mark.parametrize(
    ("value", "multiple"),
    [
        ("5", False),
        ("5-7", True),
        ("5 ; iv ", True),
        ("3 and 4", True),
        ("band 3", False),
        ("3\\-B", False),
        ("5, ", False),
    ],
)
def test_is_multiple(value: str, *, multiple: bool) -> None:
    assert is_multiple(value) is multiple


@pytest.mark.parametrize("form", ["1{blanks}x", "1-{digits}x", "1{blanks}and{blanks}x"])
def test_numbers_without_end_take_time_by_their_length(form: str) -> None:
    def make(number: int) -> str:
        return form.format(blanks=" " * number, digits="1" * number)

    assert_linear(lambda value: page_ranges(value, "minimal", EN), make, 1_500)
    assert_linear(lambda value: format_numbers(value, "ordinal", "", EN), make, 1_500)
    assert_linear(is_multiple, make, 1_500)


@pytest.mark.parametrize(
    ("value", "numeric"),
    [("5", True), ("2nd", True), ("D2", True), ("1-3 & 5", True), ("2nd ed.", False), ("", False), ("two", False)],
)
def test_is_numeric(value: str, *, numeric: bool) -> None:
    assert is_numeric(value) is numeric


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 42, 1999, 0, 10_000)] == [
        "i",
        "iv",
        "ix",
        "xlii",
        "mcmxcix",
        "0",
        "10000",
    ]


@pytest.mark.parametrize(
    ("edition", "form", "locale", "expected"),
    [
        ("1", "ordinal", "en-US", "1st"),
        ("12", "ordinal", "en-US", "12th"),
        ("23", "ordinal", "en-US", "23rd"),
        ("111", "ordinal", "en-US", "111th"),
        ("2", "long-ordinal", "en-US", "second"),
        ("12", "long-ordinal", "en-US", "12th"),
        ("1", "ordinal", "fr-FR", "1re"),
        ("2", "ordinal", "it-IT", "2ª"),
        ("2", "ordinal", "pt-BR", "2º"),
        ("3", "ordinal", "de-DE", "3."),
        ("4", "roman", "en-US", "iv"),
        ("rev.", "ordinal", "en-US", "rev."),
    ],
)
def test_numbers(edition: str, form: str, locale: str, expected: str) -> None:
    assert cite(style(f'<number variable="edition" form="{form}"/>'), item(edition=edition), locale=locale) == expected


@pytest.mark.parametrize(
    ("locator", "label", "expected"),
    [
        ("4", "page", "p. 4"),
        ("4-6", "page", "pp. 4–6"),
        ("4, 8", "paragraph", "paras. 4, 8"),
        ("4 and 8", "page", "pp. 4 and 8"),
        ("iv-vi", "page", "pp. iv–vi"),
        ("fol. 12", None, "fol. 12"),
        ("", "page", ""),
    ],
)
def test_locators_and_their_labels(locator: str, label: str | None, expected: str) -> None:
    layout = (
        '<text variable="title"/><group prefix=" " delimiter=" "><label variable="locator" form="short"/>'
        '<text variable="locator"/></group>'
    )
    processor = CitationProcessor(style(layout), [item(title="T")])
    one = {"id": "i", "locator": locator} | ({"label": label} if label else {})
    assert processor.cite([[one]]) == [f"T {expected}".strip()]


def test_groups_vanish_when_their_variables_are_empty() -> None:
    layout = '<group delimiter=" "><text term="in"/><text variable="container-title"/></group><text variable="title"/>'
    assert cite(style(layout), item(title="T")) == "T"
    assert cite(style(layout), item(title="T", container_title="C")) == "in CT"
    only_terms = (
        '<group delimiter=" "><group><text term="in"/></group><text variable="container-title"/></group>'
        '<text value="v"/>'
    )
    assert cite(style(only_terms), item()) == "inv"


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ('type="book"', True),
        ('type="chapter book" match="any"', True),
        ('type="chapter"', False),
        ('variable="title author"', True),
        ('variable="title editor"', False),
        ('variable="title editor" match="any"', True),
        ('variable="editor" match="none"', True),
        ('is-numeric="edition"', True),
        ('is-numeric="title"', False),
        ('is-uncertain-date="issued"', True),
        ('locator="page"', False),
        ('position="first"', True),
        ('position="subsequent"', False),
        ('disambiguate="true"', False),
    ],
)
def test_conditions(test: str, *, holds: bool) -> None:
    layout = f'<choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose>'
    work = item(title="T", author=people("Ann Ash"), edition="2", issued={**date(2000), "circa": True})
    assert cite(style(layout), work) == ("yes" if holds else "no")


def test_variables_in_the_note_are_read() -> None:
    layout = (
        '<group delimiter="|"><text variable="genre"/><names variable="director"/>'
        '<date variable="original-date" form="text"/><text variable="note"/></group>'
    )
    note = "genre: Film\ndirector: Varda || Agnès\noriginal-date: 1962-04-11\nA note."
    assert cite(style(layout), item(note=note)) == "Film|Agnès Varda|April 11, 1962|A note."


def test_affixes_of_a_cite_are_set_apart_by_spaces() -> None:
    processor = CitationProcessor(
        style('<text variable="title"/>', layout_attrs='prefix="(" suffix=")" delimiter="; "'),
        [item(title="T"), item("j", title="U")],
    )
    cites = [{"id": "i", "prefix": "see <i>also</i>", "suffix": ", passim"}, {"id": "j", "suffix": "and others"}]
    assert processor.cite([cites], "html") == ["(see <i>also</i> T, passim; U and others)"]


def test_terms_of_the_style_override_those_of_the_locale() -> None:
    terms = (
        '<locale xml:lang="de"><terms><term name="in">innen</term></terms></locale><locale><terms>'
        '<term name="in">within</term></terms></locale>'
    )
    one = style('<text term="in"/>', extra=terms)
    assert [cite(one, item(), locale=lang) for lang in ("en-US", "de-DE", "fr-FR")] == ["within", "innen", "within"]


def test_line_breaks_in_a_post_are_spaces() -> None:
    post = item(type="post", title="Today we start.\n\nIt will take\tyears.\r\n")
    assert cite(style('<text variable="title"/>'), post) == "Today we start. It will take years."


@pytest.mark.parametrize(
    ("title", "locale", "plain", "quoted"),
    [
        (
            "On a dit : « Non » !",
            "fr-FR",
            "On a dit\u202f: «\xa0Non\xa0»\u202f!",
            "«\xa0On a dit\u202f: “Non”\u202f!\xa0»",
        ),
        ("«\xa0Non\xa0»", "fr-FR", "«\xa0Non\xa0»", "«\xa0“Non”\xa0»"),
        ("« Non » ?", "en-US", "«\u202fNon\u202f»\u202f?", "“«\u202fNon\u202f»\u202f?”"),
        ("The ‘last’ “pier”", "en-US", "The ‘last’ “pier”", "“The ‘last’ ‘pier’”"),
        ("The ‘last’ “pier”", "de-DE", "The ‘last’ “pier”", "„The ‘last’ “pier”“"),
        ("Don’t say ”nej”", "sv-SE", "Don’t say ”nej”", "”Don’t say ’nej’”"),
        ("The ‘last’ pier", "fr-FR", "The ‘last’ pier", "«\xa0The ‘last’ pier\xa0»"),
    ],
)
def test_marks_of_other_languages_stay_as_written(title: str, locale: str, plain: str, quoted: str) -> None:
    work = item(title=title)
    assert cite(style('<text variable="title"/>'), work, locale=locale) == plain
    assert cite(style('<text variable="title" quotes="true"/>'), work, locale=locale) == quoted


def test_ranges_of_numbers_take_the_locales_joint() -> None:
    one = style('<number variable="issue"/>')
    assert cite(one, item(issue="7-8")) == "7–8"
    assert cite(one, item(issue="7-8"), locale="fr-FR") == "7\u20118"


def test_a_label_within_a_number_is_the_languages() -> None:
    made = style('<number variable="edition" form="ordinal"/>')
    assert cite(made, item(edition="7, p. 3-8")) == "7th, pp. 3–8"
    assert cite(made, item(edition="7, p. 3"), locale="de-DE") == "7., S. 3"
    assert cite(made, item(edition="second, revised")) == "second, revised"
