"""The profile: asked once, used by every tool, document and hand-in."""

from collections.abc import Callable

import ipywidgets

from course.content import wording
from course.forms.form import Form, block, choice, spoken, text_line
from course.forms.html import escape
from course.learner.profile import load_profile, save_profile
from course.learner.workbook import Workbook

LANGUAGE_NAMES = (("English", "en"), ("العربية", "ar"))
_FIELDS = ("name", "company", "place", "industry", "headcount", "edition", "language")


class ProfileForm(Form):
    """Saves each field as it is typed; a change of language redraws the page's forms."""

    keeps_up = True  # with the profile, which it changes itself

    def __init__(self) -> None:
        super().__init__()
        self._followers: list[Callable[[], None]] = []
        self._draw()

    def follow(self, redraw: Callable[[], None]) -> None:
        """Have `redraw` called when something changed that other forms show."""
        self._followers.append(redraw)

    def _draw(self) -> None:
        say, profile = self.say, self.profile
        self.name = text_line(say("profile.name"), profile.name)
        self.company = text_line(say("profile.company"), profile.company)
        self.place = self._suggested("place", profile.place)
        self.industry = self._suggested("industry", profile.industry)
        self.headcount = self._suggested("headcount", profile.headcount)
        editions = [(say(f"profile.edition_{year}"), year) for year in ("2015", "2026")]
        self.edition = choice(say("profile.edition"), editions, profile.edition)
        self.chosen = choice(say("profile.language"), LANGUAGE_NAMES, profile.language)
        for name in _FIELDS:
            field = self.chosen if name == "language" else getattr(self, name)
            field.observe(lambda change, name=name: self._save(name, change["new"]), "value")
        top = ipywidgets.HBox([self.name, self.company, self.place, self.industry, self.headcount])
        top.add_class("course-two")
        note = f"<p class='course-small'>{escape(say('profile.edition_note'))}</p>"
        self.children = [self._heading(), self.chosen, top, self.edition, block(note), self.status]
        saved = Workbook("profile").saved_at()
        self.tell(say("profile.saved", time=saved) if saved else say("profile.unsaved"))

    def _heading(self) -> ipywidgets.HTML:
        title, why = escape(self.say("profile.title")), escape(self.say("profile.why"))
        return block(f"<h2>{title}</h2><p>{why}</p>")

    def _suggested(self, name: str, value: str) -> ipywidgets.Combobox:
        many = {"place": "places", "industry": "industries", "headcount": "headcounts"}[name]
        options = [option.strip() for option in self.say(f"profile.{many}").split("|")]
        return ipywidgets.Combobox(
            value=value, options=options, description=self.say(f"profile.{name}")
        )

    @spoken
    def _save(self, name: str, value: str) -> None:
        time = save_profile(**{name: value})
        if name == "language":
            self._speak(value)
        self.tell(self.say("profile.saved", time=time))
        for redraw in self._followers:
            redraw()

    def _speak(self, language: str) -> None:
        self.profile, self.language = load_profile(), language
        self.say = wording(language)
        (self.add_class if language == "ar" else self.remove_class)("course-rtl")
        self._draw()
