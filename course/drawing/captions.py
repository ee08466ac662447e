"""Says a view in words: what is shown, and its range for those who hear it.

What it shows is the reader's to find, so no word here compares one month with another.
"""

from collections.abc import Sequence

from course.content import Language, wording
from course.content.amounts import counted, month_name
from course.content.exhibits import projects_in
from course.drawing.views import View, beside, stretch


def title(view: View) -> str:
    """What is drawn, and over which months."""
    name, months = view.measure.title[view.language], stretch(view.months, view.language)
    return wording(view.language)("chart.title", title=name, stretch=months)


def describe(view: View) -> str:
    """The picture in words: whose figures, their range, and the event."""
    say, values = wording(view.language), view.monthly()
    told = [(value, month) for value, month in zip(values, view.months, strict=True) if value]
    if not told:
        return say("chart.none")
    (low, low_month), (high, high_month) = min(told), max(told)
    names = {month: month_name(month, view.language) for month in view.months}
    return say(
        "chart.alt",
        who=_who(view),
        stretch=stretch(view.months, view.language),
        low=view.say(low),
        high=view.say(high),
        low_month=names[low_month],
        high_month=names[high_month],
        event=_event_words(view),
    )


def _event_words(view: View) -> str:
    event = view.exhibit.event
    if event is None or not all(view.split()):
        return ""
    month, words = month_name(event.month, view.language), event.words[view.language]
    return wording(view.language)("chart.alt_event", words=words, month=month)


def subtitle(view: View) -> str:
    """Whose figures, in which unit, and what the line beside them is."""
    say, unit = wording(view.language), view.measure.unit[view.language]
    unit = say("chart.millions_unit", unit=unit) if view.millions else unit
    if len(view.projects) != 1:
        return say("chart.subtitle", who=_who(view), unit=unit)
    return say("chart.beside", who=_who(view), unit=unit, other=beside(view))


def _who(view: View) -> str:
    say, every = wording(view.language), len(projects_in(view.exhibit))
    if view.all_projects:
        return say("chart.all_projects", count=every)
    if len(view.projects) == 1:
        return view.exhibit.names[view.projects[0]][view.language]
    return say("chart.some_projects", count=len(view.projects), all=every)


def count_of(months: Sequence[str], language: Language) -> str:
    """How many months."""
    return counted("chart.months", len(months), language)
