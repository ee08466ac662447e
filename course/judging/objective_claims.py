"""What writers claim of an objective: the sentence may stand in any of its fields."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from course.judging.claims import Claimable, claimable, plain
from course.judging.objective import fields
from course.judging.record_facts import LONGEST
from course.judging.verdict import Verdict
from course.reading import windows, words

ELSEWHERE = 8  # words; fewer say what their own field asks for, and nothing besides
HERE = 4  # words; fewer are a heading, a figure or a name, and the rules read those
# What these hold is not said of the objective itself: a sentence of the policy, another number.
APART = ("serves", "counter")


def askable(record: Mapping[str, str], verdicts: Sequence[Verdict]) -> str:
    """The fields in their order, a paragraph each, as one text that can be asked about.

    The few words that say what their own field asks for are left out.
    """
    met = {verdict.key for verdict in verdicts if verdict.met}
    told = [t for name, t in _said(record) if name not in met or len(words(t)) >= ELSEWHERE]
    return "\n\n".join(told)


def with_claims(
    verdicts: Sequence[Verdict],
    record: Mapping[str, str],
    claims: Mapping[str, str],
    near: Mapping[str, str],
    refused: Mapping[str, str],
) -> tuple[Claimable, ...]:
    """Each requirement with what its writer claims, or may be asked, and under which field."""
    places = _places(record)

    def doubtful(key: str) -> dict[str, str]:
        sentence = near.get(key, "")
        least = HERE if key in places.get(plain(sentence), ()) else ELSEWHERE
        return {key: sentence} if len(words(sentence)) >= least else {}

    found = (claimable(v, places.keys(), claims, doubtful(v.key), refused) for v in verdicts)
    return tuple(_under(one, places) for one in found)


def _said(record: Mapping[str, str]) -> list[tuple[str, str]]:
    given = ((name, record.get(name, "")[:LONGEST].strip()) for name in fields())
    return [(name, text) for name, text in given if text and name not in APART]


def _places(record: Mapping[str, str]) -> dict[str, list[str]]:
    """The sentences of an objective, each with the fields where it stands."""
    places: dict[str, list[str]] = {}
    for name, text in _said(record):
        for start, end in windows(text):
            places.setdefault(plain(text[start:end]), []).append(name)
    return places


def _under(found: Claimable, places: Mapping[str, Sequence[str]]) -> Claimable:
    names = places.get(plain(found.claimed or found.asked), ())
    return found if found.key in names or not names else replace(found, under=names[0])
