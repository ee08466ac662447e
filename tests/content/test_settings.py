"""The provider is a setting: both languages, and a logo only where there is one."""

import pytest

from course.content import ContentError, settings


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes settings and loads them as if they were the course's own."""
    monkeypatch.setattr(settings, "DATA", tmp_path)
    provider = 'provider = {en = "A provider", ar = "جهة"}\n'

    def load(rest="", provider=provider):
        (tmp_path / "settings.toml").write_text(provider + rest, encoding="utf-8")
        return settings.load_settings.__wrapped__()

    return load


def test_the_shipped_settings_load_and_name_nobody():
    shipped = settings.load_settings()
    assert shipped.provider is None
    assert shipped.logo_file is None


def test_a_provider_without_a_logo_has_none(written):
    assert written('logo = ""').logo_file is None
    assert written().logo_file is None


def test_a_logo_that_is_there_is_found_and_one_that_is_not_is_refused(written, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"picture")
    assert written('logo = "logo.png"').logo_file == tmp_path / "logo.png"
    with pytest.raises(ContentError, match=r"settings\.toml, logo: there is no data/gone\.png"):
        written('logo = "gone.png"')


def test_a_provider_in_one_language_is_refused(written):
    with pytest.raises(ContentError, match="provider"):
        written(provider='provider = {en = "A provider"}\n')
