"""Flags: what kind of text this is, where a verdict by requirement would mislead."""

import re
import unicodedata
from collections import Counter

from course.judging.finding import Finding
from course.judging.policy_clause_text import hands_back
from course.judging.policy_draft import Draft
from course.judging.policy_sentence import FUNCTION_WORDS, is_sentence
from course.judging.policy_terms import Terms

_FOREIGN = Terms(
    r"""
    le|la|les|des|du|et|nous|notre|nos|est|aux|une|pour|der|die|und|das|wir|unsere|den|mit|zu|el
    |los|las|y|nuestra|para|de|que
    ang|ng|mga|sa|ay|namin|aming|hum|hai|hain|aur|ke|ki|ka|ko|hamari|kami|dan|yang|untuk|dengan
    |ve|bir|il|di|e|noi|per
    """
)
# Letters Urdu and Persian write and Arabic does not.
_NOT_ARABIC = frozenset("پچژگٹڈڑےںہھکی")
_HEADINGS = Terms(
    r"""
    (?:\d\.\d(?:\.\d)? )?(?:leadership and commitment|customer focus
    |establishing the quality policy|communicating the quality policy
    |context of the organi[sz]ation|organi[sz]ational roles?[\w, ]*
    |actions to address risks[\w ]*|quality objectives and planning[\w ]*|planning of changes
    |management review|nonconformity and corrective action|continual improvement
    |performance evaluation|internal audit|documented information|monitoring, measurement[\w, ]*)
    """,
    """
    قيادة والتزام|تركيز على عميل|وضع سياسة جودة|إبلاغ سياسة جودة|سياق مؤسسة|مراجعة إدارة
    |تدقيق داخلي|تقييم أداء
    """,
)
_AGAIN = 3  # twice may be a slip of the hand
_BLANKS = re.compile(
    r"\[(?:[^\]\n]{0,25}\b)?(?:company|organi[sz]ation|name|industry|products?|services?|insert|date|your)\b"
    r"[^\]\n]{0,40}\]|<\s*(?:company|organi[sz]ation|insert)[^<>\n]{0,30}>"
    r"|_{4,}|\b(?:XYZ|ABC)\b (?:Company|LLC|Ltd)"
    r"|\blorem ipsum\b|\[(?:اسم|أدخل|الشركة)[^\]\n]{0,30}\]",
    re.IGNORECASE,
)


def language_flags(draft: Draft) -> list[str]:
    """Flags that make a verdict impossible come alone."""
    letters = [c for c in draft.folded if c.isalpha()]
    if not letters:
        return ["empty"]
    latin = sum(_latin(c) for c in letters) / len(letters)
    arabic = sum("\u0600" <= c <= "\u06ff" or c >= "\ufb50" for c in letters) / len(letters)
    if latin + arabic < 0.5:
        return ["other-script"]
    if _other_language(draft, letters, latin, arabic):
        return ["other-language"]
    return ["mixed-language"] if min(latin, arabic) >= 0.2 else []


def _latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN"))


def _other_language(draft: Draft, letters: list[str], latin: float, arabic: float) -> bool:
    if arabic > latin:
        odd = sum(c in _NOT_ARABIC for c in letters)
        return odd / len(letters) > 0.04
    count = len(draft.folded.split())
    foreign, english = len(draft.find(_FOREIGN)), len(draft.find(FUNCTION_WORDS))
    return count >= 4 and foreign / count > 0.1 and foreign > 2 * english


def kind_flags(draft: Draft, requirements: tuple[Finding, ...]) -> list[str]:
    flags = []
    listed = sum(finding.reason == "keyword-list" for finding in requirements)
    if listed >= 2 or (listed and not any(is_sentence(draft, unit) for unit in draft.units)):
        flags.append("keyword-list")
    headings = draft.find(_HEADINGS)
    alone = [h for h in headings if any(_alone(u, h, draft) for u in draft.units)]
    if len(alone) >= 3:
        flags.append("clause-headings")
    if _BLANKS.search(draft.source):
        flags.append("template-blanks")
    if hands_back(draft):
        flags.append("clause-text")
    said = Counter(" ".join(draft.folded[slice(*unit[:2])].split()) for unit in draft.units)
    if any(times >= _AGAIN and len(words.split()) > 2 for words, times in said.items()):
        flags.append("repeated")
    if len(draft.folded.split()) < 12:
        flags.append("short")
    return flags


def _alone(unit: tuple, heading: tuple[int, int], draft: Draft) -> bool:
    return unit[0] <= heading[0] and heading[1] <= unit[1] and not is_sentence(draft, unit)
