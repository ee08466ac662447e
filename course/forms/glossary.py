"""The glossary: the course's terms, by their letter, and found as one types."""

from collections.abc import Iterable
from itertools import groupby

from course.content import Language, Term, load_glossary
from course.forms.form import Form, block, live, text_line
from course.forms.html import aloud, escape
from course.reading import concept, normal

_LEAST = 3  # letters that stay of an Arabic word without its article


class Glossary(Form):
    """All of it until something is looked for; a term is found in either language."""

    def __init__(self) -> None:
        super().__init__()
        say = self.say
        self.asked = text_line(say("glossary.look"))
        self.shown = live("")
        head = block(f"<h2>{escape(say('glossary.title'))}</h2>")
        self.children = [head, self.asked, self.shown]
        self.asked.observe(lambda change: self._find(change["new"]), "value")
        self._find("")

    def _find(self, words: str) -> None:
        wanted, terms = normal(words.strip()), list(load_glossary().values())
        if not wanted:
            count = escape(self.say("glossary.count", count=len(terms)))
            self.shown.value = f"<p class='course-aloud'>{count}</p>{self._leaf(terms)}"
            return
        found = [term for term in terms if self._has(term, wanted)]
        if not found:
            none = escape(self.say("glossary.none", words=words.strip()[:60]))
            self.shown.value = f"<p>{none}</p>"
            return
        many = aloud(self.say("glossary.found", count=len(found))) if found[1:] else ""
        self.shown.value = many + "".join(map(self._row, found[:12]))

    def _has(self, term: Term, wanted: str) -> bool:
        texts = (term.term.en, term.term.ar, term.means[self.language])
        return any(wanted in normal(text) for text in texts)

    def _leaf(self, terms: Iterable[Term]) -> str:
        """Every term, below the letter its word begins with."""
        placed = sorted((self._place(term), term.key) for term in terms)
        glossary, shown = load_glossary(), ""
        for letter, places in groupby(placed, lambda one: one[0][0]):
            rows = "".join(self._row(glossary[key]) for _, key in places)
            shown += f"<h3>{escape(letter.upper())}</h3>{rows}"
        return shown

    def _place(self, term: Term) -> str:
        """The term as its letters sort it: in Arabic without the article."""
        words = normal(term.term[self.language])
        for article in concept("stem-prefix").ar:
            if words.startswith(article) and len(words.split()[0]) - len(article) >= _LEAST:
                return words.removeprefix(article)
        return words

    def _row(self, term: Term) -> str:
        other: Language = "ar" if self.language == "en" else "en"
        return (
            f"<p><b>{escape(term.term[self.language])}</b> <span class='course-small'>"
            f"<bdi lang='{other}'>{escape(term.term[other])}</bdi></span><br>"
            f"{escape(term.means[self.language])}</p>"
        )
