"""What makes a policy this company's own: its work, its customers, its place, its direction."""

import re

from course.judging.policy_terms import Terms
from course.reading.text import Span, normal

WORK = Terms(
    r"""
    build(?:ing|s|ings)? (?!a |an |on |the |our |trust|relation|culture|up)\w+|towers?|villas?
    |construct\w*|contracting|concrete|rebar|steel\w*|fit[- ]?outs?|roads?|bridges?|piling
    |scaffold\w*|mep|excavat\w*|waterproof\w*|drainage
    dates|juices?|bak(?:ery|eries|ed|ing)|bread|dairy|milk|meat|poultry|meals?|catering|kitchens?
    |restaurants?|food products?|packag\w+|bottl\w+|water treatment
    hotels?|rooms?|hospitality|stays?|banquets?|patient care|wards?|clinics?|clinical|surger\w+
    |diagnos\w*|medical \w+|medicines?|pharmac\w+|laborator\w+|nursing
    freight|cargo|containers?|warehous\w+|logistics|shipments?|customs clearance|haulage|fleet
    |baggage|bags|aircraft|ground handling|flights?|ramp
    alumini?um|extrusions?|profiles|dies|valves?|pumps?|oilfield|wellheads?|pipelines?|pipes?
    |castings?|machin(?:e|ed|es|ing)|fabricat\w+|weld\w*|coat\w+|cables?|switchgear|transformers?
    |glass|paints?|plastics?|furniture|joinery|garments?|uniforms?
    facilit(?:y|ies) management|clean(?:ing|ed|ers)|air[- ]conditioning|chillers?|lifts?
    |elevators?|maintenance of|maintain (?:towers?|buildings?|lifts?|chillers?|homes?)
    |landscap\w+|pest control|security guards?|waste collection
    schools?|lessons?|teach\w*|classes|courses?|curriculum|nurser(?:y|ies)|software|apps?
    |data cent(?:re|er)s?|website design|network installation|printing|labels|design (?:and build
    |services|drawings)|surveying|engineering design|inspection services
    accounts? opening|loans?|banking|insurance|payments?|audits? for|bookkeeping|recruit\w+
    |visa services|car rental|vehicles?|workshops?|spare parts|tyres|retail stores?|supermarkets?
    |jewell?ery|perfumes?|solar \w+|desalination
    """,
    """
    تشييد|مقاولات|أبراج|برج|فلل|فيلا|مباني سكني|مبان|خرسانة|طرق|جسور|تمور|عصائر|مخبوزات|خبز|ألبان
    |لحوم|أغذية|وجبات|فندق|فنادق|غرف|ضيافة|رعاية (?:مرضى|صحي)|عيادات|مستشفى
    مستشفيات|شحن|حاويات|مستودعات|تخزين|نقل بضائع|بضائع|أمتعة|طائرات|ألمنيوم|صمامات|مضخات|أنابيب
    |لحام|صيانة|تنظيف|مصاعد|تكييف|مدارس|مدرسة|تعليم|دروس|برمجيات|طباعة|أثاث|زجاج|كابلات|مرافق
    |أدوية
    """,
)
CUSTOMERS = Terms(
    r"""
    (?:government|public|private|corporate|individual)(?: and (?:government|public|private
    |corporate|individual))? (?:owners?|clients?|buyers?|sector clients?|entities|customers?)
    developers?|home ?owners?|villa owners?|property owners?|tenants?|residents?|guests?
    |patients?|parents?|pupils?|students?|passengers?|airlines?|shippers?|importers?|exporters?
    |retailers?|supermarkets|distributors?
    hotels and|restaurants and|hospitals and|main contractors?|contractors who|oil companies
    |operators?|adnoc|refiner\w+|landlords?|building owners?|families|travellers?
    |account holders?|borrowers?|drivers who|farmers?|wholesalers?|traders
    government entities|municipalities|facade contractors?|window makers?|schools we|offices we
    |buyers? in|cafes?|shops|clinics we
    """,
    """
    مطورين|مطورون|ملاك|مالك|نزلاء|ضيوف|مرضى|مريض|أولياء أمور|طلبة|طلاب|مستأجر|سكان|ركاب
    |شركات طيران|متاجر|تجار|مستورد|مصدر|شركات نفط|موزع
    """,
)
PLACES = Terms(
    r"""
    uae|emirates?|dubai|abu dhabi|sharjah|ajman|fujairah|ras al[- ]khaimah|rak|umm al[- ]quwain
    |al ain|gulf|gcc|jebel ali|mussafah|kezad|jafza|saudi arabia|ksa|riyadh|jeddah|dammam|qatar
    |doha|oman|muscat|bahrain|kuwait|deira|hatta|khor fakkan|saudi
    """,
    """
    إمارات|دبي|أبوظبي|أبو ظبي|شارقة|عجمان|رأس خيمة|فجيرة|أم قيوين|عين|خليج|سعودية|قطر|جبل علي
    |مصفح|عمان|رياض|دوحة|كيزاد
    """,
)
CONTEXT = Terms(
    r"""
    summer|heat|humidity|market|season\w*|tender\w*|export\w*|skills? shortage|nationalities
    |regulators?|municipalit\w+|dubai municipality|dha|doh|khda|adek|adnoc|civil defen[cs]e
    |competit\w+|supply chain|climate|price pressure|turnover|growth in|prefabricat\w+|ramadan
    |handover season
    """,
    """
    صيف|حرارة|رطوبة|سوق|موسم|مناقصات|تصدير|لغات|جنسيات|بلدية|هيئة|منافسة|مناخ|رمضان
    """,
)
CLAUSE_WORDS = Terms(
    r"""
    (?:appropriate|suitable|relevant) to (?:the |our |its )?(?:purpose|nature
    |context)[\w ,]{0,60}|purpose and context of the organi[sz]ation
    """,
    """
    (?:ملائم|مناسب|تناسب|تلائم)\\w* (?:غرض|أغراض|سياق)[^.،؛\n]{0,40}
    """,
)
STRATEGY = Terms(
    r"""
    strateg(?:y|ic|ies)(?: (?:direction|plan|goals?|aims?))?|business plan|vision|long[- ]term plan
    """,
    """
    توجه استراتيجي|استراتيجية|توجهات استراتيجي|خطة (?:عمل|استراتيجي)|رؤية|رؤيتنا
    """,
)
# Direction said in plain words: where the company goes, not that it goes somewhere.
DIRECTION = Terms(
    r"""
    (?:we|company|group|plan|strategy|aim|intend\w*|want|direction|business|order
    |vision)(?: \w+){0,4} (?:(?:grow|expand|specialis|speciali[sz]|move|shift)(?:e|s|ing
    |es)? (?:by|with|in|from|into|through|beyond|to|towards|up)|enter(?:ing)?|becom(?:e|ing)
    |(?:open|doubl)(?:e|ing)? (?:a|our|two|three|new)|win (?:more|repeat|back))(?: \w+){1,4}
    (?:strategy|direction|business plan|plan|vision)(?: for \w+)? (?:is|are|says?|means|rests on
    |depends on) (?!to support|to be the best)\w+(?: \w+){1,6}
    (?:over|in|within) the (?:next|coming) (?:\w+ )?years?|by 20\d\d we|by (?:the end of )?20\d\d
    (?:first choice|preferred (?:supplier|contractor|partner)) (?:of|for) \w+(?: \w+){0,3}
    |so that (?:they|customers|clients|guests|developers|owners|parents|patients|buyers|tenants
    |airlines) (?:\w+ )?(?:come back|return|stay|choose us|order again|reorder|renew|recommend us
    |give us the next \w+)
    repeat (?:business|orders|contracts|work)(?: \w+){0,4}|grow(?:s|ing)? (?:by|with|in|from|into
    |through) \w+(?: \w+){0,4}|(?:expand|export)(?:s|ing)? (?:to|into) \w+(?: \w+){0,3}
    """,
    """
    (?:نتوسع|توسع|ننمو|نمو|ندخل) \\w+(?: \\w+){0,3}
    (?:نصبح|نكون) (?:خيار|مقاول|مورد|شريك) \\w+(?: \\w+){0,3}
    خلال (?:سنوات|أعوام) \\w+|بحلول (?:نهاية )?(?:عام |سنة )?20\\d\\d
    |يختارنا \\w+(?: \\w+){0,2}|خيار أول
    يعودوا إلينا|يعود إلينا|خيار أول \\w+
    """,
)

_LEGAL_FORMS_WORDS = """
    llc l.l.c fze fzco fzc fz co company group trading general services service quality
    management the al and of for est establishment international industries industry global gulf
    uae other school schools contracting construction limited ltd holding ذ.م.م شركة مؤسسة
    مجموعة ادارة قطاع خدمات
"""
_LEGAL_FORMS = frozenset(_LEGAL_FORMS_WORDS.split())


def profile_terms(words: str, stem: int) -> re.Pattern[str] | None:
    """A pattern for the telling words of a profile field; None when it has none.

    Long words match by their first `stem` letters, so that "construction" finds "construct".
    """
    # \w alone would glue scripts together; the field is short and typed by the learner.
    telling = [w for w in re.findall(r"[\w.]{3,}", _fold(words)) if w not in _LEGAL_FORMS]
    if not telling:
        return None
    stems = [re.escape(w[:stem]) for w in telling[:12]]
    return re.compile(rf"\b[وفبل]?(?:ال)?(?:{'|'.join(stems)})\w*")


def matches(pattern: re.Pattern[str] | None, folded: str) -> list[Span]:
    return [m.span() for m in pattern.finditer(folded)] if pattern else []


def _fold(words: str) -> str:
    return re.sub(r"\bال", "", normal(words))[:200]
