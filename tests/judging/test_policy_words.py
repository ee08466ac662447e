"""What the advice says back: the learner's own words, whole; and what kind of text it is."""

import pytest

from course.content import wording
from course.content.clauses import ClauseRef, load_clauses
from course.judging.policy import Company, review_policy, title_entry

CLAUSE_TEXT = (
    "Our policy is appropriate to the purpose and context of the organization and supports its"
    " strategic direction. It provides a framework for setting quality objectives. It includes a"
    " commitment to satisfy applicable requirements and to continual improvement of the quality"
    " management system. It is available to relevant interested parties, as appropriate."
)
CLAUSE_TEXT_AR = (
    "تلتزم الشركة بأن تكون السياسة ملائمة لغرض المؤسسة وسياقها وأن تدعم توجهها الاستراتيجي.\n"
    "توفر هذه السياسة إطاراً لوضع أهداف الجودة.\n"
    "نلتزم بتلبية المتطلبات المنطبقة وبالتحسين المستمر لنظام إدارة الجودة.\n"
    "وهي متاحة للأطراف المعنية ذات الصلة."
)


def words(key: str, text: str, company: Company | None = None) -> str:
    review = review_policy(text, company)
    return next(f for f in (*review.requirements, *review.qualities) if f.key == key).facts["words"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("", "At Pearl Hotels quality is our passion and we are world-class."),
        ("Pearl Hotels", "At Pearl Hotels quality is our passion and we are world-class."),
        ("Pearl Hotels LLC", "at pearl hotels we say that quality is our passion in Dubai."),
        ("فنادق اللؤلؤة", "نحن في فنادق اللؤلؤة نحب الجودة في دبي."),
    ],
)
def test_a_company_name_does_not_say_what_the_company_does(name, text):
    newer = review_policy(text, Company(name), "2026").requirement("purpose")
    assert not newer.met
    older = review_policy(text, Company(name), "2015").requirement("purpose")
    assert older.reason in ("thin", "missing")


@pytest.mark.parametrize(
    "text",
    [
        "Pearl Hotels runs hotels in Dubai for guests from the Gulf.",
        "We Run Hotels In Dubai For Guests From The Gulf.",
        "WE RUN HOTELS IN DUBAI FOR GUESTS FROM THE GULF.",
    ],
)
def test_the_same_word_outside_the_name_does(text):
    assert review_policy(text, Company("Pearl Hotels"), "2026").requirement("purpose").met


def test_words_named_are_whole_and_each_said_once():
    text = "Falcon offers facility management in Abu Dhabi, and facility care in Dhabi."
    company = Company("Falcon", "Facility management", "Abu Dhabi")
    said = words("specific", text, company)
    assert said == "Falcon, facility management, Abu Dhabi"
    near = "We care for families in Al Ain. Ain is home. Our clinics open early."
    assert "Al Ain" in words("specific", near, Company("", "", "Al Ain"))
    assert ", Ain" not in words("specific", near, Company("", "", "Al Ain"))


def test_a_name_is_said_whole():
    company = Company("Falcon Facilities Management LLC", "Facility management", "Abu Dhabi")
    text = "Falcon Facilities Management looks after buildings in Abu Dhabi."
    said = words("specific", text, company)
    assert said == "Falcon Facilities Management, buildings, Abu Dhabi"


def test_words_named_do_not_end_in_a_small_word():
    said = words("specific", "We move cargo for Drivers who wait in Jebel Ali.")
    assert said == "cargo, Drivers, Jebel Ali"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Version 3, 1 November 2026, approved by the Managing Director.",
            "Version 3, 1 November 2026, approved by the Managing Director",
        ),
        (
            "الإصدار 3، 12 مارس 2026، اعتمدها المدير العام.",
            "الإصدار 3، 12 مارس 2026، اعتمدها المدير العام",
        ),
    ],
)
def test_the_approval_is_quoted_to_its_end(text, expected):
    assert words("documented", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No operation starts without the patient's signature.",
        "Every drawing is approved by the consultant before the pour.",
        "The Managing Director reads each complaint.",
        "Signature",
    ],
)
def test_a_signature_in_the_work_does_not_approve_the_policy(text):
    assert review_policy(text).requirement("documented").reason == "missing"


@pytest.mark.parametrize(
    "text",
    ["This policy is approved by the board.", "Managing Director", "Signed by the Chairman"],
)
def test_a_signature_of_the_policy_does(text):
    assert review_policy(text).requirement("documented").reason == "partly"


@pytest.mark.parametrize("text", [CLAUSE_TEXT, CLAUSE_TEXT_AR])
@pytest.mark.parametrize("edition", ["2015", "2026"])
def test_the_clause_handed_back_is_named_and_earns_at_most_half(text, edition):
    review = review_policy(text, edition=edition)
    assert "clause-text" in review.flags
    assert not any(finding.met for finding in review.requirements)
    assert review.requirement("improvement").reason == "clause-text"


def test_one_phrase_of_the_clause_among_own_sentences_is_no_copy():
    text = (
        "We bake bread for schools in Ajman. We commit to continual improvement of our quality"
        " management system. We meet our customers' orders and the food laws."
    )
    review = review_policy(text)
    assert "clause-text" not in review.flags
    assert review.requirement("improvement").met


def test_an_own_sentence_beside_the_clause_keeps_what_it_earns():
    own = (
        "We bake bread for schools in Ajman. We bake what each school has ordered. We follow the"
        " food laws. We answer complaints within a day. The baker weighs each dough."
        " We meet our customers' orders and the food laws. We sell no bread of yesterday."
    )
    review = review_policy(f"{own} {CLAUSE_TEXT}")
    assert "clause-text" in review.flags
    assert review.requirement("requirements").met
    assert not review.requirement("improvement").met


@pytest.mark.parametrize(("count", "expected"), [(8, "met"), (9, "long")])
def test_more_than_eight_sentences_are_too_many(count, expected):
    text = "\n".join(f"We bake bread number {n} in Ajman." for n in range(count))
    length = review_policy(text + "\nVersion 2, 5 January 2026.").quality("length")
    assert (length.reason, length.facts["count"]) == (expected, str(count))


def test_a_sentence_said_again_and_again_is_named():
    once = "We bake bread in Ajman. "
    assert "repeated" in review_policy(once * 3).flags
    assert "repeated" not in review_policy(once * 2 + "We sell it in Dubai.").flags
    assert "repeated" not in review_policy("We do.\nWe do it.\nWe do them.").flags


def test_large_numbers_are_written_with_separators():
    plain = review_policy("We " + "bake and " * 1200 + "sell.").quality("plain")
    assert plain.facts["longest"] == "2,402"
    assert review_policy("We bake bread. " * 1200).quality("length").facts["count"] == "1,200"


@pytest.mark.parametrize("edition", ["2015", "2026"])
def test_each_requirement_cites_its_item_of_the_clause_map(edition):
    found = review_policy("We bake bread.", edition=edition).requirements
    items = {finding.key: finding.clauses for finding in found}
    expected = {
        "purpose": "5.2.1 a",
        "objectives": "5.2.1 b",
        "requirements": "5.2.1 c",
        "improvement": "5.2.1 d",
        "documented": "5.2.2 a",
        "communicated": "5.2.2 b",
        "available": "5.2.2 c",
    } | ({"direction": "5.2.1 e"} if edition == "2026" else {})
    assert items == {key: (ClauseRef(edition, item),) for key, item in expected.items()}
    assert all(ref in load_clauses() for refs in items.values() for ref in refs)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_title_of_the_purpose_differs_by_edition_and_no_other(language):
    titles = {
        edition: [
            wording(language)(title_entry(f))
            for f in review_policy("We bake bread.", edition=edition).requirements
            if f.key != "direction"
        ]
        for edition in ("2015", "2026")
    }
    assert titles["2015"][0] != titles["2026"][0]
    assert titles["2015"][1:] == titles["2026"][1:]
