"""Two texts of one company: a good one and a tempting bad one, each with its remarks."""

import ipywidgets

from course.content import load_pair_exercise
from course.forms.form import Form, block, button, live
from course.forms.html import escape, paragraphs
from course.forms.sample import commented


class Pair(Form):
    """Opens one text at a time; neither is shown before the learner asks."""

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.pair = load_pair_exercise(slug)
        language = self.language
        self.text = live("")
        bad = button(self.say("pair.bad"), lambda: self.show("tempting"))
        good = button(self.say("pair.good"), lambda: self.show("good"))
        invented = escape(self.pair.invented[language])
        head = (
            f"<h3>{escape(self.pair.title[language])}</h3>{paragraphs(self.pair.asks[language])}"
            f"<p class='course-small'>{invented}</p>"
        )
        self.children = [block(head), ipywidgets.HBox([bad, good]), self.text]

    def show(self, which: str) -> None:
        """Open `good` or `tempting` in place of the other."""
        self.text.value = commented(getattr(self.pair, which), self.language)
