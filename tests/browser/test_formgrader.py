"""A learner's words in formgrader: whatever is in them, they are read and never run."""

import getpass
import json
import sqlite3
import urllib.request
import webbrowser
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from desk import CASE, everywhere, grade_rows, released, send, sheet, written
from playwright.sync_api import expect

from course import paths
from course.judging.answer import Answer
from course.lab import door, launch
from course.learner import answers, handin
from course.trainer import folders
from course.trainer.collect import collect
from course.trainer.feedback import feedback
from course.trainer.marking import mark_case
from course.trainer.report import write_report

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What the name of the attack runs: the last answer on the page, as the trainer.
SCRIPT = """
window.ran = 1; alert(1);
const xsrf = {"X-XSRFToken": document.cookie.match(/_xsrf=([^;]+)/)[1]};
fetch("/api/kernels", {method: "POST", headers: xsrf});
fetch("/api/contents/ran.txt", {method: "PUT", headers: xsrf,
  body: JSON.stringify({type: "file", format: "text", content: "ran"})});
grades.forEach(grade => grade.save({manual_score: grade.get("max_score")}));
"""
NAME = (
    "N. <svg/onload=setTimeout("
    "\"eval([...document.querySelectorAll('.own')].pop().innerText)\",999)>"
)
RUNS = "window.ran=1;alert(1)"
# Each breaks out of another place: text, an attribute, a script, a template, a style, a comment.
MARKUP = (
    f'"><img src=x onerror="{RUNS}"><script>{RUNS}</script></script><script>{RUNS}//'
    f"';{RUNS}//\";{RUNS}//`${{{RUNS}}}{{{{{RUNS}}}}}{{%raw%}}--><svg onload={RUNS}>"
    f"</style></textarea></title><details open ontoggle={RUNS}><a href='javascript:{RUNS}'>x</a>"
)
PAGES = (
    *("manage_assignments", f"manage_submissions/{CASE}", "manage_students"),
    *("gradebook", f"gradebook/{CASE}", f"gradebook/{CASE}/{CASE}"),
)


@dataclass
class Desk:
    """A trainer's server, the page it is seen on, and whatever showed that a script ran."""

    server: launch.Server
    place: Path
    page: object
    signs: list[str] = field(default_factory=list)
    marks: dict = field(default_factory=dict)

    def come_in(self):
        """By the page that `course start --trainer` opens a browser on."""
        self.marks = grade_rows()
        self.page.goto(door.open_browser(self.server.formgrader(), self.server.port).as_uri())
        self.page.wait_for_url("**/formgrader/manage_assignments")
        self.page.on("dialog", self._dialog)
        self.page.on("console", self._console)
        self.page.on("request", self._request)
        return self

    def _dialog(self, dialog):
        self.signs.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _console(self, message):
        if "Content Security Policy" in message.text:
            self.signs.append(message.text)

    def _request(self, request):
        if f"//127.0.0.1:{self.server.port}/" not in request.url and "data:" not in request.url:
            self.signs.append(f"asked {request.url}")

    def open(self, path):
        """Open a page, show every name, and give what is in it the time to run."""
        self.page.goto(f"http://127.0.0.1:{self.server.port}/formgrader/{path}")
        self.page.wait_for_load_state("networkidle")
        for eye in self.page.locator(".glyphicon.name-hidden").all():
            if eye.is_visible():
                eye.click()
        self.page.wait_for_timeout(1200)
        self.look()

    def look(self):
        if self.page.evaluate("'ran' in window"):
            self.signs.append(f"script on {self.page.url}")

    def ask(self, path):
        known = {"Authorization": f"token {self.server.token}"}
        url = f"http://127.0.0.1:{self.server.port}/{path}"
        with urllib.request.urlopen(urllib.request.Request(url, headers=known)) as answer:
            return answer.headers, answer.read().decode()

    def submissions(self):
        listed = json.loads(self.ask(f"formgrader/api/submitted_notebooks/{CASE}/{CASE}")[1])
        return {one["student"]: one["id"] for one in listed}

    def nothing_ran(self):
        assert self.signs == []
        assert json.loads(self.ask("api/kernels")[1]) == []
        assert not list(self.place.rglob("ran*"))
        assert grade_rows() == self.marks


@pytest.fixture(scope="module")
def trainers(tmp_path_factory):
    """A class with one attacker by the exchange, one by mail and two who mean well; marked."""
    with pytest.MonkeyPatch.context() as patch:
        place = released(tmp_path_factory.mktemp("trainer"), patch)
        hand_in(sheet(NAME, everywhere(MARKUP, MARKUP) | last(SCRIPT), id=MARKUP, company=MARKUP))
        send(place / "mail", "<img src=x>", sheet(MARKUP, everywhere(MARKUP), company=NAME))
        send(place / "mail", "b", sheet("Siobhán O'Brien", written("good", "2.6 %")))
        send(place / "mail", "c", sheet("سارة الهاشمي", written("partial", "2.6"), language="ar"))
        collect(CASE)
        collect(CASE, place / "mail")
        mark_case(CASE)
        launch.prepare()
        server = launch.serve(launch.free_port(9720), "formgrader")
        try:
            launch.wait_until_open(server)
            yield server, place
        finally:
            server.stop()


def hand_in(answered):
    """As the learner's form does, through the exchange."""
    folder = paths.my_work() / CASE
    handin.fetch(CASE)
    (folder / answers.FILE).write_bytes(answers.encode(answered))
    assert handin.hand_in(CASE, folder).way == "exchange"


def last(text):
    return {"tell-the-client": Answer(text=text)}


@pytest.fixture
def desk(trainers, wide_page, monkeypatch):
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    return Desk(*trainers, wide_page).come_in()


def test_the_attack_reads_as_words_on_every_page(desk):
    for path in PAGES:
        desk.open(path)
    for student, submission in desk.submissions().items():
        desk.open(f"manage_students/{student}")
        desk.open(f"manage_students/{student}/{CASE}")
        desk.open(f"submissions/{submission}")
        assert desk.page.locator(".own").count() >= 5
    desk.nothing_ran()


def test_what_was_written_is_shown_as_it_was_written(desk):
    desk.open(f"submissions/{desk.submissions()[getpass.getuser()]}")
    shown = desk.page.locator(".own").all_inner_texts()
    assert shown[-1].strip() == SCRIPT.strip()
    assert sum(MARKUP in text for text in shown) >= 3


def test_a_trainer_changes_a_score_and_a_comment_and_goes_on(desk):
    submission = desk.submissions()["siobhan-o-brien"]
    desk.open(f"submissions/{submission}")
    page = desk.page
    with page.expect_response("**/api/grade/*"):
        page.locator("#the-decision").fill("3.5")
        page.locator("#the-decision").blur()
    with page.expect_response("**/api/comment/*"):
        page.locator("#the-decision-comment").fill("Well <b>argued</b>.")
        page.locator("#the-decision-comment").blur()
    assert grade_rows()["siobhan-o-brien", "the-decision"][1] == 3.5
    page.reload()
    expect(page.locator("#the-decision")).to_have_value("3.5", timeout=120_000)
    expect(page.locator("#the-decision-comment")).to_have_value("Well <b>argued</b>.")
    first, second, *_ = sorted(desk.submissions().values())
    desk.open(f"submissions/{first}")
    page.locator("li.next a").click()
    page.wait_for_url(f"**/submissions/{second}/**")
    page.locator("li.previous a").click()
    page.wait_for_url(f"**/submissions/{first}/**")
    page.wait_for_load_state("networkidle")
    page.locator(".help").click()
    page.get_by_text("Keyboard shortcuts").wait_for()
    assert desk.signs == []


def test_the_autograde_button_marks_and_runs_nothing(desk):
    desk.open(f"manage_submissions/{CASE}")
    rows = desk.page.locator("#main-table tr")
    assert rows.count() == 4
    for row in rows.all():
        row.locator(".autograde a").click()
        desk.page.get_by_text("Successfully autograded").wait_for(timeout=120_000)
        desk.page.locator(".modal-footer button").click()
        desk.page.locator(".modal").wait_for(state="detached")
    desk.look()
    desk.nothing_ran()


def test_a_students_name_can_be_corrected(desk):
    desk.open("manage_students")
    row = desk.page.locator("#main-table tr", has_text="O’Brien")
    row.locator(".edit a").click()
    desk.page.locator("input.modal-last-name").fill("O'Brien-Khan")
    desk.page.locator(".modal .save").click()
    desk.page.get_by_text("O'Brien-Khan, Siobhán").wait_for()
    desk.page.locator("a", has_text="Add new student").click()
    desk.page.get_by_role("heading", name="Add New Student").wait_for()
    desk.open("manage_assignments")
    desk.page.locator("a", has_text="Add new assignment").click()
    desk.page.get_by_role("heading", name="Add New Assignment").wait_for()
    assert desk.signs == []


def test_a_failure_is_told_as_text(desk):
    """nbgrader draws the student in this message as HTML."""
    desk.open(f"manage_submissions/{CASE}")
    desk.page.evaluate("models.each(model => model.set('student', '<i id=drawn>x</i>'))")
    desk.page.route("**/autograde", lambda route: route.abort())
    desk.page.locator(".autograde a").first.click()
    desk.page.get_by_text("There was an error autograding").wait_for()
    assert desk.page.locator("#drawn").count() == 0


@pytest.mark.parametrize("path", ["manage_students/{}", "manage_students/{}/x", "gradebook/{}"])
def test_a_word_in_an_address_is_no_script(desk, path):
    for word in ("%22;window.ran=1;%22", "%3Csvg%20onload=alert(1)%3E", "%5C"):
        desk.open(path.format(word))
    assert desk.signs == []


def test_what_a_page_asks_for_is_no_page(desk):
    headers, text = desk.ask("formgrader/api/students")
    assert len(json.loads(text)) >= 4
    assert headers["Content-Type"] == "text/plain; charset=UTF-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]


def test_the_learners_page_and_the_class_report_run_nothing(desk):
    written_pages = [*feedback(CASE).pages, write_report(CASE)]
    for path in written_pages:
        desk.page.goto(path.as_uri())
        desk.page.wait_for_timeout(1200)
        desk.look()
    signs = [sign for sign in desk.signs if not sign.startswith("asked file:")]
    assert signs == []
    assert len(written_pages) == 5


def test_a_hostile_name_in_an_old_gradebook_stays_a_name(desk):
    """It came past everything that makes names plain. The last test: the class is spoilt by it."""
    owner = getpass.getuser()
    with sqlite3.connect(folders.root() / "gradebook.db") as db:
        db.execute("update student set first_name=?, last_name=?, email=?", (NAME, MARKUP, MARKUP))
        db.execute("update comment set manual_comment=?", (MARKUP,))
        db.execute("insert into student (id, first_name) values (?, ?)", (MARKUP, NAME))
    desk.marks = grade_rows()
    for path in (*PAGES, f"manage_students/{owner}", f"manage_students/{owner}/{CASE}"):
        desk.open(path)
    for submission in desk.submissions().values():
        desk.open(f"submissions/{submission}")
    desk.open("manage_students")
    desk.page.locator(".edit a").last.click()
    desk.page.locator("input.modal-last-name").wait_for()
    desk.look()
    desk.nothing_ran()
    mark_case(CASE)
    assert not [row for row in grade_rows().values() if "<" in f"{row[5]}{row[6]}"]
