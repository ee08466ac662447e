"""Whose answers of a class are nearly the same, for the trainer's eyes only."""

import functools

import msgspec

from course.content import Case, load_case
from course.judging.plan import shingles
from course.learner import answers
from course.marking.twins import Twins, find_twins, nearest
from course.trainer import folders
from course.trainer.submitted_sheet import read_if_sheet


class Twin(msgspec.Struct, frozen=True):
    """The nearest other answer: `share` of the shorter one's runs of words stands in both."""

    student: str
    share: float
    text: str


# By student and question.
ClassTwins = dict[str, dict[str, Twin]]


def twins_in(case: Case) -> ClassTwins:
    """Everybody's twins; a class that did not change is not compared again."""
    return _of_class(case.key, _handed_in(case.key))


Stamp = tuple[str, int, int]  # student, time and size of the answer sheet


def _handed_in(case: str) -> tuple[Stamp, ...]:
    stamps = []
    for student in folders.students(case):
        try:
            found = (folders.submitted(student, case) / answers.FILE).stat()
        except OSError:
            continue
        stamps.append((student, found.st_mtime_ns, found.st_size))
    return tuple(stamps)


@functools.lru_cache(maxsize=4)
def _of_class(case: str, stamps: tuple[Stamp, ...]) -> ClassTwins:
    story = load_case(case)
    sheets = {stamp[0]: read_if_sheet(case, stamp[0]) for stamp in stamps}
    read = {student: sheet for student, sheet in sheets.items() if sheet}
    found: ClassTwins = {student: {} for student in read}
    for question in story.questions:
        if question.kind == "figure":
            continue
        students = list(read)
        texts = [read[student].answer(question.key).text for student in students]
        pairs = find_twins(texts, shingles((*story.texts, question.asks.en, question.asks.ar)))
        for place, pair in nearest(pairs).items():
            other = _other(pair, place)
            twin = Twin(students[other], pair.share, texts[other])
            found[students[place]][question.key] = twin
    return found


def _other(pair: Twins, place: int) -> int:
    return pair.second if pair.first == place else pair.first
