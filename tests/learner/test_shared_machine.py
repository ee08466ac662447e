"""On a machine with other accounts: what is private stays so, and nobody plays the trainer."""

import os
from pathlib import Path

import pytest
from accounts import as_person, give, needs_root, person
from desk import CASE, bare, everywhere, me, released, sheet, submit_here

from course import disk, paths
from course.cli import command as cli
from course.learner import answers, handin, trust
from course.learner.hand_in_file import HandInError
from course.learner.profile import save_profile
from course.learner.workbook import Workbook
from course.trainer import GradingError, folders
from course.trainer.collect import collect
from course.trainer.release import release

pytestmark = pytest.mark.slow


def readable_by_others(place: Path) -> list[str]:
    """What another account could open, if it got as far as the folder."""
    return [
        str(path.relative_to(place))
        for path in (place, *place.rglob("*"))
        if not path.is_symlink() and path.stat().st_mode & 0o077
    ]


@pytest.fixture
def loose():
    """The umask most machines have."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("loose")
def test_whatever_the_umask_own_files_are_for_their_owner_alone(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    monkeypatch.setenv("COURSE_EXCHANGE", str(tmp_path / "exchange"))
    cli.main(["release", CASE])
    cli.main(["start", "--prepare"])
    save_profile(name="Maryam")
    Workbook("quality-policy").save_text("text", "We stop the bonus.")
    folder = handin.fetch(CASE).parent
    answers.write(folder / answers.FILE, sheet("Maryam", everywhere("We stop it.")))
    handin.hand_in(CASE, folder)
    for command in ("collect", "mark", "feedback"):
        cli.main([command, CASE])
    assert handin.fetch_feedback(CASE)
    assert readable_by_others(paths.my_work()) == []
    kept = [name for name in readable_by_others(paths.state()) if "labextensions" not in name]
    assert kept == [], "but for the course's own script, which is no secret"
    for made in ("submitted", "autograded", "feedback", "reports", "gradebook.db", "closings"):
        assert (folders.root() / made).exists()
        assert readable_by_others(folders.root() / made) == [], made
    assert folders.root().stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("loose")
def test_a_folder_left_open_by_an_earlier_version_is_shut(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    for folder in (paths.my_work(), paths.state(), paths.assessments()):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    cli.main(["map"])
    for folder in (paths.my_work(), paths.state(), paths.assessments()):
        assert folder.stat().st_mode & 0o777 == 0o700, folder.name


@needs_root
@pytest.mark.usefixtures("loose")
def test_another_learner_reads_neither_answers_nor_secret_nor_gradebook(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    folder = handin.fetch(CASE).parent
    answers.write(folder / answers.FILE, sheet("Maryam", everywhere("We stop it.")))
    submit_here(CASE, folder.parent)
    collect(CASE)
    cli.main(["mark", CASE])
    open_to_all(tmp_path)
    (secret,) = paths.handed_in().rglob("submission_secret.txt")
    targets = [folder / answers.FILE, secret, folders.root() / "gradebook.db", paths.inbound()]
    with person("course-curious") as other:
        for target in targets:
            with pytest.raises(PermissionError):
                as_person(other, lambda place=target: read(place))


@needs_root
def test_a_learner_sees_that_the_case_is_closed(tmp_path, monkeypatch):
    """The trainer's umask shuts everything but what learners must read."""
    released(tmp_path, monkeypatch)
    folder = handin.fetch(CASE).parent
    answers.write(folder / answers.FILE, sheet("Maryam", everywhere("We stop it.")))
    submit_here(CASE, folder.parent)
    before = os.umask(0o077)
    collect(CASE)
    os.umask(before)
    open_to_all(tmp_path)
    with person("course-learner") as other:
        assert as_person(other, lambda: handin.collected_at(CASE))


@needs_root
def test_a_learner_who_makes_the_exchange_first_is_not_taken_for_the_trainer(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    open_to_all(tmp_path)
    with person("course-mallory") as mallory, person("course-victim") as victim:
        fake = paths.outbound(CASE)
        fake.parent.mkdir(parents=True)
        fake.write_text("altered")
        paths.inbound().mkdir()
        for place in (paths.exchange(), *paths.exchange().rglob("*")):
            give(place, mallory)
        paths.exchange().chmod(0o1777)
        with pytest.raises(GradingError) as told:
            release(CASE)
        assert f"belongs to {mallory}, who could change what you hand out" in str(told.value)
        assert f"COURSE_TRAINER={mallory}" in str(told.value)
        with pytest.raises(HandInError, match=f"belongs to {mallory}, whom this course does not"):
            as_person(victim, lambda: fetched(tmp_path / "victim"))
        with pytest.raises(HandInError, match="is not used"):
            as_person(victim, lambda: handin.hand_in(CASE, tmp_path))


@needs_root
def test_a_course_folder_made_by_a_learner_blocks_with_what_to_do(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    place = paths.exchange()
    place.mkdir()
    place.chmod(0o1777)
    with person("course-mallory") as mallory:
        (place / paths.COURSE_ID).mkdir()
        give(place / paths.COURSE_ID, mallory)
        with pytest.raises(GradingError, match=f"belongs to {mallory}.*administrator to remove"):
            release(CASE)


@needs_root
def test_a_link_in_place_of_the_exchange_opens_no_folder_of_the_trainer(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    paths.exchange().symlink_to(private)
    with person("course-mallory") as mallory:
        give(paths.exchange(), mallory)
        with pytest.raises(GradingError, match=f"belongs to {mallory}"):
            release(CASE)
    assert private.stat().st_mode & 0o777 == 0o700


@needs_root
def test_a_release_that_others_could_change_is_not_fetched(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    paths.outbound(CASE).chmod(0o666)
    with pytest.raises(HandInError, match="Others can change what lies in the exchange"):
        handin.fetch(CASE)


@needs_root
def test_an_account_named_as_the_trainers_is_trusted(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    open_to_all(tmp_path)
    with person("course-trainer") as trainer, person("course-learner") as learner:
        for place in (paths.exchange(), *paths.exchange().rglob("*")):
            give(place, trainer)
        with pytest.raises(HandInError):
            as_person(learner, lambda: fetched(tmp_path / "a"))
        monkeypatch.setenv(trust.TRAINER, f"nobody-here, {trainer}")
        assert as_person(learner, lambda: fetched(tmp_path / "b")) > 1000


def read(place: Path) -> object:
    return list(place.iterdir()) if place.is_dir() else place.read_bytes()


def fetched(work: Path) -> int:
    """As a learner with a folder of their own, in the process that is theirs."""
    os.environ["COURSE_WORK"] = str(work)
    return len(handin.fetch(CASE).read_bytes())


def open_to_all(place: Path) -> None:
    """Homes are 0755 on many machines, and a learner can make a folder of his own here."""
    place.chmod(0o1777)
    for above in place.parents:
        if above.is_relative_to("/tmp") and above != Path("/tmp"):
            above.chmod(0o755)


def test_a_folder_is_written_whole_or_not_at_all(tmp_path):
    target = tmp_path / "a" / "b"
    with pytest.raises(TypeError):
        disk.write_folder(target, {"one": b"1", "two": None})
    assert list((tmp_path / "a").iterdir()) == []
    disk.write_folder(target, {"one": b"1"})
    assert (target / "one").read_bytes() == b"1"


def test_the_exchange_is_laid_out_by_its_owner(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    release(CASE)
    assert paths.exchange().stat().st_mode & 0o1777 == 0o1777
    assert paths.outbound(CASE).stat().st_mode & 0o777 == 0o644
    assert me()
