"""Evidence for one requirement: what is promised, what is denied, what is only listed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from course.judging.policy_draft import Draft, Unit
from course.judging.policy_polarity import Polarity, denial
from course.judging.policy_sentence import ARABIC_VERBS, is_sentence
from course.judging.policy_terms import Terms
from course.reading.text import Span

_OWN = Terms(
    r"""
    we|our|us|i|my|it|this policy|the (?:company|organi[sz]ation|management|group|firm|board
    |directors?|business|hospital|school|hotel)
    (?:top |senior )?management|everyone|staff|employees|teams?|policy|commit\w*|managers?
    |supervisors?|each|every|all|no one|nobody
    """,
    """
    ن(?:لتزم|لبي|حسن|عمل|تعهد|حرص|سعي|ضع|راجع|شرح|طور|حافظ|لزم|قيس|حدد|تيح|نشر)|شرك|مؤسس|إدار
    |سياس|ملتزم|ملتزمون|موظف|مستشفى|مدرس|فندق|مشرف
    """,
)


@dataclass
class Evidence:
    """Spans by what they earn, in folded offsets; `denials` run from the denying word on."""

    said: dict[str, list[Span]] = field(default_factory=dict)
    denied: dict[str, list[Span]] = field(default_factory=dict)
    denials: list[Span] = field(default_factory=list)

    def note(self, kind: str, polarity: Polarity, *spans: Span, denial: Span) -> None:
        if polarity == "said":
            self.said.setdefault(kind, []).extend(spans)
        elif polarity == "denied":
            self.denied.setdefault(kind, []).extend(spans)
            self.denials.append(denial)

    def spans(self, *kinds: str) -> list[Span]:
        return [span for kind in kinds or self.said for span in self.said.get(kind, [])]


def own_sentences(draft: Draft) -> Iterator[Unit]:
    """Sentences and items in which this company speaks of itself."""
    for unit in draft.units:
        if is_sentence(draft, unit) and owned(draft, unit):
            yield unit


def owned(draft: Draft, unit: Unit) -> bool:
    """Named as ours, hung on a line that is ours, or said as an order: "Meet the drawings"."""
    spans = [(unit.start, unit.end), *([unit.lead] if unit.lead else [])]
    named = any(draft.find(_OWN, s) or draft.find(ARABIC_VERBS, s) for s in spans)
    return named or opens_as_order(draft, unit)


def opens_as_order(draft: Draft, unit: Unit) -> bool:
    first = draft.folded[unit.start : unit.end].split(" ", 1)[0].rstrip(",")
    return first in _ORDERS or first.endswith("ing")


_ORDERS_WORDS = """
    to meet satisfy comply conform improve continually continuously build deliver provide make
    keep set review explain train ask check record answer measure follow fulfil fulfill publish
    apply communicate hold ship serve listen learn stop hand use give ensure maintain tell do
    work act fix agree reduce finish share brief display offer sell report grow become honour
    always تلبية الالتزام التزام استيفاء الامتثال تحسين التحسين وضع مراجعة شرح تسليم توفير
"""
_ORDERS = frozenset(_ORDERS_WORDS.split())


def listed_only(draft: Draft, *terms: Terms) -> list[Span]:
    """Where the words of a requirement stand outside every sentence."""
    outside = [unit for unit in draft.units if not is_sentence(draft, unit)]
    return [found for unit in outside for term in terms for found in draft.find(term, unit[:2])]


def quote(draft: Draft, spans: list[Span]) -> str:
    """The first words that count, on to neighbours close by."""
    if not spans:
        return ""
    start, end = min(spans)
    for following in sorted(spans)[1:]:
        if following[0] - end > 40 or "\n" in draft.folded[end : following[0]]:
            break
        end = max(end, following[1])
    return draft.words((start, end))


def quoted_denial(draft: Draft, unit: Unit, hit: Span, end: int) -> Span:
    start, stop = denial(draft, unit, hit)
    return start, max(stop, end)
