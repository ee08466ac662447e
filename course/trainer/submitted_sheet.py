"""Reads the answer sheet of a submission, whatever else lies in its folder."""

from pathlib import Path

from course.learner import AnswersError, AnswerSheet, answers
from course.plain_file import read_plain_file
from course.trainer import folders


def read_sheet(folder: Path) -> AnswerSheet:
    """As `answers.read`, but of a plain file only: a link would bring somebody else's answers."""
    path = folder / answers.FILE
    try:
        data = read_plain_file(path, answers.MAX_BYTES + 1)
    except FileNotFoundError:
        return answers.read(path)  # says so in its own words
    if data is None:
        raise AnswersError(f"{path.name} is a link or not a file, so it is not followed.")
    return answers.decode(data) if len(data) <= answers.MAX_BYTES else answers.read(path)


def read_if_sheet(case: str, student: str) -> AnswerSheet | None:
    """Nothing for a sheet that marking will say is unreadable, or of another case."""
    folder = folders.submitted(student, case)
    if folders.leads_elsewhere(folder):
        return None
    try:
        sheet = read_sheet(folder)
    except (AnswersError, OSError):
        return None
    return sheet if sheet.case == case else None
