"""The tools of the lessons, each by its kind; what else it is stands in its lesson's folder."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from course.content import ContentError
from course.content.folders import lessons
from course.content.pieces import all_of, kind_of, names_in
from course.forms.form import Form

# Imported when asked for: a page loads its own tool and no other.
KINDS = {
    "records": ("rule_tool", "RuleTool"),
    "self-assessment": ("self_assessment", "SelfAssessment"),
    "cascade": ("travel_tools", "Cascade"),
    "authority-map": ("travel_tools", "AuthorityMap"),
    "objectives": ("objective_desk", "ObjectiveDesk"),
    "bids": ("bids", "Bids"),
    "sorter": ("sorter", "SorterForm"),
    "tree": ("decision_tree", "DecisionTree"),
    "policy": ("policy_desk", "PolicyDesk"),
    "costs": ("cost_desk", "CostDesk"),
    "mix": ("mix_lab", "MixLab"),
}


def workshop(key: str) -> Form:
    """The tool of that name, as its page shows it."""
    return maker(key)()


def maker(key: str) -> Callable[[], Form]:
    """What makes the tool of that name; the file of another kind of thing is no tool."""
    if key not in [name for slug in lessons() for name in names_in(slug)]:
        known = f"There are: {', '.join(all_of(*KINDS))}."
        raise ContentError("show.workshop", key, "there is none", known)
    path, kind = kind_of(key)
    if kind not in KINDS:
        known = f"Choose: {', '.join(KINDS)}."
        raise ContentError(path, "kind", f"'{kind}' is no kind of tool", known)
    module, name = KINDS[kind]
    return partial(getattr(import_module(f"course.forms.{module}"), name), key)
