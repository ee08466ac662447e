"""Promises without exception, which the first ordinary day breaks."""

from course.judging.policy_draft import Draft, Unit
from course.judging.policy_polarity import polarity
from course.judging.policy_terms import Terms

_RESULT = (
    r"(?:deliver\w*|meet\w*|satisf\w+|exceed\w*|on time|right|please\w*|perfect\w*|happy|achiev\w+"
    r"|provid\w+|offer\w*|produc\w+|succe\w+|conform\w*"
    r"|compl(?:y|ies)|keep\w* (?:our|every) promise)"
)
# What depends on others; to obey the law without exception is in one's own hands.
_OUTCOME = (
    r"(?:deliver\w*|hand\w* over|satisf\w+|on time|right|please\w*|happy|succe\w+|perfect\w*)"
)
_PARTY = "(?:guest|customer|client|patient|parent|passenger|tenant|owner|buyer|visitor)s?"
# "every time" at the end of a promise; before a clause it opens a rule: "every time it is unclear".
_EACH_TIME = (
    r"(?:every single time|at all times|every time(?= ?[,.;:!\n]|$| and | without)"
    r"|without (?:any )?(?:exceptions?|fail))"
)
ABSOLUTES: dict[str, Terms] = {
    "zero-defect": Terms(
        r"""
        (?:zero|no)[- ](?:defects?|errors?|complaints?|mistakes?|failures?|rework|faults?)
        zero[- ]tolerance (?:for|of|to|towards?) (?:any |all )?(?:defects?|errors?|mistakes?
        |faults?|failures?|delays?|complaints?|rework)
        (?:defect|error|fault|mistake|complaint|trouble)s?[- ]free|free (?:of
        |from) (?:any |all )?(?:defects?|errors?|faults?|mistakes?)|flawless\w*|faultless\w*
        |perfect(?:ion|ly)?(?! for)|without (?:any )?(?:defects?|errors?|faults?|mistakes?)
        """,
        """
        خال(?:ي|ية|يا)? من (?:أي )?(?:عيوب|عيب|أخطاء|خطأ)|صفر (?:عيوب|عيب|أخطاء|شكاوى)
        |بلا (?:عيوب|عيب|أخطاء)|دون (?:عيوب|أخطاء|أي عيوب|أي أخطاء)|انعدام عيوب
        """,
    ),
    "hundred-percent": Terms(
        r"""
        (?:100 ?%|100 per ?cent|one hundred per ?cent|hundred percent) (?!(?:of (?:welds?
        |samples?|batches|parts|units)|inspect\w*|check\w*|test\w*|x-?ray))(?:\w+ ?){1,4}
        (?:total|complete|absolute|full|utmost) (?:customer |client |guest )?(?:satisfaction
        |quality|perfection|excellence)
        """,
        r"""
        100\s?%(?! (?:من )?(?:لحام|عين|دفع|وحد|قطع|منتج|فحص|اختبار))
        (?:مئة|مائة) بالم[ائ]*ة|رضا (?:تام|كامل|مطلق)
        """,
    ),
    "always": Terms(
        rf"""
        always (?:\w+ ){{0,2}}{_RESULT}
        (?:deliver\w*|satisf\w+|meet\w*|be|are) (?:\w+ ){{0,4}}(?:always|every single time
        |every time(?= ?[,.;:!\n]|$)|at all times)
        {_OUTCOME}(?:,? \w+){{0,4}},? {_EACH_TIME}(?:,? {_EACH_TIME})*
        (?:every|each) {_PARTY} (?:leaves?|is|goes (?:away|home)) (?:\w+ )?(?:satisfied|happy
        |delighted|pleased)(?:, {_EACH_TIME})?
        never (?:be )?(?:late|fail\w*|disappoint\w*|make (?:a )?mistakes?|wrong)
        never (?:ever )?compromis(?:e|es|ing)(?: (?:on|with) (?:the |our )?(?:\w+ )?(?:quality
        |excellence)|(?= ?[,.;!\n]|$))
        quality(?: is)?,? (?:without|never) (?:any )?compromised?|no compromises? (?:on|with
        |in) (?:the |our )?quality|uncompromising (?:\w+ )?quality
        """,
        """
        دائما|على دوام|في كل أوقات|في جميع أوقات|في كل مرة
        لا (?:نساوم|نتهاون|تهاون|مساومة) (?:على|في|مع) جودة
        """,
    ),
    "exceed": Terms(
        r"""
        (?:exceed|surpass|go(?:es|ing)? beyond|outperform)(?:s|ing)? (?:\w+(?:'s
        |s')? (?:and )?){0,4}?(?:expectations?|needs|requirements?)
        (?:beyond|above) (?:\w+ ){0,2}expectations?|delight(?:s|ing|ed)?|wow(?: factor)?
        """,
        """
        (?:تفوق|يفوق|نفوق|تتجاوز|يتجاوز|نتجاوز|تجاوز|تخطي|نتخطى) (?:توقعات|متطلبات
        |احتياجات)(?: \\w+)?
        """,
    ),
    "guarantee": Terms(
        r"""
        guarantee(?:s|d|ing)? (?!period|certificate|claims?|works?)(?:\w+ ?){1,4}
        """,
        """
        نضمن|تضمن شركة|ضمان كامل
        """,
    ),
}
_NO_TARGET = ("zero-defect", "hundred-percent", "always")


def leaves_no_target(draft: Draft, unit: Unit) -> bool:
    """Whether the sentence promises all or nothing, so that no objective could be set on it."""
    found = (hit for kind in _NO_TARGET for hit in draft.find(ABSOLUTES[kind], unit[:2]))
    return any(polarity(draft, unit, hit, after=False) == "said" for hit in found)
