"""The tools of the lessons, each by the name its notebook calls it."""

from importlib import import_module

from course.content import ContentError
from course.widgets.form import Form

# Imported when asked for: a page loads its own tool and no other.
_TOOLS = {
    "quality-policy": ("policy_desk", "PolicyDesk"),
    "objectives": ("objective_desk", "ObjectiveDesk"),
}


def workshop(key: str) -> Form:
    """The tool of that name."""
    if key not in _TOOLS:
        raise ContentError(
            "show.workshop", key, "there is none", f"There are: {', '.join(_TOOLS)}."
        )
    module, name = _TOOLS[key]
    return getattr(import_module(f"course.widgets.{module}"), name)()
