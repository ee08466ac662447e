"""How marked work looks: the house's colours, for formgrader and for the feedback page."""

from course.content import Language, house

# The number says it; tint and line only help the eye.
HIGHLIGHT = f"""
.earned {{ color: {house.INK}; padding: 0 1px; text-decoration: underline 2px;
  text-underline-offset: 3px; }}
.earned small {{ font-size: 11px; font-weight: 700; line-height: 1; margin-inline-end: 4px;
  user-select: none; }}
""" + "\n".join(
    f".c{number} {{ background: {tint}; text-decoration-color: {line}; }}"
    f" .c{number} small, .key.c{number} {{ color: {line}; }}"
    for number, (tint, line) in enumerate(house.CRITERIA, 1)
)

# Formgrader and JupyterLab show this inside their own page. The classes keep MathJax from
# reading a learner's dollars as formulas. The first rules are for formgrader: no code, and
# the answer above the score box, as one reads before one marks.
STYLE = f"""<style>
.input_area, .prompt, .nbgrader_cell > .panel-body, .anchor-link {{ display: none; }}
.nbgrader-label {{ font-size: 0; }}
.code_cell:has(.nbgrader_cell) {{ display: flex; flex-direction: column-reverse; }}
.marked {{ color: {house.INK}; font: 15px/1.55 "Noto Sans", "Segoe UI", sans-serif;
  max-width: {house.PAGE_PX}px; margin: 8px 0 28px; overflow-wrap: anywhere; }}
.marked[dir=rtl] {{ font-family: "Noto Naskh Arabic", "Segoe UI", sans-serif; }}
.marked h3 {{ font-size: 19px; margin: 4px 0 8px; }}
.marked .own {{ white-space: pre-wrap; background: {house.SAND}; border-radius: 10px;
  padding: 12px 16px; margin: 6px 0 14px; max-width: 75ch; text-align: start; }}
.marked .small {{ color: {house.MUTED}; font-size: 13px; }}
.marked table {{ border-collapse: collapse; width: 100%; margin: 8px 0; border: 0;
  table-layout: auto; font-size: 14px; }}
.marked th, .marked td {{ text-align: start; vertical-align: top; padding: 6px 10px 6px 0;
  border: 0; border-bottom: 1px solid {house.GRID}; background: none; min-width: 5em; }}
.marked td.number {{ white-space: nowrap; }}
.marked .note {{ background: {house.NOTE_TINT}; color: {house.INK}; border-radius: 10px;
  border-inline-start: 4px solid {house.NOTE}; padding: 8px 14px; margin: 8px 0; }}
.marked summary {{ color: {house.TEAL}; cursor: pointer; }}
.marked .pill {{ border-radius: 999px; padding: 1px 9px; white-space: nowrap; }}
.marked .key {{ border-radius: 4px; padding: 0 5px; font-weight: 700; }}
.marked .met {{ background: {house.MET_TINT}; color: {house.MET}; }}
.marked .partly {{ background: {house.PARTLY_TINT}; color: {house.PARTLY}; }}
.marked .missing {{ background: {house.MISSING_TINT}; color: {house.MISSING}; }}
{HIGHLIGHT}
</style>"""


def block(body: str, language: Language) -> str:
    direction = "rtl" if language == "ar" else "ltr"
    kind = "marked tex2jax_ignore mathjax_ignore"
    return f'{STYLE}<div class="{kind}" lang="{language}" dir="{direction}">{body}</div>'
