"""Texts that are not a policy, or hardly: empty, listed, foreign, huge, marked up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marking.test_linear import steps

from course.content import wording
from course.judging.policy import review_policy
from course.judging.rulebook import rulebook

GOOD = """We bake bread for supermarkets in Sharjah.
Over the next three years we want to become the first choice of schools.
We meet our customers' requirements and the food laws.
We set objectives each year for complaints and returns.
We continually improve our quality management system."""

STUFFED = (
    "Quality policy customer requirements statutory regulatory requirements continual improvement"
    " quality management system framework objectives strategic direction communicated understood"
    " applied available interested parties"
)


def verdicts(text: str) -> set[str]:
    return {finding.state for finding in review_policy(text).requirements}


@pytest.mark.parametrize("text", ["", "   \n\t", "…!", "12 345", "🙂🙂", "<p></p>"])
def test_nothing_is_not_judged(text):
    review = review_policy(text)
    assert review.flags == ("empty",)
    assert review.requirements == ()
    assert review.qualities == ()


def test_one_word_is_a_beginning():
    review = review_policy("Quality")
    assert review.flags == ("short",)
    assert verdicts("Quality") == {"missing"}


@pytest.mark.parametrize(
    "text",
    [
        STUFFED,
        STUFFED + ".",
        STUFFED.replace(" ", ", "),
        STUFFED.replace(" ", "\n"),
        "We are committed: " + STUFFED,
        "We " + STUFFED,
        "سياسة الجودة، متطلبات العملاء، المتطلبات القانونية، التحسين المستمر، نظام إدارة الجودة،"
        " الأهداف",
    ],
)
def test_a_row_of_requirement_words_earns_nothing_and_is_said_so(text):
    review = review_policy(text)
    assert "keyword-list" in review.flags
    assert not any(finding.met for finding in review.requirements)


def test_a_heading_above_sentences_is_no_keyword_list():
    assert (
        "keyword-list" not in review_policy("Quality policy\nContinual improvement\n" + GOOD).flags
    )


def test_headings_of_the_standard_are_recognised():
    text = "5.1 Leadership and commitment\n9.2 Internal audit\n9.3 Management review"
    assert "clause-headings" in review_policy(text).flags
    assert "clause-headings" not in review_policy(GOOD + " We hold a management review.").flags


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("我们承诺满足客户要求并持续改进质量管理体系。", "other-script"),
        ("हम ग्राहकों की आवश्यकताओं को पूरा करते हैं।", "other-script"),
        ("Nous respectons les exigences de nos clients et la loi du pays.", "other-language"),
        ("ہم اپنے گاہکوں کی ضروریات کو پورا کرنے کے پابند ہیں۔", "other-language"),
    ],
)
def test_a_language_it_cannot_read_is_flagged_not_failed(text, flag):
    review = review_policy(text)
    assert review.flags == (flag,)
    assert review.requirements == ()


def test_english_with_a_foreign_name_is_english():
    assert "other-language" not in review_policy("La Perle de Dubai bakes bread for hotels.").flags


def test_mixed_languages_are_read_together():
    review = review_policy(
        "We meet our customers' requirements.\nنلتزم بالقوانين واللوائح في الدولة."
    )
    assert review.flags == ("mixed-language", "short") or review.flags == ("mixed-language",)
    assert review.requirement("requirements").met


def test_markup_is_no_obstacle_and_the_words_keep_their_place():
    text = "<p>We <b>continually improve</b> our quality&nbsp;management system.</p><p>x</p>"
    finding = review_policy(text).requirement("improvement")
    assert finding.met
    assert text[slice(*finding.spans[0])] == "continually"


def test_a_wrapped_line_does_not_break_a_sentence_but_a_list_does():
    wrapped = "We are committed to the continual improvement of our quality\nmanagement system."
    assert review_policy(wrapped).requirement("improvement").met
    listed = "We will:\n1. improve our prices every year\n2. buy a quality management system"
    assert not review_policy(listed).requirement("improvement").met


def test_template_blanks_are_flagged():
    assert "template-blanks" in review_policy("[Company name] bakes bread for hotels.").flags
    assert "template-blanks" not in review_policy("We bake bread [see the menu].").flags


def test_braces_and_tags_of_the_learner_pass_through_the_wording():
    text = "We exceed {client} expectations <script>alert(1)</script> {0} and requirements."
    for finding in review_policy(text).qualities:
        wording("en")(f"policy.{finding.key}.{finding.reason}", **finding.facts)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_reason_has_its_words_and_there_are_no_others(language):
    book = rulebook("policy")
    expected = {f"policy.{rule.key}.{r}" for rule in book.criteria for r in [*rule.states, "title"]}
    expected |= {f"policy.flags.{flag}" for flag in book.flags}
    expected |= {
        "policy.purpose.title-2015",
        "policy.hooks.title",
        "policy.hooks.some",
        "policy.hooks.none",
    }
    names = {name for name in wording(language).names() if name.startswith("policy.")}
    assert names == expected


def test_an_unknown_edition_is_refused():
    with pytest.raises(ValueError, match="2008"):
        review_policy(GOOD, edition="2008")


@pytest.mark.parametrize(
    "piece",
    [GOOD + "\n", "customer and ", "نحسن ", "every year improve ", "<a ", "we do not meet, ", "["],
)
def test_twice_the_characters_take_no_more_than_twice_the_steps(piece):
    text = piece * (1 + 10_000 // len(piece))
    review_policy(text[:500])
    once = steps(lambda: review_policy(text[:5_000]))
    twice = steps(lambda: review_policy(text[:10_000]))
    assert twice <= 2.3 * once + 1_000


ODD = "We do not|until|لا نلتزم|نحسن|\n|- |<b>|:|;|.|?|never|without|improve|policy|é|🙂|ًّ|ﬁ"
PIECES = st.sampled_from([*GOOD.splitlines(), *STUFFED.split(), *ODD.split("|")])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["2015", "2026"]))
def test_spans_lie_in_the_text_in_order_and_the_words_can_be_said(text, edition):
    review = review_policy(text, edition=edition)
    for finding in (*review.requirements, *review.qualities):
        ends = [0, *[point for span in finding.spans for point in span], len(text)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in finding.spans)
        for language in ("en", "ar"):
            wording(language)(f"policy.{finding.key}.{finding.reason}", **finding.facts)
    assert all(0 <= start < end <= len(text) for start, end in review.hooks)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gets_the_same_review(text):
    assert review_policy(text) == review_policy(text)


NEUTRAL = ["The office opens at eight.", "Our founder liked dates.", "يفتح المكتب في الثامنة."]


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(NEUTRAL))
def test_a_neutral_sentence_never_costs_a_requirement(text, neutral):
    before = review_policy(text)
    after = review_policy(text + "\n\n" + neutral)
    for finding in before.requirements:
        if finding.met and after.requirements:
            assert after.requirement(finding.key).state != "missing"
