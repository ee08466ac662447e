"""An answer sheet is read whole or refused in one sentence."""

import json

import pytest

from course.judging.answer import Answer
from course.learner import answers
from course.learner.answers import AnswersError, AnswerSheet

SHEET = AnswerSheet(schema=1, case="a-case", answers={"q": Answer(text="نعم <b>")})


def test_a_sheet_comes_back_as_it_was_written(tmp_path):
    answers.write(tmp_path / "answers.json", SHEET)
    assert answers.read(tmp_path / "answers.json") == SHEET


def test_the_same_sheet_is_the_same_bytes():
    assert answers.encode(SHEET) == answers.encode(answers.decode(answers.encode(SHEET)))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b'{"schema": 1, "case": "a', "damaged"),
        (b"[" * 100_000, "not an answer sheet"),
        (b"[]", "not an answer sheet"),
        (b'{"schema": 1}', "not an answer sheet"),
        (b'{"schema": 1, "case": "a", "points": 9}', "not an answer sheet"),
        (b'{"schema": 1, "case": "a", "answers": {"q": "text"}}', "not an answer sheet"),
        (b'{"schema": 1, "case": "a", "answers": {"q": {"text": 5}}}', "not an answer sheet"),
        (b'{"schema": 1, "case": "a", "language": "fr"}', "not an answer sheet"),
        (b'{"schema": 2, "case": "a"}', "another version"),
    ],
)
def test_anything_else_is_refused_in_one_sentence(data, words):
    with pytest.raises(AnswersError, match=words) as refused:
        answers.decode(data)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(AnswersError, match="is missing"):
        answers.read(tmp_path / "answers.json")


def test_an_oversized_file_is_refused_unread(tmp_path):
    path = tmp_path / "answers.json"
    whole = {"schema": 1, "case": "a", "answers": {"q": {"text": "x" * answers.MAX_BYTES}}}
    path.write_text(json.dumps(whole))
    with pytest.raises(AnswersError, match="too large"):
        answers.read(path)
