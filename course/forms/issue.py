"""Who issues a document, its version and day; and the file itself, under a name people read."""

from collections.abc import Iterable

from course.content import Wording
from course.content.amounts import today_long
from course.forms.download import link_to
from course.forms.html import escape
from course.learner import keep_document, load_profile


def first_value(detail: str, say: Wording) -> str:
    """What stands in the field of a document until the learner writes another."""
    if detail == "owner":
        profile = load_profile()
        both = profile.name.strip() and profile.job.strip()
        name, job = profile.name.strip(), profile.job.strip()
        return say("document.signed", name=name, job=job) if both else name or job
    if detail == "version":
        return "1"
    return today_long(say.language) if detail == "date" else ""


def named(title: str, version: str, say: Wording) -> tuple[str, ...]:
    """What a document's file is called after."""
    numbered = say("document.numbered", version=version.strip() or "1")
    return title, load_profile().company, numbered


def handed_over(name: Iterable[str], suffix: str, data: bytes, say: Wording) -> str:
    """Keep the document and hand it to the browser; what is said of it, as HTML."""
    file = keep_document(name, suffix, data)
    # A number in an Arabic name would draw what follows it to its other side.
    name = f'{escape(file.stem)}<bdi dir="ltr">{escape(file.suffix)}</bdi>'
    return f"<p>{say('desk.ready', link=link_to(file, name, at_once=True))}</p>"
