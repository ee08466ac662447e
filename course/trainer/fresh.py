"""Whether marks belong to what is handed in now, or to something older."""

from pathlib import Path

from course.learner import answers
from course.plain_file import read_if_plain_file
from course.trainer import folders
from course.trainer.intake import TIME

# No more than this is kept with the marks; of a longer file, nothing.
_COMPARED = {answers.FILE: answers.MAX_BYTES + 1, TIME: 100}


def newer(case: str) -> tuple[str, ...]:
    """Who handed in something that is not marked yet."""
    return tuple(student for student in folders.students(case) if is_newer(case, student))


def is_newer(case: str, student: str) -> bool:
    taken, marked = folders.submitted(student, case), folders.autograded(student, case)
    if not taken.is_dir() or folders.leads_elsewhere(taken):
        return False  # nothing that could be marked
    if not marked.is_dir():
        return True
    return any(
        _kept(taken / name, limit) != _kept(marked / name, limit)
        for name, limit in _COMPARED.items()
    )


def _kept(file: Path, limit: int) -> bytes | None:
    """What marking keeps of a file, to compare it by."""
    data = read_if_plain_file(file, limit + 1)
    return data if data is None or len(data) <= limit else None
