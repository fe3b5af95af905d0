"""Which facts other people's readers get back from our exports: one row for each format and reader.

    python bench/cite_readback.py

Thirteen made-up sources, one of each kind the tool cites, each with one quotation. A fact counts as read when the
reader's field for it holds it whole; a count is "read of those that have it". Readers that are not installed are left
out: pandoc (3 for RIS and EndNote), rispy, bibtexparser, mwparserfromhell, PyYAML.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from quotecli.cite import EXPORTERS
from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import date_parts, iso_date
from quotecli.cite.names import inverted_name

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.cite.samples import EVERYTHING

FACTS = ("title", "authors", "date", "accessed", "URL", "container", "words", "speaker", "place in it")
Read = list[dict[str, str]]
"""For each record, what a reader found, one text for each fact ("" for nothing)."""


def expected(entry: Entry) -> dict[str, str]:
    (cited,) = entry.quoted
    assert cited.quote is not None
    return {
        "title": entry.item.get("title", ""),
        "authors": "; ".join(inverted_name(name) for name in entry.names("author")),
        "date": iso_date(entry.item),
        "accessed": iso_date(entry.item, "accessed"),
        "URL": entry.item.get("URL", ""),
        "container": entry.item.get("container-title", ""),
        "words": cited.quote.text,
        "speaker": cited.quote.speaker or "",
        "place in it": "" if entry.source.media == "post" else f"para. {cited.quote.paragraph}",
    }


def pandoc(kind: str) -> Callable[[str], Read] | None:
    path = shutil.which("pandoc") or ""
    if find_spec("pypandoc"):
        import pypandoc

        path = str(pypandoc.get_pandoc_path())
    if not path:
        return None
    formats = subprocess.run([path, "--list-input-formats"], capture_output=True, text=True, check=True).stdout
    if kind not in formats.split():
        return None

    def read(text: str) -> Read:
        command = [path, "-f", kind, "-t", "csljson"]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
        return [_of_csl(item) for item in json.loads(done.stdout)]

    return read


def _of_csl(item: dict[str, Any]) -> dict[str, str]:
    note = " ".join(str(item.get(name, "")) for name in ("annote", "note", "abstract"))
    dates = {name: item for name in ("issued", "accessed") if item.get(name, {}).get("date-parts")}
    return {
        "title": item.get("title", ""),
        "authors": "; ".join(inverted_name(name) for name in item.get("author", [])),
        "date": iso_date(item) if "issued" in dates and date_parts(item) else "",
        "accessed": iso_date(item, "accessed") if "accessed" in dates else "",
        "URL": item.get("URL", ""),
        "container": item.get("container-title", "") or item.get("publisher", ""),
        **dict.fromkeys(("words", "speaker", "place in it"), note),
    }


def rispy(text: str) -> Read:
    import rispy as reader  # type: ignore[import-untyped]

    return [
        {
            "title": record.get("title", ""),
            "authors": "; ".join(record.get("authors", [])),
            "date": record.get("date", "").replace("/", "-"),
            "accessed": record.get("access_date", "").replace("/", "-"),
            "URL": (record.get("urls") or [""])[0],
            "container": record.get("secondary_title", ""),
            **dict.fromkeys(("words", "speaker", "place in it"), " ".join(record.get("notes", []))),
        }
        for record in reader.loads(text)
    ]


def bibtexparser(text: str) -> Read:
    import bibtexparser as reader

    found = []
    for entry in reader.parse_string(text).entries:  # type: ignore[attr-defined]
        field = {key: str(value.value).replace("{", "").replace("}", "") for key, value in entry.fields_dict.items()}
        note = field.get("annote", "") + field.get("annotation", "")
        authors = (" ".join(name.split()) for name in field.get("author", "").split(" and ") if name)
        found.append(
            {
                "title": field.get("title", "").replace("\\", ""),
                "authors": "; ".join(_suffix_last(name) for name in authors),
                "date": field.get("date", ""),
                "accessed": field.get("urldate", ""),
                "URL": field.get("url", ""),
                "container": next((field[k] for k in ("journal", "journaltitle", "organization") if k in field), "")
                or field.get("howpublished", ""),
                **dict.fromkeys(("words", "speaker", "place in it"), note),
            }
        )
    return found


def _suffix_last(name: str) -> str:
    """Return a name as BibTeX writes it ("King, Jr., Martin Luther") as ours are filed."""
    parts = name.split(", ")
    return ", ".join((parts[0], parts[2], parts[1])) if len(parts) == 3 else name


def mwparserfromhell(text: str) -> Read:
    import html

    import mwparserfromhell as reader

    found = []
    for template in reader.parse(text).filter_templates():
        field = {str(p.name).strip(): html.unescape(str(p.value).strip()) for p in template.params}
        names = []
        for n in range(1, 9):
            last = field.get(f"last{n}") or field.get(f"author{n}")
            names.append(", ".join(part for part in (last, field.get(f"first{n}")) if part))
        found.append(
            {
                "title": field.get("title", ""),
                "authors": "; ".join(filter(None, names)),
                "date": field.get("date", ""),
                "accessed": field.get("access-date", ""),
                "URL": field.get("url", ""),
                "container": next((field[k] for k in ("work", "magazine", "website") if k in field), ""),
                "words": field.get("quote", ""),
                "speaker": "",
                "place in it": field.get("at", ""),
            }
        )
    return found


def pyyaml(text: str) -> Read:
    import yaml

    return [_of_csl(item) for item in yaml.safe_load(text)["references"]]


def main() -> None:
    """Print the table, in Markdown."""
    readers: list[tuple[str, str, Callable[[str], Read] | None]] = [
        ("bibtex", "pandoc", pandoc("bibtex")),
        ("bibtex", "bibtexparser", bibtexparser),
        ("biblatex", "pandoc", pandoc("biblatex")),
        ("biblatex", "bibtexparser", bibtexparser),
        ("ris", "pandoc", pandoc("ris")),
        ("ris", "rispy", rispy),
        ("csl-json", "pandoc", pandoc("csljson")),
        ("csl-yaml", "PyYAML", pyyaml),
        ("endnote", "pandoc", pandoc("endnotexml")),
        ("wikipedia", "mwparserfromhell", mwparserfromhell),
    ]
    print("| format | reader | " + " | ".join(FACTS) + " |")
    print("| --- " * (len(FACTS) + 2) + "|")
    wanted = [expected(entry) for entry in entries(EVERYTHING)]
    for name, who, read in readers:
        if read is None:
            continue
        found = read(EXPORTERS[name].export(EVERYTHING))
        assert len(found) == len(wanted), (name, who)
        cells = []
        for fact in FACTS:
            pairs = [(want[fact], got[fact]) for want, got in zip(wanted, found, strict=True) if want[fact]]
            inside = fact in ("words", "speaker", "place in it")
            good = sum(want in got if inside else want == got for want, got in pairs)
            cells.append(f"{good}/{len(pairs)}")
        print(f"| {name} | {who} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
