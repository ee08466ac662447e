"""Handing in: one button, a receipt, and the feedback when it comes back."""

from datetime import datetime
from pathlib import Path

import ipywidgets

from course import paths
from course.content import Question, load_settings, start_page
from course.content.amounts import today_long
from course.forms.answer_form import case_here, unanswered
from course.forms.download import link_to
from course.forms.form import Form, block, button, live, soon, spoken
from course.forms.html import escape, way
from course.forms.issue import handed_over
from course.learner import AnswerBook, Receipt, handin, load_profile, open_page
from course.learner.progress import reach
from course.one_line import one_line


class HandInForm(Form):
    """Hands the folder's case in, through the exchange or as a file to send."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder or Path.cwd()
        self.case = case_here(self.folder)
        self.busy = False
        self.state, self.receipt, self.kept_copy = live(""), live(""), live("")
        self.goes = block("")
        self.button = button(self.say("hand_in.button"), self.hand_in, primary=True)
        self.look = button(self.say("hand_in.feedback_button"), self.look_for_feedback)
        head = block(f"<h2>{escape(self.say('hand_in.title'))}</h2>")
        buttons = ipywidgets.HBox([self.button, self.look])
        copy = button(self.say("hand_in.copy"), self.copy)
        parts = [head, self.state, self.goes, buttons, self.status, self.receipt]
        parts += [copy, self.kept_copy]
        home = way(self.folder, paths.NOTEBOOKS / start_page(self.language))
        words = escape(self.say("lesson.back"))
        back = f'<p><a class="course-button ghost" href="{home}">{words}</a></p>'
        self.children = [*parts, block(back)]
        self.render()
        open_page().follow("hand-in", self.render)

    def render(self) -> None:
        """Say where things stand; the button says beside it why it cannot be pressed."""
        receipts = handin.receipts(self.case.key)
        self.button.description = self.say("hand_in.button_again" if receipts else "hand_in.button")
        self.look.layout.display = None if receipts else "none"
        collected = handin.collected_at(self.case.key)
        nameless = not load_profile().name.strip()
        self.button.disabled = bool(collected)
        self.receipt.value = self._receipt(receipts[-1]) if receipts else ""
        self.goes.value = f"<p class='course-small'>{escape(self._goes())}</p>"
        if collected:
            self._state(self.say("hand_in.collected", time=_when(collected)))
        elif nameless:
            self._state(self.say("hand_in.name_first"))
        elif receipts and handin.changed_since(receipts[-1], self.folder):
            changed = self.say("hand_in.changed", time=_when(receipts[-1].time))
            self.state.value = f"<p class='course-note' data-unhanded>{escape(changed)}</p>"
        else:
            self._state(self._open())

    def hand_in(self) -> None:
        """Hand in without holding up the page: nbgrader takes some seconds to answer."""
        self.render()
        if self.busy:
            return
        if not load_profile().name.strip():
            self.tell("")  # so that it is heard at each press
            self.tell(self.say("hand_in.not_yet"))
            return
        self.busy = True  # the button stays in focus, and a second press does nothing
        self.tell(self.say("hand_in.working"))
        soon(self._hand_in)

    def _hand_in(self) -> None:
        self._submit()
        self.busy = False
        self.render()

    @spoken
    def _submit(self) -> None:
        AnswerBook(self.folder).sign()
        handin.hand_in(self.case.key, self.folder)
        reach(self.case.key, "hand-in")
        self.tell("")  # the receipt below says the rest

    @spoken
    def copy(self) -> None:
        """Hand over the answers as they stand, to keep."""
        from course.papers.answers_document import Copy, answers_document  # loads docx

        sheet, say, profile = AnswerBook(self.folder).read(), self.say, load_profile()
        if len(unanswered(self.folder)) == len(self.case.questions):
            self.kept_copy.value = f"<p class='course-note'>{escape(say('print.nothing'))}</p>"
            return
        given = (self.case, sheet.answers, profile.name, profile.company)
        data = answers_document(Copy(*given, today_long(self.language)), self.language)
        name = (say("document.answers.title"), self.case.title[self.language])
        receipts = handin.receipts(self.case.key)
        newer = bool(receipts) and handin.changed_since(receipts[-1], self.folder)
        note = f"<p class='course-note'>{escape(say('hand_in.copy_newer'))}</p>" if newer else ""
        self.kept_copy.value = handed_over(name, ".docx", data, say) + note

    @spoken
    def look_for_feedback(self) -> None:
        """Show the page the trainer returned, if there is one."""
        page = handin.fetch_feedback(self.case.key)
        if page is None:
            self.tell(self.say("hand_in.feedback_none"))
            return
        self.receipt.value = self._page(page)

    def _page(self, page: Path) -> str:
        # The sandbox lets the returned page show itself and nothing else.
        title = escape(self.say("hand_in.feedback_title"))
        inside = escape(page.read_text(encoding="utf-8"))
        keep = link_to(page, escape(self.say("hand_in.feedback_keep")))
        return (
            f'<iframe class="course-feedback" title="{title}" sandbox srcdoc="{inside}"></iframe>'
            f"<p>{keep}</p>"
        )

    def _goes(self) -> str:
        """Who gets the answers, as far as the course knows."""
        if not handin.exchange_ready(self.case.key):
            return self.say("hand_in.goes_file")
        provider = load_settings().provider
        if not provider:
            return self.say("hand_in.goes")
        return self.say("hand_in.goes_named", provider=provider[self.language])

    def _open(self) -> str:
        questions = [question.title[self.language] for question in unanswered(self.folder)]
        if not questions:
            return self.say("hand_in.complete")
        return self.say("hand_in.unanswered", questions=self.say("hand_in.between").join(questions))

    def _state(self, text: str) -> None:
        self.state.value = f"<p>{escape(text)}</p>"

    def _receipt(self, receipt: Receipt) -> str:
        say = self.say
        rows = "".join(
            f"<tr><th scope='row'>{escape(question.title[self.language])}</th>"
            f"<td><bdi>{escape(self._handed(question, receipt))}</bdi></td></tr>"
            for question in self.case.questions
        )
        how = "" if self.button.disabled else escape(say("hand_in.receipt_again"))
        if receipt.way == "file":
            file = Path(receipt.file)
            name = escape(file.name)
            link = link_to(file, name) if file.is_file() else name  # sent, then tidied away
            how = f"{say('hand_in.receipt_file', link=link)} {how}"
        shared = say("hand_in.receipt_shared", name=one_line(receipt.before, 60))
        shared = f"<p>{escape(shared)}</p>" if receipt.before else ""
        title = escape(say("hand_in.receipt", time=_when(receipt.time)))
        head = f"<caption>{escape(say('hand_in.receipt_words'))}</caption>"
        return (
            f"<div class='course-document'><h3>{title}</h3><table>{head}{rows}</table>"
            f"<p>{how}</p>{shared}</div>"
        )

    def _handed(self, question: Question, receipt: Receipt) -> str:
        """What the receipt says of one answer: its figure, or how many words it has."""
        count = receipt.words.get(question.key, 0)
        if question.kind == "figure" or not count:
            return receipt.figures.get(question.key, "") or self.say("answer.none")
        if count == 1:
            return self.say("status.words_one")
        return self.say("status.words", count=count)


def _when(time: str) -> str:
    """An ISO time as a reader says it: day, month, year and minute."""

    return f"{datetime.fromisoformat(time):%d.%m.%Y %H:%M}"
