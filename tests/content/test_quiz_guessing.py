"""A test-taker who knows nothing about leadership gains nothing by how options look."""

from collections.abc import Callable, Sequence

import pytest
from content import form_only

from course.content import LANGUAGES, Words, load_quiz
from course.content.folders import lessons
from course.content.quizzes import Option, QuizItem, has_quiz

BANKS = [slug for slug in lessons() if has_quiz(slug)]
MARGIN = 0.10
LEARNED = 0.08  # over chance, for one who has seen the other lessons' keys
TELLING = 3.5  # standard deviations; of some hundred words that chance alone would tell apart

HEDGES = {
    "en": "usually may might depend depends often sometimes generally can could likely tend "
    "where possible as far as reasonably mostly perhaps normally unless some typically",
    "ar": "عادة عادةً قد ربما غالباً أحياناً يعتمد يمكن قدر بعض عموماً نسبياً إذا إلا",
}
GRAND = {
    "en": "quality excellence culture commitment commitments committed continual improvement "
    "customer customers process processes risk risks system management review objectives "
    "objective leaders leadership policy standard certificate certified responsibility "
    "integrity corrective nonconformity training requirements competence effective",
    "ar": "الجودة جودة التميز ثقافة التزام التزامات بالتزام التحسين المستمر العميل العملاء "
    "عملية عمليات المخاطر النظام نظام الإدارة الأهداف أهداف القيادة السياسة سياسة المواصفة "
    "شهادة الشهادة مسؤولية النزاهة عدم المطابقة تصحيحي التدريب المتطلبات الكفاءة الفعالية",
}

Look = Callable[[str, str], float]


def _count(words: str, lexicon: str) -> float:
    said = [word.strip('.,:;?!"«»()،؛؟').lower() for word in words.split()]
    return sum(word in lexicon.split() for word in said)


LOOKS: dict[str, Look] = {
    "longest": lambda words, _: len(words),
    "shortest": lambda words, _: -len(words),
    "most hedged": lambda words, language: _count(words, HEDGES[language]),
    "most quality-sounding": lambda words, language: _count(words, GRAND[language]),
    "least hedged": lambda words, language: -_count(words, HEDGES[language]),
    "plainest": lambda words, language: -_count(words, GRAND[language]),
    "most figures": lambda words, _: sum(letter.isdigit() for letter in words),
}


def score(items: tuple[QuizItem, ...], look: Look, language: str) -> float:
    """The share of items right by always taking the option with most of one look."""
    return sum(_expected(item, look, language) for item in items) / len(items)


def _expected(item: QuizItem, look: Look, language: str) -> float:
    looks = {option.key: look(option.words[language], language) for option in item.options}
    best = [option for option in item.options if looks[option.key] == max(looks.values())]
    return sum(option.right for option in best) / len(best)


def chance(items: Sequence[QuizItem]) -> float:
    return sum(1 / len(item.options) for item in items) / len(items)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("bank", BANKS)
def test_looks_do_not_give_the_answer_away(bank, look, language):
    items = load_quiz(bank)
    assert score(items, LOOKS[look], language) <= chance(items) + MARGIN


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ridge", [100, 1000])
def test_who_learned_the_looks_of_other_lessons_keys_gains_little(language, ridge):
    banks = form_only.banks(BANKS)
    by_chance = chance([item for bank in banks for item in bank.items])
    assert form_only.accuracy(banks, language, ridge) <= by_chance + LEARNED


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_gives_a_key_away(language):
    telling = form_only.telling_words(form_only.banks(BANKS), language, least=10)
    assert {word: far for word, far in telling.items() if abs(far) > TELLING} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bank", BANKS)
def test_the_options_of_an_item_are_of_balanced_length(bank, language):
    for item in load_quiz(bank):
        lengths = [len(option.words[language]) for option in item.options]
        assert max(lengths) <= 1.6 * min(lengths), item.key


def _rigged(*words: str) -> tuple[QuizItem, ...]:
    """One item whose first option is right."""
    options = [
        Option(key=str(place), words=Words(en=text, ar="جواب"), right=place == 0, feedback=_WHY)
        for place, text in enumerate(words)
    ]
    return (QuizItem("rigged", "apply", "none", (), _WHY, tuple(options)),)


_WHY = Words(en="Because.", ar="لأن.")


@pytest.mark.parametrize(
    ("look", "words"),
    [
        ("longest", ("a much longer answer", "no", "yes", "so")),
        ("shortest", ("no", "never", "always", "perhaps")),
        ("most hedged", ("It usually depends.", "It is so.", "It is not.", "It was.")),
        ("most quality-sounding", ("Improvement of quality", "A rise", "A fall", "A halt")),
        ("most figures", ("In 30 days", "In a month", "In a year", "In time")),
    ],
)
def test_a_rigged_bank_is_caught(look, words):
    assert score(_rigged(*words), LOOKS[look], "en") == 1


def test_options_that_look_alike_score_as_chance():
    assert score(_rigged("abc", "def", "ghi", "jkl"), LOOKS["longest"], "en") == 0.25


def test_a_look_that_all_keys_share_is_learned():
    """Four banks of items whose right option alone has a comma, or one word in it."""
    for right in ("no, not yet", "not without reason"):
        items = _rigged(right, "some day soon", "all of it now", "as it was before") * 4
        banks = [form_only.Bank(slug, items) for slug in "abcd"]
        assert form_only.accuracy(banks, "en", 1000) == 1
    telling = form_only.telling_words(banks, "en", least=10)
    assert telling["reason"] > TELLING
