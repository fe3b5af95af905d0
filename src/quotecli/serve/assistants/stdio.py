"""Standard input and output as the SDK's streams, so that the server ends as a command should.

The SDK's own reading of standard input can't be interrupted before the next line comes, and the end of the input cuts
off answers that are being worked out: `… | quotes mcp` would lose them.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO, TextIOWrapper
from typing import Any

import anyio
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage
from mcp_types import PARSE_ERROR, ErrorData, JSONRPCError, JSONRPCRequest, JSONRPCResponse

__all__ = ["encodable", "standard_streams"]

_PATIENCE = 5.0
"""Seconds that answers may take after the input has ended."""

_LONE = re.compile("[\ud800-\udfff]")

Incoming = MemoryObjectReceiveStream[SessionMessage | Exception]
Outgoing = MemoryObjectSendStream[SessionMessage]


def encodable(value: Any) -> Any:
    """Return data with lone surrogates replaced, which no message can hold: cut emoji, file names that aren't UTF-8."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {encodable(name): encodable(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [encodable(item) for item in value]
    return value


def _without_lone_surrogates(line: str) -> str:
    """Return a message as it is, but for lone surrogates: the SDK would refuse it, and its request get no answer."""
    if "\\ud" not in line.lower():
        return line
    try:
        return json.dumps(encodable(json.loads(line))) + "\n"
    except (ValueError, RecursionError):  # no message anyway
        return line


class _Lines(anyio.AsyncFile[str]):
    """Standard input, which nobody has to wait for."""

    async def readline(self) -> str:
        """Return the next line; the thread that waits for it is left behind when this is cancelled."""
        while True:
            line = await anyio.to_thread.run_sync(self.wrapped.readline, abandon_on_cancel=True)
            if line.strip() or not line:  # an empty line is no message
                return _without_lone_surrogates(line)


class _Open:
    """The requests that have no answer yet."""

    def __init__(self) -> None:
        self._ids: set[object] = set()
        self._settled = anyio.Event()

    def asked(self, message: SessionMessage) -> None:
        """Note a request."""
        if isinstance(message.message, JSONRPCRequest):
            self._ids.add(message.message.id)

    def answered(self, message: SessionMessage) -> None:
        """Note an answer."""
        if isinstance(message.message, JSONRPCResponse | JSONRPCError):
            self._ids.discard(message.message.id)
            self._settled.set()

    async def settled(self) -> None:
        """Wait until all have an answer, for a while."""
        with anyio.move_on_after(_PATIENCE):
            while self._ids:
                self._settled = anyio.Event()
                await self._settled.wait()


@asynccontextmanager
async def standard_streams() -> AsyncIterator[tuple[Incoming, Outgoing]]:
    """Give the messages that come in, and a stream for those that go out; the end comes when all is answered."""
    stdin = TextIOWrapper(sys.stdin.buffer if sys.stdin else BytesIO(), encoding="utf-8", errors="replace")
    unanswered = _Open()
    to_server, incoming = anyio.create_memory_object_stream[SessionMessage | Exception]()
    outgoing, from_server = anyio.create_memory_object_stream[SessionMessage]()
    async with stdio_server(stdin=_Lines(stdin)) as (read, write), anyio.create_task_group() as tasks:

        async def hear() -> None:
            async with to_server:
                async for item in read:
                    if isinstance(item, Exception):  # no JSON, or no message: the one who sent it is told
                        error = ErrorData(code=PARSE_ERROR, message="Parse error")
                        await write.send(SessionMessage(JSONRPCError(jsonrpc="2.0", id=None, error=error)))
                        continue
                    unanswered.asked(item)
                    await to_server.send(item)
                await unanswered.settled()

        async def say() -> None:
            async with write, from_server:
                async for message in from_server:
                    await write.send(message)
                    unanswered.answered(message)

        tasks.start_soon(hear)
        tasks.start_soon(say)
        yield incoming, outgoing
