"""The learner's side of answers.json: one answer changed at a time, the others kept."""

from datetime import datetime
from pathlib import Path

from filelock import FileLock

from course.disk import PRIVATE
from course.judging.answer import Answer
from course.learner import answers
from course.learner.answers import AnswersError, AnswerSheet, Learner
from course.learner.profile import load_profile
from course.learner.progress import changed
from course.learner.workbook import Workbook

LOCK = ".answers.lock"


class AnswerBook:
    """The answers to the case whose folder this is.

    `set_aside` names the file a damaged sheet was moved to, once that happened.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / answers.FILE
        self.case = folder.name
        self.set_aside = ""
        self._lock = FileLock(folder / LOCK, timeout=5, mode=PRIVATE)
        self._drafts = Workbook(f"answers-{self.case}")

    def read(self) -> AnswerSheet:
        """The sheet on disk; one that cannot be read is set aside, never overwritten."""
        if not self.file.exists():
            return AnswerSheet(schema=answers.SCHEMA, case=self.case)
        try:
            sheet = answers.read(self.file)
            if sheet.case == self.case:
                return sheet
            raise AnswersError("another case's answers")
        except AnswersError:
            stamp = f"{datetime.now():%Y%m%d-%H%M%S-%f}"
            aside = self.file.with_suffix(f".damaged-{stamp}.json")
            self.file.replace(aside)
            self.set_aside = aside.name
            return AnswerSheet(schema=answers.SCHEMA, case=self.case)

    def change(self, question: str, **given: str) -> AnswerSheet:
        """Save fields of one answer (`text`, `choice`, `figure`); returns the whole sheet."""
        # Half an emoji, as a browser may send it, cannot be written; a question mark can.
        given = {name: value.encode("utf-8", "replace").decode() for name, value in given.items()}
        with self._lock:
            sheet = self.read()
            old = sheet.answer(question)
            kept = {"text": old.text, "choice": old.choice, "figure": old.figure}
            sheet = _stamped(sheet, sheet.answers | {question: Answer(**(kept | given))})
            answers.write(self.file, sheet)
        if "text" in given:
            self._drafts.save_text(question, given["text"])
        changed()
        return sheet

    def earlier(self, question: str) -> str:
        """The prose that most of was cleared away, if there is some to bring back."""
        return self._drafts.earlier(question)

    def sign(self) -> None:
        """Put the learner's name on the sheet: they may have given it after they answered."""
        if not self.file.exists():
            return
        with self._lock:
            sheet = self.read()
            answers.write(self.file, _stamped(sheet, sheet.answers))


def _stamped(sheet: AnswerSheet, given: dict[str, Answer]) -> AnswerSheet:
    """The sheet with these answers, whose they are now, and the time."""
    profile = load_profile()
    return AnswerSheet(
        schema=answers.SCHEMA,
        case=sheet.case,
        learner=Learner(profile.id, profile.name, profile.company),
        language=profile.language,
        answers=given,
        saved=datetime.now().astimezone().isoformat(timespec="seconds"),
    )
