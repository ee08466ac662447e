"""Whether words are a promise of this company, denied, or no promise at all."""

import functools
import re
from typing import Literal

from course.judging.policy_draft import Draft, Unit, conditional
from course.judging.policy_terms import Terms
from course.reading.text import Span

Polarity = Literal["said", "denied", "idle"]

# A denial, a "without" and a word of neglect cancel by twos: "no one may bypass a requirement",
# "never without". Each kind counts once in a scope: "no manager and no client" denies once.
_NOT = Terms(
    r"""
    (?:do|does|did|is|are|was|were|will|would|can|could|shall|should|must|need|have|has|had|wo
    |ca)n't
    dont|cannot|never|nobody|nothing(?! less than)|none|neither|no one|hardly|rarely|seldom
    nor(?= (?:do|does|will|are|is|can)\b)
    not(?! (?:only|just|merely|simply|least)\b)
    no(?! (?:later|less|more|fewer|matter|doubt|exceptions?|excuses?|compromises?)\b)
    zero tolerance|(?:we|company|it) used to
    """,
    r"""
    لا(?! (?:يقل|سيما|بد|شك)\b)(?! [بل]\w)|لن|لم|ليس(?! فقط)|ليست|لسنا|ليسوا|نرفض|غير ملتزم\w*
    """,
    whole=True,
)
_WITHOUT = Terms(
    r"""
    without(?! (?:exception|fail|delay|compromise|compromising|excuse|question)\b)
    instead of|rather than
    """,
    r"""
    عدم|بدون|دون(?! (?:استثناء|تأخير|الإخلال|تهاون)\b)|بدلا من
    """,
    whole=True,
)
_NEGLECT = Terms(
    r"""
    ignor\w+|bypass\w*|waiv\w+|compromis(?:e|es|ed|ing)|breach\w*|violat\w+|skip\w*|overlook\w*
    (?:ship|go|fall|drop|work|sell|serv|deliver|build|cook)(?:s|es|e|ing)? (?:\w+ )?below
    neglect\w*|depart\w* from|falls? short of|falling short of|disregard\w*|sacrific\w+
    cut(?:s|ting)? corners on|fail(?:s|ed|ing|ure)?(?: to)?|less than|non-?(?:compliance
    |conformity)
    stop(?:s|ped|ping)?(?= improv)|breaks?|breaking|deviat\w+ from|forget\w*|postpon\w+|negotia\w+
    refus(?:e|es|ing) to|unable to|declin(?:e|es|ing) to|exempt from|optional
    """,
    r"""
    نخالف|مخالفة|يخالف|تجاهل|نتجاهل|يتجاهل|تنازل|نتنازل|تهاون|نتهاون|مساومة|نساوم|إخلال|نخل|إهمال
    نهمل|نتوقف
    """,
)
_DENIED_AFTER = re.compile(
    r"^[^,;.]{0,45}?\b(?:(?:is|are|was|were|will be|do|does|can|could|will"
    r"|should|has|have)(?: not|n't)"
    r"|cannot|never) (?:been )?(?:be |yet )?(?:our |a |an |the |part of (?:our |the )?)?"
    r"(?:planned|required|needed|promised|guaranteed|possible|priority|goal|aim|concern|matter"
    r"|commitment|apply|met|followed|satisfied|fulfilled|improved|improve|made|done|policy|business"
    r"|given|sent"
    r"|shared|handed|communicated|explained|available|published|understood|set|reviewed"
    r"|strategy|in place)\b"
    r"|^[^،؛.]{0,30}?(?:ليس|ليست|غير) (?:\w+ )?"
    r"(?:ضمن|من|اولوي\w+|مطلوب\w*|مخطط\w*|ممكن\w*|متاح\w*|هدف\w*)"
)
_OTHERS = re.compile(
    r"\W*(?:(?:and|our|the|all|most|many|some|other|these|those|every|each|unlike) ){0,3}"
    r"(?:competitors?|rivals?|suppliers?|subcontractors?|vendors?|customers?|clients?|consultants?"
    r"|contractors|others|other companies)"
    r"(?! (?:(?:will|must|shall|should|may|can) )?(?:always )?(?:gets?|receives?|finds?)\b)"
    r"(?: (?!requirements|needs|expectations)\w+)? (?:must|will|shall|are|is|may|do|does|have|has|"
    r"commit|meet|comply|follow|improve|change|fix|remove|correct|update|revise|satisfy|say|claim|promise|should|can)\b"
    r"|\W*(?:(?:علي|كل|جميع) )?(?:ال)?(?:مورد|منافس|مقاول)\w* "
)
_ABOUT_THE_STANDARD = re.compile(
    r"\b(?:clause|standard|iso ?9001(?::\d{4})?|auditors?|section)\b[^,;]{0,30}\b"
    r"(?:asks?|requires?|demands?|says?|expects?|states?|is about|covers?|deals? with|lists?)\b"
    r"|\bclauses? \d+(?:\.\d+)* (?:is|are|:)"
    r"|(?:يطلب|تطلب|يتطلب|تتطلب|ينص) (?:البند|المعيار|المواصف\w+)"
    r"|(?:البند|المواصف\w+|المعيار) [^،]{0,20}(?:يطلب|تطلب|يتطلب|تتطلب|ينص|تنص)"
)


def polarity(draft: Draft, unit: Unit, hit: Span, *, after: bool = True) -> Polarity:
    """How the unit means the words at `hit`; `after` also reads what follows them."""
    scope = _scope(draft, unit, hit)
    words = draft.folded[scope[0] : scope[1]]
    if unit.asks or _OTHERS.match(words):
        return "idle"
    if _about_the_standard(draft.folded[unit.start : unit.end]):
        return "idle"
    denials = odd(draft, scope[0], hit[0]) != (_lead_denies(draft, unit))
    if after and _DENIED_AFTER.match(draft.folded[hit[1] : scope[1]]):
        denials = not denials
    if denials and conditional(words):
        return "idle"  # "when a requirement is not met, we stop": a rule about failure
    return "denied" if denials else "said"


@functools.lru_cache(maxsize=512)
def _about_the_standard(sentence: str) -> bool:
    return bool(_ABOUT_THE_STANDARD.search(sentence))


def flip(polarity: Polarity, turn: bool) -> Polarity:
    """The opposite of a promise or a denial, if `turn`."""
    if not turn or polarity == "idle":
        return polarity
    return "said" if polarity == "denied" else "denied"


def odd(draft: Draft, start: int, end: int) -> bool:
    """Whether the words between deny, all told."""
    kinds = (_NOT, _WITHOUT, _NEGLECT)
    return sum(bool(draft.find(terms, (start, end))) for terms in kinds) % 2 == 1


def denial(draft: Draft, unit: Unit, hit: Span) -> Span:
    """From the denying word to the end of what is denied, for quoting."""
    scope = _scope(draft, unit, hit)
    ahead = (scope[0], hit[0])
    before = [found for terms in (_NOT, _WITHOUT, _NEGLECT) for found in draft.find(terms, ahead)]
    after = _DENIED_AFTER.match(draft.folded[hit[1] : scope[1]])
    end = hit[1] + after.end() if after else hit[1]
    return (min(before)[0] if before else hit[0], end)


def _scope(draft: Draft, unit: Unit, hit: Span) -> Span:
    for scope in draft.scopes(unit):
        if scope[0] <= hit[0] < scope[1]:
            return scope
    return unit.start, unit.end


def _lead_denies(draft: Draft, unit: Unit) -> bool:
    return unit.lead is not None and odd(draft, *unit.lead)
