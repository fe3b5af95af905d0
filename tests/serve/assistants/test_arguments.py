"""Arguments as assistants give them, who mean the right thing and write it a little otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from quotecli.core.errors import UsageError
from quotecli.serve.assistants.arguments import checked
from quotecli.serve.assistants.tools import TOOLS

TAKES = {tool.name: tool.takes for tool in TOOLS}


@pytest.mark.parametrize(
    ("tool", "given", "meant"),
    [
        ("search_quotes", {"limit": "5", "offset": "20"}, {"limit": 5, "offset": 20}),
        ("search_quotes", {"min_confidence": "0.9"}, {"min_confidence": 0.9}),
        ("search_quotes", {"since": 2020, "query": 1984}, {"since": "2020", "query": "1984"}),
        ("search_quotes", {"kind": "direct"}, {"kind": ["direct"]}),
        ("search_quotes", {"kind": '["direct", "post"]'}, {"kind": ["direct", "post"]}),
        ("search_quotes", {"reverse": "true"}, {"reverse": True}),
        ("cite_quotes", {"ids": "h12b"}, {"ids": ["h12b"]}),
        ("search_quotes", {"query": "[sic]", "colour": None}, {"query": "[sic]"}),
    ],
)
def test_what_is_plainly_meant_is_taken(tool: str, given: dict[str, Any], meant: dict[str, Any]) -> None:
    assert checked(given, TAKES[tool]) == meant


@pytest.mark.parametrize("limit", ["many", "true", "1e999", "NaN", "[5]", "", "5.5", True])
def test_what_is_no_number_is_none(limit: str | bool) -> None:
    if limit == "":  # left out
        assert checked({"limit": limit}, TAKES["search_quotes"]) == {}
        return
    with pytest.raises(UsageError, match="limit: "):
        checked({"limit": limit}, TAKES["search_quotes"])
