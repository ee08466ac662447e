"""What the guards say of a reading: its flags, and the words that then earn nothing."""

from dataclasses import replace

from course.judging import guards, lists
from course.judging.known import Taken
from course.judging.plan import Plan
from course.reading import Reading


def guarded(
    reading: Reading, ready: Plan, given: guards.Trigrams, taken: Taken, *, decides: bool
) -> tuple[tuple[str, ...], Reading]:
    """The flags of an answer, and its reading without the sentences that earn nothing.

    A decision is a sentence, so a list of terms earns nothing there; asked for facts, people
    list them, and a trainer only looks.
    """
    tokens, shown = reading.tokens, given | ready.question
    if guards.empty(tokens):
        return ("empty",), reading
    copies = guards.copied_sentences(tokens, shown)
    listed = guards.listed_sentences(tokens)
    denying = guards.denials(reading) if decides else frozenset()
    whole = lists.is_list(tokens)
    seen = {
        "other-script": guards.other_script(reading.text),
        "copied-prompt": guards.copies(tokens, shown),
        "known-text": bool(taken.names),
        "copied-model": not taken.names and guards.copies(tokens, ready.model, guards.MODEL_WORDS),
        "keyword-list": whole or bool(listed) or lists.terse(tokens),
        "repeated": guards.repeated(tokens),
        "negated": bool(denying),
    }
    every = frozenset(range(len(reading.sentences)))
    blank = copies | taken.sentences | denying
    blank |= (every if whole else listed) if decides else frozenset()
    return tuple(flag for flag, up in seen.items() if up), replace(reading, blank=blank)
