"""What a learner's page says: the trainer's word first, then the engine's reasons."""

import functools
from typing import TYPE_CHECKING

from course.content import (
    ContentError,
    Language,
    Question,
    house,
    load_case,
    load_settings,
    wording,
)
from course.judging import Answer, CaseRubric, Rubric, Verdict, state_of
from course.trainer import GradingError, criteria, evidence, folders, fresh, sheet
from course.trainer.build import rubric_of
from course.trainer.gradebook import Score
from course.trainer.highlight import Spans, highlight, tone
from course.trainer.look import HIGHLIGHT
from course.trainer.sheet import Marked
from course.trainer.templating import Filling, template

if TYPE_CHECKING:
    from markupsafe import Markup


def page(case: str, student: str, scores: dict[str, Score]) -> str:
    """The page of one learner; GradingError if it was marked by another rubric."""
    story, rubric = load_case(case), rubric_of(case)
    marked = _marked(case, student, rubric, scores)
    language = marked.language
    questions = [
        _question(number, question, rubric.question(question.key), marked, scores[question.key])
        for number, question in enumerate(story.questions, 1)
    ]
    return template("feedback.html.j2").render(
        say=functools.partial(_say, language),
        house=house,
        highlight_style=HIGHLIGHT,
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        case=story.title[language],
        learner=marked.learner,
        points=f"{sum(scores[question.key].points for question in rubric.questions):g}",
        waiting=sum(question["unsure"] for question in questions),
        max=f"{rubric.max_points:g}",
        questions=questions,
        nothing=any("no-sheet" in mark.flags for mark in marked.marks.values()),
        first=_first(questions),
        provider=_provider(language),
    )


def _marked(case: str, student: str, rubric: CaseRubric, scores: dict[str, Score]) -> Marked:
    """The marks beside the marked notebook, if they are whole and of this rubric."""
    marked = sheet.read_sidecar(folders.autograded(student, case))
    keys = {question.key for question in rubric.questions}
    if marked is None or not keys <= set(scores):
        raise GradingError(f"{student} is not marked for {case}; run 'course mark {case}' first.")
    if fresh.is_newer(case, student):
        raise GradingError(f"{student} handed in again; run 'course mark {case}' first.")
    if marked.rubric != rubric.hash:
        again = f"The rubric of {case} has changed; run 'course mark {case}' again."
        raise GradingError(f"{student} is marked by an older rubric. {again}")
    return marked


def _question(
    number: int, question: Question, rubric: Rubric, marked: Marked, score: Score
) -> Filling:
    """What the template says of one question; the trainer's word goes before the engine's."""
    language, mark = marked.language, marked.marks[question.key]
    # Where a trainer's marks moved the points, those of the criteria no longer add up to them.
    moved = any(result.key == "marks" for result in mark.criteria)
    agreed = score.suggested is not None and score.points == score.suggested and not moved
    criteria = [
        _criterion(n, question, rubric, result, language)
        for n, result in enumerate(mark.criteria, 1)
        if result.key != "marks"
    ]
    if not agreed:  # points would contradict the trainer's; what to do next helps, short of full
        short = score.points < rubric.max_points
        criteria = [one for one in criteria if short and (one["next"] or one["errors"])]
    spans = evidence.spans_by_number(mark) if agreed else {}
    return _given(question, marked.answers[question.key], spans, language) | {
        "number": number,
        "title": question.title[language],
        "asks": question.asks[language],
        **_points(score.points, rubric.max_points),
        "clauses": [{"edition": c.edition, "number": c.number} for c in rubric.clauses],
        "criteria": criteria,
        "agreed": agreed,
        "overruled": score.overruled,
        "unsure": score.unsure,
        "program": not score.overruled and not score.unsure,
        "comment": score.comment.strip(),
    }


def _points(points: float, most: float) -> dict[str, str]:
    return {"points": f"{points:g}", "max": f"{most:g}", "verdict": state_of(points, most)}


def _given(question: Question, answer: Answer, spans: Spans, language: Language) -> Filling:
    """What the learner gave, with the words that earned points marked."""
    return {
        "choice": evidence.chosen(question, answer, language),
        "figure": _markup(highlight(answer.figure, spans)),
        "text": _markup(highlight(answer.text, spans)) if answer.text.strip() else "",
        "empty": answer.empty,
    }


def _criterion(
    number: int, question: Question, rubric: Rubric, result: Verdict, language: Language
) -> Filling:
    showed, next_step, full = _words(rubric, result, language)
    return {
        "number": number,
        "tone": tone(number),
        "title": criteria.criterion_title(question, rubric, result.key, language),
        **_points(result.points, result.max_points),
        "lost": result.max_points - result.points,
        "showed": showed,
        "next": next_step,
        "full": full,
        "errors": criteria.errors_of(rubric, result, language),
    }


def _words(rubric: Rubric, result: Verdict, language: Language) -> tuple[str, str, str]:
    """What the level reached looks like, the step up from it, and what full points look like."""
    done = result.points >= result.max_points
    if criterion := criteria.find(rubric.criteria, result.key):
        level = criterion.levels[result.level]
        step = "" if done else level.onward(language)
        full = "" if done else criterion.levels[-1].shown(language)
        return level.shown(language) if result.points else "", step, full
    if result.key == "figure" and rubric.figure:
        figure = rubric.figure
        return (
            (figure.looks_like[language], "", "") if done else ("", figure.next_step[language], "")
        )
    if result.key == "choice" and done:
        return wording(language)("grading.feedback.right_choice"), "", ""
    return "", "", ""


def _first(questions: list[Filling]) -> Filling | None:
    """The criterion with most to gain, if any has a next step to say."""
    open_ones = [
        {"number": question["number"], "title": criterion["title"], "next_step": criterion["next"]}
        | {"lost": criterion["lost"]}
        for question in questions
        if question["agreed"]
        for criterion in question["criteria"]
        if criterion["next"] and criterion["lost"]
    ]
    return max(open_ones, key=lambda one: one["lost"], default=None)


def _say(language: Language, entry: str, **facts: object) -> str:
    return wording(language)(f"grading.feedback.{entry}", **facts)


def _provider(language: Language) -> str:
    """The training provider's name, where one is set."""
    try:
        provider = load_settings().provider
    except ContentError:
        return ""  # `course check` speaks of it; a learner's page does not fail for it
    return provider[language] if provider else ""


def _markup(html: str) -> "Markup":
    """HTML that `highlight` has escaped already."""
    from markupsafe import Markup

    return Markup(html)
