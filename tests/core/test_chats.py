"""The export of a chat is known by its stamps and senders; nothing else is taken for one."""

from __future__ import annotations

from textwrap import dedent

import pytest

from quotecli.core.chats import messages_of

ASKED, ANSWERED, ADDED = "Has anyone seen the new plan?", "It's a disgrace\nand they know it", "Ask them on Friday"

FORMS = {
    "WhatsApp on an iPhone": "[{day}/03/2025, 14:0{minute}:11] {name}: {text}",
    "WhatsApp on Android": "{day}/03/2025, 14:0{minute} - {name}: {text}",
    "WhatsApp in German": "{day}.03.25, 14:0{minute} - {name}: {text}",
    "WhatsApp in the USA": "3/{day}/25, 2:0{minute}\u202fPM - {name}: {text}",
    "WhatsApp in French": "{day}/03/2025 à 14:0{minute} - {name}: {text}",
    "a program's own stamps": "[2025-03-{day}T14:0{minute}:11] {name}: {text}",
    "Signal": "[2025-03-{day} 14:0{minute}] {name}: {text}",
    "Telegram": "{name}, [{day}.03.2025 14:0{minute}]\n{text}\n",
    "Teams": "[{day}/03/2025 14:0{minute}] {name}\n{text}\n",
    "Discord": "{name} — {day}/03/2025 2:0{minute} PM\n{text}",
    "Discord's exporter": "[{day}-Mar-25 02:0{minute} PM] {name}\n{text}\n",
    "the Internet Relay Chat": "[2025-03-{day} 14:0{minute}] <{name}> {text}",
}
UNDATED = {
    "Slack": "{name}  [2:0{minute} PM]\n{text}\n",
    "Slack, copied": "{name}\n  2:0{minute} PM\n{text}",
    "Discord today": "{name} — Today at 2:0{minute} PM\n{text}",
    "Zoom": "14:0{minute}:03\t From {name} to Everyone:\n\t{text}",
    "Zoom's record": "00:1{minute}:03\t{name}:\t{text}",
}
REPORT = "The harbour office has told residents that the slipway will be closed until September, as they had feared.\n"
OTHERS = {
    "a log": """
        2025-03-12 14:05:11 - INFO: started
        2025-03-12 14:05:12 - INFO: listening
        2025-03-12 14:05:13 - ERROR: it failed
        2025-03-12 14:05:14 - INFO: stopped""",
    "a ticker": """
        [12.03.2025, 14:05] Fairfold: The first ferries are back, the company said.
        [12.03.2025, 14:20] Oldport: “We will go on,” said Marek Olsen, who leads the union.
        [12.03.2025, 15:05] Harbour Street: The road is closed.""",
    "an agenda": """
        14:00 Welcome: Ann Lee
        14:30 Talk: The harbour in winter
        15:00 Talk: The harbour in spring""",
    "a chronicle": """
        12/03/2025, 14:05 - The alarm rings
        12/03/2025, 14:09 - Police arrive
        12/03/2025, 14:15 - The fire is out""",
    "a report that quotes some messages": REPORT
    + """
        [12/03/2025, 14:06] Tove Brandt: Has anyone seen the new plan?
        [12/03/2025, 14:07] Marek Olsen: It's a disgrace
        [12/03/2025, 14:08] Tove Brandt: They will hate it"""
    + "\n"
    + REPORT * 3,
    "a transcript": "TOVE: Has anyone seen it?\nMAREK: I have.\nTOVE: And?\nMAREK: It's a disgrace.",
}


def chat(form: str) -> str:
    turns = (("Tove Brandt", ASKED), ("Marek Olsen", ANSWERED), ("Tove Brandt", ADDED))
    lines = [form.format(day=13 + at, minute=at, name=name, text=text) for at, (name, text) in enumerate(turns)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("form", [*FORMS.values(), *UNDATED.values()], ids=[*FORMS, *UNDATED])
def test_messages_are_their_senders_with_the_lines_they_go_on_in(form: str) -> None:
    text = chat(form)
    found = [(text[slice(*one.sender or ())], text[slice(*one.words)]) for one in messages_of(text)]
    assert found == [("Tove Brandt", ASKED), ("Marek Olsen", ANSWERED), ("Tove Brandt", ADDED)]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_stamp_tells_the_day(form: str) -> None:
    assert [str(one.day) for one in messages_of(chat(form))] == ["2025-03-13", "2025-03-14", "2025-03-15"]


def test_which_number_is_the_day_all_stamps_tell_together() -> None:
    def days(*stamps: str) -> list[str]:
        text = "\n".join(f"[{stamp}, 14:05] Tove: And again, and again." for stamp in stamps)
        return [str(one.day) for one in messages_of(text)]

    assert days("28/02/2025", "01/03/2025", "02/03/2025") == ["2025-02-28", "2025-03-01", "2025-03-02"]
    assert days("02/10/2025", "03/01/2025", "03/02/2025") == ["2025-02-10", "2025-03-01", "2025-03-02"]
    assert days("03/04/2025", "03/04/2025", "04/04/2025") == ["2025-04-03", "2025-04-03", "2025-04-04"]
    assert days("03/04/25", "03/04/25", "04/04/25") == ["2025"] * 3
    assert days("31/02/2025", "31/02/2025", "31/02/2025") == ["None"] * 3


def test_a_delayed_message_leaves_the_days_as_they_are() -> None:
    stamps = [f"{day:02}.03.2025" for day in range(1, 29) for _ in range(3)]
    stamps.insert(40, "01.03.2025")
    text = "\n".join(f"{stamp}, 14:05 - Tove: And again, and again." for stamp in stamps)
    assert [str(one.day) for one in messages_of(text)] == ["-".join(stamp.split(".")[::-1]) for stamp in stamps]


def test_what_the_program_writes_is_nobodys() -> None:
    text = dedent("""\
        12/03/2025, 14:00 - Messages and calls are end-to-end encrypted. Tap to learn more.
        12/03/2025, 14:01 - Tove Brandt created group "Quay: all of us"
        12/03/2025, 14:02 - Tove Brandt: Tove Brandt added Inga
        12/03/2025, 14:03 - Quay: Messages and calls are end-to-end encrypted. Only you can read them.
        12/03/2025, 14:04 - Tove Brandt: <Media omitted>
        12/03/2025, 14:05 - Marek: image omitted
        12/03/2025, 14:06 - Marek: Bild weggelassen
        12/03/2025, 14:07 - Marek: This message was deleted.
        12/03/2025, 14:08 - Marek: IMG-20250312-WA0001.jpg (file attached)
        12/03/2025, 14:09 - Marek: https://harbour.example/plan
        12/03/2025, 14:10 - Marek: 👍
        12/03/2025, 14:11 - Marek: She omitted nothing, I think <This message was edited>
        12/03/2025, 14:12 - Inga left
        """)
    said = [(text[slice(*one.sender)], text[slice(*one.words)]) for one in messages_of(text) if one.sender]
    assert said == [("Marek", "She omitted nothing, I think")]
    assert len(messages_of(text)) == 13


def test_the_group_speaks_for_the_program() -> None:
    text = dedent("""\
        [12/03/2025, 14:00:01] Quay: Messages and calls are end-to-end encrypted. Only you can read them.
        [12/03/2025, 14:01:01] Quay: Tove Brandt added Inga
        [12/03/2025, 14:02:01] Tove Brandt: Inga is here
        [12/03/2025, 14:03:01] Inga: I am
        [12/03/2025, 14:03:02] Marek joined using an invite link
        [12/03/2025, 14:04:01] Quay: Inga left
        """)
    said = [(text[slice(*one.sender)], text[slice(*one.words)]) for one in messages_of(text) if one.sender]
    assert said == [("Tove Brandt", "Inga is here"), ("Inga", "I am")]


def test_what_stands_around_a_message_is_no_part_of_it() -> None:
    text = dedent("""\
        =====================
        Guild: Harbour
        =====================

        [12-Mar-25 02:06 PM] ~ Tove 🌊
        [In reply to Marek]
        We stay.
        2:08 PM
        And so do you.

        [12-Mar-25 02:09 PM] Marek
        Yes. (edited)

        [12-Mar-25 02:10 PM] Marek
        Always.

        =====================
        Exported 3 messages
        """)
    found = [(text[slice(*one.sender or ())], text[slice(*one.words)]) for one in messages_of(text)]
    assert found == [("Tove", "We stay."), ("Tove", "And so do you."), ("Marek", "Yes."), ("Marek", "Always.")]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_other_texts_with_stamps_and_names_are_no_chats(text: str) -> None:
    assert messages_of(dedent(text).strip()) == ()
