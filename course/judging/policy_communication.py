"""5.2.2: told and understood, and within reach of those outside."""

from course.content.clauses import Edition
from course.judging.finding import Finding
from course.judging.policy_draft import Draft, Unit
from course.judging.policy_evidence import Evidence, listed_only, quote, quoted_denial
from course.judging.policy_polarity import polarity
from course.judging.policy_reasons import finding
from course.judging.policy_sentence import is_sentence
from course.judging.policy_terms import Terms
from course.reading.text import Span

_NAMED = Terms(
    r"""
    polic(?:y|ies)|this (?:page|statement|document)|these (?:words|promises|commitments|lines)
    """,
    "سياس|هذه (?:صفحة|وثيقة|كلمات|وعود|التزامات)",
)
_REFERRED = Terms("it|this", "هي|إياها|\\w{1,7}ها|ها")
_TELL = Terms(
    r"""
    communicat\w+|explain\w*|brief(?:s|ed|ing|ings)?|shar(?:e|es|ed|ing)|induct\w*|train(?:s|ed
    |ing)?|toolbox talks?|translat\w+|posted|display\w*
    talk(?:s|ed)? (?:about|through)|introduc\w+|discuss\w*|tell(?:s|ing)?|told|reads? (?:it|this)
    |goes through|go through|presented
    """,
    """
    مبلغ|نشرح|يشرح|شرح|تشرح|تعريف|نعرف|إبلاغ|نبلغ|تبلغ|يبلغ|تعميم|تعمم|توزيع|تدريب|توضيح|نوضح
    |يوضح|ترجمة|مترجم|تعلن|إيصال|نناقش|يناقش
    """,
)
_GRASP = Terms(
    r"""
    understand\w*|understood|what it (?:means|changes)|(?:can|could|should) (?:say|tell|explain
    |repeat)|what this (?:means|policy)|means? (?:for|in) (?:their|the|his|her|your|each
    |that) (?:own )?(?:jobs?|work|teams?|roles?)|in their own words|aware(?:ness)?
    """,
    """
    يفهم|فهم|نفهم|مفهوم|تفهم|يدرك|إدراك|ما (?:تعني|معنى|يعني)|وعي
    """,
)
_APPLY = Terms(
    r"""
    appl(?:y|ies|ied|ying)(?! to (?:all|the|our) (?:products|services|sites|activities))
    |into practice|implement\w*|act(?:s|ed)? on|uses? it|used in|works? (?:to|by) (?:it|this)
    |decides? by it|follow(?:s|ed)? (?:it|this policy)|judged? (?:by|against)|put to work
    """,
    """
    يطبق|تطبيق|نطبق|تطبق|تنفيذها|يعمل بها|نعمل بها|تنفذ
    """,
)
_HOW = Terms(
    r"""
    supervisors?|foremen|foreman|managers?|engineers?|principals?|team leaders?|heads? of
    |induction|toolbox|briefings?|meetings?|every (?:new|month|week|quarter|year|shift
    |site|crew|employee)|each (?:new|month|week|quarter|year|shift|site|crew|department)
    languages?|arabic|urdu|hindi|malayalam|nepali|bengali|tagalog|directors?|in person
    |face to face|by asking|on (?:the|every|each) (?:site|shift|ward|floor)|charge nurses?|weekly
    |monthly|yearly|first (?:day|week)
    """,
    """
    مشرف|مشرفين|مهندس|تدريب تعريفي|مدير|مدراء|اجتماع|لقاء|تهيئة|تعيين
    |كل (?:شهر|أسبوع|ربع|عام|سنة|موظف)
    |بلغة|لغات
    |لغة|ورشة|ورديه|موقع عمل|شهريا|أسبوعيا
    """,
)
_REACH = Terms(
    r"""
    available|publish\w*|(?:on|upon) (?:our |the |company |public )*website|(?:on|upon
    |by) request|(?:given|sent|handed|supplied|attached|included|shared)(?: with| to| in| on)
    display\w*|posted|at reception|copy|copies|accessible|hand (?:it|this|a copy)|send (?:it|this
    |a copy)|give (?:it|this|a copy)|we share
    |communicated to (?:our |all |relevant )?(?:customers|clients|suppliers|interested)
    |receiv\w+ (?:it|this|a copy|the policy)
    """,
    """
    متاح|نتيح|إتاحة|تتاح|منشور|ننشر|تنشر|نشرها|معروض|نسخة|ترسل|نرسل|متوفر|تقدم
    """,
)
_OUTSIDE = Terms(
    r"""
    interested part(?:y|ies)|customers?|clients?|suppliers?|subcontractors?|the public|public
    |visitors?|anyone|anybody|website|request|tenders?|regulators?|inspectors?|stakeholders
    |guests?|patients?|parents?|tenants?|bidders?|outside|contracts?|whoever asks|who asks?
    """,
    """
    أطراف (?:معني|ذات|مهتم|خارجي)|أصحاب (?:مصلحة|مصالح|علاقة)|عملاء|عملائ|عميل|مورد|موردين|جمهور
    |زوار|موقع (?:إلكتروني|شركة)|موقعنا|طلب|يطلبها|مقاول|جهات|نزلاء|مرضى
    """,
)


def review_communicated(draft: Draft, edition: Edition) -> Finding:
    """Told, and understood or applied, and how; the text can say it, never prove it."""
    evidence = Evidence()
    for unit in _about_the_policy(draft):
        for kind, terms in (("tell", _TELL), ("grasp", _GRASP), ("apply", _APPLY)):
            for hit in draft.find(terms, unit[:2]):
                meant = polarity(draft, unit, hit)
                evidence.note(kind, meant, hit, denial=quoted_denial(draft, unit, hit, hit[1]))
                if meant == "said":
                    evidence.said.setdefault("how", []).extend(draft.find(_HOW, unit[:2]))
    return _judge(draft, edition, "communicated", _told(evidence), evidence, _TELL)


def _told(evidence: Evidence) -> str | None:
    tell, how = evidence.said.get("tell"), evidence.said.get("how")
    inward = evidence.said.get("grasp") or evidence.said.get("apply")
    if tell and inward:
        return "met" if how else "said-only"
    return "told-only" if tell else "not-told" if inward else None


def review_available(draft: Draft, edition: Edition) -> Finding:
    """Within reach of interested parties outside, as far as that is appropriate."""
    evidence = Evidence()
    for unit in _about_the_policy(draft):
        outside = draft.find(_OUTSIDE, unit[:2])
        for hit in draft.find(_REACH, unit[:2]):
            kind = "outside" if outside else "inside"
            denied = quoted_denial(draft, unit, hit, hit[1])
            evidence.note(kind, polarity(draft, unit, hit), hit, *outside, denial=denied)
    kind = "met" if "outside" in evidence.said else "inside-only" if evidence.said else None
    return _judge(draft, edition, "available", kind, evidence, _REACH)


def _judge(
    draft: Draft, edition: Edition, key: str, kind: str | None, evidence: Evidence, terms: Terms
) -> Finding:
    if evidence.denials:
        kind = "contradicted" if kind else "negated"
        words = draft.words(evidence.denials[0])
        spans = [*evidence.spans(), *evidence.denials]
        return finding(draft, edition, key, kind, spans, words=words)
    if kind:
        spans = evidence.spans()
        told = evidence.spans(*(set(evidence.said) - {"how"}))
        return finding(draft, edition, key, kind, spans, words=quote(draft, told))
    listed: list[Span] = listed_only(draft, terms)
    return finding(draft, edition, key, "keyword-list" if listed else "missing", listed)


def _about_the_policy(draft: Draft) -> list[Unit]:
    """Sentences that name the policy, and those right after that say "it"."""
    about: list[Unit] = []
    previous: Unit | None = None
    for unit in draft.units:
        follows = bool(about) and about[-1] is previous and draft.find(_REFERRED, unit[:2])
        if (draft.find(_NAMED, unit[:2]) or follows) and is_sentence(draft, unit):
            about.append(unit)
        previous = unit
    return about
