"""How a pattern names what it looks for: `a | ~b | not c`, `'words in quotes'`."""

from typing import Literal

Side = Literal["plain", "either", "said", "denied"]
Sided = tuple[tuple[Side, str], ...]  # the concepts of a group, each with the side it counts on


def alternatives(group: str) -> tuple[str, ...]:
    """`a | b` as its parts."""
    return tuple(part.strip() for part in group.split("|"))


def polarity(name: str) -> tuple[Side, str]:
    """A name without the mark it leads with.

    `~a` counts either way, `not a` only when denied, `said a` only when not, as an idea does that
    has no mark; a fact without one counts either way.
    """
    if name.startswith("~"):
        return "either", name[1:]
    if name.startswith("not "):
        return "denied", name[4:]
    if name.startswith("said "):
        return "said", name[5:]
    return "plain", name


def literal(name: str) -> str:
    """The words of a name in single quotes, which stand for themselves; empty for a concept."""
    quoted = len(name) > 2 and name[0] == name[-1] == "'"
    return name[1:-1] if quoted else ""


def sided(group: str) -> Sided:
    """The concepts of a group, each with the side it counts on."""
    return tuple(polarity(name) for name in alternatives(group))
