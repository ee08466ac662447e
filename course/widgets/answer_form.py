"""The answer cell of an assessed case: the form writes answers.json beside its notebook."""

import json
from datetime import datetime
from pathlib import Path

import ipywidgets
from filelock import FileLock

from course import answers
from course.answers import AnswersError, AnswerSheet, Learner
from course.content import Case, load_case, load_cases, wording
from course.content.cases import Question
from course.profile import load_profile
from course.progress import reach
from course.scoring.answer import Answer
from course.widgets.form import Form, block, spoken, text_area, text_line
from course.widgets.html import escape, paragraphs


class NotACase(ValueError):
    """The form stands in a folder that is not an assessed case."""


class AnswerForm(Form):
    """One question: a figure, a choice with reasons, or a written decision."""

    def __init__(self, question: str, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder or Path.cwd()
        self.case = case_here(self.folder)
        self.question = self.case.question(question)
        self.file = self.folder / answers.FILE
        given = self._given()
        self.fields = self._fields(self.question, given)
        for name, field in self.fields.items():
            field.observe(lambda change, name=name: self._save(name, change["new"]), "value")
        self.children = [block(self._asked()), *self.fields.values(), self.status]
        if not self.status.value:
            self._show(given, self._sheet().saved[11:16])

    def _asked(self) -> str:
        say, question, language = self.say, self.question, self.language
        place = self.case.questions.index(question) + 1
        meta = [say("answer.question", number=place, all=len(self.case.questions))]
        points = _points(self.folder, question.key)
        meta += [say("answer.points", points=f"{points:g}")] if points else []
        meta += [say("answer.aim", words=question.words_aim)] if question.words_aim else []
        facts = "".join(f"<span>{escape(fact)}</span>" for fact in meta)
        return (
            f"<div class='course-meta'>{facts}</div><h3>{escape(question.title[language])}</h3>"
            f"{paragraphs(question.asks[language])}"
            f"<p class='course-small'>{escape(question.hint[language])}</p>"
        )

    def _fields(self, question: Question, given: Answer) -> dict[str, ipywidgets.DOMWidget]:
        say, language = self.say, self.language
        fields: dict[str, ipywidgets.DOMWidget] = {}
        if question.kind == "figure":
            unit = f" ({question.unit[language]})" if question.unit else ""
            label = say("answer.figure") + unit
            fields["figure"] = text_line(label, given.figure, say("answer.figure_hint"))
        if question.kind == "choice":
            options = [(option.words[language], option.key) for option in question.options]
            known = given.choice if given.choice in {key for _, key in options} else None
            field = ipywidgets.ToggleButtons(
                options=options, value=known, description=say("answer.choice")
            )
            field.add_class("course-options")
            fields["choice"] = field
        if question.kind != "figure":
            label = say("answer.why" if question.kind == "choice" else "answer.prose")
            fields["text"] = text_area(label, given.text)
        return fields

    @spoken
    def _save(self, name: str, value: str | None) -> None:
        with FileLock(self.folder / ".answers.lock", timeout=5):
            sheet = self._sheet()
            old = sheet.answer(self.question.key)
            kept = {"text": old.text, "choice": old.choice, "figure": old.figure}
            new = Answer(**(kept | {name: value or ""}))
            sheet = stamped(sheet, sheet.answers | {self.question.key: new})
            answers.write(self.file, sheet)
        reach(self.case.key, "opened")
        self._show(new, sheet.saved[11:16])

    def _show(self, given: Answer, time: str) -> None:
        if given.empty:
            self.tell(self.say("status.nothing_yet"))
        elif given.text:
            self.tell_saved(given.text, time)
        else:
            self.tell(self.say("status.saved", time=time))

    def _given(self) -> Answer:
        return self._sheet().answer(self.question.key)

    def _sheet(self) -> AnswerSheet:
        """The sheet on disk; one that cannot be read is set aside, and the learner told."""
        empty = AnswerSheet(schema=answers.SCHEMA, case=self.case.key)
        if not self.file.exists():
            return empty
        try:
            return answers.read(self.file)
        except AnswersError:
            aside = self.file.with_suffix(f".damaged-{datetime.now():%Y%m%d-%H%M%S-%f}.json")
            self.file.replace(aside)
            self.tell(self.say("answer.damaged", file=aside.name))
            return empty


def case_here(folder: Path) -> Case:
    """The case a notebook's folder is named for."""
    if folder.name not in load_cases():
        raise NotACase(wording(load_profile().language)("page.not_here"))
    return load_case(folder.name)


def stamped(sheet: AnswerSheet, given: dict[str, Answer]) -> AnswerSheet:
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


def sign(folder: Path) -> None:
    """Put the learner's name on the sheet: they may have given it after they answered."""
    file = folder / answers.FILE
    empty = AnswerSheet(schema=answers.SCHEMA, case=folder.name)
    sheet = answers.read(file) if file.exists() else empty
    answers.write(file, stamped(sheet, sheet.answers))


def _points(folder: Path, question: str) -> float:
    """The points printed in the released notebook: they are written nowhere else a learner sees."""
    try:
        notebook = json.loads((folder / f"{folder.name}.ipynb").read_text(encoding="utf-8"))
        cells = {cell.get("id"): cell for cell in notebook["cells"]}
        return float(cells[question]["metadata"]["nbgrader"]["points"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0.0


def unanswered(folder: Path) -> list[Question]:
    """The questions of the case that have no answer yet."""
    case = case_here(folder)
    try:
        sheet = answers.read(folder / answers.FILE)
    except AnswersError:
        return list(case.questions)
    return [question for question in case.questions if sheet.answer(question.key).empty]
