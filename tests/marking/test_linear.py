"""What a text costs grows with its length, whatever it holds: no more than twice for twice."""

import sys
from collections import Counter

import pytest
from marking.test_engine_properties import CASE

from course.judging.plan import plan
from course.judging.rubric import Rubric
from course.marking.engine import mark
from course.reading import typos
from course.reading.stems import LONGEST, stem
from course.trainer.highlight import highlight

LETTERS = 2_000
QUESTIONS = [CASE.question("the-decision"), CASE.question("money-and-people")]
REFERENCE = Rubric.from_dict(
    {
        "key": "why",
        "kind": "prose",
        "points": 5,
        "question": "Why do the reports fall?",
        "reference_answers": ["The bonus pays for silence; reports are no longer written down."],
    }
)
HOSTILE = {
    "one word": "AED",
    "one letter": "y",
    "supposed": "if would ",
    "supposed once": "would ",
    "reported": "wants to ",
    "reported and agreed": "wants to agree ",
    "refused": "i refuse, ",
    "denied": "it is not true that ",
    "half denied": "it is it is ",
    "negators": "not ",
    "known": "bonus rework inspector first inspections ",
    "known and undone": "keep bonus stop bonus ",
    "sentences": "The bonus ends. ",
    "lines": "a\n",
    "dates": "by the end of May ",
    "numbers": "1 ",
    "digits": "1",
    "figures": "2.6 % of rework, ",
    "marks": "نُوقِفُ ",
    "stretched": "ـ",
    "unseen": "\u200b",
    "one sign, a sentence": "ﷺ",
    "refused it": "i refuse it ",
    "not needed": "not needed ",
    "hired": "I hire. The inspector is here. ",
    "compounds": "a-b/",
    "stops": ".",
    "quotes": "“(",
}


def steps(work):
    """How many lines of Python some work takes."""
    counted = Counter()

    def count(_frame, event, _arg):
        counted[event] += 1
        return count

    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(None)
    return counted["line"] + counted["call"]


def filled(unit, letters):
    return (unit * letters)[:letters]


@pytest.mark.parametrize("rubric", [*QUESTIONS, REFERENCE], ids=lambda rubric: rubric.key)
@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_letters_take_no_more_than_twice_the_steps(rubric, kind):
    unit = HOSTILE[kind]
    mark(rubric, filled(unit, 60))
    once = steps(lambda: mark(rubric, filled(unit, LETTERS)))
    twice = steps(lambda: mark(rubric, filled(unit, 2 * LETTERS)))
    assert twice <= 2.3 * once + 1_000


def test_a_word_is_compared_only_with_known_ones_of_about_its_length(monkeypatch):
    compared, honest = [], typos.edits

    def edits(a, b, most=typos.MOST):
        compared.append((a, b))
        return honest(a, b, most)

    monkeypatch.setattr(typos, "edits", edits)
    for word in ("aed" * 600, "bonus" * 320, "x" * 2_200, "y" * 800):
        mark(CASE.question("the-decision"), f"The {word} ends.")
    assert not [pair for pair in compared if max(map(len, pair)) > 40]


@pytest.mark.parametrize("letters", [800, 1_600, 2_200])
def test_no_word_that_long_is_a_misspelling(letters):
    known = plan(CASE.question("the-decision")).vocabulary._typos
    assert known.longest < 40
    assert known.nearest("bonus" * (letters // 5)) == ""


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("bonnus", "bonus"),
        ("bonsu", "bonus"),
        ("inspectro", "inspector"),
        ("nonconformitties", "nonconformities"),
        ("المكافاءة", "المكافاة"),
    ],
)
def test_a_letter_or_two_may_be_wrong(wrong, right):
    assert typos.Typos([right, "house", "measure"]).nearest(wrong) == right


@pytest.mark.parametrize("other", ["inspection", "bonnet", "nonconformists", "us"])
def test_another_word_is_no_misspelling(other):
    assert typos.Typos(["bonus", "inspector", "nonconformity"]).nearest(other) == ""


def test_a_word_no_language_has_is_its_own_stem():
    assert stem("inspections") == "inspect"
    assert stem("y" * LONGEST + "ies") == "y" * LONGEST + "ies"


def test_a_number_too_long_to_measure_anything_breaks_nothing():
    marked = mark(CASE.question("money-and-people"), f"It costs AED 1{'0' * 4_000} a year.")
    assert 0 <= marked.points <= marked.max_points
    assert mark(CASE.question("rework-share"), "1" + "0" * 400).points == 0


def test_ten_thousand_marked_words_are_shown_in_steps_that_grow_with_them():
    def shown(count):
        spans = tuple((2 * i, 2 * i + 1) for i in range(count))
        return highlight("a " * count, {1: spans, 2: spans[::2]})

    assert shown(3).count("<mark") == 3
    assert steps(lambda: shown(2_000)) <= 2.2 * steps(lambda: shown(1_000))
