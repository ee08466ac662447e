"""The rules of lesson 06, in both languages: each takes what is said right, and no near miss."""

import pytest

from course.content import LANGUAGES, wording
from course.judging.authority import map_of
from course.judging.field_rules import judge_field

RIGHT = {
    "decides": (
        "Shift leader on duty",
        "Quality manager",
        "Any packer of line 3",
        "Shift leader, and nobody else",
        "Duty pharmacist, on call",
        "رئيس الوردية المناوب",
        "مدير الجودة",
        "أي عامل تعبئة على الخط 3",
        "الصيدلي المناوب",
        "رئيس الوردية ولا أحد غيره",
    ),
    "told": (
        "Production director by seven in the morning",
        "Plant manager within the hour",
        "Shift leader at once, quality manager before the shift ends",
        "The buyer in Riyadh, the same day",
        "The operations room, straight away",
        "Site manager at the start of the next shift",
        "مدير الإنتاج قبل السابعة صباحاً",
        "مدير المصنع خلال ساعة",
        "رئيس الوردية فوراً، ومدير الجودة قبل نهاية الوردية",
        "العميل في اليوم نفسه",
        "مدير الموقع في بداية الوردية التالية",
    ),
    "backing": (
        "The plant manager thanks them in front of the shift",
        "No warning, no deduction, and no note in the file",
        "Nobody is blamed; the shift leader writes down why and the line starts again",
        "I say at the next briefing that the stop was right",
        "Thanked; the quality inspector then shows how a light box feels",
        "Never punished, and the bonus of the shift stays as it was",
        "Everything is fine: I thank them, and the line starts again",
        "I apologise for the shouting, and write them a memo of thanks",
        "We investigate the scale, not the person",
        "A note of appreciation in the file",
        "يشكره مدير المصنع أمام الوردية",
        "لا إنذار ولا خصم ولا شيء في ملفه",
        "لا يُلام أحد، ويكتب رئيس الوردية السبب ثم يعمل الخط",
        "أقول في اللقاء التالي إن التوقف كان في محله",
        "نشكره، ثم يريه مفتش الجودة كيف يُحَسّ الصندوق الخفيف",
        "لا يُعاقب أبداً، وتبقى مكافأة الوردية كما هي",
        "ينبه رئيس الوردية الآخرين إلى أن التوقف كان في محله",
    ),
    "asked": (
        "What would you stop the line for? The shift leader asks five packers",
        "The director asks on Monday night: who may stop a shipment?",
        "When did you last feel a light box, and what did you do?",
        "Five drivers show me a broken seal, and say whom they call",
        "No signature: the supervisor asks what changes",
        "لأي شيء توقف الخط؟ يسأل رئيس الوردية خمسة عمال",
        "يسأل المدير ليلة الاثنين: من يستطيع إيقاف شحنة؟",
        "متى أحسست آخر مرة بصندوق خفيف وماذا فعلت؟",
        "يشرح خمسة سائقين بكلماتهم متى يعيدون الشاحنة",
        "ماذا تفعل الآن على نحو مختلف عن الأمس؟",
    ),
    "languages": (
        "Nepali and Malayalam",
        "Hindi, Urdu",
        "English, Arabic and Bengali",
        "Simple English and Nepali",
        "Nepali, spoken by two packers of the crew",
        "النيبالية والمالايالامية",
        "الأردية والهندية",
        "العربية والإنجليزية والبنغالية",
        "إنجليزية مبسطة ونيبالية",
        "النيبالية على لسان عاملين من الوردية",
    ),
    "moment": (
        "At the start of the shift",
        "At the start of each shift",
        "At the start of the night shift",
        "On the day the work changes",
        "Within an hour of the stop",
        "By seven in the morning",
        "Before the first pallet is loaded",
        "في بداية الوردية",
        "في بداية كل وردية",
        "في بداية الوردية الليلية",
        "يوم يتغير العمل",
        "خلال ساعة من التوقف",
        "قبل السابعة صباحاً",
        "قبل تحميل أول منصة",
    ),
    "audience": (
        "The packers of line 3",
        "Night shift supervisor",
        "The two packers who speak Nepali",
        "The buyer in Riyadh",
        "All drivers of the night round",
        "عمال التعبئة على الخط 3",
        "مشرف الوردية الليلية",
        "عاملا الوردية اللذان يتكلمان النيبالية",
        "العميل في الرياض",
        "كل سائقي الجولة الليلية",
    ),
    "owner": (
        "Quality manager, who releases the batches",
        "Quality manager for the release of batches",
        "QA manager: calibration of the scales",
        "Head of quality, internal audit programme",
        "Production director",
        "مدير الجودة الذي يفرج عن الدفعات",
        "مدير الجودة، معايرة الموازين",
        "رئيس الجودة، برنامج التدقيق الداخلي",
        "مديرة الجودة، فحص الوارد",
        "مدير الإنتاج",
    ),
}  # fmt: skip
WRONG = {
    "decides": (
        "Nobody",
        "No deputy yet",
        "Nobody, we wait until morning",
        "The same person",
        "To be appointed",
        "Whoever is there",
        "Not needed, always reachable",
        "All supervisors",
        "لا أحد",
        "لا يوجد نائب",
        "لا أحد، ننتظر حتى الصباح",
        "الشخص نفسه",
        "يُعيَّن لاحقاً",
        "من يتوفر في الليل",
        "كل المشرفين",
    ),
    "told": (
        "Plant manager",
        "All concerned people",
        "By e-mail within an hour",
        "Plant manager as soon as possible",
        "The quality manager, when there is time",
        "Management, as needed",
        "مدير المصنع",
        "الجميع",
        "بالبريد الإلكتروني خلال ساعة",
        "مدير المصنع في أقرب وقت",
        "مدير الجودة عند الحاجة",
    ),
    "backing": (
        "Gets a warning",
        "A verbal warning and a note in the file",
        "Pays for the lost output",
        "Has to explain it to HR",
        "It depends on the case",
        "He explains the reason in writing",
        "Signs a pledge not to stop it again",
        "Nothing",
        "No warning the first time",
        "Is moved to another line",
        "Sent to retraining the same week",
        "The supervisor decides what happens then",
        "يأخذ إنذاراً",
        "يأخذ إنذاراً شفهياً من المشرف",
        "يُخصم منه يوم عمل",
        "يتحمل تكلفة التوقف",
        "حسب الحالة",
        "يوقّع تعهداً بعدم التكرار",
        "لا شيء",
        "لا إنذار في المرة الأولى",
        "يُنقل إلى خط آخر",
        "يُعاد تدريبه في الأسبوع نفسه",
        "يقرر المشرف ما يلزم",
    ),
    "asked": (
        "Everyone signs the attendance sheet",
        "Did everyone understand the message?",
        "Have you read the new policy?",
        "Any questions at the end of the briefing?",
        "Is it clear to all of you?",
        "The number of e-mails that were opened",
        "The notice hangs at every gate",
        "يوقّع الجميع كشف الحضور",
        "هل فهمتم الرسالة كلكم؟",
        "هل قرأتم السياسة الجديدة؟",
        "هل لديكم أي أسئلة الآن؟",
        "عدد الرسائل التي فُتحت هذا الأسبوع",
        "الإعلان معلق عند كل بوابة",
    ),
    "languages": (
        "English",
        "English only",
        "Simple English",
        "All languages",
        "Everyone's own language",
        "The company language",
        "الإنجليزية",
        "الإنجليزية فقط",
        "لغة إنجليزية مبسطة",
        "كل اللغات",
        "لغتهم الأم",
        "لغة الشركة",
    ),
    "moment": (
        "regularly",
        "as needed",
        "as soon as possible",
        "when there is time",
        "in due course",
        "from time to time",
        "not at the start of the shift",
        "بانتظام",
        "عند الحاجة",
        "في أقرب وقت",
        "متى سمح الوقت",
        "من وقت لآخر",
        "في الوقت المناسب",
    ),
    "audience": (
        "Everyone",
        "All employees",
        "Management",
        "Relevant interested parties",
        "By e-mail",
        "الجميع",
        "جميع الموظفين",
        "الإدارة",
        "الأطراف المعنية",
        "بالبريد الإلكتروني",
    ),
    "owner": (
        "Quality manager",
        "Head of the quality department",
        "QA team",
        "ISO coordinator",
        "Quality manager, who keeps the list",
        "مدير الجودة",
        "قسم الجودة",
        "منسق الجودة",
        "مسؤول الجودة، يتابع القائمة",
        "ممثل الإدارة",
    ),
}  # fmt: skip


def pairs(texts):
    return [(rule, words) for rule, all_of_them in texts.items() for words in all_of_them]


@pytest.mark.parametrize(("rule", "words"), pairs(RIGHT))
def test_what_is_said_right_is_taken(rule, words):
    assert judge_field(rule, words).reason == "met"


@pytest.mark.parametrize(("rule", "words"), pairs(WRONG))
def test_a_near_miss_is_not_taken(rule, words):
    assert judge_field(rule, words).state != "met"


@pytest.mark.parametrize("deputy", ["", "Nobody", "لا أحد", "Same person", "Dock manager"])
def test_a_deputy_is_somebody_else(deputy):
    row = {"situation": "A broken seal", "who": "Dock manager", "deputy": deputy}
    assert map_of([row]).no_deputy == ("A broken seal",)
    assert map_of([row | {"deputy": "Shift leader"}]).whole


@pytest.mark.parametrize("backed", ["Gets a warning", "يأخذ إنذاراً"])
def test_a_map_that_punishes_good_faith_is_not_whole(backed):
    row = {"situation": "A broken seal", "who": "Dock manager", "deputy": "Shift leader"}
    assert map_of([row | {"backed": backed}]).punished == ("A broken seal",)
    assert not map_of([row | {"backed": backed}]).whole
    assert map_of([row | {"backed": "I thank them at the briefing"}]).whole


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entry", ["rule.owner.quality", "objective.owner.quality"])
def test_the_quality_office_is_not_said_only_to_count(language, entry):
    said = wording(language)(entry, words="X")
    assert not [words for words in ("only counts", "يعدّ فقط") if words in said]
