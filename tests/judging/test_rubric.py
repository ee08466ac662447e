"""A rubric that cannot be marked by is refused by name: file, entry, remedy."""

from pathlib import Path

import pytest

from course.content import load_case
from course.judging.answer import Answer
from course.judging.rubric import Rubric, RubricError, load_case_rubric
from course.marking.engine import mark
from course.paths import ASSESSMENTS

RUBRICS = Path(__file__).parents[1] / "fixtures" / "rubrics"
CASE = ASSESSMENTS / "marsa-al-khail-contracting" / "rubric.toml"

DEFECTS = {
    "points-that-fall": ("criterion stops-it", "0, 2, 1 points", "more at each level"),
    "unknown-concept": ("stops-it, stop", "bonsu", "data/lexicon"),
    "unknown-clause": ("question bonus", "5.9 (2015)", "data/clauses.toml"),
    "level-asks-too-much": ("level 1", "3 pieces of evidence of 1", "fewer"),
    "level-for-nothing": ("level 1", "no evidence", "words that earn it"),
    "requires-unknown-evidence": ("level 1", "stopp", "this criterion"),
    "unknown-need": ("stops-it, stop", "deadline", "frequency"),
    "figure-not-a-number": ("stops-it, stop", "much", "2.6 %"),
    "empty-pattern": ("stops-it, stop", "empty", "concepts"),
    "criterion-twice": ("stops-it", "twice", "its own key"),
    "choice-without-options": ("question bonus", "choice", "options"),
    "figure-question-without-figure": ("question bonus", "figure", "[figure]"),
    "prose-without-criterion": ("question bonus", "no criterion", "judged on"),
    "arabic-missing": ("stops-it, title", "ar", "Add it"),
    "misspelt-entry": ("stops-it, level 1", "looks_lik", "spelling"),
    "reference-without-points": ("points", "it says 0", "more than 0"),
    "fact-without-quotes": ("facts", "'the cup'", "quote the words"),
    "not-toml": ("", "not TOML", "quotes"),
    "exemplar-above-the-maximum": ("exemplar best", "2 of 1 points", "no more"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_named_with_file_entry_and_remedy(name):
    entry, problem, remedy = DEFECTS[name]
    with pytest.raises(RubricError) as caught:
        Rubric.load(RUBRICS / f"{name}.toml")
    error = caught.value
    assert error.file.endswith(f"rubrics/{name}.toml")
    assert entry in error.entry
    assert problem in error.problem
    assert remedy in error.remedy


def test_every_defective_fixture_is_tried():
    assert {p.stem for p in RUBRICS.glob("*.toml")} == {*DEFECTS, "sound"}


def test_the_file_the_fixtures_spoil_is_sound():
    rubric = Rubric.load(RUBRICS / "sound.toml")
    assert rubric.max_points == 1
    assert mark(rubric, "We stop this bonus.").points == 1


def test_a_table_already_read_is_checked_alike():
    with pytest.raises(RubricError, match="no criterion"):
        Rubric.from_dict(
            {
                "key": "bonus",
                "kind": "prose",
                "clauses": [],
                "model_answer": {"en": "Stop.", "ar": "توقف."},
            }
        )


@pytest.fixture(scope="module")
def case():
    return load_case_rubric(CASE)


def test_the_rubric_asks_what_the_case_asks(case):
    asked = load_case(case.case).questions
    assert [(q.key, q.kind) for q in asked] == [(q.key, q.kind) for q in case.questions]


def test_a_rubric_that_forgets_a_question_is_refused(tmp_path):
    text = CASE.read_text(encoding="utf-8")
    last = text.rindex("[[question]]")
    path = tmp_path / CASE.name
    path.write_text(text[:last], encoding="utf-8")
    with pytest.raises(RubricError, match="tell-the-client"):
        load_case_rubric(path)


# What a trainer's own question may leave out, a case may not: its learners read all of it.
CASE_DEFECTS = {
    'clauses = [{edition = "2015", number = "9.1.3"}, {edition = "2026", number = "9.1.3"}]\n': (
        "clauses = []\n",
        "names no clause",
    ),
    'next_step = {en = "Choose another': ('# {en = "Choose another', "no next step"),
    'asks = 3\nrequires = ["in-numbers"]': ("asks = 3\npoints_ = 1", "points_"),
}


@pytest.mark.parametrize("words", CASE_DEFECTS)
def test_a_case_must_say_what_a_single_question_may_leave_out(words, tmp_path):
    instead, said = CASE_DEFECTS[words]
    text = CASE.read_text(encoding="utf-8")
    assert words in text
    path = tmp_path / CASE.name
    path.write_text(text.replace(words, instead), encoding="utf-8")
    with pytest.raises(RubricError, match=said):
        load_case_rubric(path)


def test_a_changed_file_has_another_hash(case, tmp_path):
    path = tmp_path / CASE.name
    path.write_bytes(CASE.read_bytes() + b"# a note\n")
    assert load_case_rubric(path).hash != case.hash
    assert load_case_rubric(CASE).hash == case.hash


def test_written_answers_have_three_to_six_criteria(case):
    for question in case.questions:
        if question.kind != "figure":
            assert 3 <= len(question.criteria) <= 6, question.key


def test_clause_numbers_weigh_little(case):
    clause = case.question("the-decision").criterion("clause").max_points
    assert clause <= 0.1 * case.question("the-decision").max_points


def exemplars():
    case = load_case_rubric(CASE)
    return [
        pytest.param(question, exemplar, id=f"{question.key}-{exemplar.key}")
        for question in case.questions
        for exemplar in question.exemplars
    ]


@pytest.mark.parametrize(("question", "exemplar"), exemplars())
def test_an_exemplar_gets_the_points_it_says(question, exemplar):
    given = mark(question, Answer(text=exemplar.text, choice=exemplar.choice))
    assert given.points == exemplar.points


def test_exemplars_stand_apart(case):
    for question in case.questions:
        if question.exemplars:
            best, middle, worst = (
                max(e.points for e in question.exemplars if e.quality == quality)
                for quality in ("good", "partial", "bad")
            )
            assert best >= middle + 2 >= worst + 4, question.key


def test_the_model_answer_earns_nearly_all(case):
    for question in case.questions:
        if question.figure:
            continue
        for language in ("en", "ar"):
            answer = Answer(text=question.model_answer[language], choice="less-written-down")
            assert mark(question, answer).points >= 0.85 * question.max_points, question.key


def test_what_a_learner_reads_gives_no_pattern_away(case):
    for question in case.questions:
        for criterion in question.criteria:
            names = {piece.key for piece in criterion.evidence}
            for level in criterion.levels:
                step = level.next_step.en if level.next_step else ""
                assert not any(name in step for name in names if "-" in name), criterion.key
