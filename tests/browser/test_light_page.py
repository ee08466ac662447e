"""The policy lesson on the course's own page: typed, judged, killed, reopened, in two tabs."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.pages import card, draft, faults, write
from browser.test_assessed_case import CASE, trainers_copy
from course.content import wording
from course.lab import launch
from course.learner import answers

LESSON = "03-draft-the-quality-policy"
POLICY = "We build schools in Dubai that open on the promised day."
STEP = "#workshop"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def released(light, tmp_path_factory):
    """The case, handed out into this course's own exchange."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_STATE", str(light.state))
        patch.setenv("COURSE_WORK", str(light.work))
        patch.setenv("COURSE_ASSESSMENTS", str(trainers_copy(tmp_path_factory.mktemp("trainer"))))
        command = [Path(sys.executable).with_name("course"), "start", "--prepare"]
        subprocess.run(command, check=True, capture_output=True)


def open_lesson(page, course, step=STEP, name=LESSON):
    page.goto(course.server.page(name) + step)
    page.locator(".course-started").wait_for(timeout=40_000)


def test_the_draft_is_judged_as_it_is_typed_and_is_there_again(light, page):
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    open_lesson(page, light)
    write(page, POLICY)
    card(page).get_by_text("5.2.1 a (2015)").first.wait_for()
    assert card(page).locator("mark").count() > 0
    page.get_by_text("Saved ", exact=False).first.wait_for()
    open_lesson(page, light)
    assert draft(page).input_value() == POLICY
    assert complaints == []


def test_the_token_leaves_the_address(light, wide_page):
    open_lesson(wide_page, light)
    assert "token" not in wide_page.url


def test_a_stranger_sees_nothing(light, wide_page):
    address = light.server.page(LESSON).partition("?")[0]
    for part in (address, address.replace(f"{LESSON}.html", "kernel")):
        answer = wide_page.goto(part)
        assert "/login" in wide_page.url or answer.status == 403
        assert "supervisor" not in answer.text()


def test_nothing_hangs_over_the_edge_and_axe_agrees(light, page):
    open_lesson(page, light)
    write(page, POLICY)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"]
    assert faults(page) == []


def test_one_step_is_on_the_screen_and_the_page_comes_back_to_it(light, wide_page):
    open_lesson(wide_page, light, step="")
    assert wide_page.get_by_role("heading", level=1).is_visible()
    wide_page.get_by_role("link", name="Next: A proposal six weeks").click()
    assert wide_page.get_by_role("heading", name="A proposal six weeks").is_visible()
    assert not wide_page.get_by_role("heading", level=1).is_visible()
    wide_page.goto("about:blank")
    open_lesson(wide_page, light, step="")
    assert wide_page.get_by_role("heading", name="A proposal six weeks").is_visible()
    here = wide_page.locator(".steps a[aria-current]")
    expect(here).to_have_count(1)


def test_every_step_is_printed(light, wide_page):
    open_lesson(wide_page, light)
    wide_page.emulate_media(media="print")
    heads = wide_page.locator(".step h2")
    assert all(heads.nth(at).is_visible() for at in range(heads.count()))


def test_a_kernel_killed_in_mid_word_loses_nothing(light, wide_page):
    open_lesson(wide_page, light)
    draft(wide_page).fill("")
    draft(wide_page).click()
    wide_page.keyboard.type("We build scho", delay=40)
    light.kill_kernels()
    wide_page.keyboard.type("ols in Dubai for parents and their children", delay=40)
    text = "We build schools in Dubai for parents and their children"
    card(wide_page).get_by_text("10 words · saved").wait_for(timeout=30_000)
    assert light.comes_to("quality-policy", text)
    expect(draft(wide_page)).to_have_value(text)
    wide_page.keyboard.type(" too")
    assert light.comes_to("quality-policy", text + " too")


def test_a_killed_server_gives_back_what_was_typed_meanwhile(light, wide_page):
    first = launch.serve(launch.free_port(light.server.port + 20))
    launch.wait_until_open(first)
    wide_page.goto(first.page(LESSON) + STEP)
    wide_page.locator(".course-started").wait_for(timeout=40_000)
    draft(wide_page).fill("")
    draft(wide_page).click()
    wide_page.keyboard.type("We build ", delay=40)
    first.process.kill()
    wide_page.keyboard.type("schools in Dubai", delay=60)
    wide_page.get_by_text("The course has been stopped").wait_for(timeout=60_000)
    wide_page.keyboard.type(" for parents", delay=40)
    second = launch.serve(first.port)
    try:
        launch.wait_until_open(second)
        wide_page.context.new_page().goto(second.page())
        card(wide_page).get_by_text("7 words · saved").wait_for(timeout=60_000)
        assert light.comes_to("quality-policy", "We build schools in Dubai for parents")
        expect(draft(wide_page)).to_have_value("We build schools in Dubai for parents")
    finally:
        second.stop()


def test_words_typed_without_a_server_outlive_the_page(light, wide_page):
    """The tab is closed while nothing answers; the next one brings its words."""
    first = launch.serve(launch.free_port(light.server.port + 20))
    launch.wait_until_open(first)
    wide_page.goto(first.page(LESSON) + STEP)
    wide_page.locator(".course-started").wait_for(timeout=40_000)
    write(wide_page, "We build schools")
    first.process.kill()
    wide_page.get_by_text("The course has been stopped").wait_for(timeout=60_000)
    draft(wide_page).press_sequentially(" for parents", delay=20)
    second = launch.serve(first.port)
    other = wide_page.context.new_page()
    wide_page.close()
    try:
        launch.wait_until_open(second)
        other.goto(second.page(LESSON) + STEP)
        other.locator(".course-started").wait_for(timeout=40_000)
        assert light.comes_to("quality-policy", "We build schools for parents")
        expect(draft(other)).to_have_value("We build schools for parents")
    finally:
        second.stop()


def test_two_tabs_of_a_lesson_show_one_draft(light, wide_page):
    open_lesson(wide_page, light)
    write(wide_page, "We build schools in Dubai")
    other = wide_page.context.new_page()
    open_lesson(other, light)
    draft(other).press_sequentially(" and villas", delay=30)
    whole = "We build schools in Dubai and villas"
    expect(draft(wide_page)).to_have_value(whole)
    assert light.comes_to("quality-policy", whole)
    other.close()  # what stays open keeps its forms
    draft(wide_page).press_sequentially(" too")
    assert light.comes_to("quality-policy", whole + " too")


def test_one_kernel_serves_every_page(light, wide_page):
    open_lesson(wide_page, light)
    open_lesson(wide_page.context.new_page(), light, step="", name="00-start-here")
    assert len(light.kernels()) == 1


def test_the_policy_comes_as_a_word_document(light, wide_page):
    open_lesson(wide_page, light)
    write(wide_page, POLICY)
    with wide_page.expect_download() as handed:
        wide_page.get_by_role("button", name="Download as Word").click()
    assert handed.value.suggested_filename == "Quality policy - version 1.docx"


def test_the_quiz_remembers_and_says_what_is_chosen(light, wide_page):
    open_lesson(wide_page, light, step="#quiz")
    option = wide_page.locator(".step:not([hidden]) .course-options .jupyter-button").first
    option.click()
    wide_page.get_by_text("1 of 5 answered").wait_for()
    expect(option).to_have_attribute("aria-pressed", "true")


@pytest.mark.slow
@pytest.mark.usefixtures("released")
def test_a_case_is_answered_beside_its_exhibits_and_survives_its_kernel(light, wide_page):
    open_lesson(wide_page, light, step="", name=CASE)
    assert wide_page.get_by_role("region", name="The case and its exhibits").is_visible()
    answer = wide_page.get_by_label("Your answer").first
    answer.fill("We stop the bonus.")
    wide_page.get_by_text("4 words · saved").wait_for()
    light.kill_kernels()
    answer.press_sequentially(" Today.", delay=40)
    questions = wide_page.get_by_role("region", name="The questions")
    questions.get_by_text("5 words · saved").wait_for()
    sheet = answers.read(light.work / CASE / "answers.json")
    assert "We stop the bonus. Today." in {given.text for given in sheet.answers.values()}


def test_another_language_is_another_for_forms_too(light, wide_page):
    open_lesson(wide_page, light)
    wide_page.get_by_role("link", name="العربية").click()
    wide_page.locator(".course-started").wait_for()
    assert wide_page.evaluate("document.documentElement.dir") == "rtl"
    wide_page.get_by_role("heading", name="ورشة صياغة السياسة").wait_for(state="attached")
    wide_page.goto(light.server.page())
    assert wide_page.url.endswith("/00-start-here.ar.html")
    wide_page.get_by_role("link", name="English").click()
    wide_page.locator(".course-started").wait_for()
    wide_page.goto(light.server.page())
    assert wide_page.url.endswith("/00-start-here.html")


def test_the_start_page_leads_to_the_lessons_on_light_pages(light, wide_page):
    open_lesson(wide_page, light, step="", name="00-start-here")
    links = wide_page.locator("main a[href]")
    found = [links.nth(at).get_attribute("href") for at in range(links.count())]
    assert f"{LESSON}.html" in found
    assert not [href for href in found if "ipynb" in href]


@pytest.mark.parametrize("name", ["00-start-here", "00-start-here.ar"])
def test_the_start_page_leads_on_step_by_step_and_keeps_its_ticks(light, wide_page, name):
    open_lesson(wide_page, light, step="", name=name)
    steps = wide_page.locator(".steps li a")
    for place in range(1, steps.count()):
        wide_page.locator(".step:not([hidden]) .onward a").click()
        expect(steps.nth(place)).to_have_attribute("aria-current", "step")
    wide_page.locator(".step:not([hidden]) .onward a").click()
    expect(steps.first).to_have_attribute("aria-current", "step")
    wide_page.goto("about:blank")
    open_lesson(wide_page, light, step="", name=name)
    expect(steps.first).to_have_attribute("aria-current", "step")
    assert wide_page.locator(".steps a.seen").count() == steps.count() - 1


@pytest.mark.parametrize("name", ["00-start-here", "00-start-here.ar"])
def test_nothing_is_called_saved_before_it_is(light, wide_page, name):
    language = "ar" if name.endswith(".ar") else "en"
    open_lesson(wide_page, light, step="", name=name)
    expect(wide_page.locator(".saved")).to_have_text(wording(language)("page.saves"))


@pytest.mark.parametrize("name", [LESSON, f"{LESSON}.ar"])
def test_the_list_names_what_is_done_in_a_step_and_how_many_lie_below_its_edge(
    light, wide_page, name
):
    say = wording("ar" if name.endswith(".ar") else "en")
    wide_page.set_viewport_size({"width": 1280, "height": 700})
    open_lesson(wide_page, light, step="", name=name)
    for act, step in (("workshop", STEP), ("quiz", "#quiz"), ("exercise", "#find-the-gaps")):
        link = wide_page.locator(f".steps a[href='{step}']")
        expect(link.locator(".act")).to_have_text(say(f"page.act_{act}"))
    more, last = wide_page.locator(".steps .more"), wide_page.locator(".steps li a").last
    expect(more).to_be_visible()
    assert more.inner_text() != say("page.more", count=0)
    wide_page.goto(wide_page.url + last.get_attribute("href"))
    expect(last).to_be_in_viewport(ratio=1)
    expect(more).to_be_hidden()
    wide_page.set_viewport_size({"width": 390, "height": 800})
    assert wide_page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_is_still_open_says_what_is_missing_and_leads_there(light, wide_page):
    open_lesson(wide_page, light, step="#find-the-gaps")
    boxes = wide_page.locator(".step:not([hidden]) input[type=checkbox]")
    boxes.first.check()
    wide_page.get_by_role("button", name="Compare with ours").click()
    wide_page.locator(".steps li a").last.click()
    row = wide_page.locator(".step:not([hidden]) .course-row", has_text="more gaps")
    row.get_by_role("link", name="To the exercise").click()
    expect(wide_page.locator(".step:not([hidden])")).to_have_attribute("id", "find-the-gaps")
