"""What a case's examples teach, kept beside them as small files that say what they were made from.

`course teach` makes them anew; a file whose rubric, lexicon, examples or encoder have changed
since is not marked by.
"""

import functools
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from course.disk import SHARED, write_whole
from course.judging import Rubric
from course.log import log
from course.marking import manner, mark, pointing, teaching
from course.marking.taught import Ear, Taught
from course.paths import DATA
from course.reading import Meanings, encoder
from course.trainer import folders
from course.trainer.build import rubric_of
from course.trainer.gold import GoldSet, Marked, Part, read_gold
from course.trainer.hollow import hollow

Ears = Mapping[str, Ear]  # by question
_LARGEST = 20_000_000


def teach(case: str, meanings: Meanings) -> tuple[Taught, ...]:
    """Teach every question of a case that has examples, and keep what was taught."""
    made = []
    sets = {path: read_gold(path) for path in folders.examples(case)}
    for path, held in sets.items():
        taught = teaching.teach(
            held.rubric,
            _examples(held, "teach"),
            meanings,
            tune=_examples(held, "tune"),
            made_from=_made_from(held.rubric, path),
        )
        _keep(folders.taught(case, path.stem), taught)
        made.append(taught)
    if hollow(case):
        samples = [*_hollow(case, meanings), *_answers(sets.values(), meanings)]
        _keep(folders.manner(case), manner.learn(samples, meanings.encoder, _manner_from(case)))
    return tuple(made)


def _keep(path: Path, taught: msgspec.Struct) -> None:
    write_whole(path, msgspec.json.format(msgspec.json.encode(taught), indent=1) + b"\n", SHARED)


def ears(case: str, meanings: Meanings) -> Ears:
    """By question, what marks it beside the rubric's patterns; nothing where a file is stale."""
    tells = read_manner(case)
    found = {}
    for question in rubric_of(case).questions:
        taught = read_taught(case, question)
        if taught:
            found[question.key] = Ear(taught, meanings, tells)
    return found


def read_taught(case: str, question: Rubric) -> Taught | None:
    """What was taught of a question, if it was and still holds."""
    path = folders.taught(case, question.key)
    examples = folders.example(case, question.key)
    if not path.is_file() or not examples.is_file():
        return None
    return _fresh(path, Taught, _made_from(question, examples), case)


def read_manner(case: str) -> manner.Manner | None:
    """What tells hollow answers to a case, if it was taught and still holds."""
    path = folders.manner(case)
    if not path.is_file() or not folders.hollow(case).is_file():
        return None
    return _fresh(path, manner.Manner, _manner_from(case), case)


_T = TypeVar("_T", Taught, manner.Manner)


def _fresh(path: Path, kind: type[_T], made_from: str, case: str) -> _T | None:
    stamp = path.stat()
    held = _read(path, kind, stamp.st_mtime_ns, stamp.st_size)
    if held is None or held.encoder != encoder().name:
        return None
    if held.made_from != made_from:
        log().warning("what was taught of %s is stale: run course teach %s", path.stem, case)
        return None
    return held


@functools.lru_cache(maxsize=32)
def _read(path: Path, kind: type[_T], _time: int, size: int) -> _T | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind) if size < _LARGEST else None
    except (OSError, msgspec.DecodeError):
        return None


def _made_from(question: Rubric, examples: Path) -> str:
    return _digest(question.hash, (*_lexicon(), examples))


def _manner_from(case: str) -> str:
    return _digest("", (*_lexicon(), *folders.examples(case), folders.hollow(case)))


def _lexicon() -> list[Path]:
    return sorted((DATA / "lexicon").glob("*.toml"))


def _digest(first: str, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(first.encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _hollow(case: str, meanings: Meanings) -> Iterable[manner.Sample]:
    for text in hollow(case):
        if text.part == "teach":
            yield _sample(f"hollow {text.key}", text.text, None, meanings)


def _answers(sets: Iterable[GoldSet], meanings: Meanings) -> Iterable[manner.Sample]:
    for held in sets:
        criteria = held.rubric.criteria
        most = sum(criterion.max_points for criterion in criteria)
        for answer in held.gold.answers:
            if answer.part in ("teach", "tune") and answer.levels:
                levels = _means(answer)
                share = sum(pointing.points_of(c, levels[c.key]) for c in criteria) / most
                yield _sample(answer.writer or answer.key, answer.text, share, meanings)


def _sample(writer: str, text: str, share: float | None, meanings: Meanings) -> manner.Sample:
    return manner.Sample(writer, text, meanings.of_text(text), share)


def _examples(held: GoldSet, part: Part) -> list[teaching.Example]:
    return [
        teaching.Example(
            key=answer.key,
            writer=answer.writer or answer.key,
            text=answer.text,
            found=mark(held.rubric, held.answer(answer), given=held.given),
            levels=_means(answer),
            said=_shares(answer.said.values()),
            against=_shares(answer.against.values()),
        )
        for answer in held.gold.answers
        if answer.part == part and answer.levels
    ]


def _means(answer: Marked) -> dict[str, float]:
    readings = list(answer.levels.values())
    return {key: sum(r[key] for r in readings) / len(readings) for key in readings[0]}


def _shares(readings: Iterable[dict[str, tuple[int, ...]]]) -> dict[str, dict[int, float]]:
    """By criterion and window, counted from 0: the share of the readers who named it."""
    all_ = list(readings)
    found: dict[str, dict[int, float]] = {}
    for reading in all_:
        for key, numbers in reading.items():
            for number in numbers:
                of = found.setdefault(key, {})
                of[number - 1] = of.get(number - 1, 0.0) + 1 / len(all_)
    return found
