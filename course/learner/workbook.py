"""What the learner wrote, on disk: one file a tool, saved as it is typed.

Two pages may be open on one tool, so a save reads the file again under a lock and
changes only its own fields. A text's fullest version is kept beside it, so that a slip of
the hand, or a finger left on a key, can be undone tomorrow; and so are the words of another
page that a text replaced (course/learner/replaced.py).
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar, overload

from filelock import FileLock

from course.content import Table
from course.disk import PRIVATE, make_folder, write_whole
from course.learner.replaced import words
from course.learner.texts import Texts
from course.paths import my_work

T = TypeVar("T")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class Workbook(Texts):
    """The fields of one tool, for example `quality-policy`."""

    def __init__(self, name: str, folder: Path | None = None) -> None:
        super().__init__()
        if not _NAME.fullmatch(name):
            raise ValueError(f"'{name}' cannot name a workbook: use small letters and hyphens.")
        self.path = (folder or my_work() / "workbook") / f"{name}.json"
        self.set_aside = ""  # the file a damaged one was moved to, once that happened

    def read(self) -> Table:
        """All fields; an unreadable file is set aside, never overwritten."""
        try:
            fields = json.loads(self.path.read_text(encoding="utf-8"))
            if not isinstance(fields, dict):
                raise ValueError("not a table of fields")
        except FileNotFoundError:
            return {}
        except ValueError:  # damaged: JSON and UTF-8 errors are ValueErrors too
            stamp = datetime.now().strftime("%Y%m%d-%H%M%S-%f")
            aside = self.path.with_suffix(f".damaged-{stamp}.json")
            self.path.replace(aside)
            self.set_aside = aside.name
            return {}
        return fields

    @overload
    def get(self, field: str) -> str: ...
    @overload
    def get(self, field: str, default: T) -> T: ...
    def get(self, field: str, default: object = "") -> object:
        """A field, or the default; one of another kind than the default is no field of ours."""
        value = self.read().get(field, default)
        return value if isinstance(value, type(default)) else default

    def save(self, **changed: object) -> str:
        """Write these fields and keep the others; returns the time as HH:MM."""
        with self.changing() as fields:
            fields |= changed
        return words(fields, "saved")[11:16]

    @property
    def name(self) -> str:
        return self.path.stem

    def table(self) -> Table:
        return self.read()

    @contextmanager
    def changing(self, _: str = "") -> Iterator[Table]:
        """The fields, read anew under a lock; what is changed in them is then written."""
        make_folder(self.path.parent)
        with FileLock(self.path.with_suffix(".lock"), timeout=5, mode=PRIVATE):
            fields = self.read()
            yield fields
            fields["saved"] = datetime.now().astimezone().isoformat(timespec="seconds")
            data = json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True)
            write_whole(self.path, data.encode("utf-8", "replace"))

    def saved_at(self) -> str:
        """When it was last saved, as HH:MM, or nothing."""
        return self.get("saved")[11:16]
