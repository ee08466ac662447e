"""What the exercises say of a text is what the policy desk says of it."""

import pytest

from course.content import LANGUAGES
from course.content.exercises import Sample, load_gap_exercise, load_pair_exercise
from course.content.toml import ContentError, convert
from course.content.words import Words
from course.judging.policy import PolicyReview, review_policy

GAPS = load_gap_exercise("article-policy")
PAIR = load_pair_exercise("draft-the-quality-policy")


def reasons(review: PolicyReview) -> set[tuple[str, str]]:
    return {(f.key, f.reason) for f in (*review.requirements, *review.qualities)}


@pytest.mark.parametrize("edition", ["2015", "2026"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_real_gap_is_one_the_desk_finds(language, edition):
    found = reasons(review_policy(GAPS.text[language], edition=edition))
    claimed = {(gap.finding, gap.reason) for gap in GAPS.gaps if gap.real}
    assert claimed <= found


def test_there_is_something_to_miss_and_something_to_overlook():
    assert 7 <= len(GAPS.gaps) <= 9
    assert {gap.real for gap in GAPS.gaps} == {True, False}
    assert all(not gap.finding for gap in GAPS.gaps if not gap.real)


@pytest.mark.parametrize("edition", ["2015", "2026"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", [GAPS.better, PAIR.good, PAIR.tempting], ids=lambda s: s.key)
def test_every_remark_is_one_the_desk_makes(sample, language, edition):
    found = reasons(review_policy(sample.text[language], edition=edition))
    claimed = {(c.finding, c.reason) for c in sample.comments if c.finding}
    assert claimed <= found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", [GAPS.better, PAIR.good], ids=lambda s: s.key)
def test_the_good_ones_are_good_throughout(sample, language):
    for edition in ("2015", "2026"):
        review = review_policy(sample.text[language], edition=edition)
        assert [f.key for f in (*review.requirements, *review.qualities) if not f.met] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tempting_one_meets_no_requirement(language):
    assert not any(f.met for f in review_policy(PAIR.tempting.text[language]).requirements)


@pytest.mark.parametrize("sample", [GAPS.better, PAIR.good, PAIR.tempting], ids=lambda s: s.key)
def test_a_phrase_stands_once_in_its_text(sample: Sample):
    for comment in sample.comments:
        for language in LANGUAGES:
            assert sample.text[language].count(comment.phrase[language]) == 1


def test_a_phrase_that_is_not_in_the_text_is_refused_by_name():
    words = {"en": "a b", "ar": "ا ب"}
    comment = {"key": "c", "phrase": {"en": "z", "ar": "ا"}, "comment": words}
    raw = {"key": "s", "title": words, "text": words, "comments": [comment]}
    with pytest.raises(ContentError, match="phrase of 'c'"):
        convert(raw, Sample, "s.toml")


def test_the_article_is_quoted_as_it_stands():
    assert GAPS.text == Words(
        "delivering compliant and defect-free projects that exceed client expectations"
        " while ensuring worker safety and environmental care",
        GAPS.text.ar,
    )
