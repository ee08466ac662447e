"""What a reader has chosen to look at: one measure, some projects, some months, added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.content import ContentError, Exhibit, Language, Measure, wording
from course.content.amounts import MILLION, amount, month_name
from course.content.exhibits import months_in, projects_in, rows_of, total

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class View:
    """One measure over some projects and some months, in one language."""

    exhibit: Exhibit
    measure: Measure
    projects: tuple[str, ...]
    months: tuple[str, ...]
    language: Language

    @property
    def all_projects(self) -> bool:
        return len(self.projects) == len(projects_in(self.exhibit))

    @property
    def millions(self) -> bool:
        """Money in millions, judged on the whole exhibit so that the unit never jumps."""
        whole = total(self.measure, rows_of(self.exhibit)) or 0
        return self.measure.how == "sum" and whole >= MILLION

    def split(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The months in view before the event, and from it on."""
        event = self.exhibit.event.month if self.exhibit.event else ""
        return (
            tuple(m for m in self.months if m < event),
            tuple(m for m in self.months if m >= event),
        )

    def over(self, months: Sequence[str]) -> float | None:
        return total(self.measure, self._rows(self.projects, months))

    def monthly(self) -> list[float | None]:
        return self._by_month(self.projects)

    def comparison(self) -> list[float | None]:
        """All projects month by month, to set one project against; sums as their average."""
        every = projects_in(self.exhibit)
        by = len(every) if self.measure.how == "sum" else 1
        values = self._by_month(every)
        return [None if value is None else value / by for value in values]

    def say(self, value: float | None, *, bare: bool = False) -> str:
        return amount(value, self.measure, self.language, millions=self.millions, bare=bare)

    def _by_month(self, projects: Sequence[str]) -> list[float | None]:
        parts = dict(iter(self._rows(projects, self.months).groupby("month")))
        return [total(self.measure, parts[month]) for month in self.months]

    def _rows(self, projects: Sequence[str], months: Sequence[str]) -> "DataFrame":
        rows = rows_of(self.exhibit)
        return rows[rows[self.exhibit.by].isin(projects) & rows["month"].isin(months)]


def view_of(
    exhibit: Exhibit,
    measure_key: str,
    projects: Sequence[str] = (),
    months: Sequence[str] = (),
    language: Language = "en",
) -> View:
    """A view, checked; no projects and no months mean all of them."""
    measure = next((m for m in exhibit.measures if m.key == measure_key), None)
    if measure is None:
        known = ", ".join(m.key for m in exhibit.measures)
        raise ContentError(exhibit.key, measure_key, "there is no such measure", f"Use: {known}.")
    every, always = projects_in(exhibit), months_in(exhibit)
    return View(
        exhibit,
        measure,
        tuple(p for p in every if not projects or p in projects),
        tuple(m for m in always if not months or m in months),
        language,
    )


def periods(exhibit: Exhibit, language: Language) -> list[tuple[str, tuple[str, ...]]]:
    """The stretches of time worth offering: all, before, after, six months each side."""
    months = months_in(exhibit)
    event = exhibit.event.month if exhibit.event else ""
    at = next((i for i, month in enumerate(months) if month >= event), 0)
    choices = [months]
    if 0 < at < len(months):
        choices += [months[:at], months[at:], months[max(0, at - 6) : at + 6]]
    return [(stretch(choice, language), choice) for choice in choices]


def table_exhibit(view: View) -> list[tuple[str, ...]]:
    """Month and value, heading first; beside one project's value that of its line."""
    say, title = wording(view.language), view.measure.title[view.language]
    columns = [view.monthly()]
    heads = [say("case.month"), title]
    if len(view.projects) == 1:
        columns.append(view.comparison())
        heads.append(beside(view))
    rows = zip(view.months, *columns, strict=True)
    told = [(month_name(month, view.language), *map(view.say, values)) for month, *values in rows]
    return [tuple(heads), *told]


def beside(view: View) -> str:
    """What the line beside one project's bars is."""
    entry = "average" if view.measure.how == "sum" else "all"
    return wording(view.language)(f"chart.beside_{entry}", count=len(projects_in(view.exhibit)))


def stretch(months: Sequence[str], language: Language) -> str:
    """`October 2024 to September 2025`."""
    first, last = month_name(months[0], language), month_name(months[-1], language)
    return wording(language)("chart.stretch", first=first, last=last)
