"""The trainer's folders: what a case is marked by, and nbgrader's steps.

A case's rubric and marked answers stand in a folder of its name, which no archive carries;
nbgrader's own paths are its data model, {step}/{student}/{case}/{case}.ipynb.
"""

from pathlib import Path

from course import paths


def root() -> Path:
    return paths.assessments()


def rubric(case: str) -> Path:
    return root() / case / "rubric.toml"


def examples(case: str = "*") -> list[Path]:
    """The marked answers of a case, or of every case: a file for each question."""
    return sorted(root().glob(f"{case}/examples/*.toml"))


def example(case: str, question: str) -> Path:
    """The marked answers to one question."""
    return root() / case / "examples" / f"{question}.toml"


def judged(kind: str) -> Path:
    """Quality policies, or objectives, that people judged."""
    files = {"policy": "policies", "objective": "objectives"}
    return root() / f"quality-{kind}" / f"{files[kind]}.toml"


def hollow(case: str) -> Path:
    """Texts written to fool the marking of a case."""
    return root() / case / "hollow.toml"


def manner(case: str) -> Path:
    """What those have taught, together with the answers."""
    return root() / case / "taught" / "manner.json"


def taught(case: str, question: str) -> Path:
    """What they have taught."""
    return root() / case / "taught" / f"{question}.json"


def source(case: str) -> Path:
    return root() / "source" / case / f"{case}.ipynb"


def released(case: str) -> Path:
    """The released notebook on the trainer's side."""
    return root() / "release" / case / f"{case}.ipynb"


def submitted(student: str, case: str) -> Path:
    return root() / "submitted" / student / case


def autograded(student: str, case: str) -> Path:
    return root() / "autograded" / student / case


def earlier(student: str, case: str) -> Path:
    """Work that does not count: a newer one came, or the trainer moved it here."""
    return root() / "earlier" / student / case


def feedback(student: str, case: str) -> Path:
    return root() / "feedback" / student / case


def to_send() -> Path:
    """Pages for learners no exchange reaches; inside `feedback`, which git leaves out."""
    return root() / "feedback" / "to-send"


def gradebook() -> str:
    """The address nbgrader opens its gradebook by."""
    return f"sqlite:///{root() / 'gradebook.db'}"


def students(case: str, step: str = "submitted") -> list[str]:
    """Who has a folder for the case in this step, in order."""
    found = (root() / step).glob(f"*/{case}")
    return sorted(path.parent.name for path in found if path.is_dir())


def leads_elsewhere(folder: Path) -> bool:
    """Whether a submitted folder, or the learner's folder around it, is a link."""
    return folder.is_symlink() or folder.parent.is_symlink()
