"""The tools of lessons 01 to 07: what they keep, judge and hand over, and what they never trust."""

import io
import zipfile

import pytest
from desk_page import seen

from course.content import LANGUAGES, pieces
from course.content.pieces import all_of
from course.content.sorters import load_sorter
from course.content.trees import load_tree
from course.forms.workshops import KINDS, workshop
from course.judging.authority import map_of
from course.judging.field_rules import judge_field
from course.learner.profile import save_profile
from course.learner.progress import reached
from course.learner.records import Records
from course.learner.workbook import Workbook

TOOLS = all_of(*pieces.TOOLS)
HOSTILE = "<script>alert(1)</script> {words} =1+1 & \x00"
EVIDENCE = "I refused an order of AED 2 million in March 2026"


@pytest.fixture(autouse=True)
def strict(monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")


def text_fields(tool):
    return {key: form for key, form in tool.fields.forms.items() if hasattr(form, "placeholder")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", all_of(*KINDS))
def test_each_tool_opens_in_each_language_and_says_how_to_begin(key, language):
    save_profile(language=language)
    assert workshop(key).children


@pytest.mark.parametrize("key", TOOLS)
def test_whatever_is_typed_is_kept_escaped_and_written_down(key):
    tool = workshop(key)
    for form in text_fields(tool).values():
        form.value = HOSTILE
    for form in tool.fields.forms.values():
        if hasattr(form, "options") and not hasattr(form, "placeholder"):
            form.value = form.options[0][1]
    assert "<script>" not in seen(tool.judged) + tool.all_judged.value
    again = workshop(key)
    assert {k: f.value for k, f in text_fields(again).items()} == dict.fromkeys(
        text_fields(again), HOSTILE
    )
    name, data = tool.file()
    with zipfile.ZipFile(io.BytesIO(data)) as document:
        assert document.testzip() is None
    assert name.endswith((".docx", ".xlsx"))


@pytest.mark.parametrize("key", ["accountability", "findings"])
def test_a_sorter_explains_each_choice_and_shows_the_exercise(key):
    sorter, form = load_sorter(key), workshop(key)
    for item in sorter.items:
        wrong = next(tray.key for tray in sorter.trays if tray.key != item.tray)
        form.choices[item.key].value = wrong
        assert "Not this one" in form.reasons[item.key].value
    assert "exercise" not in reached(sorter.lesson)
    for item in sorter.items:
        form.choices[item.key].value = item.tray
    assert "exercise" in reached(sorter.lesson)
    assert workshop(key).choices[sorter.items[0].key].value == sorter.items[0].tray


@pytest.mark.parametrize("key", ["accountability", "findings"])
def test_always_the_same_tray_is_no_way_through(key):
    sorter = load_sorter(key)
    for tray in sorter.trays:
        same = sum(item.tray == tray.key for item in sorter.items)
        assert same <= 0.5 * len(sorter.items)


def test_every_end_of_the_four_quarters_can_be_reached_and_every_step_too():
    tree = load_tree("four-quarters")
    seen, waiting = set(), [tree.first]
    while waiting:
        step = tree.step(waiting.pop())
        seen.add(step.key)
        waiting += [branch.leads for branch in step.branches if branch.leads not in seen]
    assert seen == {step.key for step in tree.steps}


def test_the_four_quarters_are_kept_and_can_begin_again():
    tree = workshop("four-quarters")
    for choice in ("reopen", "hold", "publish"):
        tree.choose(choice)
    assert "20 of 100 (-26)" in workshop("four-quarters").now.value
    assert "exercise" in reached("why-leaders-decide")
    tree.again()
    assert workshop("four-quarters").chosen == ()
    assert Workbook("tree-four-quarters").get("ends", []) == ["end-open"]


def test_a_path_that_leads_nowhere_is_walked_as_far_as_it_goes():
    Workbook("tree-four-quarters").save(chosen=["reopen", "nonsense", 7])
    assert "Second quarter" in workshop("four-quarters").now.value


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("", 0),
        ("We are fully committed to quality", 0),
        ("Monthly town halls for everyone", 1),
        ("A town hall on 3 March with 400 people", 2),
        ("We stopped the bonus", 2),
        (EVIDENCE, 3),
        ("نحن ملتزمون بالجودة", 0),
        ("رفضت طلبية بقيمة 4 ملايين درهم في مارس 2026", 3),
    ],
)
def test_evidence_is_told_from_activity_and_opinion(words, step):
    assert judge_field("evidence", words).points == step


def test_the_picture_of_today_can_be_compared_with_a_later_one():
    form = workshop("leadership-evidence")
    form.fields.forms["accountable"].value = EVIDENCE
    form.keep()
    assert form.earlier()[1]["accountable"] == 3
    form.fields.forms["people"].value = EVIDENCE
    assert "dashed line" in form.radar.value


def test_the_eleventh_item_counts_only_for_the_edition_that_has_it():
    assert len(workshop("leadership-evidence").strengths()) == 10
    save_profile(edition="2026")
    assert len(workshop("leadership-evidence").strengths()) == 11


def test_three_decisions_show_the_workshop_and_three_opinions_do_not():
    form = workshop("leadership-evidence")
    for key in ("accountable", "people", "results"):
        form.fields.forms[key].value = "We are committed and it is very important"
    assert "workshop" not in reached("lead-do-not-delegate")
    for key in ("accountable", "people", "results"):
        form.fields.forms[key].value = EVIDENCE
    assert "workshop" in reached("lead-do-not-delegate")


def row(situation, who, deputy="Dock manager"):
    return {"situation": situation, "who": who, "deputy": deputy}


def test_a_map_shows_its_holes_and_doubles():
    found = map_of([
        row("A pallet with a broken seal at night", "Shift supervisor", ""),
        row("Broken seal on a pallet", "Dock manager", "Shift supervisor"),
        row("A failed weight check", "All supervisors"),
        {"who": "nobody's situation"},
    ])  # fmt: skip
    assert found.nobody == ("A failed weight check",)
    assert found.no_deputy == ("A pallet with a broken seal at night",)
    assert len(found.doubles) == 1


def test_a_whole_map_has_none_and_one_situation_decided_alike_is_no_double():
    rows = [row("A broken seal", "Shift supervisor"), row("A broken seal", "Shift supervisor")]
    assert map_of(rows).whole


def test_a_plan_that_only_goes_down_is_told_so():
    tool = workshop("message-cascade")
    tool.fields.forms["what"].value = "A broken seal stays at the dock."
    tool.fields.forms["way"].value = "down"
    tool.add()
    tool.fields.forms["what"].value = "A light box stops the line."
    assert "Everything here goes down" in tool.all_judged.value
    tool.fields.forms["way"].value = "up"
    assert "Everything here goes down" not in tool.all_judged.value


def test_both_tools_of_a_lesson_leave_one_workbook():
    workshop("message-cascade").fields.forms["what"].value = "A broken seal stays at the dock."
    tool = workshop("authority-map")
    tool.fields.forms["situation"].value = "A broken seal at two in the morning"
    name, data = tool.file()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [n for n in book.namelist() if n.startswith("xl/worksheets/sheet")]
    assert (name, len(sheets)) == ("Communication and authority.xlsx", 2)


def test_the_customer_lab_tells_nothing_before_it_was_seen():
    lab = workshop("customer-lab")
    assert lab.said.value == ""
    lab.view.value = "hotels"
    assert "exercise" not in reached("customer-first")
    lab.view.value = "answers"
    lab.view.value = "group"
    assert "every hotel fall" in lab.said.value
    assert "exercise" in reached("customer-first")


def test_a_choice_is_written_into_the_register_by_its_words():
    tool = workshop("barriers")
    tool.fields.forms["barrier"].value = "The part is not on the van"
    tool.fields.forms["cause"].value = "means"
    assert Records("barriers").all()[0]["cause"] == "means"
    with zipfile.ZipFile(io.BytesIO(tool.file()[1])) as book:
        assert "tools or time are missing" in book.read("xl/sharedStrings.xml").decode()


OWN = b"site,year,answers,score\nA,2024,10,90\nB,2024,90,70\nA,2025,90,88\nB,2025,10,68\n"


def uploaded(data, name="own.csv"):
    import datetime

    now = datetime.datetime.now(datetime.UTC)
    return (
        {"name": name, "type": "text/csv", "size": 1, "content": memoryview(data),
         "last_modified": now},
    )  # fmt: skip


def test_the_lab_reads_a_file_of_ones_own_and_keeps_it():
    lab = workshop("customer-lab")
    lab.own.upload.value = uploaded(OWN)
    assert "every group moves one way" in lab.said.value
    again = workshop("customer-lab")
    assert again.answers().own
    again.view.value = "closed"
    assert "holds no complaints" in again.shown.value
    again.own.use_case()
    assert not workshop("customer-lab").answers().own


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"A,2024,10,90\nA,2025,x,90", "Row 2 holds"),
        (b"A,2024,10,90", "holds 1 periods"),
        (b"A,2024,10,90\nB,2025,10,90", "in one period only"),
        (b"", "no rows"),
        (b"PK\x03\x04\x00", "not a text table"),
    ],
)
def test_a_file_it_cannot_read_is_refused_in_one_sentence(data, words):
    lab = workshop("customer-lab")
    lab.own.upload.value = uploaded(data)
    assert words in lab.status.value
    assert not lab.answers().own


def test_of_many_requests_the_last_is_done_and_none_at_the_same_time(monkeypatch):
    import threading
    import time

    from course.forms.form import Latest

    monkeypatch.delenv("COURSE_STRICT")
    now, drawn, inside = 0, [], threading.Semaphore(1)

    def draw():
        assert inside.acquire(blocking=False)
        seen = now
        time.sleep(0.02)
        drawn.append(seen)
        inside.release()

    ask = Latest(draw)
    for now in range(1, 30):  # noqa: B007
        ask()
    until = time.monotonic() + 5
    while (not drawn or drawn[-1] != 29) and time.monotonic() < until:
        time.sleep(0.01)
    assert drawn[-1] == 29
    assert len(drawn) < 10
