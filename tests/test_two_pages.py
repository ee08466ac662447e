"""Two pages on one field: the last typed stands, and nothing that anybody typed is lost."""

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings, strategies

from course import show
from course.content import load_case
from course.forms import unsaved
from course.forms.answer_form import AnswerForm
from course.forms.objective_desk import ObjectiveDesk
from course.forms.policy_desk import PolicyDesk
from course.forms.profile_form import ProfileForm
from course.forms.unsaved import take_in
from course.learner import answers, close_page
from course.learner.answer_book import AnswerBook, field_of
from course.learner.profile import load_profile, save_profile
from course.learner.records import Records, place_of
from course.learner.texts import writable
from course.learner.workbook import Workbook

CASE = "marsa-al-khail-contracting"
OLD = "We build schools and villas in Dubai, and we hand them over on the promised day."
NEW = "We stop the pour."
LATE, EARLY = "2999-01-01T10:00:00.000Z", "2001-01-01T10:00:00.000Z"


# Each place where a learner's words are kept, as one page sees it: a store and a field.


def in_workbook(folder):
    return Workbook("quality-policy", folder), "text"


def in_record(_):
    return Records("objectives").book, place_of("r1", "owner")


def in_answer(folder):
    (folder / CASE).mkdir(exist_ok=True)
    return AnswerBook(folder / CASE), "the-decision"


def in_figure(folder):
    (folder / CASE).mkdir(exist_ok=True)
    return AnswerBook(folder / CASE), field_of("rework-share", "figure")


PLACES = [in_workbook, in_record, in_answer, in_figure]


@pytest.fixture(params=PLACES)
def opened(request, tmp_path):
    """Opens another page on the same field, which shows what is there."""

    def another():
        store, field = request.param(tmp_path)
        store.show(field)
        return store, field

    return another


def texts(store, field):
    return [one.text for one in store.waiting(field)]


def test_a_stale_longer_text_does_not_bury_the_newer(opened):
    (first, field), (stale, _) = opened(), opened()
    first.save_text(field, OLD)
    (second, _) = opened()
    second.save_text(field, NEW)
    stale.save_text(field, f"{OLD} x")
    assert second.show(field) == f"{OLD} x"
    assert texts(second, field) == [NEW]


def test_typing_on_by_oneself_leaves_nothing_behind(opened):
    page, field = opened()
    for end in range(1, len(OLD)):
        page.save_text(field, OLD[:end])
    page.save_text(field, NEW)
    assert texts(page, field) == []


def test_two_pages_that_type_in_turn_keep_each_others_last_words_only(opened):
    (one, field), (other, _) = opened(), opened()
    for end in range(1, 30):
        one.save_text(field, OLD[:end])
        other.save_text(field, "Nine villas a month, no more."[:end])
    assert one.show(field) == "Nine villas a month, no more."
    assert texts(one, field) == [OLD[:29]]


def test_words_brought_back_change_places_with_those_that_stood_there(opened):
    (one, field), (other, _) = opened(), opened()
    one.save_text(field, OLD)
    other.save_text(field, NEW)
    other.bring_back(field, OLD)
    assert (other.show(field), texts(other, field)) == (OLD, [NEW])
    other.bring_back(field, "words that nobody wrote")
    assert (other.show(field), texts(other, field)) == (OLD, [NEW])


def test_words_that_were_left_are_offered_no_more_and_stay_on_file(opened):
    (one, field), (other, _) = opened(), opened()
    one.save_text(field, OLD)
    other.save_text(field, NEW)
    other.leave(field, OLD)
    assert texts(other, field) == []
    other.save_text(field, f"{NEW} Today.")
    assert OLD in json.dumps(other.table())


def test_words_that_are_part_of_the_text_again_are_not_offered(opened):
    (one, field), (other, _) = opened(), opened()
    one.save_text(field, NEW)
    other.save_text(field, OLD)
    other.save_text(field, f"{OLD} {NEW}")
    assert texts(other, field) == []


def test_a_key_on_its_way_while_the_page_catches_up_takes_nothing_with_it(opened):
    (one, field), (other, _) = opened(), opened()
    one.save_text(field, OLD)
    other.save_text(field, NEW)
    assert one.behind(field)
    one.show(field)
    one.save_text(field, f"{OLD}!")  # typed before the page showed the newer words
    assert texts(one, field) == [NEW]


def test_after_catching_up_the_newer_words_are_typed_over_knowingly(opened):
    (one, field), (other, _) = opened(), opened()
    one.save_text(field, OLD)
    other.save_text(field, NEW)
    one.show(field)
    one.save_text(field, NEW[:-1])
    assert texts(one, field) == [OLD]


# What any number of pages do, in any order.

WORDS = ["", " ", "a", "ab", "b", "ba", "abc", "We build", "We build schools", NEW, OLD, "\ud83d"]
STEPS = strategies.lists(
    strategies.tuples(
        strategies.sampled_from(["type", "type", "type", "open", "bring back", "give back"]),
        strategies.integers(0, 3),
        strategies.sampled_from(WORDS),
        strategies.sampled_from([EARLY, LATE, "no time"]),
    ),
    max_size=25,
)


@settings(max_examples=150)
@given(steps=STEPS, place=strategies.sampled_from(PLACES))
def test_no_text_typed_and_saved_is_unrecoverable(tmp_path_factory, steps, place):
    folder = tmp_path_factory.mktemp("work")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_WORK", str(folder))
        stores = [opening(place, folder) for _ in range(4)]
        due, field = set(), place(folder)[1]  # typed by somebody, and not typed over knowingly
        for act, number, text, time in steps:
            if act == "open":
                stores[number] = opening(place, folder)
            due = step(stores[number], field, act, text, time, due)
            there = [stores[0].table().get(field, ""), *texts(stores[0], field)]
            for one in due:
                assert any(one in held for held in there), (one, there)


def opening(place, folder):
    store, field = place(folder)
    store.show(field)
    return store


def step(store, field, act, text, time, due):
    """Do it, and say whose words are due then."""
    if act == "bring back":
        for one in store.waiting(field)[:1]:
            store.bring_back(field, one.text)
    if act not in ("type", "give back"):
        return due
    seen, text = store.shown(field), writable(text)
    if act == "give back":
        store.give_back(field, text, [seen], time)
    else:
        store.save_text(field, text)
    known = {one for one in due if one in seen}  # typed over by one who had them before the eyes
    return {one for one in {*(due - known), text} if one.strip()}


HAMMER = """
import sys
sys.path[:0] = [sys.argv[2]]
from pathlib import Path
import test_two_pages as two
store, field = getattr(two, sys.argv[3])(Path(sys.argv[1]))
store.show(field)
print("ready", flush=True)
sys.stdin.readline()
for turn in range(60):
    store.save_text(field, f"{sys.argv[4]} wrote this in turn {turn}.")
"""


@pytest.mark.parametrize("place", PLACES)
def test_two_processes_on_one_field_keep_both_last_words(place, tmp_path, monkeypatch, request):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    here = str(request.path.parent)
    command = [sys.executable, "-c", HAMMER, str(tmp_path), here, place.__name__]
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    both = [subprocess.Popen([*command, who], **piped) for who in ("Aisha", "Omar")]
    assert [one.stdout.readline() for one in both] == ["ready\n"] * 2
    for one in both:
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [one.wait() for one in both] == [0, 0]
    store, field = place(tmp_path)
    held = {store.show(field), *texts(store, field)}
    assert held == {f"{who} wrote this in turn 59." for who in ("Aisha", "Omar")}


# A browser that could not save, and resends.


def test_what_was_typed_after_the_other_page_saved_wins(opened):
    store, field = opened()
    store.save_text(field, NEW)
    store.give_back(field, OLD, ["an older text"], LATE)
    assert (store.show(field), texts(store, field)) == (OLD, [NEW])


@pytest.mark.parametrize("time", [EARLY, "", "yesterday", "9" * 40])
def test_what_was_typed_before_never_replaces_it(opened, time):
    store, field = opened()
    store.save_text(field, NEW)
    store.give_back(field, OLD, ["an older text"], time)
    assert (store.show(field), texts(store, field)) == (NEW, [OLD])


def test_what_was_typed_over_the_words_that_still_stand_there_is_simply_saved(opened):
    store, field = opened()
    store.save_text(field, "We build scho")
    store.give_back(field, "We build ships", ["", "We build scho", "We build sch"], EARLY)
    assert (store.show(field), texts(store, field)) == ("We build ships", [])


def test_words_brought_twice_are_taken_in_once(opened):
    store, field = opened()
    store.save_text(field, NEW)
    for _ in range(2):
        store.give_back(field, OLD, [], EARLY)
    assert (store.show(field), texts(store, field)) == (NEW, [OLD])


def test_the_page_says_by_address_where_words_belong(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    (tmp_path / CASE).mkdir()
    monkeypatch.chdir(tmp_path / CASE)
    kept = [
        {"at": "objectives/r2.owner", "over": [], "value": "The COO", "typed": LATE},
        {"at": f"answers-{CASE}/the-decision", "over": [""], "value": NEW, "typed": LATE},
        {"at": "profile/company", "over": [], "value": "Noor", "typed": LATE},
    ]
    assert dict(take_in(kept)) == {one["at"]: one["value"] for one in kept}
    assert Records("objectives").read("r2") == {"owner": "The COO"}
    sheet = answers.read(tmp_path / CASE / "answers.json")
    assert sheet.answer("the-decision").text == NEW
    assert load_profile().company == "Noor"
    assert load_profile().id


@pytest.mark.parametrize("address", ["../x/text", "", "no-slash", "A B/text"])
def test_an_address_outside_the_learners_folder_is_refused(address):
    with pytest.raises(ValueError, match="cannot name a workbook"):
        list(take_in([{"at": f"!{address}", "over": [], "value": "x", "typed": LATE}]))


class Line:
    """The end of a page's line that the course answers on."""

    def __init__(self):
        self.said, self.closed = [], False

    def send(self, data):
        self.said.append(data)

    def close(self):
        self.closed = True


def heard(kept, after=lambda: None):
    line = Line()
    unsaved._hear(after, line, {"content": {"data": {"kept": kept}}})
    return line


def test_the_page_is_told_what_stands_in_its_fields_now():
    shown = []
    kept = [{"at": "objectives/r1.owner", "over": [""], "value": "The COO", "typed": EARLY}]
    line = heard(kept, lambda: shown.append(Records("objectives").read("r1")))
    assert line.said == [{"texts": {"objectives/r1.owner": "The COO"}}]
    assert shown == [{"owner": "The COO"}]
    assert not line.closed


@pytest.mark.parametrize("kept", ["x", [5], [{}], [{"at": "../x/y", "over": [], "value": "x"}]])
def test_what_cannot_be_taken_in_stays_with_the_page(kept):
    line = heard(kept)
    assert line.said in ([], [{"texts": {}}])
    assert line.closed == (not line.said)


# The file: older ones are read, and what makes no sense in it is passed over.


def test_a_file_of_before_is_read(tmp_path):
    book = Workbook("quality-policy", tmp_path)
    old = {"text": OLD, "text.fullest": OLD, "saved": "2026-11-01T10:00:00+04:00"}
    book.path.write_text(json.dumps(old))
    assert book.show("text") == OLD
    book.give_back("text", NEW, [], "2026-11-01T09:00:00+04:00")
    assert (book.show("text"), texts(book, "text")) == (OLD, [NEW])


@pytest.mark.parametrize("nonsense", [5, "x", None, {}, [7, None, {"text": 3}, {"at": "x"}], [[]]])
def test_nonsense_beside_a_text_is_no_end(tmp_path, nonsense):
    book = Workbook("quality-policy", tmp_path)
    beside = {"text.replaced": nonsense, "text.at": nonsense, "text.fullest": nonsense}
    book.path.write_text(json.dumps({"text": OLD, "saved": nonsense} | beside))
    assert (book.show("text"), texts(book, "text")) == (OLD, [])
    Workbook("quality-policy", tmp_path).save_text("text", NEW)
    assert texts(book, "text") == [OLD]


def test_the_sheet_that_is_marked_holds_nothing_of_what_was_replaced(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    (one, field), (other, _) = in_answer(tmp_path), in_answer(tmp_path)
    other.show(field)
    one.save_text(field, OLD)
    other.save_text(field, NEW)
    assert OLD not in (tmp_path / CASE / "answers.json").read_text("utf-8")
    assert texts(other, field) == [OLD]


# Records: a page may hold one open that another page took from the list.


def test_a_record_typed_in_after_another_page_removed_it_comes_back():
    one, other = Records("objectives"), Records("objectives")
    new = one.add()
    one.save(new, "owner", "The COO")
    other.remove(new)
    one.save(new, "owner", "The COO, alone")
    assert new in other.names()
    assert other.read(new) == {"owner": "The COO, alone"}


def test_two_pages_that_add_a_record_add_two():
    one, other = Records("objectives"), Records("objectives")
    assert one.add() != other.add()
    assert len(one.names()) == 3


# The forms.


def test_a_desk_offers_what_it_replaced_and_brings_it_back():
    stale, other = PolicyDesk("quality-policy"), PolicyDesk("quality-policy")
    other.text.value = OLD
    stale.text.value = NEW
    assert Workbook("quality-policy").get("text") == NEW
    assert OLD[:40] in stale.kept.offers.told.value
    stale.kept.offers.bring_back()
    assert stale.text.value == OLD
    assert "this stood here before" in stale.kept.offers.told.value
    assert NEW in stale.kept.offers.told.value
    stale.kept.offers.leave()
    assert stale.kept.offers.told.value == ""
    assert stale.kept.offers.buttons.layout.display == "none"
    assert PolicyDesk("quality-policy").kept.offers.told.value == ""


@pytest.mark.parametrize(
    ("language", "words"), [("en", "another page wrote this"), ("ar", "كتبت صفحة أخرى")]
)
def test_an_offer_names_its_field_in_the_learners_language(language, words):
    save_profile(language=language)
    stale, other = ObjectiveDesk("objectives"), ObjectiveDesk("objectives")
    other.fields.forms["owner"].value = "<b>The COO</b>"
    stale.fields.forms["owner"].value = "The CEO"
    told = stale.kept.offers.told.value
    assert words in told
    assert stale.fields.forms["owner"].description in told
    assert "&lt;b&gt;" in told
    assert "<b>" not in told


def test_several_offers_are_counted_and_told_one_by_one():
    stale, other = ObjectiveDesk("objectives"), ObjectiveDesk("objectives")
    for field in ("owner", "told", "date"):
        other.fields.forms[field].value = f"Theirs: {field}"
        stale.fields.forms[field].value = f"Ours: {field}"
    assert "More that was replaced: 2." in stale.kept.offers.told.value
    for _ in range(3):
        stale.kept.offers.bring_back()
    record = Records("objectives").read("r1")
    assert [record[field] for field in ("owner", "told", "date")] == [
        "Theirs: owner", "Theirs: told", "Theirs: date",
    ]  # fmt: skip
    assert "this stood here before" in stale.kept.offers.told.value


def test_a_desk_opened_or_shown_again_writes_nothing_and_shows_the_newer(monkeypatch):
    pieces = []
    close_page()
    monkeypatch.setattr(show, "display", pieces.append)
    show.workshop("quality-policy")
    PolicyDesk("quality-policy").text.value = NEW
    before = Workbook("quality-policy").path.read_bytes()
    show.workshop("quality-policy")
    assert pieces[-1].text.value == NEW
    assert "words" in pieces[-1].status.value
    PolicyDesk("quality-policy")
    assert Workbook("quality-policy").path.read_bytes() == before


def test_words_not_saved_yet_are_not_replaced_by_the_newer_on_disk(monkeypatch):
    desk = PolicyDesk("quality-policy")
    with monkeypatch.context() as full:
        full.setattr("course.learner.workbook.write_whole", no_room)
        desk.text.value = OLD
    PolicyDesk("quality-policy").text.value = NEW
    desk.catch_up()
    assert desk.text.value == OLD
    desk.text.value = f"{OLD} Still."
    assert Workbook("quality-policy").get("text") == f"{OLD} Still."
    assert NEW in desk.kept.offers.told.value


def no_room(*_):
    raise OSError(28, "No space left on device")


def test_an_answer_form_offers_what_it_replaced(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    folder = tmp_path / CASE
    folder.mkdir()
    prose = next(q.key for q in load_case(CASE).questions if q.kind == "prose")
    stale, other = AnswerForm(prose, folder), AnswerForm(prose, folder)
    other.fields["text"].value = OLD
    stale.fields["text"].value = NEW
    assert OLD[:40] in stale.kept.offers.told.value
    stale.kept.offers.bring_back()
    assert answers.read(folder / "answers.json").answer(prose).text == OLD


def test_an_answer_too_long_to_be_read_again_is_said_and_the_saved_one_stays(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    folder = tmp_path / CASE
    folder.mkdir()
    prose = next(q.key for q in load_case(CASE).questions if q.kind == "prose")
    form = AnswerForm(prose, folder)
    form.fields["text"].value = OLD
    form.fields["text"].value = OLD + "x" * answers.MAX_BYTES
    assert "longer than an answer can be" in form.status.value
    assert answers.read(folder / "answers.json").answer(prose).text == OLD


def test_a_choice_made_on_another_page_is_shown_when_the_page_catches_up(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    folder = tmp_path / CASE
    folder.mkdir()
    choice = next(q.key for q in load_case(CASE).questions if q.kind == "choice")
    one, other = AnswerForm(choice, folder), AnswerForm(choice, folder)
    other.fields["choice"].value = other.fields["choice"].options[1][1]
    one.catch_up()
    assert one.fields["choice"].value == other.fields["choice"].value


def test_the_name_given_on_two_start_pages_is_offered_too():
    stale, other = ProfileForm(), ProfileForm()
    other.company.value = "Noor Coast Hotels"
    stale.company.value = "Marsa"
    assert load_profile().company == "Marsa"
    assert "Noor Coast Hotels" in stale.kept.offers.told.value


def test_each_field_tells_the_page_where_its_words_are_kept():
    desk = ObjectiveDesk("objectives")
    owner = desk.fields.forms["owner"]
    assert "course-at:objectives/r1.owner" in owner._dom_classes
    owner.value = "The COO"
    desk.add()
    assert [c for c in owner._dom_classes if "course-at" in c] == ["course-at:objectives/r2.owner"]
