"""The report on a class: what is left to do, whom to mark first, how far to trust the marks."""

import re

import pytest
from desk import CASE, HOSTILE, lay_in, overrule, released, sheet
from trainer.test_twins import DECISION, OWN, copied

from course import paths
from course.cli import command as cli
from course.content import wording
from course.judging.answer import Answer
from course.learner import answers
from course.trainer import folders
from course.trainer.marking import mark_case
from course.trainer.report import write_report

UNSURE = "The matter of quality deserves a wide discussion among all the people of our projects."


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)


def hand_in(student, text):
    given = {"rework-share": Answer(figure="2.6 %"), DECISION: Answer(text=text)}
    lay_in(student, answers.encode(sheet(student, given)))


def report():
    mark_case(CASE)
    return write_report(CASE).read_text(encoding="utf-8")


def part(html, heading):
    title = wording("en")(f"agreement.report.{heading}")
    return html.split(f"<h2>{title}</h2>")[1].split("</section>")[0]


def test_it_says_whom_to_mark_first_and_leaves_out_who_is_judged():
    hand_in("lina", UNSURE)
    hand_in("omar", UNSURE.replace("wide", "long"))
    hand_in("sara", OWN)
    first = part(report(), "first")
    assert "<b>lina</b>, for 2 alike" in first
    assert "<b>omar</b>" not in first
    overrule("lina", DECISION, 2)
    overrule("omar", DECISION, 2)
    assert "lina" not in part(write_report(CASE).read_text(), "first")


def test_it_names_like_answers_once():
    hand_in("lina", OWN)
    hand_in("omar", copied())
    assert part(report(), "twins").count("lina and omar") == 1


def test_it_draws_the_work_that_is_left_and_says_it_in_words():
    hand_in("lina", OWN)
    html = report()
    told = re.findall(r"<svg [^>]*><desc>([^<]+)</desc>", html)
    assert any("stands by it" in words for words in told)


def test_its_confidence_is_shown_from_a_gold_set(tmp_path):
    hand_in("lina", OWN)
    assert "not measured" in part(report(), "confidence")
    place = tmp_path / "assessments" / CASE / "examples" / f"{DECISION}.toml"
    place.parent.mkdir(parents=True)
    source = paths.ASSESSMENTS / CASE / "examples" / f"{DECISION}.toml"
    place.write_bytes(source.read_bytes())
    shown = part(write_report(CASE).read_text(), "confidence")
    assert "not real learners" in shown
    assert "<svg" in shown


def test_points_a_trainer_typed_are_those_of_the_table():
    hand_in("lina", OWN)
    mark_case(CASE)
    overrule("lina", DECISION, 3)
    row = next(
        r for r in part(write_report(CASE).read_text(), "points").split("<tr>") if "3.0 of" in r
    )
    assert "3 – 3" in row


def test_what_a_learner_is_called_or_wrote_runs_nowhere():
    hand_in("lina", HOSTILE)
    html = report()
    assert "<script" not in html
    assert "onerror" not in html


def test_marking_says_where_the_report_is(capsys):
    hand_in("lina", OWN)
    cli.main(["mark", CASE])
    assert f"reports/{CASE}.html" in capsys.readouterr().out
    assert (folders.root() / "reports" / f"{CASE}.html").is_file()


def test_both_languages_have_every_entry_and_none_is_left_over():
    names = [
        {n for n in wording(lang).names() if n.startswith("agreement.")} for lang in ("en", "ar")
    ]
    assert names[0] == names[1]
    house = paths.ROOT / "course"
    files = [house / "trainer" / "report.py", house / "drawing" / "agreement_charts.py"]
    files.append(house / "trainer" / "templates" / "report.html.j2")
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    routes = {"suggest", "check", "trainer"}
    short = {name.rpartition(".")[2] for name in names[0]} - routes
    assert {n for n in short if f'"{n}"' not in text and f".{n}" not in text} == set()
