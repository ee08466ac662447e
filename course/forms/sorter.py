"""A sorter: one choice a thing, the reason at once, every choice kept."""

import math

import ipywidgets

from course.content import SortItem, label, load_sorter
from course.forms.form import Form, block, choice, live, spoken
from course.forms.html import escape, paragraphs
from course.learner import Workbook
from course.learner.progress import fall_short, reach

ENOUGH = 0.75  # of the items in their tray: the exercise has been understood


class SorterForm(Form):
    """The items in the order of the file; a choice may be changed after its reason."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.sorter = load_sorter(key)
        self.book = Workbook(f"sorter-{key}")
        self.reasons: dict[str, ipywidgets.HTML] = {}
        self.choices: dict[str, ipywidgets.ToggleButtons] = {}
        title, asks = self.sorter.title[self.language], self.sorter.asks[self.language]
        head = block(f"<h2>{escape(title)}</h2>{paragraphs(asks)}")
        rows = [self._row(place, item) for place, item in enumerate(self.sorter.items, 1)]
        self.children = [head, *rows, self.status]
        self._progress()

    def _row(self, place: int, item: SortItem) -> ipywidgets.VBox:
        trays = [(tray.words[self.language], tray.key) for tray in self.sorter.trays]
        saved = self.book.get(item.key)
        pressed = saved if saved in {key for _, key in trays} else None
        asked = item.words[self.language] + (
            f": {item.detail[self.language]}" if item.detail else ""
        )
        pick = choice(f"{place}. {asked}", trays, pressed)
        pick.observe(lambda change: self._sort(item, change["new"]), "value")
        self.choices[item.key], self.reasons[item.key] = pick, live("")
        self._explain(item, pressed)
        return ipywidgets.VBox([pick, self.reasons[item.key]])

    @spoken
    def _sort(self, item: SortItem, tray: str | None) -> None:
        if tray is None:
            return
        self.book.save(**{item.key: tray})
        self._explain(item, tray)
        self._progress()

    def _explain(self, item: SortItem, tray: str | None) -> None:
        """Say whether it lies in its tray, and why it belongs there."""
        if tray is None:
            return
        right = tray == item.tray
        mark, kind = ("✓", "met") if right else ("○", "missing")
        word = escape(self.say("quiz.right" if right else "quiz.wrong"))
        small = escape(label(item.clauses, self.language))
        pill = f'<span class="course-pill course-{kind}">{mark} {word}</span>'
        why = f"{escape(item.because[self.language])} <span class='course-small'>{small}</span>"
        self.reasons[item.key].value = f'<div class="course-row">{pill}<div>{why}</div></div>'

    def _progress(self) -> None:
        items = self.sorter.items
        done = [item for item in items if self.choices[item.key].value]
        right = sum(self.choices[item.key].value == item.tray for item in done)
        if len(done) == len(items):
            self.tell(self.say("quiz.done", right=right, all=len(items)))
            enough = math.ceil(ENOUGH * len(items))
            if right >= enough:
                reach(self.sorter.lesson, "exercise")
            else:
                lesson = self.sorter.lesson
                fall_short(
                    "answers", lesson, "exercise", right=right, all=len(items), enough=enough
                )
        elif done:
            time = self.book.saved_at()
            self.tell(self.say("quiz.progress", done=len(done), all=len(items), time=time))
