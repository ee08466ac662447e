"""What was handed in is read as a plain file, in a folder that leads nowhere else."""

from pathlib import Path

from course.plain_file import plain_or_nothing, read_plain

__all__ = ["is_link", "plain_or_nothing", "read_plain"]


def is_link(folder: Path) -> bool:
    """Whether a submitted folder, or the learner's folder around it, leads elsewhere."""
    return folder.is_symlink() or folder.parent.is_symlink()
