"""Find the gaps: tick what is wrong with a text, then compare."""

import ipywidgets

from course.content import Gap, label, load_gap_exercise
from course.forms.form import Form, block, button, live, spoken
from course.forms.html import escape, paragraphs, row
from course.forms.sample import commented
from course.learner import Workbook
from course.learner.progress import fall_short, reach

# By whether it is a gap, and was ticked: what is rightly left is not called a find.
_VERDICTS = {
    (True, True): "seen",
    (True, False): "unseen",
    (False, False): "left",
    (False, True): "wrong",
}


class GapExercise(Form):
    """Ticks are kept; the comparison answers each statement, ticked or not."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.exercise = load_gap_exercise(key)
        self.book = Workbook(f"exercise-{key}")
        ticked: list[str] = self.book.get("ticked", [])
        self.ticks = {gap.key: self._tick(gap, gap.key in ticked) for gap in self.exercise.gaps}
        self.result = live("")
        compare = button(self.say("exercise.show"), self.compare, primary=True)
        asks = block(f"<p><b>{escape(self.say('exercise.choose'))}</b></p>")
        ticks = ipywidgets.VBox(list(self.ticks.values()))
        ticks.add_class("course-ticks")
        self.children = [block(self._head()), asks, ticks, compare, self.status, self.result]
        if self.book.get("compared", False):
            self.compare()

    def _head(self) -> str:
        exercise, language = self.exercise, self.language
        return (
            f"<h3>{escape(exercise.title[language])}</h3>{paragraphs(exercise.asks[language])}"
            f"<div class='course-quote'>{escape(exercise.text[language])}</div>"
            f"<p class='course-source'>{escape(exercise.source[language])}</p>"
        )

    def _tick(self, gap: Gap, ticked: bool) -> ipywidgets.Checkbox:
        tick = ipywidgets.Checkbox(
            value=ticked, description=gap.statement[self.language], indent=False
        )
        tick.observe(self._save, "value")
        return tick

    @property
    def ticked(self) -> list[str]:
        return [key for key, tick in self.ticks.items() if tick.value]

    @spoken
    def _save(self, _: object) -> None:
        time = self.book.save(ticked=self.ticked)
        self.tell(self.say("status.saved", time=time), time)
        if self.result.value:
            self.compare()

    @spoken
    def compare(self) -> None:
        """Answer each statement, then show a version that passes."""
        ticked, gaps = set(self.ticked), self.exercise.gaps
        real = {gap.key for gap in gaps if gap.real}
        score = self.say(
            "exercise.found", found=len(real & ticked), all=len(real), wrong=len(ticked - real)
        )
        rows = "".join(self._row(gap, gap.key in ticked) for gap in gaps)
        title = escape(self.say("exercise.better"))
        better = commented(self.exercise.better, self.language)
        self.result.value = f"<p><b>{escape(score)}</b></p>{rows}<h3>{title}</h3>{better}"
        self.book.save(compared=True)
        # Found, and not all ticked: more than half of them, less what is no gap.
        missing = len(real) // 2 + 1 - len(real & ticked) + len(ticked - real)
        if missing <= 0:
            reach(self.exercise.lesson, "exercise")
        else:
            what = "gap" if missing == 1 else "gaps"
            fall_short(what, self.exercise.lesson, "exercise", count=missing)

    def _row(self, gap: Gap, ticked: bool) -> str:
        words = gap.chosen if ticked else gap.missed
        body = escape(words[self.language])
        small = label(gap.clauses, self.language)
        return row(_VERDICTS[gap.real, ticked], self.say, gap.statement[self.language], small, body)
