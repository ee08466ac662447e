"""Reviews a record of a tool field by field, as the tool's own file says each should be judged."""

from collections.abc import Mapping
from dataclasses import replace

from course.content import Edition, Tool
from course.judging.field_rules import judge_field
from course.judging.verdict import Verdict


def review_record(tool: Tool, record: Mapping[str, str], edition: Edition) -> tuple[Verdict, ...]:
    """One verdict a judged field; nothing where nothing has been written yet."""
    if not any(text.strip() for text in record.values()):
        return ()
    found = []
    for group in tool.groups:
        clauses = tuple(ref for ref in group.serves if ref.edition == edition)
        for field in group.fields:
            if not field.rule:
                continue
            said = judge_field(field.rule, record.get(field.key, "").strip())
            found.append(replace(said, key=field.key, clauses=clauses))
    return tuple(found)


def complete(verdicts: tuple[Verdict, ...]) -> bool:
    """Whether there is something, and nothing of it is missing."""
    return bool(verdicts) and all(verdict.state != "missing" for verdict in verdicts)
