"""What the lessons on policy and objectives tell of their figures is what the tables hold."""

import pytest

from course.content import LANGUAGES
from course.content.folders import of_lesson
from course.content.page import load_page, page_file
from course.content.stories import load_story
from course.content.tables import load_table

POLICY, OBJECTIVES = "draft-the-quality-policy", "set-objectives"
SURVEY = load_table(of_lesson(POLICY, "gulf-meridian-logistics.csv"))
ORDERS = load_table(of_lesson(OBJECTIVES, "khalidiyah-extrusions.csv"))


def cell(slug, name, language):
    return next(each.source for each in load_page(slug, language).cells if each.name == name)


def written(slug):
    return [language for language in LANGUAGES if page_file(slug, language).exists()]


def told(text, *figures):
    """Whether each figure stands in the text, whichever way the language spaces its sign."""
    return [figure for figure in figures if figure not in text.replace(" %", "%")] == []


@pytest.mark.parametrize("language", written(POLICY))
def test_a_translation_would_help_and_would_not_be_enough(language):
    people = SURVEY.groupby("language")[["asked", "seen_policy", "can_explain"]].sum()
    asked, seen, explain = people.sum()
    best = people.can_explain["english"] / people.asked["english"]
    lifted = round(best * asked)
    assert (asked, explain, lifted, asked - lifted) == (620, 211, 378, 242)
    assert (round(100 * seen / asked), round(100 * explain / asked)) == (92, 34)
    assert people.asked["english"] - people.can_explain["english"] == 39
    reading = cell(POLICY, "case-reading", language)
    assert told(reading, "61%", "378", "620", "211", "242", "39", "92%")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_tells_the_survey_as_it_is(language):
    people = SURVEY.groupby("language")[["asked", "can_explain"]].sum()
    shares = sorted(round(100 * n) for n in people.can_explain / people.asked)
    assert (shares[0], shares[-2], shares[-1]) == (22, 38, 61)
    story = "\n".join(part.text[language] for part in load_story(POLICY).story)
    assert told(story, "620", "92%", "34%", "61%", "38%", "22")


@pytest.mark.parametrize("language", written(OBJECTIVES))
def test_the_orders_are_told_by_both_dates(language):
    shipped, as_it_stood, promised, moved, late_moves, *_ = ORDERS.drop(columns="month").sum()
    assert (round(100 * as_it_stood / shipped), round(100 * promised / shipped)) == (96, 71)
    assert round(10 * late_moves / moved) == 7
    assert min(ORDERS.on_current_date / ORDERS.shipped) > 0.95
    reading = cell(OBJECTIVES, "case-reading", language)
    assert told(reading, "96%", "71%")
    last = ORDERS.tail(12)
    assert round(100 * last.on_original_date.sum() / last.shipped.sum()) == 68
    assert told(cell(OBJECTIVES, "idea-2-cascade", language), "68", "85%")


@pytest.mark.parametrize("language", written(OBJECTIVES))
def test_the_hours_of_rework_went_to_finishing(language):
    years = ORDERS.groupby(ORDERS.index // 12)[["rework_h", "finishing_h"]].sum()
    rework, finishing = years.rework_h, years.finishing_h
    assert (list(rework), list(finishing)) == ([9000, 6300], [4000, 6900])
    reading = cell(OBJECTIVES, "idea-1-rework-reading", language)
    assert told(reading, "9,000", "6,300", "4,000", "6,900", "13,000", "13,200")
