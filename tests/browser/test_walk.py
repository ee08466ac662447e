"""The course as a director walks it who sees nothing: by the keyboard, hearing what is told."""

import pytest
from playwright.sync_api import expect

from browser.conftest import PATIENCE
from browser.pages import faults
from browser.test_assessed_case import CASE
from browser.test_light_page import released  # noqa: F401  a fixture, found by its name
from course.content import load_case, wording
from course.lab import launch
from course.reading import words

START, LESSON = "00-start-here", "03-draft-the-quality-policy"
LANGUAGES = {"en": LESSON, "ar": f"{LESSON}.ar"}
# Of unlike lengths: where the same count stands again, nothing is told.
DRAFT = {
    "en": "We build schools in Dubai for parents, and each one opens on the day that we promised.",
    "ar": "نبني مدارس دبي للأهالي، وتُفتح كل مدرسة في اليوم الذي وعدنا به، ونراجعه كل شهر.",
}
OWN_WORDS = (
    "We repair lifts in Ajman for landlords. Every spring and autumn the workshop looks at what "
    "went wrong and changes the way we run the place so that it does not come back."
)
# What regions that are live tell, each time that their words change.
EARS = """(() => {
    const live = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';
    const around = ({ target }) => (target.closest ? target : target.parentElement)?.closest(live);
    window.heard = [];
    new MutationObserver((changes) => {
        for (const region of new Set(changes.map(around))) {
            const words = region?.innerText.trim().replace(/\\s+/g, ' ');
            if (words) heard.push(words);
        }
    }).observe(document, { subtree: true, childList: true, characterData: true });
})()"""
# Headings that leave out an order, among those on the screen.
LEAPS = """() => {
    const shown = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5)')];
    const orders = shown.filter((one) => one.checkVisibility()).map((one) => +one.tagName[1]);
    return orders.filter((order, place) => order > (orders[place - 1] ?? 1) + 1);
}"""
pytestmark = pytest.mark.browser


@pytest.fixture
def page(wide_page):
    wide_page.context.add_init_script(EARS)
    return wide_page


def visit(page, course, name, step="", toured=True):
    if toured:
        page.context.add_init_script("localStorage.setItem('course-toured', '1')")
    page.goto(course.server.page(name) + step)
    page.locator(".course-started").wait_for(timeout=PATIENCE)
    page.evaluate("heard.splice(0)")


def here(page):
    """What a screen reader is told of what has the focus: role, name, description and state."""
    line = page.context.new_cdp_session(page)
    found = line.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
    asked = {"objectId": found["objectId"], "fetchRelatives": False}
    (node,) = line.send("Accessibility.getPartialAXTree", asked)["nodes"]
    line.detach()
    states = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    told = {what: node.get(what, {}).get("value", "") for what in ("role", "name", "description")}
    return states | told


def tab_to(page, called, role=None, most=80):
    """Press Tab until a thing of this name has the focus; each one on the way shows that it has."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = here(page)
        if page.evaluate("document.activeElement !== document.body"):
            ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert found["name"], found
            assert ring != "none", found
        if called in found["name"] and role in (None, found["role"]):
            return found
    raise AssertionError(f"the Tab key does not come to {called!r}")


def until(page, holds):
    """Wait for it; the page refuses Playwright's own way of waiting, which evaluates text."""
    for _ in range(PATIENCE // 100):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"waited in vain; told were {page.evaluate('heard')}")


def heard(page, *told):
    """Wait until one of these is told, and return all that was told since it was asked last."""
    until(page, lambda: any(one in all_ for all_ in page.evaluate("heard") for one in told))
    return page.evaluate("heard.splice(0)")


def focused(page, selector):
    """Wait until the focus is on such a thing."""
    until(page, lambda: page.evaluate("what => document.activeElement.matches(what)", selector))


def test_who_comes_first_skips_the_tour_and_begins_the_next_lesson(light, page):
    say = wording("en")
    visit(page, light, START, toured=False)
    assert here(page)["name"] == say("tour.stop.next.title")
    assert say("tour.stop.next.words") in here(page)["description"]
    page.keyboard.press("Escape")
    assert (here(page)["role"], here(page)["level"]) == ("heading", 1)
    assert page.evaluate(LEAPS) == []
    begin = say("tiles.begin", title="")
    tab_to(page, begin, "link", most=3)
    page.keyboard.press("Enter")
    page.wait_for_url("**/01-*")
    assert page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_gone_through_step_by_step(light, page, language):
    visit(page, light, LANGUAGES[language])
    say, links = wording(language), page.locator(".steps a")
    all_ = links.count()
    onward = say("lesson.next", title="")
    for place in range(2, all_ + 1):
        tab_to(page, onward, "link")
        page.keyboard.press("Enter")
        focused(page, "h1, h2")
        told = here(page)
        assert (told["role"], told["level"]) == ("heading", 2)
        assert told["description"] == say("page.at_step", step=place, all=all_)
        assert page.evaluate(LEAPS) == []
        assert faults(page) == []
        assert page.get_by_role("main").get_by_role("region").count() == 0  # none of hidden steps
    expect(links.nth(all_ - 1)).to_have_attribute("aria-current", "step")
    expect(links.nth(0)).to_have_attribute("aria-description", say("page.seen"))
    assert page.evaluate("heard") == []  # nobody did anything in a form


def test_the_first_link_of_a_page_skips_to_the_step_that_is_shown(light, page):
    visit(page, light, LESSON, "#idea-2")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    focused(page, "h1, h2")
    assert page.locator("#idea-2 h2").evaluate("one => one === document.activeElement")


def test_the_tab_key_comes_round_and_back(light, page):
    visit(page, light, LESSON, "#workshop")
    tab_to(page, "Your quality policy", "textbox")
    page.keyboard.type("We")
    page.keyboard.press("Shift+Tab")
    assert here(page)["role"] == "DisclosureTriangle"
    page.keyboard.press("Tab")
    assert here(page)["name"] == "Your quality policy"
    tab_to(page, wording("en")("page.skip"), "link")
    assert page.evaluate("[...document.querySelectorAll('*')].every(one => one.tabIndex <= 0)")
    names = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quiz_tells_the_verdict_and_what_is_chosen(light, page, language):
    visit(page, light, LANGUAGES[language], "#quiz")
    say = wording(language)
    question = say("quiz.number", number=1, all=5)
    group = page.get_by_role("group", name=question)
    options = group.get_by_role("button")
    tab_to(page, options.first.inner_text())
    page.keyboard.press("Space")
    verdicts = (say("quiz.right"), say("quiz.wrong"))
    heard(page, *verdicts)
    assert here(page)["pressed"] == "true"
    page.keyboard.press("Tab")
    assert here(page)["pressed"] == "false"
    page.keyboard.press("Space")
    heard(page, *verdicts)
    assert here(page)["pressed"] == "true"
    expect(options.first).to_have_attribute("aria-pressed", "false")


def test_other_questions_leave_the_keyboard_in_the_quiz(light, page):
    visit(page, light, START)  # a lesson in one language has forms in the language chosen last
    visit(page, light, "01-lead-do-not-delegate", "#quiz")
    say = wording("en")
    questions = page.locator(".step:not([hidden]) .course-options")
    for place in range(questions.count()):
        questions.nth(place).get_by_role("button").first.press("Space")
    heard(page, "of 5 right")
    tab_to(page, say("quiz.others"))
    page.keyboard.press("Enter")
    focused(page, ".course-options button")
    assert here(page)["pressed"] == "false"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_says_how_the_draft_stands_once_a_pause(light, page, language):
    visit(page, light, LANGUAGES[language], "#workshop")
    say, draft = wording(language), DRAFT[language]
    tab_to(page, say("desk.policy"), "textbox")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.get_by_text(say("desk.begin")).wait_for()
    page.evaluate("heard.splice(0)")
    page.keyboard.type(draft, delay=40)
    count = len(words(draft))
    met = [say("desk.met", met=number, all=7) for number in range(8)]
    told = heard(page, *met)
    assert len(told) <= count / 4  # a slow machine makes pauses of its own; never one a word
    assert all(len(one) < 400 for one in told)
    if say("status.words", count=count) not in " ".join(told):
        heard(page, say("status.words", count=count))


def test_a_sentence_is_claimed_and_the_policy_fetched(light, page):
    visit(page, light, LESSON, "#workshop")
    say = wording("en")
    tab_to(page, say("desk.policy"), "textbox")
    page.keyboard.press("Control+a")
    page.keyboard.type(OWN_WORDS, delay=5)
    yes = f"{say('claim.yes')}: Commits to improving"
    page.get_by_role("button", name=yes).wait_for()
    tab_to(page, yes, "button")
    page.evaluate("heard.splice(0)")
    page.keyboard.press("Enter")
    heard(page, "you say so. Every spring")
    focused(page, "button[aria-label]")
    assert here(page)["name"].startswith(f"{say('claim.back')}: Commits to improving")
    tab_to(page, say("desk.download"), "button")
    with page.expect_download():
        page.keyboard.press("Enter")
    heard(page, "Quality policy")
    assert here(page)["name"] == say("desk.download")
    page.keyboard.press("Tab")
    assert here(page)["name"].endswith(".docx")


def test_a_lost_kernel_is_told_once_and_so_is_its_return(light, page):
    visit(page, light, LESSON, "#workshop")
    say = wording("en")
    tab_to(page, say("desk.policy"), "textbox")
    page.keyboard.press("Control+a")
    page.keyboard.type("We build scho", delay=40)
    light.kill_kernels()
    page.keyboard.type("ols in Dubai", delay=40)
    told = heard(page, say("page.back"))
    page.wait_for_timeout(2000)
    told += page.evaluate("heard.splice(0)")
    assert sum(say("page.waiting") in one for one in told) == 1
    assert sum(say("page.back") in one for one in told) == 1
    assert here(page)["name"] == say("desk.policy")
    page.keyboard.type(" now", delay=40)
    field = page.get_by_label(say("desk.policy"), exact=True)
    expect(field).to_have_value("We build schools in Dubai now")


def test_a_button_that_nobody_hears_says_so(light, page):
    """Pressed while the server is away, it would only seem to have been pressed."""
    server = launch.serve(launch.free_port(light.server.port + 20))
    launch.wait_until_open(server)
    page.goto(server.page(LESSON) + "#quiz")
    page.locator(".course-started").wait_for()
    option = page.locator(".step:not([hidden]) .course-options button").last
    option.focus()
    server.process.kill()
    say = wording("en")
    heard(page, say("page.stopped"))
    before = here(page)["pressed"]
    page.keyboard.press("Space")
    heard(page, say("page.stopped"))
    assert here(page)["pressed"] == before
    expect(option).to_have_attribute("aria-disabled", "true")


@pytest.mark.slow
@pytest.mark.usefixtures("released")
def test_a_case_is_answered_and_handed_in(light, page):
    say, case = wording("en"), load_case(CASE)
    visit(page, light, START)  # whoever opens it has chosen the language of the case, too
    visit(page, light, CASE)
    assert page.get_by_role("region", name=say("page.asked")).count() == 1
    by_kind = {question.kind: question for question in case.questions}
    figure, chosen = by_kind["figure"], by_kind["choice"]
    told = tab_to(page, f"{figure.title['en']}: {say('answer.figure')}", "textbox")
    assert told["description"] == figure.hint["en"]
    page.keyboard.type("2.6 %", delay=40)
    heard(page, "saved")
    tab_to(page, chosen.options[0].words["en"], "button")
    page.keyboard.press("Space")
    heard(page, "saved")
    assert here(page)["pressed"] == "true"
    tab_to(page, f"{chosen.title['en']}: {say('answer.why')}", "textbox")
    page.keyboard.type("Fewer reports are written.", delay=40)
    heard(page, say("status.words", count=4))
    tab_to(page, say("hand_in.button"), "button")
    for _ in range(2):
        page.keyboard.press("Enter")
        heard(page, say("hand_in.not_yet"))
    visit(page, light, START, "#say-who-you-are")
    tab_to(page, say("profile.name"), "textbox")
    page.keyboard.type("Aisha Al Nuaimi", delay=20)
    heard(page, "Every tool now uses it")
    visit(page, light, CASE)
    tab_to(page, say("hand_in.button"), "button")
    page.keyboard.press("Enter")
    heard(page, say("hand_in.working"))
    heard(page, say("hand_in.receipt", time=""))
    assert here(page)["name"] == say("hand_in.button_again")
    receipt = page.get_by_role("heading", name=say("hand_in.receipt", time=""))
    after = "one => document.activeElement.compareDocumentPosition(one) & 4"
    assert receipt.evaluate(after)  # reading on from the button comes to it
    rows = page.get_by_role("rowheader", name=chosen.title["en"])
    assert rows.count() == 1
    assert faults(page) == []
