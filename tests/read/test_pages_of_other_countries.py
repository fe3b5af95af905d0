"""Pages as content systems of other countries write them: whose they are, who wrote them, and what is no text."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles
from tests.read.reading import names_in


def story(title: str, headline: str, prose: str, lines: str = "", lang: str = "") -> str:
    return (
        f'<html lang="{lang}"><head><title>{title}</title></head><body><div class="page"><h1>{headline}</h1>{lines}'
        f"<div>{prose}</div></div></body></html>"
    )


ENGLISH = "<p>The harbor bridge will open in the spring, the city said on Monday, after three years of repairs.</p>"
CHINESE = "<p>“我们等了三年，居民们也等了三年，现在终于可以看到结果了。”市长陈丽华说。</p>"


@pytest.mark.parametrize(
    ("title", "headline", "lang", "outlet"),
    [
        ("古い駅舎を図書館に　市議会が可決：みなと新聞", "古い駅舎を図書館に　市議会が可決", "ja", "みなと新聞"),
        ("Ponte do porto reabre | Cidade | Diário da Enseada", "Ponte do porto reabre", "pt", "Diário da Enseada"),
        ("Harbor bridge to open | City | Saltmouth Courier", "Harbor bridge to open", "en", "Saltmouth Courier"),
    ],
)
def test_the_site_behind_a_wide_colon_or_a_section(title: str, headline: str, lang: str, outlet: str) -> None:
    found = page(story(title, headline, ENGLISH, lang=lang))
    assert (found.title, found.outlet) == (" ".join(headline.split()), outlet)


def test_a_paragraph_behind_the_line_of_its_reporter_is_text() -> None:
    opening = "海滨日报讯（记者 李朱镕）港口大桥的维修工程昨日进入最后阶段，市政府表示大桥将于明年春天重新开放。"
    found = page(story("港口大桥将重新开放", "港口大桥将重新开放", f"<p>{opening}</p>{CHINESE}", lang="zh"))
    assert ("body", opening) in roles(found)


@pytest.mark.parametrize("byline", ["Por Marcos Tavares, da Enseada", "Von Marcos Tavares, aus Hafenstadt"])
def test_where_a_writer_writes_from_is_no_writer(byline: str) -> None:
    assert names_in(byline) == ["Marcos Tavares"]


@pytest.mark.parametrize("named", ["muhabir", "penulis", "detail__wartawan"])
def test_classes_of_writers(named: str) -> None:
    found = page(
        story("The bridge opens", "The bridge opens", ENGLISH, f"<div class='{named}'>Ayse Yildiz / IZMIR</div>")
    )
    assert found.authors == ("Ayse Yildiz",)


@pytest.mark.parametrize("rights", ["جميع الحقوق محفوظة © 2023 صحيفة الساحل", "© 2023 Kıyı. Tüm hakları saklıdır."])
def test_the_line_of_rights_is_no_text(rights: str) -> None:
    assert rights not in page(story("The bridge opens", "The bridge opens", f"{ENGLISH}<p>{rights}</p>")).text
