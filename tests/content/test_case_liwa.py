"""The opening case of lesson 06: its figures carry what the lesson reads out of them."""

import re

import pytest

from course.content import LANGUAGES, load_story
from course.content.folders import of_lesson

SLUG = "make-it-travel"
BOXES, COMPLAINTS, STOPS = (4_000_000, 3_800_000), (176, 84), 117
LIGHT_TICKETS, AT_THE_END = 96, 23
LINE_3, LINES_1_AND_2 = ((19, 120), (8, 118)), ((7, 130), (6, 128))
NIGHTS, HOURS, MINUTES_A_STOP = 13 * 6, 10, 20
MISSING, NIGHTS_LEFT = 50_000, 3


def told(language):
    return "\n".join(part.text[language] for part in load_story(SLUG).story)


def figures(language):
    return {
        float(one.replace(",", "")) for one in re.findall(r"\d[\d,]*(?:\.\d+)?", told(language))
    }


@pytest.fixture(scope="module")
def page():
    return of_lesson(SLUG, "page.en.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_tells_every_figure_in_each_language(language):
    asked = {*BOXES, *COMPLAINTS, STOPS, LIGHT_TICKETS, AT_THE_END, MISSING, 44, 22, 30}
    asked |= {n for pair in (*LINE_3, *LINES_1_AND_2) for n in pair}
    assert asked <= figures(language)


def test_the_green_figure_is_honest():
    before, after = (1e6 * c / b for c, b in zip(COMPLAINTS, BOXES, strict=True))
    assert (round(before), round(after)) == (44, 22)
    (old, weighed), (new, weighed_now) = LINE_3  # counted by the buyer, who knows of no stops
    assert new / weighed_now < 0.5 * old / weighed


def test_the_stops_are_neither_rest_nor_idle(page):
    assert LIGHT_TICKETS / STOPS > 0.8
    assert abs(AT_THE_END / STOPS - 2 / HOURS) < 0.01
    assert (STOPS - LIGHT_TICKETS) * MINUTES_A_STOP == 7 * 60
    assert "seven hours" in page


def test_fewer_boxes_do_not_explain_it_and_are_the_price_of_the_stops(page):
    boxes, complaints = (1 - after / before for before, after in (BOXES, COMPLAINTS))
    assert (round(100 * boxes), round(100 * complaints)) == (5, 52)
    assert "Boxes fell by 5 %, complaints by 52 %" in page
    assert abs(STOPS * MINUTES_A_STOP / 60 / (NIGHTS * HOURS) - boxes) < 0.005


def test_approving_each_stop_would_not_save_the_order(page):
    minutes = NIGHTS_LEFT * MINUTES_A_STOP * STOPS / NIGHTS
    running = NIGHTS * HOURS * 60 - STOPS * MINUTES_A_STOP
    assert round(minutes) == 90
    assert round(minutes * BOXES[1] / running, -2) == 7_700 < MISSING / 5
    assert "90 minutes: 7,700 of the 50,000 boxes" in page


def test_the_silence_of_the_other_lines_is_no_proof_of_good_boxes():
    (old, weighed), (new, weighed_now) = LINES_1_AND_2
    assert new / weighed_now > 0.8 * old / weighed
