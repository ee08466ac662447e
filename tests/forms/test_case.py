"""The forms of an assessed case: exhibits that answer, and handing in."""

import json

import docx
import msgspec
import pytest

from course import paths
from course.content import ContentError, Words, load_case
from course.content.exhibits import projects_in
from course.content.settings import Settings
from course.drawing.captions import title
from course.drawing.views import table_exhibit, view_of
from course.forms import exhibit as exhibits
from course.forms.answer_form import AnswerForm
from course.forms.hand_in_form import HandInForm
from course.learner import handin
from course.learner.profile import save_profile

CASE = "marsa-al-khail-contracting"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(exhibits, "soon", lambda act: act())
    folder = tmp_path / CASE
    folder.mkdir()
    return folder


def explorer(folder):
    return exhibits.exhibit("site-figures", folder)


def test_the_first_chart_shows_every_project(folder):
    form = explorer(folder)
    assert form.chart.value.count("<svg") == 2
    assert "All 9 projects" in form.chart.value


@pytest.mark.parametrize("menu", ["measure", "project", "period"])
def test_each_menu_changes_the_chart(folder, menu):
    form = explorer(folder)
    before = form.chart.value
    field = getattr(form, menu)
    field.value = field.options[-1][1]
    assert form.chart.value != before


def test_the_table_holds_the_same_months(folder):
    form = explorer(folder)
    assert form.chart.value.count("<tr>") == 25
    form.period.value = form.period.options[1][1]
    assert form.chart.value.count("<tr>") == 13


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_measure_can_be_told_in_words(language):
    (data,) = [e for e in load_case(CASE).exhibits if e.kind == "data"]
    for measure in data.measures:
        view = view_of(data, measure.key, projects_in(data)[:1], (), language)
        assert view.measure.title[language] in title(view)
        assert len(table_exhibit(view)) == 25


def test_an_unknown_exhibit_is_named(folder):
    with pytest.raises(ContentError, match="exhibit nothing: there is none"):
        exhibits.exhibit("nothing", folder)


@pytest.fixture
def no_exchange(monkeypatch):
    monkeypatch.setattr(handin, "exchange_ready", lambda _: False)


def test_without_a_name_nothing_is_handed_in_and_the_page_says_why(folder):
    form = HandInForm(folder)
    form.hand_in()
    assert "Say your name" in form.state.value
    assert not form.busy
    assert not handin.receipts(CASE)


def test_open_questions_are_named_and_do_not_stop_the_hand_in(folder):
    save_profile(name="Aisha")
    form = HandInForm(folder)
    assert not form.button.disabled
    assert load_case(CASE).questions[0].title["en"] in form.state.value


@pytest.mark.usefixtures("no_exchange")
def test_a_file_to_send_comes_with_a_receipt(folder):
    save_profile(name="Aisha <b>")
    AnswerForm("the-decision", folder).fields["text"].value = "We stop the bonus."
    form = HandInForm(folder)
    form._submit()
    form.render()
    assert "Handed in" in form.receipt.value
    assert "download=" in form.receipt.value
    assert "<b>" not in form.receipt.value.replace("<b></b>", "")
    assert handin.receipts(CASE)[-1].words["the-decision"] == 4


@pytest.mark.usefixtures("no_exchange")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_receipt_lists_every_question_and_no_code(folder, language):
    save_profile(name="Aisha", language=language)
    AnswerForm("rework-share", folder).fields["figure"].value = "2.6 %"
    AnswerForm("the-decision", folder).fields["text"].value = "We stop the bonus."
    form = HandInForm(folder)
    form._submit()
    form.render()
    shown = form.receipt.value
    for question in load_case(CASE).questions:
        assert question.title[language] in shown
    assert "<bdi>2.6 %</bdi>" in shown
    assert form.say("status.words", count=4) in shown
    assert shown.count(form.say("answer.none")) == 3
    assert handin.receipts(CASE)[-1].hash[:12] not in shown


def test_a_receipt_of_an_earlier_version_is_still_shown(folder):
    old = handin.Receipt("2026-11-23T10:00:00+04:00", CASE, {"the-decision": 7}, "0" * 64, "file")
    data = json.loads(msgspec.json.encode(old))
    del data["figures"]
    path = paths.receipts() / f"{CASE}.20261123-100000-000000.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data))
    save_profile(name="Aisha")
    assert "7 words" in HandInForm(folder).receipt.value


def test_the_page_says_who_gets_the_answers(folder, monkeypatch):
    monkeypatch.setattr(handin, "exchange_ready", lambda _: False)
    assert "Give that file to your trainer" in HandInForm(folder).goes.value
    monkeypatch.setattr(handin, "exchange_ready", lambda _: True)
    assert "go to your trainer, who" in HandInForm(folder).goes.value
    offered = Settings(provider=Words(en="Gulf <b> Training", ar="تدريب الخليج"))
    monkeypatch.setattr("course.forms.hand_in_form.load_settings", lambda: offered)
    assert "your trainer at Gulf &lt;b&gt; Training" in HandInForm(folder).goes.value


def test_a_copy_of_the_answers_can_be_kept(folder):
    save_profile(name="Aisha", company="Creek Co")
    form = HandInForm(folder)
    form.copy()
    assert "written nothing" in form.kept_copy.value
    AnswerForm("rework-share", folder).fields["figure"].value = "2.6"
    AnswerForm("the-decision", folder).fields["text"].value = "We stop the bonus.\n<b>Now</b>."
    form.copy()
    assert "data-course-download" in form.kept_copy.value
    (file,) = (paths.my_work() / "documents").iterdir()
    assert file.name == "My answers - Marsa Al Khail Contracting fewer reports.docx"
    words = [p.text for p in docx.Document(str(file)).paragraphs]
    assert [line for line in words if line in ("2.6 %", "We stop the bonus.", "<b>Now</b>.")] == [
        "2.6 %",
        "We stop the bonus.",
        "<b>Now</b>.",
    ]
    assert words.count("no answer") == 3


def test_a_failure_is_told_and_the_work_stays(folder, monkeypatch):
    def fails(*_):
        raise handin.HandInError("the exchange is closed")

    save_profile(name="Aisha")
    monkeypatch.setattr(handin, "hand_in", fails)
    form = HandInForm(folder)
    form._hand_in()
    assert "the exchange is closed" in form.status.value
    assert not form.button.disabled


def test_after_collecting_the_button_is_closed_and_says_why(folder, monkeypatch):
    save_profile(name="Aisha")
    monkeypatch.setattr(handin, "collected_at", lambda _: "2026-11-23T10:00:00+00:00")
    form = HandInForm(folder)
    assert form.button.disabled
    assert "collected this case on 23.11.2026" in form.state.value


def test_returned_feedback_is_shown_in_a_closed_frame(folder, tmp_path, monkeypatch):
    page = tmp_path / "feedback.html"
    page.write_text('<p onclick="x">"Well" done</p>', encoding="utf-8")
    monkeypatch.setattr(handin, "fetch_feedback", lambda _: page)
    form = HandInForm(folder)
    form.look_for_feedback()
    assert "sandbox srcdoc=" in form.receipt.value
    assert "<p onclick" not in form.receipt.value


def test_the_hand_in_card_keeps_pace_with_the_answers(folder):
    save_profile(name="Aisha")
    form = HandInForm(folder)
    title = load_case(CASE).questions[0].title["en"]
    assert title in form.state.value
    AnswerForm("rework-share", folder).fields["figure"].value = "2.6"
    assert title not in form.state.value


@pytest.mark.usefixtures("no_exchange")
def test_words_changed_after_handing_in_are_said_and_words_typed_back_are_not(folder):
    save_profile(name="Aisha")
    answer = AnswerForm("the-decision", folder)
    answer.fields["text"].value = "We stop the bonus."
    form = HandInForm(folder)
    form._submit()
    form.render()
    assert "data-unhanded" not in form.state.value
    answer.fields["text"].value = "We keep the bonus."
    assert "data-unhanded" in form.state.value
    assert "Hand in again" in form.state.value
    answer.fields["text"].value = "We stop the bonus."
    assert "data-unhanded" not in form.state.value
