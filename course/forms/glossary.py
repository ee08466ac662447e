"""The glossary: the course's terms, found as one types."""

from course.content import Language, load_glossary
from course.forms.form import Form, block, live, text_line
from course.forms.html import aloud, escape
from course.reading import normal


class Glossary(Form):
    """Folded until something is looked for; a term is found in either language."""

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
        wanted, found = normal(words.strip()), []
        for term in load_glossary().values():
            texts = (term.term.en, term.term.ar, term.means[self.language])
            if wanted and any(wanted in normal(text) for text in texts):
                found.append(term)
        if not wanted:
            count = len(load_glossary())
            self.shown.value = f"<p>{escape(self.say('glossary.count', count=count))}</p>"
        elif not found:
            self.shown.value = (
                f"<p>{escape(self.say('glossary.none', words=words.strip()[:60]))}</p>"
            )
        else:
            other: Language = "ar" if self.language == "en" else "en"
            rows = "".join(
                f"<p><b>{escape(t.term[self.language])}</b> <span class='course-small'>"
                f"<bdi lang='{other}'>{escape(t.term[other])}</bdi></span><br>"
                f"{escape(t.means[self.language])}</p>"
                for t in found[:12]
            )
            many = aloud(self.say("glossary.found", count=len(found))) if found[1:] else ""
            self.shown.value = many + rows
