"""What the course adds to the Jupyter server: which notebooks it may start by itself."""

import re
from typing import TYPE_CHECKING

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

if TYPE_CHECKING:
    from course.pages.notebooks import Json

# A page of the course holds nothing but these; so running it runs only the course's code.
_ONE_LINER = re.compile(r'from course import show|show\.[a-z][a-z_]*\((?:"[a-z0-9-]*")?\)')


def holds_only_course_calls(notebook: "Json") -> bool:
    """Whether each code cell is one of the course's one-liners, and nothing is stored."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    calls = (_ONE_LINER.fullmatch("".join(cell["source"]).strip()) for cell in code)
    return bool(code) and all(calls) and not any(cell["outputs"] for cell in code)


class CourseContents(AsyncLargeFileManager):
    """Jupyter's file manager, which trusts the course's own pages by what they hold.

    A signature would have to be renewed at each update and for each learner; what a
    page holds can be checked whenever it opens.
    """

    def mark_trusted_cells(self, nb: "Json", path: str = "") -> None:
        if holds_only_course_calls(nb):
            self.notary.mark_cells(nb, True)
        else:
            super().mark_trusted_cells(nb, path)
