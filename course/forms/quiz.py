"""A quiz: one choice a question, the reason at once, answers kept."""

import random

import ipywidgets

from course.content import QuizItem, load_modules, load_quiz
from course.forms.form import Form, block, button, live, spoken
from course.forms.html import escape, framed
from course.learner import Workbook, returning
from course.learner.first_answers import keep_answer, right_option
from course.learner.replaced import words

SITTING = 5  # questions drawn from the bank


class Quiz(Form):
    """The questions of one module; feedback appears beside the choice, and stays."""

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.slug = slug
        self.book = Workbook(f"quiz-{slug}")
        self.others = button(self.say("quiz.others"), self.sit_again)
        self._sit()

    def _sit(self) -> None:
        saved = self.book.read()
        self.items = drawn(load_quiz(self.slug), self.profile.id, self.book.get("sitting", 0))
        known = {item.key: {option.key for option in item.options} for item in self.items}
        self.chosen = {key: words(saved, key) for key in known if saved.get(key) in known[key]}
        self.choices: dict[str, ipywidgets.ToggleButtons] = {}
        self.feedback: dict[str, ipywidgets.HTML] = {}
        title, how = escape(self.say("quiz.title")), escape(self.say("quiz.how"))
        head = block(f"<h2>{title}</h2><p>{how}</p>")
        asked = [self._question(place, item) for place, item in enumerate(self.items, 1)]
        self.children = [head, *asked, self.status, self.others, *self._earlier()]
        self._progress(self.book.saved_at())

    @spoken
    def sit_again(self) -> None:
        """Ask other questions of the bank; earlier answers stay on file."""
        self.book.save(sitting=self.book.get("sitting", 0) + 1)
        self._sit()

    def _earlier(self) -> list[ipywidgets.Widget]:
        """Questions on what was missed in earlier lessons, below the lesson's own."""
        back = returning(self.slug)
        if not back:
            return []
        title, why = escape(self.say("quiz.earlier")), escape(self.say("quiz.earlier_why"))
        return [block(f"<h3>{title}</h3><p>{why}</p>"), *(self._again(*one) for one in back)]

    def _again(self, slug: str, item: QuizItem) -> ipywidgets.VBox:
        """A question of another lesson; its answer is kept with that lesson's."""
        title = load_modules()[slug].title[self.language]
        field, shown = self._field(item, f"{title}: {item.asks[self.language]}", None), live("")

        @spoken
        def choose(form: Quiz, key: str) -> None:
            keep_answer(slug, item.key, key, anew=not shown.value)
            shown.value = form._reason(item, key)

        field.observe(lambda change: change["new"] and choose(self, change["new"]), "value")
        return _together(field, shown)

    def _question(self, place: int, item: QuizItem) -> ipywidgets.VBox:
        number = self.say("quiz.number", number=place, all=len(self.items))
        words = f"{number}. {item.asks[self.language]}"
        field = self._field(item, words, self.chosen.get(item.key))
        field.observe(lambda change: self._choose(item, change["new"]), "value")
        self.choices[item.key], self.feedback[item.key] = field, live("")
        self._explain(item, self.chosen.get(item.key))
        return _together(field, self.feedback[item.key])

    def _field(self, item: QuizItem, asks: str, pressed: str | None) -> ipywidgets.ToggleButtons:
        options = list(item.options)
        # The right answer must not sit where its author happened to write it.
        random.Random(item.key).shuffle(options)
        words = [(option.words[self.language], option.key) for option in options]
        field = ipywidgets.ToggleButtons(options=words, value=pressed, description=asks)
        field.add_class("course-options")
        return field

    @spoken
    def _choose(self, item: QuizItem, key: str | None) -> None:
        if key is None:
            return
        self.chosen[item.key] = key
        self._explain(item, key)
        self._progress(keep_answer(self.slug, item.key, key))

    def _explain(self, item: QuizItem, key: str | None) -> None:
        """Say beside the choice why it is right or not."""
        if key is not None:
            self.feedback[item.key].value = self._reason(item, key)

    def _reason(self, item: QuizItem, key: str) -> str:
        option = next(option for option in item.options if option.key == key)
        mark, kind = ("✓", "met") if option.right else ("○", "missing")
        word = escape(self.say("quiz.right" if option.right else "quiz.wrong"))
        pill = f'<span class="course-pill course-{kind}">{mark} {word}</span>'
        why = escape(option.feedback[self.language])
        return framed(f'<div class="course-row">{pill}<div>{why}</div></div>', self.language)

    def _progress(self, time: str) -> None:
        done, all_ = len(self.chosen), len(self.items)
        self.others.layout.display = None if done == all_ else "none"
        if done < all_:
            words = self.say("quiz.progress", done=done, all=all_, time=time)
            self.tell(words if done else "")
            return
        right = sum(self.chosen[item.key] == right_option(item) for item in self.items)
        self.tell(self.say("quiz.done", right=right, all=all_))


def _together(field: ipywidgets.Widget, reason: ipywidgets.Widget) -> ipywidgets.VBox:
    """A question and, close below it, why the answer chosen is right or not."""
    question = ipywidgets.VBox([field, reason])
    question.add_class("course-question")
    return question


def drawn(items: tuple[QuizItem, ...], who: str, sitting: int) -> tuple[QuizItem, ...]:
    """The questions of a sitting: each learner's own order, gone through before any returns."""
    order = sorted(items, key=lambda item: random.Random(f"{who}/{item.key}").random())
    first = sitting * SITTING
    return tuple(order[(first + place) % len(order)] for place in range(min(SITTING, len(order))))
