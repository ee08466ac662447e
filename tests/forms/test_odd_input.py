"""Whatever is typed, a page answers in the course's own words: nothing of how it is built shows."""

import os
import re
import shutil

import pytest
from test_wording_facts import ODD

from course import paths
from course.content import LANGUAGES, load_case, load_quiz, wording
from course.content.pieces import all_of
from course.content.tools import load_tool
from course.forms.answer_form import AnswerForm
from course.forms.form import Latest
from course.forms.hand_in_form import HandInForm
from course.forms.note import Note
from course.forms.profile_form import ProfileForm
from course.forms.quiz import Quiz
from course.forms.trajectory import Trajectory
from course.forms.workshops import KINDS, workshop
from course.learner.profile import save_profile
from course.paths import DATA

CASE = "marsa-al-khail-contracting"
QUIZZES = sorted(path.parent.name for path in DATA.glob("lessons/*/quiz.toml"))
BUILT = re.compile(r"\.(?:toml|py|json|csv|lock)\b|wording/|Traceback|Errno|Error\b|<class ")
SHORT = [text for text in ODD if len(text) < 100]
LONG = [text for text in ODD if len(text) >= 100]
DRAWN = ["0", "-12 %", "لا شيء"]  # a chart takes half a second
BETWEEN = re.compile(r"[^a-z0-9_.-]+")


@pytest.fixture(autouse=True, params=LANGUAGES)
def language(request, monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")  # a failure is not to be hidden by a calm sentence
    monkeypatch.setattr(os, "fsync", lambda _: None)  # thousands of keystrokes
    save_profile(language=request.param)
    return request.param


def everything(form):
    """The form and all that stands in it."""
    yield form
    for child in getattr(form, "children", ()):
        yield from everything(child)


def shown(form):
    """What a reader sees of a form: texts, labels and hints, without their mark-up."""
    texts = [
        str(getattr(part, name, "") or "")
        for part in everything(form)
        for name in ("value", "description", "placeholder")
        if not (name == "value" and hasattr(part, "placeholder") and hasattr(part, "rows"))
    ]
    # The file to send is the one file a learner is told of.
    return re.sub(r"<[^>]*>|\S+\.handin\.json", " ", "\n".join(texts))


def typed_into(form, text):
    """Put the text into every field that takes one."""
    for part in list(everything(form)):
        if hasattr(part, "placeholder") and hasattr(part, "continuous_update"):
            part.value = text
    return form


def speaks_plainly(form, text):
    page = shown(form)
    assert not BUILT.findall(page)
    dotted = {word.strip(".") for word in BETWEEN.split(page) if "." in word.strip(".")}
    assert not dotted & wording("en").names()
    if "{" not in text and "}" not in text:
        assert not re.findall(r"[{}]", page)


@pytest.fixture
def undrawn(monkeypatch):
    monkeypatch.setattr(Latest, "__call__", lambda _: None)


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("key", all_of(*KINDS))
def test_every_tool(key, language):
    tool = workshop(key)
    for text in SHORT:
        speaks_plainly(typed_into(tool, text), text)
    for text in LONG if language == "en" else ():
        speaks_plainly(typed_into(tool, text), text)


@pytest.mark.parametrize("key", ["cost-of-quality", "leadership-evidence", "customer-lab"])
def test_what_tools_draw(key, monkeypatch):
    for text in DRAWN:
        with monkeypatch.context() as patch:
            patch.setattr(Latest, "__call__", lambda _: None)
            tool = typed_into(workshop(key), text)
        tool._draw()
        speaks_plainly(tool, text)


def test_a_target_against_the_past():
    past = Trajectory(load_tool("objectives"))
    past.show({"target": "8 of 100"})
    for text in DRAWN:
        typed_into(past, text)
        for whose in ("example", "mine"):
            past.whose.value = whose
            speaks_plainly(past, text)


@pytest.mark.usefixtures("undrawn")
def test_each_field_of_the_objective_builder_by_itself():
    desk = workshop("objectives")
    desk.fields.forms["statement"].value = "Fewer bags miss their flight."
    for field in desk.fields.forms.values():
        for text in SHORT:
            field.value = text
            speaks_plainly(desk, text)
        field.value = ""


@pytest.mark.parametrize("make", [ProfileForm, lambda: Note("lesson-01")])
def test_the_forms_between(make):
    for text in ODD:
        speaks_plainly(typed_into(make(), text), text)


@pytest.mark.parametrize("slug", QUIZZES)
def test_every_answer_of_every_quiz(slug):
    quiz = Quiz(slug)
    for _ in range(len(load_quiz(slug)) // 5 + 1):
        for pick in quiz.choices.values():
            for _, option in pick.options:
                pick.value = option
        speaks_plainly(quiz, "")
        quiz.sit_again()


@pytest.mark.parametrize("key", ["accountability", "findings"])
def test_every_tray_of_every_sorter(key):
    sorter = workshop(key)
    for pick in sorter.choices.values():
        for _, tray in pick.options:
            pick.value = tray
    speaks_plainly(sorter, "")


def test_every_way_through_the_tree():
    tree = workshop("four-quarters")
    walk(tree, ())
    speaks_plainly(tree, "")


def walk(tree, chosen):
    tree.book.save(chosen=list(chosen))
    tree._draw()
    speaks_plainly(tree, "")
    path = tree.tree.walk(chosen)
    here = tree.tree.step(path[-1][1].leads if path else tree.tree.first)
    for branch in here.branches:
        walk(tree, (*chosen, branch.key))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    folder = tmp_path / CASE
    folder.mkdir()
    return folder


def test_the_answer_forms(folder, language):
    save_profile(language=language)
    for question in load_case(CASE).questions:
        form = AnswerForm(question.key, folder)
        for text in ODD:
            speaks_plainly(typed_into(form, text), text)


def test_handing_in_under_an_odd_name(folder, language):
    for text in SHORT:
        shutil.rmtree(paths.receipts(), ignore_errors=True)  # a receipt says the name of before
        save_profile(language=language, name=text)
        AnswerForm("rework-share", folder).fields["figure"].value = f"{text} 2.6"
        form = HandInForm(folder)
        form.hand_in()
        speaks_plainly(form, text)
