"""The invented figures come from their generators and hold what the cases rest on."""

import csv
import importlib.util
import re
import sys
from types import ModuleType

import pytest

from course.content import LANGUAGES
from course.content.desks import MixDesk, load_desk
from course.content.stories import load_story
from course.drawing.mix import at_mix, mean, reverses
from course.drawing.mix_views import case_answers
from course.paths import ASSESSMENTS, DATA

GENERATORS = sorted(path.parent.name for path in ASSESSMENTS.glob("*/generate.py"))
BONUS = "2025-10"
HEAVY = {"hudhud-school", "ghaf-court"}
OUTSIDE = "sahel-cold-store"


def generator(name: str) -> ModuleType:
    path = ASSESSMENTS / name / "generate.py"
    spec = importlib.util.spec_from_file_location("generate", path)
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


def rows(name: str) -> list[dict[str, str]]:
    (path,) = DATA.rglob(f"{name}.csv")
    with path.open(encoding="utf-8", newline="") as page:
        return list(csv.DictReader(page))


@pytest.fixture(scope="module")
def sites() -> list[dict[str, str]]:
    return rows("site-figures")


def added(sites, column: str, *, after: bool, only: set[str] | None = None) -> float:
    chosen = (r for r in sites if (r["month"] >= BONUS) == after)
    return sum(float(r[column] or 0) for r in chosen if only is None or r["project"] in only)


def rate(sites, column: str, over: str, *, after: bool, only: set[str] | None = None) -> float:
    above = added(sites, column, after=after, only=only)
    return above / added(sites, over, after=after, only=only)


@pytest.mark.parametrize("name", GENERATORS)
def test_the_figures_are_what_the_generator_makes(name):
    module = generator(name)
    assert module.make().encode() == module.TARGET.read_bytes()
    assert module.TARGET.parent.name == name
    assert module.TARGET.is_relative_to(DATA)


@pytest.mark.parametrize("name", GENERATORS)
def test_another_seed_makes_other_figures(name):
    module = generator(name)
    made = module.make()
    module.SEED += 1
    assert module.make() != made


def test_every_project_has_every_month_once(sites):
    assert len({(r["project"], r["month"]) for r in sites}) == len(sites) == 9 * 24
    months = sorted({r["month"] for r in sites})
    assert (months[0], months[11], months[12], months[-1]) == (
        "2024-10", "2025-09", "2025-10", "2026-09",
    )  # fmt: skip


def test_the_columns_agree_with_each_other(sites):
    for row in sites:
        passed, made = int(row["first_inspection_passed"]), int(row["inspections"])
        assert 0 < passed <= made
        assert float(row["first_inspection_pass_pct"]) == round(100 * passed / made, 1)
        units = int(row["units_handed_over"])
        snags = str(round(int(row["snags"]) / units, 1)) if units else ""
        assert row["snags_per_unit"] == snags
        assert int(row["ncr_raised"]) > 0
        assert 0 < int(row["rework_aed"]) < int(row["contract_value_aed"])


def test_a_month_without_handover_has_no_snags(sites):
    empty = [r for r in sites if r["units_handed_over"] == "0"]
    assert empty
    assert {r["snags"] for r in empty} == {"0"}


def test_reports_fall_by_38_percent(sites):
    before, after = (added(sites, "ncr_raised", after=a) for a in (False, True))
    assert round(100 * (1 - after / before)) == 38


def test_rework_grows_from_7_0_to_16_6_million(sites):
    money = [round(added(sites, "rework_aed", after=a) / 1e6, 1) for a in (False, True)]
    value = [added(sites, "contract_value_aed", after=a) / 1e6 for a in (False, True)]
    assert money == [7.0, 16.6]
    assert [round(v, -1) for v in value] == [640, 640]
    shares = [
        round(100 * rate(sites, "rework_aed", "contract_value_aed", after=a), 1)
        for a in (False, True)
    ]
    assert shares == [1.1, 2.6]


def test_the_wrong_ways_to_the_rework_share_give_other_numbers(sites):
    """The average of the projects, both years together, and the first year: none rounds to 2.6."""
    projects = {r["project"] for r in sites}
    each = [
        100 * rate(sites, "rework_aed", "contract_value_aed", after=True, only={p})
        for p in projects
    ]
    both = [
        sum(added(sites, column, after=a) for a in (False, True))
        for column in ("rework_aed", "contract_value_aed")
    ]
    assert round(sum(each) / len(each), 1) == 2.3
    assert round(100 * both[0] / both[1], 1) == 1.8


def test_first_inspections_and_snags_worsen(sites):
    passed = [
        round(100 * rate(sites, "first_inspection_passed", "inspections", after=a))
        for a in (False, True)
    ]
    snags = [round(rate(sites, "snags", "units_handed_over", after=a)) for a in (False, True)]
    assert passed == [91, 84]
    assert snags == [14, 23]


def test_the_break_is_at_month_12_and_not_before(sites):
    """Within the first year the halves are alike; the month after is lower than any before it."""

    def reports(months):
        return [sum(int(r["ncr_raised"]) for r in sites if r["month"] == m) for m in months]

    months = sorted({r["month"] for r in sites})
    first = [
        100
        * sum(int(r["rework_aed"]) for r in sites if r["month"] in half)
        / sum(int(r["contract_value_aed"]) for r in sites if r["month"] in half)
        for half in (months[:6], months[6:12])
    ]
    assert abs(first[0] - first[1]) < 0.15
    assert max(reports(months[12:])) < min(reports(months[:12]))


def test_two_projects_carry_most_of_the_rework(sites):
    whole = added(sites, "rework_aed", after=True)
    assert added(sites, "rework_aed", after=True, only=HEAVY) > 0.55 * whole
    value = added(sites, "contract_value_aed", after=True)
    assert added(sites, "contract_value_aed", after=True, only=HEAVY) < 0.3 * value
    before = added(sites, "rework_aed", after=False)
    assert added(sites, "rework_aed", after=False, only=HEAVY) < 0.35 * before


def test_the_rest_of_the_bonus_projects_worsen_too(sites):
    """So "two bad projects" is not the whole story."""
    for project in {r["project"] for r in sites} - HEAVY - {OUTSIDE}:
        only = {project}
        fall = 1 - added(sites, "ncr_raised", after=True, only=only) / added(
            sites, "ncr_raised", after=False, only=only
        )
        assert fall > 0.3
        for column, over, way in (
            ("rework_aed", "contract_value_aed", 1),
            ("snags", "units_handed_over", 1),
            ("first_inspection_passed", "inspections", -1),
        ):
            before, after = (rate(sites, column, over, after=a, only=only) for a in (False, True))
            assert way * (after - before) > 0, (project, column)


def test_the_project_outside_the_bonus_changes_in_nothing(sites):
    for column, over in (
        ("ncr_raised", "contract_value_aed"),
        ("rework_aed", "contract_value_aed"),
        ("first_inspection_passed", "inspections"),
        ("snags", "units_handed_over"),
    ):
        before, after = (rate(sites, column, over, after=a, only={OUTSIDE}) for a in (False, True))
        assert after == pytest.approx(before, rel=0.06), column


def test_the_mix_of_projects_is_no_explanation(sites):
    """Last year's rework shares on this year's mix of work still give 1.1 %."""
    projects = {r["project"] for r in sites}
    expected = sum(
        rate(sites, "rework_aed", "contract_value_aed", after=False, only={p})
        * added(sites, "contract_value_aed", after=True, only={p})
        for p in projects
    )
    assert round(100 * expected / added(sites, "contract_value_aed", after=True), 1) == 1.1


def test_92_percent_have_seen_the_policy_and_34_can_explain_it():
    survey = rows("gulf-meridian-logistics")
    asked, seen, explain = (
        sum(int(r[c]) for r in survey) for c in ("asked", "seen_policy", "can_explain")
    )
    assert asked == 620
    assert (round(100 * seen / asked), round(100 * explain / asked)) == (92, 34)


def test_english_readers_explain_it_and_the_others_do_not():
    survey, shares = rows("gulf-meridian-logistics"), {}
    for language in {r["language"] for r in survey}:
        of = [r for r in survey if r["language"] == language]
        asked = sum(int(r["asked"]) for r in of)
        shares[language] = round(100 * sum(int(r["can_explain"]) for r in of) / asked)
    assert shares.pop("english") == 61
    assert (min(shares.values()), max(shares.values())) == (22, 38)


def test_nobody_explains_what_they_have_not_seen():
    for row in rows("gulf-meridian-logistics"):
        assert int(row["can_explain"]) <= int(row["seen_policy"]) <= int(row["asked"])


def test_every_figure_file_has_its_row_in_the_readme():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for path in DATA.rglob("*.csv"):
        assert re.search(rf"^\| `{re.escape(path.name)}` \|.*invented", text, re.M), path.name


def test_what_learners_read_does_not_state_the_planted_answers():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert not re.search(r"2\.6|16\.6|38 ?%|34 ?%|61 ?%|seed = |SEED", text)


def test_khalidiyah_is_on_time_by_the_date_as_it_stands_alone():
    orders = rows("khalidiyah-extrusions")
    total = {name: sum(int(row[name]) for row in orders) for name in orders[0] if name != "month"}
    assert round(100 * total["on_current_date"] / total["shipped"]) == 96
    assert round(100 * total["on_original_date"] / total["shipped"]) == 71
    assert total["moved_last_3_days"] > 0.6 * total["dates_moved"]
    years = [sum(int(row["rework_h"]) for row in half) for half in (orders[:12], orders[12:])]
    assert years[1] == 0.7 * years[0]


def test_every_hotel_falls_and_the_group_rises():
    told = case_answers(load_desk("customer-lab", MixDesk))
    before, after = told.before, told.after
    assert [round(after[h].mean - before[h].mean, 1) for h in before] == [-2.0] * 4
    assert (round(mean(before), 1), round(mean(after), 1)) == (81.5, 83.9)
    assert reverses(before, after)
    assert not reverses(before, before)
    assert round(at_mix(after, before), 1) == 79.5


@pytest.fixture(scope="module")
def hafeet() -> tuple[dict[str, int], dict[str, int], list[dict[str, str]]]:
    """What was counted before the short form and after it, and the weeks."""
    weeks = rows("hafeet-oasis")
    before, after = (
        {name: sum(int(week[name]) for week in half) for name in weeks[0] if name != "week"}
        for half in (weeks[:10], weeks[10:])
    )
    return before, after, weeks


def test_hafeets_reports_more_than_double_and_harm_does_not_rise(hafeet):
    before, after, weeks = hafeet
    reports = [round(100 * half["reports"] / half["bed_days"], 1) for half in (before, after)]
    assert reports == [1.8, 3.9]
    assert after["with_harm"] <= before["with_harm"]
    assert all(int(week["with_harm"]) <= int(week["reports"]) for week in weeks)


def test_hafeets_two_counts_agree_and_the_check_is_better_by_either(hafeet):
    before, after, weeks = hafeet
    for count in ("right_pharmacist", "right_doctor"):
        shares = [round(100 * half[count] / half["lists"]) for half in (before, after)]
        assert shares == [83, 92]
        assert max(int(w[count]) for w in weeks[:10]) < min(int(w[count]) for w in weeks[10:])
    apart = [abs(int(w["right_pharmacist"]) - int(w["right_doctor"])) for w in weeks]
    assert max(apart) == 1
    assert sum(apart) > 4  # two people counted, and not one of them twice


@pytest.mark.parametrize("language", LANGUAGES)
def test_hafeets_story_holds_what_the_date_is_judged_by(language):
    told = " ".join(part.text[language] for part in load_story("lead-do-not-delegate").story)
    for figure in ("1.8", "3.9", "92", "83", "310", "500", "45"):
        assert re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.]*\d)", told), figure
