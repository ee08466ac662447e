"""How a pattern names what it looks for: `a | ~b | not c`, `'words in quotes'`."""

from typing import Literal

Side = Literal["plain", "either", "denied"]
Sided = tuple[tuple[Side, str], ...]  # the concepts of a group, each with the side it counts on


def alternatives(group: str) -> tuple[str, ...]:
    """`a | b` as its parts."""
    return tuple(part.strip() for part in group.split("|"))


def polarity(name: str) -> tuple[Side, str]:
    """A concept's leading mark, and its name: `~a` either way, `not a` only when denied."""
    if name.startswith("~"):
        return "either", name[1:]
    if name.startswith("not "):
        return "denied", name[4:]
    return "plain", name


def literal(name: str) -> str:
    """The words of a name in single quotes, which stand for themselves; empty for a concept."""
    quoted = len(name) > 2 and name[0] == name[-1] == "'"
    return name[1:-1] if quoted else ""


def sided(group: str) -> Sided:
    """The concepts of a group, each with the side it counts on."""
    return tuple(polarity(name) for name in alternatives(group))
