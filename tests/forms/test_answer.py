"""What a learner answers is in answers.json at once, and nothing in it is trusted."""

import json

import pytest

from course.content import load_case
from course.forms.answer_form import AnswerForm, NotACase, unanswered
from course.learner import answers
from course.learner.profile import save_profile

CASE = "marsa-al-khail-contracting"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    folder = tmp_path / CASE
    folder.mkdir()
    return folder


def of_kind(kind):
    return next(q.key for q in load_case(CASE).questions if q.kind == kind)


def sheet(folder):
    return answers.read(folder / "answers.json")


def test_an_answer_is_on_disk_as_it_is_typed(folder):
    form = AnswerForm(of_kind("prose"), folder)
    form.fields["text"].value = "We stop the bonus <script>."
    assert sheet(folder).answer(of_kind("prose")).text == "We stop the bonus <script>."
    assert "6 words" not in form.status.value
    assert "5 words" in form.status.value


def test_the_form_opens_with_the_saved_answer(folder):
    AnswerForm(of_kind("figure"), folder).fields["figure"].value = "2.6"
    assert AnswerForm(of_kind("figure"), folder).fields["figure"].value == "2.6"


def test_two_questions_do_not_overwrite_each_other(folder):
    first, second = AnswerForm(of_kind("prose"), folder), AnswerForm(of_kind("figure"), folder)
    first.fields["text"].value = "one"
    second.fields["figure"].value = "2"
    assert {key for key, a in sheet(folder).answers.items() if not a.empty} == {
        of_kind("prose"),
        of_kind("figure"),
    }


def test_a_choice_keeps_its_reasons(folder):
    form = AnswerForm(of_kind("choice"), folder)
    option = form.fields["choice"].options[1][1]
    form.fields["choice"].value = option
    form.fields["text"].value = "Because rework rose."
    given = sheet(folder).answer(of_kind("choice"))
    assert (given.choice, given.text) == (option, "Because rework rose.")


def test_the_sheet_says_whose_it_is(folder):
    save_profile(name="Aisha", company="Noor")
    AnswerForm(of_kind("figure"), folder).fields["figure"].value = "2"
    learner = sheet(folder).learner
    assert (learner.name, learner.company, bool(learner.id)) == ("Aisha", "Noor", True)


def test_a_damaged_sheet_is_set_aside_and_said(folder):
    (folder / "answers.json").write_text('{"schema": 1, "ca')
    form = AnswerForm(of_kind("figure"), folder)
    assert "set aside" in form.status.value
    assert list(folder.glob("answers.damaged-*"))
    form.fields["figure"].value = "3"
    assert sheet(folder).answer(of_kind("figure")).figure == "3"


def test_an_answer_to_an_option_that_is_gone_is_not_chosen(folder):
    question = of_kind("choice")
    old = {"schema": 1, "case": CASE, "answers": {question: {"choice": "gone", "text": "x"}}}
    (folder / "answers.json").write_text(json.dumps(old))
    form = AnswerForm(question, folder)
    assert form.fields["choice"].value is None
    assert form.fields["text"].value == "x"


def test_outside_a_case_the_form_says_so(tmp_path):
    with pytest.raises(NotACase, match="start page"):
        AnswerForm("x", tmp_path)


def test_what_is_unanswered_is_known(folder):
    everything = len(load_case(CASE).questions)
    assert len(unanswered(folder)) == everything
    AnswerForm(of_kind("figure"), folder).fields["figure"].value = "2"
    assert len(unanswered(folder)) == everything - 1
    AnswerForm(of_kind("figure"), folder).fields["figure"].value = "  "
    assert len(unanswered(folder)) == everything
