"""Whatever a sheet holds, there is a result, and a note where a trainer should know more."""

import pytest
from desk import CASE, HOSTILE, everywhere, rubric, sheet, written
from hypothesis import given, settings
from hypothesis import strategies as st

from course.content import load_case
from course.judging.answer import Answer
from course.learner.answers import AnswersError, AnswerSheet
from course.trainer import sheet as marking
from course.trainer import suggest
from course.trainer.notebook import marked_notebook, note_lines

CASE_RECORD, RUBRIC = load_case(CASE), rubric()


def mark(what):
    return marking.mark_sheet(CASE_RECORD, RUBRIC, what)


def test_better_answers_get_more_points():
    good, fair, bad = (
        mark(sheet("A", written(quality, figure))).points
        for quality, figure in (("good", "2.6 %"), ("partial", "2.6"), ("bad", "1.1 %"))
    )
    assert good > fair > bad
    assert good >= 0.8 * RUBRIC.max_points
    assert bad <= 0.15 * RUBRIC.max_points


def test_marking_twice_says_the_same():
    given = sheet("A", written("partial", "2.6"))
    assert marking.encode(mark(given)) == marking.encode(mark(given))


def test_what_cannot_be_read_gets_nothing_and_goes_to_the_trainer():
    marked = mark(AnswersError("answers.json is damaged and cannot be read."))
    assert marked.points == 0
    assert marked.unsure == [question.key for question in RUBRIC.questions]
    assert "answers.json is damaged" in note_lines(marked)[0]


def test_answers_to_another_case_earn_nothing_here_but_keep_their_name():
    whole = sheet("Maryam", written("good", "2.6 %"))
    alien = AnswerSheet(schema=1, case="other-case", learner=whole.learner, answers=whole.answers)
    marked = mark(alien)
    assert marked.points == 0
    assert marked.learner.name == "Maryam"
    assert "other-case" in note_lines(marked)[0]


def test_unknown_questions_are_left_out_and_named():
    whole = written("good", "2.6 %")
    marked = mark(sheet("A", whole | {"no-such-question": Answer(text="hello")}))
    assert marked.points == mark(sheet("A", whole)).points
    assert "no-such-question" in note_lines(marked)[0]
    assert not note_lines(mark(sheet("A", whole)))


def test_an_answer_the_engine_cannot_read_costs_nobody_else_marks(monkeypatch):
    whole = mark(sheet("A", written("good", "2.6 %")))
    honest = suggest.mark

    def fails(question, answer, **more):
        if question.key == "the-decision":
            raise RecursionError("deep")
        return honest(question, answer, **more)

    monkeypatch.setattr(suggest, "mark", fails)
    marked = mark(sheet("A", written("good", "2.6 %")))
    assert marked.marks["the-decision"].route == "trainer"
    assert marked.marks["money-and-people"] == whole.marks["money-and-people"]
    assert "the-decision" in note_lines(marked)[0]


def test_the_case_copied_back_earns_little_and_is_flagged():
    story = " ".join(section.text.en for section in CASE_RECORD.story)
    marked = mark(sheet("A", everywhere(story)))
    for key in ("the-decision", "money-and-people", "tell-the-client"):
        assert "copied-prompt" in marked.marks[key].flags
        assert marked.marks[key].route == "trainer"
    assert marked.points < 0.2 * RUBRIC.max_points


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=300), choice=st.text(max_size=20))
def test_any_text_is_marked_within_bounds_and_shown_escaped(text, choice):
    given = {q.key: Answer(text + HOSTILE, choice, text) for q in RUBRIC.questions}
    marked = mark(sheet(text, given, company=HOSTILE))
    for one in marked.marks.values():
        assert 0 <= one.points <= one.max_points
    for cell in marked_notebook(CASE_RECORD, RUBRIC, marked, "someone")["cells"]:
        for output in cell.get("outputs", []):
            html = "".join(output["data"]["text/html"])
            assert "<script" not in html
            assert "<img" not in html


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"schema": 1}'])
def test_a_sheet_that_is_none_is_told_in_one_sentence(raw, tmp_path):
    from course.learner.answers import read

    path = tmp_path / "answers.json"
    path.write_bytes(raw)
    with pytest.raises(AnswersError) as told:
        read(path)
    assert "\n" not in str(told.value)
    assert mark(told.value).points == 0
