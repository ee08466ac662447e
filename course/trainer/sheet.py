"""Marks one answer sheet. Both ways of marking, ours and nbgrader's, come through here."""

import functools
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from course.content import Case, Language
from course.judging import Answer, CaseRubric, Mark
from course.judging.unread import unread
from course.learner import AnswersError, AnswerSheet, Learner, answers
from course.marking import as_twin
from course.marking.second_reader import routed
from course.one_line import one_line
from course.plain_file import read_plain_file
from course.trainer import adopted, folders, second_kept, second_view
from course.trainer.intake import Note, read_intake
from course.trainer.known import known_texts
from course.trainer.names import listed
from course.trainer.second_view import SecondView
from course.trainer.submitted_sheet import read_sheet
from course.trainer.suggest import suggest
from course.trainer.teaching import Ears
from course.trainer.teaching import ears as heard_by
from course.trainer.twins import ClassTwins, Twin, twins_in
from course.trainer.vectors import meanings

SIDECAR = "marks.json"
_MAX_SIDECAR = 20 * answers.MAX_BYTES  # the answers, and the words of each that earned points


class Marked(msgspec.Struct, frozen=True):
    """A marked sheet, as it is kept beside the marked notebook.

    `rubric` is the hash of the rubric it was marked by; `marks`, `twins` and what a second reader
    says of them are by question.
    """

    case: str
    rubric: str
    version: str
    learner: Learner
    language: Language
    saved: str
    answers: dict[str, Answer]
    marks: dict[str, Mark]
    notes: tuple[Note, ...] = ()
    twins: dict[str, Twin] = {}
    second: dict[str, SecondView] = {}

    @property
    def points(self) -> float:
        return sum(mark.points for mark in self.marks.values())

    @property
    def unsure(self) -> list[str]:
        """The questions a trainer should look at."""
        return [key for key, mark in self.marks.items() if mark.route != "suggest"]

    @property
    def unreadable(self) -> bool:
        """Whether no answer sheet of this case could be read."""
        return any("no-sheet" in mark.flags for mark in self.marks.values())


def mark_submission(
    case: Case,
    rubric: CaseRubric,
    student: str,
    twins: ClassTwins | None = None,
    ears: Ears | None = None,
) -> Marked:
    """Mark what a learner's submitted folder holds; whatever it holds, there is a result.

    `twins` are those of the class and `ears` what examples have taught, where many are marked
    at once.
    """
    folder = folders.submitted(student, case.key)
    intake = read_intake(folder)
    notes = intake.notes if intake else ()
    try:
        sheet: AnswerSheet | AnswersError = read_sheet(folder)
    except AnswersError as error:
        sheet = error
    twins = twins_in(case) if twins is None else twins
    marked = _with_twins(mark_sheet(case, rubric, sheet, notes, ears), twins.get(student, {}))
    return _with_second_reader(case, rubric, marked)


def _with_twins(marked: Marked, twins: dict[str, Twin]) -> Marked:
    found = {key: twin for key, twin in twins.items() if key in marked.marks}
    flagged = {key: as_twin(marked.marks[key]) for key in found}
    return msgspec.structs.replace(marked, marks=marked.marks | flagged, twins=found)


def _with_second_reader(case: Case, rubric: CaseRubric, marked: Marked) -> Marked:
    """What is kept of the reader in use, if one is: its view may call the trainer, no more."""
    used = second_kept.in_use(case.key)
    if used is None:
        return marked
    marks, second = dict(marked.marks), {}
    for key, mark in marked.marks.items():
        asked, answer = (case.question(key), rubric.question(key)), marked.answers[key]
        found = second_view.view(used, *asked, answer, mark, marked.learner.name)
        if found:
            second[key] = found
            marks[key] = routed(mark, found.total)
    return msgspec.structs.replace(marked, marks=marks, second=second)


def mark_sheet(
    case: Case,
    rubric: CaseRubric,
    sheet: AnswerSheet | AnswersError,
    notes: tuple[Note, ...] = (),
    ears: Ears | None = None,
) -> Marked:
    """The marks of a sheet, or of the reason there is none to mark."""
    if isinstance(sheet, AnswersError):
        return _nothing(
            case, rubric, (*notes, Note("no-answers", {"problem": one_line(str(sheet), 200)}))
        )
    if sheet.case != case.key:
        note = Note("another-case", {"case": one_line(sheet.case)})
        return _nothing(case, rubric, (*notes, note), sheet)
    known = {question.key for question in rubric.questions}
    if alien := sorted(set(sheet.answers) - known):
        notes = (*notes, Note("unknown-questions", {"questions": listed(alien)}))
    given = {question.key: sheet.answer(question.key) for question in rubric.questions}
    marks = _suggested(case, rubric, given, ears)
    notes = (*notes, *(Note(m.flags[0], {"question": q}) for q, m in marks.items() if m.unread))
    return _marked(case, rubric, sheet, given, marks, notes)


def _suggested(
    case: Case, rubric: CaseRubric, given: dict[str, Answer], ears: Ears | None
) -> dict[str, Mark]:
    if ears is None:
        with meanings() as vectors:
            return _suggested(case, rubric, given, heard_by(case.key, vectors))
    seen, known = case.texts, known_texts(case, rubric)
    taught = adopted.markers(case.key, rubric, seen, known, ears)
    return {
        q.key: suggest(
            q,
            given[q.key],
            given=seen,
            known=known,
            marker=taught.get(q.key),
            ear=ears.get(q.key),
        )
        for q in rubric.questions
    }


def _nothing(
    case: Case, rubric: CaseRubric, notes: tuple[Note, ...], sheet: AnswerSheet | None = None
) -> Marked:
    sheet = sheet or AnswerSheet(schema=answers.SCHEMA, case=case.key)
    marks = {question.key: unread(question, "no-sheet") for question in rubric.questions}
    return _marked(case, rubric, sheet, {key: Answer() for key in marks}, marks, notes)


def _marked(
    case: Case,
    rubric: CaseRubric,
    sheet: AnswerSheet,
    given: dict[str, Answer],
    marks: dict[str, Mark],
    notes: tuple[Note, ...],
) -> Marked:
    return Marked(
        case=case.key,
        rubric=rubric.hash,
        version=_version(),
        learner=sheet.learner,
        language=sheet.language,
        saved=sheet.saved,
        answers=given,
        marks=marks,
        notes=notes,
    )


def encode(marked: Marked) -> bytes:
    return msgspec.json.format(msgspec.json.encode(marked), indent=1) + b"\n"


def read_sidecar(folder: Path) -> Marked | None:
    try:
        return msgspec.json.decode(
            read_plain_file(folder / SIDECAR, _MAX_SIDECAR) or b"", type=Marked
        )
    except (OSError, msgspec.DecodeError):
        return None


@functools.cache
def _version() -> str:
    try:
        return version("leading-for-quality")
    except PackageNotFoundError:  # run from a folder that was never installed
        return ""
