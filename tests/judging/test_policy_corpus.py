"""Whole policies, English and Arabic: the verdict on every requirement, in both editions."""

import tomllib
from pathlib import Path

import pytest

from course.judging.policy import review_policy

FOLDER = Path(__file__).parents[1] / "policies"
POLICIES = [
    pytest.param(entry["text"], entry["expects"], id=f"{path.stem}-{entry['key']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["policy"]
]


@pytest.mark.parametrize(("text", "expects"), POLICIES)
def test_each_requirement_gets_the_verdict_a_reader_gives(text, expects):
    review = review_policy(text)
    assert {finding.key: finding.state for finding in review.requirements} == expects


@pytest.mark.parametrize(("text", "expects"), POLICIES)
def test_the_editions_differ_only_in_how_they_part_purpose_and_direction(text, expects):
    review = review_policy(text, edition="2026")
    verdicts = {finding.key: finding.state for finding in review.requirements}
    assert verdicts.keys() == {*expects, "direction"}
    shared = expects.keys() - {"purpose"}
    assert {key: verdicts[key] for key in shared} == {key: expects[key] for key in shared}


def test_a_purpose_without_a_strategy_is_whole_in_2026_and_half_in_2015():
    text = "We bake bread for supermarkets in Sharjah."
    assert review_policy(text, edition="2015").requirement("purpose").reason == "no-strategy"
    newer = review_policy(text, edition="2026")
    assert newer.requirement("purpose").met
    assert newer.requirement("direction").reason == "no-strategy"


def test_requirements_cite_the_clause_of_their_own_edition():
    for edition in ("2015", "2026"):
        for finding in review_policy("We bake bread.", edition=edition).requirements:
            (ref,) = finding.clauses
            outside = {"documented", "communicated", "available"}
            number = "5.2.2" if finding.key in outside else "5.2.1"
            assert (ref.edition, ref.number[:-2]) == (edition, number)
