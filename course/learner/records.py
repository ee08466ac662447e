"""Several records of one tool in its workbook: each field saved by itself, none ever lost.

A record is `{field: text}` under a name of its own (`r1`, `r2` ...). Two pages may be open
on the tool: each saves only the field that was typed in. Removing a record takes it from
the list and leaves its words on disk, so that it can be brought back.
"""

import re

from course.content import Table
from course.learner.replaced import words
from course.learner.workbook import Workbook

_NAME = re.compile(r"r[1-9]\d{0,3}")
ONLY = "r1"  # the record of a tool that has just one


def place_of(name: str, field: str) -> str:
    """What a field of a record is called in the workbook."""
    return f"{name}.{field}"


class Records:
    """The records of a tool, for example of `objectives`."""

    def __init__(self, tool: str) -> None:
        self.book = Workbook(tool)

    def names(self) -> list[str]:
        """The records in their order; there is always one to write in."""
        return _listed(self.book.read())

    def read(self, name: str) -> dict[str, str]:
        """The fields of a record that hold something."""
        return _record(self.book.read(), name)

    def all(self) -> list[dict[str, str]]:
        """Every record that was begun."""
        fields = self.book.read()
        return [record for name in _listed(fields) if (record := _record(fields, name))]

    def save(self, name: str, field: str, text: str) -> str:
        """Save one field; returns the time as HH:MM."""
        time = self.book.save_text(place_of(name, field), text)
        if text.strip() and name not in self.names():  # another page took it from the list
            with self.book.changing() as fields:
                fields["order"] = [*_listed(fields), name]
        return time

    def add(self) -> str:
        """A new record at the end; returns its name."""
        with self.book.changing() as fields:
            new = _fresh(fields)
            fields["order"] = [*_listed(fields), new]
        return new

    def remove(self, name: str) -> None:
        """Take a record from the list; its words stay on disk."""
        with self.book.changing() as fields:
            left = [other for other in _listed(fields) if other != name]
            fields |= {"order": left or [_fresh(fields)], "removed": name}

    def removed(self) -> str:
        """The record taken away last, if it held something and is still away."""
        return _removed(self.book.read())

    def bring_back(self) -> str:
        """Put the record taken away last at the end again; returns its name."""
        with self.book.changing() as fields:
            name = _removed(fields)
            if name:
                begun = [other for other in _listed(fields) if _record(fields, other)]
                fields["order"] = [*begun, name]
        return name


def _listed(fields: Table) -> list[str]:
    order = fields.get("order")
    listed = [n for n in order if isinstance(n, str)] if isinstance(order, list) else []
    return [name for name in dict.fromkeys(listed) if _NAME.fullmatch(name)] or [ONLY]


def _record(fields: Table, name: str) -> dict[str, str]:
    start = f"{name}."
    inside = {k.removeprefix(start): v for k, v in fields.items() if k.startswith(start)}
    return {k: v for k, v in inside.items() if isinstance(v, str) and v.strip() and "." not in k}


def _removed(fields: Table) -> str:
    name = words(fields, "removed")
    away = _NAME.fullmatch(name) and name not in _listed(fields) and _record(fields, name)
    return name if away else ""


def _fresh(fields: Table) -> str:
    """A name that no record has, nor ever had."""
    used = {key.partition(".")[0] for key in fields if "." in key} | {*_listed(fields)}
    return f"r{max(int(name[1:]) for name in used if _NAME.fullmatch(name)) + 1}"
