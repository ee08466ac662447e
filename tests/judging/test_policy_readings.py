"""Sentences a director writes: what they promise, and what only sounds like it."""

import pytest

from course.judging.policy import review_policy


def reason(key: str, text: str, edition: str = "2015") -> str:
    return review_policy(text, edition=edition).requirement(key).reason


def called_out(key: str, text: str) -> set[str]:
    return {f.reason for f in review_policy(text).qualities if f.key == key} - {"met"}


def hooks(text: str) -> list[str]:
    return [text[a:b] for a, b in review_policy(text).hooks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Every quarter we pick the costliest mistake and fix the process that caused it.",
            "met",
        ),
        ("We learn from every incident and change our procedures within 60 days.", "met"),
        (
            "Each term we choose one subject where results fell and change how it is taught.",
            "met",
        ),
        ("After each complaint we remove its cause.", "met"),
        ("بعد كل شكوى نغير الإجراء الذي سمح بها.", "met"),
        ("We never change our procedures after an incident, every year the same.", "negated"),
        ("We fix defects before handover.", "missing"),
        ("We fix defects in every project before handover.", "missing"),
        ("We change the oil of the pumps every month.", "missing"),
        ("We change our prices each quarter.", "missing"),
        ("Our suppliers change their procedures every year.", "missing"),
        ("نغير الأسعار كل عام.", "missing"),
    ],
)
def test_a_process_changed_again_and_again_is_the_system_improving(text, expected):
    assert reason("improvement", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We run a quality management system. We continually improve it.", "met"),
        ("نطبق نظام إدارة الجودة ونحسنه باستمرار.", "met"),
        ("نطبق نظام إدارة الجودة في كل فروعنا. ونحسنه باستمرار.", "met"),
        ("نبيع الخبز ونحسنه باستمرار.", "other-object"),
        (
            "We run a quality management system. We bake bread in Ajman and improve it each day.",
            "other-object",
        ),
    ],
)
def test_a_pronoun_stands_for_the_system_only_right_after_it(text, expected):
    assert reason("improvement", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We deliver on time, every time, without exception.",
        "Every guest leaves satisfied, every time.",
        "We never compromise on quality.",
        "We never compromise.",
        "We hand over on time, every time.",
        "We are committed to quality without compromise.",
    ],
)
def test_a_result_every_time_is_an_absolute_and_no_hook(text):
    assert called_out("absolute", text) == {"always"}
    assert hooks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Any inspector may stop a pour, every time the drawing is unclear.",
        "We meet the building code without exception.",
        "We never compromise on the building code.",
        "Every guest who leaves dissatisfied is called the next day.",
        "We do not promise to be on time, every time.",
    ],
)
def test_a_rule_for_action_is_no_absolute(text):
    assert called_out("absolute", text) == set()


def test_zero_tolerance_of_bribes_is_conduct_we_control_so_outside_the_system_not_absolute():
    text = "We have zero tolerance for bribery."
    assert called_out("absolute", text) == set()
    assert called_out("scope", text) == {"social"}
    assert hooks(text) == []


def test_zero_tolerance_of_defects_promises_a_product_without_any():
    assert called_out("absolute", "We have zero tolerance for defects.") == {"zero-defect"}
    assert hooks("We machine shafts within tolerance.") != []


def test_an_absolute_beside_objectives_leaves_the_objectives_their_hook():
    text = "We deliver on time, every time. We set objectives for complaints each year."
    assert hooks(text) == ["We set objectives for complaints each year"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We follow the Ministry of Education curriculum, SPEA requirements and what we"
            " promised parents.",
            "met",
        ),
        (
            "Our customers, large and small, get what the booking says, and customs rules come"
            " before speed.",
            "met",
        ),
        ("We comply with DoH standards for every procedure and our patients' rights.", "met"),
        (
            "We never ship below the municipality's food safety rules, not even when a hotel is"
            " waiting.",
            "legal-only",
        ),
        ("We ship below the municipality's food safety rules.", "negated"),
        ("We meet the requirements of ADAFSA and MoIAT.", "legal-only"),
        ("We follow GCAA regulations and CBUAE rules.", "legal-only"),
        ("We comply with EIAC accreditation conditions.", "legal-only"),
        ("We clear customs for importers.", "missing"),
        ("Our customers get a gift at Eid.", "missing"),
        ("Speed comes before lunch.", "missing"),
        ("We answer the Ministry of Education within a day.", "missing"),
    ],
)
def test_requirements_under_the_names_people_use(text, expected):
    assert reason("requirements", text) == expected


def test_an_arabic_objective_reads_like_its_english():
    text = "نضع أهدافاً لعدد الشكاوى كل عام."
    assert reason("objectives", text) == "met"
    assert "keyword-list" not in review_policy(text).flags
    assert reason("objectives", "لا نلتزم بأي أهداف محددة.") == "negated"
    assert reason("objectives", "نضع الطعام على المائدة.") == "missing"


def test_an_arabic_year_is_a_direction_and_a_year_past_is_none():
    text = "نبني الفلل للملاك في عجمان، ونريد بحلول 2029 أن يختارنا الملاك دون مناقصة."
    assert reason("purpose", text) == "met"
    assert reason("purpose", "نبني الفلل للملاك في عجمان منذ 2009.") == "no-strategy"


def test_an_arabic_hundred_per_cent_is_an_absolute_unless_it_is_a_check():
    text = "نحقق رضا بنسبة 100٪."
    assert called_out("absolute", text) == {"hundred-percent"}
    assert hooks(text) == []
    assert called_out("absolute", "نفحص 100٪ من اللحامات.") == set()


def test_an_arabic_text_is_judged_by_its_sentences_alone():
    plain = review_policy("نبني الفلل للعائلات في عجمان ونلتزم بشروط العقد.").quality("plain")
    assert (plain.state, plain.reason) == ("met", "met-length")
    long = review_policy("نلتزم " + "بشروط العقد مع كل عميل " * 8 + ".").quality("plain")
    assert long.reason == "long-sentences"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يدوّن السائق كل تأخير.", "met"),
        ("ندوّن كل تأخير.", "no-actor"),
        ("نسأل المدير عن كل تأخير.", "missing"),
        ("السائق يدوّن كل تأخير.", "met"),
        ("The principal reports the share to the owner.", "met"),
        ("I will pay for the delay.", "met"),
        ("Site engineers explain the drawing to the crew.", "met"),
        ("I will pray for the delay to end.", "missing"),
        ("We value principals.", "missing"),
    ],
)
def test_a_person_and_an_act_change_the_job(text, expected):
    assert review_policy(text).quality("job").reason == expected


def test_site_engineers_are_a_way_to_tell_people():
    told = "Site engineers explain this policy to new crews and ask what it means for the job."
    assert reason("communicated", told) == "met"
    assert reason("communicated", "We explain this policy; people understand it.") == "said-only"


def test_owners_after_a_list_are_customers():
    text = "We build villas for government and private owners in Ajman."
    assert review_policy(text).quality("specific").met
    process = "We build villas in Ajman for process owners of our own."
    assert not review_policy(process).quality("specific").met
