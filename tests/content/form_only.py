"""A test-taker who sees how options look and nothing of what they say: a model that learns from
the other lessons which look the right one has.

It sees length, punctuation, figures, names, words of a tone, single words and pieces of words of
two to four letters, each as it stands beside the other options of its item. Ridge regression on
these: with some hundred items and some thousand looks nothing finer learns more.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from course.content import Language, load_quiz
from course.content.quizzes import QuizItem

RARE = 3  # a word or a piece is a look from so many options on
PIECES = range(2, 5)  # letters of a piece
TONES = {
    "en": (
        "usually may might depend depends often sometimes generally can could likely mostly "
        "perhaps normally unless some typically",
        "all every each always never everybody nobody everyone no none any whole only entire",
        "because since so as therefore otherwise that which for",
        "record records check checks report reports plan audit document procedure register "
        "review team committee training",
        "quality excellence culture commitment improvement customer customers process processes "
        "risk system management review objectives policy standard certificate requirements",
    ),
    "ar": (
        "عادة قد ربما غالباً أحياناً يعتمد يمكن بعض عموماً إذا إلا",
        "كل جميع دائماً أبداً لا أحد أي كامل فقط وحده",
        "لأن إذ لذلك كي حتى فإن",
        "سجل سجلات تحقق تقرير تقارير خطة تدقيق وثيقة إجراء مراجعة فريق لجنة تدريب",
        "الجودة جودة التميز ثقافة التزام التحسين العميل العملاء عملية عمليات المخاطر النظام "
        "الإدارة الأهداف السياسة المواصفة الشهادة المتطلبات",
    ),
}


class Bank(NamedTuple):
    """The items of a lesson."""

    slug: str
    items: tuple[QuizItem, ...]


def banks(slugs: Iterable[str]) -> list[Bank]:
    return [Bank(slug, load_quiz(slug)) for slug in slugs]


def accuracy(banks: Sequence[Bank], language: Language, ridge: float) -> float:
    """The share of items it gets right in lessons it has not learned from.

    `ridge` holds its weights down: with 1,000 it guessed most of the items of November 2026.
    """
    right = [hit for bank in banks for hit in _hits(bank, banks, language, ridge)]
    return sum(right) / len(right)


def telling_words(banks: Sequence[Bank], language: Language, *, least: int) -> dict[str, float]:
    """Words in at least so many options, by how far they are from a key as often as chance has it.

    In standard deviations: above 0 a word is more often in right options.
    """
    met: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    share = []
    for item in (item for bank in banks for item in bank.items):
        share += [1 / len(item.options)]
        for option in item.options:
            words = set(_words(option.words[language]))
            met.update(words)
            keys.update(words if option.right else ())
    chance = sum(share) / len(share)
    return {
        word: (keys[word] - count * chance) / (count * chance * (1 - chance)) ** 0.5
        for word, count in met.items()
        if count >= least
    }


def _hits(bank: Bank, banks: Sequence[Bank], language: Language, ridge: float) -> list[float]:
    others = [item for other in banks if other.slug != bank.slug for item in other.items]
    known = Counter(look for item in others for seen in _looks(item, language) for look in seen)
    place = {look: at for at, look in enumerate(sorted(n for n in known if known[n] >= RARE))}
    learned = np.vstack([_beside(item, place, language) for item in others])
    right = np.array([float(option.right) for item in others for option in item.options])
    # As many unknowns as looks, but only as many equations as options: the dual is the small one.
    held = learned @ learned.T + ridge * np.eye(len(learned))
    weights = learned.T @ np.linalg.solve(held, right - right.mean())
    found = []
    for item in bank.items:
        score = _beside(item, place, language) @ weights
        best = np.flatnonzero(np.isclose(score, score.max()))
        found.append(sum(item.options[at].right for at in best) / len(best))
    return found


def _beside(item: QuizItem, place: dict[str, int], language: Language) -> np.ndarray:
    """The looks of each option against those of the others; shape (options, tones + looks)."""
    plain = np.array([_measures(option.words[language], language) for option in item.options])
    plain = (plain - plain.mean(0)) / (plain.std(0) + 1e-9)
    seen = np.zeros((len(item.options), len(place)))
    for row, looks in zip(seen, _looks(item, language), strict=True):
        row[[place[look] for look in looks if look in place]] = 1
    return np.hstack([plain, seen - seen.mean(0)])


def _measures(text: str, language: Language) -> list[float]:
    words = _words(text)
    tones = [sum(word in tone.split() for word in words) for tone in TONES[language]]
    marks = [
        len(re.findall(kind, text))
        for kind in (r"[,،]", r"[;:؛]", r"[“\"«]", r"\d", r"(?<!^)[A-Z]")
    ]
    return [len(text), len(words), len(text) / max(1, len(words)), *marks, *tones]


def _looks(item: QuizItem, language: Language) -> list[set[str]]:
    """The words and pieces of words of each option."""
    return [
        {f"={word}" for word in words} | {piece for word in words for piece in _pieces(word)}
        for words in (_words(option.words[language]) for option in item.options)
    ]


def _pieces(word: str) -> list[str]:
    held = f" {word} "
    return [held[at : at + size] for size in PIECES for at in range(len(held) - size + 1)]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
