"""The guest answers of Noor Coast Hotels by hotel and year, as the customer lab shows them."""

import functools

from course.content.series import load_figures

HOTELS = ("marina", "creek", "deira", "airport")
YEARS = ("2024", "2025")


@functools.cache
def yearly(column: str) -> dict[tuple[str, str], int]:
    """A column added up by (hotel, year)."""
    found: dict[tuple[str, str], int] = {}
    for row in load_figures("noor-coast-hotels"):
        place = row["hotel"], row["month"][:4]
        found[place] = found.get(place, 0) + int(row[column])
    return found
