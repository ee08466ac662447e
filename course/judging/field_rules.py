"""Judges one field of a form by the kind of thing it should hold. Words in, a reason out.

A reason names the wording that explains it. `met` is met, one that begins with `missing` is
missing, any other is partly met: `verdict_of` says which.
"""

from collections.abc import Callable, Mapping

from course.judging import record_facts as facts
from course.judging import record_words as said
from course.judging.evidence_strength import strength
from course.judging.finding import Verdict
from course.reading.text import words

Rule = Callable[[str], str]


def verdict_of(reason: str) -> Verdict:
    if reason == "met":
        return "met"
    return "missing" if reason.startswith("missing") else "partly"


def judge(rule: str, text: str) -> str:
    """The reason a rule gives for a text; an empty one is missing under every rule."""
    text = text[: facts.LONGEST]
    return RULES[rule](text) if not facts.empty(text) else "missing"


def owner(text: str) -> str:
    """One office that can be asked."""
    kind = facts.owner_of(text)
    return {"nobody": "missing-nobody", "one": "met"}.get(kind, kind)


def date(text: str) -> str:
    """A day, or a month, that stands in a calendar."""
    if facts.says(said.OPEN_ENDED, text):
        return "missing-open"
    return "met" if facts.has_date(text) else "vague"


def deed(text: str) -> str:
    """Something done, stopped, bought or forbidden; not a reminder, a study or a wish."""
    if facts.only_reminds(text):
        return "reminders"
    if facts.says(said.STUDIES, text) and not facts.says(said.DEEDS, text):
        return "study"
    if facts.says(said.HEDGES, text):
        return "hedged"
    return "met" if len(words(text)) >= 4 else "thin"


def figures(text: str) -> str:
    """Numbers, with the time they are from."""
    if not facts.has_number(text):
        return "no-number"
    return "met" if facts.has_period(text) else "no-period"


def means(text: str) -> str:
    """Money, people or hours, as a figure."""
    if facts.says_none(text):
        return "none"
    return "met" if facts.has_number(text) else "no-figure"


def given_up(text: str) -> str:
    """What is stopped or put off to pay for it."""
    return "nothing" if facts.says_none(text) else _long_enough(text)


def effect(text: str) -> str:
    """A figure that will be looked at, and when."""
    if not facts.has_number(facts.undated(text)):
        return "no-number"
    return "met" if facts.has_date(text) or facts.has_pace(text) else "no-day"


def unknown(text: str) -> str:
    """What the writer does not know; nobody knows everything."""
    return "nothing" if facts.says_none(text) else _long_enough(text)


def people(text: str) -> str:
    """Somebody by office or team."""
    return "met" if facts.says(said.PEOPLE, text) or facts.names_office(text) else "nobody"


def pace(text: str) -> str:
    """How often, or by when."""
    return "met" if facts.has_pace(text) or facts.has_date(text) else "no-pace"


def observed(text: str) -> str:
    """Something one can see happen, not a trait of people."""
    if facts.says(said.ATTITUDES, text):
        return "attitude"
    return _long_enough(text)


def languages(text: str) -> str:
    """More than one language; on a site in the Gulf one is seldom everybody's."""
    return "one" if len(words(text)) == 1 else "met"


def asked(text: str) -> str:
    """A question that shows understanding, not a signature that shows a pen."""
    if facts.says(said.SIGNATURES, text):
        return "signature"
    return _long_enough(text)


def evidence(text: str) -> str:
    """A decision that cost something, with its date or figure."""
    return strength(text)[1]


def plain(text: str) -> str:
    """A sentence, whatever it says."""
    return _long_enough(text)


def given(_: str) -> str:
    """Whatever was written; a few words are enough."""
    return "met"


def chosen(_: str) -> str:
    """One of the options."""
    return "met"


def _long_enough(text: str) -> str:
    return "met" if len(words(text)) >= 4 else "thin"


RULES: Mapping[str, Rule] = {
    "owner": owner,
    "date": date,
    "deed": deed,
    "figures": figures,
    "means": means,
    "given-up": given_up,
    "effect": effect,
    "unknown": unknown,
    "people": people,
    "pace": pace,
    "observed": observed,
    "languages": languages,
    "asked": asked,
    "evidence": evidence,
    "plain": plain,
    "given": given,
    "chosen": chosen,
}
