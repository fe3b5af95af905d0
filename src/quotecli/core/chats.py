"""Exports of chats: text in which each message stands behind its time and its sender's name.

Programs write them in a few forms, with the text on the same line or below it: `[12/03/2025, 14:05:11] Name: text`
(WhatsApp on iPhones, Signal), `12/03/2025, 14:05 - Name: text` (on Android), `Name, [12.03.2025 14:05]` (Telegram),
`[12/03/2025 14:05] Name` (Teams, Discord's exporter), `Name — Today at 14:05` (Discord), `Name  [2:05 PM]` (Slack),
`[14:05] <name> text`, `14:05:11 From Name to Everyone:`. Both who reads a file and who looks for speech must know one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from quotecli.core.dates import PartialDate
from quotecli.core.tables import read_table
from quotecli.core.types import Span

__all__ = ["Message", "messages_of"]


class Message(NamedTuple):
    """One message of a chat, or a line that the program wrote.

    Attributes:
        start: where its line begins.
        end: where the message ends, white space left out.
        sender: the name of who wrote it; None for the program's own lines.
        words: what was written, with the lines it goes on in; empty where nothing is in words.
        day: on which it was written, as far as that is certain; None where the text has the time alone.
    """

    start: int
    end: int
    sender: Span | None
    words: Span
    day: PartialDate | None


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?P<day>\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}\.?|\d{{1,2}}[ -]{_MONTH}[ -]\d{{2,4}}|{_MONTH} \d{{1,2}},? \d{{4}}"
    r"|Today|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_SPACE = r"[ \t\xa0\u202f]"
_HOUR = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:{_SPACE}?[APap]\.?{_SPACE}?[Mm]\b\.?)?"
_STAMP = rf"{_DAY},?(?:{_SPACE}|T)(?:(?:at|à|um|às|kl\.?){_SPACE})?{_HOUR}"
_HALF = rf"\d{{1,2}}:\d\d{_SPACE}[AP]M"
_NAME = r"(?P<name>[^\s:<>“”\"\[\]][^\n:<>“”\"\[\]]{0,58}?)"
_BEHIND = rf"(?:{_NAME}:(?=\s|\Z){_SPACE}?)?"  # without a name it is a line of the program
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\[{_STAMP}\]{_SPACE}{_BEHIND}",
        rf"{_STAMP}{_SPACE}[-–]{_SPACE}{_BEHIND}",
        rf"{_NAME}, \[{_STAMP}\]{_SPACE}*(?=\n)",
        rf"\[{_STAMP}\]{_SPACE}{_NAME}{_SPACE}*(?=\n)",
        rf"{_NAME}{_SPACE}{{1,3}}—{_SPACE}{_STAMP}{_SPACE}*(?=\n)",
        rf"{_NAME}{_SPACE}{{1,3}}\[{_HOUR}\]{_SPACE}*(?=\n)",
        rf"{_NAME}{_SPACE}{{1,3}}{_HALF}{_SPACE}*(?=\n)",
        rf"{_NAME}{_SPACE}*\n{_SPACE}*{_HALF}{_SPACE}*(?=\n)",
        rf"\[?(?:{_DAY}[ T])?{_HOUR}\]?{_SPACE}(?:<[+%&~ ]?(?P<name>[^<>\n]{{1,40}})>|\*{{1,3}}|-!-){_SPACE}",
        rf"{_HOUR}\t{_SPACE}?{_NAME}{_SPACE}?:{_SPACE}",
        rf"{_HOUR}{_SPACE}{{1,3}}From{_SPACE}{{1,3}}{_NAME}(?:{_SPACE}{{1,3}}to{_SPACE}{{1,3}}[^\n:]{{1,60}}?)?{_SPACE}?:(?=\s)",
    )
)
"""How a message's first line begins; all of it stands on one line or on two, of which the second heads no other."""
_IN_HOURS = (re.compile(r":(?<=\d:)\d\d"), re.compile(r"\.(?<=\d\.)\d\d"))
"""The marks in hours, each of which is found faster than a digit."""
_FEWEST = 3
_ABOVE = 12
_LONGEST_ABOVE = 100
"""Lines before the first message, and their characters: the chat's name, what a program writes of itself, no report."""
_LINES_EACH = 6  # on average; else it is a text that quotes some messages
_LONGEST_LINE = 2000
_LONGEST_NAME = 60
_RULER = re.compile(r"^[=_—–-]{5,}[ \t]*$", re.MULTILINE)
_REPLY = re.compile(r"\[(?:In reply to|Forwarded from)[^\]\n]{0,80}\]\s*")
_LINK = re.compile(r"https?://\S+")
_BRACKETED = re.compile(r"\[[^\[\]\n]{1,80}\]|<[^<>\n]{1,80}>")
_APART = re.compile(
    rf"(?<=\n)[ \t—–-]*(?:{_HOUR}|{_DAY}(?:, {_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?)?)[ \t—–-]*(?=\n|\Z)"
)
"""A line that is a time or a day alone: the message of the same sender goes on below it."""
_AMERICAN = re.compile(rf"\b(?:[1-9]/\d{{1,2}}|\d\d/[1-9])/\d\d,?{_SPACE}\d{{1,2}}:\d\d(?::\d\d)?{_SPACE}[AP]M\b")
"""A stamp as only telephones set to American English write it: 3/12/25, 2:05 PM."""
_EUROPEAN = re.compile(
    rf"\b\d\d/\d\d/\d{{4}},?{_SPACE}\d\d:\d\d(?::\d\d)?(?!{_SPACE}?[AaPp]\.?{_SPACE}?[Mm])|\d{_SPACE}[ap]m\b"
)
"""A stamp as only telephones set to another language write it: 03/12/2025, 14:05; 3/12/25, 2:05 pm."""
_SELDOM = 50
_LEVELS = frozenset("critical debug error fatal info notice trace warn warning".split())
"""Who "speaks" in the log of a program."""


@lru_cache(maxsize=2)
def messages_of(text: str) -> tuple[Message, ...]:
    """Return the messages of a text that is the export of a chat beyond doubt, in order; none for any other text."""
    if sum(len(mark.findall(text, 0, 4 * _LONGEST_LINE)) for mark in _IN_HOURS) < 2:
        return ()
    lines = [0, *(end.end() for end in re.finditer("\n", text))]
    for form in _FORMS:
        heads = [head for line in lines if (head := form.match(text, line))]
        if _is_chat(text, heads):
            return tuple(_without_group(text, list(_messages(text, heads))))
    return ()


def _is_chat(text: str, heads: Sequence[re.Match[str]]) -> bool:
    """Tell whether these lines are the heads of a chat's messages: senders come again, and nothing else is there."""
    senders = Counter(_sender(head) for head in heads if head["name"])
    count = senders.total()
    again = sum(number for number in senders.values() if number > 1)
    if count < _FEWEST or 2 * again < count or _LEVELS.intersection(name.lower() for name in senders):
        return False
    above = text[: heads[0].start()].split("\n")
    if len(above) > _ABOVE or any(len(line) > _LONGEST_ABOVE for line in above):
        return False
    filled = sum(bool(line.strip()) for line in text[heads[0].start() :].split("\n"))
    return filled <= _LINES_EACH * len(heads)


def _sender(head: re.Match[str]) -> str:
    return head["name"].strip()


def _messages(text: str, heads: Sequence[re.Match[str]]) -> Iterator[Message]:
    days = _days(heads)
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        if ruler := _RULER.search(text, head.end(), end):
            end = ruler.start()
        sender = _trimmed(text, *head.span("name")) if head["name"] else None
        start = head.start()
        for stretch in _stretches(text, head.end(), end):
            words = _words(text, *stretch)
            if sender is None or _is_note(text[slice(*words)], text[slice(*sender)]):
                yield Message(start, stretch.end, None, Span(stretch.end, stretch.end), days[number])
            else:
                yield Message(start, stretch.end, _bare(text, sender), words, days[number])
            start = stretch.end


def _without_group(text: str, messages: list[Message]) -> Iterator[Message]:
    """Yield the messages; those of a sender who only tells what others do are the program's: "Quay: Ann added Bob"."""
    senders = {text[slice(*one.sender)] for one in messages if one.sender}
    told: Counter[str] = Counter()
    people: set[str] = set()
    for one in messages:
        if one.sender and (name := text[slice(*one.sender)]) not in people:
            if _tells_of_another(text[slice(*one.words)], name, senders):
                told[name] += 1
            else:
                people.add(name)
    groups = {name for name, count in told.items() if count > 1} - people
    for one in messages:
        if one.sender and text[slice(*one.sender)] in groups:
            yield one._replace(sender=None, words=Span(one.end, one.end))
        else:
            yield one


def _tells_of_another(words: str, sender: str, senders: set[str]) -> bool:
    """Tell whether a message begins with the name of another who writes."""
    begins = words[:_LONGEST_NAME].split()
    names = (" ".join(begins[:count]) for count in range(1, len(begins)))
    return any(name in senders and name != sender for name in names)


def _stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands between lines that are a time or a day alone: there the same sender goes on."""
    for apart in _APART.finditer(text, start, end):
        yield _trimmed(text, start, apart.start())
        start = apart.end()
    yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _bare(text: str, sender: Span) -> Span:
    """Return a sender's name without the signs around it: "~ Ann Lee", "Ann Lee 🌊"."""
    found = re.search(r"[@+\w(].*[\w).]|\w", text[slice(*sender)])
    return Span(sender.start + found.start(), sender.start + found.end()) if found else sender


def _words(text: str, start: int, end: int) -> Span:
    """Return where the words of a message stand, without what the program puts before and behind them."""
    start, end = _trimmed(text, start, end)
    if reply := _REPLY.match(text, start, end):
        start = reply.end()
    if text[end - 1 : end] in ")>":
        marks = (mark for mark, kind in _notes() if kind == "edited")
        end -= max((len(mark) for mark in marks if text[start:end].lower().endswith(mark)), default=0)
    return _trimmed(text, start, max(start, end))


@cache
def _notes() -> tuple[tuple[str, str], ...]:
    return tuple((words, kind) for kind, words in read_table("quotecli.core", "chat_notes.tsv"))


def _is_note(words: str, sender: str) -> bool:
    """Tell whether a message is the program's: "<Media omitted>", "Ann added Bob", a link alone, nothing in letters."""
    plain = " ".join(words.replace("’", "'").split())
    if not any(char.isalpha() for char in _LINK.sub("", plain)) or _BRACKETED.fullmatch(plain):
        return True
    if plain.startswith(f"{sender} "):  # who writes doesn't begin with their own name
        return True
    low = plain.lower().rstrip(".")
    few = len(low.split()) <= 4
    return any(
        (kind == "whole" and low == note)
        or (kind == "start" and "\n" not in words and low.startswith(note))
        or (kind == "end" and few and low.endswith(note))
        or (kind == "within" and note in low)
        for note, kind in _notes()
    )


def _days(heads: Sequence[re.Match[str]]) -> list[PartialDate | None]:
    """Return the days of a chat's stamps; which number is the day, all of them tell together: a chat goes forward."""
    stamps = [head.groupdict().get("day") or "" for head in heads]
    numbers = [[int(one) for one in re.findall(r"\d+", stamp)] for stamp in stamps]
    months = [_MONTHS.get(found[0][:3].lower()) if (found := re.search(_MONTH, stamp)) else None for stamp in stamps]
    orders, likely = _orders(stamps, "\n".join(head[0] for head in heads))
    read = [[_day(one, month, order) for one, month in zip(numbers, months, strict=True)] for order in orders]
    sound = [days for days in read if _goes_forward(days, numbers)]
    if sound and (likely or len(sound) == 1 or sound[0] == sound[1]):
        return sound[0]
    return [day and PartialDate(day.year) for day in read[0]] if sound else [None] * len(stamps)


_Order = tuple[int, int, int]
_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST = (0, 1, 2), (2, 1, 0), (2, 0, 1)
"""Where year, month and day stand in a stamp of numbers."""


def _orders(stamps: Sequence[str], heads: str) -> tuple[tuple[_Order, ...], bool]:
    """Return the orders that stamps of numbers may have, and whether the first is the likelier by their form."""
    if any(stamp[:4].isdecimal() for stamp in stamps):
        return (_YEAR_FIRST,), True
    if any("." in stamp for stamp in stamps):
        return (_DAY_FIRST,), True
    if _AMERICAN.search(heads):
        return (_MONTH_FIRST, _DAY_FIRST), True
    return (_DAY_FIRST, _MONTH_FIRST), _EUROPEAN.search(heads) is not None


_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


def _day(numbers: list[int], month: int | None, order: tuple[int, int, int]) -> PartialDate | None:
    if month is not None and len(numbers) == 2:
        first, second = numbers
        numbers, order = [second, month, first], (0, 1, 2)
    if len(numbers) != 3:
        return None
    year, month, day = (numbers[place] for place in order)
    try:
        return PartialDate(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _goes_forward(days: Sequence[PartialDate | None], numbers: Sequence[Sequence[int]]) -> bool:
    """Tell whether all stamps that are numbers are days, hardly any before the one above: messages may be delayed."""
    known = [day for day in days if day is not None]
    back = sum(one > other for one, other in pairwise(known))
    return len(known) == sum(len(one) > 1 for one in numbers) and _SELDOM * back <= len(known)
