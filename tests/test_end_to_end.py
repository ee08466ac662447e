"""Eight learners of every kind hand in; the trainer marks, overrules and returns feedback."""

import re
from html import unescape

import pytest
from desk import (
    CASE,
    HOSTILE,
    everywhere,
    grade_rows,
    lay_in,
    overrule,
    released,
    rubric,
    send,
    sheet,
    written,
)

from course.content import load_case
from course.judging.answer import Answer
from course.trainer import folders
from course.trainer import sheet as marking
from course.trainer.collect import collect
from course.trainer.feedback import feedback
from course.trainer.marking import mark_case

pytestmark = pytest.mark.slow
_SOUP = "leadership commitment rework bonus NCR owner date KPI audit review clause 5.1 9.3 10.2 "
_ARABIC = {
    "rework-share": Answer(figure="2.6%"),
    "what-the-ncrs-say": Answer(choice="less-written-down", text=""),
    "the-decision": Answer(
        text="نوقف مكافأة تقارير عدم المطابقة من اليوم وأنا المسؤول عن ذلك. "
        "ونكافئ من يبلغ مبكراً، ولا يعاقب أحد على تقرير. "
        "ويضع المدير المالي تعريفاً مكتوباً لإعادة العمل قبل 30 نوفمبر 2026."
    ),
}


@pytest.fixture(scope="module")
def class_of_eight(tmp_path_factory):
    """Everything from release to feedback, once; the tests below only read."""
    with pytest.MonkeyPatch.context() as patch:
        place = tmp_path_factory.mktemp("class")
        released(place, patch)
        story = " ".join(section.text.en for section in load_case(CASE).story)
        mail = place / "mail"
        send(mail, "1", sheet("Good Learner", written("good", "2.6 %")))
        send(mail, "2", sheet("Average Learner", written("partial", "2.6")))
        send(mail, "3", sheet("Keyword Soup", everywhere(_SOUP * 4)))
        send(mail, "4", sheet("Story Copied", everywhere(story)))
        send(mail, "5", sheet("Empty Sheet", {}))
        send(mail, "6", sheet("سارة الهاشمي", _ARABIC, language="ar", company="شركة الخليج"))
        send(mail, "7", sheet(HOSTILE, everywhere(HOSTILE, HOSTILE), company=HOSTILE))
        collected = collect(CASE, mail)
        lay_in("corrupt", b'{"schema": 1, "case": "marsa')
        first = mark_case(CASE)
        overrule("average-learner", "the-decision", 9, "Well <argued>.")
        again = mark_case(CASE)
        returned = feedback(CASE)
        yield {"collected": collected, "first": first, "again": again, "returned": returned}


@pytest.fixture
def desk(class_of_eight, monkeypatch):
    place = folders_of(class_of_eight)
    monkeypatch.setenv("COURSE_ASSESSMENTS", str(place))
    return class_of_eight


def folders_of(class_of_eight):
    return class_of_eight["returned"].pages[0].parents[3]


def points(student):
    return sum(row[0] for (who, _), row in grade_rows().items() if who == student)


def marked(student):
    return marking.read_sidecar(folders.autograded(student, CASE))


def page(student):
    path = folders.feedback(student, CASE) / f"{CASE}.html"
    return path.read_text(encoding="utf-8")


ARABIC = "sara-alhashmy"
SCRIPT = "script-alert-x-script-img-src-x-onerror"
EIGHT = (
    *("good-learner", "average-learner", "keyword-soup", "story-copied", "empty-sheet"),
    *(ARABIC, SCRIPT, "corrupt"),
)


def test_all_eight_are_there(desk):
    assert set(desk["first"].students) == set(EIGHT)
    assert len(desk["collected"].students) == 7
    assert not desk["collected"].problems
    assert {who for who, _ in grade_rows()} == set(EIGHT)
    assert len(grade_rows()) == 8 * 5


@pytest.mark.usefixtures("desk")
def test_better_work_gets_more_points():
    most = rubric().max_points
    assert points("good-learner") > points("average-learner") > points("keyword-soup")
    assert points("good-learner") >= 0.8 * most
    assert 0.25 * most <= points("average-learner") <= 0.75 * most
    for nothing in ("keyword-soup", "story-copied", SCRIPT):
        assert points(nothing) <= 0.1 * most
    assert points("empty-sheet") == points("corrupt") == 0
    assert points(ARABIC) >= 5


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("student", "flag"),
    [
        ("keyword-soup", "keyword-list"),
        ("story-copied", "copied-prompt"),
        ("empty-sheet", "empty"),
        ("corrupt", "no-sheet"),
    ],
)
def test_what_is_odd_is_flagged_and_waits_for_the_trainer(student, flag):
    for key in ("the-decision", "money-and-people", "tell-the-client"):
        assert flag in marked(student).marks[key].flags
        assert grade_rows()[student, key][2] == 1


@pytest.mark.usefixtures("desk")
def test_honest_work_is_not_flagged_as_a_copy_or_a_list():
    for student in ("good-learner", "average-learner", ARABIC):
        flags = {flag for mark in marked(student).marks.values() for flag in mark.flags}
        assert not flags & {"keyword-list", "copied-prompt", "repeated", "other-script"}


@pytest.mark.usefixtures("desk")
def test_each_point_in_prose_has_the_words_that_earned_it():
    for student in EIGHT:
        sheet_marks = marked(student)
        for key, one in sheet_marks.marks.items():
            for criterion in one.criteria:
                if criterion.points and criterion.key != "choice":
                    assert criterion.spans, (student, key, criterion.key)


def test_the_corrupt_file_is_told_and_costs_nobody_else(desk):
    (note,) = [note for note in desk["first"].notes if note.startswith("corrupt: ")]
    assert "damaged" in note
    assert len(desk["first"].notes) == 1


@pytest.mark.usefixtures("desk")
def test_the_override_stands_after_marking_again():
    auto, manual, waiting = grade_rows()["average-learner", "the-decision"][:3]
    assert (manual, waiting) == (9, 0)
    assert auto != 9


def test_every_learner_gets_a_page(desk):
    assert len(desk["returned"].pages) == 8
    assert desk["returned"].open == sum(row[2] for row in grade_rows().values())


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("student", EIGHT)
def test_a_page_is_whole_in_itself_and_holds_no_code(student):
    text = page(student)
    assert not re.search(r"<(script|img|iframe|object|link|svg)\b", text)
    assert not re.search(r"https?://|@import|url\(|show\.|\{\{|\{%", text)


@pytest.mark.usefixtures("desk")
def test_what_was_typed_is_shown_as_typed():
    text = page(SCRIPT)
    assert text.count("&lt;script&gt;alert(") >= 6
    for notebook in (folders.autograded(SCRIPT, CASE) / f"{CASE}.ipynb",):
        assert "<script" not in notebook.read_text(encoding="utf-8")


@pytest.mark.usefixtures("desk")
def test_the_page_gives_points_reasons_and_the_next_step():
    text = page("average-learner")
    assert "Your trainer set the points of this question." in text
    assert "9 of 10 points" in text
    assert "Well &lt;argued&gt;." in text
    result = marked("average-learner").marks["money-and-people"]
    judged = rubric().question("money-and-people")
    for criterion in result.criteria:
        known = judged.criterion(criterion.key)
        assert known.title.en in text
        if criterion.level < len(known.levels) - 1:
            assert known.levels[criterion.level].next_step.en in text


@pytest.mark.usefixtures("desk")
def test_after_a_trainers_points_only_what_still_helps_is_said():
    section = unescape(page("average-learner").split("<section>")[3])
    judged = rubric().question("the-decision")
    helped, silent = 0, 0
    for criterion in marked("average-learner").marks["the-decision"].criteria:
        known = judged.criterion(criterion.key)
        full = criterion.level == len(known.levels) - 1
        if full and not criterion.errors:
            assert known.title.en not in section
            silent += 1
        elif not full:
            assert known.title.en in section
            assert known.levels[criterion.level].next_step.en in section
            helped += 1
    assert helped
    assert silent


@pytest.mark.usefixtures("desk")
def test_the_engines_points_do_not_contradict_the_trainers():
    section = page("average-learner").split("<section>")[3]
    assert "9 of 10 points" in section
    assert len(re.findall(r"\d+ of \d+ points", section)) == 1
    other = page("average-learner").split("<section>")[4]
    assert len(re.findall(r"\d+ of \d+ points", other)) > 3


@pytest.mark.usefixtures("desk")
def test_unconfirmed_points_are_said_to_be_so():
    assert "not confirmed" in page("keyword-soup")
    assert "Speak to your trainer" in page("corrupt")


@pytest.mark.usefixtures("desk")
def test_an_arabic_learner_reads_arabic_from_right_to_left():
    text = page(ARABIC)
    assert '<html lang="ar" dir="rtl">' in text
    assert "سارة الهاشمي" in text
    assert "نوقف" in text
    for english in ("Next step", "Your answer", "points"):
        assert english not in text.partition("<body>")[2]


@pytest.mark.usefixtures("desk")
def test_no_page_shows_a_pattern_or_a_model_answer():
    text = " ".join(page(student) for student in EIGHT)
    assert "found:" not in text
    for question in rubric().questions:
        if question.kind != "figure":
            assert question.model_answer.en.strip().splitlines()[0] not in text
        for criterion in question.criteria:
            groups = [g for e in criterion.evidence for p in e.any_of for g in p.all_of]
            assert not [group for group in groups if " | " in group and group in text]
