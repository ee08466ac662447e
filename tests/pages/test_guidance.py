"""Each form says what it is for, in both languages and once; the start page shows around."""

import re

import pytest
from pages.test_web import AT, SLUG, Seen

from course import show
from course.content import LANGUAGES, wording
from course.content.page import Cell, Page, pages
from course.content.pieces import all_of
from course.forms.workshops import KINDS
from course.pages import guidance, web
from course.pages.calls import Call

FORMS = sorted(set(show._MAKERS) - {"workshop"})
LONGEST = 70  # words that a busy reader still reads
languages = pytest.mark.parametrize("language", LANGUAGES)


def helped(page):
    """The helps of a page."""
    return [attrs for attrs in Seen(page).of("details") if attrs.get("class") == "about"]


@languages
@pytest.mark.parametrize("form", FORMS)
def test_every_form_that_show_makes_says_what_it_is(form, language):
    reads_well(guidance.help_for(Call(form, ()), wording(language)))


@languages
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_tool_says_what_it_is(kind, language):
    for key in all_of(kind)[:1]:
        reads_well(guidance.help_for(Call("workshop", (key,)), wording(language)))


def reads_well(about):
    assert about.title
    assert not about.title.endswith(".")
    assert 2 <= len(re.findall(r"[.!?؟](?=\s|$)", about.words)) <= 3
    assert len(about.words.split()) <= LONGEST


def test_there_is_no_help_for_a_form_that_is_not_there():
    wanted = {*FORMS, *(f"workshop.{kind}" for kind in KINDS)}
    found = {e[5:-6] for e in wording("en").names() if re.fullmatch(r"help\..+\.title", e)}
    assert found == wanted


@pytest.mark.parametrize(("slug", "language"), pages())
def test_every_form_of_a_page_has_its_help_once(slug, language):
    page = web.page_html(slug, language, AT)
    places = [attrs for attrs in Seen(page).of("section") if "data-call" in attrs]
    assert len(helped(page)) == len(places)


@pytest.mark.parametrize("call", ['workshop("no-such-tool")', "workshop()", 'nothing("a")'])
def test_what_cannot_be_shown_has_no_help_and_spoils_no_page(call, monkeypatch):
    cells = Cell("title", "text", "# A"), Cell("form", "show", f"show.{call}")
    monkeypatch.setattr(web, "load_page", lambda *_: Page(SLUG, "en", cells))
    assert helped(web.page_html(SLUG, "en", AT)) == []


@pytest.mark.parametrize(("slug", "language"), pages())
def test_the_start_page_alone_shows_around_and_every_page_leads_there(slug, language):
    page = web.page_html(slug, language, AT)
    assert page.count('<dialog class="tour">') == (slug == "start-here")
    home = "00-start-here.html" if language == "en" else "00-start-here.ar.html"
    assert f'href="{home}#tour"' in page


@languages
def test_the_first_look_around_has_four_short_stops(language):
    stops = guidance.tour(wording(language))
    assert len(stops) == 4
    assert all(len(stop.words.split()) <= 40 for stop in stops)
