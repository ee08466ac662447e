"""The learner's side of answers.json: one answer changed at a time, the others kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
from filelock import FileLock

from course.content import Table
from course.disk import PRIVATE
from course.judging import Answer
from course.learner import answers
from course.learner.answers import AnswersError, AnswerSheet, Learner
from course.learner.opened import changed
from course.learner.profile import load_profile
from course.learner.replaced import BESIDE, words
from course.learner.texts import Texts
from course.learner.workbook import Workbook

LOCK = ".answers.lock"
_FIGURE = ".figure"


class AnswerBook(Texts):
    """The answers to the case whose folder this is.

    `set_aside` names the file a damaged sheet was moved to, once that happened.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
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
        for name, value in given.items():
            if name == "choice":
                self._choose(question, value)
            else:
                self.save_text(field_of(question, name), value)
        return self.read()

    @property
    def name(self) -> str:
        return self._drafts.name

    def table(self) -> Table:
        return self._table(self.read())

    @contextmanager
    def changing(self, field: str) -> Iterator[Table]:
        """The texts of the sheet, and beside them what other pages replaced."""
        with self._lock:
            sheet = self.read()
            table = self._table(sheet)
            yield table
            with self._drafts.changing() as kept:  # first: no word goes before it is kept
                kept.clear()
                kept |= _beside(table)
            question = field.removesuffix(_FIGURE)
            name = "text" if question == field else "figure"
            self._write(sheet, question, {name: words(table, field)})
        changed()

    def _choose(self, question: str, option: str) -> None:
        with self._lock:
            self._write(self.read(), question, {"choice": option})
        changed()

    def _table(self, sheet: AnswerSheet) -> Table:
        """What is kept beside the answers, and the sheet's own texts and time."""
        texts = {
            field_of(question, name): getattr(answer, name)
            for question, answer in sheet.answers.items()
            for name in ("text", "figure")
        }
        return _beside(self._drafts.read()) | texts | {"saved": sheet.saved}

    def _write(self, sheet: AnswerSheet, question: str, given: dict[str, str]) -> None:
        answer = msgspec.structs.replace(sheet.answer(question), **given)
        if answer != sheet.answer(question):
            answers.write(self.file, _stamped(sheet, sheet.answers | {question: answer}))

    def sign(self) -> None:
        """Put the learner's name on the sheet: they may have given it after they answered."""
        if not self.file.exists():
            return
        with self._lock:
            sheet = self.read()
            answers.write(self.file, _stamped(sheet, sheet.answers))


def field_of(question: str, name: str) -> str:
    """What the text or the figure of an answer is called beside the sheet."""
    return question if name == "text" else question + _FIGURE


def _beside(table: Table) -> Table:
    """All but the texts themselves: those stand in the sheet alone."""
    return {name: value for name, value in table.items() if name.endswith(BESIDE)}


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
