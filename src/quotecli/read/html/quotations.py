"""Which block quotations of a page quote: not the reporter's own words set large, and with the source that follows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecli.core.types import Role
from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.html.posts import quoted_source
from quotecli.read.html.roles import Group
from quotecli.read.html.walk import Page
from quotecli.read.lines import bracketed_source

_EMPHASIS_LONGEST = 250  # characters; what is set large for its weight is short
_LEAD = 280  # characters before a block quotation in which it is led over to
_MARK = "“\"„«»‘'‹「『–—―-"
_INTRODUCTION = re.compile(
    r"[:;,…—–]\W*$|\.\.\.\W*$|[“”\"«»„]"
    r"|\b(?:say|said|says|saying|tell|told|tells|write|wrote|writes|written|ask|asked|asks|add|added|adds|read|reads|note|notes"
    r"|noted|explain|explains|explained|report|reports|reported|describe|describes|described|argue|argues|argued|claim"
    r"|claims|claimed|announce|announced|tweet|tweets|tweeted|post|posted|posts|reply|replied|replies|answer|answered"
    r"|respond|responded|quote|quotes|quoted|quoting|cite|cites|cited|conclude|concludes|concluded|according|following|statement"
    r"|letter|e-?mail|interview|message|comment|comments|commented|review|excerpt|passage|paragraph|words|verse|poem|lyrics"
    r"|speech|remarks|testimony|ruling|judge|court|law|section|article|book|memo|blog|press release"
    r"|here(?:['’]s| is| are)|this is (?:what|how)|sagte?|schrieb|schreibt|laut|dit|écrit|selon|dijo|escribió|según"
    r"|disse|escreveu|segundo|ha detto|scrive|zei|schreef|написал\w*|сказал\w*|пишет)\b",
    re.IGNORECASE,
)
"""What a paragraph may hold that leads over to the words of somebody else."""
_SOMEBODY = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]hey|[Tt]heir|Mrs?\.?|Ms\.?|Dr\.?|[A-Z]\w+ (?:[A-Z]\. )?[A-Z]\w+)\b"
)
"""Who may be the one quoted."""
_LINE = 80  # characters of a line that does nothing but name somebody
_LOOKING_BACK = re.compile(
    r"\b(?:said|says|wrote|writes|told|tells|adds|added|continued|continues|concluded|concludes|tweeted|posted|replied)\b"
    r"|^\W*(?:(?:that|this|the|his|her|their|its) (?:quote|quotation|statement|passage|excerpt|letter|comment)s?"
    r"|(?:these|those) (?:are )?(?:the )?words|so (?:said|wrote|spoke))\b",
    re.IGNORECASE,
)
_SIGNATURE = 120  # characters in which a paragraph looks back at the words above it
_OWN_WORDS = re.compile(r"[^“”\"«»„]{4,160}[^\W\d_,]\s?:\s?[“\"„«][^“\"„«]+[”\"“»]\W{0,2}$")


def settle_quotations(page: Page, groups: Iterable[Group]) -> list[Group]:
    """Return the groups of an article with those set as block quotations looked at in their surroundings.

    A line such as "[The Verge]" below a block quotation becomes its source. A block that reports somebody's words in
    marks, and a short one that nothing leads over to and nobody signs, are the article's own words.
    """
    settled: list[Group] = []
    for group in groups:
        before = settled[-1] if settled else None
        if before and before.role is Role.BLOCKQUOTE and not before.sources and _source(page, group):
            before.blocks += group.blocks
            before.sources += group.blocks
        else:
            settled.append(group)
    for place, group in enumerate(settled):
        if group.role is Role.BLOCKQUOTE:
            group.role = _role(page, group, settled[:place][-1:], settled[place + 1 : place + 2])
    return settled


def _source(page: Page, group: Group) -> bool:
    return len(group.blocks) == 1 and group.node < 0 and bracketed_source(page.blocks[group.blocks[0]].text) is not None


def _role(page: Page, group: Group, before: list[Group], after: list[Group]) -> Role:
    text = page.blocks[group.blocks[0]].text
    if len(group.blocks) > 1 or group.sources:
        return Role.BLOCKQUOTE
    if is_boilerplate(text[:_LEAD]):
        return Role.BOILERPLATE
    if _OWN_WORDS.match(text):
        return Role.BODY
    lead = before[0] if before else None
    if len(text) > _EMPHASIS_LONGEST or lead is None or lead.role not in {Role.BODY, Role.LIST}:
        return Role.BLOCKQUOTE
    if text[0] in _MARK or "\n" in text or page.blocks[group.blocks[0]].links:
        return Role.BLOCKQUOTE
    led = page.blocks[lead.blocks[-1]]
    before_it = led.text[-_LEAD:]
    if led.links or _INTRODUCTION.search(before_it) or _SOMEBODY.search(before_it) or _signed(page, after):
        return Role.BLOCKQUOTE
    return Role.BODY


def _signed(page: Page, after: list[Group]) -> bool:
    """Tell whether the line below a block quotation says whose words they were."""
    if not after:
        return False
    text = page.blocks[after[0].blocks[0]].text
    if len(text) <= _LINE and text[-1] not in ".!?…" and after[0].role is not Role.SUBTITLE:
        return True  # "Ada Obi on Truth Social, 1 May"
    return quoted_source(text) is not None or bool(_LOOKING_BACK.search(text[:_SIGNATURE]))
