"""A second reader's address holds no secret, and no server holds the trainer up."""

import gzip
import time

import pytest
from reader_server import MODEL, chat, of_first_words, said, serving

from course.marking.second_prompt import load_prompt
from course.marking.second_reader import Reading, Unanswered, understood
from course.trainer import GradingError, reader_endpoint, second_round
from course.trainer.reader_address import Address
from course.trainer.reader_endpoint import Endpoint
from course.trainer.second_kept import Used

SAMPLE = load_prompt().sample
KEY = "sk-never-shown"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.delenv(reader_endpoint.KEY, raising=False)
    monkeypatch.setattr(reader_endpoint, "PAUSE", 0.0)


def ask(server):
    return Endpoint.at(Address.of(server.url)).ask(MODEL, SAMPLE.asked, SAMPLE.answer)


# The address and the key.


@pytest.mark.parametrize(
    ("url", "base", "here"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1", True),
        ("http://127.0.0.1:8080/v1/", "http://127.0.0.1:8080/v1", True),
        ("http://[::1]:8080/v1/chat/completions", "http://[::1]:8080/v1", True),
        ("https://host.example/v1beta/openai", "https://host.example/v1beta/openai", False),
        ("http://192.168.1.9:8000", "http://192.168.1.9:8000/v1", False),
        ("https://localhost.example", "https://localhost.example/v1", False),
        ("https://аpi.example", "https://xn--pi-6kc.example/v1", False),
    ],
)
def test_an_address_is_read_and_its_host_told(url, base, here):
    found = Address.of(url)
    assert (found.base, found.here) == (base, here)


@pytest.mark.parametrize(
    "url",
    [
        *("", "localhost:11434", "ftp://host/v1", "file:///etc/passwd", "http://", "http:///v1"),
        *("http://user:secret@host/v1", "https://secret@host", "https://host/v1?key=secret"),
        *("https://host/v1#secret", "http://host:99999999/secret", "http://[secret", "http://a b"),
        *("http://host/\nsecret", "http://ho\u202est/secret"),
    ],
)
def test_an_address_with_a_secret_or_without_sense_is_refused_and_not_said_back(url):
    with pytest.raises(GradingError, match="is refused") as refused:
        Address.of(url)
    assert "secret" not in str(refused.value)


def test_the_key_goes_to_the_host_alone_and_shows_nowhere(monkeypatch):
    monkeypatch.setenv(reader_endpoint.KEY, KEY)
    with serving(of_first_words(1)) as server:
        endpoint = Endpoint.at(Address.of(server.url))
        endpoint.ask(MODEL, SAMPLE.asked, SAMPLE.answer)
        assert server.seen[0].headers["Authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(endpoint)


@pytest.mark.parametrize(
    ("key", "url"), [(KEY, "http://10.0.0.1"), ("a\nb", "https://h.example"), ("é", "https://h.ae")]
)
def test_a_key_that_would_be_seen_or_is_none_is_refused(key, url, monkeypatch):
    monkeypatch.setenv(reader_endpoint.KEY, key)
    with pytest.raises(GradingError, match=reader_endpoint.KEY) as refused:
        Endpoint.at(Address.of(url))
    assert key not in str(refused.value)


# Hostile servers.


def _slowly(handler):
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b" ")
        time.sleep(0.02)


def _slow_head(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-A: b\r\n")
        time.sleep(0.02)


def _without_end(handler):
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b'{"a": "' * 10_000)


def _packed(handler):
    handler.send(gzip.compress(b" " * 50_000_000), Content_Encoding="gzip")


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (lambda h: h.send(b"<html>Sign in</html>"), "no-json"),
        (lambda h: h.send(b""), "no-json"),
        (lambda h: h.send(b"\xff\xfe{}"), "no-json"),
        (lambda h: h.send(b'{"choices": []}'), "no-json"),
        (lambda h: h.send(b'{"choices": [{"message": {}}]}'), "no-json"),
        (lambda h: h.send(chat(None)), "no-json"),
        (lambda h: h.send(chat([{"text": "x"}])), "no-json"),
        (lambda h: h.send(b"[" * 200_000), "no-json"),
        (_packed, "no-json"),
        (_without_end, "too-long"),
        (_slowly, "too-slow"),
        (_slow_head, "too-slow"),
        (lambda h: h.send(b"", 401), "not-let-in"),
        (lambda h: h.send(said(1, "x"), 302, Location="http://127.0.0.1:9/"), "sent-elsewhere"),
        (lambda h: h.send(said(1, "x"), 307, Location="/v1/other"), "sent-elsewhere"),
        (lambda h: h.send(b"", 404), "refused"),
        (lambda h: h.send(said(1, "x"), 206), "refused"),
        (lambda h: h.send(b"", 500), "refused"),
        (lambda h: h.wfile.write(b"SSH-2.0-OpenSSH\r\n"), "no-answer"),
        (lambda _: None, "no-answer"),
    ],
)
def test_a_hostile_server_is_left_within_its_time(reply, why, monkeypatch):
    monkeypatch.setattr(reader_endpoint, "SECONDS", 0.7)
    begun = time.monotonic()
    with serving(reply) as server, pytest.raises(Unanswered) as none:
        ask(server)
    assert none.value.reason == why
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(("status", "times"), [(500, 2), (503, 2), (429, 2), (404, 1), (401, 1)])
def test_it_is_asked_once_more_where_that_may_help(status, times):
    with serving(lambda h: h.send(b"", status)) as server:
        with pytest.raises(Unanswered):
            ask(server)
        assert len(server.seen) == times


def test_the_second_try_counts():
    def reply(handler):
        first = len(handler.server.seen) == 1
        handler.send(b"", 503) if first else of_first_words(1)(handler)

    with serving(reply) as server:
        found = understood(ask(server).content, SAMPLE.asked, SAMPLE.answer)
    assert found == Reading(1, "We buy two new fridges")


def test_nobody_there_is_told_before_anything_is_sent():
    with serving(of_first_words(1)) as server:
        url = server.url
    with pytest.raises(GradingError, match=r"does not answer; .* No answer was sent"):
        second_round.meet(Endpoint.at(Address.of(url)))


def test_several_models_are_named_to_choose_from():
    with serving(of_first_words(1)) as server:
        server.models = ["one", "two\x1b[2J"]
        endpoint = Endpoint.at(Address.of(server.url))
        with pytest.raises(GradingError, match=r"choose one: one, two \[2J$"):
            second_round.meet(endpoint)
        assert server.seen == []
        assert second_round.meet(endpoint, MODEL).used == Used(MODEL, MODEL, "127.0.0.1")
