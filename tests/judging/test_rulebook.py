"""A rulebook says what a text is judged on and in which words; a broken one is refused by name."""

import pytest

from course.content.toml import ContentError
from course.judging.rulebook import read_rulebook, rulebook
from course.paths import DATA
from course.reading.lexicon import load_lexicon


def test_one_file_says_that_a_policy_commits_to_customer_requirements_and_in_which_words():
    rule = rulebook("policy").criterion("requirements")
    customer = next(piece for piece in rule.evidence if piece.key == "customer")
    words = load_lexicon().concept
    assert [level.reason for level in rule.levels if level.state == "met"] == ["met"]
    assert {pattern.of for pattern in customer.any_of} == {"customer-requirement"}
    assert any("contract" in term for term in words["customer-requirement"].en)
    saying = [
        path.name
        for path in (DATA / "rules").glob("*.toml")
        if "customer-requirement" in path.read_text(encoding="utf-8")
    ]
    assert saying == ["policy.toml"]


def test_a_concept_stands_in_one_file_and_each_that_a_rule_names_exists():
    assert rulebook("policy").criteria  # refused by name otherwise
    assert load_lexicon().concept["customer-requirement"].exact


MISSING = {"reason": "missing", "state": "missing"}
RULE = {
    "key": "promise",
    "evidence": [{"key": "said", "any_of": [{"of": "objective"}]}],
    "level": [
        {"reason": "missing", "state": "missing"},
        {"reason": "met", "state": "met", "requires": ["said"]},
    ],
}


@pytest.mark.parametrize(
    ("change", "entry", "problem"),
    [
        ({"evidence": [{"key": "said", "any_of": [{"of": "objektive"}]}]}, "said", "objektive"),
        (
            {"evidence": [{"key": "said", "any_of": [{"whose": "ours"}]}]},
            "said",
            "a pattern is empty",
        ),
        ({"evidence": [{"key": "said", "measure": "weight"}]}, "said", "weight"),
        ({"evidence": [{"key": "said"}]}, "said", "neither words nor a measure"),
        (
            {"evidence": [{"key": "said", "any_of": [{"of": "act", "said_at": "after"}]}]},
            "said",
            "'after'",
        ),
        (
            {"level": [{"reason": "met", "state": "met", "requires": ["said"]}]},
            "promise",
            "first level",
        ),
        (
            {"level": [MISSING, {"reason": "met", "state": "met", "requires": ["sait"]}]},
            "promise, level met",
            "sait",
        ),
        (
            {"level": [MISSING, {"reason": "met", "state": "met", "requires": ["perhaps said"]}]},
            "promise, level met",
            "perhaps",
        ),
        ({"veto": [{"all_of": ["frame"]}]}, "promise", "'veto' has no meaning"),
        ({"level": [{"reason": "met", "state": "well"}]}, "level 1", "well"),
        ({"level": [MISSING, {"state": "met"}]}, "promise", "no reason"),
    ],
)
def test_a_rule_that_cannot_be_judged_by_is_refused_by_name(change, entry, problem):
    with pytest.raises(ContentError) as refusal:
        read_rulebook({"criterion": [RULE | change]}, "policy.toml")
    assert entry in str(refusal.value)
    assert problem in str(refusal.value)


def test_a_rule_as_it_should_be_is_read():
    assert read_rulebook({"criterion": [RULE]}, "policy.toml").criterion("promise").states == {
        "met": "met",
        "missing": "missing",
    }
