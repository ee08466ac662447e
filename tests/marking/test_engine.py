"""What earns points, what does not, and who is asked to look."""

import subprocess
import sys

import pytest

from course.content import load_case, wording
from course.judging.answer import Answer
from course.judging.rubric import load_case_rubric
from course.marking.engine import mark
from course.paths import ASSESSMENTS

CASE = load_case_rubric(ASSESSMENTS / "marsa-al-khail-contracting" / "rubric.toml")
STORY = load_case(CASE.case)
GIVEN = tuple(
    text
    for words in (
        *(section.text for section in STORY.story),
        *(exhibit.text for exhibit in STORY.exhibits if exhibit.text),
        *(question.asks for question in STORY.questions),
    )
    for text in (words.en, words.ar)
)
WRITTEN = [question for question in CASE.questions if question.kind != "figure"]
SOUP = (
    "top management bonus NCR stop replace rework definition owner operations director date"
    " 31 March 5.1.1 2015 client tell staff policy defect-free remove commit requirements"
    " improve inspectors agency fund AED 16.6m 2.6 % first inspection 84 % snags 23 no blame"
    " early reporting walk site"
)


def exemplar(question, quality):
    return next(e.text for e in question.exemplars if e.quality == quality)


def level(question, criterion, text):
    marked = mark(CASE.question(question), text)
    return next(c.level for c in marked.criteria if c.key == criterion)


# ---------------------------------------------------------------- order


@pytest.mark.parametrize("question", WRITTEN, ids=lambda q: q.key)
def test_good_beats_average_beats_everything_that_only_looks_like_an_answer(question):
    good = mark(question, exemplar(question, "good"), given=GIVEN).points
    average = mark(question, exemplar(question, "partial"), given=GIVEN).points
    poor = {
        "soup": SOUP,
        "soup with commas": SOUP.replace(" ", ", "),
        "soup line by line": SOUP.replace(" ", "\n"),
        "story": " ".join(section.text.en for section in STORY.story),
        "empty": "",
        "script": "<script>alert('bonus')</script><img src=x onerror=alert(1)>",
        "bad": exemplar(question, "bad"),
    }
    worst = max(mark(question, text, given=GIVEN).points for text in poor.values())
    assert good > average > worst


@pytest.mark.parametrize("question", WRITTEN, ids=lambda q: q.key)
def test_a_good_answer_in_arabic_earns_like_one_in_english(question):
    english, arabic = (mark(question, question.model_answer[x]).points for x in ("en", "ar"))
    assert abs(english - arabic) <= 1


def test_markup_in_an_answer_is_text_like_any_other():
    question = CASE.question("the-decision")
    plain = exemplar(question, "good")
    assert (
        mark(question, f"<script>alert(1)</script>\n{plain}").points == mark(question, plain).points
    )


# ---------------------------------------------------------------- guards


@pytest.mark.parametrize("question", WRITTEN, ids=lambda q: q.key)
@pytest.mark.parametrize(
    ("flag", "text"),
    [
        ("empty", ""),
        ("empty", " \n … — !"),
        ("keyword-list", SOUP),
        ("keyword-list", SOUP.replace(" ", ", ")),
        ("copied-prompt", " ".join(section.text.en for section in STORY.story)),
        ("copied-prompt", " ".join(section.text.ar for section in STORY.story)),
        ("other-script", "Мы отменяем премию за отчёты и считаем переделки"),
        ("repeated", "We stop the NCR bonus in January because it hides faults. " * 6),
    ],
)
def test_what_only_looks_like_an_answer_is_flagged_and_never_suggested(question, flag, text):
    marked = mark(question, text, given=GIVEN)
    assert flag in marked.flags
    assert marked.route != "suggest"


@pytest.mark.parametrize("question", WRITTEN, ids=lambda q: q.key)
def test_a_list_hidden_behind_a_real_sentence_earns_nothing_for_the_list(question):
    sentence = "We will look at the matter again in the coming weeks with all of them."
    alone = mark(question, sentence).points
    hidden = mark(question, f"{sentence} {SOUP}")
    assert "keyword-list" in hidden.flags
    assert hidden.points == alone


@pytest.mark.parametrize("question", WRITTEN, ids=lambda q: q.key)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_model_answer_itself_goes_to_the_trainer(question, language):
    marked = mark(question, question.model_answer[language])
    assert "copied-model" in marked.flags
    assert marked.route == "trainer"


def test_quoting_one_sentence_of_the_case_is_no_copying():
    quoted = "You wrote that paper never mended a wall. " + exemplar(
        CASE.question("the-decision"), "good"
    )
    assert mark(CASE.question("the-decision"), quoted, given=GIVEN).flags == ()


def test_notes_in_telegram_style_are_no_keyword_list():
    notes = "1. NCR bonus stops 31 Oct 2026.\n2. Rework defined in writing by 30 Nov, then monthly."
    assert "keyword-list" not in mark(CASE.question("the-decision"), notes).flags


@pytest.mark.parametrize("question", WRITTEN, ids=lambda q: q.key)
def test_saying_it_five_times_earns_it_once(question):
    good = exemplar(question, "partial")
    assert mark(question, good * 5).points == mark(question, good).points


# ---------------------------------------------------------------- negation


@pytest.mark.parametrize(
    "text",
    [
        "I stop the NCR bonus.",
        "The NCR bonus will be cancelled.",
        "We no longer pay a bonus for few NCRs.",
        "We do not pay the bonus for fewer NCRs any more.",
        "I withdraw the bonus letter, not only for managers.",
        "أوقف مكافأة تقارير عدم المطابقة.",
        "تُلغى المكافأة.",
        "I am cancelling the bonuss sheme.",
    ],
)
def test_ending_the_bonus_is_seen(text):
    assert level("the-decision", "stops-the-bonus", text) == 2


@pytest.mark.parametrize(
    "text",
    [
        "I will not stop the NCR bonus.",
        "We will not stop paying the bonus for fewer NCRs.",
        "We should never cancel the bonus.",
        "It is not true that we must stop the NCR bonus now.",
        "The bonus is a good idea.",
        "We train everyone again.",
        "لن أوقف المكافأة.",
    ],
)
def test_a_bonus_that_stays_is_not_ended(text):
    assert level("the-decision", "stops-the-bonus", text) < 2


def test_denied_evidence_is_said_to_the_trainer():
    marked = mark(CASE.question("the-decision"), "I will not stop the NCR bonus.")
    assert "negated" in marked.flags
    assert marked.route != "suggest"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "the-decision",
            "I signed the NCR bonus and it ends, but I will never cancel it by 1 May.",
        ),
        ("tell-the-client", 'We will not remove "defect-free" and we commit to the requirements.'),
        ("tell-the-client", "I will not tell the owner the truth: there are more snags."),
        ("money-and-people", "We will not take that bet and lift the freeze with agency people."),
        ("money-and-people", "لن أوافق على ستة مفتشين من الوكالة بكلفة 159 ألف درهم شهرياً."),
    ],
)
def test_a_refusal_beside_what_earned_points_is_looked_at(question, text):
    marked = mark(CASE.question(question), text)
    assert not marked.points or "negated" in marked.flags
    assert marked.route != "suggest"


@pytest.mark.parametrize(
    "text",
    [
        "The bonus ends today, and nobody will be punished for a report made early.",
        "We will not pay any bonus for fewer NCRs from 1 November.",
        "I cancel the bonus no later than 31 December, not only for managers.",
    ],
)
def test_a_negation_that_belongs_to_the_decision_raises_no_flag(text):
    assert mark(CASE.question("the-decision"), text).flags == ()


# ---------------------------------------------------------------- content


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("According to 5.1.1 of ISO 9001:2015 I decide.", 1),
        ("البند 5.1.1 من إصدار 2015", 1),
        ("According to clause 5.1.1 I decide.", 0),
        ("From 2015 on we worked well.", 0),
        ("According to 8.4 of ISO 9001:2015 I decide.", 0),
    ],
)
def test_a_clause_counts_with_its_edition(text, reached):
    assert level("the-decision", "clause", text) == reached


def test_the_checklist_signature_is_answered():
    question = CASE.question("the-decision")
    first = mark(question, exemplar(question, "bad")).criteria[0]
    assert (first.level, first.errors) == (0, ("checklist",))


def test_fewer_reports_celebrated_are_answered():
    text = "The NCRs fell by 38 %, which is a great success for all of us."
    marked = mark(CASE.question("what-the-ncrs-say"), text)
    errors = [error for criterion in marked.criteria for error in criterion.errors]
    assert "counts-paper" in errors


def test_the_folklore_benchmark_is_answered():
    text = "Rework is 2.6 %, comfortably below the 5 to 15 % of the industry."
    marked = mark(CASE.question("what-the-ncrs-say"), text)
    errors = [error for criterion in marked.criteria for error in criterion.errors]
    assert "folklore-benchmark" in errors


def test_an_option_without_reasons_earns_its_points_and_a_look():
    marked = mark(CASE.question("what-the-ncrs-say"), Answer(choice="less-written-down"))
    assert marked.points == 2
    assert marked.flags == ("no-reasons",)
    assert marked.route != "suggest"


@pytest.mark.parametrize("choice", ["", "none-of-these", "two-projects"])
def test_another_option_earns_none(choice):
    marked = mark(CASE.question("what-the-ncrs-say"), Answer(choice=choice, text="I think so."))
    assert marked.criteria[0].points == 0


@pytest.mark.parametrize(
    "wrong", ["stop the bonnus", "stop the bonsu", "stop the bonuss", "stop the bonis"]
)
def test_one_wrong_letter_is_forgiven(wrong):
    assert level("the-decision", "stops-the-bonus", f"I {wrong} today.") == 2


@pytest.mark.parametrize("word", ["bones", "bonnet", "born"])
def test_another_word_is_not_a_misspelling(word):
    assert level("the-decision", "stops-the-bonus", f"I stop the {word} today.") < 2


# ---------------------------------------------------------------- promises


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_flag_has_its_words_for_the_trainer(language):
    say = wording(language)
    flags = (
        "empty no-reasons other-script copied-prompt copied-model too-long keyword-list repeated"
        " negated"
    )
    assert [flag for flag in flags.split() if not say.has(f"grading.flag.{flag}")] == []


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 50_000,
        "I hire. The inspector is here. " * 5_000,
        "by the end of " * 15_000,
        "it is not " * 20_000,
        "\n" * 200_000,
        "a-b/" * 40_000,
    ],
)
def test_a_hostile_length_takes_seconds_at_most(text):
    mark(CASE.question("money-and-people"), text)


def test_scoring_needs_no_forms_no_tables_and_no_charts():
    heavy = "ipywidgets pandas matplotlib nbformat numpy jinja2"
    program = (
        "import sys; import course.marking.engine, course.judging.checks;"
        f"print([m for m in '{heavy}'.split() if m in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"
