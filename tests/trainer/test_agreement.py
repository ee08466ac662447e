"""Marks that people gave are read with care, compared with the engine's, and told in a table."""

import pytest
from desk import CASE, released, rubric
from trainer.test_proposals import QUESTION, hand_in_and_judge

from course import paths
from course.cli import command as cli
from course.content import ContentError
from course.trainer import folders
from course.trainer.agreement import ENGINE, compare
from course.trainer.gold import read_gold

RUBRIC = """
key = "why"
kind = "prose"
points = 4
question = "Why did the count fall?"
reference_answers = ["People stopped writing reports because a low count was paid."]
"""
GOLD = """
rubric = "why-rubric.txt"
question = "why"
origin = "made up for this test"
[[reading]]
key = "first"
by = "the test"
[[answer]]
key = "right"
text = "A low count was paid, so people stopped writing reports."
points.first = 4
[[answer]]
key = "wrong"
text = "The weather was better."
points.first = 0
"""


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "why-rubric.txt").write_text(RUBRIC)
    path = tmp_path / "why.toml"
    path.write_text(GOLD)
    return path


def spoilt(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(ContentError) as refused:
        read_gold(path)
    return str(refused.value)


def test_the_engine_is_compared_with_each_reading(gold):
    found = compare(read_gold(gold))
    assert found.count == 2
    assert found.points[ENGINE, "first"].r > 0.9
    assert sum(each.count for each in found.work) == 2
    assert sum(each.count for each in found.bins) == 2


def test_an_answer_that_is_far_off_is_named(gold):
    gold.write_text(gold.read_text().replace("points.first = 0", "points.first = 4"))
    assert [key for key, *_ in compare(read_gold(gold)).unlike] == ["wrong"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("points.first = 0", "", "answer wrong: 'first' did not mark it"),
        ("points.first = 0", "points.first = 5", "answer wrong, first: 5 points are not possible"),
        ('question = "why"', 'question = "how"', "the rubric has no 'how'"),
        ('rubric = "why-rubric.txt"', "", "names no rubric"),
        ('key = "wrong"', 'key = "right"', "answer right: it stands twice"),
        ("points.first = 0", "levels.first = {x = 1}", "x: missing or unknown"),
        ("origin =", "orgin =", "has no field 'orgin'"),
    ],
)
def test_a_wrong_entry_is_named_with_what_to_do(gold, old, new, says):
    error = spoilt(gold, old, new)
    assert "why.toml" in error
    assert says in error


def test_the_command_prints_a_table_and_draws_a_picture(gold, tmp_path, capsys):
    picture = tmp_path / "picture.png"
    cli.main(["agreement", str(gold), "--plot", str(picture)])
    said = capsys.readouterr().out
    assert "why: 2 answers (made up for this test), 4 points" in said
    assert "engine with first" in said
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("what", "says"), [("nowhere.csv", "correct the name"), (".", "nothing")])
def test_what_cannot_be_compared_gets_one_sentence(what, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        cli.main(["agreement", what])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1


def test_a_trainer_compares_the_engine_with_points_of_their_own(tmp_path, monkeypatch, capsys):
    released(tmp_path, monkeypatch)
    hand_in_and_judge(lambda points: points)
    cli.main(["agreement", CASE, "--plot", str(tmp_path / "own.png")])
    said = capsys.readouterr().out
    assert f"{QUESTION}: " in said
    assert "engine with trainer" in said


def test_the_course_brings_a_gold_set_of_real_size():
    """Forty answers of every kind to a question, and not one that its rubric's author wrote."""
    found = [read_gold(path) for path in folders.examples()]
    assert found
    exemplars = {e.text.strip() for question in rubric().questions for e in question.exemplars}
    for gold_set in found:
        assert len(gold_set.gold.answers) >= 40
        assert "not real learners" in gold_set.gold.origin
        assert len({answer.style for answer in gold_set.gold.answers}) >= 6
        assert not exemplars & {answer.text.strip() for answer in gold_set.gold.answers}


@pytest.mark.parametrize("path", folders.examples(), ids=lambda path: path.stem)
def test_people_and_engine_agree_better_than_chance_on_every_criterion(path):
    found = compare(read_gold(path))
    for (one, other), made in found.points.items():
        assert made.qwk > 0.5, (one, other)
    for criterion, pairs in found.criteria.items():
        for pair, made in pairs.items():
            assert made.kappa > 0.2, (criterion, pair)


def test_the_gold_set_stays_with_the_trainer():
    assert not [path for path in (paths.DATA).rglob("*.toml") if "[[reading]]" in path.read_text()]
