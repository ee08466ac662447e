"""What a learner writes, is, and hands in: kept on their machine, never lost."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.learner import (
        answers,
        bookmarks,
        first_answers,
        hand_in_file,
        handin,
        journey,
        naming,
        progress,
        replaced,
        submitting,
        trust,
    )
    from course.learner.answer_book import AnswerBook, field_of
    from course.learner.answers import AnswersError, AnswerSheet, Learner
    from course.learner.chain import Link
    from course.learner.claims import Claims
    from course.learner.documents import keep_document
    from course.learner.handin import Receipt
    from course.learner.opened import (
        Page,
        address_of,
        close_page,
        is_light,
        on_light_pages,
        open_page,
        open_pages,
        turned_to,
    )
    from course.learner.profile import Profile, identify, load_profile, save_profile
    from course.learner.records import Records, place_of
    from course.learner.retrieval import returning
    from course.learner.texts import Texts
    from course.learner.workbook import Workbook
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "AnswerBook",
    "AnswerSheet",
    "AnswersError",
    "Claims",
    "Learner",
    "Link",
    "Page",
    "Profile",
    "Receipt",
    "Records",
    "Texts",
    "Workbook",
    "address_of",
    "answers",
    "bookmarks",
    "close_page",
    "field_of",
    "first_answers",
    "hand_in_file",
    "handin",
    "identify",
    "is_light",
    "journey",
    "keep_document",
    "load_profile",
    "naming",
    "on_light_pages",
    "open_page",
    "open_pages",
    "place_of",
    "progress",
    "replaced",
    "returning",
    "save_profile",
    "submitting",
    "trust",
    "turned_to",
]
