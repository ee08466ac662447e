"""The learner's words as advice says them back: whole phrases, each once."""

import re
from collections.abc import Iterable

from course.judging.criterion import Quote
from course.reading import Reading, Span, joined, word_set

MOST = 90  # letters of one phrase
PHRASES = 6
NEAR = 40  # letters between words that belong together


class Quotes:
    """Says words of one text back."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.page.plain
        page = reading.page
        self._comma = "، " if page.arabic and not page.latin else ", "

    def quoted(self, groups: list[list[Span]], way: Quote) -> str:
        """The words found, by kind, said back in one way."""
        spans = sorted(span for group in groups for span in group)
        if not spans:
            return ""
        if way == "run":
            return self.words(self._run(spans))
        if way == "first":
            return self.words(groups[0][0] if groups[0] else spans[0])
        if way == "through":
            return self.words(self._through(groups[0]))
        if way == "firsts":
            firsts = [self._joined(group)[0] for group in groups if group]
            return self._comma.join(self._phrases(firsts))
        return self._comma.join(self._phrases(spans))

    def words(self, span: Span, most: int = MOST) -> str:
        """The words of a span, shortened at a word's end."""
        said = " ".join(self._text[slice(*span)].split())
        return said if len(said) <= most else said[:most].rsplit(" ", 1)[0] + " …"

    def _through(self, group: list[Span]) -> Span:
        """From the first words to those they belong to, if both stand in one sentence."""
        first, *more = group
        for other in more[:1]:
            start, end = min(first, other)[0], max(first[1], other[1])
            if not re.search(r"[.!?؟]\s|\n", self._text[start:end]):
                return start, end
        return first

    def _run(self, spans: list[Span]) -> Span:
        """The first words, on to neighbours close by."""
        start, end = spans[0]
        for following in spans[1:]:
            if following[0] - end > NEAR or "\n" in self._text[end : following[0]]:
                break
            end = max(end, following[1])
        return start, end

    def _phrases(self, spans: Iterable[Span]) -> list[str]:
        """What the spans say, in order; a phrase within a longer one is not said again."""
        said = [self.words(span) for span in self._joined(spans)]
        folded = [" " + " ".join(re.findall(r"\w+", words.casefold())) + " " for words in said]
        kept = [
            words
            for at, words in enumerate(said)
            if folded[at] not in folded[:at]
            and not any(folded[at] in other and folded[at] != other for other in folded)
        ]
        return kept[:PHRASES]

    def _joined(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Spans in order, without a small word at the end; neighbours become one."""
        return joined(map(self._trimmed, spans), self._text)

    def _trimmed(self, span: Span) -> Span:
        start, end = span
        while (found := re.search(r"[ ,]+(\w+)$", self._text[start:end])) and (
            found[1].casefold() in word_set("small-end")
        ):
            end = start + found.start()
        return start, end
