"""Examples teach what patterns cannot: the same thing in other words; and never more than that."""

import msgspec
import numpy as np
import pytest
from kinds_of_answer import EXAMPLES, KINDS, RUBRIC, Toy

from course.marking import mark, taught, teaching
from course.marking.combining import signs
from course.marking.heads import Heads, in_context
from course.marking.pointing import finest, points_of, whole
from course.reading import Meanings, windows


@pytest.fixture(scope="module")
def meanings():
    return Meanings(Toy())


@pytest.fixture(scope="module")
def made(meanings):
    return teaching.teach(RUBRIC, EXAMPLES, meanings)


def points(made, meanings, text):
    return mark(RUBRIC, text, ear=taught.Ear(made, meanings))


def test_what_no_pattern_knows_is_heard_and_its_sentence_is_shown(made, meanings):
    text = "The lift is red. That scheme goes into the shredder. We met at nine."
    assert mark(RUBRIC, text).points == 0
    found = points(made, meanings, text)
    assert found.points == 2
    criterion = found.criteria[0]
    assert "heard" in criterion.reasons
    assert text[slice(*criterion.spans[0])] == "That scheme goes into the shredder"


@pytest.mark.parametrize("said", KINDS)
def test_each_kind_reaches_its_level(made, meanings, said):
    assert points(made, meanings, f"It rained on Tuesday. {said}.").points == KINDS[said]


def test_no_point_is_without_words(made, meanings):
    for said in KINDS:
        for criterion in points(made, meanings, f"{said}.").criteria:
            assert bool(criterion.spans) or not criterion.points


def test_the_same_examples_in_another_order_teach_the_same(made, meanings):
    assert teaching.teach(RUBRIC, EXAMPLES[::-1], meanings) == made


def test_what_was_taught_comes_back_from_its_file(made, meanings):
    again = msgspec.json.decode(msgspec.json.encode(made), type=taught.Taught)
    assert again == made
    text = "The cheque for keeping quiet is history."
    assert points(again, meanings, text) == points(made, meanings, text)


def test_without_examples_nothing_is_suggested():
    assert mark(RUBRIC, "I stop the bonus tomorrow.").route == "check"


@pytest.mark.parametrize("text", ["", "…", "The lift is red. " * 400])
def test_strange_answers_are_heard_too(made, meanings, text):
    found = points(made, meanings, text)
    assert 0 <= found.points <= 2
    assert found.route != "suggest" or found.points == 0


def test_a_head_finds_the_sentences_it_was_taught():
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(60, 8))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    said = np.zeros((60, 2))
    said[:6, 0] = 1.0  # a rare thing, and one that nobody said
    vectors[:6] = vectors[0] + 0.05 * rng.normal(size=(6, 8))
    heads = Heads.taught(in_context(vectors), said)
    scores = heads.hear(in_context(vectors))
    assert scores[:6, 0].min() > scores[6:, 0].max()
    assert not scores[:, 1].any()


def test_context_is_the_mean_of_those_beside():
    found = in_context(np.eye(3))
    assert found.shape == (3, 6)
    assert found[1, 3:] == pytest.approx([0.25, 0, 0.25])
    assert in_context(np.zeros((0, 3))).shape[0] == 0


@pytest.mark.parametrize(
    ("level", "step", "expected"),
    [(1.4, 1.0, 1), (1.6, 1.0, 2), (-1.0, 1.0, 0), (7.0, 0.5, 2), (1.4, 0.5, 1.5), (1.2, 0.5, 1)],
)
def test_a_level_between_two_is_made_whole_or_half(level, step, expected):
    assert whole(RUBRIC.criteria, [level], step) == [expected]


def test_halves_are_not_lost_one_by_one():
    assert sum(whole(RUBRIC.criteria * 3, [0.45, 0.45, 0.45], 1.0)) == 1.0


def test_one_criterion_at_most_has_a_half():
    found = whole(RUBRIC.criteria * 3, [0.5, 1.4, 0.7], 0.5)
    assert sum(found) == 2.5
    assert sum(level % 1 for level in found) == 0.5


def test_a_mark_is_no_finer_than_it_can_be_right():
    assert [finest(most) for most in (4.0, 9.0, 10.0, 20.0)] == [0.5, 0.5, 1.0, 1.0]


def test_half_a_level_is_half_way_between_its_points():
    assert [points_of(RUBRIC.criteria[0], level) for level in (0, 0.5, 1.5, 2)] == [0, 0.5, 1.5, 2]


def test_windows_are_what_readers_numbered():
    assert [EXAMPLES[0].text[a:b] for a, b in windows(EXAMPLES[0].text)][1].startswith("Nobody")


def test_each_sign_of_doubt_has_its_weight(made, meanings):
    found = EXAMPLES[0].found
    levels = [(1.0, 0.1)]
    heard = taught.Ear(made, meanings).hear(EXAMPLES[0].text)
    assert len(signs(RUBRIC, found, levels, heard)) == len(made.sureness.weights)
