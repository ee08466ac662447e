"""The fields' rulebooks: words and rules are data, and a slip in them is told by file and entry."""

import ast
import re
from pathlib import Path

import msgspec
import pytest

import course
from course.content.toml import ContentError
from course.judging import rulebook as books
from course.judging.rulebook import rulebook
from course.paths import DATA
from course.reading.functionwords import function_words
from course.reading.lexicon import load_lexicon

HOUSE = Path(course.__file__).parent
MODULES = [
    *(HOUSE / "judging" / f"{name}.py" for name in (
        "objective", "record_facts", "field_rules", "field_reading", "tool_review", "authority",
        "verdict",
    )),
    *(HOUSE / "reading" / f"{name}.py" for name in ("dates", "numbers")),
]  # fmt: skip
SOUND = """
[[criterion]]
key = "deed"
level = [{state = "partly", reason = "thin"}, {state = "met", reason = "met", requires = ["act"]}]
evidence = [{key = "act", any_of = ["begin & crew", {needs = ["date"]}]}]
"""


def said(path: Path) -> list[list[str]]:
    """The words of substance of each list of strings, and of each string of alternatives."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    literals = {node.slice for node in nodes if isinstance(node, ast.Subscript)}
    lists = [n.elts for n in nodes if isinstance(n, ast.List | ast.Set | ast.Tuple)
             and n not in literals]  # fmt: skip
    lists += [[n] for n in nodes if isinstance(n, ast.Constant) and "|" in str(n.value)]
    texts = [" ".join(str(n.value) for n in some if isinstance(n, ast.Constant)) for some in lists]
    words = [re.findall(r"(?<![(<\\\w-])[a-z]{3,}(?![>\w-])", text) for text in texts]
    return [[word for word in some if word not in function_words()] for some in words]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_vocabulary_stands_in_python(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search("[\u0620-\u064a\u066e-\u06d3]", text)
    assert [words for words in said(path) if len(words) > 3] == []


def test_a_list_of_words_would_be_noticed(tmp_path):
    module = tmp_path / "words.py"
    module.write_text('DEEDS = ("hire", "buy", "fund", "replace")\n')
    assert [words for words in said(module) if len(words) > 3]


@pytest.mark.parametrize("name", [path.stem for path in (DATA / "rules").glob("*.toml")])
def test_each_rulebook_is_one_file_and_names_only_known_concepts(name):
    assert rulebook(name).criteria
    assert (DATA / "rules" / f"{name}.toml").exists()


def test_a_concept_stands_in_one_file():
    keys = [
        key
        for path in [*DATA.glob("lexicon*.toml"), *(DATA / "lexicon").glob("*.toml")]
        for key in msgspec.toml.decode(path.read_text(encoding="utf-8")).get("concept", {})
    ]
    assert sorted(keys) == sorted(load_lexicon().concept)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of data of its own, whose rulebook `slip` a test writes."""
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(books, "DATA", tmp_path)
    return tmp_path / "rules" / "slip.toml"


def load(path: Path, text: str) -> object:
    path.write_text(text, encoding="utf-8")
    return rulebook.__wrapped__("slip")


def test_a_sound_rulebook_loads(folder):
    assert [one.key for one in load(folder, SOUND).criteria] == ["deed"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("begin", "begni", "no concept is called 'begni'"),
        ('"date"', '"dat"', "it needs 'dat'"),
        ('requires = ["act"]', 'requires = ["acts"]', "it requires 'acts'"),
        ('reason = "thin"', 'reason = "thin", least = 4', "its first level asks for something"),
        ('state = "met"', 'state = "good"', "'good' is not a value it may have"),
        ("level = [", "levels = [", "it has no field 'levels'"),
        ("evidence = [", 'same_as = "date"\nevidence = [', "it needs levels, or 'same_as'"),
    ],
)
def test_a_slip_is_told_by_file_and_entry(folder, old, new, words):
    with pytest.raises(ContentError, match=re.escape(words)) as refused:
        load(folder, SOUND.replace(old, new, 1))
    assert "slip.toml" in str(refused.value)
