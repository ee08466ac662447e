"""A rulebook and a reading make a verdict: levels, spans, reasons."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.judging import (
        claims,
        deeds,
        guarded,
        guards,
        objective_claims,
        own_sentences,
        plan,
        record_facts,
        rulebook,
        tool_review,
        unread,
    )
    from course.judging.answer import Answer
    from course.judging.authority import map_of
    from course.judging.confidence import CHECK, DOUBTED, SERIOUS, by_likeness, certainty, route
    from course.judging.criterion import State
    from course.judging.field_rules import judge_field
    from course.judging.known import KnownText, KnownTexts, Taken
    from course.judging.noted import Noted
    from course.judging.objective import ObjectiveReview, aimed, falls, review_objective
    from course.judging.policy import Company, PolicyReview, review_policy, title_entry
    from course.judging.rubric import (
        CaseRubric,
        CommonError,
        Criterion,
        Exemplar,
        Figure,
        NearMiss,
        Rubric,
        RubricError,
        load_case_rubric,
    )
    from course.judging.search import Search
    from course.judging.verdict import Mark, Route, Verdict, state_of
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "CHECK",
    "DOUBTED",
    "SERIOUS",
    "Answer",
    "CaseRubric",
    "CommonError",
    "Company",
    "Criterion",
    "Exemplar",
    "Figure",
    "KnownText",
    "KnownTexts",
    "Mark",
    "NearMiss",
    "Noted",
    "ObjectiveReview",
    "PolicyReview",
    "Route",
    "Rubric",
    "RubricError",
    "Search",
    "State",
    "Taken",
    "Verdict",
    "aimed",
    "by_likeness",
    "certainty",
    "claims",
    "deeds",
    "falls",
    "guarded",
    "guards",
    "judge_field",
    "load_case_rubric",
    "map_of",
    "objective_claims",
    "own_sentences",
    "plan",
    "record_facts",
    "review_objective",
    "review_policy",
    "route",
    "rulebook",
    "state_of",
    "title_entry",
    "tool_review",
    "unread",
]
