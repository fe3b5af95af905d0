"""Addresses, on a server of our own at the loopback: bounds, redirects, internal addresses, feeds, politeness."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.read import samples
from tests.read.reading import Results, only_article, only_error, paragraphs
from tests.read.samples import SENTENCE

from quotecli.core.types import Article
from quotecli.read import Bounds, ReadFailure, ReadOptions, SourceRef, iter_sources, read
from quotecli.read.fetch import is_internal

QUICK = Bounds(fetch_seconds=1.5, fetch_bytes=100_000, fetch_delay=0.1, feed_items=5)
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test's table says, and notes what it was asked."""

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Site)
        server.asked.append((self.path, dict(self.headers), time.monotonic()))
        answer = server.pages.get(self.path)
        if answer is None:
            self.answer(b"gone", status=404)
        elif callable(answer):
            answer(self)
        else:
            self.answer(answer)

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


class Site(ThreadingHTTPServer):
    """A web site of the tests."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, bytes | Answer] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def get(url: str, **options: object) -> Results:
    chosen = ReadOptions(**{"bounds": QUICK, **options})  # type: ignore[arg-type]
    found: Results = []
    for ref in iter_sources([url], chosen):
        found += read(ref, chosen) if isinstance(ref, SourceRef) else [ref]
    return found


def redirect(to: str, status: int = 302) -> Answer:
    return lambda handler: handler.answer(b"", status, Location=to)


def test_a_page(site: Site) -> None:
    site.pages["/rain"] = samples.html()
    article = only_article(get(f"{site.url}/rain"))
    assert SENTENCE in paragraphs(article)
    assert article.source == f"{site.url}/rain"
    assert article.accessed is not None
    assert article.published is None
    assert site.paths() == ["/rain"]


def test_packed_answers_and_their_bombs(site: Site) -> None:
    site.pages["/packed"] = lambda handler: handler.answer(gzip.compress(samples.html()), Content_Encoding="gzip")
    site.pages["/bomb"] = lambda handler: handler.answer(gzip.compress(bytes(1_000_000)), Content_Encoding="gzip")
    site.pages["/odd"] = lambda handler: handler.answer(b"x", Content_Encoding="compress")
    assert SENTENCE in only_article(get(f"{site.url}/packed")).text
    assert only_error(get(f"{site.url}/bomb")) == "unpacks to more than 97.7 KiB"
    assert only_error(get(f"{site.url}/odd")) == "packed as compress, which we don't know"


@pytest.mark.parametrize(("name", "media_type"), [("a.pdf", "application/pdf"), ("a.jsonl", "text/plain")])
def test_other_kinds(site: Site, name: str, media_type: str) -> None:
    site.pages["/file"] = lambda handler: handler.answer(samples.SAMPLES[name](), Content_Type=media_type)
    results = get(f"{site.url}/file")
    assert results
    assert all(isinstance(result, Article) for result in results)


def test_charsets_of_the_header(site: Site) -> None:
    page = "<p>«Мы не будем ждать дождя», — сказала она журналистам в понедельник.</p>".encode("cp1251")
    site.pages["/a"] = lambda handler: handler.answer(page, Content_Type="text/html; charset=windows-1251")
    assert "«Мы не будем ждать дождя»" in only_article(get(f"{site.url}/a")).text


def test_redirects_within_the_typed_site_are_followed_to_a_limit(site: Site) -> None:
    site.pages |= {f"/{number}": redirect(f"/{number + 1}") for number in range(6)}
    site.pages["/6"] = samples.html()
    assert only_article(get(f"{site.url}/1")).source == f"{site.url}/1"
    assert only_error(get(f"{site.url}/0")) == "more than 5 redirects"
    site.pages["/loop"] = redirect("/loop")
    assert only_error(get(f"{site.url}/loop")) == "more than 5 redirects"


def test_a_redirect_never_leads_inside(site: Site) -> None:
    with Site() as other:
        threading.Thread(target=other.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        other.pages["/secret"] = samples.html()
        for number, target in enumerate(
            [
                f"{other.url}/secret",
                f"http://localhost:{other.server_port}/secret",
                "http://169.254.169.254/",
                "http://[::1]/",
            ]
        ):
            site.pages[f"/{number}"] = redirect(target)
            assert "an internal address that was not typed" in only_error(get(f"{site.url}/{number}"))
        assert other.asked == []
        other.shutdown()
    for target in ("file:///etc/passwd", "ftp://127.0.0.1/", "gopher://x/", "http://", "http://[", "//"):
        site.pages["/odd"] = redirect(target)
        assert only_error(get(f"{site.url}/odd"))


def test_an_address_that_was_not_typed_is_never_internal(site: Site) -> None:
    site.pages["/rain"] = samples.html()
    ref = SourceRef(f"{site.url}/rain", "x", typed=False)
    assert "internal address" in only_error(list(read(ref, ReadOptions(bounds=QUICK))))
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "internal"),
    [
        *(
            (inside, True)
            for inside in ("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0")
        ),
        *(
            (inside, True)
            for inside in ("::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "100.64.0.1", "224.0.0.1", "x")
        ),
        *((outside, False) for outside in ("93.184.216.34", "2606:2800:220:1::1", "8.8.8.8")),
    ],
)
def test_internal_addresses(address: str, internal: bool) -> None:
    assert is_internal(address) is internal


@pytest.mark.slow
def test_too_large_and_too_slow(site: Site) -> None:
    site.pages["/large"] = b"a" * 200_000
    assert only_error(get(f"{site.url}/large")) == "larger than 97.7 KiB, the limit for one download"

    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(60):
            try:
                handler.wfile.write(b"a")
            except OSError:
                return
            time.sleep(0.1)

    site.pages["/slow"] = drip
    site.pages["/silent"] = lambda _handler: time.sleep(4)
    for path in ("/slow", "/silent"):
        begun = time.monotonic()
        assert only_error(get(site.url + path)) == "no full answer from 127.0.0.1 within 1.5 s"
        assert time.monotonic() - begun < 3


def test_answers_that_are_no_pages(site: Site) -> None:
    def broken(handler: Handler) -> None:
        handler.wfile.write(b"nonsense\r\n\r\n")

    def short(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"<p>x")

    site.pages |= {"/broken": broken, "/short": short, "/empty": b""}
    assert only_error(get(f"{site.url}/none")) == "the server answered 404 Not Found"
    assert only_error(get(f"{site.url}/broken")) == "127.0.0.1 gave a broken answer"
    assert only_error(get(f"{site.url}/short")) == "127.0.0.1 gave a broken answer"
    assert only_error(get(f"{site.url}/empty")) == "empty"


def test_offline_is_a_sentence() -> None:
    found = only_error(get("http://no-such-host.invalid/"))
    assert found == "the host no-such-host.invalid is not found; is this machine offline?"
    with Site() as closed:
        address = closed.url
    assert only_error(get(address)) == "127.0.0.1 refuses the connection"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (socket.gaierror(socket.EAI_FAIL, "Non-recoverable failure"), "can't be looked up: Non-recoverable failure"),
        (UnicodeError("label too long"), "can't be looked up: label too long"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), "is not found; is this machine offline?"),
    ],
)
def test_why_a_host_has_no_address(monkeypatch: pytest.MonkeyPatch, error: Exception, said: str) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert only_error(get("http://tide.example/")) == f"the host tide.example {said}"


@pytest.mark.parametrize(
    "url", ["http://", "http://[", "http://a:b@127.0.0.1/", "http://x:99999/", "http://" + "a" * 300]
)
def test_odd_addresses(url: str) -> None:
    assert only_error(get(url))


def feed(site: Site, *paths: str) -> bytes:
    items = "".join(
        f"<item><title>T{path}</title><link>{site.url}{path}</link>"
        "<pubDate>Fri, 02 Oct 2020 10:00:00 GMT</pubDate></item>"
        for path in paths
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>{items}</channel></rss>".encode()


def test_a_feed_s_articles_are_followed_politely(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = lambda handler: handler.answer(feed(site, "/1", "/private/2", "/gone", "/3"), ETag='"f1"')
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /private/\n"
    site.pages |= {"/1": samples.html(), "/private/2": samples.html(), "/3": samples.html()}
    results = get(f"{site.url}/feed")
    assert [(result.source if isinstance(result, Article) else result.error) for result in results] == [
        f"{site.url}/1",
        "its site's robots.txt asks programs not to fetch it",
        "the server answered 404 Not Found",
        f"{site.url}/3",
    ]
    assert all(str(result.published) == "2020-10-02" for result in results if isinstance(result, Article))
    assert site.paths() == ["/feed", "/robots.txt", "/1", "/gone", "/3"]
    pauses = [later[2] - earlier[2] for earlier, later in zip(site.asked[2:], site.asked[3:], strict=False)]
    assert min(pauses) >= QUICK.fetch_delay * 0.9


def test_a_site_whose_rules_can_t_be_asked_is_left_alone(site: Site) -> None:
    def misleading(handler: Handler) -> None:
        handler.send_response(503, "The gate answered 404")
        handler.end_headers()

    site.pages |= {"/feed": feed(site, "/1"), "/1": samples.html()}
    for answer in (misleading, lambda handler: handler.wfile.write(b"nonsense\r\n\r\n")):
        site.pages["/robots.txt"] = answer
        found = only_error(get(f"{site.url}/feed"))
        assert found == "its site's robots.txt can't be asked, so nothing is fetched there"


@pytest.mark.parametrize("status", [401, 404, 410])
def test_a_site_without_rules_forbids_nothing(site: Site, status: int) -> None:
    site.pages |= {"/feed": feed(site, "/1"), "/1": samples.html()}
    site.pages["/robots.txt"] = lambda handler: handler.answer(b"", status)
    assert only_article(get(f"{site.url}/feed")).source == f"{site.url}/1"


def test_a_feed_is_asked_again_only_for_what_is_new(site: Site, tmp_path: Path) -> None:
    def tagged(body: bytes, tag: str) -> Answer:
        def answer(handler: Handler) -> None:
            if handler.headers.get("If-None-Match") == tag:
                handler.answer(b"", 304)
            else:
                handler.answer(body, ETag=tag)

        return answer

    cache = tmp_path / "deep" / "validators.json"
    site.pages |= {"/feed": tagged(feed(site, "/1"), '"f1"'), "/1": tagged(samples.html(), '"a1"')}
    assert len(get(f"{site.url}/feed", cache_file=cache)) == 1
    assert json.loads(cache.read_text()) == {
        f"{site.url}/1": {"If-None-Match": '"a1"'},
        f"{site.url}/feed": {"If-None-Match": '"f1"', "feed": "followed"},
    }
    assert get(f"{site.url}/feed", cache_file=cache) == []
    assert len(get(f"{site.url}/1", cache_file=cache)) == 1
    site.pages |= {"/feed": tagged(feed(site, "/2", "/1"), '"f2"'), "/2": samples.html()}
    assert [result.source for result in get(f"{site.url}/feed", cache_file=cache) if isinstance(result, Article)] == [
        f"{site.url}/2"
    ]
    cache.write_text("{[")
    assert len(get(f"{site.url}/feed", cache_file=cache)) == 2


def test_a_feed_s_items_are_bounded(site: Site) -> None:
    paths = [f"/{number}" for number in range(9)]
    site.pages |= {"/feed": feed(site, *paths), **dict.fromkeys(paths, samples.html())}
    assert len(get(f"{site.url}/feed")) == QUICK.feed_items


def test_nothing_is_fetched_for_files(site: Site, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(site, "/1"))
    (tmp_path / "page.html").write_bytes(
        samples.html() + f"<img src='{site.url}/x.png'><script src='{site.url}/x.js'>".encode()
    )
    for result in [*get(str(tmp_path / "feed.xml")), *get(str(tmp_path / "page.html"))]:
        assert isinstance(result, Article | ReadFailure)
    assert site.asked == []
