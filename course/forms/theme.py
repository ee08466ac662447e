"""The style sheet of every page, from the house's colours and sizes."""

import functools
from pathlib import Path

from course.content import house

TOKENS = {
    "ink": house.INK,
    "muted": house.MUTED,
    "paper": house.PAPER,
    "sand": house.SAND,
    "teal": house.TEAL,
    "teal-tint": house.TEAL_TINT,
    "met": house.MET,
    "met-tint": house.MET_TINT,
    "partly": house.PARTLY,
    "partly-tint": house.PARTLY_TINT,
    "missing": house.MISSING,
    "missing-tint": house.MISSING_TINT,
    "note": house.NOTE,
    "note-tint": house.NOTE_TINT,
    "line": house.FIELD_LINE,
    "grid": house.GRID,
    "radius": f"{house.RADIUS_PX}px",
    "page": f"{house.PAGE_PX}px",
    "sans": '"Noto Sans", "Segoe UI", system-ui, sans-serif',
    "type": f"{house.TEXT_PX}px/1.55 var(--sans)",
}


@functools.cache
def style_sheet() -> str:
    """The whole style sheet: the tokens as custom properties, then the rules."""
    tokens = "".join(f"--{name}: {value};" for name, value in TOKENS.items())
    rules = Path(__file__).with_name("course.css").read_text(encoding="utf-8")
    return f":root {{{tokens}}}\n{rules}"
