"""The room's tables have the classes that the code knows, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import quotecli.find
from quotecli.core.tables import read_table
from quotecli.find.words.lexicon import cue_class, gender_of_given


def test_classes_are_those_that_the_code_knows() -> None:
    assert {row[1] for row in read_table("quotecli.find", "cues.tsv")} == {
        "say", "tell", "ask", "write", "call", "think", "gesture",
    }  # fmt: skip
    assert {row[1] for row in read_table("quotecli.find", "roles.tsv")} == {"person", "group", "body", "document"}
    assert {row[1] for row in read_table("quotecli.core", "given_names.tsv")} == {"m", "f", "u"}


def test_forms_of_verbs_are_found_by_rule_and_by_table() -> None:
    forms = ("said", "tweeting", "denied", "quipped", "sagte", "table")
    assert [cue_class(word) for word in forms] == ["say", "write", "say", "say", "say", ""]
    assert gender_of_given("Khloé") == "f"


def test_the_vocabulary_has_what_the_rules_ask_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(quotecli.find.__path__[0]).rglob("*.py"))
    asked = re.findall(r'vocabulary\("([^"]+)"\)', code)
    assert sorted({*asked}) == [row[0] for row in read_table("quotecli.find", "vocabulary.tsv")]
