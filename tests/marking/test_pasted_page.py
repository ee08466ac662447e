"""A page pasted into a form is reviewed by its beginning, so that typing goes on."""

import pytest
from marking.test_linear import steps

from course.judging.authority import map_of
from course.judging.field_rules import judge_field
from course.judging.objective import fields, review_objective
from course.judging.policy import LONGEST, review_policy
from course.judging.record_facts import LONGEST as FIELD
from course.judging.rulebook import rulebook

PAGE = "Every director of ours stops a late pour by May 2027 and 12 % of the work is checked. "
HOSTILE = ["a", "1 ", "all ", "not ", "the the ", ".", "من ", PAGE]


@pytest.mark.parametrize("rule", [one.key for one in rulebook("fields").criteria])
def test_a_field_costs_no_more_beyond_what_is_judged(rule):
    for unit in HOSTILE:
        text = unit * FIELD
        judge_field(rule, text[:FIELD])
        short, long = (
            steps(lambda t=text: judge_field(rule, t[:FIELD])),
            steps(lambda t=text: judge_field(rule, t)),
        )
        assert long <= short + 100
        assert judge_field(rule, text) == judge_field(rule, text[:FIELD])


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_form_full_of_pages_costs_no_more_than_full_fields(unit):
    page, field = unit * 60_000, (unit * FIELD)[:FIELD]

    def review(text):
        review_objective(dict.fromkeys(fields(), text), "2015")
        map_of([{"situation": text, "who": text, "deputy": text}] * 2)
        judge_field("evidence", text)

    review(field)
    assert steps(lambda: review(page)) <= steps(lambda: review(field)) + 100


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_policy_is_reviewed_by_its_first_pages(unit):
    text = unit * LONGEST
    review = review_policy(text)
    assert review == review_policy(text[:LONGEST])
    places = [span for f in (*review.requirements, *review.qualities) for span in f.spans]
    assert all(end <= LONGEST for _, end in places)


def test_a_policy_of_three_thousand_words_is_reviewed_to_its_end():
    body = "We build villas in Dubai and hand each one over without a snag. " * 240
    end = "The board reviews this policy every year. We improve our quality management system."
    assert len(body.split()) >= 2_900
    improvement = review_policy(body + end).requirement("improvement")
    assert improvement.state != "missing"
    assert review_policy(body).requirement("improvement").state == "missing"
