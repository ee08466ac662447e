"""The small line of a document that says which clause the part above it serves."""

from course.content import ClauseRef, Wording, label, load_clauses


def serves(ref: ClauseRef, say: Wording) -> str:
    """`Serves 5.2.1 (2015): ...`, and that it is unverified where it is."""
    clause = load_clauses()[ref]
    cited, title = label((ref,), say.language), clause.title[say.language]
    words = say("document.serves", clause=cited, title=title)
    return words if clause.verified else f"{words}. {say('document.unverified')}"
