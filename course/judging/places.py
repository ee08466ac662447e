"""Looks at each place of an idea in a reading: whether its sentence says what a pattern asks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from course.judging.criterion import Evidence
from course.judging.names import alternatives, literal, polarity
from course.judging.noted import Meeting, Noted
from course.judging.pattern import Pattern
from course.reading import Hit, Range, Reading, Stance

MOST = 30  # places read in one sentence: more is a paste gone wrong, and costs time


AFTERWARDS = 3  # words from the beginning of a sentence within which it goes on from the last


class Places:
    """The places of one reading; what a piece has taken is not looked at again by the rest."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._grammar = reading, reading.grammar
        self._about: dict[str, frozenset[int]] = {}

    def look(self, piece: Evidence, found: Noted, taken: list[Hit]) -> list[Hit]:
        """Note what the piece finds, and give the places it took."""
        own: list[Hit] = []
        for pattern in filter(lambda pattern: pattern.of, piece.any_of):
            for hit in self._of(pattern.of):
                if _touches(hit, own) or (piece.rest and _touches(hit, taken)):
                    continue
                hits = self._meets(pattern, hit)
                if hits and self._note(piece.key, pattern, hits, found):
                    own.append(hit)
        return own

    def _note(self, key: str, pattern: Pattern, hits: Meeting, found: Noted) -> bool:
        """Whether it counts, said or denied."""
        meant = "said" if pattern.however else self._stance(pattern, hits)
        ours = pattern.whose != "ours" or self._grammar.ours(self._reading.sentence(hits.of))
        if meant == "said" and ours:
            found.said.setdefault(key, []).extend(hits.all)
        elif meant == "denied":
            found.denied.setdefault(key, []).extend(hits.all)
            found.denials.append(self._denial(pattern, hits))
        return meant == "denied" or (meant == "said" and ours)

    def _stance(self, pattern: Pattern, hits: Meeting) -> Stance:
        grammar = self._grammar
        if pattern.said_at == "of":
            return grammar.stance(hits.of, after=pattern.looks_on)
        meant = grammar.stance(hits.of, after=False)
        if meant not in ("said", "denied") or not grammar.odd(
            (hits.of.last + 1, hits.after[0].last + 1)
        ):
            return meant
        return "said" if meant == "denied" else "denied"

    def _denial(self, pattern: Pattern, hits: Meeting) -> Hit:
        if pattern.said_at == "after":
            return hits.of._replace(last=hits.after[0].last)
        denial = self._grammar.denial(hits.of)
        return denial._replace(last=max(denial.last, *(hit.last for hit in hits.here)))

    # ---------------------------------------------------------------- one place

    def _of(self, group: str) -> list[Hit]:
        """Every place of one of the concepts, in order, the longer of two that overlap."""
        found = sorted(
            (h for name in alternatives(group) for h in self._reading.find(name)),
            key=lambda hit: (hit.first, -hit.last),
        )
        apart = [hit for i, hit in enumerate(found) if not _touches(hit, found[max(0, i - 1) : i])]
        seen = Counter[int]()
        return [hit for hit in apart if self._counts(seen, self._reading.sentence(hit))]

    def _counts(self, seen: Counter[int], sentence: int) -> bool:
        seen[sentence] += 1
        return seen[sentence] <= MOST and sentence not in self._reading.blank

    def _meets(self, pattern: Pattern, hit: Hit) -> Meeting | None:
        """What a place holds of all that the pattern asks, or None."""
        number = self._reading.sentence(hit)
        span = self._grammar.words(number)
        if not self._fits(pattern, hit, number, span):
            return None
        before = _every(self._before(pattern, g, hit, number, span) for g in pattern.before)
        after = _every(self._after(pattern, group, hit, span) for group in pattern.after)
        beside = _every(self._nearest(self._plain(g, span), hit) for g in pattern.all_of)
        if before is None or after is None or beside is None:
            return None
        return Meeting(hit, before, after, beside)

    def _fits(self, pattern: Pattern, hit: Hit, number: int, span: Range) -> bool:
        says = self._grammar.says(number)
        if pattern.form != "either" and says != (pattern.form == "sentence"):
            return False
        if (pattern.opens and hit.first != span[0]) or (
            pattern.short and span[1] - span[0] > pattern.short
        ):
            return False
        if pattern.about and number not in self._sentences_about(pattern.about):
            return False
        if any(_touches(hit, self._grammar.inside(name, span)) for name in pattern.apart):
            return False
        if pattern.since and not self._goes_on(pattern.since, hit, number, span):
            return False
        if pattern.form == "sentence" and self._reading.page.units[number].asks and pattern.however:
            return False
        return not any(self._plain(group, span) for group in pattern.unless)

    def _goes_on(self, name: str, hit: Hit, number: int, span: Range) -> bool:
        """ "We run a system. We improve it": right after, with nothing nearer that may be meant."""
        near = hit.first - span[0] <= AFTERWARDS
        return near and bool(number and self._grammar.inside(name, self._grammar.words(number - 1)))

    def _plain(self, group: str, span: Range) -> list[Hit]:
        """The places of a group in a sentence; `~a` counts however it is meant."""
        return [
            hit
            for name in alternatives(group)
            for side, key in (polarity(name),)
            for hit in self._grammar.inside(key, span)[:MOST]
            if side == "either" or self._grammar.stance(hit, after=False) == "said"
        ]

    def _before(
        self, pattern: Pattern, group: str, hit: Hit, number: int, span: Range
    ) -> Hit | None:
        """The nearest before, unless what bars it stands between; a list's lead may hold it."""
        names = alternatives(group)
        start = max(span[0], hit.first - pattern.within)
        ahead = (span[0], hit.first)
        near = [h for n in names for h in self._grammar.inside(n, ahead) if h.last >= start]
        near += [h for name in names for h in self._grammar.inside(name, span) if _opens(h, hit)]
        last = max(near, key=lambda one: one.first, default=None)
        if last is None and pattern.lead and (lead := self._grammar.lead(number)):
            led = [h for name in names for h in self._grammar.inside(name, lead)]
            last = max(led, key=lambda one: one.first, default=None)
            between = (start, hit.first)
        else:
            between = (last.last + 1, hit.first) if last else (0, 0)
        return None if self._barred(pattern, between) else last

    def _after(self, pattern: Pattern, group: str, hit: Hit, span: Range) -> Hit | None:
        past = min(span[1], hit.last + 1 + pattern.within)
        names = alternatives(group)
        near = [
            h
            for name in names
            for h in self._grammar.inside(name, (hit.last + 1, span[1]))
            if h.first < past
        ]
        first = min(near, key=lambda one: one.first, default=None)
        return None if first and self._barred(pattern, (hit.last + 1, first.first)) else first

    def _barred(self, pattern: Pattern, between: Range) -> bool:
        return any(
            self._grammar.inside(name, between)
            if not literal(name)
            else literal(name) in self._reading.between(between)
            for group in pattern.bars
            for name in alternatives(group)
        )

    def _nearest(self, hits: Sequence[Hit], to: Hit) -> Hit | None:
        return min(hits, key=lambda hit: abs(hit.first - to.first), default=None)

    def _sentences_about(self, names: str) -> frozenset[int]:
        """Sentences that name a thing, and those right after that refer back to it."""
        if names not in self._about:
            self._about[names] = frozenset(self._naming(alternatives(names)))
        return self._about[names]

    def _naming(self, names: tuple[str, ...]) -> Iterator[int]:
        follows = False
        for number in range(len(self._reading.sentences)):
            span = self._grammar.words(number)
            named = any(self._grammar.inside(name, span) for name in names)
            refers = follows and bool(self._grammar.inside("it", span))
            follows = (named or refers) and self._grammar.says(number)
            if follows:
                yield number


def _every(found: Iterable[Hit | None]) -> list[Hit] | None:
    """All of them; None where one was not found."""
    hits: list[Hit] = []
    for hit in found:
        if hit is None:
            return None
        hits.append(hit)
    return hits


def _opens(one: Hit, other: Hit) -> bool:
    """Whether one hit begins before another and reaches into it."""
    return one.first < other.first <= one.last


def _touches(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(hit.first <= other.last and other.first <= hit.last for other in others)
