"""An assistant's program as it is: the SDK's own client, and the server, a process of its own or in this one."""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import anyio
from mcp import Client, StdioServerParameters, stdio_client
from mcp_types import CallToolResult, TextContent
from tests.cli.conftest import Quotes, filled, inside, quotes

from quotecli.app.config import find_settings
from quotecli.app.context import Context
from quotecli.serve.assistants.server import make_server

__all__ = ["Session", "ask", "filled", "inside", "quotes", "talk", "text_of"]


T = TypeVar("T")


class Session:
    """A connection to the server."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def __call__(self, tool: str, **arguments: Any) -> CallToolResult:
        return await self.client.call_tool(tool, arguments)


def talk(tool: Quotes, conversation: Callable[[Session], Awaitable[T]], *, mode: str = "legacy") -> T:
    """Start the server, let the conversation go its way, end it; nothing may be said on standard error."""
    command, *arguments = tool.command("mcp")
    server = StdioServerParameters(command=command, args=arguments, env=tool.environment, cwd=tool.home)

    async def run() -> T:
        with tempfile.TemporaryFile("w+") as errors:
            async with Client(stdio_client(server, errors), mode=mode, read_timeout_seconds=60) as client:
                result = await conversation(Session(client))
            errors.seek(0)
            assert errors.read() == ""
            return result

    return anyio.run(run)


def ask(tool: Quotes, name: str, **arguments: Any) -> CallToolResult:
    """Return the answer to one call of a server in this process, which is there in a hundredth of the time."""
    place, config = find_settings(None, tool.environment)

    async def run() -> CallToolResult:
        async with Client(make_server(Context(place, config, remembers=False))) as client:
            return await client.call_tool(name, arguments)

    return anyio.run(run)


def text_of(result: CallToolResult) -> str:
    """Return the text of an answer."""
    [content] = result.content
    assert isinstance(content, TextContent)
    return content.text
