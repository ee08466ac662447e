"""No words of ours in Python: what is said or looked for, in either language, is data."""

import ast
import re
from pathlib import Path

import pytest

import course
from course.reading import load_lexicon

HOUSE = Path(course.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
NAMED = {str(path.relative_to(HOUSE)): path for path in FILES}
MOST = 3  # words of content in one list
_WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")

# What a form says where the words themselves cannot be read.
LAST_WORDS = "forms/form.py"

# Lists that hold no words but the names of the course's own things, and of others' programs.
NAMES = {
    "content/acts.py": "kinds of tool",
    "content/figures.py": "facts that the words of a chart may name",
    "content/page.py": "the calls a page makes without a name",
    "content/pieces.py": "kinds of tool",
    "drawing/cost.py": "the fields of a record",
    "forms/policy_desk.py": "the fields of a form",
    "forms/profile_form.py": "the fields of a form",
    "judging/confidence.py": "flags",
    "judging/criterion_checks.py": "entries of the rulebooks",
    "learner/profile.py": "the fields of a record",
    "marking/second_prompt.py": "facts that the words of the prompt must name",
    "pages/template.py": "nbgrader's folders, and the course's beside them",
    "papers/policy_document.py": "the fields of a record",
    "refusals.py": "names that the system gives its errors",
    "trainer/evidence_table.py": "entries of the wording",
    "trainer/guide.py": "names that a browser is installed under",
}


def lists(source: str) -> list[list[str]]:
    """The words of each list, set or tuple of a source that has too many of them.

    The name of a concept is no word: its words stand in the lexicon.
    """
    tree = ast.parse(source)
    literal = {id(node.slice) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    public = {id(node.value) for node in tree.body if _names_the_public(node)}
    found = [
        [one.value for one in node.elts if isinstance(one, ast.Constant) and _word(one.value)]
        for node in ast.walk(tree)
        if isinstance(node, ast.List | ast.Set | ast.Tuple) and id(node) not in literal | public
    ]
    return [words for words in found if len(set(words)) > MOST]


def _names_the_public(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _word(value: object) -> bool:
    text = value if isinstance(value, str) else ""
    return bool(_WORDS.fullmatch(text)) and text not in load_lexicon().concept


def arabic(source: str) -> list[str]:
    """Arabic letters of a source, also those written by their number; the ends of a range are not.

    A range is compared with, or stands in square brackets: it is a script and no word.
    """
    constants = [n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)]
    texts = [re.sub(r"\[[^]]*\]", "", one) for one in constants if isinstance(one, str)]
    by_number = [re.sub(r"\\u([0-9a-f]{4})", lambda n: chr(int(n[1], 16)), one) for one in texts]
    words = [word for one in by_number for word in re.findall("[\u0621-\u064a]{2,}", one)]
    return words + re.findall("[\u0621-\u064a]", source)


@pytest.mark.parametrize("name", NAMED)
def test_no_arabic_letter_stands_in_python(name):
    assert arabic(NAMED[name].read_text(encoding="utf-8")) == [] or name == LAST_WORDS


@pytest.mark.parametrize("name", NAMED)
def test_no_list_of_words_stands_in_python(name):
    found = lists(NAMED[name].read_text(encoding="utf-8"))
    assert bool(found) == (name in NAMES), found


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('WEAK = {"hope", "aim", "try", "wish"}', 1),
        ('WEAK = ("as needed", "where possible", "in time", "on the whole")', 1),
        ('SOME = ["hope", "aim", "try"]', 0),
        ('__all__ = ["hope", "aim", "try", "wish"]', 0),
        ('Route = Literal["hope", "aim", "try", "wish"]', 0),
        ('POINTS = ("0.5", "1", "1.5", "2")', 0),
    ],
)
def test_words_are_told_from_names(source, count):
    assert len(lists(source)) == count


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ('"\u0633\u0648\u0641"', False),
        ('r"\\u0633\\u0648\\u0641"', False),
        ('"\\u0633\\u0648\\u0641"', False),
        ('"\\u0600" <= letter <= "\\u06ff"', True),
        ('re.compile("[\\u0621-\\u064a]")', True),
    ],
)
def test_a_letter_is_found_however_it_is_written(source, clean):
    assert (arabic(source) == []) is clean
