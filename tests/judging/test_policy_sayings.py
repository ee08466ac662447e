"""Ideas of a policy said in ways nobody listed, each with its near misses."""

import pytest

from course.judging.own_words import Company, OwnWords
from course.judging.policy import review_policy
from course.reading import read_plainly


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
            "خلال ثلاث سنوات نبغي نكسب عقود المستشفيات.",
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
            "يوقف العمل أي عامل يرى خطأ.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    both(
        [
            "Every quarter we take the weakest point of the system and mend its cause.",
            "Every three months we pick the weakest spot in our quality system and put it right.",
            "Twice a year we look for the weakest step in the way we work and repair it.",
            "Each month we choose one weakness of the quality system and get rid of its cause.",
            "At the end of every project we write down where our system failed us"
            " and close that gap.",
            "كل ثلاثة أشهر نختار أضعف نقطة في نظام الجودة ونصلح سببها.",
            "كل ثلاثة أشهر نراجع نظام إدارة الجودة ونعالج أضعف ما فيه.",
            "مرتين في السنة نبحث عن نقطة ضعف في نظام الجودة عندنا ونزيل سببها.",
            "كل ستة أشهر نختار مع مديري العيادات أضعف حلقة في طريقة عملنا ونعالجها.",
            "في نهاية كل مشروع نحدد ثغرة في نظام الجودة ونسدها.",
            "بعد كل موسم ننظر أين تعثر نظام الجودة ونعالج السبب.",
            "Each March we ask what in our system let a customer down, and change it.",
        ],
        [
            "Every quarter we take the weakest pump and mend it.",
            "Every quarter we review the quality system.",
            "Our suppliers must mend the weakest point of their system every quarter.",
            "We mended the weakest point of the system.",
            "Every month we mend the weakest wall of the villa.",
            "كل ثلاثة أشهر نصلح أضعف مضخة.",
            "كل ثلاثة أشهر نراجع نظام إدارة الجودة.",
            "كل شهر نعالج أضعف المرضى.",
            "لا نعالج أضعف نقطة في نظام الجودة كل ثلاثة أشهر.",
            "عالجنا أضعف نقطة في نظام الجودة.",
        ],
    ),
)
def test_a_weakness_of_the_system_mended_again_and_again_is_its_improvement(text, expected):
    assert (met("improvement", text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    both(
        [
            "We build to the signed shop drawing and to the Civil Defence rules.",
            "We make every door to the signed sample.",
            "We work to the agreed specification.",
            "We cut to the drawing that the client has signed.",
            "We print what matches the proof the customer approved.",
            "Nothing leaves the bench until it matches the client's approved sample.",
            "ننفذ كل مطبخ حسب المخطط المعتمد من العميل.",
            "نلتزم بالعينة الموقعة من المالك.",
            "نعمل وفق المواصفات المتفق عليها.",
            "نصنع الأبواب وفق الرسومات التنفيذية المعتمدة.",
            "نلتزم بالتصميم الذي وافق عليه العميل.",
            "ننفذ ما وقّع عليه العميل.",
            "We install what the stamped drawings show.",
        ],
        [
            "We build to our own drawing.",
            "We keep to the approved budget.",
            "We follow the drawing approved by the municipality.",
            "We keep the signed attendance sheet.",
            "We discuss the signed shop drawing.",
            "نلتزم بالميزانية المعتمدة.",
            "نلتزم بالمخطط المعتمد من البلدية.",
            "ندرس العينة الموقعة.",
            "نعتمد قائمة الموردين.",
            "نوقع ورقة الحضور.",
        ],
    ),
)
def test_what_was_drawn_or_shown_and_agreed_is_what_the_customer_asked_for(text, expected):
    assert (reason("requirements", text) in ("met", "customer-only")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    both(
        [
            "We phone the client three days before we come.",
            "Nobody waits longer than twenty minutes.",
            "A complaint reaches the manager within the hour.",
            "We tell the owner two weeks ahead.",
            "The bread is at the school by 6 am.",
            "المريض لا ينتظر فوق 20 دقيقة بعد موعده.",
            "إذا تأخر عليه الطبيب أكثر من عشرين دقيقة تخرج له الممرضة.",
            "نتصل بالعميل قبل الموعد بثلاثة أيام.",
            "نبلغ المالك قبل أسبوعين من التسليم.",
            "لا تزيد مدة الرد على يومين.",
        ],
        [
            "If the timber reads above 12 % we refuse it.",
            "The cold room stays below 4 degrees.",
            "We have built villas for more than twenty years.",
            "The desk is open 24 hours.",
            "We have a hundred people in three shifts.",
            "نرفض الخشب إذا زادت رطوبته على 12٪.",
            "نعمل منذ عشرين سنة.",
            "نعمل 24 ساعة.",
            "لدينا ست عيادات.",
            "لا يزيد سمك اللوح على 18 مم.",
            "We work more than eight hours a day.",
            "We train people over two weeks.",
            "نعمل أكثر من عشر ساعات.",
        ],
    ),
)
def test_a_time_that_is_promised_can_be_counted_and_a_limit_of_the_stuff_cannot(text, expected):
    assert (bool(review_policy(text).hooks)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    both(
        [
            "No patient waits more than twenty minutes.",
            "Nobody ever queues at our desk.",
            "Our guests never wait.",
            "A customer does not wait longer than an hour.",
            "No order is ever late.",
            "المريض لا ينتظر فوق 20 دقيقة.",
            "لا ينتظر أي مريض أكثر من ربع ساعة.",
            "لن يتأخر أي طلب عن موعده.",
            "العميل لا ينتظر أبداً.",
            "لا يقف ضيف في الطابور.",
            "لا يبقى مريض في الاستقبال أكثر من ربع ساعة.",
            "No guest is kept waiting.",
        ],
        [
            "If a patient waits more than twenty minutes the nurse comes out.",
            "We do not wait for the client to complain.",
            "No pour starts before the inspector has signed.",
            "No lorry waits unless the gate is told why.",
            "Nobody ships a door that the foreman has not signed.",
            "إذا انتظر المريض أكثر من عشرين دقيقة خرجت إليه الممرضة.",
            "لا ننتظر شكوى العميل.",
            "لا يُصب سقف قبل توقيع المهندس.",
            "المريض لا ينتظر فوق 20 دقيقة، وإلا خرجت إليه الممرضة بالسبب.",
            "لا يخرج باب من الورشة دون توقيع المشرف.",
        ],
    ),
)
def test_nobody_ever_waiting_is_broken_by_an_ordinary_day(text, expected):
    assert (bool(called_out("absolute", text))) is expected


@pytest.mark.parametrize(
    ("text", "work", "customers", "place"),
    [
        (
            "We make fire doors, wardrobes and stairs in Liwa for dhow owners and schools.",
            "fire doors, wardrobes and stairs",
            "dhow owners and schools",
            "Liwa",
        ),
        ("We roast cashews in Al Jurf for sweet makers.", "cashews", "sweet makers", "Al Jurf"),
        ("We sew sails for dhow owners near Khor Dubai.", "sails", "dhow owners", "Khor Dubai"),
        ("We grow tomatoes in Al Dhaid.", "tomatoes", "", "Al Dhaid"),
        ("We repair violins and teach nobody.", "violins", "", ""),
        ("نصنع الأشرعة والحبال للبحارة في الشارقة.", "الأشرعة والحبال", "للبحارة", "الشارقة"),
        ("نحمص الكاجو لمتاجر ليوا.", "الكاجو", "لمتاجر ليوا", ""),
        ("نزرع الطماطم في العين للجمعيات.", "الطماطم", "للجمعيات", "العين"),
        ("نصمم السجاد للمساجد.", "السجاد", "للمساجد", ""),
        ("نخيط الستائر.", "الستائر", "", ""),
        ("We make decisions quickly.", "", "", ""),
        ("We produce high quality products for our customers.", "", "", ""),
        ("We build to the drawing, and in English.", "", "", ""),
        ("We build trust in March.", "", "", ""),
        ("We make sure that nothing leaves for free.", "", "", ""),
        ("نعالج كل شكوى.", "", "", ""),
        ("نصلح سببها.", "", "", ""),
        ("نبني الثقة.", "", "", ""),
        ("نبيع منتجاتنا للجميع.", "", "", ""),
        ("نعالج أضعف ما فيه.", "", "", ""),
    ],
)
def test_what_is_made_for_whom_and_where_is_told_by_where_the_words_stand(
    text, work, customers, place
):
    own = OwnWords(read_plainly(text), Company())
    for expected, found in ((work, own.work()), (customers, own.customers()), (place, own.place())):
        said = [text[start:end] for start, end in found.spans or ()]
        assert expected in said if expected else not said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We make doors for hotels in Sharjah.", "met"),
        ("We make doors for hotels.", "no-where"),
        ("We make doors in Sharjah.", "no-customers"),
        ("We work in Sharjah for hotels and restaurants.", "met"),
        ("Our developers come back to us in Sharjah.", "no-work"),
        ("We make doors.", "only-work"),
        ("Parents come back to us.", "only-customers"),
        ("We are at home in Sharjah.", "only-where"),
        ("We care about quality.", "missing"),
    ],
)
def test_what_only_this_company_could_say_is_asked_for_where_it_is_not_there(text, expected):
    assert review_policy(text).quality("specific").reason == expected


def test_a_taught_subject_is_no_instruction_of_a_regulator():
    text = "نلتزم بما وعدنا به المريض وبتعليمات دائرة الصحة."
    assert "تعليمات" not in str(review_policy(text).quality("specific").facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    both(
        [
            "نلتزم بعقد كل عميل وباشتراطات دائرة الطاقة.",
            "نلتزم بالعقد الموقّع مع كل عميل وبالقانون.",
            "نلتزم بما في عقود عملائنا وبأنظمة البلدية.",
        ],
        [
            "نلتزم بالعقد الموقّع مع المورد وبالقانون.",
            "نلتزم بعقود العمل وبالقانون.",
        ],
    ),
)
def test_the_contract_with_a_customer_is_what_the_customer_asked_for(text, expected):
    assert met("requirements", text) == expected
