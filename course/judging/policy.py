"""Reviews a quality policy a director drafts: requirement by requirement, word by word."""

from dataclasses import dataclass

from course.content import EDITIONS, Edition
from course.judging.criterion import Criterion
from course.judging.own_words import Company
from course.judging.plainness import document_line
from course.judging.policy_flags import kind_flags, language_flags
from course.judging.review import Judge, at_most
from course.judging.rulebook import Rulebook, rulebook
from course.judging.verdict import Verdict
from course.reading import Reading, Span, read_plainly

__all__ = ["Company", "PolicyReview", "review_policy", "title_entry"]

_UNREADABLE = ("empty", "other-script", "other-language")
# Characters that are reviewed, some 3,000 words: a book that is pasted must not freeze the form,
# and a policy of that length is told that it is too long, whatever follows.
LONGEST = 20_000
SEVERAL = 3  # one phrase of the clause is common trade speech; several in a text are a copy


@dataclass(frozen=True)
class PolicyReview:
    """A draft, reviewed. `requirements` and `qualities` are empty where a flag says why."""

    edition: Edition
    requirements: tuple[Verdict, ...]
    qualities: tuple[Verdict, ...]
    hooks: tuple[Span, ...]
    flags: tuple[str, ...]

    def requirement(self, key: str) -> Verdict:
        return next(verdict for verdict in self.requirements if verdict.key == key)

    def quality(self, key: str) -> Verdict:
        """The first verdict of that key; absolutes, slogans and scope may have several."""
        return next(verdict for verdict in self.qualities if verdict.key == key)


def review_policy(
    text: str, company: Company | None = None, edition: Edition = "2015"
) -> PolicyReview:
    """Judge the text for one edition; equal texts get equal reviews."""
    if edition not in EDITIONS:
        raise ValueError(f"there is no edition {edition!r}; choose one of {', '.join(EDITIONS)}")
    reading = read_plainly(text[:LONGEST])
    flags = language_flags(reading)
    if any(flag in _UNREADABLE for flag in flags):
        return PolicyReview(edition, (), (), (), flags)
    book = rulebook("policy")
    judge = Judge(reading, company or Company())
    recital = _Recital(reading, book)
    found = [
        (rule, recital.judged(rule, verdict))
        for rule in book.criteria
        if rule.edition in (None, edition)
        for verdict in judge.verdicts(rule, edition)
    ]
    requirements = tuple(verdict for rule, verdict in found if rule.clause)
    qualities = tuple(verdict for rule, verdict in found if not rule.clause)
    flags += kind_flags(reading, requirements, recited=recital.several)
    return PolicyReview(edition, requirements, qualities, _hooks(reading, judge, book), flags)


def title_entry(verdict: Verdict) -> str:
    """The wording entry that titles a verdict; item a of 5.2.1 asks less in 2026 than in 2015."""
    older = verdict.key == "purpose" and verdict.clauses[0].edition == "2015"
    return f"policy.{verdict.key}.title{'-2015' if older else ''}"


def _hooks(reading: Reading, judge: Judge, book: Rulebook) -> tuple[Span, ...]:
    """The sentences an objective could hang on: they speak of something one can count."""
    countable = judge.found(book.criterion("objectives")).said.get("countable", ())
    return tuple(reading.sentences[n] for n in sorted({reading.sentence(h) for h in countable}))


class _Recital:
    """Text that hands the clause back: the standard's phrases where a promise should be."""

    def __init__(self, reading: Reading, book: Rulebook) -> None:
        places = [reading.find(name) for name in book.recital]
        self.several = sum(map(bool, places)) >= SEVERAL
        copied = {reading.sentence(hit) for hits in places for hit in hits}
        numbers = range(len(reading.sentences))
        said = [n for n in numbers if reading.grammar.says(n) and not document_line(reading, n)]
        self._mostly = 2 * len(copied.intersection(said)) >= len(said)
        self._copied = [reading.sentences[number] for number in copied]

    def judged(self, rule: Criterion, verdict: Verdict) -> Verdict:
        """What rests on the clause's words alone is half said."""
        rests = self._mostly or all(
            any(start <= a and b <= end for start, end in self._copied) for a, b in verdict.spans
        )
        return at_most(rule, verdict) if self.several and rests else verdict
