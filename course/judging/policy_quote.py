"""The learner's words as advice says them back: whole phrases, each once."""

import re

from course.judging.policy_draft import Draft
from course.reading.text import Span

_SMALL_END = re.compile(
    r"(?:[ ,]+(?:a|an|the|and|or|of|in|on|at|to|by|for|from|with|who|which|that|we|our|is|are"
    r"|as))+$"
)


def phrases(draft: Draft, spans: list[Span], most: int = 6) -> list[str]:
    """What the spans say, in order; a phrase within a longer one is not said again."""
    said = [draft.words(span) for span in joined_up(draft, spans)]
    folded = [" " + " ".join(re.findall(r"\w+", words.casefold())) + " " for words in said]
    kept = [
        words
        for at, words in enumerate(said)
        if folded[at] not in folded[:at]
        and not any(folded[at] in other and folded[at] != other for other in folded)
    ]
    return kept[:most]


def in_a_row(draft: Draft, said: list[str]) -> str:
    """The phrases in a row, with the comma of their script."""
    return ("، " if draft.arabic and not draft.latin else ", ").join(said)


def joined_up(draft: Draft, spans: list[Span]) -> list[Span]:
    """Spans in order, without a small word at the end; neighbours and overlaps become one."""
    joined: list[Span] = []
    for start, end in sorted(_trimmed(draft, span) for span in spans):
        between = draft.folded[joined[-1][1] : start] if joined else ""
        if joined and (start <= joined[-1][1] or between == " "):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _trimmed(draft: Draft, span: Span) -> Span:
    small = _SMALL_END.search(draft.folded[slice(*span)])
    return (span[0], span[0] + small.start()) if small else span
