"""Who was here yesterday comes in again, and nobody else does; nobody is shown Jupyter."""

import re
import stat
import urllib.error
import urllib.request
from html.parser import HTMLParser
from http.cookiejar import CookieJar

import pytest

from course.content import LANGUAGES, wording
from course.lab import launch, returning

PAGE = "course/03-draft-the-quality-policy.html"


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "my-work"))
    monkeypatch.delenv("COURSE_EXCHANGE", raising=False)
    return tmp_path / "state"


def secret_file(state):
    return state / "returning" / "cookie-secret"


def test_the_secret_stays_the_same_and_is_its_owners_alone(state):
    first = returning.cookie_secret()
    assert returning.cookie_secret() == first
    assert len(first) == 32
    assert stat.S_IMODE(secret_file(state).stat().st_mode) == 0o600
    assert stat.S_IMODE(secret_file(state).parent.stat().st_mode) == 0o700


def test_each_state_folder_has_a_secret_of_its_own(state, monkeypatch):
    first = returning.cookie_secret()
    monkeypatch.setenv("COURSE_STATE", str(state.parent / "other"))
    assert returning.cookie_secret() != first


@pytest.mark.parametrize("fault", ["read by others", "a link", "short", "gone"])
def test_a_secret_that_may_be_known_is_not_used_again(state, fault):
    first, file = returning.cookie_secret(), secret_file(state)
    if fault == "read by others":
        file.chmod(0o644)
    elif fault == "short":
        file.write_bytes(b"")
    else:
        file.rename(file.with_name("elsewhere"))
        if fault == "a link":
            file.symlink_to(file.with_name("elsewhere"))
    second = returning.cookie_secret()
    assert second != first
    assert returning.cookie_secret() == second


def test_on_a_machine_of_several_accounts_no_secret_is_kept(state, monkeypatch):
    """Whoever takes the port meanwhile is sent the cookie by the browser."""
    monkeypatch.setenv("COURSE_EXCHANGE", "/srv/exchange")
    assert returning.cookie_secret() != returning.cookie_secret()
    assert not secret_file(state).exists()


@pytest.mark.usefixtures("state")
def test_the_last_port_is_preferred():
    assert launch.first_port("pages") == launch.FIRST_PORT
    returning.keep_port(9444)
    assert launch.first_port("pages") == 9444
    assert launch.first_port("formgrader") == launch.FIRST_PORT + 100
    assert launch.first_port("lab") == launch.FIRST_PORT


@pytest.mark.parametrize("damaged", [b"", b"x", b"80", b"99999", b"\xff"])
def test_a_damaged_port_is_none(state, damaged):
    returning.keep_port(9444)
    (state / "returning" / "port").write_bytes(damaged)
    assert launch.first_port("pages") == launch.FIRST_PORT


class Browser:
    """Cookies, as a browser keeps them over the night."""

    def __init__(self):
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def get(self, address, code=200):
        try:
            answer = self.opener.open(address, timeout=60)
        except urllib.error.HTTPError as refused:
            answer = refused
        assert answer.status == code
        return answer

    def is_let_in(self, address):
        answer = self.get(address)
        return answer.url.partition("?")[0].endswith(PAGE) and b'data-call="show.' in answer.read()


def served(port, what="pages"):
    launch.prepare()
    server = launch.serve(port, what)
    launch.wait_until_open(server)
    return server


@pytest.mark.slow
@pytest.mark.usefixtures("state")
def test_a_browser_comes_back_after_a_restart_and_a_stranger_does_not():
    known, first = Browser(), served(launch.free_port(9870))
    yesterday = first.url(PAGE)
    bare = yesterday.partition("?")[0]
    assert known.is_let_in(yesterday)
    first.stop()
    second = served(first.port)
    try:
        assert known.is_let_in(bare)
        assert known.is_let_in(yesterday)
        assert first.token != second.token
        for address in (yesterday, bare, bare + "?token=wrong"):
            stranger = Browser()
            assert not stranger.is_let_in(address)
            assert not stranger.is_let_in(bare)
    finally:
        second.stop()


@pytest.mark.slow
@pytest.mark.usefixtures("state")
def test_a_trainers_browser_comes_in_anew():
    known, first = Browser(), served(launch.free_port(9890), "formgrader")
    known.get(first.formgrader())
    first.stop()
    second = served(first.port, "formgrader")
    try:
        address = second.formgrader().partition("/login")[0] + "/formgrader/manage_assignments"
        assert "/login" in known.get(address).url
    finally:
        second.stop()


class Sections(HTMLParser):
    """The languages a page speaks, and all it says."""

    def __init__(self, html):
        super().__init__()
        self.spoken, self.words, self.scripts = [], "", 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.scripts += tag == "script"
        if tag == "section":
            self.spoken.append((given["lang"], given["dir"]))

    def handle_data(self, data):
        self.words += data


def is_ours(answer, why):
    html = re.sub("<style>.*?</style>", "", answer.read().decode(), flags=re.DOTALL)
    page = Sections(html)
    assert sorted(page.spoken) == [("ar", "rtl"), ("en", "ltr")]
    for language in LANGUAGES:
        assert wording(language)(f"outside.{why}") in page.words
    assert not re.search("jupyter|token|password", html, re.IGNORECASE)
    assert page.scripts == 0


@pytest.mark.slow
@pytest.mark.usefixtures("state")
@pytest.mark.parametrize("what", ["pages", "lab"])
def test_whoever_is_not_let_in_or_lost_sees_a_page_of_ours(what):
    server = served(launch.free_port(9910), what)
    try:
        top = server.url("").partition("?")[0]
        stranger = Browser().get(top + ("lab" if what == "lab" else PAGE))
        rules = stranger.headers["Content-Security-Policy"]
        assert "default-src 'none'" in rules
        assert "script-src 'self'" in rules
        is_ours(stranger, "stranger")
        known = Browser()
        known.get(server.url("login"))
        if what == "pages":
            assert "00-start-here" in known.get(top).url
            is_ours(known.get(top + "course/99-no-such-page.html", 404), "lost")
        is_ours(known.get(top + "no/such/page", 404), "lost")
    finally:
        server.stop()
