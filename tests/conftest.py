"""What every test gets: folders of its own, and a plain word where a browser is missing."""

from pathlib import Path

import pytest
from hypothesis import settings
from programs import CHROMIUM, need

# A first call loads the vocabulary, and a busy machine is slow: speed is measured in tests/bench.
settings.register_profile("course", deadline=None)
settings.load_profile("course")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked `browser` needs a Chromium, whatever fixtures it takes."""
    if item.get_closest_marker("browser"):
        need("Chromium", CHROMIUM)


@pytest.fixture(autouse=True)
def own_folders(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test touches the learner's work, the course's state or a classroom's exchange."""
    if request.node.get_closest_marker("browser"):
        return  # these share one served course, whose folders are its own
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "my-work"))
    monkeypatch.setenv("COURSE_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("COURSE_EXCHANGE", raising=False)


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """Files made for the tests, named for their defect."""
    return Path(__file__).with_name("fixtures")
