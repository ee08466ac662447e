"""nbgrader's submit, made whole: what is handed in is all there, or not there at all.

The stock class copies file by file under the final name, so a full disk or a kill leaves half
a hand-in that looks like a newer one. nbgrader is told to use this one by its option
`ExchangeFactory.submit`.
"""

import secrets
from pathlib import Path

from nbgrader.exchange.default import ExchangeSubmit

from course.disk import SHARED, write_folder

SECRET, TIME = "submission_secret.txt", "timestamp.txt"
# nbgrader's own mode, so that the trainer can delete it later; the name is hard to guess.
_DELETABLE = 0o777


class WholeSubmit(ExchangeSubmit):  # type: ignore[misc]  # nbgrader names no types
    """Writes beside the final name, then renames; the learner's own copy comes first.

    That copy holds the secret by which the returned page is found. A kill between the two
    leaves a secret without a hand-in, which harms nobody.
    """

    def copy_files(self) -> None:
        self.init_release()
        files = {path.name: path.read_bytes() for path in Path(self.src_path).iterdir()}
        files |= {TIME: self.timestamp.encode(), SECRET: secrets.token_hex(64).encode()}
        own = Path(self.cache_path) / self.assignment_filename.rpartition("+")[0]
        write_folder(own, files)
        handed_in = Path(self.inbound_path) / self.assignment_filename
        write_folder(handed_in, files, SHARED, _DELETABLE)
        self.log.info("Submitted as: %s", self.assignment_filename)
