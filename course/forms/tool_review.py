"""Shows what a tool's review found, with its clause and one next step each."""

from collections.abc import Sequence

from course.content import Wording, label
from course.forms.html import escape, row
from course.judging import Verdict


def review_rows(findings: Sequence[Verdict], area: str, say: Wording) -> str:
    """One row a finding; its words are the entry `<area>.<key>.<reason>`."""
    return "".join(_row(finding, area, say) for finding in findings)


def open_rows(findings: Sequence[Verdict], area: str, say: Wording) -> str:
    """Rows for what could be better; what is well is only named."""
    well = [say(f"{area}.{finding.key}.title") for finding in findings if finding.met]
    named = escape(say("tool.well", things=" · ".join(well))) if well else ""
    rows = review_rows([finding for finding in findings if not finding.met], area, say)
    return rows + (f"<p class='course-small'>{named}</p>" if named else "")


def titled(words: str, body: str) -> str:
    return f"<h3>{escape(words)}</h3>{body}" if body else ""


def remark(words: str) -> str:
    return f"<p class='course-note'>{escape(words)}</p>"


def _row(finding: Verdict, area: str, say: Wording) -> str:
    advice = escape(say(f"{area}.{finding.key}.{finding.reason}", **finding.facts))
    small = label(finding.clauses, say.language)
    return row(finding.state, say, say(f"{area}.{finding.key}.title"), small, advice)
