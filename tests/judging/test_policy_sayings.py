"""Ideas of a policy said in ways nobody listed, each with its near misses."""

import pytest

from course.judging.policy import review_policy


def reason(key: str, text: str, edition: str = "2015") -> str:
    return review_policy(text, edition=edition).requirement(key).reason


def met(key: str, text: str, edition: str = "2015") -> bool:
    return reason(key, text, edition) == "met"


def called_out(key: str, text: str) -> set[str]:
    return {f.reason for f in review_policy(text).qualities if f.key == key} - {"met"}


def own(text: str) -> str:
    """The sentence after one that says where the company stands."""
    return f"We make doors for hotels in Sharjah. نعمل في الشارقة. {text}"


def both(said: list[str], missed: list[str]) -> list[tuple[str, bool]]:
    return [(text, True) for text in said] + [(text, False) for text in missed]


@pytest.mark.parametrize(
    ("text", "expected"),
    both(
        [
            "In three years we want half of our work from hotels that come back,"
            " and hotels come back for doors that pass the first inspection.",
            "By the end of 2029 two thirds of what we sell should go to hospitals.",
            "Five years from now we want to be making fire doors only.",
            "We want more work from hotels and less from subcontractors.",
            "Our aim for the next three years is to treat children in every clinic.",
            "Within five years we want to supply kitchens in Riyadh as well.",
            "خلال ثلاث سنوات نريد أن يجد أهل العين علاج السكري والأطفال عندنا.",
            "بعد خمس سنوات نريد أن يكون نصف عملنا من فنادق تعود إلينا.",
            "غايتنا حتى عام 2030 أن تخدم عياداتنا كل أحياء المدينة.",
            "في السنوات الثلاث القادمة نريد أن نعمل للمدارس أكثر من المكاتب.",
            "نخطط قبل نهاية 2028 لفتح عيادة للأطفال في كل فرع.",
        ],
        [
            "We want to be the supplier of choice.",
            "We aim to become the first choice of our clients.",
            "In three years we want to be the supplier of choice.",
            "We repair every defect within two years of handover.",
            "We have worked for hotels for the last ten years.",
            "We want fewer complaints.",
            "ونتطلع إلى أن نكون الخيار الأول لأهل العين.",
            "خلال ثلاث سنوات نريد أن نكون الأفضل.",
            "نصلح كل عيب خلال سنتين من التسليم.",
            "قبل ثلاث سنوات فتحنا عيادة.",
            "نطمح إلى أن نكون الخيار الأول.",
        ],
    ),
)
def test_a_direction_is_a_wish_with_its_year_and_no_slogan(text, expected):
    assert (met("direction", own(text), "2026")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    both(
        [
            "We want to be the supplier of choice.",
            "We are the first choice for everybody.",
            "ونتطلع إلى أن نكون الخيار الأول لأهل العين.",
        ],
        [
            "Over the next three years we want to become the first choice of schools.",
            "The guest has a choice of rooms.",
            "يختار المريض الطبيب الأول المتاح.",
        ],
    ),
)
def test_the_choice_of_nobody_in_particular_is_a_slogan(text, expected):
    assert (bool(called_out("slogan", text))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    both(
        [
            "If the timber reads above 12 % the foreman sends it back to the supplier.",
            "No door leaves the workshop until the foreman has hung it once and"
            " put his name on the sheet.",
            "The baker throws the batch away.",
            "Whoever finds a crack stops the press.",
            "The carpenter marks every board he turns down.",
            "The store keeper may turn a lorry away.",
            "Foremen hang each door once.",
            "كل شكوى يرد عليها مدير العيادة بنفسه.",
            "إذا تأخر عليه الطبيب أكثر من عشرين دقيقة تخرج له الممرضة.",
            "يعلّق رئيس العمال كل باب مرة واحدة.",
            "لا يخرج باب حتى يوقّع الورقة مشرف الورشة.",
            "تعيد الممرضة القياس.",
            "يراجع الصيدلي كل وصفة.",
        ],
        [
            "The timber reads above 12 %.",
            "The supplier sends the timber back.",
            "Every manager believes the customer.",
            "Our supervisor skills are the best.",
            "The gauge shows the pressure.",
            "Managers are the heart of our company.",
            "يتصل العميل بالمدير.",
            "يعرف المدير أهمية الجودة.",
            "تدريب المشرفين واجب.",
            "يؤمن المدير بالجودة.",
            "الخشب رطوبته فوق 12٪.",
        ],
    ),
)
def test_somebody_at_work_is_seen_before_and_behind_the_verb(text, expected):
    assert (review_policy(text).quality("job").met) is expected
