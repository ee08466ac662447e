"""One slip in one file of words costs what rests on it, and nothing beside it."""

import functools
import json
import re
import shutil
import sys

import pytest
from desk import CASE, bare

from course import paths, show
from course.cli import checking
from course.cli import command as cli
from course.content import ContentError, load_case
from course.content.page import pages
from course.content.pieces import load_piece
from course.content.wordings import wording
from course.errors import CourseError
from course.forms import charts
from course.learner import close_page, handin
from course.learner.profile import save_profile
from course.pages import notebooks

TWIN = "a-second-case"
CALL = re.compile(r'show\.([a-z_]+)\((?:"([a-z0-9-]*)")?\)')
START = {("profile", ""), ("lessons", ""), ("paths", ""), ("glossary", "")}
LESSON = "set-objectives"
# A file, and the calls that rest on it.
RECORDS = {
    f"lessons/{LESSON}/quiz.toml": {("quiz", LESSON)},
    f"lessons/{LESSON}/story.toml": {("story", LESSON)},
    f"lessons/{LESSON}/objectives.toml": {("workshop", "objectives")},
    f"lessons/{LESSON}/rework-renamed.toml": {("figure", "rework-renamed")},
    "lessons/draft-the-quality-policy/pair.toml": {("pair", "draft-the-quality-policy")},
    "lessons/draft-the-quality-policy/article-policy.toml": {("exercise", "article-policy")},
    "lessons/draft-the-quality-policy/quality-policy.toml": {("workshop", "quality-policy")},
    "lessons/resources-and-barriers/barriers.toml": {("workshop", "barriers")},
    "lessons/resources-and-barriers/cost-of-quality.toml": {("workshop", "cost-of-quality")},
    "lessons/why-leaders-decide/findings.toml": {("workshop", "findings")},
    "lessons/why-leaders-decide/four-quarters.toml": {("workshop", "four-quarters")},
    "lessons/customer-first/customer-lab.toml": {("workshop", "customer-lab")},
    f"lessons/{LESSON}/lesson.toml": {("objectives", LESSON), ("takeaways", LESSON)},
    "glossary.toml": {("glossary", "")},
    "paths.toml": {("paths", "")},
    "settings.toml": set(),
    "sources.toml": set(),
    f"cases/{CASE}/case.toml": set(),
}


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The course's words in a folder of their own, to break."""
    copy = tmp_path / "data"
    shutil.copytree(paths.DATA, copy)
    with monkeypatch.context() as patch:
        for module in houses():
            if getattr(module, "DATA", None) == paths.DATA and module is not paths:
                patch.setattr(module, "DATA", copy)
        patch.setattr(paths, "DATA", copy)
        forget()
        yield copy
    forget()


def houses():
    return [made for name, made in list(sys.modules.items()) if name.startswith("course.")]


def forget():
    """What was read of the words before."""
    for module in houses():
        for made in list(vars(module).values()):
            if isinstance(made, functools._lru_cache_wrapper):
                made.cache_clear()


@pytest.fixture
def shown(monkeypatch):
    """What is displayed; the figures are read, and not drawn."""
    pieces = []
    close_page()
    monkeypatch.setattr(show, "display", pieces.append)
    monkeypatch.setattr(charts, "soon", lambda act: act())
    monkeypatch.setattr(charts, "pictures", lambda *_: "")
    monkeypatch.setattr("course.forms.form.Latest.__call__", lambda _: None)
    return pieces


def unlike_toml(path):
    path.write_text(path.read_text("utf-8") + "\n[[[", encoding="utf-8")


def no_utf8(path):
    path.write_bytes(path.read_bytes() + b"\n# \xff\xfe")


def without_arabic(path):
    """The first words of the file lose their translation."""
    text, count = re.subn(r"\bar = ", "fr = ", path.read_text("utf-8"), count=1)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def calls():
    """Every call of the lessons and of the start page, once where two languages make it."""
    cells = [
        "".join(cell["source"])
        for path in sorted(paths.NOTEBOOKS.glob("*.ipynb"))
        for cell in json.loads(path.read_text("utf-8"))["cells"]
    ]
    made = [found.groups(default="") for found in map(CALL.fullmatch, cells) if found]
    return list(dict.fromkeys(made))


def not_ready(shown, pages):
    """The calls among these that show nothing but a calm sentence."""
    quiet = set()
    for name, key in pages:
        getattr(show, name)(*([key] if key else []))
        body = str(getattr(shown[-1], "value", ""))
        assert ".toml" not in body
        if wording("en")("page.not_ready") in body or wording("en")("page.trouble") in body:
            quiet.add((name, key))
    return quiet


def test_the_lessons_call_what_is_tried_here():
    assert set(calls()) >= START | set().union(*RECORDS.values())


@pytest.mark.parametrize("spoil", [unlike_toml, no_utf8])
@pytest.mark.parametrize("file", RECORDS)
def test_a_broken_record_costs_its_own_form_and_no_other(data, shown, file, spoil):
    spoil(data / file)
    assert not_ready(shown, calls()) == RECORDS[file]
    assert any(file.rpartition("/")[2] in problem for problem in checking.problems())


@pytest.mark.parametrize("file", [file for file in RECORDS if "/" in file])
def test_one_missing_translation_costs_no_more(data, shown, file):
    without_arabic(data / file)
    assert not_ready(shown, calls()) == RECORDS[file]


def test_lessons_that_cannot_be_read_leave_the_workshops_open(data, shown):
    for path in data.glob("lessons/*/lesson.toml"):
        unlike_toml(path)
    quiet = {name for name, _ in not_ready(shown, calls())}
    assert quiet == {"lessons", "objectives", "takeaways"}


def test_a_broken_lesson_keeps_no_other_from_being_built(data, tmp_path, monkeypatch, capsys):
    bare(tmp_path / "desk", monkeypatch)
    monkeypatch.setattr(notebooks, "NOTEBOOKS", tmp_path / "notebooks")
    without_arabic(data / "lessons" / LESSON / "lesson.toml")
    cli.main(["build"])
    assert "lesson.toml, " in capsys.readouterr().err
    sound = {notebooks.notebook_of(*page) for page in pages() if page[0] != LESSON}
    assert set((tmp_path / "notebooks").glob("*.ipynb")) == sound


def test_words_of_one_tool_that_cannot_be_read_leave_the_others_open(data, shown):
    unlike_toml(data / "wording" / "lab.en.toml")
    assert not_ready(shown, calls()) == {("workshop", "customer-lab")}


def test_words_that_cannot_be_read_at_all_are_told_in_the_learners_language(data, shown):
    unlike_toml(data / "wording" / "ar.toml")
    save_profile(language="ar")
    show.profile()
    assert "غير جاهز" in shown[-1].value
    assert "toml" not in shown[-1].value


def test_the_tile_of_a_broken_case_says_that_it_is_not_ready(data, shown):
    without_arabic(data / "cases" / CASE / "case.toml")
    show.lessons()
    assert shown[-1].value.count("This case is not ready yet") == 1
    assert shown[-1].value.count('aria-label="Open: ') == len(calls_of("objectives"))


@pytest.mark.parametrize("names", ["7", "[7]", '"memo"'])
def test_exhibits_that_are_not_named_are_refused_in_words(data, names):
    path = data / "cases" / CASE / "case.toml"
    text = re.sub(
        r"^exhibits = \[.*?\]", f"exhibits = {names}", path.read_text("utf-8"), flags=re.M | re.S
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"exhibits(?: 1)?: it should be"):
        load_case(CASE)


def test_a_kind_that_is_no_word_is_refused_in_words(data):
    path = data / "lessons" / "customer-first" / "customer-lab.toml"
    text = path.read_text("utf-8").replace('kind = "mix"', 'kind = ["mix"]')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match="is no kind of piece"):
        load_piece("customer-lab")


def calls_of(name):
    return [call for call in calls() if call[0] == name]


# The trainer's side: two cases, one of them broken.


@pytest.fixture
def two_cases(data, tmp_path, monkeypatch):
    """A second case, which is the first under another name."""
    place = bare(tmp_path / "desk", monkeypatch)
    (place / "exchange").mkdir(parents=True)
    (place / "exchange").chmod(0o1777)
    for folder in (data / "cases", place / "assessments"):
        shutil.copytree(folder / CASE, folder / TWIN)
        for path in (folder / TWIN).glob("*.toml"):
            path.write_text(path.read_text("utf-8").replace(CASE, TWIN), encoding="utf-8")
    return data / "cases" / CASE / "case.toml"


@pytest.mark.slow
def test_a_broken_case_is_named_and_left_out_and_the_other_goes_on(two_cases, capsys):
    without_arabic(two_cases)
    cli.main(["release"])
    said = capsys.readouterr()
    assert f"{TWIN}: released" in said.out
    names_the_slip(said.err)
    cli.main(["collect"])
    said = capsys.readouterr()
    assert f"{TWIN}: 0 submissions came in now" in said.out
    names_the_slip(said.err)
    assert handin.fetch(TWIN).exists()


@pytest.mark.slow
def test_a_broken_case_keeps_nobody_from_starting(two_cases, monkeypatch, capsys):
    monkeypatch.delenv("COURSE_EXCHANGE")
    without_arabic(two_cases)
    cli.main(["start", "--prepare"])
    said = capsys.readouterr()
    assert "ready to be opened" in said.out
    names_the_slip(said.err)
    assert handin.fetch(TWIN).exists()
    with pytest.raises(CourseError):
        handin.fetch(CASE)


def names_the_slip(note):
    """File, entry and what to do, in one line."""
    (line,) = (line for line in note.splitlines() if "case.toml" in line)
    assert "title" in line
    assert "Remove it, or correct its spelling." in line or "Add it." in line
