"""nbgrader for this course: marks come from answers.json, and nothing a learner wrote is run."""

import os
import sys
from pathlib import Path

try:
    from course import paths
except ImportError:
    # After any other error nbgrader goes on without these settings, and runs what learners wrote.
    sys.exit(
        "This nbgrader is not the course's, and would run what learners wrote; "
        "use the one beside the 'course' command."
    )

c = get_config()  # noqa: F821  (traitlets defines it)

# nbgrader looks for the `alembic` command on PATH when it makes the gradebook.
os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"

c.CourseDirectory.course_id = paths.COURSE_ID
c.CourseDirectory.root = str(paths.assessments())
c.Exchange.root = str(paths.exchange())

# The source holds no solution, so nothing needs to be cut out of it.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# A release replaces the one before; learners' copies follow when they fetch.
c.ExchangeReleaseAssignment.force = True

# Takes a submission only from the person whose name it carries.
c.ExchangeFactory.collect = "course.trainer.exchange.StrictCollect"

# Stock nbgrader executes here. We rebuild the notebook from our source and answers.json.
c.Autograde.sanitize_preprocessors = [
    "course.trainer.preprocessors.Rebuild",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "course.trainer.preprocessors.Save",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
cases = sorted(path.name for path in (paths.assessments() / "source").glob("*") if path.is_dir())
c.Autograde.exclude_overwriting = {case: ["answers.json"] for case in cases}

# The feedback button of formgrader writes the same page as `course feedback`.
c.GenerateFeedback.exporter_class = "course.trainer.preprocessors.FeedbackPage"
c.GenerateFeedback.preprocessors = []

c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".json"]
c.KernelManager.transport_encryption = "auto"
