"""What a sentence is and how it means its words: said, denied, asked, supposed, of another."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from course.reading.negation import CONTRADICTED
from course.reading.text import arabic_share
from course.reading.wordlists import word_set

if TYPE_CHECKING:
    from course.reading.reading import Hit, Reading

Range = tuple[int, int]  # words, from the first to past the last
# What a sentence does with its words: it says or denies them; asks; tells of others or of the
# standard; supposes, reports or refuses them; or makes a rule for a failure.
Stance = Literal["said", "denied", "asked", "of-others", "not-meant", "rule"]

# A denial, a "without" and a word of neglect cancel by twos: "no one may bypass a requirement",
# "never without". Each kind counts once in a scope: "no manager and no client" denies once.
DENIALS = ("denies", "goes-without", "neglects")
_AFTER = 9  # words after which a denial no longer looks back
_STEEP = 10
_UNLISTED = 0.25
_PROSE = 0.18  # policy prose we read runs from 0.25 to 0.50 function words; lists stay under 0.18
_STOPS = re.compile(r"[,;.،؛]")


class Grammar:
    """Answers for one reading what its sentences are; each answer is worked out once."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._page = reading, reading.page
        self._sentences = [token.sentence for token in reading.tokens]
        self._says: dict[int, bool] = {}
        self._starts: dict[int, list[int]] = {}

    def words(self, sentence: int) -> Range:
        first = bisect_left(self._sentences, sentence)
        return first, bisect_left(self._sentences, sentence + 1, first)

    def lead(self, sentence: int) -> Range | None:
        """The words of the line that a list item hangs on."""
        lead = self._page.units[sentence].lead
        if lead is None:
            return None
        found = self._reading.place(self._page.place(lead))
        return (found.first, found.last + 1) if found else None

    def inside(self, concept: str, within: Range) -> list[Hit]:
        """Where a concept stands between two words."""
        hits = self._reading.find(concept)
        first = bisect_left(hits, within[0], key=lambda hit: hit.first)
        past = bisect_left(hits, within[1], first, key=lambda hit: hit.first)
        return [hit for hit in hits[first:past] if hit.last < within[1]]

    # ---------------------------------------------------------------- sentences

    def says(self, sentence: int) -> bool:
        """Whether a line says something: a verb, and enough small words between the large."""
        if sentence not in self._says:
            self._says[sentence] = self._is_sentence(sentence)
        return self._says[sentence]

    def _is_sentence(self, number: int) -> bool:
        unit, span, lead = self._page.units[number], self.words(number), self.lead(number)
        text = self._page.folded[unit.start : unit.end]
        count = len(text.split())
        if count < 2 or (count < 3 and lead is None and not self._we(span)):
            return False
        if self._verb(span) or self._opens(span) or (lead and self._verb(lead)):
            prose = self._prose(span, count) >= _PROSE
            return count < _STEEP or prose or arabic_share(text) > 0.5
        # A verb nobody listed: "Tamr Oasis roasts cashews in Liwa for hotels."
        stopped = self._page.folded[unit.end : unit.end + 1] in (".", "!")
        return stopped and count >= 5 and self._prose(span, count) >= _UNLISTED

    def _prose(self, span: Range, count: int) -> float:
        """The share of English function words."""
        return len(self.inside("small-word", span)) / count

    def _verb(self, span: Range) -> bool:
        return bool(self.inside("subject-or-verb", span) or self.inside("verb-form", span))

    def _we(self, span: Range) -> bool:
        """ "We improve", or the Arabic verb that says "we" by itself."""
        first = self._reading.tokens[span[0]].norm if span[0] < span[1] else ""
        return first == "we" or self._begins("verb-form", span)

    def _opens(self, span: Range) -> bool:
        return self._begins("opening-verb", span)

    def _begins(self, concept: str, span: Range) -> bool:
        hits = self.inside(concept, span)
        return bool(hits) and hits[0].first == span[0]

    # ---------------------------------------------------------------- who speaks

    def ours(self, sentence: int) -> bool:
        """Named as ours, hung on a line that is ours, or said as an order: "Meet the drawings"."""
        span, lead = self.words(sentence), self.lead(sentence)
        named = any(
            self.inside("ourselves", part) or self.inside("verb-form", part)
            for part in (span, lead)
            if part
        )
        return named or self.orders(sentence)

    def orders(self, sentence: int) -> bool:
        first, past = self.words(sentence)
        word = self._reading.tokens[first].norm if first < past else ""
        return word in word_set("order-word") or word.endswith("ing")

    # ---------------------------------------------------------------- what is meant

    def stance(self, hit: Hit, *, after: bool = True) -> Stance:
        """How a sentence means these words; `after` also reads what follows them."""
        number = self._reading.sentence(hit)
        scope = self.scope(hit.first)
        if self._page.units[number].asks:
            return "asked"
        if self._reading.denied[hit.first] > CONTRADICTED:
            return "not-meant"
        if self._of_others(number, scope):
            return "of-others"
        denied = self.odd((scope[0], hit.first)) != self._lead_denies(number)
        if after and self.denied_after(hit):
            denied = not denied
        if self._reading.denied[hit.first] == CONTRADICTED:  # "It is not true that we …"
            denied = not self.inside("neglects", (scope[0], hit.first))
        if denied and self._begins("when-or-if", scope):
            return "rule"  # "when a requirement is not met, we stop": a rule about failure
        return "denied" if denied else "said"

    def _of_others(self, number: int, scope: Range) -> bool:
        """What others do, or what the standard says."""
        others = self._begins("others-act", scope)
        return others or bool(self.inside("about-the-standard", self.words(number)))

    def odd(self, within: Range) -> bool:
        """Whether the words between deny, all told."""
        return sum(bool(self.inside(kind, within)) for kind in DENIALS) % 2 == 1

    def _lead_denies(self, sentence: int) -> bool:
        lead = self.lead(sentence)
        return lead is not None and self.odd(lead)

    def denied_after(self, hit: Hit) -> Hit | None:
        """What follows these words and denies them: "… is not our priority"."""
        past = min(self.scope(hit.first)[1], hit.last + 1 + _AFTER + 6)
        for found in self.inside("denied-after", (hit.last + 1, past)):
            between = self._reading.text[self._reading.span(hit)[1] : self._reading.span(found)[0]]
            if found.first - hit.last <= _AFTER and not _STOPS.search(between):
                return found
        return None

    def denial(self, hit: Hit) -> Hit:
        """From the denying word to the end of what is denied, for quoting."""
        ahead = (self.scope(hit.first)[0], hit.first)
        before = [found.first for kind in DENIALS for found in self.inside(kind, ahead)]
        after = self.denied_after(hit)
        first = min(before, default=hit.first)
        return hit._replace(first=first, last=after.last if after else hit.last)

    def scope(self, word: int) -> Range:
        """The words around one that a denial reaches: up to the next turn of thought."""
        number = self._reading.tokens[word].sentence
        if number not in self._starts:
            self._starts[number] = self._scope_starts(self.words(number))
        starts = [*self._starts[number], self.words(number)[1]]
        at = bisect_left(starts, word + 1) - 1
        return starts[at], starts[at + 1]

    def _scope_starts(self, span: Range) -> list[int]:
        starts = {span[0]}
        starts.update(hit.first for hit in self.inside("turn", span))
        conditions = {hit.first for hit in self.inside("when-or-if", span)}
        starts |= conditions
        starts.update(
            self._with_and(hit.first)
            for hit in self.inside("speaks-anew", span)
            if hit.first > span[0] and self._joined(hit.first)
        )
        conditional = span[0] in conditions
        for word in range(span[0] + 1, span[1]):
            before = self._before(word)
            if ";" in before or "؛" in before or (conditional and ("," in before or "،" in before)):
                starts.add(word)
            if word in starts:
                conditional = word in conditions
        return sorted(starts)

    def _before(self, word: int) -> str:
        """What stands between a word and the one before it."""
        tokens = self._reading.tokens
        return self._reading.text[tokens[word - 1].end : tokens[word].start]

    def _joined(self, word: int) -> bool:
        return "," in self._before(word) or self._reading.tokens[word - 1].norm == "and"

    def _with_and(self, word: int) -> int:
        return word - 1 if self._reading.tokens[word - 1].norm == "and" else word
