"""The profile: asked once, used by every tool, document and hand-in."""

from collections.abc import Callable
from functools import partial

import ipywidgets

from course.content import LANGUAGES, wording
from course.forms.form import block, choice, spoken, text_line
from course.forms.html import escape
from course.forms.kept_fields import KeepingForm, Kept, KeptFields
from course.learner import Workbook, identify, load_profile, save_profile

_WRITTEN = ("name", "job", "company", "place", "industry", "headcount")


class ProfileForm(KeepingForm):
    """Saves each field as it is typed; a change of language redraws the page's forms."""

    keeps_up = True  # with the profile, which it changes itself

    def __init__(self) -> None:
        super().__init__()
        self._followers: list[Callable[[], None]] = []
        self.book = Workbook("profile")
        self._draw()

    def follow(self, redraw: Callable[[], None]) -> None:
        """Have `redraw` called when something changed that other forms show."""
        self._followers.append(redraw)

    def _draw(self) -> None:
        say, profile = self.say, self.profile
        self.name = text_line(say("profile.name"))
        self.job = text_line(say("profile.job"))
        self.company = text_line(say("profile.company"))
        self.place = self._suggested("place")
        self.industry = self._suggested("industry")
        self.headcount = self._suggested("headcount")
        editions = [(say(f"profile.edition_{year}"), year) for year in ("2015", "2026")]
        self.edition = choice(say("profile.edition"), editions, profile.edition)
        languages = [(wording(one)("profile.own_name"), one) for one in LANGUAGES]
        self.chosen = choice(say("profile.language"), languages, profile.language)
        for name, pick in (("edition", self.edition), ("language", self.chosen)):
            pick.observe(partial(self._picked, name), "value")
        top = ipywidgets.HBox([getattr(self, name) for name in _WRITTEN])
        top.add_class("course-two")
        note = block(f"<p class='course-small'>{escape(say('profile.edition_note'))}</p>")
        self._keep()
        below = [self.edition, note, self.status, self.kept.offers]
        self.children = [self._heading(), self.chosen, top, *below]
        # Who opens a page in Arabic has chosen a language, and written nothing yet.
        written = any(getattr(profile, name) for name in _WRITTEN)
        saved = self.book.saved_at()
        if written:
            self.tell(say("profile.saved", time=saved), saved)
        else:
            self.tell(say("profile.unsaved"))

    def _keep(self) -> None:
        """The fields one writes in, in the language the form speaks now."""
        self.kept = KeptFields(self, self._tell_followers)
        for name in _WRITTEN:
            kept = Kept(getattr(self, name), self.book, name)
            self.kept.add(kept, partial(self._write, name))
        self.kept.look()

    def _heading(self) -> ipywidgets.HTML:
        title, why = escape(self.say("profile.title")), escape(self.say("profile.why"))
        return block(f"<h2>{title}</h2><p>{why}</p>")

    def _suggested(self, name: str) -> ipywidgets.Combobox:
        many = {"place": "places", "industry": "industries", "headcount": "headcounts"}[name]
        options = [option.strip() for option in self.say(f"profile.{many}").split("|")]
        return ipywidgets.Combobox(options=options, description=self.say(f"profile.{name}"))

    @spoken
    def _write(self, name: str, value: str) -> None:
        time = self.book.save_text(name, value)
        identify()
        self.tell(self.say("profile.saved", time=time), time)
        self._tell_followers()

    def _picked(self, name: str, change: dict[str, str]) -> None:
        self._save(name, change["new"])

    @spoken
    def _save(self, name: str, value: str) -> None:
        time = save_profile(**{name: value})
        if name == "language":
            self._speak()
        self.tell(self.say("profile.saved", time=time), time)
        self._tell_followers()

    def _tell_followers(self) -> None:
        for redraw in self._followers:
            redraw()

    def _speak(self) -> None:
        """From now on in the language that was chosen."""
        self.profile = load_profile()
        self.language = self.profile.language
        self.say = wording(self.language)
        (self.add_class if self.language == "ar" else self.remove_class)("course-rtl")
        self._draw()
