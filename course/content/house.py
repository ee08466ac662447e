"""Every colour and size, said once: the forms, documents and charts all take them from here."""

INK, MUTED = "#1B2A33", "#52636E"
PAPER, SAND = "#FFFFFF", "#F7F3EC"
TEAL, TEAL_TINT = "#0B5C68", "#E3F0F1"
MET, MET_TINT = "#1F6B3B", "#E4F2E8"
PARTLY, PARTLY_TINT = "#8A5A00", "#FBF0DA"
MISSING, MISSING_TINT = "#A3262A", "#FBE9E9"
NOTE, NOTE_TINT = "#2F4B8F", "#E8ECF7"
FIELD_LINE = "#7F8C95"
REST, GRID = "#9AA7AF", "#E4E8EA"  # a chart's other series, and its lines
SEEN = "#D5DBDF"  # a bar that another bar stands in

# The same by name, as a style sheet gives them; and what each is on a dark screen. Paper is always
# printed from the first.
LIGHT = {
    "ink": INK,
    "muted": MUTED,
    "paper": PAPER,
    "sand": SAND,
    "teal": TEAL,
    "teal-tint": TEAL_TINT,
    "met": MET,
    "met-tint": MET_TINT,
    "partly": PARTLY,
    "partly-tint": PARTLY_TINT,
    "missing": MISSING,
    "missing-tint": MISSING_TINT,
    "note": NOTE,
    "note-tint": NOTE_TINT,
    "line": FIELD_LINE,
    "rest": REST,
    "grid": GRID,
    "seen": SEEN,
}
DARK = {
    "ink": "#E8EDF0",
    "muted": "#A8B5BD",
    "paper": "#14191D",
    "sand": "#1E252A",
    "teal": "#74C5CF",
    "teal-tint": "#173A40",
    "met": "#7FCB97",
    "met-tint": "#17351F",
    "partly": "#E2B45C",
    "partly-tint": "#3A2C10",
    "missing": "#F09A98",
    "missing-tint": "#43201F",
    "note": "#AEBFF0",
    "note-tint": "#222C48",
    "line": "#76848D",
    "rest": "#7E8B93",
    "grid": "#313B42",
    "seen": "#3C474E",
}

# A tint and a line for each criterion of a question; its number stands beside them.
CRITERIA = (
    (TEAL_TINT, TEAL),
    ("#F6E7DA", "#8F4A12"),
    ("#EAE6F6", "#54408F"),
    ("#E4F2E8", "#1F6B3B"),
    ("#F9E6EE", "#8C2358"),
    ("#E6EDF8", "#2F4B8F"),
    ("#F1EEDB", "#665A0B"),
)

# Verdicts always carry their mark and their word, never the colour alone.
MARKS = {"met": "✓", "partly": "◐", "missing": "○"}

RADIUS_PX = 10
PAGE_PX = 860
TEXT_PX, TITLE_PX = 16, 30

# Charts, in the pixels a reader sees; on paper they are drawn at twice that.
CHART_PX = {"wide": (680, 380), "narrow": (360, 360)}
CHART_SCALE = 2
CHART_TITLE_PX, CHART_SUBTITLE_PX, CHART_LABEL_PX = 15, 12.5, 12
CHART_MARGIN_PX = 14
# On paper: it ships with matplotlib, holds Arabic, and so looks the same on every machine.
CHART_FONT = "DejaVu Sans"
