"""A quiz: one choice a question, the reason at once, answers kept."""

import random

import ipywidgets

from course.content import QuizItem, load_quiz
from course.progress import reach
from course.widgets.form import Form, block, button, live, spoken
from course.widgets.html import escape, framed
from course.workbook import Workbook

SITTING = 5  # questions drawn from the bank
PASS = 4  # right answers that show an objective; a choice may be changed after its reason


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
        self.chosen = {key: saved[key] for key in known if saved.get(key) in known[key]}
        self.choices: dict[str, ipywidgets.ToggleButtons] = {}
        self.feedback: dict[str, ipywidgets.HTML] = {}
        title, how = escape(self.say("quiz.title")), escape(self.say("quiz.how"))
        head = block(f"<h2>{title}</h2><p>{how}</p>")
        asked = [self._question(place, item) for place, item in enumerate(self.items, 1)]
        self.children = [head, *asked, self.status, self.others]
        self._progress(self.book.saved_at())

    @spoken
    def sit_again(self) -> None:
        """Ask other questions of the bank; earlier answers stay on file."""
        self.book.save(sitting=self.book.get("sitting", 0) + 1)
        self._sit()

    def _question(self, place: int, item: QuizItem) -> ipywidgets.VBox:
        options = list(item.options)
        # The right answer must not sit where its author happened to write it.
        random.Random(item.key).shuffle(options)
        words = [(option.words[self.language], option.key) for option in options]
        number = self.say("quiz.number", number=place, all=len(self.items))
        field = ipywidgets.ToggleButtons(
            options=words,
            value=self.chosen.get(item.key),
            description=f"{number}. {item.asks[self.language]}",
        )
        field.add_class("course-options")
        field.observe(lambda change: self._choose(item, change["new"]), "value")
        self.choices[item.key], self.feedback[item.key] = field, live("")
        self._explain(item, self.chosen.get(item.key))
        return ipywidgets.VBox([field, self.feedback[item.key]])

    @spoken
    def _choose(self, item: QuizItem, key: str | None) -> None:
        if key is None:
            return
        self.chosen[item.key] = key
        self._explain(item, key)
        self._progress(self.book.save(**{item.key: key}))

    def _explain(self, item: QuizItem, key: str | None) -> None:
        """Say beside the choice why it is right or not."""
        for option in item.options:
            if option.key != key:
                continue
            mark, kind = ("✓", "met") if option.right else ("○", "missing")
            word = escape(self.say("quiz.right" if option.right else "quiz.wrong"))
            pill = f'<span class="course-pill course-{kind}">{mark} {word}</span>'
            why = escape(option.feedback[self.language])
            body = f'<div class="course-row">{pill}<div>{why}</div></div>'
            self.feedback[item.key].value = framed(body, self.language)

    def _progress(self, time: str) -> None:
        done, all_ = len(self.chosen), len(self.items)
        self.others.layout.display = None if done == all_ else "none"
        if done < all_:
            words = self.say("quiz.progress", done=done, all=all_, time=time)
            self.tell(words if done else "")
            return
        rights = {i.key: next(o.key for o in i.options if o.right) for i in self.items}
        right = sum(self.chosen[key] == best for key, best in rights.items())
        if right >= PASS:
            reach(self.slug, "quiz")
        self.tell(self.say("quiz.done", right=right, all=all_))


def drawn(items: tuple[QuizItem, ...], who: str, sitting: int) -> tuple[QuizItem, ...]:
    """The questions of a sitting: each learner's own order, gone through before any returns."""
    order = sorted(items, key=lambda item: random.Random(f"{who}/{item.key}").random())
    first = sitting * SITTING
    return tuple(order[(first + place) % len(order)] for place in range(min(SITTING, len(order))))
