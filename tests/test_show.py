"""A page speaks of a failure in one sentence; a test of the notebooks does not swallow it."""

import logging

import pytest

from course import paths, show
from course.content import ContentError, wordings
from course.forms import form
from course.learner import close_page, open_pages, turned_to
from course.learner.profile import save_profile
from course.learner.progress import reach
from course.log import log


@pytest.fixture
def shown(monkeypatch):
    pieces = []
    close_page()
    monkeypatch.setattr(show, "display", pieces.append)
    return pieces


@pytest.fixture
def logged():
    """The log of this test alone."""
    logging.getLogger("course").handlers.clear()
    log.cache_clear()
    yield lambda: (paths.state() / "logs" / "pages.log").read_text(encoding="utf-8")
    logging.getLogger("course").handlers.clear()
    log.cache_clear()


def test_an_unknown_name_is_one_calm_sentence_and_its_details_are_logged(shown, logged):
    show.workshop("nothing")
    assert "This part of the course is not ready" in shown[-1].value
    assert "nothing" not in shown[-1].value
    said = "show.workshop, nothing: there is none. There are: beyond-the-score, customer-lab, "
    assert said in logged()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_whose_words_cannot_be_read_says_so_in_its_language(shown, monkeypatch, language):
    save_profile(language=language)
    monkeypatch.setattr(wordings.Wording, "__call__", refuse)
    show.profile()
    assert form._LAST_WORDS[language] in shown[-1].value
    assert "toml" not in shown[-1].value


def refuse(say, entry, **_):
    raise say._missing(entry)


def test_a_defect_is_not_shown_but_logged(shown, logged, monkeypatch):
    def broken(_):
        raise KeyError("secret detail")

    monkeypatch.setattr("course.content.load_case", broken)
    show.case("x")
    assert "secret detail" not in shown[-1].value
    assert "What you wrote is kept" in shown[-1].value
    assert "secret detail" in logged()


def test_when_notebooks_are_tested_a_failure_is_a_failure(shown, monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")
    with pytest.raises(ContentError):
        show.workshop("nothing")
    assert shown is not None


def test_two_windows_of_a_page_share_one_form(shown):
    show.workshop("quality-policy")
    show.workshop("quality-policy")
    assert shown[-1] is shown[-2]


def test_a_new_profile_makes_new_forms(shown):
    show.workshop("quality-policy")
    save_profile(language="ar")
    show.workshop("quality-policy")
    assert shown[-1] is not shown[-2]
    assert shown[-1].language == "ar"


SLUG = "draft-the-quality-policy"


@pytest.fixture
def two_pages(shown):
    """Shows the end of a lesson on two pages of one process."""
    for name in ("one", "other"):
        with turned_to(name):
            close_page()
            show.takeaways(SLUG)
    yield shown[-3], shown[-1]  # the other's look is between them
    for name in ("one", "other"):
        with turned_to(name):
            close_page()


def test_two_pages_of_one_process_share_no_form(two_pages):
    assert two_pages[0] is not two_pages[1]
    assert type(two_pages[0]) is type(two_pages[1])


def test_what_is_done_on_one_page_is_heard_on_all(two_pages):
    assert "✓" not in two_pages[0].value + two_pages[1].value
    reach(SLUG, "quiz")
    assert ["✓" in page.value for page in two_pages] == [True, True]


def test_a_page_that_was_closed_hears_no_more(two_pages):
    with turned_to("one"):
        close_page()
    reach(SLUG, "quiz")
    assert ["✓" in page.value for page in two_pages] == [False, True]


def test_outside_it_nothing_belongs_to_a_page_turned_to(two_pages, shown):
    count = len(open_pages())
    show.takeaways(SLUG)
    assert shown[-1] not in two_pages
    assert len(open_pages()) == count + 1
