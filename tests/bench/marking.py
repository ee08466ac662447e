"""How fast the course marks 200 submissions, against stock nbgrader on the same ones.

    python tests/bench/marking.py [submissions] [sample]

Ours marks by all views, with what the case's examples have taught; the answers are those of the
examples, so that no two learners share a sentence, and the second time is with all of them known.
Both run in a process of their own, on the same submissions and a gradebook that has seen
none of them. Neither figure includes the start of Python and its imports; the last two lines
add ours, as paid once by `course mark`, and still leave out nbgrader's. Stock nbgrader (its
default preprocessors, one kernel a notebook) is timed on a sample, as 200 take it some
minutes; its first submission warms the disk and is not counted.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

_OURS = """
import json, resource, time
from course.trainer import bridge
bridge.make_ready()
import nbgrader.api
from course.trainer.marking import mark_case
begun = time.perf_counter()
marking = mark_case("{case}")
print(json.dumps(dict(marking=time.perf_counter() - begun, n=len(marking.students),
    peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)))
"""

_STOCK = """
import json, time
from pathlib import Path
from course import paths
from course.trainer import bridge, folders
bridge.make_ready()
from nbgrader.apps.api import NbGraderAPI
from traitlets.config import Config
config = Config()
config.CourseDirectory.course_id = paths.COURSE_ID
config.CourseDirectory.root = str(paths.assessments())
config.Exchange.root = str(paths.exchange())
config.KernelManager.transport_encryption = "auto"
api = NbGraderAPI(config=config, log_level="ERROR")
times = []
for student in {students!r}:
    begun = time.perf_counter()
    result = api.autograde("{case}", student)
    assert result["success"], result
    times.append(time.perf_counter() - begun)
print(json.dumps(times))
"""


def main(submissions: int = 200, sample: int = 10) -> None:
    import desk
    import pytest

    from course import paths
    from course.judging import Answer
    from course.learner import answers
    from course.trainer import folders
    from course.trainer.gold import read_gold

    held = {path.stem: read_gold(path).gold.answers for path in folders.examples(desk.CASE)}
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        desk.released(Path(place), patch)
        for part in ("examples", "taught"):
            shutil.copytree(paths.ASSESSMENTS / desk.CASE / part, folders.root() / desk.CASE / part)
        for number in range(submissions):
            given = desk.written("good", "2.6 %")
            for question, of in held.items():
                one = of[number % len(of)]
                given[question] = Answer(text=one.text, choice=one.choice)
            sheet = desk.sheet(f"Learner {number}", given)
            desk.lay_in(f"learner-{number:03}", answers.encode(sheet))
        whole, ours = _timed(_OURS.format(case=desk.CASE))
        assert ours["n"] == submissions
        again_whole, again = _timed(_OURS.format(case=desk.CASE))
        shutil.rmtree(folders.root() / "autograded")
        students = folders.students(desk.CASE)[: sample + 1]
        _, times = _timed(_STOCK.format(case=desk.CASE, students=students))
    _report(submissions, sample, whole, ours, times[1:])
    print(f"again_s_per_submission={again['marking'] / submissions:.4f}")
    print(f"again_ratio={sum(times[1:]) / sample / (again['marking'] / submissions):.0f}")
    print(f"whole_s={whole:.1f}")
    print(f"again_whole_s={again_whole:.1f}")


def _report(submissions: int, sample: int, whole: float, ours: dict, times: list[float]) -> None:
    each, command = ours["marking"] / submissions, whole / submissions
    stock = sum(times) / len(times)
    print(f"submissions={submissions} (stock: a sample of {sample} of them)")
    print(f"ours_s_per_submission={each:.4f}")
    print(f"stock_s_per_submission={stock:.2f}")
    print(f"ratio={stock / each:.0f}")
    print(f"peak_mb={ours['peak']:.0f}")
    print(f"ours_s_per_submission_with_start={command:.4f}")
    print(f"ratio_with_our_start={stock / command:.0f}")


def _timed(code: str) -> tuple[float, dict]:
    """Wall time of a fresh Python running `code`, and the JSON it printed last."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True, env=os.environ
    )
    return time.perf_counter() - begun, json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
