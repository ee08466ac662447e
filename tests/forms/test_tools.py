"""Every tool: saves as it is typed, restores, hands over a document, and loses nothing removed."""

import io
import zipfile

import pytest
from desk_page import seen
from judging.test_objective import ARABIC, GOOD

from course import paths
from course.content import ContentError, wording
from course.content.tools import load_tool
from course.forms.objective_desk import ObjectiveDesk
from course.learner.profile import save_profile
from course.learner.progress import reached
from course.learner.records import Records
from course.learner.workbook import Workbook


def filled(desk, record):
    for field, words in record.items():
        desk.fields.forms[field].value = words
    return desk


def test_each_field_is_saved_as_it_is_typed_and_comes_back():
    filled(ObjectiveDesk("objectives"), GOOD)
    assert Records("objectives").all() == [GOOD]
    again = ObjectiveDesk("objectives")
    assert {key: form.value for key, form in again.fields.forms.items()} == GOOD


def test_opening_a_record_is_not_typing_in_it():
    filled(ObjectiveDesk("objectives"), GOOD)
    before = Records("objectives").book.path.read_bytes()
    ObjectiveDesk("objectives")
    assert Records("objectives").book.path.read_bytes() == before


def test_a_whole_objective_shows_the_workshop_and_half_of_one_does_not():
    desk = filled(ObjectiveDesk("objectives"), {k: v for k, v in GOOD.items() if k != "baseline"})
    assert "workshop" not in reached("set-objectives")
    filled(desk, GOOD)
    assert "workshop" in reached("set-objectives")


def test_nothing_is_left_to_do_only_where_no_row_says_otherwise():
    desk = filled(ObjectiveDesk("objectives"), GOOD)
    say = wording("en")
    assert say("objective.whole") in seen(desk.judged)
    desk.fields.forms["owner"].value = "Ravi and Sunil"
    assert say("objective.whole") not in seen(desk.judged)
    assert say("objective.whole_open") in seen(desk.judged)
    desk.fields.forms["owner"].value = ""
    assert say("objective.whole_open") not in seen(desk.judged)


def test_a_second_objective_is_kept_beside_the_first():
    desk = filled(ObjectiveDesk("objectives"), GOOD)
    desk.add()
    assert desk.fields.forms["statement"].value == ""
    desk.add()  # an empty one is there already
    desk.fields.forms["statement"].value = "Fewer bags miss their flight."
    assert [r["statement"] for r in Records("objectives").all()] == [
        GOOD["statement"], "Fewer bags miss their flight.",
    ]  # fmt: skip
    assert "1 of 2" in desk.all_judged.value


def test_a_record_removed_by_mistake_comes_back_whole():
    desk = filled(ObjectiveDesk("objectives"), GOOD)
    desk.add()
    desk.fields.forms["statement"].value = "Fewer bags miss their flight."
    desk._open("r1")
    desk.remove()
    assert [r["statement"] for r in Records("objectives").all()] == [
        "Fewer bags miss their flight."
    ]
    desk.bring_back()
    assert Records("objectives").all()[1] == GOOD


def test_the_last_record_removed_leaves_an_empty_one_to_write_in():
    desk = filled(ObjectiveDesk("objectives"), GOOD)
    desk.remove()
    assert desk.record == {}
    desk.bring_back()
    assert desk.record == GOOD


def test_the_policys_sentences_are_offered():
    Workbook("quality-policy").save(text="We answer within two days. We keep our dates.")
    serves = ObjectiveDesk("objectives").fields.forms["serves"]
    assert serves.options == ("We answer within two days", "We keep our dates")


def test_what_is_typed_is_escaped_where_it_is_shown():
    desk = filled(
        ObjectiveDesk("objectives"), {"owner": "<img src=x onerror=alert(1)> quality manager"}
    )
    assert "<img" not in seen(desk.judged)


@pytest.mark.parametrize("record", [GOOD, ARABIC], ids=["en", "ar"])
def test_the_register_is_a_spreadsheet_without_a_formula(record):
    save_profile(language="ar" if record is ARABIC else "en", company="Gulf Co")
    desk = filled(ObjectiveDesk("objectives"), record | {"told": '=HYPERLINK("x") each team'})
    name, data = desk.file()
    assert name == f"{desk.tool.document[desk.language]}.xlsx"
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert record["statement"] in words
    assert "6.2.1 (2015)" in words
    assert ('rightToLeft="1"' in sheet) == (record is ARABIC)
    assert desk.file()[1] == data


def test_the_document_is_kept_and_handed_over():
    desk = ObjectiveDesk("objectives")
    desk.take_away.download()
    assert "Write something first" in desk.take_away.document.value
    filled(desk, GOOD)
    desk.take_away.forms["version"].value = "2"
    desk.take_away.download()
    assert "Quality objectives - version 2.xlsx" in desk.take_away.document.value
    assert (paths.my_work() / "documents" / "Quality objectives - version 2.xlsx").exists()


def test_no_second_number_is_asked_for_and_a_short_one_is_answered():
    desk = filled(ObjectiveDesk("objectives"), {"statement": "Fewer bags miss their flight."})
    desk.fields.forms["counter"].value = "None"
    assert "Name a second number" in seen(desk.judged)
    desk.fields.forms["counter"].value = "reopened complaints"
    assert "“reopened complaints” is a start" in seen(desk.judged)


def test_a_review_that_fails_is_one_calm_sentence_until_the_next_keystroke(monkeypatch):
    def fails(*_):
        raise ContentError("wording/en.toml", "objective.x", "there is no such entry", "Add it.")

    desk = ObjectiveDesk("objectives")
    with monkeypatch.context() as broken:
        broken.setattr("course.forms.objective_rows.open_rows", fails)
        desk.fields.forms["owner"].value = "Everybody"
    assert "This part of the course is not ready" in seen(desk.judged)
    assert "toml" not in seen(desk.judged) + desk.status.value
    assert "Saved" in desk.status.value
    assert desk.record == {"owner": "Everybody"}
    desk.fields.forms["owner"].value = "Everyone"
    assert "“Everyone” is everybody" in seen(desk.judged)


def test_a_workbook_with_nonsense_in_it_is_no_end():
    Workbook("objectives").save(order=["r1", 7, "../x", "r2"], removed=5, **{"r1.owner": 9})
    desk = ObjectiveDesk("objectives")
    assert desk.records.names() == ["r1", "r2"]
    assert desk.record == {}


def test_the_tools_fields_are_those_its_rules_read():
    from course.judging.objective import fields

    assert {field.key for field in load_tool("objectives").fields} == set(fields())
