"""What holds for every answer: offsets, determinism, a span for a point, guards that only lower."""

import functools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.judging.rubric import load_case_rubric
from course.marking.engine import mark
from course.paths import ASSESSMENTS
from course.reading.layout import sentences
from course.reading.numbers import quantities
from course.reading.tokens import tokenise

RUBRIC = ASSESSMENTS / "marsa-al-khail-contracting" / "rubric.toml"
CASE = load_case_rubric(RUBRIC)
WRITTEN = [question for question in CASE.questions if question.kind != "figure"]
ANSWERS = Path(__file__).parents[1] / "fixtures" / "answers"
TEXTS = [
    (CASE.question(sheet["question"]), answer["text"])
    for path in sorted(ANSWERS.glob("*.toml"))
    for sheet in [tomllib.loads(path.read_text(encoding="utf-8"))]
    for answer in sheet["answer"]
] + [(question, exemplar.text) for question in WRITTEN for exemplar in question.exemplars]
PIECES = sorted({text[a:b] for _, text in TEXTS for a, b in sentences(text)})
ODD = st.text(alphabet="a  \n.,;-/'’“%٪٢٦ﬁｉ①é́ـَ🙂<>&ß0١", max_size=12)
PROSE = st.lists(st.sampled_from(PIECES) | ODD, max_size=8).map(" ".join)
ANY = PROSE | st.text(max_size=200)
QUESTIONS = st.sampled_from(WRITTEN)


@given(ANY)
def test_words_and_numbers_stand_where_they_say(text):
    tokens, spans = tokenise(text)
    last = 0
    for token in tokens:
        assert last <= token.start < token.end <= len(text)
        start, end = spans[token.sentence]
        assert start <= token.start < token.end <= end
        last = token.end
    for said in quantities(text):
        assert 0 <= said.start < said.end <= len(text)
        assert text[said.start : said.end].strip() == text[said.start : said.end]


@given(QUESTIONS, ANY)
def test_every_point_has_a_span_inside_the_answer(question, text):
    marked = mark(question, text)
    assert marked.points == sum(c.points for c in marked.criteria) <= marked.max_points
    for criterion in marked.criteria:
        assert criterion.spans or not criterion.points
        last = 0
        for start, end in criterion.spans:
            assert last <= start < end <= len(text)
            last = end


@given(QUESTIONS, ANY)
def test_the_same_answer_gets_the_same_mark(question, text):
    fresh = load_fresh(question.key)
    assert repr(mark(question, text)) == repr(mark(question, text)) == repr(mark(fresh, text))


@functools.cache
def load_fresh(key):
    """The same rubric, read and made ready a second time."""
    return load_case_rubric(RUBRIC).question(key)


@given(QUESTIONS, ANY)
def test_a_flagged_answer_is_never_suggested(question, text):
    marked = mark(question, text)
    assert 0 <= marked.confidence <= 1
    if marked.flags:
        assert marked.route != "suggest"


@given(QUESTIONS, PROSE, st.text(max_size=300))
def test_what_was_given_only_lowers(question, text, shown):
    assert mark(question, text, given=(shown, text[:80])).points <= mark(question, text).points


@settings(max_examples=60)
@given(
    st.sampled_from(TEXTS), st.sampled_from(["It is not true that ", "ليس صحيحا أن "]), st.data()
)
def test_denying_a_sentence_never_raises_the_mark(pair, denial, data):
    question, text = pair
    start, _ = data.draw(st.sampled_from(sentences(text)))
    assert (
        mark(question, text[:start] + denial + text[start:]).points <= mark(question, text).points
    )


@pytest.mark.parametrize("question", WRITTEN, ids=lambda q: q.key)
def test_denying_every_sentence_leaves_nothing_without_a_flag(question):
    good = next(e.text for e in question.exemplars if e.quality == "good")
    denied = " ".join("It is not true that " + good[a:b] + "." for a, b in sentences(good))
    marked = mark(question, denied)
    assert marked.points <= 0.25 * question.max_points
    assert marked.route != "suggest"


@settings(max_examples=60)
@given(st.sampled_from(TEXTS), st.integers(2, 9))
def test_capitals_and_spaces_change_nothing(pair, step):
    question, text = pair
    loud = "".join(c.upper() if i % step == 0 and c.isascii() else c for i, c in enumerate(text))
    assert mark(question, loud).points == mark(question, text).points
    assert mark(question, f"\n  {text}  \n").points == mark(question, text).points
