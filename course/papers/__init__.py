"""The Word and Excel documents a learner takes home."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.papers import answers_document, memo, policy_document, tool_register
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "answers_document",
    "memo",
    "policy_document",
    "tool_register",
]
