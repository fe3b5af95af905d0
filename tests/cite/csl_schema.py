"""What CSL-JSON is: a JSON schema of our own, after csl-data.json of CSL 1.0.2 (variables, names, dates; no others)."""

from __future__ import annotations

from typing import Any

_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage"
).split()
_NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author "
    "performer producer recipient reviewed-author script-writer series-creator translator"
).split()
_DATES = "accessed available-date event-date issued original-date submitted".split()
_STRINGS = (
    "language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place "
    "authority call-number citation-label collection-title container-title container-title-short DOI division "
    "event event-title event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher "
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre "
    "reviewed-title scale source status title title-short URL version volume-title volume-title-short year-suffix"
).split()
_NUMBERS = (
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number "
    "number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number volume"
).split()
_ONE_DATE = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}}


def _all(names: list[str], schema: dict[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(names, schema)


SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": _TYPES},
            "id": {"type": ["string", "number"]},
            "custom": {"type": "object"},
            "categories": {"type": "array", "items": {"type": "string"}},
            **_all(_NAMES, {"type": "array", "items": {"$ref": "#/definitions/name"}}),
            **_all(_DATES, {"$ref": "#/definitions/date"}),
            **_all(_STRINGS, {"type": "string"}),
            **_all(_NUMBERS, {"type": ["string", "number"]}),
        },
    },
    "definitions": {
        "name": {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": _all(
                "family given dropping-particle non-dropping-particle suffix literal".split(),
                {"type": "string", "minLength": 1},
            ),
        },
        "date": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": _ONE_DATE}},
        },
    },
}
