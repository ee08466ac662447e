"""Hooks: sentences an objective could hang on, because they speak of something one can count."""

import re

from course.judging.policy_absolutes import leaves_no_target
from course.judging.policy_draft import Draft
from course.judging.policy_sentence import is_sentence
from course.judging.policy_terms import Terms
from course.reading.text import Span

MEASURABLE = Terms(
    r"""
    on[- ]time|in full|(?:agreed|promised|original|committed|planned) (?:\w+ )?(?:dates?|times?
    |hours?|slots?)|handover dates?|delivery dates?|due dates?|deadlines?
    (?:within|under|in|below|less than|at most|no (?:more|later) than) (?:(?:\d+|one|two|three
    |four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|a|an) )(?:working )?(?:minutes?
    |hours?|days?|weeks?|months?)
    same[- ]day|next day|right (?:the )?first time|first (?:time|inspection|pass|visit|attempt)
    |rework\w*|snags?(?: list)?|complaints?|scrap|rejects?|rejected|returned|returns
    (?:reduce|reducing|fewer|cut|cutting|count|counting|record
    |recording) (?:\w+ ){0,2}(?:defects?|errors?|mistakes|delays|failures|claims|losses|waste)
    |waiting times?|response times?|turnaround|lead times?
    (?:late|delayed|missed|damaged|repeat|repeated|wrong|lost|mishandled|cancelled
    |overdue) (?:\w+ )?(?:deliver\w+|visits?|calls?|orders?|bags?|work|faults?|shipments?|goods
    |parts?|appointments?|doses?|picks?|items?|jobs?|answers?)
    (?!100\b)\d+(?:\.\d+)? ?(?:%|percent|ppm|°c|degrees|mm|microns?)
    (?<!zero[- ])tolerances?|temperatures?|downtime|uptime|availability of|hygiene scores?
    |pass rates?|accuracy|readmissions?|attendance|repeat business|repeat orders
    """,
    """
    في موعد|موعد (?:متفق|تسليم|محدد)|مواعيد (?:متفق|تسليم|محدد)|مواعيد|خلال (?:\\d+|يوم|يومين
    |ساعة|ساعتين|ساعات|أسبوع|أيام|ثلاثة|أربع|خمسة|شهر)|من (?:مرة|محاولة|زيارة) أولى|من أول مرة
    شكاوى|شكوى|إعادة عمل|إعادة أعمال|ملاحظات تسليم|مرتجع|مرتجعات|هدر|نسبة (?!100)\\w+|زمن (?:انتظار
    |استجابة)|وقت (?:انتظار|استجابة)|أخطاء|درجة حرارة|تأخير
    """,
)
_NOT_COUNTED = re.compile(
    r"\b(?:not|never|n't|cannot) (?:\w+ )?(?:measure|track|count|record|promise|set|look at)"
    r"|\b(?:لا|لن) (?:نقيس|نتابع|نعد|نسجل|نحصي)"
)


def hooks(draft: Draft) -> tuple[list[Span], list[Span]]:
    """The sentences, and in each the words one could count; in folded offsets."""
    sentences: list[Span] = []
    words: list[Span] = []
    for unit in draft.units:
        span = (unit.start, unit.end)
        found = draft.find(MEASURABLE, span)
        if not found or unit.asks or not is_sentence(draft, unit):
            continue
        if not _NOT_COUNTED.search(draft.folded, *span) and not leaves_no_target(draft, unit):
            sentences.append(span)
            words += found
    return sentences, words
