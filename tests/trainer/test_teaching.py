"""What was taught is used only while what it was made from stands as it was."""

import json

import pytest
from desk import CASE, bare

from course.judging import Answer
from course.marking import mark
from course.reading import Meanings, encoder, windows
from course.trainer import folders, teaching
from course.trainer.build import rubric_of
from course.trainer.fooling import fooled
from course.trainer.gold import proving, read_gold
from course.trainer.hollow import hollow
from course.trainer.vectors import meanings

QUESTIONS = [path.stem for path in folders.examples(CASE)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_ships_was_made_from_the_rubric_lexicon_and_examples_that_ship(question):
    """If this fails: course teach marsa-al-khail-contracting."""
    assert teaching.read_taught(CASE, rubric_of(CASE).question(question))


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_writer_both_teaches_and_proves(question):
    held = read_gold(folders.example(CASE, question))
    parts = {}
    for answer in held.gold.answers:
        parts.setdefault(answer.writer or answer.key, set()).add(answer.part)
    assert all(len(part) == 1 for part in parts.values())
    assert {"teach", "prove"} <= {one for part in parts.values() for one in part}
    assert len(held.gold.answers) >= 80
    assert {answer.part for answer in proving(held).gold.answers} == {"prove"}


def test_what_tells_hollow_texts_was_made_from_what_ships():
    """If this fails: course teach marsa-al-khail-contracting."""
    assert teaching.read_manner(CASE)


def test_who_writes_to_fool_proves_what_others_taught():
    parts = {text.part for text in hollow(CASE)}
    assert parts == {"teach", "prove"}
    assert fooled(CASE).suggested == 0


@pytest.mark.parametrize(
    "text", [t for t in hollow(CASE) if t.part == "teach"], ids=lambda t: t.key
)
def test_a_hollow_text_keeps_few_points_and_goes_to_the_trainer(text):
    question = rubric_of(CASE).question(text.question)
    with meanings() as vectors:
        ear = teaching.ears(CASE, vectors)[question.key]
        made = mark(question, Answer(text=text.text), ear=ear)
    assert made.points <= 0.3 * question.max_points
    assert made.route == "trainer"


def test_one_question_among_acts_is_no_hollow_text():
    text = (
        "Who pays for it? I do. The letter of last year goes in the bin on 4 May and nobody "
        "loses a dirham for telling us what is wrong. My auditor looks at our page in June."
    )
    with meanings() as vectors:
        told = vectors.of([text[start:end] for start, end in windows(text)])
    assert not teaching.read_manner(CASE).hollow(text, told)


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A trainer's folder with one question's examples, and what they taught."""
    examples = {q: folders.example(CASE, q).read_bytes() for q in QUESTIONS[:1]}
    taught = folders.taught(CASE, QUESTIONS[0]).read_bytes()
    bare(tmp_path, monkeypatch)
    for question, data in examples.items():
        path = folders.example(CASE, question)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    path = folders.taught(CASE, QUESTIONS[0])
    path.parent.mkdir(parents=True)
    path.write_bytes(taught)
    return path


def heard():
    return dict(teaching.ears(CASE, Meanings(encoder())))


def test_it_is_marked_by(own):
    assert own.is_file()
    assert list(heard()) == QUESTIONS[:1]


def test_changed_examples_make_it_stale(own):
    path = folders.example(CASE, own.stem)
    path.write_text(path.read_text("utf-8") + "\n# one more thought\n", encoding="utf-8")
    assert heard() == {}


@pytest.mark.parametrize("change", [{"encoder": "another"}, {"made_from": "0"}])
def test_another_encoder_or_rubric_makes_it_stale(own, change):
    own.write_text(json.dumps(json.loads(own.read_text("utf-8")) | change), encoding="utf-8")
    assert heard() == {}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"question": 1}', b"\xff"])
def test_a_damaged_file_costs_no_mark(own, data):
    own.write_bytes(data)
    assert heard() == {}
