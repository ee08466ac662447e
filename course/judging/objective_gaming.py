"""How a clever manager would meet a number without improving anything, by kind of measure."""

from typing import NamedTuple

from course.judging.policy_terms import Terms
from course.judging.record_facts import says


class Trick(NamedTuple):
    """A kind of measure, the words that show it, and those that show it is guarded."""

    key: str
    measure: Terms
    guard: Terms


TRICKS = (
    Trick(
        "on-time",
        Terms(
            r"""
            on[ -]time|punctual\w*|late|delay\w*|(?:delivery|due|promised|handover|agreed) dates?
            """,
            """
            في موعد|تأخر|تأخير|مواعيد
            """,
        ),
        Terms(
            r"""
            (?:first|original\w*|initial\w*) (?:\w+ )?(?:promis\w*|agree\w*|dates?|confirm\w*)
            (?:promised|agreed|dates?) (?:first|originally)|re-?dat\w*|re-?promis\w*
            dates? chang\w*|(?:moved|changed) dates?
            """,
            """
            موعد أصلي|موعد أول|أول موعد|تغيير موعد|تغيير مواعيد|مواعيد معدلة
            """,
        ),
    ),
    Trick(
        "complaints",
        Terms(r"complain\w*", "شكوى|شكاوى"),
        Terms(
            r"""
            (?:all|every|each|any) channels?|phone|whatsapp|social media|returns?|refunds?
            credit notes?|unsolicited|lost customers?|repeat (?:orders?|business)|escalat\w*
            response rate|re-?open\w*|asked (?:\w+ ){0,2}customers?|customers? (?:we )?ask\w*
            """,
            """
            كل قنوات|جميع قنوات|هاتف|واتساب|مرتجع|إشعار|تكرار|فتح|تصعيد|نسأل عملاء
            """,
        ),
    ),
    Trick(
        "rework",
        Terms(
            r"re-?work\w*|scrap\w*|re-?do(?:ne|ing)?|re-?clean\w*|waste",
            "إعادة عمل|إعادة أعمال|إعادة تنفيذ|هدر|تالف",
        ),
        Terms(
            r"""
            (?:any|all|every) (?:hours?|work|costs?|repairs?)|whoever pays|whatever\b.{0,30}
            finishing|re-?classif\w*|hidden|after (?:handover|inspection|completion)
            first[ -](?:inspection|pass|time)|definition (?:is )?(?:fixed|frozen|signed)
            """,
            """
            كل ساعة|كل عمل|كل تكلفة|مهما كان|مهما سمي|إعادة تصنيف|مرة أولى|فحص أول|بعد تسليم
            """,
        ),
    ),
    Trick(
        "reports",
        Terms(
            r"""
            ncrs?|non-?conform\w*|incidents?|defects? (?:reported|found|logged)|near[ -]miss\w*
            reported (?:errors?|defects?|incidents?)|(?:audit )?findings?|errors? reported
            """,
            """
            عدم مطابقة|حادث|حوادث|بلاغ|بلاغات|ملاحظات تدقيق
            """,
        ),
        Terms(
            r"""
            first[ -](?:inspection|pass)|rework\w*|snags?|readmi\w*|spot checks?|independent\w*
            found by (?:the )?(?:clients?|customers?|auditors?)|sampl\w*|audits? of|reconcil\w*
            reward\w* (?:\w+ )?report\w*|early report\w*
            """,
            """
            فحص أول|إعادة عمل|ملاحظات تسليم|عينة|فحص مستقل|يكتشف عميل
            """,
        ),
    ),
    Trick(
        "score",
        Terms(
            r"""
            satisf\w*|(?:guest|customer|client|parent|patient|survey|review) (?:\w+ )?(?:scores?
            |ratings?)
            nps|csat|stars?
            """,
            """
            رضا|تقييم عملاء|تقييم ضيوف|تقييم نزلاء|استبيان
            """,
        ),
        Terms(
            r"""
            response rates?|shares? (?:\w+ ){0,3}(?:answer\w*|respond\w*)|non-?respon\w*|random\w*
            (?:did|do) not answer|invited|all (?:customers|guests|clients|parents|patients)
            (?:per|by|each|every) (?:site|property|branch|hotel|school|product|segment|building)
            """,
            """
            نسبة استجابة|نسبة رد|نسبة مجيبين|لكل فندق|لكل موقع|لكل فرع|لم يجب|عشوائي
            """,
        ),
    ),
    Trick(
        "closed",
        Terms(
            r"""
            clos(?:e|ed|ing|ure)|resolv\w*|attended|answered within
            respon(?:d|se)\w* (?:within|times?)
            """,
            """
            إغلاق|أغلق|تغلق|يغلق|زمن استجابة
            """,
        ),
        Terms(
            r"""
            re-?open\w*|repeat\w*|recur\w*|(?:come|came|comes) back|again within
            still (?:fixed|closed)
            (?:customer|client|guest|tenant) (?:agrees|confirms|says)|effect\w* checks?
            confirmed by the (?:customer|client|guest|tenant)|fixed (?:the )?first time
            """,
            """
            إعادة فتح|تكرر|تكرار|عاد خلال|يؤكد عميل|من أول مرة
            """,
        ),
    ),
    Trick(
        "trained",
        Terms(
            r"train(?:ed|ing)|courses? complet\w*|attendance|certified staff",
            "تدريب|حضور دورات|دورات",
        ),
        Terms(
            r"""
            can (?:do|show|explain)\w*|observ\w*|tests?|tested|demonstrat\w*|errors?|first[ -]time
            on the job|competen\w*
            """,
            """
            يستطيع|اختبار|ملاحظة أداء|يؤدي|أخطاء|كفاءة
            """,
        ),
    ),
)


def tricks(measured: str, guarded: str) -> list[tuple[str, bool]]:
    """The kinds of measure a text speaks of, each with whether the other text guards it."""
    return [(t.key, says(t.guard, guarded)) for t in TRICKS if says(t.measure, measured)]
