"""Lesson 07: what is said of Noor Coast is what its table says."""

import csv
import re

import pytest

from course.content import LANGUAGES, load_story
from course.content.exercises import load_pair_exercise
from course.content.folders import of_lesson
from course.content.page import load_page

SLUG = "customer-first"
NOW, BEFORE = "2025", "2024"


def added(column, year, hotel=""):
    with of_lesson(SLUG, "noor-coast-hotels.csv").open(encoding="utf-8", newline="") as page:
        rows = [row for row in csv.DictReader(page) if row["month"].startswith(year)]
    return sum(int(row[column]) for row in rows if not hotel or row["hotel"] == hotel)


def score(year, hotel=""):
    return added("score_sum", year, hotel) / added("answers", year, hotel)


def told():
    """Every figure that the table decides, as the texts write it."""
    complaints = added("complaints", NOW)
    return {
        f"{score(BEFORE):.1f}", f"{score(NOW):.1f}", f"{added('answers', NOW):,}",
        f"{added('answers', BEFORE, 'marina'):,}", f"{added('answers', NOW, 'marina'):,}",
        f"{score(BEFORE, 'airport'):.0f}", f"{100 * added('closed_24h', NOW) / complaints:.0f}",
        f"{100 * added('reopened_30d', NOW) / complaints:.0f}",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_table_is_told_as_it_stands(language):
    story, pair = load_story(SLUG), load_pair_exercise(SLUG)
    texts = [part.text[language] for part in story.story]
    texts += [sample.text[language] for sample in (pair.tempting, pair.good)]
    texts += [comment.comment[language] for comment in pair.tempting.comments]
    assert told() <= set(re.findall(r"\d(?:[\d,.]*\d)?", " ".join(texts)))


def test_as_many_answered_as_the_year_before():
    """So the number of answers warns nobody; where they come from does."""
    assert added("answers", NOW) == pytest.approx(added("answers", BEFORE), rel=0.02)


def test_the_words_on_closed_complaints_are_the_tables():
    (cell,) = [cell for cell in load_page(SLUG).cells if cell.name == "idea-3"]
    assert {"96", "31"} <= told() & set(re.findall(r"\d+", cell.source))


def test_the_opening_does_not_say_where_the_answers_come_from():
    words = " ".join(part.text.en for part in load_story(SLUG).story)
    assert not re.search(r"tablet|moved|more answers", words)
