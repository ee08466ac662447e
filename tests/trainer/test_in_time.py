"""One answer cannot cost a class its marks: not by its length, and not by the time it takes."""

import subprocess
import sys
import threading
import time
import tracemalloc

import pytest
from desk import CASE, lay_in, released, rubric, sheet, written

from course.content import load_case
from course.judging.answer import Answer
from course.judging.unread import LONGEST
from course.learner import answers
from course.marking import engine
from course.marking.calibration import calibrate
from course.marking.cohort import mark_many
from course.trainer import folders, in_time, marking, proposals, suggest
from course.trainer import sheet as marked_sheet
from course.trainer.agreement import compare
from course.trainer.feedback_page import page
from course.trainer.gold import Gold, GoldSet, Marked, Reading
from course.trainer.notebook import note_lines

CASE_RECORD, RUBRIC = load_case(CASE), rubric()
DECISION = RUBRIC.question("the-decision")
ENDLESS = "The word without an end."
OTHERS = ("rework-share", "what-the-ncrs-say", "money-and-people", "tell-the-client")


@pytest.fixture
def endless(monkeypatch):
    """An engine that reads ENDLESS for ever, holding whatever is raised to stop it."""
    marked("Made ready before the time runs.")
    honest = suggest.mark

    def reads(question, answer, **more):
        while answer.text == ENDLESS:
            try:
                time.process_time()
            except Exception:
                continue
        return honest(question, answer, **more)

    monkeypatch.setattr(suggest, "mark", reads)
    monkeypatch.setattr(in_time, "SECONDS", 0.5)


def marked(text, **more):
    given = written("good", "2.6 %") | {"the-decision": Answer(text=text, **more)}
    return marked_sheet.mark_sheet(CASE_RECORD, RUBRIC, sheet("A", given))


def in_a_thread(work):
    """What the work returns in a thread of its own, as in formgrader's server."""
    made = []
    thread = threading.Thread(target=lambda: made.append(work()))
    thread.start()
    thread.join()
    return made[0]


@pytest.mark.usefixtures("endless")
@pytest.mark.parametrize("where", [lambda work: work(), in_a_thread], ids=["main", "thread"])
def test_an_answer_past_its_time_goes_to_the_trainer_and_the_others_are_marked(where):
    whole = marked("We stop the bonus.")
    made = where(lambda: marked(ENDLESS))
    late = made.marks["the-decision"]
    assert (late.points, late.route, late.flags) == (0.0, "trainer", ("out-of-time",))
    assert all(made.marks[key] == whole.marks[key] for key in OTHERS)
    assert "took too long" in note_lines(made)[0]


@pytest.mark.usefixtures("endless")
def test_nothing_is_raised_once_the_work_is_done():
    for _ in range(2):
        marked(ENDLESS)
        until = time.process_time() + 2 * in_time.SECONDS
        while time.process_time() < until:
            pass
    assert not [t for t in threading.enumerate() if t.name == "answer-budget" and t.is_alive()]


TRACED = """
import faulthandler, sys
from course.trainer import in_time
in_time.in_time(lambda: 1)
in_time.SECONDS = 0.05
try:
    in_time.in_time(lambda: [0 for _ in iter(int, 1)])
except in_time.OutOfTime:
    pass
faulthandler.dump_traceback_later(20, exit=True)
sys.settrace(lambda *_: None)
(lambda: None)()
print("traced")
"""


def test_a_debugger_can_step_on_after_an_answer_was_read():
    run = [sys.executable, "-c", TRACED]
    assert subprocess.run(run, capture_output=True, text=True).stdout == "traced\n"


def test_waiting_takes_no_time_from_the_budget(monkeypatch):
    monkeypatch.setattr(in_time, "SECONDS", 0.2)
    assert in_time.in_time(lambda: time.sleep(0.6) or "read") == "read"


def test_what_the_work_raises_comes_through():
    with pytest.raises(ZeroDivisionError):
        in_time.in_time(lambda: 1 / 0)


@pytest.mark.parametrize("field", ["text", "figure"])
def test_a_text_beyond_the_longest_is_not_read(monkeypatch, field):
    read = []
    for name in ("clean", "mark_figure"):
        monkeypatch.setattr(engine, name, lambda *given: read.append(given))
    question = DECISION if field == "text" else RUBRIC.question("rework-share")
    made = suggest.suggest(question, Answer(**{field: "x" * (LONGEST + 1)}))
    assert (made.points, made.route, made.flags) == (0.0, "trainer", ("too-long",))
    assert read == []


def test_a_text_too_long_is_said_so_and_the_others_are_marked():
    whole, made = marked("We stop the bonus."), marked("We stop the bonus. " * 20_000)
    assert all(made.marks[key] == whole.marks[key] for key in OTHERS)
    assert "longer than the engine reads" in note_lines(made)[0]


def test_five_thousand_honest_words_are_read():
    sentence = "We measured rework on site number {0} and found that it cost us {0} thousand."
    text = "\n".join(sentence.format(number) for number in range(330)) + "\nI stop the NCR bonus."
    assert len(text.split()) >= 4_900
    made = marked(text).marks["the-decision"]
    assert not made.unread
    assert made.points


# ---------------------------------------------------------------- a class


@pytest.fixture
def desk(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)


def hand_in(student, text):
    given = written("partial", "2.6") | {"the-decision": Answer(text=text)}
    lay_in(student, answers.encode(sheet(student, given)))


@pytest.mark.usefixtures("desk", "endless")
def test_a_class_with_answers_nobody_can_read_is_marked():
    hand_in("lina", "We stop the bonus.")
    hand_in("omar", ENDLESS)
    hand_in("sara", "AED" * 60_000)
    done = marking.mark_case(CASE)
    assert done.students == ("lina", "omar", "sara")
    assert [note.split(":")[0] for note in done.notes] == ["omar", "sara"]
    html = (folders.autograded("omar", CASE) / f"{CASE}.ipynb").read_text(encoding="utf-8")
    assert "took too long" in html


@pytest.mark.usefixtures("desk", "endless")
def test_a_learner_whose_answer_was_not_read_sees_it_unconfirmed():
    from course.trainer import gradebook

    hand_in("omar", ENDLESS)
    marking.mark_case(CASE)
    with gradebook.opened() as book:
        html = page(CASE, "omar", gradebook.scores(book, CASE)["omar"])
    assert ENDLESS in html
    assert "took too long" not in html


@pytest.mark.usefixtures("endless")
def test_what_could_not_be_read_teaches_nothing():
    pairs = [(Answer(text=f"We stop the bonus on {day} May."), 2.0) for day in range(1, 7)]
    strange = [(Answer(text=ENDLESS), 10.0), (Answer(text="x" * (LONGEST + 1)), 10.0)]
    alone = calibrate(DECISION, pairs, suggest=suggest.suggest)
    beside = calibrate(DECISION, pairs + strange, suggest=suggest.suggest)
    assert alone.learned == beside.learned
    few = calibrate(DECISION, pairs[:4] + strange, suggest=suggest.suggest)
    assert (few.learned.marks, few.learned.used) == (4, False)


@pytest.mark.usefixtures("endless")
def test_learning_and_comparing_come_through_the_same_door(monkeypatch):
    pairs = [(Answer(text=f"We stop the bonus on {day} May."), 2.0) for day in range(1, 7)]
    marks = {q.key: [] for q in RUBRIC.questions} | {"the-decision": [*pairs, pairs[0]]}
    marks["the-decision"][-1] = (Answer(text=ENDLESS), 10.0)
    monkeypatch.setattr(proposals, "trainer_marks", lambda *_: marks)
    proposed = {p.question: p.marker.learned.marks for p in proposals.propose(CASE)}
    assert proposed["the-decision"] == 6
    people = (Reading("one", "by hand"),)
    held = tuple(
        Marked(str(i), text, points={"one": 2.0}) for i, text in enumerate((ENDLESS, "No."))
    )
    found = compare(GoldSet(Gold("the-decision", "made", people, held, CASE), DECISION))
    assert found.count == 2


def test_texts_too_long_to_be_marked_are_neither_twins_nor_a_group():
    text = "We stop the bonus and pay for early reports from May on. " * 2_000
    cohort = mark_many(DECISION, [text, text, "We stop the bonus."])
    assert (cohort.twins, cohort.groups) == ((), ())
    assert cohort[0].flags == ("too-long",)


def test_the_largest_sheet_takes_no_more_than_some_megabytes():
    given = {key: Answer(text="AED" * 60_000) for key in OTHERS[1:]}
    given["the-decision"] = Answer(text="1 " * (LONGEST // 2))
    data = answers.encode(sheet("A", given))
    assert 0.5 * answers.MAX_BYTES < len(data) <= answers.MAX_BYTES
    tracemalloc.start()
    try:
        marked_sheet.mark_sheet(CASE_RECORD, RUBRIC, answers.decode(data))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100e6
