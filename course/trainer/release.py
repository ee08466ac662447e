"""Hands a case out: nbgrader makes the release and puts it where learners fetch it."""

import json
from dataclasses import dataclass
from pathlib import Path

from course import paths
from course.pages.notebooks import Json
from course.trainer import Progress, bridge, folders, silent
from course.trainer.build import build, rubric_of, source_bytes, stale
from course.trainer.closing import reopen


@dataclass(frozen=True)
class Release:
    """What was handed out, and whether learners can fetch it from the exchange."""

    notebook: Path
    in_exchange: bool


def release(case: str, *, again: bool = False, progress: Progress = silent) -> Release:
    """Release the case; `again` also lets learners hand in after it was collected."""
    rubric_of(case)
    if stale(case):
        build(case)
    progress(0, 3, "starting nbgrader")
    exchange = bridge.exchange_works()
    if exchange:
        bridge.lay_out_exchange(case)
    nbgrader = bridge.api()
    progress(1, 3, "making the release")
    bridge.forget_release(case)
    bridge.run(nbgrader.generate_assignment, case, "make the release of", force=True)
    if exchange:
        progress(2, 3, "handing it out")
        bridge.run(nbgrader.release_assignment, case, "hand out")
    if again:
        reopen(case)
    progress(3, 3, "released")
    return Release(folders.released(case), exchange)


def is_released(case: str) -> bool:
    """Whether learners can fetch the case as case and rubric make it now."""
    place = paths.outbound(case) if bridge.exchange_works() else folders.released(case)
    try:
        released = json.loads(place.read_bytes())
    except (OSError, ValueError):
        return False
    return _asked(released) == _asked(json.loads(source_bytes(case)))


def _asked(notebook: Json) -> list[tuple[str, str, float]]:
    """What a learner is shown and asked, and for how many points; nbgrader adds checksums."""
    return [
        (
            cell["id"],
            "".join(cell["source"]),
            cell["metadata"].get("nbgrader", {}).get("points", 0),
        )
        for cell in notebook["cells"]
    ]
