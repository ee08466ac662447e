"""How sure the engine is, and who should look. Hand-set weights, not yet fitted to marks."""

from bisect import bisect_right

from course.judging.verdict import Route, Verdict
from course.reading import Reading, arabic_share, joined

SUGGEST, CHECK = 0.8, 0.45
LONG = 25  # words from which finding nothing says more about the lexicon than about the answer
# These say that the words may not be an answer at all: only a trainer can tell.
SERIOUS = frozenset(
    {"copied-prompt", "copied-model", "known-text", "keyword-list", "other-script", "repeated"}
)

# Neither may an answer be raised that only holds the words.
DOUBTED = SERIOUS | {"hollow"}


def certainty(
    reading: Reading, criteria: tuple[Verdict, ...], fuzzy: bool, flags: tuple[str, ...]
) -> float:
    """0 to 1: less for words that earned nothing, near cut-offs, misspellings and flags."""
    if flags == ("empty",):
        return 1.0
    doubt = 0.3 * _unread(reading, criteria) + 0.3 * _undecided(criteria)
    if len(reading.tokens) >= LONG:
        doubt += 0.35 * _silent(criteria)
    doubt += 0.05 * fuzzy + (0.1 if _mixed(reading.text) else 0.0)
    if len(reading.tokens) < 8:
        doubt += 0.1
    confidence = max(0.05, 0.98 - doubt)
    serious = SERIOUS.intersection(flags)
    if serious == {"keyword-list"} and not reading.blank:  # terse, but nothing was left out
        serious = frozenset()
    ceiling = 0.3 if serious else 0.6 if flags else 1.0
    return round(min(confidence, ceiling), 3)


def by_likeness(strength: float, flags: tuple[str, ...]) -> float:
    """0 to 1 for a likeness: surest at both ends, never sure in the middle."""
    if flags == ("empty",):
        return 1.0
    confidence = 0.5 + 0.25 * abs(2 * strength - 1)
    return round(min(confidence, 0.3 if SERIOUS.intersection(flags) else 0.6 if flags else 1.0), 3)


def route(confidence: float, flags: tuple[str, ...]) -> Route:
    """Who should look; a flagged answer never passes unseen."""
    if confidence < CHECK:
        return "trainer"
    return "suggest" if confidence >= SUGGEST and not flags else "check"


def _unread(reading: Reading, criteria: tuple[Verdict, ...]) -> float:
    """The share of sentences in which no criterion found anything."""
    if not reading.sentences:
        return 1.0
    spans = joined(span for criterion in criteria for span in criterion.spans)
    starts = [start for start, _ in spans]
    silent = sum(
        # Of those that begin before the sentence ends, the last ends last.
        not ((before := bisect_right(starts, end - 1)) and spans[before - 1][1] > start)
        for start, end in reading.sentences
    )
    return silent / len(reading.sentences)


def _undecided(criteria: tuple[Verdict, ...]) -> float:
    """The share of criteria that stand between two levels, or were held down."""
    between = sum(
        0 < c.level < c.max_points or "capped" in c.reasons or (bool(c.spans) and not c.level)
        for c in criteria
    )
    return between / len(criteria) if criteria else 1.0


def _silent(criteria: tuple[Verdict, ...]) -> float:
    """The share of criteria for which nothing at all was found."""
    return sum(not c.level for c in criteria) / len(criteria) if criteria else 1.0


def _mixed(text: str) -> bool:
    return 0.15 < arabic_share(text) < 0.85
