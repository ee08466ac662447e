"""Shows what the review of a policy found, with the learner's own words marked."""

from collections.abc import Sequence

from course.content import Wording, label
from course.forms.claim_rows import claimed
from course.forms.html import escape, quotation, quoted, row
from course.judging import Verdict, title_entry
from course.judging.claims import Claimable
from course.judging.deeds import DeedReview
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


def requirement_row(text: str, found: Claimable, say: Wording) -> str:
    """A requirement as the review found it, or as the learner claims it."""
    finding, body = found.verdict, advice(text, found.verdict, say)
    if found.claimed:
        body = claimed(found, say)
    elif found.asked and finding.state == "missing":
        body = escape(say("claim.unsure"))
    small = label(finding.clauses, say.language)
    return row(found.state, say, say(title_entry(finding)), small, body)


def deed_row(deed: DeedReview, advices: Sequence[str], text: str, say: Wording) -> str:
    """What is done around the policy, and what its own words say of that."""
    body = escape(" ".join(advices))
    if deed.said:
        said = advice(text, deed.said, say) if deed.denied else escape(say("deed.said"))
        body += f"<br><span class='course-small'>{said}</span>"
    small = label(deed.whole.clauses, say.language)
    return row(deed.state, say, say(title_entry(deed.whole)), small, body)


def _row(text: str, finding: Verdict, say: Wording) -> str:
    small = label(finding.clauses, say.language)
    body = advice(text, finding, say)
    return row(finding.state, say, say(title_entry(finding)), small, body)


def advice(text: str, finding: Verdict, say: Wording) -> str:
    """The words a finding rests on, and the one next step, as HTML."""
    words = escape(say(f"policy.{finding.key}.{finding.reason}", **finding.facts))
    kind = "" if finding.met else "against" if not finding.clauses else ""
    shown = quoted(text, finding.spans, kind)
    return f"{shown}<br>{words}" if shown else words


def hooks_list(text: str, hooks: Sequence[Span], say: Wording) -> str:
    """The sentences that an objective could hang on."""
    title = f"<h4>{escape(say('desk.hooks'))}</h4>"
    if not hooks:
        return f"{title}<p>{escape(say('desk.no_hooks'))}</p>"
    shown = "".join(f"<li>{quotation(text[start:end])}</li>" for start, end in hooks)
    return f"{title}<ul>{shown}</ul>"


def notes(flags: Sequence[str], say: Wording) -> str:
    """What the review says of the text as a whole, as advice."""
    return "".join(
        f"<p class='course-note'>{escape(say(f'policy.flags.{flag}'))}</p>" for flag in flags
    )
