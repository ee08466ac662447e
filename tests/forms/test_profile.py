"""The profile is saved as it is typed and speaks the learner's language."""

import pytest

from course.content import wording
from course.forms.profile_form import ProfileForm
from course.learner.profile import Profile, load_profile, save_profile
from course.learner.workbook import Workbook


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))


def test_a_field_is_on_disk_as_soon_as_it_is_typed():
    form = ProfileForm()
    form.company.value = "Marsa <b>Al</b> Khail"
    assert load_profile().company == "Marsa <b>Al</b> Khail"


def test_the_form_opens_with_what_was_saved():
    save_profile(name="Aisha", edition="2026")
    form = ProfileForm()
    assert (form.name.value, form.edition.value) == ("Aisha", "2026")


def test_a_learner_keeps_one_id():
    save_profile(name="A")
    first = load_profile().id
    save_profile(name="B")
    assert first
    assert load_profile().id == first


def test_a_language_turns_the_form_at_once_and_keeps_what_was_typed():
    form = ProfileForm()
    form.name.value = "عائشة"
    form.chosen.value = "ar"
    assert "course-rtl" in form._dom_classes
    assert form.name.value == "عائشة"
    form.chosen.value = "en"
    assert "course-rtl" not in form._dom_classes


def test_other_forms_are_told_of_a_change():
    form, told = ProfileForm(), []
    form.follow(lambda: told.append(load_profile().place))
    form.place.value = "Sharjah"
    assert told == ["Sharjah"]


@pytest.mark.parametrize("saved", [{"language": "fr"}, {"edition": "2008"}, {"name": 7}])
def test_a_field_that_makes_no_sense_falls_back(saved):
    Workbook("profile").save(**saved)
    assert load_profile() == Profile()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_called_saved_before_anything_is_written(language):
    save_profile(language=language)
    form = ProfileForm()
    assert wording(language)("profile.unsaved") in form.status.value
    form.name.value = "سلمى"
    assert load_profile().name == "سلمى"
    assert wording(language)("profile.unsaved") not in ProfileForm().status.value
