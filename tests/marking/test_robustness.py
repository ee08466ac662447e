"""How an answer was typed or pasted costs nothing; adding to it takes no evidence away."""

import random
import re
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marking.test_engine_properties import CASE, TEXTS, WRITTEN

from course.marking.engine import mark
from course.reading.layout import sentences

GOOD = [(q, e.text) for q in WRITTEN for e in q.exemplars if e.quality != "bad"]
MODELS = [(q, q.model_answer["ar"]) for q in WRITTEN]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def swapped(text, seed=1):
    """Two neighbouring letters swapped in a quarter of the words of five letters or more."""
    dice = random.Random(seed)

    def spoil(found):
        word = found[0]
        if dice.random() > 0.25:
            return word
        at = dice.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return re.sub(r"[a-z]{5,}", spoil, text)


def from_word(text):
    """As pasted from Word: curly quotes, hard spaces, soft hyphens, odd bullets, tabs."""
    lines = [f"\u2022\t{line}" for line in text.replace("'", "\u2019").splitlines() if line]
    return "\r\n".join(lines).replace(" AED ", " AED\u00a0").replace("inspect", "in\u00adspect")


CHANGES = {
    "capitals": str.upper,
    "no capitals": str.lower,
    "from Word": from_word,
    "many spaces": lambda text: text.replace(" ", "   "),
    "blank lines": lambda text: text.replace(". ", ".\n\n"),
    "long dashes": lambda text: text.replace(" - ", " \u2014 "),
    "no final stop": lambda text: text.strip().rstrip("."),
    "eastern digits": lambda text: text.translate(EASTERN),
    "zero-width marks": lambda text: text.replace(" ", " \u200b"),
    "full-width": lambda text: text.translate({c: c + 0xFEE0 for c in range(0x30, 0x3A)}),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize(("question", "text"), GOOD, ids=lambda part: getattr(part, "key", ""))
def test_how_it_was_typed_changes_no_point(question, text, name):
    changed, plain = mark(question, CHANGES[name](text)).points, mark(question, text).points
    assert changed == plain


@pytest.mark.parametrize(("question", "text"), MODELS, ids=lambda part: getattr(part, "key", ""))
def test_arabic_without_its_marks_or_with_them_is_the_same(question, text):
    plain, loose = mark(question, text).points, mark(question, text.replace("ة ", "ه ")).points
    stretched = text.replace("ا", "ا\u0640", 40).replace("ن", "ن\u064e")
    signed = mark(question, stretched).points
    assert loose >= plain - 1
    assert signed == plain


def test_misspellings_in_a_quarter_of_the_words_cost_three_points_in_a_hundred():
    kept, most = [], []
    for question, text in GOOD:
        most.append(mark(question, text).points)
        kept.append(fmean(mark(question, swapped(text, seed)).points for seed in range(5)))
    assert sum(kept) >= 0.97 * sum(most)


@given(at=st.integers(0, len(TEXTS) - 1), seed=st.randoms(use_true_random=False))
def test_the_order_of_sentences_keeps_each_criterion_whose_words_stand_in_one(at, seed):
    question, text = TEXTS[at]
    before = mark(question, text)
    parts = [text[a:b].strip() for a, b in sentences(text)]
    seed.shuffle(parts)
    after = mark(question, "\n".join(parts))
    whole = {c.key: c.level for c in after.criteria}
    bounds = sentences(text)
    for criterion in before.criteria:
        inside = [any(a <= s and e <= b for a, b in bounds) for s, e in criterion.spans]
        if criterion.level and all(inside) and not _across(question, criterion.key):
            assert whole[criterion.key] == criterion.level, criterion.key


def _across(question, key):
    """Whether a criterion may look into the next sentence, or be held down by another one."""
    found = next((c for c in question.criteria if c.key == key), None)
    if found is None:
        return True
    patterns = [p for e in (*found.evidence, *found.common_errors) for p in e.any_of]
    return bool(found.veto) or any(p.across or p.unless for p in patterns)


@settings(max_examples=60)
@given(first=st.integers(0, len(TEXTS) - 1), more=st.integers(0, len(TEXTS) - 1))
def test_adding_text_leaves_every_span_where_it_can_be_read(first, more):
    text = f"{TEXTS[first][1]}\n{TEXTS[more][1]}"
    for criterion in mark(TEXTS[first][0], text).criteria:
        assert criterion.spans or not criterion.points
        for start, end in criterion.spans:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()


def test_the_case_has_prose_to_try():
    assert len(GOOD) >= len([q for q in CASE.questions if q.kind != "figure"])
