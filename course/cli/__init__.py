"""The commands, one module a group; `course --help` lists them."""

from course.cli.command import main

__all__ = ["main"]
