"""Lines that tell both who wrote a document and when it came out: the part that names the writer."""

from __future__ import annotations

import re
from itertools import islice

from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.lines import begins_byline, behind_by_label, ends_sentence, is_byline, without_reading_time
from quotecli.read.metadata.dates import FoundDate, parse_date, words_of
from quotecli.read.papers import DATE_WORDS

__all__ = ["byline_in", "names_writer", "without_days", "without_lead"]

_MOST_WORDS = 10
_FEW = 3  # words: "by Ann Roe"
_LONGEST = 160
_OPENING = 20  # characters before the day of a line that begins with it
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD_START = re.compile(r"(?<=\s)(?=[^\W\d_])")
_PREPOSITION = r"(?:by|von|par|por|di|da|door|av|af|przez)"
"""Amid a line, where only few of the words that begin a byline (`by_words.tsv`) point at a writer."""
_BY = re.compile(rf"\b{_PREPOSITION} ", re.IGNORECASE)
_BY_BEHIND = re.compile(
    r"[\s,|·–—-]*(?:(?:at|um|à|alle|às|@) )?(?:\d{1,2}[:.h]\d\d ?(?:[ap]\.?m\.?)? ?(?:Uhr )?)?"
    rf"(?P<by>{_PREPOSITION} [^\W\d_])",
    re.IGNORECASE,
)
"""What follows the day in "Posted on 2 February 2023 by Ann Roe"."""
_NEXT_LABEL = re.compile(r"(?<=[^:])\s[^\W\d_]+\s?:\s?\d.*$")
"""A label and its number behind the names: "Views: 1204"."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 2  # words behind the names beside the day
_EDGES = " ,;/／|·•-–—»"
_BEFORE_NAMES = (",", ";", "|", "&", " and", " und", " et", " y", " e", " en", " og", " och")
_SHORT_DAY = re.compile(r"[A-Z][a-z]")
"""A day of the week in two letters, or a family name: Do, Vi, So."""
_BARS = re.compile(r"\s*[|•·]\s*")
_DASHES = re.compile(r"\s+[/–—-]\s+")
_LEADING = DATE_WORDS | frozenset(
    "em op den på w dnia na в seg ter qua qui sex sáb dom lun mar mer jeu ven sam mié jue vie"
    " mo di mi do fr sa so"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota"
    " niedziela понедельник вторник среда четверг пятница суббота воскресенье pazartesi salı çarşamba perşembe cuma"
    " cumartesi pazar الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت"
    " रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार".split()
)
"""Words that lead over from a writer to the day: prepositions, and days of the week."""
_IN_LINE = re.compile(
    r"(?:作者|记者|記者|撰文)[:：]\s?[\u3040-\u30ff\u4e00-\u9fff·]{2,8}"
    r"|(?:记者|記者)\s?(?P<posted>[\u4e00-\u9fff]{2,4}?)\s?(?=[／/]|$|[)）\]】]|\s\S{2,4}(?:報導|报道|電|电)$)"
    r"|(?<!\w)[\uac00-\ud7af]{2,4}\s?(?:기자|특파원|논설위원)(?!\w)"
)
"""Who wrote, amid a line of Chinese, Japanese or Korean: "2022-03-08 来源：海湾晚报 作者：陈思远"."""
_DENSE_STOPS = ("。", "！", "？", "」", "”")
_DENSE_LONGEST = 30
_SIGNED = re.compile(
    r"(?:by|von|par|por|di|door|author|autor(?:a|e|in)?|auteure?|автор|текст|συντάκτης|yazar|كتب|بقلم|記者|文)[\s:：・]",
    re.IGNORECASE,
)


def byline_in(text: str) -> str:
    """Return the part of a line that names who wrote, of one that begins with the day: "3 May 2020 | By Ann Roe"."""
    if not text.isascii() and (found := _IN_LINE.search(text)):
        return f"记者：{found['posted']}" if found["posted"] else found[0]
    for mark in (_BARS, _DASHES):
        parts = mark.split(text)
        signed = next((part for part in parts[1:] if _SIGNED.match(part) or behind_by_label(part)), None)
        if signed and (mark is _BARS or parse_date(parts[0]) or is_boilerplate(parts[0])):
            return signed
    return _behind_day(text)


def _behind_day(text: str) -> str:
    """Return what names the writer behind the day, with nothing between: "14 мая 2019, 11:05 Автор: Игорь Селезнёв"."""
    if len(text) > _LONGEST or not _YEAR.search(text) or not (":" in text or _BY.search(text)):
        return text
    day = parse_date(text)
    if day and (by := _BY_BEHIND.match(text, day.end)):
        written_by = text[by.start("by") :]
        if words_of("published").search(text[: day.start]) or len(written_by.split()) <= _FEW:
            return written_by  # else a section may stand behind the name
    starts = (found.start() for found in _WORD_START.finditer(text, day.end)) if day and day.start < _OPENING else ()
    signed = next((text[at:] for at in starts if behind_by_label(text[at:])), None)
    return _NEXT_LABEL.sub("", signed) if signed else text


def names_writer(text: str) -> bool:
    """Tell whether a line, or the part of it behind the day, is a byline; "by" may stand for a "By"."""
    if text.endswith(_DENSE_STOPS) and len(text) > _DENSE_LONGEST:
        return False  # "…日报讯（记者 李明）大桥昨日…。", the text behind its dateline
    signed = byline_in(without_reading_time(text))
    signed = signed[:1].upper() + signed[1:]
    return is_byline(signed) or (begins_byline(signed) and is_byline(_before_day(signed)))


def _before_day(text: str) -> str:
    """Return what stands before the day of a line of little more: "Af Ann Roe Offentliggjort d. 2. maj 2021"."""
    if len(text) > _LONGEST or not _YEAR.search(text) or ends_sentence(text):
        return ""
    names = without_days(text)
    rest = text[len(names) :]
    day = parse_date(rest)
    beside = rest[: day.start] + rest[day.end :] if day else rest
    for kind in ("published", "updated"):
        beside = words_of(kind).sub(" ", beside)
    more = [word for word in _WORDS.findall(beside) if word.lower() not in _LEADING]
    return names if day and len(more) <= _FEWEST else ""


def _is_day(found: FoundDate) -> bool:
    return found.date.precision == "day" or found.note is not None


def without_days(text: str) -> str:
    """Cut a byline before the words that tell when it came out or was changed: "Jan Holt Dodano: 17 września"."""
    kinds = (islice(words_of(kind).finditer(text), _MOST_WORDS) for kind in ("published", "updated"))
    ends = [found.start() for words in kinds for found in words]
    ends += [found.start() for found in (_NEXT_LABEL.search(text),) if found]
    end = min((start for start in ends if start and parse_date(text[start:])), default=len(text))
    day = parse_date(text[:end])
    dated = bool(day and day.start and _is_day(day))
    return without_lead(text[: day.start if day and dated else end], dated=dated)


def without_lead(text: str, *, dated: bool = False) -> str:
    """Return a name without the words behind it that led over to the day or the hour: "Ann Roe at".

    Behind a `dated` one stood a day: a word with a capital may be that of the week.
    """
    words = text.rstrip(_EDGES).split()
    while len(words) > 1 and (dated or words[-1].islower()) and words[-1].strip(",.").lower() in _LEADING:
        if _SHORT_DAY.fullmatch(words[-1]) and (len(words) == 2 or f" {words[-3]}".endswith(_BEFORE_NAMES)):
            break  # of a name of two words, the second: "Ann Roe, Lan Do"
        words.pop()
    return " ".join(words).rstrip(_EDGES)
