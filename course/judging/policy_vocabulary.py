"""The words of 5.2: what a promise about requirements, improvement and objectives is made of."""

from course.judging.policy_regulators import BODY, RULES
from course.judging.policy_terms import Terms

_PARTY = (
    "customers?|clients?|guests?|patients?|buyers?|tenants?|residents?|owners?|passengers?|parents?"
    "|developers?|consultants?|airlines?|retailers?|users?|purchasers?|consumers?|contract(?:ual|s)?"
    "|employers?|shippers?|students?|pupils?|project"
)
# What may stand between a party and its requirements: a list of kinds, never a verb.
_BETWEEN = (
    r"(?:'s|s'|')?(?:(?:,| and| or|,? as well as|/)*(?: |/)(?:and |or )?(?:statutory|regulatory"
    r"|legal|legislative|contractual|applicable|relevant|stated|agreed|specific|technical|project|quality"
    r"|other|all|their|our|the|needs|expectations|requirements|specifications|market|industry"
    r"|product|service|contract|safety|implied|written|law|customers?|clients?)(?:'s|s'|')?){0,6}?"
)
_ASKED = "requirements?|needs?|expectations?|specifications?|specs?|obligations?|rights"

CUSTOMER_REQUIREMENTS = Terms(
    rf"""
    (?:{_PARTY}){_BETWEEN}(?: and)? (?:{_ASKED}|drawings?|orders?|instructions?)
    (?:{_ASKED}) (?:of|from|set by|agreed with) (?:our |the |each |every |its )?(?:{_PARTY})
    (?:the |each |every |our )?(?:signed |agreed )?contracts?(?: terms| conditions)?
    (?:agreed|approved|project|technical|signed)(?: and \w+)? (?:{_ASKED}|scope|drawings?|orders?
    |quotations?)
    what (?:we|our|the|a|an|every|each|his|her|their|they) ?[^.;:\n]{{0,30}}?(?:agreed|ordered
    |specified|asked(?: for)?|promised|signed|needs?)
    what (?:the|each|every|their|a) (?:signed |purchase )?(?:contract|drawing|order|specification
    |booking|quotation|offer|agreement|brief|prospectus|waybill|menu|programme)s? (?:says?|asks?
    |calls?|states?|promises?)(?: for)?
    """,
    """
    متطلبات (?:عملاء|عملائ|عميل|زبائن|زبون|مالك|ملاك|عقد|عقود|متعامل|نزلاء|ضيوف|مرضى|طلب|مشتر|شرك
    |مستأجر|أولياء|مشروع)
    (?:احتياجات|توقعات|رغبات|مواصفات) (?:عملاء|عملائ|عميل|زبائن|مالك|ملاك|متعامل|نزلاء|ضيوف|مرضى
    |مشتر)
    ما (?:اتفق|تعاقد|وعد|طلب)\\w* \\w+
    (?:شروط|بنود|مواصفات) (?:عقد|عقود|تعاقد|متفق)
    متطلبات[^.؛]{0,25} (?:عملاء|عملائ|عميل|مالك|ملاك|زبائن|متعامل|نزلاء|مرضى)
    """,
)
LEGAL_REQUIREMENTS = Terms(
    rf"""
    (?:statutory|regulatory|legal|legislative|municipal|federal|mandatory){_BETWEEN} (?:{_ASKED}
    |rules|codes?|standards?|conditions?)
    laws?|legislation|(?<!self-)regulations?|by-?laws?|(?:building|safety|fire|health
    |food) codes?|codes? of practice
    (?:licen[cs]e|licensing|permit) (?:conditions?|requirements?)
    (?:{RULES}) (?:of|from|set by) (?:the )?(?:[\w]+ ){{0,3}}?(?:{BODY})
    (?:{BODY})(?:'s|s'|')?(?: and (?:the )?(?:{BODY})(?:'s|s'|')?)? (?:\w+ ){{0,2}}?(?:{RULES})
    """,
    """
    متطلبات (?:قانون|تنظيم|تشريع|نظام|رقاب|حكوم|بلدي|هيئ|وزار|دائر|جهات)
    (?:متطلبات|اشتراطات|شروط|تعليمات|معايير)[^.؛]{0,40} (?:قانوني|تنظيمي|تشريعي|نظامي|رقابي|حكومي
    |بلدي|هيئة|وزارة|دائرة|دفاع مدني|جمارك)
    قوانين|قانون|أنظمة|لوائح|تشريعات|كود بناء|جهات (?:رقاب|تنظيم|مختص|حكوم)
    """,
)
ANY_REQUIREMENTS = Terms(
    r"""
    (?:(?:all|any|applicable|relevant|stated|agreed|specified|quality|these|those|its|their|our
    |the) ){0,4}requirements
    compliant(?! with)|(?:full )?compliance(?! (?:with|to))
    """,
    """
    (?:مشاريع|منتجات|خدمات|أعمال) مطابقة
    متطلبات(?: (?:معمول|منطبق|مطبق|سار|لازم|جودة))?
    """,
)
STANDARD_REQUIREMENTS = Terms(
    r"""
    (?:requirements? (?:of|in|from) )?(?:the |this )?(?:iso(?:/iec)? ?\d{4,5}(?::\d{4})?
    |clauses? \d+(?:\.\d+)*|international standards?)(?: requirements?)?
    requirements? (?:of|in) (?:the |this |our )?(?:standard|quality management system|qms|clause)
    quality management system requirements?
    """,
    """
    (?:متطلبات )?(?:مواصف|معيار)\\w* (?:دولي|قياسي|آيزو|أيزو|iso)[^،.؛]{0,12}
    (?:آيزو|أيزو) ?\\d{4}
    (?:بند|بنود) \\d[\\d.]*
    متطلبات نظام إدارة جودة
    """,
)
SATISFY = Terms(
    r"""
    meet(?:s|ing)?|satisf(?:y|ies|ied|ying)|fulfil\w*|compl(?:y|ies|ied
    |ying)(?: fully)?(?: with)?|compliance with|compliant with
    conform(?:s|ing|ity|ance)?(?: fully)?(?: to| with)|adher\w+ to|abid\w+ by|follow(?:s|ing)?
    |obey(?:s|ing)?|honour\w*|observ(?:es?|ing)
    respect(?:s|ing)?|keep(?:s|ing)? (?:to|within)|work(?:s|ing)? (?:to|within)|build(?:s
    |ing)? (?:\w+ ){0,2}?to|deliver(?:s|ing)?(?: exactly)?
    in (?:accordance|line|compliance|conformity) with|according to|do(?:es|ing)?(?= what)
    |answer(?:s|ing)? to
    |satisfaction of|(?:gets?|receives?|(?:is|are) given)(?= (?:exactly )?what)
    (?:ship|go|fall|drop|work|sell|serv|deliver|build|cook|hir)(?:s|es|e|ing)? (?:\w+ )?below
    (?:what|as) (?:\w+ ){0,2}(?:requires?|demands?)|ignor\w+|bypass\w*|waiv\w+|breach\w*
    |violat\w+|fails?|compromis\w+(?: on)?
    """,
    """
    نلتزم|التزام|تلتزم|يلتزم|ملتزم|نلبي|تلبية|تلبي|يلبي|استيفاء|نستوفي|تستوفي|يستوفي|نمتثل|امتثال
    |تمتثل|نتقيد|تقيد|نتبع|وفق|وفقا
    مطابق|نفي|نحترم|احترام|نطبق|تطبيق|نخالف|مخالفة|نتجاهل|تجاهل|الوفاء|وفاء|نراعي|مراعاة
    """,
)
# A nearer verb of this kind takes the requirement for itself: to exceed or to study is not to meet.
OTHER_VERBS = Terms(
    r"""
    (?<!meet and )(?<!meet or )(?<!meeting and )(?<!meeting or )(?:exceed\w*|surpass\w*)|beyond
    |anticipat\w+|understand\w*|identif\w+
    listen\w*|collect\w*|know(?:s|ing)?|determin\w+|discuss\w*|survey\w*|record(?:s|ing)?
    |manage\w*|shap\w+|increas\w+
    """,
    """
    تتجاوز|تفوق|يفوق|يتجاوز|تجاوز|نتجاوز|نفوق|فهم|دراسة|معرفة|تحديد|جمع|استباق
    """,
)
SATISFIED = Terms(
    r"""
    (?:are|is|be|being|get|been)(?: (?:always|fully|all|not|never|first))*(?: both)? (?:met
    |satisfied|fulfilled|followed|respected|observed|honoured|complied with|kept)
    (?:are|is)n't (?:met|followed)|(?:are|is)(?: not|n't)? (?:optional|negotiable)
    comes? (?:first|before)|(?:go|goes) before|takes? precedence|apply to (?:all|every)
    |ignored|bypassed|waived
    """,
)
OBJECTIVES = Terms(
    r"""
    (?:quality |measurable |yearly |annual |our |clear |these |the )*(?:objectives
    |targets(?! market)|goals|kpis)
    (?:measurable|yearly|annual|quality) (?:objective|target|goal)|(?:an|one|each
    |every) objective(?! (?:evidence|view|assess\w*|way))
    """,
    """
    أهداف|هدف (?:جودة|قابل|سنوي)|مستهدفات|مؤشرات (?:أداء|جودة)
    """,
)
FRAME = Terms(
    r"""
    framework|basis|frames?|sets?|setting|agrees?|review(?:s|ed|ing)?|measures?|measured
    |measuring|tracks?|tracked|publish(?:es|ed)?
    deriv\w+|draws?|takes?|commit(?:s|ted|ting)?|come from|derived
    |based on|foundation|establish\w*|defin(?:es?|ed|ing)
    |are set|has|have|carries|works? to
    """,
    """
    إطار|أساس|نضع|يضع|يحدد|وضع|تضع|توضع|نحدد|تحديد|تحدد|نراجع|مراجعة|تراجع|نقيس|قياس|ننشر|نتابع
    |متابعة|نستمد|تستمد|منها|صياغة|نلتزم|ملتزم|نتعهد
    """,
)
