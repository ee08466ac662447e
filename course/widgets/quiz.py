"""A quiz: one choice a question, the reason at once, answers kept."""

import random

import ipywidgets

from course.content import QuizItem, load_quiz
from course.progress import reach
from course.widgets.form import Form, block, live, spoken
from course.widgets.html import escape, framed
from course.workbook import Workbook

SITTING = 5  # questions drawn from the bank


class Quiz(Form):
    """The questions of one module; feedback appears beside the choice, and stays."""

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.slug = slug
        self.book = Workbook(f"quiz-{slug}")
        self.items = drawn(load_quiz(slug))
        self.chosen: dict[str, str] = {}
        self.choices: dict[str, ipywidgets.ToggleButtons] = {}
        self.feedback: dict[str, ipywidgets.HTML] = {}
        title, how = escape(self.say("quiz.title")), escape(self.say("quiz.how"))
        head = block(f"<h2>{title}</h2><p>{how}</p>")
        asked = [self._question(place, item) for place, item in enumerate(self.items, 1)]
        self.children = [head, *asked, self.status]
        self._restore()

    def _question(self, place: int, item: QuizItem) -> ipywidgets.VBox:
        options = list(item.options)
        # The right answer must not sit where its author happened to write it.
        random.Random(item.key).shuffle(options)
        words = [(option.words[self.language], option.key) for option in options]
        number = self.say("quiz.number", number=place, all=len(self.items))
        field = ipywidgets.ToggleButtons(
            options=words, value=None, description=f"{number}. {item.asks[self.language]}"
        )
        field.add_class("course-options")
        field.observe(lambda change: self._choose(item, change["new"]), "value")
        self.choices[item.key], self.feedback[item.key] = field, live("")
        return ipywidgets.VBox([field, self.feedback[item.key]])

    @spoken
    def _choose(self, item: QuizItem, key: str | None) -> None:
        option = next((o for o in item.options if o.key == key), None)
        if option is None:
            return
        self.chosen[item.key] = option.key
        self._explain(item, option.right, option.feedback[self.language])
        time = self.book.save(**{item.key: option.key})
        self._progress(time)

    def _explain(self, item: QuizItem, right: bool, why: str) -> None:
        mark, kind = ("✓", "met") if right else ("○", "missing")
        word = escape(self.say("quiz.right" if right else "quiz.wrong"))
        pill = f'<span class="course-pill course-{kind}">{mark} {word}</span>'
        body = f'<div class="course-row">{pill}<div>{escape(why)}</div></div>'
        self.feedback[item.key].value = framed(body, self.language)

    def _progress(self, time: str) -> None:
        done, all_ = len(self.chosen), len(self.items)
        if done < all_:
            self.tell(self.say("quiz.progress", done=done, all=all_, time=time))
            return
        reach(self.slug, "quiz")
        rights = {i.key: next(o.key for o in i.options if o.right) for i in self.items}
        right = sum(self.chosen[key] == best for key, best in rights.items())
        self.tell(self.say("quiz.done", right=right, all=all_))

    def _restore(self) -> None:
        saved = self.book.read()
        for item in self.items:
            if saved.get(item.key) in {option.key for option in item.options}:
                self.choices[item.key].value = saved[item.key]


def drawn(items: tuple[QuizItem, ...]) -> tuple[QuizItem, ...]:
    """The questions of a sitting: judgement before recall, in the bank's order."""
    weight = {"judge": 0, "apply": 1, "recall": 2}
    best = sorted(items, key=lambda item: weight[item.level])[:SITTING]
    return tuple(item for item in items if item in best)
