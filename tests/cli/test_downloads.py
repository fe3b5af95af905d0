"""The download of a database is added as the articles that it holds, also where it was one document before."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Inside
from tests.read.test_downloads import nexis_counted

from quotecli.read import article_from_text
from quotecli.store import Store


def test_a_download_that_an_earlier_version_read_as_one(inside: Inside, tmp_path: Path) -> None:
    path = tmp_path / "download.txt"
    path.write_text(nexis_counted(), encoding="utf-8")
    database = Path(inside.environment["QUOTES_DB"])
    with Store.open(database) as store:
        store.write(article_from_text(nexis_counted(), source=str(path), key=path.name), [])
    first = inside("add", str(path))
    assert (first.returncode, "3 documents added" in first.stdout + first.stderr) == (0, True)
    documents = [record["document"] for record in inside.json("documents")]
    assert sorted(documents) == [f"{path}#{number}" for number in (1, 2, 3)]
    again = inside("add", str(path))
    assert "3 unchanged" in again.stdout + again.stderr
    assert inside("doctor").returncode == 0
