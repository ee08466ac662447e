"""The views of a mix: two periods, all answers together or each group by itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.content import Language, wording
from course.content.amounts import number
from course.content.desks import MixDesk, View
from course.drawing.canvas import Canvas, Chart, Width
from course.drawing.mix import Groups, Period, at_mix, mean
from course.drawing.slope import Slope, draw_slopes

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class Answers:
    """What is looked at: two periods, the groups in each, and whose they are."""

    periods: tuple[str, str]
    before: Groups
    after: Groups
    own: bool = False


def case_answers(desk: MixDesk) -> Answers:
    """The answers of the lesson's own company, in its first and its last year."""
    yearly = desk.yearly()
    years = yearly.index.get_level_values("year").unique()
    first, last = years[0], years[-1]
    return Answers((first, last), _groups(desk, yearly, first), _groups(desk, yearly, last))


def _groups(desk: MixDesk, yearly: "DataFrame", year: str) -> Groups:
    counts = {name: yearly.loc[(name, year)] for name in desk.names}
    return {n: Period(int(c[desk.answers]), int(c[desk.scores])) for n, c in counts.items()}


def slopes(desk: MixDesk, view: View, language: Language, told: Answers) -> list[Slope]:
    """The lines of a view."""
    say, before, after = wording(language), told.before, told.after
    names = {name: name if told.own else desk.names[name][language] for name in before}
    if view.shows == "whole":
        name = say("lab.whole") if told.own else desk.whole[language]
        return [Slope(name, mean(before), mean(after))]
    if view.shows == "each":
        return [Slope(names[n], before[n].mean, after[n].mean) for n in before]
    if view.shows == "answers":
        moved = {n: after[n].answers / (before[n].answers or 1) for n in before}
        strong = {max(moved, key=lambda n: moved[n]), min(moved, key=lambda n: moved[n])}
        return [Slope(names[n], before[n].answers, after[n].answers, n in strong) for n in before]
    if view.shows == "same-mix":
        held = say("lab.same_mix") if told.own else desk.same_mix[language]
        return [
            Slope(say("lab.as_reported"), mean(before), mean(after), False),
            Slope(held, mean(before), at_mix(after, before)),
        ]
    return _shares(desk, view, language, told.periods)


def _shares(desk: MixDesk, view: View, language: Language, periods: tuple[str, str]) -> list[Slope]:
    """Parts of a count, in per cent; the last is the one to look at."""
    sums = desk.yearly().groupby("year").sum()
    lines = []
    for part in view.parts:
        first, last = (_share(sums, part.column, view.over, period) for period in periods)
        lines.append(Slope(part.words[language], first, last, part is view.parts[-1]))
    return lines


def _share(sums: "DataFrame", part: str, over: str, period: str) -> float:
    return float(100 * sums.at[period, part] / sums.at[period, over])


def view_table(
    desk: MixDesk, view: View, language: Language, told: Answers
) -> list[tuple[str, ...]]:
    """Line by line, heading first; under each period the figure at that end of the line."""
    lines = slopes(desk, view, language, told)
    rows = [(line.name, *ends) for line, ends in zip(lines, _labels(view, lines), strict=True)]
    return [("", *told.periods), *rows]


def _labels(view: View, lines: list[Slope]) -> list[tuple[str, str]]:
    places = 0 if view.shows in ("answers", "shares") else 1
    return [(number(line.before, places), number(line.after, places)) for line in lines]


def draw_view(
    desk: MixDesk, view: View, language: Language = "en", width: Width = "wide",
    told: Answers | None = None,
) -> Chart:  # fmt: skip
    """The chart of a view; its title states what it shows and no more."""
    told = told or case_answers(desk)
    say, lines = wording(language), slopes(desk, view, language, told)
    labels = _labels(view, lines)
    if told.own:
        title, below = say(f"lab.own.{view.shows}"), say("lab.own_file")
    else:
        title, below = view.title[language], view.subtitle[language]
    canvas = Canvas(title, below, language, width)
    draw_slopes(canvas, lines, labels, told.periods)
    listed = [f"{line.name}: {', '.join(ends)}" for line, ends in zip(lines, labels, strict=True)]
    return canvas.finish(f"{'; '.join(listed)}.")
