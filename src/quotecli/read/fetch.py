"""http(s) addresses → bytes: bounded in time, size and redirects, and never into the local network by a redirect.

Built on http.client rather than a client library: each host name is resolved once, the address is judged, and the
connection goes to the address that was judged.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from quotecli.core.errors import FetchError, TooLarge
from quotecli.read.archives.http import unpack
from quotecli.read.bounds import Bounds, size_in_words

USER_AGENT = "quotecli"
_REDIRECTS = {301, 302, 303, 307, 308}
_SAFE = "/%:=&?~+!$,;'@()*[]-._"
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Attributes:
        url: the address after redirects.
        status: 200, or 304 when it hasn't changed.
        headers: names in lower case.
        body: unpacked.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Address:
    """A URL in its parts."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> tuple[str, int]:
        """Host and port."""
        return self.host, self.port


def parse_address(url: str) -> Address:
    """Split an address; raises FetchError for what is no http(s) address of a host."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:
        raise FetchError("not a valid address") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise FetchError("only http and https addresses are fetched")
    if parts.username or parts.password:
        raise FetchError("addresses with a user name or password are not fetched")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Address(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path)


class Fetcher:
    """Fetches addresses for one command."""

    def __init__(self, bounds: Bounds, typed: str | None = None) -> None:
        """Take the limits, and the address the user typed: only its host and port may be internal."""
        self._bounds = bounds
        self._typed = parse_address(typed).origin if typed else None

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Fetch an address, redirects followed.

        Args:
            url: http(s) address.
            headers: further request headers (`If-None-Match`).

        Raises:
            FetchError: it can't be fetched, or the answer isn't a page.
            TooLarge: it is larger, or takes longer, than the bounds allow.
        """
        deadline = time.monotonic() + self._bounds.fetch_seconds
        for _ in range(self._bounds.redirects + 1):
            address = parse_address(url)
            answer = self._ask(address, url, headers or {}, deadline)
            target = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not target:
                return answer
            try:
                url = urljoin(url, target.encode("latin-1", "replace").decode("utf-8", "replace")).partition("#")[0]
            except ValueError:
                raise FetchError("the server redirects to an address that isn't valid") from None
        raise FetchError(f"more than {self._bounds.redirects} redirects")

    def _ask(self, address: Address, url: str, headers: Mapping[str, str], deadline: float) -> Answer:
        """Send one request; the watch shuts the connection at the deadline, however slowly bytes drip in."""
        sockets: list[socket.socket] = []
        connection = self._connection(address, deadline, sockets)
        watch = threading.Timer(max(0.0, deadline - time.monotonic()), _shut, [sockets])
        watch.daemon = True
        watch.start()
        try:
            connection.connect()
            sockets.append(connection.sock)  # TLS has taken the first one over
            connection.request("GET", address.path, headers={**_DEFAULT_HEADERS, **headers})
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            status = response.status
            if status in _REDIRECTS or status == http.client.NOT_MODIFIED:
                return Answer(url, status, found, b"")
            if status != http.client.OK:
                raise FetchError(f"the server answered {status} {response.reason or ''}".rstrip(), status=status)
            body = self._body(response)
            if time.monotonic() >= deadline:  # shut by the watch: what came is not the whole
                raise TimeoutError
            if response.length:
                raise http.client.IncompleteRead(body, response.length)
            return Answer(url, status, found, unpack(body, found.get("content-encoding", ""), self._bounds.fetch_bytes))
        except (OSError, http.client.HTTPException, ValueError) as error:
            if time.monotonic() >= deadline or isinstance(error, TimeoutError):
                raise TooLarge(f"no full answer from {address.host} within {self._bounds.fetch_seconds:g} s") from None
            raise FetchError(_reason(error, address.host)) from None
        finally:
            watch.cancel()
            connection.close()

    def _connection(
        self, address: Address, deadline: float, sockets: list[socket.socket]
    ) -> http.client.HTTPConnection:
        """Return a connection that will go to the judged address; its socket goes to `sockets` for the watch."""
        target = self._resolve(address, deadline)
        left = max(0.1, deadline - time.monotonic())
        connection: http.client.HTTPConnection
        if address.scheme == "https":
            context = ssl.create_default_context()
            connection = http.client.HTTPSConnection(address.host, address.port, timeout=left, context=context)
        else:
            connection = http.client.HTTPConnection(address.host, address.port, timeout=left)

        def connect(_where: object, *rest: Any, **more: Any) -> socket.socket:
            sockets.append(socket.create_connection((target, address.port), *rest, **more))
            return sockets[-1]

        # http.client's own hook: the name stays for TLS and the Host header, the packets go to the judged address
        connection._create_connection = connect  # type: ignore[attr-defined]  # noqa: SLF001
        return connection

    def _resolve(self, address: Address, deadline: float) -> str:
        """Return the IP address to connect to; an internal one only for the host and port that were typed."""
        found: list[str] = []
        failed: list[Exception] = []

        def look_up() -> None:
            try:
                answers = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
                found.extend(str(answer[4][0]) for answer in answers)
            except (OSError, UnicodeError) as error:
                failed.append(error)

        # a thread, since the system's resolver takes no time limit
        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(max(0.1, deadline - time.monotonic()))
        if not found:
            raise FetchError(_not_found(address.host, failed[0] if failed else None))
        if address.origin != self._typed and any(is_internal(one) for one in found):
            raise FetchError(f"{address.host} is an internal address that was not typed")
        return found[0]

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        pieces: list[bytes] = []
        total = 0
        while piece := response.read(_PIECE):
            pieces.append(piece)
            total += len(piece)
            if total > self._bounds.fetch_bytes:
                raise TooLarge(f"larger than {size_in_words(self._bounds.fetch_bytes)}, the limit for one download")
        return b"".join(pieces)


_DEFAULT_HEADERS = {"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}


def is_internal(address: str) -> bool:
    """Tell whether an IP address is not of the public internet: loopback, private, link-local, shared, reserved."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return not found.is_global or found.is_multicast or (mapped is not None and not mapped.is_global)


def _shut(sockets: list[socket.socket]) -> None:
    for one in sockets:
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


def _not_found(host: str, error: Exception | None) -> str:
    """Return why a host has no address: what the resolver says, where that is more than that it knows none."""
    if error is None:
        return f"nobody said in time where the host {host} is"
    if isinstance(error, socket.gaierror) and error.errno in {socket.EAI_NONAME, socket.EAI_AGAIN}:
        return f"the host {host} is not found; is this machine offline?"
    return f"the host {host} can't be looked up: {getattr(error, 'strerror', None) or error}"


def _reason(error: Exception, host: str) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{host} has no valid certificate: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return f"no safe connection to {host}"
    if isinstance(error, ConnectionRefusedError):
        return f"{host} refuses the connection"
    if isinstance(error, OSError):
        return f"{host} can't be reached; is this machine offline?"
    return f"{host} gave a broken answer"
