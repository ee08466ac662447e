"""A rulebook says what a text is judged on and in which words; a broken one is refused by name."""

import pytest

from course.content.toml import ContentError
from course.judging.books import read_rulebook, rulebook
from course.paths import DATA
from course.reading.lexicon import load_lexicon


def test_one_file_says_that_a_policy_commits_to_customer_requirements_and_in_which_words():
    rule = rulebook("policy").rule("requirements")
    customer = next(piece for piece in rule.evidence if piece.key == "customer")
    words = load_lexicon().concept
    assert [ruling.reason for ruling in rule.rulings if ruling.state == "met"] == ["met"]
    assert {pattern.of for pattern in customer.any_of} == {"customer-requirement"}
    assert any("contract" in term for term in words["customer-requirement"].en)
    saying = [
        path.name
        for path in (DATA / "rules").glob("*.toml")
        if "customer-requirement" in path.read_text(encoding="utf-8")
    ]
    assert saying == ["policy.toml"]


def test_a_concept_stands_in_one_file_and_each_that_a_rule_names_exists():
    assert rulebook("policy").rules  # refused by name otherwise
    assert load_lexicon().concept["customer-requirement"].exact


RULE = {
    "key": "promise",
    "evidence": [{"key": "said", "any_of": [{"of": "objective"}]}],
    "ruling": [
        {"reason": "met", "state": "met", "requires": ["said"]},
        {"reason": "missing", "state": "missing"},
    ],
}


@pytest.mark.parametrize(
    ("change", "entry", "problem"),
    [
        ({"evidence": [{"key": "said", "any_of": [{"of": "objektive"}]}]}, "said", "objektive"),
        ({"evidence": [{"key": "said", "any_of": [{"all_of": ["frame"]}]}]}, "said", "looks for"),
        ({"evidence": [{"key": "said", "measure": "weight"}]}, "said", "weight"),
        ({"evidence": [{"key": "said"}]}, "said", "neither words nor a measure"),
        (
            {"evidence": [{"key": "said", "any_of": [{"of": "act", "said_at": "after"}]}]},
            "said",
            "'after'",
        ),
        (
            {"ruling": [{"reason": "met", "state": "met", "requires": ["said"]}]},
            "promise",
            "ruling",
        ),
        (
            {"ruling": [{"reason": "met", "state": "met", "requires": ["sait"]}]},
            "promise, met",
            "sait",
        ),
        (
            {"ruling": [{"reason": "met", "state": "met", "requires": ["perhaps said"]}]},
            "promise, met",
            "perhaps",
        ),
        ({"ruling": [{"reason": "met", "state": "well"}]}, "ruling 1", "well"),
    ],
)
def test_a_rule_that_cannot_be_judged_by_is_refused_by_name(change, entry, problem):
    with pytest.raises(ContentError) as refusal:
        read_rulebook({"rule": [RULE | change]}, "policy.toml")
    assert entry in str(refusal.value)
    assert problem in str(refusal.value)


def test_a_rule_as_it_should_be_is_read():
    assert read_rulebook({"rule": [RULE]}, "policy.toml").rule("promise").verdicts == {
        "met": "met",
        "missing": "missing",
    }
