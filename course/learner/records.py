"""Several records of one tool in its workbook: each field saved by itself, none ever lost.

A record is `{field: text}` under a name of its own (`r1`, `r2` ...). Two pages may be open
on the tool: each saves only the field that was typed in. Removing a record takes it from
the list and leaves its words on disk, so that it can be brought back.
"""

import re

from course.learner.workbook import Workbook

_NAME = re.compile(r"r[1-9]\d{0,3}")
ONLY = "r1"  # the record of a tool that has just one


class Records:
    """The records of a tool, for example of `objectives`."""

    def __init__(self, tool: str) -> None:
        self.book = Workbook(tool)

    def names(self) -> list[str]:
        """The records in their order; there is always one to write in."""
        listed = [n for n in self.book.get("order", []) if isinstance(n, str)]
        known = [name for name in dict.fromkeys(listed) if _NAME.fullmatch(name)]
        return known or [ONLY]

    def read(self, name: str) -> dict[str, str]:
        """The fields of a record that hold something."""
        start = f"{name}."
        fields = {
            k.removeprefix(start): v
            for k, v in self.book.read().items()
            if k[: len(start)] == start
        }
        return {
            k: v for k, v in fields.items() if isinstance(v, str) and v.strip() and "." not in k
        }

    def all(self) -> list[dict[str, str]]:
        """Every record that was begun."""
        return [record for name in self.names() if (record := self.read(name))]

    def save(self, name: str, field: str, text: str) -> str:
        """Save one field; returns the time as HH:MM."""
        return self.book.save_text(f"{name}.{field}", text)

    def add(self) -> str:
        """A new record at the end; returns its name."""
        names = self.names()
        used = [int(name[1:]) for name in (*names, *self._kept())]
        new = f"r{max(used) + 1}"
        self.book.save(order=[*names, new])
        return new

    def remove(self, name: str) -> None:
        """Take a record from the list; its words stay on disk."""
        left = [other for other in self.names() if other != name]
        self.book.save(order=left or [self._fresh()], removed=name)

    def removed(self) -> str:
        """The record taken away last, if it held something and is still away."""
        name = self.book.get("removed")
        away = _NAME.fullmatch(name) and name not in self.names() and self.read(name)
        return name if away else ""

    def bring_back(self) -> str:
        """Put the record taken away last at the end again; returns its name."""
        name = self.removed()
        if name:
            self.book.save(order=[*[n for n in self.names() if self.read(n)], name])
        return name

    def _fresh(self) -> str:
        return f"r{max((int(name[1:]) for name in self._kept()), default=0) + 1}"

    def _kept(self) -> set[str]:
        names = {key.partition(".")[0] for key in self.book.read() if "." in key}
        return {name for name in names if _NAME.fullmatch(name)}
