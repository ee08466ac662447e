"""The course's own pages as a server hands them out: to who may see them, and under which rules."""

import json
import urllib.error
import urllib.request
from html.parser import HTMLParser

import pytest

from course.lab import launch
from course.lab.options import light_options

LESSON = "03-draft-the-quality-policy"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("light")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_STATE", str(folder / "state"))
        patch.setenv("COURSE_WORK", str(folder / "my-work"))
        launch.prepare()
        running = launch.serve(launch.free_port(9850))
        try:
            launch.wait_until_open(running)
            yield running
        finally:
            running.stop()


def fetch(server, address, *, token=True):
    known = {"Authorization": f"token {server.token}"} if token else {}
    url = f"http://127.0.0.1:{server.port}/course/{address}"
    return urllib.request.urlopen(urllib.request.Request(url, headers=known), timeout=60)


class Assets(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.named = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "script":
            self.named.append(given["src"])
        elif tag == "link" and given["rel"] == "stylesheet":
            self.named.append(given["href"])


def test_a_page_may_run_its_own_script_and_nothing_else(server):
    rules = fetch(server, f"{LESSON}.html").headers["Content-Security-Policy"]
    policy = dict(rule.strip().split(" ", 1) for rule in rules.split(";"))
    assert policy["script-src"] == "'self'"
    assert policy["default-src"] == policy["base-uri"] == "'none'"
    assert "eval" not in rules
    assert "http" not in policy["connect-src"]


def test_what_a_page_names_is_there_and_is_kept_by_the_browser(server):
    html = fetch(server, f"{LESSON}.html").read().decode()
    named = Assets(html).named
    assert len(named) == 4
    for address in named:
        answer = fetch(server, address)
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.read()


def test_the_kernel_is_warm_and_stays_the_same(server):
    first, second = (json.load(fetch(server, "kernel")) for _ in range(2))
    assert first == second
    assert first["run"]
    assert first["channels"].endswith("/channels")


@pytest.mark.parametrize("address", [f"{LESSON}.html", "kernel", "page.js", ""])
def test_nothing_is_handed_to_a_stranger(server, address):
    assert "/login" in fetch(server, address, token=False).url


@pytest.mark.parametrize(
    "address",
    [
        "no-such-lesson.html",
        "marsa-al-khail-contracting.html",  # it is not handed out here
        "nothing.js",
        "..%2f..%2frequirements.lock",
    ],
)
def test_what_is_not_there_is_not_found(server, address):
    with pytest.raises(urllib.error.HTTPError) as refused:
        fetch(server, address)
    assert refused.value.code == 404


def test_the_shared_kernel_is_never_culled():
    assert not [option for option in light_options(8888) if "cull" in option]
