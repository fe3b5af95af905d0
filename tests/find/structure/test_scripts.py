"""Scripts from end to end: whose each turn is, and where a transcript ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


def test_a_briefing_is_read_turn_by_turn_to_its_end(as_article: ArticleMaker) -> None:
    text = (
        "Press Briefing by Press Secretary Dana Whitlock\n\n1:07 P.M. EST\n\n"
        "MS. WHITLOCK: Good afternoon. I've got a couple of things at the top.\n\n"
        "First, the President spoke this morning with the Prime Minister of Canada.\n\n"
        "Q    Thanks, Dana. Has he read the report?\n\nMS. WHITLOCK: He's been briefed on it.\n\n"
        "Q    That's not what I asked.\n\nMS. WHITLOCK: I know what you asked.\n\nEND\n\n1:31 P.M. EST"
    )
    quotations = find_quotes(as_article(text))
    assert [(quotation.said_as, quotation.speakers) for quotation in quotations] == [
        ("MS. WHITLOCK", ("Dana Whitlock",)),
        ("MS. WHITLOCK", ("Dana Whitlock",)),
        ("Q", ()),
        ("MS. WHITLOCK", ("Dana Whitlock",)),
        ("Q", ()),
        ("MS. WHITLOCK", ("Dana Whitlock",)),
    ]
    assert quotations[-1].text == "I know what you asked."


def test_a_label_in_capitals_is_read_whole(as_article: ArticleMaker) -> None:
    text = (
        "PARADE REVIEW: You almost quit after the first one?\n\nMARCHETTI: I did quit. Nobody noticed.\n\n"
        "PARADE REVIEW: And did you call her?\n\nMARCHETTI: I called her on Sunday."
    )
    quotations = find_quotes(as_article(text))
    assert [quotation.speakers[0] for quotation in quotations] == ["Parade Review", "Marchetti"] * 2


def test_headings_in_capitals_before_reports_are_no_labels(as_article: ArticleMaker) -> None:
    text = (
        "Harbour notes\n\nSTILL AFLOAT. The ferry Toad is back. “She never sank,” said Ana Ruiz, its cook.\n\n"
        "BOAT FOR TWO. What did Leo Brandt want on the quay? “Herring,” said Brandt."
    )
    assert [(quotation.text, quotation.speakers) for quotation in find_quotes(as_article(text))] == [
        ("She never sank,", ("Ana Ruiz",)),
        ("Herring,", ("Leo Brandt",)),
    ]


def test_messages_under_capitals_need_no_full_stops(as_article: ArticleMaker) -> None:
    text = (
        "The indictment says that the two had this exchange:\nCLERK-1: baker here thurs. wants to see oven 6\n"
        "MOFFAT: Tell her 6 is cold\nCLERK-1: u said that about 4\nMOFFAT: Then both are cold\nThe trial is in May."
    )
    found = [(quotation.text, quotation.said_as) for quotation in find_quotes(as_article(text))]
    assert found == [
        ("baker here thurs. wants to see oven 6", "CLERK-1"),
        ("Tell her 6 is cold", "MOFFAT"),
        ("u said that about 4", "CLERK-1"),
        ("Then both are cold", "MOFFAT"),
    ]


def test_a_table_under_capitals_is_no_script(as_article: ArticleMaker) -> None:
    text = "The year in figures\nBREAD: forty tonnes\nFLOUR: ten tonnes\nSALT: one tonne\nYEAST: some"
    assert find_quotes(as_article(text)) == []


def test_initials_that_mean_a_note_elsewhere_are_a_speaker(as_article: ArticleMaker) -> None:
    turns = [
        ("OP", "Is it shut?"),
        ("NB", "It was the tide."),
        ("OP", "And the oven?"),
        ("NB", "It sank."),
        ("NB", "So."),
    ]
    text = "Owen Pike talks to Nora Brandt about bread.\n" + "\n".join(f"{name}: {words}" for name, words in turns)
    found = find_quotes(as_article(text))
    assert [quotation.said_as for quotation in found] == [name for name, _ in turns]


def test_a_single_note_is_nobodys_turn(as_article: ArticleMaker) -> None:
    text = "Bread is dear. “It is,” said Ann Lee.\nNB: the oven is hot.\nThe end is near."
    assert [quotation.text for quotation in find_quotes(as_article(text))] == ["It is,"]


def test_updates_that_are_counted_are_no_turns(as_article: ArticleMaker) -> None:
    text = (
        "A blog on bread.\nUPDATE: Ann Lee has written back.\nUPDATE II: The oven is cold again.\n"
        "UPDATE III: It is hot now, we hear.\nThe end."
    )
    assert not find_quotes(as_article(text))


def test_a_few_turns_of_the_record_stand_below_their_introduction(as_article: ArticleMaker) -> None:
    text = (
        "The Speaker asked for quiet.\nHansard of the exchange that followed:\nMr TULK: Did you shake hands on it?\n"
        "Ms STRAKE: I shake hands on everything, and look.\nMr YIP: It was raining.\nThe tower is to stand by the sea."
    )
    found = find_quotes(as_article(text))
    assert [quotation.said_as for quotation in found] == ["Mr TULK", "Ms STRAKE", "Mr YIP"]


def test_labels_in_doubled_brackets_are_turns(as_article: ArticleMaker) -> None:
    text = (
        "Our writer spoke to Paula Aster by telephone.\n((Aster)) With a skip. I took four books.\n((WN)) Whose pram?\n"
        "((PA)) My sister's, I am told.\n((WN)) One coin seems low.\n((PA)) I offered it for nothing."
    )
    found = find_quotes(as_article(text))
    assert [quotation.speakers for quotation in found] == [
        ("Paula Aster",),
        ("WN",),
        ("Paula Aster",),
        ("WN",),
        ("Paula Aster",),
    ]


def test_an_editors_note_between_turns_is_nobodys_speech(as_article: ArticleMaker) -> None:
    text = (
        "Marsh: How was the winter?\n\nKuiper: Long. We had no coal.\n\n"
        "Kuiper refers to the winter of the strike, in which two mines closed.\n\n"
        "Marsh: And the spring?\n\nKuiper: Short."
    )
    words = [quotation.text for quotation in find_quotes(as_article(text))]
    assert words == ["How was the winter?", "Long. We had no coal.", "And the spring?", "Short."]


def test_labels_of_parliament_name_who_holds_the_office(as_article: ArticleMaker) -> None:
    text = (
        "The Assembly met at two o'clock.\n\n"
        "The Minister for Transport (Catriona Sellers): With permission, I shall make a statement on the ferry.\n\n"
        "Iain Macrow (North Isles): I thank the Minister. When will a ship come?\n\n"
        "Catriona Sellers: In the spring.\n\nIain Macrow: Which spring?\n\n"
        "The Presiding Officer (Malcolm Dewar): Order.\n\nIain Macrow: On a point of order.\n\n"
        "The Presiding Officer: That is not a point of order."
    )
    sellers, macrow, dewar = ("Catriona Sellers",), ("Iain Macrow",), ("Malcolm Dewar",)
    speakers = [quotation.speakers for quotation in find_quotes(as_article(text))]
    assert speakers == [sellers, macrow, sellers, macrow, dewar, macrow, dewar]


def test_numbered_questions_of_a_hearing(as_article: ArticleMaker) -> None:
    text = (
        "Witnesses: Leo Varga, former officer, and Simi Adeyemi, chief executive.\n\n"
        "Members present: Dame Honor Pascoe (Chair) and four others.\n\n"
        "Q1 Chair: Mr Varga, when did you learn of it?\n\nLeo Varga: On the Monday.\n\n"
        "Q2 Chair: And the board?\n\nLeo Varga: I put it in the report.\n\n"
        "The Committee suspended for a Division in the House and resumed at 11.20 am.\n\n"
        "Q3 Chair: Ms Adeyemi, did you read it?\n\nSimi Adeyemi: I did, Chair."
    )
    quotations = find_quotes(as_article(text))
    chair, varga, adeyemi = ("Honor Pascoe",), ("Leo Varga",), ("Simi Adeyemi",)
    assert [quotation.speakers for quotation in quotations] == [chair, varga, chair, varga, chair, adeyemi]
    assert quotations[0].said_as == "Chair"


def test_a_chairman_without_a_name_in_the_label(as_article: ArticleMaker) -> None:
    text = (
        "Extracts from the transcript of the inquiry:\n\n"
        "MS NIC AMHLAOIBH: You were in the hotel on the evening of the vote?\n\nMR FUREY: I was.\n\n"
        "MS NIC AMHLAOIBH: And you'd an envelope with you?\n\nMR FUREY: I'd a number of envelopes.\n\n"
        "CHAIRMAN: In February, Mr Furey?\n\nMR FUREY: I'm very behind in things, Chairman.\n\n"
        "There was laughter, and the chairman, Mr Justice Malachy Brehon, asked for quiet. Sorcha Nic Amhlaoibh SC "
        "then turned to a note.\n\nOutside, Declan Furey told reporters it was over."
    )
    speakers = [quotation.speakers for quotation in find_quotes(as_article(text))]
    assert speakers[:2] == [("Sorcha Nic Amhlaoibh",), ("Declan Furey",)]
    assert speakers[4:] == [("Malachy Brehon",), ("Declan Furey",)]


def test_a_transcript_inside_a_report(as_article: ArticleMaker) -> None:
    text = (
        "Marcia Dunlevy, 58, is charged with taking the money. Wade Dunlevy pleaded guilty in August.\n\n"
        "She said she could not remember the letter. According to the transcript, Kenneth Oyelaran continued:\n\n"
        "Q. You can’t remember, or you would rather not?\n\nA. I buried a man that week.\n\n"
        "Q. That was on the second.\n\nA. It takes longer than a day.\n\nThe trial goes on."
    )
    asks, answers = ("Kenneth Oyelaran",), ("Marcia Dunlevy",)
    article = replace(as_article(text), authors=("Dale Whitfield",))
    assert [quotation.speakers for quotation in find_quotes(article)] == [asks, answers] * 2


def test_who_is_interviewed_below_a_colon_does_not_ask(as_article: ArticleMaker) -> None:
    text = (
        "Lena Farkash has built boats for thirty years. Here is what Lena Farkash told us:\n\n"
        "Q. Why boats?\n\nA. My father sold me one.\n\nQ. Was it any good?\n\nA. It sank on a Sunday."
    )
    article = replace(as_article(text), authors=("Dale Whitfield",))
    asks, answers = ("Dale Whitfield",), ("Lena Farkash",)
    assert [quotation.speakers for quotation in find_quotes(article)] == [asks, answers] * 2


@pytest.mark.parametrize(
    ("label", "outlet", "author", "asks"),
    [
        ("((WN))", "Wikinews", None, "Wikinews"),
        ("((WN))", "Wikinews", "Ann Leeson", "Ann Leeson"),
        ("HT:", "The Hallam Times", None, "The Hallam Times"),
        ("HT:", "Hallam Times", "Ann Leeson", "Ann Leeson"),
        ("HT:", "Evening Star", None, "HT"),
    ],
)
def test_an_outlet_asks_by_its_initials(
    as_article: ArticleMaker, label: str, outlet: str, author: str | None, asks: str
) -> None:
    text = (
        "On Tuesday we spoke with Lindiwe Mokoane, the first woman to ski for her country.\n\n"
        f"{label} Do you hear that a lot?\n\nMokoane: Every day. We have mountains.\n\n"
        f"{label} So where do you train?\n\nMokoane: In the summer, on plastic."
    )
    article = replace(as_article(text), outlet=outlet, authors=(author,) if author else ())
    assert [q.speakers for q in find_quotes(article)] == [(asks,), ("Lindiwe Mokoane",)] * 2


def test_named_turns_tell_whose_letters_ask_and_answer(as_article: ArticleMaker) -> None:
    text = (
        "LENA HART: Shall we start?\n\nOTTILIE VANE: Must we? All right. They ate the leather.\n\n"
        "HART: And you fixed it?\n\nVANE: With gloves.\n\nQuick-fire round\n\nQ. Tea or gin?\n\nA. Tea on a weekday."
    )
    quotations = find_quotes(as_article(text))
    assert [quotation.speakers for quotation in quotations] == [("Lena Hart",), ("Ottilie Vane",)] * 3
    assert "Quick-fire round" not in [quotation.text for quotation in quotations]


def test_who_is_listed_as_present_is_whom_the_labels_mean(as_article: ArticleMaker) -> None:
    text = (
        "Members present: Dame Harriet Loxley (Chair); Mr Tobias Wren; Kerry McAllan.\n"
        "Q1 Chair: Good morning. Could you introduce yourself?\nAlasdair Greig: I run the ferries.\n"
        "Q2 Mr Wren: You told us you would fix it. Have you?\nAlasdair Greig: Not yet.\n"
        "MR WREN: That is no answer.\nKERRY McALLAN: It is the only one we will get."
    )
    found = [quote.speakers for quote in find_quotes(as_article(text))]
    greig, wren = ("Alasdair Greig",), ("Tobias Wren",)
    assert found == [("Harriet Loxley",), greig, wren, greig, wren, ("Kerry McAllan",)]


def test_a_transcript_printed_as_one_quotation_is_read_turn_by_turn(as_article: ArticleMaker) -> None:
    text = (
        "Gov. Tom Hallam told Ann Brice that the bridge would open.\n\nPartial transcript as follows:\n\n"
        '"BRICE: Will it open, governor?\n\n"HALLAM: He called it "a folly," didn’t he? It will.\n\n'
        '"(CROSSTALK.)\n\n"BRICE: If I may. Will you be there?\n\n"HALLAM: I will.\n\n"And I will walk over it.\n\n'
        '"VIDEO: It was cracked, and nobody called.\n\n"BRICE: Thank you.\n\nFollow Jo Lane on Twitter @jolane.'
    )
    found = [(quote.text, quote.speakers) for quote in find_quotes(as_article(text)) if quote.confidence >= 0.9]
    brice, hallam = ("Ann Brice",), ("Tom Hallam",)
    assert found == [
        ("Will it open, governor?", brice),
        ('He called it "a folly," didn’t he? It will.', hallam),
        ("If I may. Will you be there?", brice),
        ("I will.", hallam),
        ("And I will walk over it.", hallam),
        ("Thank you.", brice),
    ]


def test_a_label_inside_marks_that_the_reporter_goes_on_from_is_quoted(as_article: ArticleMaker) -> None:
    text = (
        "Ann Brice met Tom Hallam.\n\n“BRICE: Is it a folly?\n\n“HALLAM: “Folly” is his word.\n\n"
        "“BRICE: So be it,” the transcript says."
    )
    quotations = find_quotes(as_article(text))
    assert [quote.text for quote in quotations] == ["Is it a folly?", "“Folly” is his word.", "BRICE: So be it,"]
    assert quotations[-1].said_as == "the transcript"


def test_other_labels_of_a_deposition_are_turns_of_their_own(as_article: ArticleMaker) -> None:
    text = (
        "BY MS. ORD:\nQ. When did the lock fail?\nA. On the Monday, before noon.\nMR. PELL: Objection to form.\n"
        "THE WITNESS: Should I go on?\nTHE COURT: You may.\nA. It failed at eleven.\nQ. Did you ring?\nA. I rang Ada."
    )
    assert [(quotation.said_as, quotation.text) for quotation in find_quotes(as_article(text))] == [
        ("Q", "When did the lock fail?"),
        ("A", "On the Monday, before noon."),
        ("MR. PELL", "Objection to form."),
        ("THE WITNESS", "Should I go on?"),
        ("THE COURT", "You may."),
        ("A", "It failed at eleven."),
        ("Q", "Did you ring?"),
        ("A", "I rang Ada."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Broadcast: 12 October 2016",
        "First shown: Tuesday, October 11, 2016 at 9:30 pm",
        "Repeats: 11.10.2016",
        "Length of it: 28 minutes",
        "Recorded: at the lock, on a windy day",
        "Present: Ada Orr, Bo Reed",
    ],
)
def test_facts_above_a_transcript_are_no_turns(as_article: ArticleMaker, line: str) -> None:
    text = (
        f"{line}\n\nHOST: Good evening, and welcome.\nADA ORR: I am glad to be here.\n"
        "HOST: What happens to the lock?\nADA ORR: We keep it."
    )
    assert [quotation.said_as for quotation in find_quotes(as_article(text))] == ["HOST", "ADA ORR"] * 2


def test_a_date_that_somebody_answers_with_is_speech(as_article: ArticleMaker) -> None:
    text = "Q. When was it?\nA. 12 October 2016.\nQ. Are you sure?\nA. I am."
    assert [quotation.text for quotation in find_quotes(as_article(text))][1] == "12 October 2016."


def test_voices_of_subtitles_are_turns(as_article: ArticleMaker) -> None:
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ada Orr>We keep the lock.\n\n"
        "00:00:04.500 --> 00:00:07.000\n<v.loud Bo Reed>And who pays?</v>\n\n"
        "00:00:07.500 --> 00:00:09.000\n<v Ada Orr>The county does.\nIt always has.</v>\n\n"
        "00:00:09.500 --> 00:00:10.000\n(a door closes)\n"
    )
    found = find_quotes(as_article(text))
    assert [(quotation.text, quotation.speakers, quotation.said_as) for quotation in found] == [
        ("We keep the lock.", ("Ada Orr",), "Ada Orr"),
        ("And who pays?", ("Bo Reed",), "Bo Reed"),
        ("The county does.", ("Ada Orr",), "Ada Orr"),
        ("It always has.", ("Ada Orr",), "Ada Orr"),
    ]


def test_subtitles_without_voices_give_nothing(as_article: ArticleMaker) -> None:
    assert (
        find_quotes(as_article("1\n00:00:01,000 --> 00:00:04,000\nWe keep the lock.\n\n2\n00:00:05,000 --> x\nNo."))
        == []
    )


def test_unknown_voices_are_nobody(as_article: ArticleMaker) -> None:
    text = (
        "UNIDENTIFIED MAN: I take it off and put it on again.\n\nBAO: He has done it four times.\n\nMALE VOICE: Five."
        "\n\nBAO: Five times, then.\n\nUNIDENTIFIED MAN: Thank you."
    )
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [(), ("BAO",), (), ("BAO",), ()]


def test_a_label_may_have_seat_and_party_in_brackets(as_article: ArticleMaker) -> None:
    text = (
        "Tom Hale (Dunmore) (Ind): Will the Minister print it?\n\nThe Minister for Roads (Ann Leitch): I will, soon."
        "\n\nTom Hale: When?\n\nAnn Leitch: In June."
    )
    found = [(quotation.text, quotation.speakers) for quotation in find_quotes(as_article(text))]
    assert found == [
        ("Will the Minister print it?", ("Tom Hale",)),
        ("I will, soon.", ("Ann Leitch",)),
        ("When?", ("Tom Hale",)),
        ("In June.", ("Ann Leitch",)),
    ]


def test_a_judge_who_tells_the_jury_is_no_witness(as_article: ArticleMaker) -> None:
    text = (
        "Witness: The car was blue.\n\nProsecutor: “Blue or green?”\n\nWitness: Blue.\n\n"
        "Judge Ann Quaid told the jury: “You will decide.”"
    )
    found = find_quotes(as_article(text))
    assert [quotation.speakers for quotation in found] == [(), (), (), ("Ann Quaid",)]


def test_one_question_and_its_answer_may_stand_in_a_report(as_article: ArticleMaker) -> None:
    text = (
        "Oscar Lind kept the books. “I said it,” Lind testified.\n\nQ. Did Ms. Holm say anything else?\n\n"
        "A. She said, “It’s not your money.”\n\nA lawyer left."
    )
    found = [(quotation.text, quotation.speakers) for quotation in find_quotes(as_article(text))]
    assert found[1:] == [
        ("Did Ms. Holm say anything else?", ()),
        ("She said, “It’s not your money.”", ("Oscar Lind",)),
    ]
