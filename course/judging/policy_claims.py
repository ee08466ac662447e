"""Words to think twice about: absolutes, slogans, and promises outside the quality system."""

from collections.abc import Iterator

from course.content.clauses import Edition
from course.judging.finding import Finding
from course.judging.policy_absolutes import ABSOLUTES
from course.judging.policy_draft import Draft
from course.judging.policy_polarity import polarity
from course.judging.policy_reasons import finding
from course.judging.policy_terms import Terms
from course.reading.text import Span

_CALLED_OUT: dict[str, dict[str, Terms]] = {
    "absolute": ABSOLUTES,
    "slogan": {
        "superlative": Terms(
            r"""
            best[- ]in[- ](?:class|the \w+)|best quality|best (?:possible )?(?:service|value)
            |world[- ]class|number one|no\. ?1|the (?:very )?best|leading (?:provider|company
            |supplier|contractor|name|organi[sz]ation)|market leaders?|(?:be|become
            |are) the leader|unmatched|unrivalled|unparalleled|second to none|highest (?:quality
            |standards?|level\w*|possible)|superior (?:quality|service|\w+)|premier
            |top[- ]quality|premium quality|first[- ]class|global(?:ly)? leader|finest
            """,
            """
            أفضل|رائد|رائدة|ريادة|عالمي مستوى|بمستوى عالمي|مستوى عالمي|أعلى (?:مستويات|معايير
            |جودة)|أرقى|لا مثيل|لا يضاهى|أول في (?:منطقة|دولة|عالم)
            """,
        ),
        "buzzword": Terms(
            r"""
            excellence|quality is (?:our|everyone's|in our) \w+|passion(?:ate)? (?:for|about)
            |customer is (?:the )?king|one[- ]stop(?: shop)?|journey (?:to|of|towards) \w+
            |quality first|going the extra mile|extra mile|trusted partner|partner of choice
            |commitment to quality|quality and innovation|innovat(?:ive|ion) (?:solutions?|spirit
            |mindset)|culture of (?:quality|excellence|innovation)|dream\w*
            """,
            """
            تميز|شغف|جودة (?:شعارنا|هدفنا|عنواننا|أولا)|شريك موثوق|رحلة تميز|إبداع|ابتكار وتميز
            """,
        ),
    },
    "scope": {
        "safety": Terms(
            r"""
            (?:(?:workers?|employees?|staff|people|workforce|personnel|workplace|site
            |occupational|labour)(?:'s|s'|')?(?: health and)? (?:safety|health|welfare
            |well-?being))
            safety (?:of|for) (?:our |all |the |every )?(?:workers?|employees?|staff|people
            |workforce|crews?|teams?|personnel)|health (?:and|&) safety|occupational health|hse
            |ohs|injur(?:y|ies)|accidents?|safe(?: and healthy)? work(?:place
            |ing)\w*(?: environment| conditions)?|zero harm|lost[- ]time
            """,
            """
            سلامة (?:عمال|عاملين|موظفين|مهني|عمالنا|موظفينا|موقع|أفراد)|صحة وسلامة|صحة مهني
            |إصابات|حوادث|بيئة عمل آمن
            """,
        ),
        "environment": Terms(
            r"""
            (?:protect\w*|preserv\w+|respect\w*|care for|caring for|safeguard\w*|impact on
            |kind to|commit\w* to) (?:of )?(?:the |our )?environment|environmental(?:ly)? (?:care
            |protection|responsib\w+|performance|impacts?|stewardship|friendly|sustainab\w+
            |footprint|management|policy|polic\w+)
            pollution|carbon|emissions?|net[- ]zero|sustainab(?:ility|le)(?: \w+)?|biodiversity
            |recycl\w+|green(?:er)? (?:future|planet|practices|company)|planet
            |quality and (?:the )?environment
            """,
            """
            حماية بيئة|حفاظ على بيئة|رعاية بيئي|محافظة على بيئة|نحافظ على بيئة|نحمي بيئة
            |مسؤولية بيئي|استدامة|انبعاثات|كربون|تلوث|عناية بيئة|اهتمام بيئة
            """,
        ),
        "social": Terms(
            r"""
            csr|corporate social responsib\w+|social responsib\w+
            |(?:the |our |local |wider )communit(?:y|ies)|charit\w+|emirati[sz]ation|society
            |human rights|diversity(?: and inclusion)?|esg|donat\w+
            |happiness of (?:our )?(?:employees|staff)|(?:zero[- ]tolerance (?:for|of
            |to|towards?) (?:\w+ ){0,2}?)?(?:anti-)?(?:brib(?:es?|ery|ing)|corruption)
            """,
            """
            مسؤولية مجتمعي|مسؤولية اجتماعي|خدمة مجتمع|مجتمع محلي|أعمال خيري|توطين|تبرع
            |رشوة|رشاوى|فساد
            """,
        ),
    },
}
_INTEGRATED = Terms(
    r"""
    integrated (?:management|policy)(?: system)?|ims|iso ?14001|iso ?45001|qhse
    |quality, (?:health|environment)\w*(?:,| and) \w+
    """,
    """
    نظام إدارة متكامل|نظام متكامل|سياسة متكامل|نظم إدارة متكامل
    """,
)
_ELSEWHERE = Terms(
    r"""
    separate(?:ly)?|(?:its|their) own polic(?:y|ies)|another policy|hse polic(?:y|ies)
    |safety polic(?:y|ies)|environmental polic(?:y|ies)|other polic(?:y|ies)
    """,
    """
    سياسة (?:مستقل|منفصل|أخرى|خاصة)|سياسات (?:مستقل|منفصل|أخرى)
    """,
)


def review_too_much(draft: Draft, edition: Edition) -> Iterator[Finding]:
    """One finding for each kind of word called out; one `met` for a key with none."""
    for key, kinds in _CALLED_OUT.items():
        called = [
            finding(draft, edition, key, reason, spans, words=draft.words(spans[0]))
            for reason, spans in _meant(draft, key, kinds)
        ]
        if key == "scope" and called and draft.find(_INTEGRATED):
            spans = draft.find(_INTEGRATED)
            words = draft.words(spans[0])
            called = [finding(draft, edition, key, "integrated", spans, words=words)]
        yield from called or [finding(draft, edition, key, "met")]


def _meant(draft: Draft, key: str, kinds: dict[str, Terms]) -> Iterator[tuple[str, list[Span]]]:
    for reason, terms in kinds.items():
        spans = [span for span in draft.find(terms) if _promised(draft, key, span)]
        if spans:
            yield reason, spans


def _promised(draft: Draft, key: str, span: Span) -> bool:
    """Not a denied promise ("we do not promise zero defects"), not a pointer elsewhere."""
    for unit in draft.units:
        if unit.start <= span[0] < unit.end:
            if key == "scope" and draft.find(_ELSEWHERE, unit[:2]):
                return False
            return polarity(draft, unit, span, after=False) == "said"
    return False
