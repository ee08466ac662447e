"""What escapes the type checker says why, where it stands."""

import io
import re
import tokenize
from pathlib import Path

import pytest

import course

HOUSE = Path(course.__file__).parent
_SILENCED = re.compile(r"# type: ignore\[[a-z-]+\]")


def unexplained(text: str) -> list[str]:
    """The lines that use `Any` or `cast`, or silence the checker, and give no reason."""
    escapes: dict[int, str] = {}
    reasons: dict[int, str] = {}
    importing = False
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME and token.string in ("import", "from"):
            importing = importing or not token.line[: token.start[1]].strip()
        if token.type == tokenize.NEWLINE:
            importing = False
        if token.type == tokenize.NAME and token.string in ("Any", "cast") and not importing:
            escapes[token.start[0]] = token.line
        if token.type == tokenize.COMMENT:
            reasons[token.start[0]] = _SILENCED.sub("", token.string).strip("# ")
            if "type: ignore" in token.string:
                escapes[token.start[0]] = token.line
    return [line.strip() for number, line in escapes.items() if not reasons.get(number)]


@pytest.mark.parametrize(
    "path", sorted(HOUSE.rglob("*.py")), ids=lambda path: str(path.relative_to(HOUSE))
)
def test_whatever_escapes_the_checker_says_why(path):
    assert unexplained(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("from typing import Any, cast", 0),
        ("kept: dict[str, Any] = {}", 1),
        ("kept: dict[str, Any] = {}  # as the file has it", 0),
        ("one = cast(int, two)", 1),
        ("one = two  # type: ignore[misc]", 1),
        ("one = two  # type: ignore[misc]  # the stock class names none", 0),
        ("if one:\n    from typing import Any\nmany: Any = 1", 1),
    ],
)
def test_a_reason_is_missed_where_there_is_none(line, found):
    assert len(unexplained(line + "\n")) == found
