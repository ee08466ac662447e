"""Forms: they take what is typed, ask judging, and show the wording of content."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.forms import case, charts, exhibit, lesson, theme, unsaved
    from course.forms.answer_form import AnswerForm
    from course.forms.exercise import GapExercise
    from course.forms.form import block, told
    from course.forms.glossary import Glossary
    from course.forms.hand_in_form import HandInForm
    from course.forms.html import card, escape
    from course.forms.lesson import Takeaways
    from course.forms.note import Again, Note
    from course.forms.pair import Pair
    from course.forms.path_chooser import PathChooser
    from course.forms.profile_form import ProfileForm
    from course.forms.quiz import Quiz
    from course.forms.tiles import Tiles
    from course.forms.workshops import maker, workshop
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "Again",
    "AnswerForm",
    "GapExercise",
    "Glossary",
    "HandInForm",
    "Note",
    "Pair",
    "PathChooser",
    "ProfileForm",
    "Quiz",
    "Takeaways",
    "Tiles",
    "block",
    "card",
    "case",
    "charts",
    "escape",
    "exhibit",
    "lesson",
    "maker",
    "theme",
    "told",
    "unsaved",
    "workshop",
]
