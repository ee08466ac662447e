"""The texts of a case that only a trainer has, and that an answer may be copied from."""

import contextlib
from collections.abc import Iterator

from course.content import Case, ContentError, load
from course.judging import CaseRubric, KnownText, KnownTexts, Rubric
from course.trainer import folders
from course.trainer.gold import Gold

Stamp = tuple[str, int, int]  # name, time and size of a gold file


def known_texts(case: Case, rubric: CaseRubric) -> KnownTexts:
    """Exemplars, model and reference answers, and gold answers, of whatever question.

    They are looked up for real sheets only: an exemplar that is tried and a gold answer that is
    compared are marked as anybody's. Made once, until one of the files changes.
    """
    seen = case.texts
    key = (seen, rubric.hash, _stamps(case.key))
    if key not in _MADE:
        texts = [text for question in rubric.questions for text in _of_rubric(question)]
        texts += [text for gold in _gold(case.key) for text in _of_gold(gold)]
        asked = [question.question for question in rubric.questions]
        _MADE.clear()
        _MADE[key] = KnownTexts(texts, (*seen, *asked))
    return _MADE[key]


_MADE: dict[tuple[tuple[str, ...], str, tuple[Stamp, ...]], KnownTexts] = {}


def _of_rubric(rubric: Rubric) -> Iterator[KnownText]:
    for exemplar in rubric.exemplars:
        yield KnownText(f"exemplar:{rubric.key}/{exemplar.key}", exemplar.text)
    for text in rubric.reference_answers:
        yield KnownText(f"reference:{rubric.key}", text)
    for text in (rubric.model_answer.en, rubric.model_answer.ar) if rubric.model_answer else ():
        yield KnownText(f"model:{rubric.key}", text)


def _of_gold(gold: Gold) -> Iterator[KnownText]:
    return (KnownText(f"gold:{gold.question}/{a.key}", a.text) for a in gold.answers)


def _gold(case: str) -> Iterator[Gold]:
    for path in folders.examples(case):
        with contextlib.suppress(ContentError):  # `course check` speaks of it
            gold = load(path, Gold)
            if gold.case == case:
                yield gold


def _stamps(case: str) -> tuple[Stamp, ...]:
    found = [(path, path.stat()) for path in folders.examples(case)]
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)
