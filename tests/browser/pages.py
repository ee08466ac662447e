"""What the browser tests do on every page."""

from pathlib import Path

import axe_playwright_python

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"


def open_page(page, course, path):
    """Open a page of the course and wait until all of it has run."""
    page.goto(course.url(path))
    page.locator(".course-started").wait_for(timeout=120_000)
    page.locator(".course").first.wait_for()


def open_light(page, course, name, box):
    """Open one of the course's own pages at the step in which this field stands."""
    page.goto(course.server.page(name))
    page.locator(".course-started").wait_for()
    box.wait_for(state="attached")
    step = box.evaluate("field => field.closest('.step').id")
    page.locator(f".steps a[href='#{step}']").click()
    box.wait_for()


def faults(page):
    """What axe-core calls serious or critical on a page of the course's own."""
    return serious_violations(page, within=None)


def serious_violations(page, within=".course"):
    """The same inside what the course draws: the rest of a page may be Jupyter's."""
    page.evaluate(AXE.read_text(encoding="utf-8"))  # a script tag would be refused by the page
    part = f"{{include: [['{within}']]}}" if within else "document"
    found = page.evaluate(f"axe.run({part}, {{runOnly: {RULES}}})")["violations"]
    return [
        (fault["id"], node["html"][:160])
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


def draft(page):
    return page.get_by_label("Your quality policy")


def card(page):
    return page.locator(".course-card", has=draft(page))


def write(page, text):
    """Write a policy and wait until it is saved."""
    draft(page).fill(text)
    card(page).get_by_text(f"{len(text.split())} words · saved").wait_for()


def start_again(page, server):
    """As who starts the course once more: it opens in another tab, which lets the old one in."""
    page.context.new_page().goto(server.notebook())
