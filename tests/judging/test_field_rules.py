"""The rules by which a field is read: each with what it must not take for the thing."""

import pytest

from course.content import LANGUAGES, load_modules, pieces
from course.content.pieces import all_of
from course.content.tools import load_tool
from course.content.wordings import wording
from course.judging.field_rules import RULES, judge, verdict_of
from course.judging.tool_review import complete, review_record

TOOLS = all_of(*pieces.TOOLS)


@pytest.mark.parametrize(
    ("rule", "words", "reason"),
    [
        ("owner", "Operations director", "met"),
        ("owner", "All departments", "missing-nobody"),
        ("owner", "مدير الجودة", "quality"),
        ("date", "1 March 2027", "met"),
        ("date", "as soon as possible", "missing-open"),
        ("date", "when ready", "vague"),
        ("deed", "We hire two planners and stop the discount", "met"),
        ("deed", "Remind all technicians of the procedure", "reminders"),
        ("deed", "A committee will study the options", "study"),
        ("deed", "We will try to hire two planners", "hedged"),
        ("deed", "New planners", "thin"),
        ("deed", "نعيّن مخططين ونوقف الخصم", "met"),
        ("deed", "تذكير جميع الفنيين بالإجراء", "reminders"),
        ("figures", "Repairs AED 411,000 a week since July", "met"),
        ("figures", "Repairs are far too high", "no-number"),
        ("figures", "Repairs up by 37 %", "no-period"),
        ("means", "two people", "met"),
        ("means", "within budget", "none"),
        ("means", "some help", "no-figure"),
        ("given-up", "The new app is put off", "met"),
        ("given-up", "nothing", "nothing"),
        ("effect", "below 340,000 by 31 January", "met"),
        ("effect", "clearly fewer by 31 January", "no-number"),
        ("effect", "90 % done", "no-day"),
        ("unknown", "whether the heat caused it", "met"),
        ("unknown", "None.", "nothing"),
        ("people", "shift supervisors", "met"),
        ("people", "everyone", "met"),
        ("people", "by e-mail", "nobody"),
        ("pace", "every Sunday", "met"),
        ("pace", "regularly", "no-pace"),
        ("observed", "The part is not on the van, twice a week", "met"),
        ("observed", "Lack of awareness among staff", "attitude"),
        ("observed", "قلة الوعي لدى العاملين", "attitude"),
        ("plain", "A lift stays repaired", "met"),
        ("plain", "Quality", "thin"),
    ],
)
def test_a_field_is_read_for_what_it_should_hold(rule, words, reason):
    assert judge(rule, words) == reason


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("nothing", ["", "  \n", "—"])
def test_nothing_written_is_missing_under_every_rule(rule, nothing):
    assert judge(rule, nothing) == "missing"
    assert verdict_of("missing") == "missing"


@pytest.mark.parametrize("tool", TOOLS)
def test_each_tools_rules_exist_and_its_lesson_too(tool):
    made = load_tool(tool)
    assert {field.rule for field in made.fields} <= {*RULES, ""}
    assert made.lesson in load_modules()
    names = [field.key for field in made.fields]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reason_has_its_words(language):
    said = {name for name in wording(language).names() if name.startswith("rule.")}
    reasons = {f"rule.{rule}.{reason}" for rule in RULES for reason in ("met", "missing")}
    assert reasons <= said


def test_a_record_is_complete_only_with_every_judged_field():
    tool = load_tool("resource-decision")
    record = {field.key: "We stop 3 visits by 1 March 2027 in Dubai" for field in tool.fields}
    record["owner"] = "Operations director"
    assert complete(review_record(tool, record, "2015"))
    record["unknown"] = ""
    assert not complete(review_record(tool, record, "2015"))
    assert review_record(tool, {"owner": " "}, "2015") == ()


def test_findings_carry_the_clause_of_the_edition_held():
    found = review_record(load_tool("barriers"), {"barrier": "x"}, "2026")
    assert {ref.edition for finding in found for ref in finding.clauses} == {"2026"}
