"""What a learner answered to "Is it this sentence?", kept beside the text it was asked of."""

from course.content import Table
from course.learner.records import place_of
from course.learner.texts import writable
from course.learner.workbook import Workbook

_YES, _NO = "claims", "not_these"


class Claims:
    """By requirement, whatever the edition: the sentence claimed, in its own words.

    Where the workbook keeps several records, each has claims of its own.
    """

    def __init__(self, book: Workbook, record: str = "") -> None:
        self._book = book
        self._yes, self._no = (place_of(record, n) if record else n for n in (_YES, _NO))

    def made(self) -> dict[str, str]:
        """The sentences of which the learner said that they say it."""
        return _kept(self._book.read(), self._yes)

    def refused(self) -> dict[str, str]:
        """The sentences asked after last of which the learner said that they do not."""
        return _kept(self._book.read(), self._no)

    def make(self, key: str, sentence: str) -> None:
        self._change(key, yes=sentence)

    def refuse(self, key: str, sentence: str) -> None:
        self._change(key, no=sentence)

    def take_back(self, key: str) -> None:
        self._change(key)

    def _change(self, key: str, yes: str = "", no: str = "") -> None:
        with self._book.changing() as fields:
            for name, sentence in ((self._yes, yes), (self._no, no)):
                others = {k: words for k, words in _kept(fields, name).items() if k != key}
                fields[name] = others | ({key: writable(sentence)} if sentence else {})


def _kept(fields: Table, name: str) -> dict[str, str]:
    """The sentences under a name; what is no text is none."""
    found = fields.get(name)
    pairs = found.items() if isinstance(found, dict) else ()
    return {key: words for key, words in pairs if isinstance(words, str) and words.strip()}
