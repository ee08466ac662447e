"""No rule's words in Python: what is looked for, in either language, is a file of data/."""

import ast
from pathlib import Path

import pytest

import course
from course.content.toml import ContentError
from course.judging.books import read_rulebook, rulebook
from course.paths import DATA
from course.reading.lexicon import load_lexicon

HOUSE = Path(course.__file__).parent
FILES = [
    path for package in ("reading", "judging") for path in sorted((HOUSE / package).glob("*.py"))
]
EVERY = sorted(HOUSE.rglob("*.py"))
# What a form says where the words themselves cannot be read.
LAST_WORDS = HOUSE / "forms" / "form.py"
MOST = 3  # words of content in one list


def lists(path: Path) -> list[list[str]]:
    """The words of each list, set or tuple written out in a file; the names of values are none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    names = {id(node.slice) for node in nodes if isinstance(node, ast.Subscript)}  # Literal[...]
    names |= {id(node.value) for node in tree.body if isinstance(node, ast.Assign)} & {
        id(node.value)
        for node in tree.body
        if "__all__" in ast.dump(node) and hasattr(node, "value")
    }
    kinds = (ast.List, ast.Set, ast.Tuple)
    return [
        [one.value for one in node.elts if isinstance(one, ast.Constant) and _word(one.value)]
        for node in nodes
        if isinstance(node, kinds) and id(node) not in names
    ]


def _word(value: object) -> bool:
    return isinstance(value, str) and value.isalpha() and value not in load_lexicon().concept


@pytest.mark.parametrize("path", EVERY, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_arabic_letter_stands_in_python(path):
    arabic = [
        c for c in path.read_text(encoding="utf-8") if c.isalpha() and "\u0600" <= c <= "\u06ff"
    ]
    assert arabic == [] or path == LAST_WORDS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_list_of_words_stands_in_python(path):
    assert [words for words in lists(path) if len(set(words) - NAMES) > MOST] == []


# Names of the course's own things, not words to look for.
NAMES = {
    "title", "label", "feedback", "question", "figure", "option", "points", "empty",
    "short", "suggest", "check", "trainer", "money", "number", "date",
}  # fmt: skip


def test_one_file_says_that_a_policy_commits_to_customer_requirements_and_in_which_words():
    rule = rulebook("policy").rule("requirements")
    customer = next(piece for piece in rule.evidence if piece.key == "customer")
    words = load_lexicon().concept
    assert [ruling.reason for ruling in rule.rulings if ruling.state == "met"] == ["met"]
    assert {pattern.of for pattern in customer.any_of} == {"customer-requirement"}
    assert any("contract" in term for term in words["customer-requirement"].en)
    saying = [
        path.name
        for path in (DATA / "rules").glob("*.toml")
        if "customer-requirement" in path.read_text(encoding="utf-8")
    ]
    assert saying == ["policy.toml"]


def test_a_concept_stands_in_one_file_and_each_that_a_rule_names_exists():
    assert rulebook("policy").rules  # refused by name otherwise
    assert load_lexicon().concept["customer-requirement"].exact


RULE = {
    "key": "promise",
    "evidence": [{"key": "said", "any_of": [{"of": "objective"}]}],
    "ruling": [
        {"reason": "met", "state": "met", "requires": ["said"]},
        {"reason": "missing", "state": "missing"},
    ],
}


@pytest.mark.parametrize(
    ("change", "entry", "problem"),
    [
        ({"evidence": [{"key": "said", "any_of": [{"of": "objektive"}]}]}, "said", "objektive"),
        ({"evidence": [{"key": "said", "any_of": [{"all_of": ["frame"]}]}]}, "said", "looks for"),
        ({"evidence": [{"key": "said", "measure": "weight"}]}, "said", "weight"),
        ({"evidence": [{"key": "said"}]}, "said", "neither words nor a measure"),
        (
            {"evidence": [{"key": "said", "any_of": [{"of": "act", "said_at": "after"}]}]},
            "said",
            "'after'",
        ),
        (
            {"ruling": [{"reason": "met", "state": "met", "requires": ["said"]}]},
            "promise",
            "ruling",
        ),
        (
            {"ruling": [{"reason": "met", "state": "met", "requires": ["sait"]}]},
            "promise, met",
            "sait",
        ),
        (
            {"ruling": [{"reason": "met", "state": "met", "requires": ["perhaps said"]}]},
            "promise, met",
            "perhaps",
        ),
        ({"ruling": [{"reason": "met", "state": "well"}]}, "ruling 1", "well"),
    ],
)
def test_a_rule_that_cannot_be_judged_by_is_refused_by_name(change, entry, problem):
    with pytest.raises(ContentError) as refusal:
        read_rulebook({"rule": [RULE | change]}, "policy.toml")
    assert entry in str(refusal.value)
    assert problem in str(refusal.value)


def test_a_rule_as_it_should_be_is_read():
    assert read_rulebook({"rule": [RULE]}, "policy.toml").rule("promise").verdicts == {
        "met": "met",
        "missing": "missing",
    }
