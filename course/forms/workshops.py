"""The tools of the lessons, each by the name its notebook calls it."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from course.content import ContentError
from course.forms.form import Form

# Imported when asked for: a page loads its own tool and no other. Those `by key`
# are made by their own file in data/ and need nothing else.
_TOOLS = {
    "quality-policy": ("policy_desk", "PolicyDesk"),
    "objectives": ("objective_desk", "ObjectiveDesk"),
    "cost-of-quality": ("cost_desk", "CostDesk"),
    "accountability": ("sorter", "SorterForm"),
    "findings": ("sorter", "SorterForm"),
    "four-quarters": ("decision_tree", "DecisionTree"),
    "four-drivers": ("rule_tool", "RuleTool"),
    "leadership-evidence": ("self_assessment", "SelfAssessment"),
    "message-cascade": ("travel_tools", "Cascade"),
    "authority-map": ("travel_tools", "AuthorityMap"),
    "customer-lab": ("customer_lab", "CustomerLab"),
    "customer-memo": ("rule_tool", "RuleTool"),
    "barriers": ("rule_tool", "RuleTool"),
    "resource-decision": ("rule_tool", "RuleTool"),
}

_BY_KEY = {"rule_tool", "sorter", "decision_tree"}


def workshop(key: str) -> Form:
    """The tool of that name, as its notebook shows it."""
    return maker(key)()


def maker(key: str) -> Callable[[], Form]:
    """What makes the tool of that name; a name nobody knows is told by its file."""
    if key not in _TOOLS:
        known = f"There are: {', '.join(_TOOLS)}."
        raise ContentError("show.workshop", key, "there is none", known)
    module, name = _TOOLS[key]
    make = getattr(import_module(f"course.forms.{module}"), name)
    return partial(make, key) if module in _BY_KEY else make
