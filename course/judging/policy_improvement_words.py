"""The words of improvement: what improves, how often, and what a changed procedure is called."""

from course.judging.policy_terms import Terms

IMPROVE = Terms(
    r"""
    improv(?:es?|ed|ing|ements?)
    (?:make|makes|making) (?:our |the )?(?:[\w ]{2,40}?) better|enhanc(?:es?|ed|ing|ement)
    """,
    """
    تحسين|نحسن|تحسن|يحسن|تطوير|نطور
    """,
)
_OCCASION = (
    "year|quarter|month|week|day|term|season|project|shift|complaint|audit|management review"
    "|incident|accident|mistake|error|fault|failure|defect|claim|return|near[- ]miss|finding"
    "|nonconformity|non-conformity|handover|flight|delivery|repair"
)
CONTINUAL = Terms(
    rf"""
    continual(?:ly)?|continuous(?:ly)?|constant(?:ly)?|ongoing|steadily|never stops?
    |year (?:after|on|by) year
    (?:every|each) (?:single |repeated |serious |customer )?(?:{_OCCASION})|stop(?:s
    |ping)?(?= improv)|keeps?(?: on)?(?= improv)
    """,
    """
    مستمر|باستمرار|استمرار|مستمرا|دائم|متواصل|كل (?:عام|سنة|ربع|شهر|أسبوع|فصل)|سنويا
    |كل (?:شكوى|حادث|خطأ|عيب|مشروع|تدقيق|بلاغ)
    """,
)
SYSTEM = Terms(
    r"""
    (?:(?:the|our|its|this) )?(?:effectiveness of (?:the|our
    |its) )?(?:integrated |quality )*(?:management )system(?:'s)?(?: effectiveness)?
    qms|(?:our|the) (?:quality )?system
    (?:the )?ways? (?:in which )?(?:we|our (?:people|teams?|crews?)) \w+|how (?:we|our (?:people
    |teams?)) \w+
    """,
    """
    نظام إدارة (?:جودة|متكامل)|نظام (?:جودة|إدارة)|طريقة عمل|أساليب عمل|فاعلية نظام|فعالية نظام
    |نظامنا
    """,
)
# A way of working put right: the object is how things are done, never the product.
_CHANGE = (
    "chang(?:es?|ed|ing)|fix(?:es|ed|ing)?|remov(?:es?|ed|ing)|redesign(?:s|ed|ing)?"
    "|rewrit(?:es?|ing|ten)|correct(?:s|ed|ing)?|eliminat(?:es?|ed|ing)|updat(?:es?|ed|ing)"
    "|revis(?:es?|ed|ing)|adjust(?:s|ed|ing)?|simplif(?:y|ies|ied|ying)|replac(?:es?|ed|ing)"
)
CHANGES_HOW = Terms(
    rf"""
    (?:{_CHANGE}) (?:[\w']+ ){{0,3}}?(?:process(?:es)?|procedures?|methods?|routines?
    |checklists?|work instructions?|working (?:method|practice)s?|(?:root )?causes?|steps?)
    (?:{_CHANGE}) (?:[\w']+ ){{0,2}}?ways? (?:(?:in which )?(?:we|it|they|he|she|people|this
    |that|of|our)\b)(?: \w+)?
    (?:{_CHANGE}) how (?:it|they|this|these|that|we|each|the \w+|our \w+)(?: (?:is|are))? \w+
    """,
    """
    (?:نغير|يغير|تغير|تغيير|نعدل|يعدل|تعديل|نصلح|يصلح|إصلاح|نزيل|يزيل|إزالة|نعيد تصميم|إعادة تصميم
    |نصحح|تصحيح) (?:إجراء|عملية|عمليات|خطو|طريقة|أسلوب|أساليب|سبب|أسباب|تعليمات)
    """,
)
