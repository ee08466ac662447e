"""The course's words and figures: records read from data/, checked as they load."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.content import (
        acts,
        alignment,
        amounts,
        desks,
        exhibits,
        folders,
        house,
        page,
        pieces,
        series,
    )
    from course.content.cases import (
        Case,
        Choice,
        Exhibit,
        Measure,
        Question,
        QuestionKind,
        is_sound,
        load_case,
        load_cases,
    )
    from course.content.clauses import EDITIONS, Clause, ClauseRef, Edition, label, load_clauses
    from course.content.exercises import Comment, Gap, Sample, load_gap_exercise, load_pair_exercise
    from course.content.figures import Bars, Column, Figure, Lines, load_figure
    from course.content.glossary import Term, load_glossary
    from course.content.learning_paths import LearningPath, load_learning_paths
    from course.content.mix_table import read_mix
    from course.content.modules import (
        Module,
        Objective,
        in_language,
        load_module,
        load_modules,
        module_problems,
        start_page,
    )
    from course.content.quizzes import QuizItem, has_quiz, load_quiz
    from course.content.settings import load_settings
    from course.content.sorters import SortItem, load_sorter
    from course.content.sources import Source, load_sources, used_in
    from course.content.stories import Story, load_story
    from course.content.tables import UnreadableTable
    from course.content.toml import ContentError, Table, by_key, convert, load, plainly
    from course.content.tools import Field, Group, Tool, load_tool
    from course.content.trees import Branch, Step, load_tree
    from course.content.wordings import Wording, wording
    from course.content.words import LANGUAGES, Language, Words
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "EDITIONS",
    "LANGUAGES",
    "Bars",
    "Branch",
    "Case",
    "Choice",
    "Clause",
    "ClauseRef",
    "Column",
    "Comment",
    "ContentError",
    "Edition",
    "Exhibit",
    "Field",
    "Figure",
    "Gap",
    "Group",
    "Language",
    "LearningPath",
    "Lines",
    "Measure",
    "Module",
    "Objective",
    "Question",
    "QuestionKind",
    "QuizItem",
    "Sample",
    "SortItem",
    "Source",
    "Step",
    "Story",
    "Table",
    "Term",
    "Tool",
    "UnreadableTable",
    "Wording",
    "Words",
    "acts",
    "alignment",
    "amounts",
    "by_key",
    "convert",
    "desks",
    "exhibits",
    "folders",
    "has_quiz",
    "house",
    "in_language",
    "is_sound",
    "label",
    "load",
    "load_case",
    "load_cases",
    "load_clauses",
    "load_figure",
    "load_gap_exercise",
    "load_glossary",
    "load_learning_paths",
    "load_module",
    "load_modules",
    "load_pair_exercise",
    "load_quiz",
    "load_settings",
    "load_sorter",
    "load_sources",
    "load_story",
    "load_tool",
    "load_tree",
    "module_problems",
    "page",
    "pieces",
    "plainly",
    "read_mix",
    "series",
    "start_page",
    "used_in",
    "wording",
]
