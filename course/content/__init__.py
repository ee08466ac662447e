"""The course's words and figures: records read from data/, checked as they load."""

from course.content.cases import Case, load_case, load_cases
from course.content.clauses import Clause, ClauseRef, load_clauses
from course.content.modules import Module, load_modules
from course.content.quizzes import QuizItem, load_quiz
from course.content.toml import ContentError, load
from course.content.wordings import Wording, wording
from course.content.words import LANGUAGES, Language, Words

__all__ = [
    "LANGUAGES",
    "Case",
    "Clause",
    "ClauseRef",
    "ContentError",
    "Language",
    "Module",
    "QuizItem",
    "Wording",
    "Words",
    "load",
    "load_case",
    "load_cases",
    "load_clauses",
    "load_modules",
    "load_quiz",
    "wording",
]
