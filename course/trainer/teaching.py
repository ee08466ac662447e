"""What a case's examples teach, kept beside them as small files that say what they were made from.

`course teach` makes them anew; a file whose rubric, lexicon, examples or encoder have changed
since is not marked by.
"""

import functools
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from course.disk import SHARED, write_whole
from course.judging import Rubric
from course.log import log
from course.marking import mark, teaching
from course.marking.taught import Ear, Taught
from course.paths import DATA
from course.reading import Meanings, encoder
from course.trainer import folders
from course.trainer.build import rubric_of
from course.trainer.gold import GoldSet, Marked, Part, read_gold

Ears = Mapping[str, Ear]  # by question
_LARGEST = 20_000_000


def teach(case: str, meanings: Meanings) -> tuple[Taught, ...]:
    """Teach every question of a case that has examples, and keep what was taught."""
    made = []
    for path in folders.examples(case):
        held = read_gold(path)
        taught = teaching.teach(
            held.rubric,
            _examples(held, "teach"),
            meanings,
            tune=_examples(held, "tune"),
            made_from=_made_from(held.rubric, path),
        )
        data = msgspec.json.format(msgspec.json.encode(taught), indent=1) + b"\n"
        write_whole(folders.taught(case, path.stem), data, SHARED)
        made.append(taught)
    return tuple(made)


def ears(case: str, meanings: Meanings) -> Ears:
    """By question, what marks it beside the rubric's patterns; nothing where a file is stale."""
    found = {}
    for question in rubric_of(case).questions:
        taught = read_taught(case, question)
        if taught:
            found[question.key] = Ear(taught, meanings)
    return found


def read_taught(case: str, question: Rubric) -> Taught | None:
    """What was taught of a question, if it was and still holds."""
    path = folders.taught(case, question.key)
    examples = folders.example(case, question.key)
    if not path.is_file() or not examples.is_file():
        return None
    stamp = path.stat()
    taught = _read(path, stamp.st_mtime_ns, stamp.st_size)
    if taught is None or taught.encoder != encoder().name:
        return None
    if taught.made_from != _made_from(question, examples):
        log().warning("what was taught of %s is stale: run course teach %s", question.key, case)
        return None
    return taught


@functools.lru_cache(maxsize=32)
def _read(path: Path, _time: int, size: int) -> Taught | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Taught) if size < _LARGEST else None
    except (OSError, msgspec.DecodeError):
        return None


def _made_from(question: Rubric, examples: Path) -> str:
    digest = hashlib.sha256(question.hash.encode())
    for path in (*sorted((DATA / "lexicon").glob("*.toml")), examples):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


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
