"""The commands, one module a group; `course --help` lists them.

Each imports what it needs when it is run: nbgrader and pandas take a second, `--help` none.
"""

from course.cli.command import main

__all__ = ["main"]
