"""How strong evidence of leadership is: an opinion, an activity, or a decision one can check.

Four steps, each asking for more than the one before:
0 nothing or an opinion; 1 an activity; 2 an activity with a date or a figure; 3 a decision
that cost something, with a date or a figure.
"""

from course.judging import record_facts as facts
from course.judging import record_words as said
from course.reading.text import words

STRONGEST = 3


def strength(evidence: str) -> tuple[int, str]:
    """The step reached, 0 to 3, and the reason that says what the next one needs."""
    evidence = evidence[: facts.LONGEST]
    if facts.empty(evidence):
        return 0, "missing"
    dated = facts.has_date(evidence) or facts.has_number(evidence)
    decided = facts.says(said.COSTLY, evidence)
    if decided and dated:
        return 3, "met"
    if decided:
        return 2, "undated-decision"
    if facts.says(said.OPINIONS, evidence) and not dated:
        return 0, "opinion"
    if dated and len(words(evidence)) >= 4:
        return 2, "no-decision"
    return (1, "activity") if len(words(evidence)) >= 3 else (0, "thin")
