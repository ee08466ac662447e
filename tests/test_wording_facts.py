"""Every entry of the wording that asks for facts gets them, from every place that says it."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, strategies
from sayings import sayings

from course.content import LANGUAGES, wording
from course.content.clauses import EDITIONS
from course.content.desks import PolicyDesk, load_desk
from course.content.pieces import TOOLS, all_of
from course.content.series import Series
from course.content.tools import load_tool
from course.drawing.trajectory import outlook
from course.drawing.trajectory_chart import trajectory_facts
from course.judging.deeds import review_deed
from course.judging.objective import fields, review_objective
from course.judging.policy import Company, review_policy
from course.judging.rulebook import rulebook
from course.judging.tool_review import review_record

HERE = Path(__file__).parent
RECORD_TOOLS = [key for key in all_of(*TOOLS) if key != "objectives"]
ODD = [
    *("", " ", "None", "no", "0", "-0", "-12 %", "%", "{x}", "{0}", "{", "}}{{", "{words}"),
    *("31 February 2027", "99/99/9999", "2027-13-45", "x" * 10_000, "word " * 2_000),
    *("لا شيء", "٪", "\u200f\u202e7\u202c", "<b>&amp;</b>", "\x00", "\ud83d", "1e999", "…", "n/a"),
]
# For what no policy of the tests is told.
POLICIES = [
    "We open schools " + "and more schools " * 30 + "in Dubai.",
    "We run hotels. " * 12,
    "We check the " + "organisational responsibilities of establishments " * 12 + "every week.",
    "Supervisors explain this policy to every worker. This policy is not explained to workers.",
    "Our policy is available to customers on our website. It is not available to customers.",
    "We want to become the first name for quality in three years. We repair things.",
]


def asked(entry):
    """What an entry asks for, in either language."""
    return frozenset().union(*(wording(language).facts(entry) for language in LANGUAGES))


def entries(pattern="."):
    """The entries of that kind which ask for something."""
    return {name for name in wording("en").names() if re.match(pattern, name) and asked(name)}


def test_the_source_tells_which_entry_each_place_says():
    assert [said.place for said in sayings() if not said.pattern] == []


def test_each_place_gives_what_its_entries_ask_for():
    for said in (said for said in sayings() if not said.open):
        for entry in filter(said.may_say, entries()):
            assert asked(entry) <= said.facts, f"{said.place} says {entry}"


def test_no_entry_asks_for_facts_that_nobody_says():
    assert {e for e in entries() if not any(said.may_say(e) for said in sayings())} == set()


# What a mark is raised by is run in tests/marking/test_learning_by_meaning.py.
RAISED = "grading.reason.like-marked"
PROVEN = ("trajectory.", "policy.", "deed.", "objective.", "rule.", RAISED, *all_of(*TOOLS))


def test_what_only_a_run_can_show_is_run_below():
    """Notes and unreadable files carry facts from where they arise; the source tells those."""
    closed = [said for said in sayings() if not said.open]
    for said in (said for said in sayings() if said.open):
        for entry in filter(said.may_say, entries()):
            known = entry.startswith(PROVEN) or any(one.may_say(entry) for one in closed)
            assert known, f"{said.place} says {entry}"


def test_a_translation_asks_for_no_more_than_the_english():
    for entry in entries():
        assert wording("ar").facts(entry) <= wording("en").facts(entry), entry


def test_a_target_against_the_past_fills_its_words():
    series = Series(tuple("abcdefgh"), (1.0, 2, 3, 2, 1, 2, 3, 2))
    facts = trajectory_facts(series, outlook(series.values, 4.0, higher_is_better=True))
    for entry in entries(r"trajectory\.(title|subtitle|alt|says)"):
        assert asked(entry) <= facts.keys() | {"met"}, entry


# Findings: a reason is said only of words that are there, and then with the words.


def fills(area, findings):
    for finding in findings:
        own, rule = f"{area}.{finding.key}.{finding.reason}", f"rule.answer.{finding.reason}"
        entry = own if wording("en").has(own) else rule
        assert asked(entry) <= finding.facts.keys(), entry


def says_of_field(tool, field, finding):
    own, rule = f"{tool}.{field.key}.{finding.reason}", f"rule.{field.rule}.{finding.reason}"
    return own if wording("en").has(own) else rule


def review_tool(key, text):
    tool = load_tool(key)
    record = {field.key: text for field in tool.fields}
    for edition in EDITIONS:
        fields = {field.key: field for field in tool.fields}
        for finding in review_record(tool, record, edition):
            entry = says_of_field(key, fields[finding.key], finding)
            assert asked(entry) <= finding.facts.keys(), entry


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_an_odd_word_in_every_field_is_answered_in_full(text):
    for key in RECORD_TOOLS:
        review_tool(key, text)
    review = review_objective(dict.fromkeys(fields(), text), "2015")
    fills("objective", (*review.requirements, *review.cheats))


@pytest.mark.parametrize("text", [*ODD, "the quality manager"], ids=range(len(ODD) + 1))
def test_an_odd_word_in_every_line_around_a_policy_is_answered_in_full(text):
    for deed in load_desk("quality-policy", PolicyDesk).deeds:
        review = review_deed(deed, {line.key: text for line in deed.lines}, "2015")
        for line, finding in zip(deed.lines, review.lines, strict=True):
            own, rule = f"deed.{line.key}.{finding.reason}", f"rule.{line.rule}.{finding.reason}"
            entry = own if wording("en").has(own) else rule
            assert asked(entry) <= finding.facts.keys(), entry


@pytest.mark.parametrize("field", fields())
@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_an_odd_word_in_one_field_of_an_objective_is_answered_in_full(field, text):
    review = review_objective({"statement": "Fewer bags miss their flight", field: text}, "2026")
    fills("objective", (*review.requirements, *review.cheats))


@given(strategies.text(max_size=80), strategies.sampled_from(fields()))
def test_whatever_is_written_in_an_objective_is_answered_in_full(text, field):
    review = review_objective({field: text}, "2015", ["We answer within two days."])
    fills("objective", (*review.requirements, *review.cheats))


@given(strategies.text(max_size=80), strategies.sampled_from(RECORD_TOOLS))
def test_whatever_is_written_in_a_tool_is_answered_in_full(text, key):
    review_tool(key, text)


@pytest.mark.parametrize("rule", [one.key for one in rulebook("fields").criteria])
def test_an_empty_field_is_answered_without_quoting_it(rule):
    assert not asked(f"rule.{rule}.missing")


def policies():
    """The policies of the tests, and every longer text in the tests of the policy's review."""
    for path in (HERE / "policies").glob("*.toml"):
        yield from (one["text"] for one in tomllib.loads(path.read_text("utf-8"))["policy"])
    for path in HERE.glob("judging/test_policy*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value[25:]:
                yield node.value


def test_each_thing_said_of_a_policy_is_said_in_full():
    seen = set()
    for text in (*policies(), *POLICIES, *ODD):
        for edition in EDITIONS:
            review = review_policy(text, Company("Falcon", "Hotels", "Dubai"), edition)
            found = (*review.requirements, *review.qualities)
            fills("policy", found)
            seen |= {(finding.key, finding.reason) for finding in found}
    verdicts = {rule.key: rule.states for rule in rulebook("policy").criteria}
    asking = {
        (key, reason)
        for key, reasons in verdicts.items()
        for reason in reasons
        if asked(f"policy.{key}.{reason}")
    }
    # A verdict that copied words pull down keeps the facts it had.
    copied = {(key, "clause-text") for key in verdicts if (key, "met") in seen}
    for key, reason in copied & asking:
        assert asked(f"policy.{key}.{reason}") <= asked(f"policy.{key}.met")
    assert asking - seen - copied == set()
