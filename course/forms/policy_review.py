"""Shows what the review of a policy found, with the learner's own words marked."""

from collections.abc import Sequence

from course.content import Wording, label
from course.forms.html import escape, quoted, row
from course.judging import Verdict, title_entry
from course.reading import Span


def findings_table(text: str, findings: Sequence[Verdict], say: Wording) -> str:
    """One row a finding: verdict, what was asked, the words, one next step."""
    return "".join(_row(text, finding, say) for finding in findings)


def objections(text: str, findings: Sequence[Verdict], say: Wording) -> str:
    """A row for what could be better; what is well is only named."""
    well = [say(title_entry(finding)) for finding in findings if finding.met]
    named = escape(say("desk.well", things=" · ".join(well))) if well else ""
    open_ = findings_table(text, [finding for finding in findings if not finding.met], say)
    return f"{open_}<p class='course-small'>{named}</p>"


def _row(text: str, finding: Verdict, say: Wording) -> str:
    advice = escape(say(f"policy.{finding.key}.{finding.reason}", **finding.facts))
    kind = "" if finding.met else "against" if not finding.clauses else ""
    words = quoted(text, finding.spans, kind)
    body = f"{words}<br>{advice}" if words else advice
    small = label(finding.clauses, say.language)
    return row(finding.state, say, say(title_entry(finding)), small, body)


def hooks_list(text: str, hooks: Sequence[Span], say: Wording) -> str:
    """The sentences that an objective could hang on."""
    title = f"<h4>{escape(say('desk.hooks'))}</h4>"
    if not hooks:
        return f"{title}<p>{escape(say('desk.no_hooks'))}</p>"
    shown = "".join(f"<li><bdi>“{escape(text[start:end])}”</bdi></li>" for start, end in hooks)
    return f"{title}<ul>{shown}</ul>"


def notes(flags: Sequence[str], say: Wording) -> str:
    """What the review says of the text as a whole, as advice."""
    return "".join(
        f"<p class='course-note'>{escape(say(f'policy.flags.{flag}'))}</p>" for flag in flags
    )
