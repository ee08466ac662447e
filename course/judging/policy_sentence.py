"""Whether a line says something: a sentence or an item with a verb, not a row of nouns."""

from course.judging.policy_draft import Draft, Unit
from course.judging.policy_terms import Terms
from course.reading.text import Span

_SUBJECT_AND_VERB = Terms(
    r"""
    (?:we|i|they|it|who|that|which|everyone|everybody|anyone|nobody|each|it's|we're|we'll|let's)
    |(?:is|are|was|were|be|been|am|will|shall|must|may|can|should|has|have|do|does|has to|need)
    |commit(?:s|ted|ting)?|commitment to|applies|makes|builds?|delivers?|provides?|ensures?
    |supports?|includes?|meets|keeps|sets|reviews|improves|explains|holds|serves|supplies|runs
    |sells|gives|finds?|gets?|receives?|asks?|stops?|checks?|calls?|explains?|changes|chooses?
    |takes?|goes|talks?|opens?|require(?:s|d)?|meet|satisfy|comply|improve|explain|receive|follow
    |become|keep|give|bring|know|understand|answers?|hands?|tells?|asks?|signs|ships|treats?
    |trains?|comes?|looks?|stores?|moves?|repairs?|handles?
    """,
)
# First person plural and third person show in an Arabic verb's first letter; these nouns share it.
ARABIC_VERBS = Terms(
    arabic="""
    س?ي(?!اس|ناير|ونيو|وليو|ومي|مين|ابان)\\w{3,}|س?ن(?!ظام|ظم|هج|جاح|قاط|قطة|سبة|تائج|تيجة|طاق
    |وعية|شاط|هاية|زلاء|مو\\b|فس|حو|فط|صوص|سخ|دوة|وع)\\w{3,}|(?:تؤمن|تتعهد|تتوفر|تحدد|تحرص|تحسن
    |تخدم|تدعم|تراجع|تستوفي|تسعى|تسعي|تسلم|تشرح|تشغل|تشكل|تضع|تضمن|تعتمد|تعمل|تقدم|تقوم|تكون|تلبي
    |تلتزم|تلزم|تمثل|تنفذ|تهدف|توفر|كان|ملتزم|ملتزمون)(?:ها|ه|نا)?|لدينا|هذه|نحن|هي|هو|علينا|يجد
    |نجد|يري|نري|يقف|نقف|نعد|يعد|نضع|يضع|توضع|نفي|يفي|نرد|يرد|نصل|يصل|نثق|يثق|نحل|يحل|نقل|نعي|يعي
    """,
    whole=True,
)
_OPENS_WITH_A_VERB = Terms(
    r"""
    (?:to )?(?:meet|satisfy|comply|conform|improve|continually|continuously|build|deliver|provide
    |make|keep|set|review|explain|train|ask|check|record|answer|measure|follow|fulfil|fulfill
    |publish|communicate|understand|apply|hold|ship|serve|listen|learn|stop|hand|use|give|ensure
    |maintain|tell|do|work|act|fix|agree|reduce|finish|share|brief|display|offer|sell|report|grow
    |become|enter|honour|meeting|satisfying|complying|improving|building|delivering|providing
    |making|keeping|setting|reviewing|explaining|training|checking|following|fulfilling
    |communicating|ensuring|maintaining)
    """,
    r"""
    تلبية|الالتزام|التزام|استيفاء|الامتثال|تحسين|وضع|مراجعة|شرح|تسليم|توفير|العمل|ضمان
    """,
)
FUNCTION_WORDS = Terms(
    r"""
    the|a|an|of|to|for|in|on|at|by|with|from|as|and|or|we|our|us|it|its|this|that|these|those
    |they|their|them|is|are|be|was|will|shall|must|may|can|not|no|what|which|who|when|if|before
    |after|so|than|then|each|every|all|any|do|does|have|has|how|where|there|into|about|over|until
    |within|you|your|i|he|she|his|her|but|out|up|one|more|such|own|been|also|through|between
    |during|because|only|other|while|per|against|without|both|same
    """
)
_STEEP = 10
_UNLISTED = 0.25
_PROSE = 0.18  # policy prose we read runs from 0.25 to 0.50 function words; lists stay under 0.18


def is_sentence(draft: Draft, unit: Unit) -> bool:
    """A verb, and enough small words between the large ones."""
    span = (unit.start, unit.end)
    words = _count(draft.folded[unit.start : unit.end])
    if words < 2 or (words < 3 and unit.lead is None and not _we(draft, unit)):
        return False
    known = _has_verb(draft, span) or _opens(draft, unit) or _led(draft, unit)
    if not known:  # a verb nobody listed: "Tamr Oasis roasts cashews in Liwa for hotels."
        stopped = draft.folded[unit.end : unit.end + 1] in (".", "!")
        return stopped and words >= 5 and prose_share(draft, span) >= _UNLISTED
    return words < _STEEP or prose_share(draft, span) >= _PROSE or _mostly_arabic(draft, span)


def prose_share(draft: Draft, span: Span) -> float:
    """The share of English function words."""
    words = _count(draft.folded[span[0] : span[1]])
    return len(draft.find(FUNCTION_WORDS, span)) / words if words else 0.0


def _has_verb(draft: Draft, span: Span) -> bool:
    return bool(draft.find(_SUBJECT_AND_VERB, span) or draft.find(ARABIC_VERBS, span))


def _we(draft: Draft, unit: Unit) -> bool:
    """ "We improve", or the Arabic verb that says "we" by itself."""
    if draft.folded.startswith("we ", unit.start):
        return True
    verbs = draft.find(ARABIC_VERBS, (unit.start, unit.end))
    return bool(verbs) and verbs[0][0] == unit.start


def _opens(draft: Draft, unit: Unit) -> bool:
    opening = draft.find(_OPENS_WITH_A_VERB, (unit.start, min(unit.end, unit.start + 40)))
    return bool(opening) and opening[0][0] - unit.start <= 3


def _led(draft: Draft, unit: Unit) -> bool:
    return unit.lead is not None and _has_verb(draft, unit.lead)


def _mostly_arabic(draft: Draft, span: Span) -> bool:
    letters = [c for c in draft.folded[span[0] : span[1]] if c.isalpha()]
    return 2 * sum("\u0600" <= c <= "\u06ff" for c in letters) > len(letters)


def _count(text: str) -> int:
    return len(text.split())
