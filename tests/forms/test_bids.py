"""The budget vote of lesson 05: one sum, a reason for each refusal, and no way round either."""

import io
import zipfile

import pytest

from course.content.toml import ContentError
from course.content.tools import load_tool
from course.forms.workshops import workshop
from course.judging.field_rules import judge_field
from course.learner.profile import save_profile

KEY = "budget-vote"
REASON = "It lost to the visits: 84,000 a week against 78 calls. Ask again on 15 January."
ALL = [group.key for group in load_tool(KEY).groups if group.cost]
POPULAR = {"agents", "parts", "inspections", "portal"}
WITH_VISITS = {"visits", "parts", "inspections"}


@pytest.fixture(autouse=True)
def strict(monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")


def voted(funded, reason=REASON):
    tool = workshop(KEY)
    for key in ALL:
        tool.fields.forms[key].value = "fund" if key in funded else "refuse"
        if key not in funded:
            tool.fields.forms[f"{key}-why"].value = reason
    tool.fields.forms["against"].value = "The commercial director: the promise was made in writing."
    return tool


def test_what_is_funded_is_added_up_against_the_budget():
    assert "AED 1,880,000 of 1,900,000. Left: AED 20,000" in voted(WITH_VISITS).judged.value
    assert "AED 1,800,000 of 1,900,000" in voted(POPULAR).judged.value


def test_more_than_there_is_cannot_be_spent():
    tool = voted({"visits", "inspections", "portal"})
    assert "AED 40,000 too much" in tool.judged.value
    assert "course-aloud" not in tool.judged.value.partition("AED 40,000")[0]
    assert not tool.finished()


def test_four_of_five_can_be_pleased_only_without_the_visits():
    tool = load_tool(KEY)
    cost = {group.key: group.cost for group in tool.groups if group.cost}
    assert sum(cost[key] for key in POPULAR) <= tool.budget
    assert all(sum(cost.values()) - cost[left] > tool.budget for left in cost if left != "visits")


def test_each_refusal_says_what_it_leaves_as_it_is():
    shown = voted(POPULAR).all_judged.value
    assert "84,000 a week" in shown
    assert "Nine lifts" not in shown


def test_a_request_that_still_fits_is_pointed_out():
    assert "would still pay" in voted({"visits"}).all_judged.value
    assert "would still pay" not in voted(WITH_VISITS).all_judged.value


def test_a_refusal_needs_a_reason_and_what_is_funded_needs_none():
    assert voted(WITH_VISITS).finished()
    assert not voted(WITH_VISITS, reason="").finished()
    assert "agents-why" in {v.key for v in voted(WITH_VISITS, reason="").found(
        voted(WITH_VISITS, reason="").record)}  # fmt: skip


def test_a_vote_that_is_missing_is_counted():
    tool = workshop(KEY)
    assert "Funded" not in tool.judged.value + tool.all_judged.value
    tool.fields.forms["visits"].value = "refuse"
    assert "Not voted on yet: 4" in tool.judged.value
    assert not tool.finished()


@pytest.mark.parametrize(
    ("words", "state", "reason"),
    [
        ("", "missing", "missing"),
        ("None", "partly", "nothing"),
        ("No budget", "partly", "nothing"),
        ("Not now", "partly", "thin"),
        ("There is no money left for this", "partly", "no-ground"),
        ("Your request is important to us and will be remembered", "partly", "no-ground"),
        (REASON, "met", "met"),
        ("You may ask again in January 2026, when the new budget is made", "met", "met"),
        ("لا توجد ميزانية كافية لهذا الطلب", "partly", "no-ground"),
        ("خسر أمام الزيارات: 84,000 درهم في الأسبوع مقابل 78 بلاغاً", "met", "met"),
    ],
)
def test_a_reason_says_what_it_lost_to_or_when_to_ask_again(words, state, reason):
    found = judge_field("refusal", words)
    assert (found.state, found.reason) == (state, reason)


def test_the_vote_becomes_a_page_in_both_languages():
    for language in ("en", "ar"):
        save_profile(language=language)
        tool = voted(WITH_VISITS)
        name, data = tool.file()
        assert name == f"{tool.tool.called[language]}.docx"
        with zipfile.ZipFile(io.BytesIO(data)) as document:
            assert "84,000" in document.read("word/document.xml").decode()


def test_a_budget_that_pays_for_everything_is_refused(monkeypatch, tmp_path):
    from course.content.folders import in_a_lesson

    text = in_a_lesson(f"{KEY}.toml").read_text("utf-8").replace("1_900_000", "2_900_000")
    broken = tmp_path / f"{KEY}.toml"
    broken.write_text(text, encoding="utf-8")
    monkeypatch.setattr("course.content.folders.in_a_lesson", lambda _: broken)
    with pytest.raises(ContentError, match="budget"):
        load_tool.__wrapped__(KEY)
