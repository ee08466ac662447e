"""The course's own pages as a server hands them out: to who may see them, and under which rules."""

import json
import re
import urllib.error
import urllib.request
from html.parser import HTMLParser

import pytest

from course.content import load_glossary
from course.lab import launch
from course.lab.options import light_options
from course.learner import bookmarks

SLUG = "draft-the-quality-policy"
LESSON = f"03-{SLUG}"
CASE = "marsa-al-khail-contracting"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("light")


@pytest.fixture
def same_work(folder, monkeypatch):
    """This process looks into the folder that the server keeps a learner's work in."""
    monkeypatch.setenv("COURSE_WORK", str(folder / "my-work"))


@pytest.fixture(scope="module")
def server(folder):
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


def fetch(server, address, *, token=True, data=None):
    known = {"Authorization": f"token {server.token}"} if token else {}
    url = f"http://127.0.0.1:{server.port}/course/{address}"
    return urllib.request.urlopen(urllib.request.Request(url, data, known), timeout=60)


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


STRANGERS = [f"{LESSON}.html", "kernel", "page.js", "search.en.json", f"mine?page={LESSON}", ""]


@pytest.mark.parametrize("address", STRANGERS)
def test_nothing_is_handed_to_a_stranger(server, address):
    assert "/login" in fetch(server, address, token=False).url


@pytest.mark.parametrize(
    "address",
    [
        "no-such-lesson.html",
        "marsa-al-khail-contracting.html",  # it is not handed out here
        "nothing.js",
        "search.fr.json",
        "..%2f..%2frequirements.lock",
    ],
)
def test_what_is_not_there_is_not_found(server, address):
    with pytest.raises(urllib.error.HTTPError) as refused:
        fetch(server, address)
    assert refused.value.code == 404


@pytest.mark.parametrize("name", [LESSON, f"{LESSON}.ar"])
def test_what_is_searched_is_named_by_its_page_and_kept_by_the_browser(server, name):
    html = fetch(server, f"{name}.html").read().decode()
    (address,) = re.findall(r'data-index="([^"]+)"', html)
    answer = fetch(server, address)
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Type"].startswith("application/json")
    titles = {entry["title"] for entry in json.load(answer)["entries"]}
    language = "ar" if name.endswith(".ar") else "en"
    assert {term.term[language] for term in load_glossary().values()} <= titles


def test_a_case_is_searched_only_once_the_learner_has_it(server, folder):
    def found():
        html = fetch(server, f"{LESSON}.html").read().decode()
        (address,) = re.findall(r'data-index="([^"]+)"', html)
        entries = json.load(fetch(server, address))["entries"]
        return address, [one for one in entries if one["id"].startswith("case/")]

    before, none = found()
    assert none == []
    page = folder / "my-work" / CASE / f"{CASE}.ipynb"
    page.parent.mkdir(parents=True)
    page.write_text("{}")
    after, (case,) = found()
    assert after != before
    assert case["address"] == f"{CASE}.html"
    page.unlink()


def keep(server, keep=True, page=LESSON, step="workshop", **named):
    given = {"page": page, "slug": SLUG, "step": step, "keep": keep}
    return json.load(fetch(server, "mine", data=json.dumps(given).encode(), **named))["places"]


def test_a_place_is_kept_for_each_language_and_taken_off(server):
    (place,) = keep(server)
    assert place["address"] == f"{LESSON}.html#workshop"
    (there,) = json.load(fetch(server, f"mine?page={LESSON}.ar"))["places"]
    assert there["address"] == f"{LESSON}.ar.html#workshop"
    assert there["title"] != place["title"]
    assert keep(server, keep=False) == []


@pytest.mark.usefixtures("same_work")
def test_a_kept_step_that_is_no_more_is_not_shown_and_not_lost(server):
    bookmarks.keep(bookmarks.Bookmark(SLUG, "last-years-step"))
    assert [place["step"] for place in keep(server)] == ["workshop"]
    assert bookmarks.Bookmark(SLUG, "last-years-step") in bookmarks.kept()
    keep(server, keep=False)
    keep(server, keep=False, step="last-years-step")
    assert bookmarks.kept() == []


@pytest.mark.usefixtures("same_work")
def test_a_stranger_keeps_no_place(server):
    with pytest.raises(urllib.error.HTTPError) as refused:
        keep(server, token=False)
    assert refused.value.code == 403
    assert bookmarks.kept() == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", 400),
        (b"[]", 400),
        (b'{"page": "x"}', 400),
        (json.dumps({"page": LESSON, "slug": "../..", "step": "x", "keep": True}).encode(), 404),
    ],
)
def test_what_is_no_place_is_refused(server, body, code):
    with pytest.raises(urllib.error.HTTPError) as refused:
        fetch(server, "mine", data=body)
    assert refused.value.code == code


def test_the_shared_kernel_is_never_culled():
    assert not [option for option in light_options(8888) if "cull" in option]
