"""What a trainer's points teach the marking: shown in figures, used on a word, undone on one."""

import msgspec
import pytest
from click.testing import CliRunner
from desk import CASE, grade_rows, lay_in, overrule, released, sheet, written

from course.cli.learn import learn
from course.judging.answer import Answer
from course.learner import answers
from course.trainer import GradingError, adopted, folders, proposals
from course.trainer.marking import mark_case

pytestmark = pytest.mark.slow
QUESTION = "the-decision"
# Six who say half of it each time; their trainer is stricter than the rubric.
SAID = [
    "I cancel the NCR bonus on 1 December.",
    "I cancel the NCR bonus. Rework is reported each month.",
    "Rework is reported each month by the finance director from 1 December.",
    "We stop the bonus and reward whoever reports a problem early.",
    "Whoever reports a fault early loses nothing.",
    "We will train everybody again.",
]


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)


def hand_in_and_judge(points_of):
    """Six learners marked, then judged: `points_of` a suggestion, what the trainer types."""
    for number, text in enumerate(SAID):
        given = written("bad", "2.6 %") | {QUESTION: Answer(text)}
        lay_in(f"l{number}", answers.encode(sheet(f"l{number}", given)))
    mark_case(CASE)
    suggested = {
        who: row[0] for (who, question), row in grade_rows().items() if question == QUESTION
    }
    for who, points in suggested.items():
        overrule(who, QUESTION, points_of(points))
    return suggested


def proposal():
    return next(one for one in proposals.propose(CASE) if one.question == QUESTION)


def test_a_stricter_trainer_is_proposed_and_used_only_on_a_word():
    before = hand_in_and_judge(lambda points: max(0, points - 1))
    learned = proposal().marker.learned
    assert learned.marks == len(SAID)
    assert learned.used
    assert learned.after.gap < learned.before.gap
    mark_case(CASE)
    assert grade_rows()["l0", QUESTION][0] == before["l0"]
    assert proposals.use(CASE) == (QUESTION,)
    mark_case(CASE)
    lower = [grade_rows()[who, QUESTION][0] < points for who, points in before.items()]
    assert sum(lower) >= 3


def test_a_trainer_who_agrees_changes_nothing():
    hand_in_and_judge(lambda points: points)
    assert not proposal().marker.learned.used
    assert proposals.use(CASE) == ()
    assert adopted.read(CASE).questions == {}


def test_too_few_marks_teach_nothing():
    hand_in_and_judge(lambda _points: 0)
    other = next(one for one in proposals.propose(CASE) if one.question != QUESTION)
    assert other.marker.learned.marks == 0
    assert other.marker.learned.stage == "authored"


def test_forgetting_brings_the_rubric_back():
    before = hand_in_and_judge(lambda points: max(0, points - 1))
    proposals.use(CASE)
    adopted.forget(CASE)
    mark_case(CASE)
    assert {who: grade_rows()[who, QUESTION][0] for who in before} == before


def test_a_locked_question_takes_no_new_marks():
    hand_in_and_judge(lambda points: max(0, points - 1))
    proposals.lock(CASE, QUESTION)
    assert proposal().locked
    assert proposals.use(CASE) == ()
    with pytest.raises(GradingError, match="no question 'bonus'"):
        proposals.lock(CASE, "bonus")


def test_a_damaged_file_is_said_in_one_sentence():
    file = folders.root() / "learned" / f"{CASE}.json"
    file.parent.mkdir()
    file.write_text("{", encoding="utf-8")
    with pytest.raises(GradingError, match="damaged; run 'course learn"):
        adopted.read(CASE)


def test_what_is_kept_says_nothing_but_answers_and_points():
    hand_in_and_judge(lambda points: max(0, points - 1))
    proposals.use(CASE)
    kept = msgspec.json.decode((folders.root() / "learned" / f"{CASE}.json").read_bytes())
    assert set(kept) == {"case", "questions"}
    (lesson,) = kept["questions"].values()
    assert sorted(answer["text"] for answer, _ in lesson["marks"]) == sorted(SAID)


def test_the_command_says_what_would_change_and_who_decides():
    hand_in_and_judge(lambda points: max(0, points - 1))
    said = CliRunner().invoke(learn, [CASE]).output
    assert f"{QUESTION}: 6 answers with your points; it would improve." in said
    assert "having learned" in said
    assert "five are the fewest" in said
    assert CliRunner().invoke(learn, [CASE, "--use", "--forget"]).exit_code == 2
    assert (
        f"{QUESTION} is marked by your points" in CliRunner().invoke(learn, [CASE, "--use"]).output
    )
