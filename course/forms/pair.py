"""Two texts of one company: a good one and a tempting bad one, each with its remarks."""

import ipywidgets

from course.content import load_pair_exercise
from course.forms.form import Form, block, live
from course.forms.html import escape, paragraphs
from course.forms.sample import commented

_TEMPTING, _GOOD = "tempting", "good"
_SHOWN = {"bad": (_TEMPTING,), "good": (_GOOD,), "both": (_TEMPTING, _GOOD)}


class Pair(Form):
    """Opens one text, or both side by side; neither is shown before the learner asks.

    The button that is pressed says which is open.
    """

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.pair = load_pair_exercise(slug)
        language = self.language
        self.text = live("")
        self.choice = ipywidgets.ToggleButtons(
            options=[(self.say(f"pair.{which}"), which) for which in _SHOWN],
            value=None,
            description=self.say("pair.open"),
        )
        self.choice.observe(lambda change: self.show(change["new"]), "value")
        invented = escape(self.pair.invented[language])
        head = (
            f"<h3>{escape(self.pair.title[language])}</h3>{paragraphs(self.pair.asks[language])}"
            f"<p class='course-small'>{invented}</p>"
        )
        self.children = [block(head), self.choice, self.text]

    def show(self, which: str) -> None:
        """Open `good`, `bad` or `both` in place of what was open."""
        texts = [
            commented(getattr(self.pair, name), self.language, "against" * (name == _TEMPTING))
            for name in _SHOWN[which]
        ]
        both = "".join(f"<div>{text}</div>" for text in texts)
        self.text.value = f"<div class='course-abreast'>{both}</div>"
