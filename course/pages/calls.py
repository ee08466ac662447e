"""What a page may ask a kernel for: one call of `show`, with names in it and nothing else."""

import ast
from typing import NamedTuple

from course.content import ContentError


class Call(NamedTuple):
    """`show.NAME(*GIVEN)`."""

    name: str
    given: tuple[str, ...]


def read_call(source: str, where: str) -> Call:
    """The call that a line makes; ContentError for whatever else stands there."""
    try:
        line = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError):  # ValueError: a null byte
        raise _refused(source, where) from None
    if not (isinstance(line, ast.Call) and not line.keywords and _of_show(line.func)):
        raise _refused(source, where)
    given = [one.value for one in line.args if isinstance(one, ast.Constant)]
    words = [one for one in given if isinstance(one, str)]
    if len(words) != len(line.args):
        raise _refused(source, where)
    assert isinstance(line.func, ast.Attribute)  # as `_of_show` found
    return Call(line.func.attr, tuple(words))


def _of_show(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id == "show"
        and not called.attr.startswith("_")
    )


def _refused(source: str, where: str) -> ContentError:
    remedy = 'Write one call, as in show.workshop("quality-policy").'
    return ContentError(where, source, "a page only calls show, with names in quotes", remedy)
