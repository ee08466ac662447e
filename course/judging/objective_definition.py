"""Whether a measure is defined so that two people would count the same."""

from course.judging import record_facts as facts
from course.judging.record_words import COUNTS, SOURCE
from course.reading.text import words


def definition_reason(definition: str) -> str:
    """The reason of the finding: `met`, or what two people would still argue about."""
    if facts.empty(definition):
        return "missing"
    if len(words(definition)) < 5:
        return "name-only"
    if not facts.says(COUNTS, facts.folded(definition)):
        return "no-border"
    return "met" if facts.says(SOURCE, definition) else "no-source"
