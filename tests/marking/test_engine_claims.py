"""What a trainer found by trying: each rule with what must not be mistaken for it."""

import msgspec
import pytest

from course.judging.answer import Answer
from course.judging.rubric import Rubric, RubricError, load_case_rubric
from course.marking.engine import mark
from course.paths import ASSESSMENTS

CASE = load_case_rubric(ASSESSMENTS / "marsa-al-khail-contracting" / "rubric.toml")
Q2, Q3, Q4, Q5 = "what-the-ncrs-say", "the-decision", "money-and-people", "tell-the-client"


def marked(question, text):
    return mark(CASE.question(question), Answer(text=text))


def level(question, criterion, text):
    return next(c.level for c in marked(question, text).criteria if c.key == criterion)


def errors(question, text):
    return {error for c in marked(question, text).criteria for error in c.errors}


def cases(*rows):
    return pytest.mark.parametrize(("question", "criterion", "text", "reached"), rows)


# ---------------------------------------------------------------- lists of words

LISTS = {
    Q2: "rework rise 2.6 % first inspections 84 % fall snags 23 rise bonus fewer NCR not reported"
    " inspectors vacant Sahel outside the bonus strongest against me closing time 9 days",
    Q3: "I stop bonus cancel NCR bonus, and reward early reporting no blame, with independent"
    " inspector sample, rework definition measure monthly, finance director 30 November 2026,"
    " under clause 5.1.1 9.1.3 ISO 9001:2015, management review",
    Q4: "fund inspectors agency AED 1.26 million AED 16.6 million break even 8 % operations"
    " director 1 December 2026 management review June rework unknown not known cause Ghaf Court"
    " Hudhud first",
    Q5: "tell owner snags 36 joint inspection before handover, tell staff no blame reporting, my"
    " mistake I signed, walk site every month with inspector, remove defect-free commit"
    " requirements improve",
}


ARABIC_LIST = (
    "إيقاف المكافأة الإبلاغ المبكر تقدير تعريف إعادة العمل المدير المالي 30 نوفمبر 5.1.1 إصدار 2015"
    " مراجعة الإدارة عينة مستقلة بلا لوم مفتش مستقل"
)


@pytest.mark.parametrize("text", [ARABIC_LIST, ARABIC_LIST.replace(" ", "، ")])
def test_a_list_of_arabic_words_earns_nothing_and_is_flagged(text):
    found = marked(Q3, text)
    assert (found.points, found.route) == (0, "trainer")
    assert "keyword-list" in found.flags


def test_an_arabic_telegram_keeps_its_points():
    found = marked(Q3, "أوقف المكافأة اليوم. المدير المالي يعرّف إعادة العمل قبل 30 نوفمبر.")
    assert found.points == 6
    assert found.route != "trainer"


@pytest.mark.parametrize("lead", ["", "This was looked at for a long time by all of them. "])
@pytest.mark.parametrize("question", LISTS)
def test_a_list_of_words_earns_nothing_and_is_flagged(question, lead):
    found = marked(question, lead + LISTS[question])
    assert (found.points, found.route) == (0, "trainer")
    assert "keyword-list" in found.flags


@pytest.mark.parametrize(
    ("question", "text", "points"),
    [
        (Q3, "Cancel the NCR bonus today. Finance defines rework by 30 November.", 6),
        (Q4, "Fund six, agency, 1 December. Pays back at 8 % less rework.", 4),
        (Q5, 'Tell the owner: 36 snags a villa. Joint inspection. "Defect-free" goes.', 3),
        (Q3, "- Stop NCR bonus 31 Oct\n- Reward early reports\n- Define rework, CFO, 30 Nov", 7),
    ],
)
def test_the_telegram_of_a_director_keeps_its_points(question, text, points):
    found = marked(question, text)
    assert abs(found.points - points) <= 1
    assert found.route != "trainer"


def test_english_as_a_second_language_is_no_list():
    text = (
        "I cut this bonus of NCR. Is me who sign, so is me who must to cancel it. Operation"
        " director make new bonus until 15 December. Finance director make this paper."
    )
    assert marked(Q3, text).flags == ()


# ---------------------------------------------------------------- folklore and celebration


@pytest.mark.parametrize(
    "text",
    [
        "Rework stands at 2.6 %, and that is good against the 5 to 15 % that is usual in the Gulf."
        " First inspections dropped from 91 % to 84 %.",
        "Rework rose to 2.6 %, which compares well with the 5 to 15 % of the industry; no need to"
        " worry. Snags rose from 14 to 23.",
    ],
)
def test_comfort_from_folklore_is_answered_and_held_down(text):
    assert "folklore-benchmark" in errors(Q2, text)
    assert level(Q2, "other-figures", text) == 1
    assert level(Q2, "against-yourself", text) == 0


def test_folklore_called_by_its_name_is_no_mistake():
    text = (
        "Rework rose from 1.1 to 2.6 % and first inspections fell to 84 %. No measurement stands"
        " behind the 5 to 15 % of the press, so being below it is no comfort."
    )
    assert "folklore-benchmark" not in errors(Q2, text)
    assert level(Q2, "other-figures", text) == 2


def test_fewer_reports_taken_for_fewer_mistakes_are_answered():
    text = "736 NCRs is an excellent achievement. Less NCR means less mistakes. Rework rises."
    assert "counts-paper" in errors(Q2, text)
    assert level(Q2, "other-figures", text) == 0
    fair = "The pack calls fewer NCRs a success, but rework rose to 2.6 % and passes fell to 84 %."
    assert level(Q2, "other-figures", fair) > 0
    assert "counts-paper" not in errors(Q2, "Fewer NCRs do not mean fewer mistakes.")


# ---------------------------------------------------------------- whose decision it is


@cases(
    (Q3, "stops-the-bonus", "Half of the year-end award follows the same figure.", 0),
    (Q3, "stops-the-bonus", "The award ends this year.", 2),
    (Q3, "stops-the-bonus", "I revoke the letter of 14 September 2025.", 2),
    (Q3, "stops-the-bonus", "I revoke the warning letter.", 0),
    (Q3, "stops-the-bonus", "We cut rework and keep the bonus.", 0),
    (Q3, "stops-the-bonus", "I cut this bonus of NCR.", 2),
    (Q3, "stops-the-bonus", "We keep the bonus, as it made managers talk about quality.", 0),
    (Q3, "stops-the-bonus", "The bonus has wrong side effects.", 1),
    (Q3, "stops-the-bonus", "The consultant asks me to stop the bonus, but I refuse.", 0),
    (Q3, "stops-the-bonus", "The consultant asks me to stop the bonus, and I agree.", 2),
    (Q3, "stops-the-bonus", "They want me to keep the bonus. I refuse: the bonus ends.", 2),
    (Q3, "stops-the-bonus", "I refuse to end the bonus.", 0),
    (Q3, "stops-the-bonus", "If the board insisted I would replace the bonus.", 0),
    (Q3, "stops-the-bonus", "If the board agrees, I will replace the bonus.", 2),
    (Q3, "stops-the-bonus", "لو أصر المجلس لألغيت المكافأة.", 0),
    (Q3, "stops-the-bonus", "أبطل مكافأة التقارير.", 2),
    (Q4, "decides", "The director says we should fund six inspectors. I disagree.", 0),
    (Q4, "decides", "The director says we should fund six inspectors. I agree.", 1),
    (Q5, "the-client", "A joint inspection is not needed.", 0),
    (Q5, "the-client", "A joint inspection is needed.", 1),
    (Q2, "other-figures", "First inspections did not fall to 84 % and snags are not at 23.", 0),
    (Q2, "other-figures", "First inspections fell to 84 % and snags are at 23.", 2),
)
def test_only_what_the_writer_means_counts(question, criterion, text, reached):
    assert level(question, criterion, text) == reached


@cases(
    (Q3, "who-and-when", "In September the MD signed a letter for project managers.", 0),
    (Q3, "who-and-when", "In March the finance director reports.", 2),
    (Q3, "who-and-when", "The finance director owns it, as I signed in March; by 30 November.", 2),
    (Q3, "clause", "I decide by 30 November 2026, see clause 5.1.1.", 0),
    (Q3, "clause", "The certificate ISO 9001 was renewed in 2015. See 9.1 % growth.", 0),
    (Q3, "clause", "ISO 9001:2015 asks for 9.1 % growth.", 0),
    (Q3, "clause", "See 5.1.1 and 9.1.3 of 2015.", 1),
    (Q3, "clause", "Clause 5.1.1 (2026).", 1),
)
def test_a_date_a_year_and_a_percentage_are_what_they_are(question, criterion, text, reached):
    assert level(question, criterion, text) == reached


# ---------------------------------------------------------------- fresh wording


@cases(
    (Q3, "rewards-early-reporting", "A crew that brings a fault to light gets a share.", 2),
    (Q3, "rewards-early-reporting", "No one loses standing for something he reported early.", 2),
    (Q3, "rewards-early-reporting", "Who tell the problem first, he get the bonus.", 2),
    (Q3, "rewards-early-reporting", "The bonus is finished and they should report problems.", 1),
    (Q3, "rewards-early-reporting", "Whoever reports problems late will be punished.", 1),
    (Q3, "cannot-be-gamed", "An inspector who does not report to the project re-checks some.", 1),
    (Q3, "cannot-be-gamed", "The inspectors report to the project.", 0),
    (Q5, "own-people", "To our people: I paid for silence. Nobody will be worse off for it.", 2),
    (Q5, "own-people", "The bonus is finished and they should report problems.", 1),
    (Q5, "own-people", "وأقول لموظفيّ: لا يُحاسب أحد لأنه كتب ملاحظة.", 2),
    (Q5, "own-people", "أقول لموظفيّ: يُحاسب كل من يخطئ.", 1),
    (Q5, "own-behaviour", "I will hand over the cup myself again.", 0),
    (Q5, "own-behaviour", "I take back the cup.", 2),
    (Q2, "why-the-count-fell", "Manager get money if NCR small, so nobody want to write.", 2),
    (Q2, "why-the-count-fell", "Managers get money for good work.", 0),
    (Q4, "owner-date-check", "In June I look: if rework still not less than 2 % I stop.", 2),
    (Q4, "owner-date-check", "In June the CFO looks at rework of 2 %.", 1),
)
def test_an_idea_counts_in_other_words_and_its_neighbour_does_not(
    question, criterion, text, reached
):
    assert level(question, criterion, text) == reached


# ---------------------------------------------------------------- money and people


@cases(
    (Q4, "the-numbers", "The six posts remain frozen and we save AED 1.26 million.", 1),
    (Q4, "the-numbers", "The eight inspectors get a refresher course, at AED 40,000.", 0),
    (Q4, "the-numbers", "Six cost AED 1.26 million, rework AED 16.6 million.", 2),
    (Q4, "decides", "The eight inspectors get a refresher course and a checklist.", 0),
    (Q4, "decides", "Before recruiting, the existing inspectors shall receive training.", 0),
    (Q4, "decides", "We recruit inspectors and train them.", 1),
    (Q4, "decides", "I do not fund six inspectors. We accept the rest of the cost.", 1),
    (Q4, "decides", "I do not fund six inspectors. Two from the agency are enough.", 2),
    (Q4, "where-first", "Two from the agency for Ghaf Court and Hudhud School.", 1),
    (Q4, "where-first", "Ghaf Court and Hudhud School are villas.", 0),
)
def test_amounts_count_where_they_decide(question, criterion, text, reached):
    assert level(question, criterion, text) == reached


def test_training_instead_of_inspectors_is_answered():
    text = "The eight inspectors get a refresher course and a checklist, at AED 40,000."
    assert "checklist" in errors(Q4, text)


# ---------------------------------------------------------------- the client


@cases(
    (Q5, "the-client", "I will inform the owner that his villas are the best villas so far.", 0),
    (Q5, "the-client", "A letter to the owner assures him of our commitment.", 0),
    (Q5, "the-client", "I tell the owner the truth and do not reassure him.", 1),
)
def test_to_reassure_is_not_to_tell(question, criterion, text, reached):
    assert level(question, criterion, text) == reached


@pytest.mark.parametrize("text", ["i refuse it " * 20_000, "not needed " * 30_000])
def test_a_refusal_without_end_takes_seconds_at_most(text):
    marked(Q3, text)


# ---------------------------------------------------------------- what is missing


def test_what_is_missing_is_said_in_words_not_in_keys():
    for question in CASE.questions:
        for criterion in question.criteria:
            for piece in criterion.evidence:
                assert piece.label, f"{question.key}, {criterion.key}, {piece.key}"
    found = next(c for c in marked(Q4, "Later.").criteria if c.key == "decides")
    assert found.missing == ("a yes or no to the six posts", "the way it is done")
    labels = CASE.question(Q4).criterion("decides").evidence[0]
    assert (labels.called("en"), labels.called("ar")) == (
        "a yes or no to the six posts",
        "نعم أو لا للوظائف الست",
    )


@pytest.mark.parametrize("field", ["points", "without_unit", "tolerance"])
def test_a_figure_never_takes_points_away(field):
    table = msgspec.to_builtins(CASE.question("rework-share"))
    assert Rubric.from_dict(table)
    with pytest.raises(RubricError, match="0 or more"):
        Rubric.from_dict(table | {"figure": table["figure"] | {field: -2}})


def test_an_option_never_takes_points_away():
    table = msgspec.to_builtins(CASE.question(Q2))
    assert Rubric.from_dict(table)
    first, *rest = table["option"]
    with pytest.raises(RubricError, match="0 or more"):
        Rubric.from_dict(table | {"option": [first | {"points": -2}, *rest]})


def test_an_answer_whose_sentences_nearly_all_deny_earns_nothing():
    denied = (
        "I will not stop the bonus. Nobody will reward those who report early. "
        "I will never define rework. No date is set and I will not name an owner."
    )
    result = marked(Q3, denied)
    assert result.points == 0
    assert "negated" in result.flags
