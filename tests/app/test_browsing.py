"""A listing narrowed to a speaker or outlet that is shown has nobody else's quotes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.app.browsing import first_page, narrowed
from quotecli.app.config import StorePlace
from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.store import Store


@pytest.mark.parametrize(
    ("field", "value"), [("by", "Ruiz"), ("by", "Ana Ruiz"), ("outlet", "HP"), ("outlet", "Press")]
)
def test_who_is_shown_is_nobody_who_may_be_called_so_as_well(tmp_path: Path, field: str, value: str) -> None:
    with Store.open(tmp_path / "quotes.db") as store:
        for number, (name, outlet) in enumerate(
            (("Ruiz", "HP"), ("Ana Ruiz", "Harbour Press"), ("Bruno Ruiz", "Press"))
        ):
            store.write(*document(f"d{number}", (name, f"Statement number {number}."), outlet=outlet))
    context = Context(StorePlace(tmp_path / "quotes.db", "test"))
    [hit] = first_page(context, narrowed(ListingRequest(query=f"{field}:r"), field, value)).hits
    assert value in {hit.quote.speaker, hit.quote.outlet}
