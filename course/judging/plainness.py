"""How long and how heavy the sentences are: what one can count on paper."""

import re

from course.judging.noted import Measured
from course.judging.quotes import Quotes
from course.reading import Reading, Span

LONGEST = 30  # words a sentence may have before a listener loses its start
MOST_SENTENCES = 8  # what the lesson asks for; a shift remembers fewer
LONG_WORD = 10  # letters from which a word counts as long
JUDGED = 12  # Latin words before their length says anything; Arabic words are not measured
LONG_SHARE = 0.22  # of all words; a plain notice has 0.05 to 0.15, a clause recited 0.25 and more


class Plainness:
    """The longest sentence, the share of long words, and how many sentences there are."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._page = reading, reading.page
        units = enumerate(self._page.units)
        self._said = [(n, unit) for n, unit in units if reading.grammar.says(n)]
        self._texts = [self._page.folded[unit.start : unit.end] for _, unit in self._said]
        words = [word for text in self._texts for word in re.findall(r"[^\W\d_]+", text)]
        self._latin = [word for word in words if word.isascii()]

    def sentences(self) -> Measured:
        return Measured([] if self._said else None)

    def measured(self) -> Measured:
        return Measured([] if len(self._latin) >= JUDGED else None)

    def long_words(self) -> Measured:
        enough = len(self._latin) >= JUDGED
        return Measured([] if enough and self._share > LONG_SHARE else None)

    def long_sentence(self) -> Measured:
        if not self._said:
            return Measured(None)
        longest = max(self._said, key=lambda said: self._count(said[0]))[0]
        count, span = self._count(longest), self._reading.sentences[longest]
        return Measured([span] if count > LONGEST else None, self._facts(count, span))

    def many_sentences(self) -> Measured:
        """How many sentences; the line with version and date is no part of them."""
        count = sum(not document_line(self._reading, number) for number, _ in self._said)
        facts = {"count": f"{count:,}", "limit": str(MOST_SENTENCES)}
        return Measured([] if count > MOST_SENTENCES else None, facts)

    @property
    def _share(self) -> float:
        heavy = sum(len(word) >= LONG_WORD for word in self._latin)
        return heavy / len(self._latin) if self._latin else 0.0

    def _count(self, number: int) -> int:
        unit = self._page.units[number]
        return len(self._page.folded[unit.start : unit.end].split())

    def _facts(self, count: int, span: Span) -> dict[str, str]:
        return {
            "longest": f"{count:,}",
            "limit": str(LONGEST),
            "share": str(round(100 * self._share)),
            "letters": str(LONG_WORD),
            "words": Quotes(self._reading).words(span, 60),
        }


def document_line(reading: Reading, number: int) -> bool:
    """A line about the document rather than in it: its version, its date, who approved it."""
    span = reading.grammar.words(number)
    return any(reading.grammar.inside(name, span) for name in ("version-number", "issue-date"))
