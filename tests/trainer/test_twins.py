"""Two learners' like answers are shown to the trainer side by side, and to no learner."""

import pytest
from desk import CASE, lay_in, released, rubric, sheet, written

from course.content import load_case
from course.judging.answer import Answer
from course.learner import answers
from course.trainer import folders, gradebook, marking
from course.trainer import sheet as marked_sheet
from course.trainer.feedback_page import page

DECISION = "the-decision"
OWN = (
    "From Sunday nobody's pay hangs on a low count. I tell each site myself why I was wrong, and "
    "the accountant writes down once for all nine sites what doing work twice costs us."
)


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)


def hand_in(student, text, case=CASE):
    given = written("partial", "2.6") | {DECISION: Answer(text=text)}
    lay_in(student, answers.encode(sheet(student, given)).replace(CASE.encode(), case.encode()))


def marked(student):
    return marked_sheet.mark_submission(load_case(CASE), rubric(), student)


def copied():
    """The same text, its sentences in another order and a word changed."""
    first, second = OWN.split(". ", 1)
    return f"{second} {first.replace('Sunday', 'Monday')}."


def test_twins_are_shown_to_the_trainer_with_both_texts():
    hand_in("lina", OWN)
    hand_in("omar", copied())
    marking.mark_case(CASE)
    for student, other, text in (("lina", "omar", copied()), ("omar", "lina", OWN)):
        page = (folders.autograded(student, CASE) / f"{CASE}.ipynb").read_text()
        assert f"The answer it is nearly the same as: {other}" in page
        assert text[:60].replace("'", "&#x27;") in page


def test_twins_keep_their_points_and_go_to_the_trainer():
    hand_in("lina", OWN)
    alone = marked("lina").marks[DECISION]
    hand_in("omar", copied())
    paired = marked("lina").marks[DECISION]
    assert "twin" in paired.flags
    assert "twin" not in alone.flags
    assert paired.points == alone.points
    assert paired.route != "suggest"


def test_an_answer_of_another_case_or_of_nobody_is_no_twin():
    hand_in("lina", OWN)
    hand_in("omar", OWN, case="another-case")
    lay_in("sara", b"{")
    lay_in("noor", None)
    assert DECISION not in marked("lina").twins


def test_the_class_is_compared_again_when_an_answer_changes():
    hand_in("lina", OWN)
    hand_in("omar", OWN)
    assert marked("lina").twins[DECISION].student == "omar"
    given = written("partial", "2.6") | {
        DECISION: Answer(text="Nothing changes before the spring.")
    }
    place = folders.submitted("omar", CASE) / answers.FILE
    place.write_bytes(answers.encode(sheet("omar", given)))
    assert DECISION not in marked("lina").twins


def test_what_both_were_given_to_read_makes_no_twins():
    case = load_case(CASE)
    story = " ".join(section.text.en for section in case.story)[:600]
    hand_in("lina", f"{story} I agree.")
    hand_in("omar", f"{story} I do not agree.")
    assert DECISION not in marked("lina").twins


def test_a_learner_is_told_nothing_of_a_twin():
    hand_in("lina", OWN)
    hand_in("omar", copied())
    marking.mark_case(CASE)
    with gradebook.opened() as book:
        html = page(CASE, "lina", gradebook.scores(book, CASE)["lina"])
    assert "omar" not in html
    assert "twin" not in html.lower()
    assert "nearly the same" not in html
