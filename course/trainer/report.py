"""The report on a class that comes with its marks: what is left, and how far to trust them."""

import contextlib
import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

from course.content import Case, ContentError, Question, house, load_case, wording
from course.disk import write_whole
from course.drawing import draw_reliability, draw_work
from course.judging import Mark
from course.marking import Cohort, find_groups
from course.marking.agreement import Bin, pooled, work
from course.marking.calibration import FEWEST
from course.trainer import folders, gradebook, sheet
from course.trainer.agreement import Comparison, by_trainer, compare
from course.trainer.gold import read_gold
from course.trainer.gradebook import Score
from course.trainer.notebook import TRAINER
from course.trainer.sheet import Marked
from course.trainer.templating import Filling, template

FOLDER = "reports"
SHOWN = 10  # answers of a question that are proposed to be marked first

Scores = dict[str, dict[str, Score]]


def write_report(case: str) -> Path:
    """Write the page about everybody who is marked, and say where it is."""
    with gradebook.opened() as book:
        scores = gradebook.scores(book, case)
    read = {student: sheet.read_sidecar(folders.autograded(student, case)) for student in scores}
    marked = {student: found for student, found in sorted(read.items()) if found}
    path = folders.root() / FOLDER / f"{case}.html"
    write_whole(path, report_html(load_case(case), marked, scores).encode("utf-8", "replace"))
    return path


def report_html(case: Case, marked: dict[str, Marked], scores: Scores) -> str:
    questions = [question for question in case.questions if question.kind != "figure"]
    shares = {
        question.title[TRAINER]: work(
            [mark for mark in (m.marks[question.key] for m in marked.values()) if _written(mark)]
        )
        for question in questions
    }
    return template("report.html.j2").render(
        say=functools.partial(_say),
        house=house,
        case=case.title[TRAINER],
        learners=len(marked),
        answers=len(marked) * len(case.questions),
        work=draw_work(shares, TRAINER) if marked else None,
        first=[_first(question, marked, scores) for question in questions],
        points=[_points(question, marked, scores) for question in case.questions],
        twins=list(_twins(case, marked)),
        confidence=list(_confidence(case.key)),
        fewest=FEWEST,
    )


def _first(question: Question, marked: dict[str, Marked], scores: Scores) -> Filling:
    """The answers whose points would teach most, of those that nobody looked at yet."""
    key = question.key
    waiting = {
        student: made
        for student, made in marked.items()
        if made.marks[key].route != "suggest" and not _judged(scores, student, key)
    }
    students, marks = list(waiting), [made.marks[key] for made in waiting.values()]
    groups = find_groups([made.answers[key].text for made in waiting.values()], marks)
    alike = {group[0]: len(group) for group in groups}
    order = [p for p in Cohort(tuple(marks), (), groups).mark_first() if _written(marks[p])]
    return {
        "title": question.title[TRAINER],
        "answers": [
            {
                "student": students[place],
                "sure": round(100 * marks[place].confidence),
                "points": f"{marks[place].points:g}",
                "max": f"{marks[place].max_points:g}",
                "like": alike.get(place, 0),
            }
            for place in order[:SHOWN]
        ],
    }


def _written(mark: Mark) -> bool:
    """An empty answer asks nothing of anybody."""
    return "empty" not in mark.flags


def _judged(scores: Scores, student: str, question: str) -> bool:
    score = scores[student].get(question)
    return bool(score and score.overruled and not score.unsure)


def _points(question: Question, marked: dict[str, Marked], scores: Scores) -> Filling:
    given = [scores[student][question.key].points for student in marked]
    most = next((made.marks[question.key].max_points for made in marked.values()), 0.0)
    return {
        "title": question.title[TRAINER],
        "mean": f"{fmean(given):.1f}" if given else "",
        "low": f"{min(given, default=0):g}",
        "high": f"{max(given, default=0):g}",
        "max": f"{most:g}",
    }


def _twins(case: Case, marked: dict[str, Marked]) -> Iterator[Filling]:
    """Each pair once."""
    seen = set()
    for student, made in marked.items():
        for question in case.questions:
            twin = made.twins.get(question.key)
            pair = (question.key, *sorted((student, twin.student))) if twin else None
            if twin and pair not in seen:
                seen.add(pair)
                title, share = question.title[TRAINER], round(100 * twin.share)
                yield {"first": student, "second": twin.student, "title": title, "share": share}


def _confidence(case: str) -> Iterator[Filling]:
    """A reliability diagram from the gold set, and one from the trainer's own points."""
    known = []
    for path in folders.examples(case):
        with contextlib.suppress(ContentError):  # `course check` speaks of it
            known.append(compare(read_gold(path)))
    if known:
        yield _diagram("by_gold", known, origin=known[0].origin)
    own = [compare(found) for found in by_trainer(case)]
    if sum(each.count for each in own) >= FEWEST:
        yield _diagram("by_you", own)


def _diagram(entry: str, compared: Sequence[Comparison], **facts: str) -> Filling:
    bins: tuple[Bin, ...] = pooled([each.bins for each in compared])
    count = sum(each.count for each in compared)
    return {"words": _say(entry, count=count, **facts), "chart": draw_reliability(bins, TRAINER)}


def _say(entry: str, **facts: object) -> str:
    return wording(TRAINER)(f"agreement.report.{entry}", **facts)
