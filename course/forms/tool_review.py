"""Shows what a tool's review found, with its clause and one next step each."""

from collections.abc import Sequence

from course.content import Wording, label
from course.forms.claim_rows import claimed
from course.forms.html import escape, row
from course.judging import Verdict
from course.judging.claims import Claimable


def well_line(named: Sequence[str], say: Wording) -> str:
    """What is well is only named."""
    words = escape(say("tool.well", things=" · ".join(named))) if named else ""
    return f"<p class='course-small'>{words}</p>" if words else ""


def review_rows(findings: Sequence[Verdict], area: str, say: Wording) -> str:
    """One row a finding; its words are the entry `<area>.<key>.<reason>`."""
    return "".join(_row(finding, area, say) for finding in findings)


def open_rows(findings: Sequence[Verdict], area: str, say: Wording) -> str:
    """Rows for what could be better; what is well is only named."""
    well = [say(f"{area}.{finding.key}.title") for finding in findings if finding.met]
    rows = review_rows([finding for finding in findings if not finding.met], area, say)
    return rows + well_line(well, say)


def titled(words: str, body: str) -> str:
    return f"<h3>{escape(words)}</h3>{body}" if body else ""


def remark(words: str) -> str:
    return f"<p class='course-note'>{escape(words)}</p>"


def claim_row(found: Claimable, area: str, say: Wording, under: str = "") -> str:
    """A finding of which the learner may claim that a sentence, `under` a field, says it."""
    finding = found.verdict
    advice = claimed(found, say, under) if found.claimed else _advice(finding, area, say)
    small = label(finding.clauses, say.language)
    return row(found.state, say, say(f"{area}.{finding.key}.title"), small, advice)


def _row(finding: Verdict, area: str, say: Wording) -> str:
    return claim_row(Claimable(finding), area, say)


def _advice(finding: Verdict, area: str, say: Wording) -> str:
    own = f"{area}.{finding.key}.{finding.reason}"
    entry = own if say.has(own) else f"rule.answer.{finding.reason}"
    return escape(say(entry, **finding.facts))
