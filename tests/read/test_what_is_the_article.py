"""What is the article on pages of systems and countries that are met less often, and what stands around it."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles

TITLE = "The weir keeper sells her boat"
LINES = [
    "The keeper of the upper weir has sold the boat in which she crossed the river for thirty-one years.",
    "“It knew the way better than I did,” said Nell Ferrow, who will take the bus from now on like the others.",
    "The buyer, a school from the other bank, wants to teach its pupils how to row before the summer is over.",
    "Nobody at the school has rowed before, and the harbour master has lent them a whistle and a long rope.",
]
PROSE = "".join(f"<p>{line}</p>" for line in LINES)


def story(above: str = "", behind: str = "", prose: str = PROSE) -> str:
    return (
        f"<html lang='en'><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>{above}"
        f"<div class='text'>{prose}</div>{behind}</main></body></html>"
    )


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Get the Morning Tide newsletter. One email before breakfast.</p>",
        "<p>Updated at 21.20 BST</p>",
        "<p>This article: https://www.weirpost.example/news/boat-1-3412345</p>",
        "<p>© The Weir Post. Printed on 3 January 2016.</p>",
        "<p>E-mail | Save | Print |</p>",
        "<p>4 - 5 minutes</p>",
        "<p>シェア</p>",
        "<p>责任编辑：陈默</p>",
        "<p>Źródło: PAP</p>",
        "<p>यह भी पढ़ें: <a>लाइटहाउस हरा क्यों रंगा गया</a></p>",
        "<p>Puedes seguir a EL FARO en Facebook y X, o apuntarte aquí para recibirlo cada semana.</p>",
        "<p>Il vous reste 75.31% de cet article à lire. La suite est pour ceux qui paient.</p>",
        "<div class='paywall'><h2>Weiter mit T+</h2><ul><li>Zugriff auf alle Artikel im Netz</li></ul></div>",
        "<dl class='article-info'><dt>Details</dt><dd>Category: <a>News</a></dd><dd>Hits: 311</dd></dl>",
        "<div class='asset-author'><p>Carla Venn covers the river. Write to her at any time.</p></div>",
        "<div><h3>Never miss a tide</h3><p>Get our best stories every Friday in your inbox, free of charge.</p></div>",
        "<p>Recevez chaque matin toute l’information de Penhallec en vous inscrivant à notre newsletter.</p>",
        "<p>2 minuti di lettura</p>",
        "<p>Copyright 1998, Weir Gazette. This page is kept by its webmaster.</p>",
        "<div class='printfooter'>Retrieved from <a>https://weir.example/Boat</a></div>",
        "<h2>Plus d’actualités</h2><p>Le bus 14 ne s’arrêtera plus au moulin ni à la poste.</p>",
        "<div>Veja também</div><div>Por que o farol foi pintado de verde</div>",
        "<div><h3>Yorumlar (2)</h3><p>Kadir: “Yazık oldu” dedim duyunca, başka ne diyeyim ki.</p></div>",
        "<div><h3>Contacts for media</h3><ul><li>Lena HART</li><li>Phone: +32 2 555 01 01</li></ul></div>",
    ],
)
def test_what_is_no_part_of_it(behind: str) -> None:
    written = [text for role, text in roles(page(story(behind=behind))) if role not in {"headline", "byline"}]
    assert written == LINES


def test_a_subtitle_beside_the_headline_in_a_box_of_a_misleading_name() -> None:
    head = f"<h1>{TITLE}</h1><h2 class='subheadline'>A school learns to row; a whistle is lent</h2>"
    found = page(
        f"<title>{TITLE}</title><body><div class='b-right-rail'><div class='b-right-rail__full-width'><div>{head}</div>"
        f"</div><article>{PROSE * 2}</article></div></body>"
    )
    assert ("subtitle", "A school learns to row; a whistle is lent") in roles(found)


@pytest.mark.parametrize("named", ["gh-article-excerpt", "arr--sub-headline", "teaser-text"])
def test_classes_of_subtitles(named: str) -> None:
    above = f"<div class='{named}'><p>A school learns to row, and a whistle is lent.</p></div>"
    assert ("subtitle", "A school learns to row, and a whistle is lent.") in roles(page(story(above)))


def test_an_article_goes_on_behind_a_box_of_other_stories_in_its_midst() -> None:
    box = "<div class='x'><div><b>Related stories</b></div><div><p>Why the mill is green</p></div></div>"
    prose = f"{PROSE}<p>{LINES[0]} {LINES[2]}</p>{box}<p>{' '.join(LINES[2:])}</p><p>{LINES[3]} {LINES[2]}</p>"
    written = [text for role, text in roles(page(story(prose=prose))) if role == "body"]
    assert written[-1] == f"{LINES[3]} {LINES[2]}"
    assert "Related stories" not in written


def test_the_captions_of_a_gallery() -> None:
    pictures = "".join(
        f"<figure><img><figcaption><div><p>{line}</p></div></figcaption></figure>" for line in (LINES[0], LINES[2])
    )
    found = page(f"<title>{TITLE}</title><body><h1>{TITLE}</h1><div>{pictures}</div></body>")
    assert [text for role, text in roles(found) if role == "caption"] == [LINES[0], LINES[2]]


def test_a_line_above_a_speechs_title_changes_nothing() -> None:
    title = "Remarks by the Minister at the opening of the weir"
    found = page(f"<title>{title}</title><body><p>Ministry of Rivers</p><h1>{title}</h1>{PROSE}</body>")
    assert found.media == "speech"


def test_a_press_release_may_be_named_so_above_its_headline() -> None:
    found = page(f"<title>{TITLE}</title><body><p>Press Release</p><h1>{TITLE}</h1>{PROSE}</body>")
    assert found.media == "press release"
