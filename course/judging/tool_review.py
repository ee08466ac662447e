"""Reviews a record of a tool field by field, as the tool's own file says each should be judged."""

from collections.abc import Mapping

from course.content import Edition, Tool
from course.judging import record_facts as facts
from course.judging.field_rules import judge_field
from course.judging.finding import Finding


def review_record(tool: Tool, record: Mapping[str, str], edition: Edition) -> tuple[Finding, ...]:
    """One finding a judged field; nothing where nothing has been written yet."""
    if not any(text.strip() for text in record.values()):
        return ()
    found = []
    for group in tool.groups:
        clauses = tuple(ref for ref in group.serves if ref.edition == edition)
        for field in group.fields:
            if not field.rule:
                continue
            text = record.get(field.key, "").strip()
            said = judge_field(field.rule, text)
            quoted = {"words": facts.short(text)} if text else {}
            found.append(Finding(field.key, said.state, said.reason, (), quoted, clauses))
    return tuple(found)


def complete(findings: tuple[Finding, ...]) -> bool:
    """Whether there is something, and nothing of it is missing."""
    return bool(findings) and all(finding.verdict != "missing" for finding in findings)
