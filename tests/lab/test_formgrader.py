"""Formgrader's pages escape every word and run only the scripts of their own templates."""

import re

import pytest
from desk import CASE, lay_in, released, sheet, written

from course.lab.formgrader import policy
from course.lab.formgrader.handlers import _CLICKS, Data, Page
from course.lab.formgrader.routes import routes
from course.lab.formgrader.submission import Drawing
from course.lab.formgrader.templates import NBGRADERS, OURS, environment
from course.lab.policy import hash_of
from course.learner import answers
from course.trainer import folders, gradebook
from course.trainer.marking import mark_case

HOSTILE = "\"'><script>x</script><svg onload=x>{{7*7}}"
TEMPLATES = sorted({path.name for place in (NBGRADERS, OURS) for path in place.glob("*.*")})


class Anything(dict):
    """Whatever a template asks of a submission is hostile."""

    def __getattr__(self, name):
        return 0 if name in ("index", "total") else HOSTILE


WORDS = (
    *("base_url", "url_prefix", "assignment_id", "notebook_id", "student_id", "course_dir"),
    *("exchange", "current_config", "default_timezone", "error_code", "trouble"),
)


def drawn(name):
    words = dict.fromkeys(WORDS, HOSTILE)
    words |= {"exchange_missing": True, "title": Anything(), "say": str, "nonce": "once"}
    return environment().get_template(name).render(resources=Anything(), **words)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_escapes_every_word(name):
    page = drawn(name)
    assert HOSTILE not in page
    assert "<script>x" not in page
    assert "<svg onload" not in page
    assert "49" not in re.sub(r"<svg viewBox.*?</svg>", "", page, flags=re.DOTALL)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_script_of_a_template_carries_the_nonce_and_every_click_is_known(name):
    page = drawn(name)
    scripts = re.findall(r"<script\b[^>]*>", page)
    assert scripts
    assert all(script.startswith('<script nonce="once"') for script in scripts)
    for click in re.findall(r'\son[a-z]+="([^"]*)"', page, re.IGNORECASE):
        assert hash_of(click) in _CLICKS


def test_the_policy_lets_no_other_script_run_and_asks_nobody_else():
    rules = dict(rule.split(" ", 1) for rule in policy.page("once", _CLICKS).split("; "))
    assert rules["default-src"] == "'none'"
    allowed = rules["script-src"].split()
    assert allowed[:2] == ["'nonce-once'", "'unsafe-hashes'"]
    assert all(re.fullmatch(r"'sha256-[\w+/=]+'", source) for source in allowed[2:])
    assert len(allowed) > 2
    assert not re.search(r"https?:|\*|ws:", policy.page("once", _CLICKS))


def test_nbgraders_scripts_still_do_without_eval():
    """The policy has no `unsafe-eval`; a template of underscore's would need it."""
    scripts = list((NBGRADERS.parent / "static" / "js").glob("*.js"))
    assert len(scripts) > 8
    for path in scripts:
        assert not re.search(r"_\.template\(|\beval\(|new Function", path.read_text("utf-8")), path


def test_every_address_is_behind_ours():
    for path, handler, *_ in routes():
        if not path.endswith("static/(.*)"):
            assert issubclass(handler, Data if "/api/" in path else Page), path


def test_no_address_hands_out_a_submitted_file():
    assert not [path for path, *_ in routes() if path == r"/formgrader/submissions/(.*)"]


@pytest.mark.slow
def test_the_page_is_drawn_from_the_marks_and_not_from_a_notebook(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    lay_in("lina", answers.encode(sheet("Lina", written("good", "2.6 %"))))
    mark_case(CASE)
    notebook = folders.autograded("lina", CASE) / f"{CASE}.ipynb"
    notebook.write_text(notebook.read_text("utf-8").replace("Question 3", HOSTILE.replace('"', "")))
    page = submission("lina")
    assert "Question 3" in page
    assert "<svg onload" not in page
    assert page.count('class="score tabbable"') == 5
    assert "marsa" in page.lower()


@pytest.mark.slow
def test_marks_of_an_older_rubric_are_not_drawn_and_the_next_step_is_named(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    lay_in("lina", answers.encode(sheet("Lina", written("good", "2.6 %"))))
    mark_case(CASE)
    path = folders.rubric(CASE)
    path.write_text(path.read_text("utf-8") + "# newer\n")
    page = submission("lina")
    assert f"run &#39;course mark {CASE}&#39;" in page
    assert "score tabbable" not in page


def submission(student):
    resources = Anything(assignment_id=CASE, student=student)
    with gradebook.opened() as book:
        return Drawing(book, render).from_filename("", resources)[0]


def render(name, **words):
    return environment().get_template(name).render(nonce="once", **words)
