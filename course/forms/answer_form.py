"""The answer cell of an assessed case: the form writes answers.json beside its notebook."""

import json
from pathlib import Path

import ipywidgets

from course.content import Case, Question, load_case, wording
from course.content.folders import cases
from course.errors import LearnerError
from course.forms.form import block, button, spoken, text_area, text_line
from course.forms.html import escape, paragraphs
from course.forms.kept_fields import KeepingForm, Kept
from course.judging import Answer
from course.learner import AnswerBook, AnswersError, AnswerSheet, answers, field_of, load_profile
from course.learner.progress import reach


class NotACase(LearnerError):
    """The form stands in a folder that is not an assessed case."""


class AnswerForm(KeepingForm):
    """One question: a figure, a choice with reasons, or a written decision."""

    def __init__(self, question: str, folder: Path | None = None) -> None:
        super().__init__()
        self.add_class("course-question")  # the page's script names its fields by it
        self.folder = folder or Path.cwd()
        self.case = case_here(self.folder)
        self.question = self.case.question(question)
        self.book = AnswerBook(self.folder)
        sheet = self.book.read()
        self.fields = self._fields(self.question, sheet.answer(question))
        for name, field in self.fields.items():
            self._keep(name, field)
        self.earlier = button(self.say("answer.earlier"), self.bring_back)
        below = [self.status, self.kept.offers, self.earlier]
        self.children = [block(self._asked()), *self.fields.values(), *below]
        self.kept.look()
        self._show(sheet)

    def _keep(self, name: str, field: ipywidgets.DOMWidget) -> None:
        if name == "choice":
            field.observe(lambda change: self._save(name, change["new"]), "value")
        else:
            kept = Kept(field, self.book, field_of(self.question.key, name))
            self.kept.add(kept, lambda value: self._save(name, value))

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
            fields["figure"] = text_line(label, hint=say("answer.figure_hint"))
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
            fields["text"] = text_area(label)
        return fields

    @spoken
    def _save(self, name: str, value: str | None) -> None:
        try:
            sheet = self.book.change(self.question.key, **{name: value or ""})
        except AnswersError:  # too long to be read again
            self.tell(self.say("answer.too_long"))
            return
        reach(self.case.key, "opened")
        self._show(sheet)

    def catch_up(self) -> None:
        super().catch_up()
        choice = self.book.read().answer(self.question.key).choice
        if "choice" in self.fields and choice in {key for _, key in self.fields["choice"].options}:
            self.fields["choice"].value = choice

    def caught_up(self) -> None:
        self._show(self.book.read())

    @spoken
    def bring_back(self) -> None:
        """Undo the clearing of the field."""
        self.fields["text"].value = self.book.earlier(self.question.key)

    def _show(self, sheet: AnswerSheet) -> None:
        given, time = sheet.answer(self.question.key), sheet.saved[11:16]
        self.earlier.layout.display = None if self.book.earlier(self.question.key) else "none"
        if self.book.set_aside:
            self.tell(self.say("answer.damaged", file=self.book.set_aside))
        elif given.empty:
            self.tell(self.say("status.nothing_yet"))
        elif given.text:
            self.tell_saved(given.text, time)
        else:
            self.tell(self.say("status.saved", time=time), time)


def case_here(folder: Path) -> Case:
    """The case a notebook's folder is named for."""
    if folder.name not in cases():
        raise NotACase(wording(load_profile().language)("page.not_here"))
    return load_case(folder.name)


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
