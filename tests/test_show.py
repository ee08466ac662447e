"""A page speaks of a failure in one sentence; a test of the notebooks does not swallow it."""

import logging

import pytest

from course import paths, show
from course.content import ContentError
from course.log import log
from course.profile import save_profile


@pytest.fixture
def shown(monkeypatch):
    pieces = []
    monkeypatch.setattr(show, "_forms", {})
    monkeypatch.setattr(show, "display", pieces.append)
    return pieces


def test_an_unknown_name_is_one_sentence_without_a_traceback(shown):
    show.workshop("nothing")
    assert "There are: quality-policy, " in shown[-1].value


@pytest.fixture
def logged():
    """The log of this test alone."""
    logging.getLogger("course").handlers.clear()
    log.cache_clear()
    yield lambda: (paths.state() / "logs" / "pages.log").read_text(encoding="utf-8")
    logging.getLogger("course").handlers.clear()
    log.cache_clear()


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
