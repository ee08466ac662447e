"""A class marked at once: twins are told to the trainer, one look marks a group."""

import random
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.judging.answer import Answer
from course.judging.rubric import load_case_rubric
from course.marking.calibration import calibrate
from course.marking.cohort import mark_many
from course.marking.engine import mark
from course.paths import ASSESSMENTS
from course.reading.layout import sentences

CASE = load_case_rubric(ASSESSMENTS / "marsa-al-khail-contracting" / "rubric.toml")
RUBRIC = CASE.question("the-decision")
SHEET = Path(__file__).parents[1] / "fixtures" / "answers" / "the-decision.toml"
TEXTS = [a["text"] for a in tomllib.loads(SHEET.read_text(encoding="utf-8"))["answer"]]
LONG = max(TEXTS, key=len)
OTHER = next(text for text in TEXTS if "bullets" not in text and text != LONG and len(text) > 300)
ARABIC = next(text for text in TEXTS if "المكافأة" in text)


def twins(*texts, given=()):
    return [(pair.first, pair.second) for pair in mark_many(RUBRIC, texts, given=given).twins]


def shuffled(text):
    parts = [text[a:b] for a, b in sentences(text)]
    random.Random(1).shuffle(parts)
    return "\n".join(parts)


def misspelt(text):
    """A letter dropped from every seventh word of some length."""
    words = text.split()
    return " ".join(w[:2] + w[3:] if i % 7 == 0 and len(w) > 5 else w for i, w in enumerate(words))


@pytest.mark.parametrize(
    "second",
    [
        LONG,
        LONG.upper(),
        LONG.replace(",", " ").replace(".", ".\n"),
        shuffled(LONG),
        misspelt(LONG),
        LONG + " I have thought about it for a long time and this is what I will do.",
        LONG[: int(len(LONG) * 0.7)],
        OTHER + "\n" + LONG,
    ],
    ids=["same", "capitals", "marks", "order", "misspelt", "more", "less", "a passage inside"],
)
def test_what_is_copied_from_a_neighbour_is_found(second):
    assert twins(LONG, second) == [(0, 1)]


def test_arabic_twins_are_found_too():
    long = ARABIC * 1 + " ونعلن القرار لجميع المواقع في اليوم نفسه ونشرحه لكل مدير مشروع وجهاً لوجه."
    assert twins(long, long.replace("ة", "ه")) == [(0, 1)]


PLAN = """1. Bonus: {a}
2. Owner: {b}
3. Date: {c}
4. Measure: {d}"""
NEAR_MISSES = {
    "the same opinion in other words": (LONG, OTHER),
    "the same skeleton": (
        PLAN.format(
            a="gone from today, letter out", b="the managing director", c="1 December", d="rework"
        ),
        PLAN.format(
            a="replaced by thanks", b="finance and nobody else", c="next March", d="snags per villa"
        ),
    ),
    "the same short answer": ("We stop the bonus today.", "We stop the bonus today."),
    "the same figures": (
        "Rework went from 1.1 to 2.6 % and first inspections from 91 to 84 %, so I end the scheme "
        "and pay nobody for a low count again.",
        "From 91 to 84 % and from 1.1 to 2.6 %: those are the numbers I would read to the board "
        "before I ask them to withdraw my letter.",
    ),
    "the same clause": (
        "It rests on clause 5.1.1 of ISO 9001:2015. We cancel the letter, thank who reports and "
        "count rework in one way everywhere from January.",
        "It rests on clause 5.1.1 of ISO 9001:2015. Nothing in my proposal touches pay; I want "
        "inspectors who answer to finance, and one page a month.",
    ),
    "one greeting": (
        "Dear members of the board, I thank you for your time. My bonus letter ends today because "
        "it taught managers to keep quiet.",
        "Dear members of the board, I thank you for your time. Nothing changes before spring; HR "
        "studies the scheme and comes back with options.",
    ),
    "both empty": ("", ""),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_alike_is_not_copied(name):
    assert twins(*NEAR_MISSES[name]) == []


def test_two_who_quote_what_everybody_was_shown_are_no_twins():
    shown = LONG
    answers = [f"{shown} So I stop it today.", f"{shown} I would rather wait for the spring."]
    assert twins(*answers, given=(shown,)) == []
    assert twins(*answers) == [(0, 1)]


def test_a_twin_is_looked_at_and_keeps_its_points():
    alone = mark(RUBRIC, LONG)
    first, second, third = mark_many(RUBRIC, [LONG, LONG, OTHER])
    for twin in (first, second):
        assert twin.points == alone.points
        assert "twin" in twin.flags
        assert twin.route != "suggest"
        assert twin.confidence <= 0.6
    assert third == mark(RUBRIC, OTHER)


@settings(max_examples=25)
@given(st.permutations(range(4)))
def test_the_order_of_the_class_changes_no_twin(order):
    texts = [LONG, shuffled(LONG), OTHER, ARABIC]
    found = twins(*(texts[place] for place in order))
    assert [{order[a], order[b]} for a, b in found] == [{0, 1}]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(TEXTS), max_size=5, unique=True))
def test_without_twins_a_class_is_marked_as_each_alone(texts):
    assert list(mark_many(RUBRIC, texts)) == [mark(RUBRIC, text) for text in texts]


# ---------------------------------------------------------------- groups


def groups(*texts):
    return mark_many(RUBRIC, texts).groups


def test_one_look_marks_answers_that_say_the_same():
    same = ["We stop the bonus today.", "we stop the bonus today", "We stop the  bonus today!"]
    assert groups(*same, OTHER) == ((0, 1, 2),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will stop the bonus today.", "We will not stop the bonus today."),
        ("Rework cost us 2.6 % of the value.", "Rework cost us 26 % of the value."),
        (
            "We stop the bonus on 1 March with a letter.",
            "We stop the bonus on 7 March with a letter.",
        ),
        ("We stop the bonus today.", "We keep the bonus today."),
    ],
)
def test_answers_that_mean_different_things_are_never_in_one_group(one, other):
    assert groups(one, other) == ()


def test_the_largest_group_is_marked_first_then_the_least_certain_and_the_empty_last():
    texts = ["", OTHER, "We stop the bonus.", "we stop the bonus", LONG, "We stop the bonus!"]
    cohort = mark_many(RUBRIC, texts)
    order = cohort.mark_first()
    assert order[0] == 2
    assert order[-1] == 0
    assert sorted(order) == [0, 1, 2, 4]
    assert cohort[order[1]].confidence <= cohort[order[2]].confidence


def test_a_marker_that_learned_marks_the_class():
    marker = calibrate(RUBRIC, [(text, 0.0) for text in TEXTS[:6]], lock="learned")
    assert [m.points for m in mark_many(RUBRIC, TEXTS, marker)] == [
        marker.mark(text).points for text in TEXTS
    ]


def test_choices_and_figures_are_marked_in_a_class_too():
    ncrs = CASE.question("what-the-ncrs-say")
    (marked,) = mark_many(ncrs, [Answer(choice="less-written-down")])
    assert marked.points == 2
    assert [m.points for m in mark_many(CASE.question("rework-share"), ["2.6 %", "1.1 %"])] == [
        2,
        0,
    ]
