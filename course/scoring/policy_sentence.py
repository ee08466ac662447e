"""Whether a line says something: a sentence or an item with a verb, not a row of nouns."""

from course.scoring.policy_draft import Draft, Unit
from course.scoring.policy_terms import Terms
from course.scoring.text import Span

_SUBJECT_AND_VERB = Terms(
    r"""
    (?:we|i|they|it|who|that|which|everyone|everybody|anyone|nobody|each|it's|we're|we'll|let's)
    (?:is|are|was|were|be|been|am|will|shall|must|may|can|should|has|have|do|does|has to|need)
    commit(?:s|ted|ting)?|commitment to|applies|makes|builds?|delivers?|provides?|ensures?|supports?
    includes?|meets|keeps|sets|reviews|improves|explains|holds|serves|supplies|runs|sells|gives
    """,
    r"""
    نلتزم|تلتزم|يلتزم|ملتزم|ملتزمون|نلبي|نحسن|تحسن|نعمل|تعمل|يعمل|نضع|تضع|نراجع|نقيس|نشرح|يشرح|نسلم|نوفر|توفر|نقدم
    تقدم|نتعهد|تتعهد|نحرص|تحرص|نسعى|تسعى|نبني|ننفذ|تنفذ|نصنع|ننتج|نسجل|نوقف|نطبق|نمتثل|نراقب|نحافظ|نتوسع|نريد|يجوز
    نضمن|تضمن|يضمن|نتيح|ننشر|نعتمد|تعتمد|يفهم|يعرف|نخدم|تخدم|ندير|نشغل|تشغل|نجيب|نرد|نتابع|يحق|يستطيع|تدعم|تشكل|تسعي
    تهدف|يهدف|نهدف|تلبي|تلتزم|تقوم|يقوم|نقوم|نبلغ|يبلغ|ندرب|تؤمن|نؤمن|نستوفي|تستوفي|تكون|يكون|كان|نخالف|نحدد|تحدد
    نستقبل|نعالج|نخطط|نخزن|ننقل|نطور|نلزم|تتوفر|تمثل|توفر|تسلم|تراجع|نصلح|نفي|نستمع|تشرح|يراجع|تلزم|نعلم|نعتني
    """,
)
_OPENS_WITH_A_VERB = Terms(
    r"""
    (?:to )?(?:meet|satisfy|comply|conform|improve|continually|continuously|build|deliver|provide
    make|keep|set|review|explain|train|ask|check|record|answer|measure|follow|fulfil|fulfill|publish
    communicate|understand|apply|hold|ship|serve|listen|learn|stop|hand|use|give|ensure|maintain|tell
    do|work|act|fix|agree|reduce|finish|share|brief|display|offer|sell|report|grow|become|enter|honour
    meeting|satisfying|complying|improving|building|delivering|providing|making|keeping|setting
    reviewing|explaining|training|checking|following|fulfilling|communicating|ensuring|maintaining)
    """,
    r"""
    تلبية|الالتزام|التزام|استيفاء|الامتثال|تحسين|وضع|مراجعة|شرح|تسليم|توفير|العمل|ضمان
    """,
)
FUNCTION_WORDS = Terms(
    r"""
    the|a|an|of|to|for|in|on|at|by|with|from|as|and|or|we|our|us|it|its|this|that|these|those|they
    their|them|is|are|be|was|will|shall|must|may|can|not|no|what|which|who|when|if|before|after|so|than
    then|each|every|all|any|do|does|have|has|how|where|there|into|about|over|until|within|you|your|i
    he|she|his|her|but|out|up|one|more|such|own|been|also|through|between|during|because|only|other
    """
)
_STEEP = 10
_PROSE = 0.21  # policies we read run from 0.30 to 0.50 function words; lists of terms under 0.20


def is_sentence(draft: Draft, unit: Unit) -> bool:
    """A verb, and enough small words between the large ones."""
    span = (unit.start, unit.end)
    words = _count(draft.folded[unit.start : unit.end])
    if words < 2 or (words < 3 and unit.lead is None):
        return False
    if not (draft.find(_SUBJECT_AND_VERB, span) or _opens(draft, unit) or _led(draft, unit)):
        return False
    return words < _STEEP or prose_share(draft, span) >= _PROSE or _mostly_arabic(draft, span)


def prose_share(draft: Draft, span: Span) -> float:
    """The share of English function words."""
    words = _count(draft.folded[span[0] : span[1]])
    return len(draft.find(FUNCTION_WORDS, span)) / words if words else 0.0


def _opens(draft: Draft, unit: Unit) -> bool:
    opening = draft.find(_OPENS_WITH_A_VERB, (unit.start, min(unit.end, unit.start + 40)))
    return bool(opening) and opening[0][0] - unit.start <= 3


def _led(draft: Draft, unit: Unit) -> bool:
    return unit.lead is not None and bool(draft.find(_SUBJECT_AND_VERB, unit.lead))


def _mostly_arabic(draft: Draft, span: Span) -> bool:
    letters = [c for c in draft.folded[span[0] : span[1]] if c.isalpha()]
    return 2 * sum("\u0600" <= c <= "\u06ff" for c in letters) > len(letters)


def _count(text: str) -> int:
    return len(text.split())
