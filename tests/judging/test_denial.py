"""What is denied counts for nothing, in a policy as in an answer, in English as in Arabic."""

import pytest

from course.judging.policy import review_policy
from course.judging.rubric import Rubric
from course.marking.engine import mark

BOTH = "customer requirements and legal requirements"
BOTH_AR = "بمتطلبات العملاء والقوانين"
RUBRIC = Rubric.from_dict(
    {
        "key": "decision",
        "stance": "decision",
        "concept": {
            "end": {"en": ["end"], "ar": ["نوقف"]},
            "premium": {"en": ["premium"], "ar": ["المكافأة"]},
        },
        "criterion": [{"key": "ends-it", "any_of": ["end & premium"]}],
    }
)


def requirements(text: str) -> str:
    return review_policy(text).requirement("requirements").reason


def points(text: str) -> float:
    return mark(RUBRIC, text).points


@pytest.mark.parametrize(
    "frame",
    [
        "We do not {}.",
        "We no longer {}.",
        "We hardly {}.",
        "We seldom {}.",
        "We barely {}.",
        "We fail to {}.",
        "We refuse to {}.",
        "We are unable to {}.",
        "I do not think that we {}.",
        "I don't believe we {}.",
        "We doubt that we {}.",
        "It is not true that we {}.",
        "We {}: this is wrong.",
        "We {} – that is not true.",
    ],
)
def test_a_denial_is_one_in_a_policy_and_in_an_answer(frame):
    assert requirements(frame.format(f"meet {BOTH}")) == "negated"
    answer = mark(RUBRIC, frame.format("end the premium"))
    assert (answer.points, "negated" in answer.flags) == (0, True)


@pytest.mark.parametrize(
    "frame",
    [
        "لا {}.",
        "لن {}.",
        "لم نعد {}.",
        "ما عدنا {}.",
        "نادرا ما {}.",
        "بالكاد {}.",
        "لا أعتقد أننا {}.",
        "ليس صحيحا أننا {}.",
        "نحن {}: هذا غير صحيح.",
    ],
)
def test_so_it_is_in_arabic(frame):
    assert requirements(frame.format(f"نلتزم {BOTH_AR}")) == "negated"
    assert points(frame.format("نوقف المكافأة")) == 0


def test_to_fail_in_something_denies_it_in_arabic():
    assert requirements(f"نفشل في الالتزام {BOTH_AR}.") == "negated"
    assert points("نفشل في أن نوقف المكافأة.") == 0


@pytest.mark.parametrize(
    "frame", ["We {}.", "We will not fail to {}.", "We {} no later than May.", "We not only {}."]
)
def test_what_is_denied_twice_or_not_at_all_is_said(frame):
    assert requirements(frame.format(f"meet {BOTH}")) == "met"
    assert points(frame.format("end the premium")) == 1


@pytest.mark.parametrize(
    "frame",
    [
        "If the board paid for it, we would {}.",
        "The consultant asks us to {}.",
        "The consultant says we should {}.",
    ],
)
def test_what_is_supposed_or_reported_is_neither_said_nor_denied(frame):
    assert requirements(frame.format(f"meet {BOTH}")) == "missing"
    assert points(frame.format("end the premium")) == 0


def test_a_moral_verdict_after_a_full_stop_denies_nothing():
    assert points("We end the premium. This is wrong for nobody.") == 1


ORDERED = Rubric.from_dict(
    {
        "key": "promise",
        "criterion": [
            {
                "key": "promises",
                "any_of": [
                    {"of": "customer-requirement", "before": ["satisfy"], "bars": ["other-verb"]}
                ],
            }
        ],
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We meet customer requirements.", 1),
        ("We never meet customer requirements.", 0),
        ("We meet to study and identify customer requirements.", 0),
        ("Customer requirements are many; we meet on Monday.", 0),
    ],
)
def test_a_rubric_may_ask_for_order_and_the_nearest_verb_as_a_rulebook_does(text, expected):
    assert mark(ORDERED, text).points == expected
