"""What a company makes, for whom and where: told by where the words stand, not by which."""

import functools
import re
from collections.abc import Iterable
from itertools import pairwise

from course.reading import Reading, Span, Token, concept, is_arabic, normal, tokenise, word_set

_CAPITALS = re.compile(r"(?:[A-Z][\w'-]+)(?: [A-Z][\w'-]+)*")
_LONGEST = 12  # words from the verb to the end of what is made, or from there to for whom
_PHRASE = 4  # words of one thing: "cold rooms for flowers" is told in two
_WRITTEN_ONTO = 5  # letters from which an Arabic word may have its "for" written onto it


class Made:
    """The objects of making and doing, those behind "for", and names of places behind "in".

    `names` are where the company itself is named: "Tamr Oasis roasts cashews".
    """

    def __init__(self, reading: Reading, names: Iterable[Span]) -> None:
        self._reading, self._tokens = reading, reading.tokens
        self._names = [end for _, end in names]

    @functools.cached_property
    def things(self) -> list[Span]:
        return [self._span(first, past) for first, past in self._things]

    @functools.cached_property
    def receivers(self) -> list[Span]:
        found = (self._receiver(past) for _, past in self._things)
        return [self._span(*words) for words in found if words]

    @functools.cached_property
    def places(self) -> list[Span]:
        """Capitals behind "in", where capitals mark names."""
        found = []
        for hit in self._reading.find("stands-before-a-place"):
            start = self._reading.span(hit)[1]
            match = _CAPITALS.match(self._reading.text, start + 1)
            if match and not _no_place(match[0]):
                found.append(match.span())
        return found

    @functools.cached_property
    def _things(self) -> list[tuple[int, int]]:
        after = [hit.last + 1 for hit in self._reading.find("we-make")]
        after += [
            hit.last + 1
            for hit in self._reading.find("makes")
            if any(0 <= self._tokens[hit.first].start - end <= 1 for end in self._names)
        ]
        return [words for first in sorted(after) if (words := self._listed(first))]

    def _receiver(self, start: int) -> tuple[int, int] | None:
        """The first that follows "for", be it a word or written onto one."""
        for at in range(start, min(start + _LONGEST, len(self._tokens))):
            if self._tokens[at].sentence != self._tokens[start - 1].sentence:
                break
            if self._tokens[at].norm in word_set("stands-before-whom"):
                return self._listed(at + 1)
            if self._onto(self._tokens[at].norm):
                return self._listed(at, onto=True)
        return None

    def _listed(self, first: int, *, onto: bool = False) -> tuple[int, int] | None:
        """The things of a list, from the first word on, up to one that says nothing of its own."""
        end = first
        while end - first < _LONGEST and not self._ends(end, first, onto=onto):
            end += 1
        past = first
        for start, stop in pairwise([first, *filter(self._parts, range(first + 1, end)), end]):
            if not self._tells(start, stop) or (stop == end and self._acted_on(end)):
                break
            past = stop
        while past > first and self._tokens[past - 1].norm in word_set("joins-things"):
            past -= 1
        return (first, past) if past > first else None

    def _ends(self, at: int, first: int, *, onto: bool) -> bool:
        """Whether the list is over here: a stop, a small word, a verb, or an Arabic "for"."""
        if at == len(self._tokens) or self._tokens[at].sentence != self._tokens[first - 1].sentence:
            return True
        norm = self._tokens[at].norm
        if norm in word_set("list-is-over") or re.search(r"[.;:!?؛؟()\n]", self._between(at)):
            return True
        if self._reading.grammar.inside("verb-form", (at, at + 1)):
            return True
        return not (onto and at == first) and self._onto(norm)

    def _parts(self, at: int) -> bool:
        """Whether another thing of the list begins here."""
        joined = self._tokens[at - 1].norm in word_set("joins-things")
        return joined or bool(re.search("[,،]", self._between(at)))

    def _tells(self, start: int, past: int) -> bool:
        """Whether these words name a thing one could see."""
        words = [
            word for word in self._tokens[start:past] if word.norm not in word_set("joins-things")
        ]
        if not 0 < len(words) <= _PHRASE:
            return False
        noun = words[0] if is_arabic(words[0].norm[0]) else words[-1]
        return not self._vague(noun)

    def _acted_on(self, past: int) -> bool:
        """ "We make doors and fit them": to fit is no thing that is made."""
        return past < len(self._tokens) and self._tokens[past].norm in word_set("thing-again")

    def _vague(self, word: Token) -> bool:
        small = word_set("function-word", "function-word-arabic")
        return word.norm in small or word.stem in _vague_stems()

    def _onto(self, norm: str) -> bool:
        return len(norm) >= _WRITTEN_ONTO and norm.startswith(concept("for-written-onto").ar[0])

    def _between(self, at: int) -> str:
        return self._reading.text[self._tokens[at - 1].end : self._tokens[at].start]

    def _span(self, first: int, past: int) -> Span:
        return self._tokens[first].start, self._tokens[past - 1].end


@functools.cache
def _vague_stems() -> frozenset[str]:
    return frozenset(tokenise(term)[0][0].stem for term in concept("tells-little").terms)


def _no_place(name: str) -> bool:
    """A month, a language, an office: named by capitals, and none can be gone to."""
    known = word_set("capital-but-no-place")
    return normal(name) in known or normal(name.split()[0]) in known
