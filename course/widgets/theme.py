"""The look of every page, document and chart: each colour and size once."""

import functools
from pathlib import Path

TOKENS = {
    "ink": "#1B2A33",
    "muted": "#52636E",
    "paper": "#FFFFFF",
    "sand": "#F7F3EC",
    "teal": "#0B5C68",
    "teal-tint": "#E3F0F1",
    "met": "#1F6B3B",
    "met-tint": "#E4F2E8",
    "partly": "#8A5A00",
    "partly-tint": "#FBF0DA",
    "missing": "#A3262A",
    "missing-tint": "#FBE9E9",
    "note": "#2F4B8F",
    "note-tint": "#E8ECF7",
    "line": "#7F8C95",
    "sans": '"Noto Sans", "Segoe UI", system-ui, sans-serif',
    "type": "16px/1.55 var(--sans)",
}


@functools.cache
def style_sheet() -> str:
    """The whole style sheet: the tokens as custom properties, then the rules."""
    tokens = "".join(f"--{name}: {value};" for name, value in TOKENS.items())
    rules = Path(__file__).with_name("course.css").read_text(encoding="utf-8")
    return f":root {{{tokens}}}\n{rules}"
