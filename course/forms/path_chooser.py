"""The map of the course: a path, its lessons in order, and how far the learner has come."""

from course.content import Module, load_learning_paths
from course.forms.form import Form, block, choice, live, spoken
from course.forms.html import aloud, escape
from course.learner import address_of, journey
from course.learner.progress import reached, share


class PathChooser(Form):
    """Keeps the path chosen; the list below it follows."""

    def __init__(self) -> None:
        super().__init__()
        say, paths = self.say, load_learning_paths()
        options = [(path.name[self.language], key) for key, path in paths.items()]
        self.pick = choice(say("path.choose"), options, journey.chosen_path().key)
        self.shown = live("")
        self.children = [block(f"<h2>{escape(say('path.title'))}</h2>"), self.pick, self.shown]
        self.pick.observe(lambda change: self._choose(change["new"]), "value")
        self.render()

    @spoken
    def _choose(self, key: str) -> None:
        journey.choose_path(key)
        self.render()

    def render(self) -> None:
        """The path's lessons, each with its minutes and state."""
        path = load_learning_paths()[self.pick.value]
        lessons = path.lessons()
        rows = "".join(f"<li>{self._lesson(lesson)}</li>" for lesson in lessons)
        left = journey.minutes_left(lessons)
        words = self.say("path.left", minutes=left) if left else self.say("path.done")
        who = escape(path.for_whom[self.language])
        said = aloud(f"{path.for_whom[self.language]} {words}")
        self.shown.value = f"{said}<p>{who}</p><ol>{rows}</ol><p>{escape(words)}</p>"

    def _lesson(self, module: Module) -> str:
        state = "finished" if share(module) == 1 else "begun" if reached(module.slug) else "new"
        minutes = self.say("tiles.minutes", minutes=module.minutes)
        small = escape(f"{minutes} · {self.say(f'path.{state}')}")
        page = address_of(module.notebook_in(self.language))
        title = escape(module.title[self.language])
        link = f'<a href="{page}">{title}</a>'
        return f"{link} <span class='course-small'>{small}</span>"
