"""A decision over four quarters: choose, see what follows, go on; begin again when you like."""

from functools import partial

import ipywidgets

from course.content import Branch, Step, load_tree
from course.forms.form import Form, block, button, live, spoken
from course.forms.html import aloud, escape, paragraphs
from course.learner import Workbook
from course.learner.progress import reach


class DecisionTree(Form):
    """The path is kept as the keys of the choices; every end reached is remembered."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.tree = load_tree(key)
        self.book = Workbook(f"tree-{key}")
        title, asks = self.tree.title[self.language], self.tree.asks[self.language]
        invented = escape(self.tree.invented[self.language])
        self.head = block(
            f"<h2>{escape(title)}</h2>{paragraphs(asks)}<p class='course-small'>{invented}</p>"
        )
        self.told, self.now = live(""), live("")
        self.ways = ipywidgets.VBox()
        self._draw()

    @property
    def chosen(self) -> tuple[str, ...]:
        kept: list[object] = self.book.get("chosen", [])
        return tuple(key for key in kept if isinstance(key, str))

    @spoken
    def choose(self, branch: str) -> None:
        """Take a branch of the step that is open."""
        self.book.save(chosen=[*self.chosen, branch])
        self._draw()

    @spoken
    def again(self) -> None:
        """Go back to the first step; the ends reached stay on file."""
        self.book.save(chosen=[])
        self._draw()

    def _draw(self) -> None:
        path = self.tree.walk(self.chosen)
        here = self.tree.step(path[-1][1].leads if path else self.tree.first)
        passed = "".join(self._passed(step, branch) for step, branch in path)
        last = aloud(path[-1][1].then[self.language]) if path else ""
        self.told.value = passed + last
        self.now.value = self._gauges(path) + self._situation(here)
        acts = [
            button(branch.words[self.language], partial(self.choose, branch.key))
            for branch in here.branches
        ]
        if path:
            acts.append(button(self.say("tree.again"), self.again))
        self.ways.children = acts
        self.children = [self.head, self.told, self.now, self.ways, self.status]
        if not here.branches:
            self._ended(here)

    def _ended(self, here: Step) -> None:
        kept: list[str] = self.book.get("ends", [])
        ends = sorted({*kept, here.key})
        if ends != kept:
            self.book.save(ends=ends)
        reach(self.tree.lesson, "exercise")
        count = sum(not step.branches for step in self.tree.steps)
        self.tell(self.say("tree.ends", seen=len(ends), all=count))

    def _situation(self, step: Step) -> str:
        language = self.language
        return f"<h3>{escape(step.heading[language])}</h3>{paragraphs(step.text[language])}"

    def _passed(self, step: Step, branch: Branch) -> str:
        language = self.language
        return (
            f"<div class='course-row'><b>{escape(step.heading[language])}</b><div>"
            f"<b>{escape(branch.words[language])}</b><br>{escape(branch.then[language])}</div></div>"
        )

    def _gauges(self, path: list[tuple[Step, Branch]]) -> str:
        """Where each figure stands, and how far it has moved."""
        shown = ""
        for gauge in self.tree.gauges:
            moved = sum(branch.moves.get(gauge.key, 0) for _, branch in path)
            name, unit = gauge.name[self.language], gauge.unit[self.language]
            change = f" ({moved:+d})" if moved else ""
            words = escape(f"{name}: {gauge.start + moved}{unit}{change}")
            shown += f"<span><bdi>{words}</bdi></span>"
        return f"<div class='course-meta'>{shown}</div>"
