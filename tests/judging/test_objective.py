"""The review of an objective: what it asks for, and the near misses it must not accept."""

import pytest

from course.content import LANGUAGES
from course.content.wordings import wording
from course.judging.objective import fields, review_objective, tricks
from course.judging.rulebook import rulebook

GOOD = {
    "serves": "Who complains hears from a manager within two working days.",
    "statement": "Fewer customers wait more than two days for an answer to a complaint.",
    "definition": "Share of complaints from all channels answered within two working days of the "
    "first call, from the CRM log, each month.",
    "baseline": "61 % in 2026, January to October",
    "target": "90 %",
    "date": "31 December 2027",
    "owner": "Customer service director",
    "resources": "AED 180,000 and one person from sales",
    "actions": "Managers take complaint calls each morning; we stop the second sign-off.",
    "judged": "Monthly at the operations meeting; below 75 % by June I add a second person.",
    "told": "Every shift supervisor, each Sunday",
    "counter": "Complaints reopened within 30 days",
}
ARABIC = {
    "serves": "نسلّم كل فيلا في موعدها المتفق عليه",
    "statement": "نسبة أعلى من الفلل تُسلَّم للملاك في الموعد",
    "definition": "نسبة الفلل المسلّمة في الموعد الأصلي المتفق عليه من كل الفلل، من سجل التسليم",
    "baseline": "٧١٪ في 2026",
    "target": "٨٥٪",
    "date": "31 ديسمبر 2027",
    "owner": "مدير العمليات",
    "resources": "600,000 درهم",
    "actions": "نعيّن ستة مفتشين ونجمّد تغيير المواعيد",
    "judged": "شهرياً في اجتماع الإدارة، وإذا بقيت دون 78% نوقف البيع",
    "told": "مهندسو المواقع",
    "counter": "عدد مرات تغيير الموعد",
}


def reasons(**changed: str) -> dict[str, str]:
    review = review_objective(GOOD | changed, "2015")
    return {f.key: f.reason for f in (*review.requirements, *review.cheats)}


@pytest.mark.parametrize("objective", [GOOD, ARABIC], ids=["en", "ar"])
def test_a_good_objective_has_nothing_missing(objective):
    review = review_objective(objective, "2026")
    assert {f.key for f in (*review.requirements, *review.cheats) if not f.met} == set()
    assert review.whole
    assert {c.edition for f in review.requirements for c in f.clauses} == {"2026"}


@pytest.mark.parametrize("field", GOOD)
def test_what_is_left_out_is_missed_by_name(field):
    assert reasons(**{field: " "})[field].startswith("missing")


@pytest.mark.parametrize(
    ("field", "words", "reason"),
    [
        ("statement", "Complaints", "thin"),
        ("statement", "We will be a much better place to work in", "for-nobody"),
        ("definition", "Complaint answer rate", "name-only"),
        ("definition", "How quickly our managers usually react to people", "no-border"),
        ("definition", "Share of complaints answered in two days, each month", "no-source"),
        ("baseline", "rather low in 2026", "missing-number"),
        ("baseline", "61 %", "no-period"),
        ("target", "much better", "missing-number"),
        ("target", "61 %", "unchanged"),
        ("target", "100 %", "absolute"),
        ("target", "10 % fewer", "relative"),
        ("date", "ongoing", "missing-open"),
        ("date", "soon", "vague"),
        ("owner", "All departments", "missing-nobody"),
        ("owner", "Operations director and quality manager", "several"),
        ("owner", "Quality Manager", "quality"),
        ("resources", "within budget", "none"),
        ("resources", "some more people", "no-figure"),
        ("actions", "Retrain staff and monitor monthly", "reminders"),
        ("judged", "when we have time", "no-pace"),
        ("judged", "monthly", "no-consequence"),
        ("told", "on the intranet", "nobody"),
        ("target", "4000 %", "impossible"),
        ("target", "140 % of deliveries", "more-than-all"),
        ("target", "101 %", "more-than-all"),
        ("target", "3 cows", "other-thing"),
        ("target", "zero complaints", "absolute"),
        ("target", "إلى صفر", "absolute"),
        ("baseline", "140 % of deliveries in 2026", "beyond-all"),
        ("baseline", "61 % on 30 February 2026", "no-such-day"),
        ("judged", "31 November 2027; below that I stop the bonus", "no-such-day"),
        ("date", "31 November 2027", "impossible"),
        ("date", "٣١ حزيران ٢٠٢٧", "impossible"),
        ("date", "31 December 2019", "before"),
        ("date", "31 December 2999", "far"),
        ("owner", "The Tooth Fairy", "make-believe"),
        ("owner", "جنية الأسنان", "make-believe"),
        ("owner", "someone", "missing-nobody"),
        ("owner", "pay more attention", "effort"),
        ("owner", "Operations director, finance director", "several"),
        ("resources", "none", "nothing"),
        ("resources", "AED 0", "none"),
        ("resources", "an extra effort", "effort"),
        ("definition", "as needed", "nothing"),
        ("judged", "حسب الحاجة", "nothing"),
        ("told", "ينتبه العمال أكثر", "effort"),
        ("actions", "We hope that customers will be happier", "wish"),
        ("actions", "نطمح إلى أن نكون الأفضل في الخليج", "wish"),
        ("target", "increase by half", "missing-number"),
        ("baseline", "4000 % in 2026", "impossible"),
        ("date", "Not by 30 June 2027", "denied"),
        ("date", "30 February 2027", "impossible"),
        ("date", "as needed", "missing-open"),
        ("actions", "We will not change anything this year", "denied"),
        ("actions", "Please pay more attention to the customer", "reminders"),
        ("actions", "none", "nothing"),
        ("told", "nobody", "nobody"),
        ("owner", "Ravi and Sunil", "several"),
        ("owner", "Hessa & Salem", "several"),
        ("owner", "Ravi / Sunil", "several"),
        ("owner", "Ravi or Sunil", "several"),
        ("owner", "راشد وسالم", "several"),
        ("baseline", "14 per villa by 31 December 2027", "no-period"),
        ("baseline", "61 %, before the end of 2027", "no-period"),
        ("baseline", "14 لكل فيلا بحلول نهاية 2027", "no-period"),
        ("definition", "Complaints per month fall from 14 to 8", "no-source"),
        ("definition", "Answers per complaint rise from about 61 % now", "no-source"),
        ("statement", "Operators wait for the stores", "for-nobody"),
        ("statement", "Our own storekeepers lose less time", "for-nobody"),
        ("resources", "half of what is needed", "no-figure"),
        ("counter", "returns", "thin"),
        ("counter", "Share of complaints answered", "same"),
    ],
)
def test_near_misses_are_told_apart(field, words, reason):
    assert reasons(**{field: words})[field] == reason


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("target", "from 61 % to 90 %"),
        ("target", "no more than 12 per month"),
        ("target", "12 % by 30 September 2027"),
        ("target", "less than 3 %"),
        ("target", "2 of every 100, or fewer"),
        ("target", "2 من كل 100 أو أقل"),
        ("target", "at most 3 complaints"),
        ("target", "5 minutes"),
        ("date", "29 February 2028"),
        ("date", "31 October 2026"),
        ("owner", "Joseph, the yard foreman, is responsible"),
        ("owner", "The Production Director, Ms Hessa Darwish"),
        ("resources", "a second reviewer"),
        ("resources", "فني تكييف إضافي"),
        ("actions", "We hope to hire two inspectors"),
        ("actions", "نريد أن نكون الأفضل ونعيّن ستة مفتشين"),
        ("statement", "Patients get more attention on the ward"),
        ("definition", "Reports issued within four hours, from the log"),
        ("baseline", "22 % (January to September)"),
        ("baseline", "22 % في آذار"),
        ("statement", "Villas are handed over on the agreed date"),
        ("actions", "Nobody closes a call without the tenant"),
        ("actions", "We no longer pay the bonus for closing"),
        ("date", "end of Q2 2027"),
        ("date", "قبل نهاية حزيران"),
        ("date", "no later than 30 June 2027"),
        ("owner", "Director of customer service and returns"[:27]),
        ("actions", "Train the team and stop the second sign-off"),
        ("date", "Q4 2027"),
        ("date", "12/2027"),
        ("resources", "two people"),
        ("resources", "A planner, half a day each day"),
        ("resources", "نصف يوم كل أسبوع"),
        ("owner", "Ravi Menon, workshop manager"),
        ("owner", "Health & safety"),
        ("owner", "QA/QC"),
        ("owner", "محمد وليد"),
        ("owner", "مدير وردية"),
        ("baseline", "14 at the end of 2026"),
        ("baseline", "14 in 2026, to be 8 by December 2027"),
        ("target", "from 61 % to no less than 90 %"),
        ("definition", "Snags per villa, each one that the owner writes, from SAP"),
        ("statement", "Site managers stop waiting for our lorry"),
        ("statement", "Foremen on site no longer wait for us"),
        ("statement", "Site engineers ring us less often about drawings"),
        ("statement", "Drivers wait less at our gate"),
        ("statement", "Architects see fewer changed drawings"),
        ("statement", "لا ينتظر مديرو المواقع شاحنتنا"),
    ],
)
def test_what_is_said_another_way_counts(field, words):
    assert reasons(**{field: words})[field] == "met"


ODD = {
    "target": ["4000 %", "140 % of deliveries"],
    "date": ["30 February 2027", "31 November 2027", "31 December 2019", "as needed", "none"],
    "owner": ["The Tooth Fairy", "none", "as needed", "pay more attention"],
    "resources": ["none", "as needed"],
    "actions": ["none", "We hope to please everybody, inshallah"],
}


@pytest.mark.parametrize(("field", "words"), [(f, w) for f, said in ODD.items() for w in said])
def test_an_objective_that_no_calendar_and_nobody_can_keep_lacks_something(field, words):
    assert not review_objective(GOOD | {field: words}, "2015").whole


def test_an_error_of_two_fields_is_told_of_one():
    """What is known of the target says nothing of the baseline, nor the means of the acts."""
    found = reasons(target="140 %", resources="AED 0", date="31 December 2019")
    told = {key for key, reason in found.items() if reason not in ("met", "guarded")}
    assert told == {"target", "resources", "date"}


def test_more_than_all_is_only_of_a_share():
    rate = "Orders per week against last year, from the order book"
    assert reasons(definition=rate, target="140 % of last year's level")["target"] == "met"


def test_a_number_of_a_year_is_no_figure():
    assert reasons(target="by 2027")["target"] == "missing-number"


def test_a_sentence_that_is_not_in_the_policy_is_noticed():
    review = review_objective(GOOD, "2015", policy=["Goods with a broken seal stay at the dock."])
    assert review.requirements[0].reason == "not-in-policy"
    review = review_objective(GOOD, "2015", policy=[GOOD["serves"].upper()])
    assert review.requirements[0].reason == "met"


POLICY = [
    "Each January I set targets for doors and snags, and look at them with the foremen.",
    "We keep our dates.",
    "المريض لا ينتظر فوق عشرين دقيقة بعد موعده، ونعتذر إن تأخرنا.",
]


@pytest.mark.parametrize(
    "quoted",
    [
        "Each January I set targets for doors",
        "look at them with the foremen.",
        "We keep our dates",
        "keep our dates",
        "«المريض لا ينتظر فوق عشرين دقيقة»",
    ],
)
def test_a_part_of_a_sentence_of_the_policy_is_of_the_policy(quoted):
    assert review_objective({"serves": quoted}, "2015", POLICY).requirements[0].reason != (
        "not-in-policy"
    )


@pytest.mark.parametrize(
    "quoted",
    ["doors", "dates", "المريض", "with the", "look at them", "Each January I set clear targets",
     "our dates We keep", "We keep our data"],
)  # fmt: skip
def test_a_single_word_or_other_words_are_not(quoted):
    reason = review_objective({"serves": quoted}, "2015", POLICY).requirements[0].reason
    assert reason == "not-in-policy"


WHOLE_WAYS = [
    "Snags at handover go down from 14 per villa to 8 per villa by 31 December 2027",
    "By May 2027 late orders fall from 12 % to no more than 4 % of all orders",
    "نخفض الملاحظات من 14 لكل فيلا إلى 8 لكل فيلا بحلول 31 ديسمبر 2027",
]


@pytest.mark.parametrize("way", WHOLE_WAYS)
def test_one_sentence_in_three_fields_is_no_measure_and_no_baseline(way):
    found = reasons(definition=way, baseline=way, target=way)
    assert found["definition"] == "told-twice"
    assert found["baseline"] == "both-ends"
    assert reasons(definition=way)["definition"] != "met"


INSPECTED = "Share of fire doors passed at the first inspection, from the inspection sheet"


def cheats(statement, definition):
    given = {"statement": statement, "definition": definition}
    return {one.key for one in review_objective(given, "2015").cheats} - {"counter"}


@pytest.mark.parametrize(
    ("statement", "definition"),
    [
        ("Fire doors pass the first time, so that hotels open on time", INSPECTED),
        ("Hotels open on time because our doors pass", INSPECTED),
        ("Fire doors pass the first time and hotels open on time", INSPECTED),
        ("تجتاز الأبواب الفحص الأول لكي تفتح الفنادق في موعدها",
         "نسبة الأبواب التي تجتاز الفحص الأول من كل الأبواب، من سجل الفحص"),
    ],
)  # fmt: skip
def test_what_comes_of_it_is_not_what_is_measured(statement, definition):
    assert cheats(statement, definition) == set()


@pytest.mark.parametrize(
    ("statement", "definition"),
    [
        ("Fewer late deliveries", "Share of orders delivered by the day, from delivery notes"),
        ("Customers get their orders on time", "Share of orders handed over, from the notes"),
        ("Customers get their orders on time", "OTD"),
        ("Doors pass", "Share of doors delivered on the agreed date from the delivery notes"),
        ("Orders arrive complete, and on time", "On-time delivery"),
    ],
)
def test_a_measure_of_dates_keeps_its_alarm(statement, definition):
    assert "on-time" in cheats(statement, definition)


def test_nothing_written_is_not_judged():
    assert review_objective({"statement": " \n"}, "2015").requirements == ()


@pytest.mark.parametrize(
    ("measure", "kind", "guard"),
    [
        ("Orders delivered on time", "on-time", "against the date first promised"),
        ("Number of complaints", "complaints", "credit notes and returns"),
        ("Patients seen on time", "on-time", "cancelled appointments"),
        ("نسبة المرضى في الموعد", "on-time", "المواعيد الملغاة"),
        ("Rework hours", "rework", "first inspection passed"),
        ("NCRs raised per month", "reports", "snags found by the client"),
        ("Guest satisfaction score", "score", "response rate at each hotel"),
        ("Tickets closed within 24 hours", "closed", "reopened within 30 days"),
        ("Staff trained", "trained", "can show the task on the job"),
        ("نسبة التسليم في الموعد", "on-time", "الموعد الأصلي"),
        ("عدد الشكاوى", "complaints", "المرتجعات"),
    ],
)
def test_each_trick_is_seen_and_its_guard_too(measure, kind, guard):
    assert (kind, False) in tricks(measure, measure)
    assert (kind, True) in tricks(measure, f"{measure} {guard}")


def test_a_measure_without_a_known_trick_raises_no_false_alarm():
    assert tricks("Diameter of the profile in millimetres", "") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_trick_has_its_words(language):
    say = wording(language)
    for rule in rulebook("gaming").criteria:
        assert all(say.has(f"objective.{rule.key}.{reason}") for reason in {"title", *rule.states})


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_field_has_its_words_for_whatever_it_is_told(language):
    say = wording(language)
    for rule in rulebook("objective").criteria:
        asked = {f"objective.{rule.key}.{one}" for one in {"title", "missing", *rule.states}}
        assert {entry for entry in asked if not say.has(entry)} == set()


def test_every_field_of_the_review_names_its_clause_and_the_second_number_none():
    clauses = {rule.key: rule.clause for rule in rulebook("objective").criteria}
    assert clauses.pop("counter") == ""
    assert set(clauses.values()) == {"6.2.1", "6.2.2"}
    assert fields()[:3] == ("serves", "statement", "definition")
