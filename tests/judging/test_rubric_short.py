"""A trainer writes a rubric in a few lines; what it leaves out is never a guess."""

import re
import tomllib

import pytest

from course.judging.pattern import Pattern
from course.judging.rubric import Rubric, RubricError
from course.judging.rulebook import read_rulebook
from course.marking.engine import mark
from course.marking.rubric_trial import try_out
from course.paths import ROOT

GUIDE = (ROOT / "docs" / "marking.md").read_text(encoding="utf-8")
ICE = {
    "question": "Why does ice float on water?",
    "reference_answers": [
        "Ice is less dense than water because its molecules stand further apart."
    ],
    "points": 5,
}


def one(**criterion):
    return Rubric.from_dict({"question": "Why?", "criterion": [criterion]})


def test_the_guides_rubric_marks_its_own_exemplar_as_it_says():
    written, _ = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    trial = try_out(Rubric.from_dict(tomllib.loads(written)))
    assert trial.surprises == ()
    assert [c.level for c in trial.tried[0].mark.criteria] == [1, 2]


def test_the_guides_rule_judges_as_it_says():
    _, written = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    rule = read_rulebook(tomllib.loads(written), "docs/marking.md").criterion("requirements")
    assert rule.states["met"] == "met"


def test_every_field_of_a_place_is_in_the_guide():
    fields = {field for field in Pattern.__struct_fields__ if field not in ("figures", "needs")}
    assert [field for field in sorted(fields) if f"`{field}" not in GUIDE] == []


def test_every_kind_of_fact_is_in_the_guide():
    from course.judging.criterion_checks import CASE_FACT
    from course.reading.structures import KINDS

    (row,) = [line for line in GUIDE.splitlines() if "a kind of fact" in line]
    assert all(kind in row for kind in (*KINDS, CASE_FACT))


def test_a_criterion_of_one_line_gives_one_point():
    rubric = one(title="Names the cause", any_of=["'density' | 'dense'"])
    assert rubric.max_points == 1
    assert mark(rubric, "It is less dense.").points == 1
    assert mark(rubric, "It is lighter.").points == 0


def test_quoted_words_stand_for_themselves_and_a_bare_name_must_be_known():
    assert mark(one(any_of=["'bonus letter' & stop"]), "We stop the bonus letter.").points == 1
    with pytest.raises(RubricError, match="no concept is called 'bonsu'"):
        one(any_of=["bonsu & stop"])


def test_levels_may_give_any_points_that_rise():
    pieces = [f"'{word}'" for word in ("skin", "acid", "tears", "fever")]
    levels = [{"points": 0.5, "asks": 1}, {"points": 2, "asks": 3}]
    rubric = one(evidence=pieces, level=levels)
    assert [
        mark(rubric, text).points for text in ("none", "skin", "skin, acid", "skin, acid and tears")
    ] == [
        0,
        0.5,
        0.5,
        2,
    ]


def test_a_veto_leaves_nothing_and_says_why():
    rubric = one(any_of=["'skin'"], veto=["'vaccine'"])
    marked = mark(rubric, "The skin, and a vaccine.")
    assert marked.points == 0
    assert "capped" in marked.criteria[0].reasons
    assert mark(rubric, "The skin.").points == 1


def test_a_fact_of_the_case_counts_in_figures_or_words():
    table = {
        "question": "Why?",
        "facts": ["AED 16.6m", "'Ghaf Court'"],
        "criterion": [{"evidence": [{"key": "fact", "any_of": [{"needs": ["case-fact"]}]}]}],
    }
    rubric = Rubric.from_dict(table)
    assert mark(rubric, "It cost us 16.6 million dirhams.").points == 1
    assert mark(rubric, "I go to Ghaf Court.").points == 1
    assert mark(rubric, "It cost us 12 million dirhams at Sidr Lane.").points == 0


def test_a_decision_reads_a_supposition_otherwise_than_an_explanation():
    table = {"question": "Why?", "criterion": [{"any_of": ["'rise' & 'salt'"]}]}
    supposed = "If there was more salt, the level would rise with the salt."
    assert mark(Rubric.from_dict(table), supposed).points == 1
    assert mark(Rubric.from_dict(table | {"stance": "decision"}), supposed).points == 0


def test_words_said_once_stand_for_both_languages():
    rubric = one(title="Names the cause", any_of=["'dense'"])
    assert rubric.criteria[0].title.ar == rubric.criteria[0].title.en == "Names the cause"


# ---------------------------------------------------------------- without criteria


def test_more_of_the_reference_earns_more():
    rubric = Rubric.from_dict(ICE)
    answers = [
        "It is cold.",
        "Less dense.",
        "Ice is less dense, its molecules stand further apart.",
    ]
    points = [mark(rubric, text).points for text in answers]
    assert points == sorted(points)
    assert points[0] == 0
    assert points[2] >= 4


def test_the_nearest_of_several_references_counts():
    rubric = Rubric.from_dict(
        ICE | {"reference_answers": ["Its density is lower.", "It is lighter for its size."]}
    )
    assert mark(rubric, "It is lighter for its size.").points == 5


@pytest.mark.parametrize(
    "text", ["Ice is less dense than water.", "", "Because it floats on water."]
)
def test_likeness_alone_is_never_suggested(text):
    marked = mark(Rubric.from_dict(ICE), text)
    assert marked.route != "suggest" or marked.flags == ()
    assert marked.route in ("check", "trainer")
    assert all(c.spans or not c.points for c in marked.criteria)


def test_the_hash_changes_with_the_rubric_and_stands_in_every_mark():
    rubric, other = Rubric.from_dict(ICE), Rubric.from_dict(ICE | {"points": 4})
    assert rubric.hash == Rubric.from_dict(dict(ICE)).hash != other.hash
    assert mark(rubric, "Less dense.").rubric == rubric.hash
    assert mark(one(any_of=["'dense'"]), "").rubric


@pytest.mark.parametrize(
    ("level", "text", "points"),
    [
        ({"requires": ["skin | acid"]}, "The acid.", 1),
        ({"requires": ["skin | acid"]}, "The tears.", 0),
        ({"requires": ["no skin"]}, "The tears.", 1),
        ({"requires": ["no skin"]}, "The tears of the skin.", 0),
        ({"requires": ["tears", "not skin"]}, "The tears, not the skin.", 1),
        ({"asks": 2, "among": "skin | acid"}, "The acid and the tears.", 0),
        ({"asks": 2, "among": "skin | acid"}, "The acid and the skin.", 1),
        ({"least": 4}, "The tears.", 0),
        ({"least": 4}, "The tears of a child.", 1),
    ],
)
def test_a_rubric_may_ask_for_whatever_a_rulebook_may(level, text, points):
    pieces = [{"key": word, "any_of": [f"'{word}'"]} for word in ("skin", "acid", "tears")]
    levels = [{"points": 1, "asks": 1} | level]
    assert mark(one(evidence=pieces, level=levels), text).points == points


def test_a_point_needs_words_and_what_is_counted_may_have_none():
    pieces = [{"key": "long", "measure": "sentences"}]
    with pytest.raises(RubricError, match="no words that could earn a point"):
        one(evidence=pieces)


@pytest.mark.parametrize("entry", [{"each": True}, {"clause": "5.2"}, {"recited": "partly"}])
def test_a_rubric_has_nothing_that_means_something_only_of_a_learners_own_text(entry):
    with pytest.raises(RubricError, match=f"'{next(iter(entry))}' has no meaning here"):
        one(any_of=["'skin'"], **entry)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"question": "Why?"}, "no criterion"),
        (ICE | {"points": -1}, "more than 0"),
        (ICE | {"reference_answers": ["  "]}, "reference answers are empty"),
        ({"question": "Why?", "criterion": "skin"}, "list"),
        ({"question": "Why?", "criterion": ["skin"]}, "table"),
        ({"question": "Why?", "criterion": [{"any_of": "skin"}]}, "list"),
        ({"question": "Why?", "criterion": [{"any_of": ["'skin'"], "level": 3}]}, "list"),
        ({"question": "Why?", "criterion": [{"title": "A", "evidence": []}]}, "0"),
        ({"question": "Why?", "criterion": [{"any_of": ["'skin'"], "levle": []}]}, "levle"),
    ],
)
def test_what_cannot_be_marked_by_is_refused_by_name(table, said):
    with pytest.raises(RubricError, match=said):
        Rubric.from_dict(table)


def test_the_guides_program_runs(tmp_path, monkeypatch):
    block = GUIDE.split("## For programs")[1].split("```python\n")[1].split("```")[0]
    rubric = GUIDE.split("```toml\n")[1].split("```")[0]
    (tmp_path / "why-the-count-fell.toml").write_text(rubric, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    made = {"texts": ["The bonus pays for silence.", "I do not know."]}
    exec(compile(block, "docs/marking.md", "exec"), made)
    assert made["m"].max_points == 3
    assert len(list(made["mark_many"](made["rubric"], made["texts"]))) == 2
