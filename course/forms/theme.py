"""The style sheet of every page, from the house's colours and sizes."""

import functools
from collections.abc import Mapping
from pathlib import Path

from course.content import house

HERE = Path(__file__).parent
_ROOT_PX = 16  # one rem, where nobody asked for larger letters

TOKENS = {
    **house.LIGHT,
    "plate": house.PAPER,  # behind pictures that were drawn on white
    "radius": f"{house.RADIUS_PX}px",
    # Sizes of words, and of what holds them, grow with the letters a reader asks for.
    "page": f"{house.PAGE_PX / _ROOT_PX:g}rem",
    "sans": '"Noto Sans", "Segoe UI", system-ui, sans-serif',
    "type": f"{house.TEXT_PX / _ROOT_PX:g}rem/1.55 var(--sans)",
}


@functools.cache
def style_sheet() -> str:
    """The whole style sheet: the tokens as custom properties, then the rules."""
    rules = (HERE / "course.css").read_text(encoding="utf-8")
    return f":root {{{_properties(TOKENS)}}}\n{rules}"


@functools.cache
def dark_sheet() -> str:
    """The colours of a dark screen, for pages that let a reader choose: see display.js.

    Until one chooses, the system's wish holds. JupyterLab is not told of it: its own look is light.
    """
    tokens = _properties(house.DARK) + "color-scheme: dark;"
    return (
        f"@media screen and (prefers-color-scheme: dark) {{"
        f":root:not([data-colours=light]) {{{tokens}}}}}\n"
        f"@media screen {{:root[data-colours=dark] {{{tokens}}}}}\n"
    )


def _properties(tokens: Mapping[str, str]) -> str:
    return "".join(f"--{name}: {value};" for name, value in tokens.items())
