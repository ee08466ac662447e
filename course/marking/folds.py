"""Writers kept apart, so that nobody's answers are judged by what they taught themselves."""

import hashlib
from collections.abc import Iterator, Sequence

FOLDS = 8


def folds(writers: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """By fold, the places of those who teach and of those who are left out."""
    at = [_fold(writer) for writer in writers]
    for fold in sorted(set(at)):
        kept = [place for place, one in enumerate(at) if one != fold]
        yield kept, [place for place, one in enumerate(at) if one == fold]


def _fold(writer: str) -> int:
    return int(hashlib.sha256(writer.encode()).hexdigest(), 16) % FOLDS
