"""A term finds what an editor means by it, and a term that cannot be read is refused."""

import re

import pytest

from course.content.toml import ContentError
from course.reading import wordlists
from course.reading.lexicon import Concept, load_lexicon
from course.reading.terms import TermError, english

PARTIES = {"party": ("customer[s]", "client[s]")}


def found(term: str, text: str) -> list[str]:
    return [match[0] for match in re.finditer(english([term], PARTIES.__getitem__), text)]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("inspect*", "we inspect, inspecting inspectors", ["inspect", "inspecting", "inspectors"]),
        ("customer[s]", "customer customers custom", ["customer", "customers"]),
        ("[the|our] system", "our system, a system", ["our system", "system"]),
        ("meets [fully]", "meets fully; meets", ["meets fully", "meets"]),
        ("[very|much]+ good", "very much good", ["very much good"]),
        ("(un|re)+ done", "re un done", ["re un done"]),
        ("what _ says", "what it says", ["what it says"]),
        ("reduce <2> errors", "reduce all our errors", ["reduce all our errors"]),
        ("reduce <2> errors", "reduce each and every of our errors", []),
        ("no !(later|less)", "no later, no rework", ["no"]),
        ("do =(what)", "do what we can, do it", ["do"]),
        ("{party} needs", "client needs and customer needs", ["client needs", "customer needs"]),
        ("# per cent", "12 per cent", ["12 per cent"]),
        ("on time", "on-time", ["on-time"]),
        ("every time /", "every time. every time it rains", ["every time"]),
        ("what ... agreed", "what we once agreed, what. agreed", ["what we once agreed"]),
    ],
)
def test_a_term_finds_what_it_says(term, text, expected):
    assert found(term, text) == expected


@pytest.mark.parametrize("term", ["(a|b", "a)", "[a"])
def test_a_bracket_without_its_partner_is_refused(term):
    with pytest.raises(TermError, match=re.escape(term)):
        english([term], PARTIES.__getitem__)


@pytest.mark.parametrize("key", [k for k, c in load_lexicon().concept.items() if c.exact])
def test_every_pattern_of_the_lexicon_can_be_read(key):
    assert any(wordlists.patterns(key))


def test_a_pattern_that_cannot_be_read_is_refused_with_its_concept(monkeypatch):
    spoilt = {"spoilt": Concept(en=("(meet|satisfy",), exact=True)}
    monkeypatch.setattr(wordlists, "concept", lambda key: (load_lexicon().concept | spoilt)[key])
    with pytest.raises(ContentError, match="concept spoilt"):
        wordlists.patterns("spoilt")
