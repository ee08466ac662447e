"""Says a view in words: the finding, what is shown, and the picture for those who hear it."""

from collections.abc import Sequence
from itertools import pairwise

from course.content import Language, wording
from course.content.amounts import counted, direction, month_name, number
from course.content.exhibits import projects_in
from course.drawing.views import View, stretch, summarise


def finding(view: View) -> str:
    """What the months in view show, in one sentence."""
    say, title = wording(view.language), view.measure.title[view.language]
    parts = summarise(view)
    held = [(part.value, part.months) for part in parts[:2] if part.value is not None]
    if len(held) < 2:
        value = parts[0].text if parts else say("chart.none")
        months = count_of(view.months, view.language)
        return say("chart.one", title=title, value=value, months=months)
    (old, before), (new, after) = held
    added = view.measure.how == "sum"
    # Added-up figures of unlike stretches are compared by the month.
    pace = (old / len(before), new / len(after)) if added else (old, new)
    way = direction(*pace)
    facts = {"title": title, "before": view.say(old, bare=True), "after": view.say(new, bare=added)}
    if not added or way == "same" or not old:
        return say(f"chart.{way}", **facts)
    change = say("chart.percent", number=number(abs(100 * (pace[1] / pace[0] - 1)), 0))
    if len(before) != len(after):
        return say(f"chart.{way}_monthly", title=title, change=change)
    return say(f"chart.{way}_by", change=change, **facts)


def describe(view: View) -> str:
    """The picture in words: finding, range, event, and the month that goes against it."""
    say, values = wording(view.language), view.monthly()
    told = [(value, month) for value, month in zip(values, view.months, strict=True) if value]
    if not told:
        return finding(view)
    (low, low_month), (high, high_month) = min(told), max(told)
    names = {month: month_name(month, view.language) for month in view.months}
    return say(
        "chart.alt",
        finding=finding(view),
        who=_who(view),
        stretch=stretch(view.months, view.language),
        low=view.say(low),
        high=view.say(high),
        low_month=names[low_month],
        high_month=names[high_month],
        event=_event_words(view),
        exception=_exception(view, names),
    )


def _event_words(view: View) -> str:
    event = view.exhibit.event
    if event is None or not all(view.split()):
        return ""
    month, words = month_name(event.month, view.language), event.words[view.language]
    return wording(view.language)("chart.alt_event", words=words, month=month)


def _exception(view: View, names: dict[str, str]) -> str:
    """The month from the event on that moves furthest against the direction of the whole."""
    before, after = view.split()
    old, new = view.over(before), view.over(after)
    if not before or not after or old is None or new is None:
        return ""
    if view.measure.how == "sum":
        old, new = old / len(before), new / len(after)
    way = {"rose": -1, "fell": 1}.get(direction(old, new), 0)
    values = [(view.over([month]), month) for month in after]
    steps = [
        (way * (b - a), b, month)
        for (a, _), (b, month) in pairwise(values)
        if a is not None and b is not None
    ]
    size, value, month = max(steps, default=(0, 0.0, ""))
    if size <= 0:
        return ""
    entry = "chart.alt_against_rise" if way < 0 else "chart.alt_against_fall"
    return wording(view.language)(entry, month=names[month], value=view.say(value))


def subtitle(view: View) -> str:
    """Whose figures, in which unit, and what the line beside them is."""
    say, unit = wording(view.language), view.measure.unit[view.language]
    unit = say("chart.millions_unit", unit=unit) if view.millions else unit
    if len(view.projects) != 1:
        return say("chart.subtitle", who=_who(view), unit=unit)
    entry = "average" if view.measure.how == "sum" else "all"
    other = say(f"chart.beside_{entry}", count=len(projects_in(view.exhibit)))
    return say("chart.beside", who=_who(view), unit=unit, other=other)


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
