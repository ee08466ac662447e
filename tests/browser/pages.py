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


def serious_violations(page):
    """What axe-core calls serious or critical inside what the course draws."""
    page.evaluate(AXE.read_text(encoding="utf-8"))  # a script tag would be refused by the page
    run = f"axe.run({{include: [['.course']]}}, {{runOnly: {RULES}}})"
    found = page.evaluate(run)["violations"]
    return [
        (fault["id"], node["html"][:160])
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


def start_again(page, server):
    """As who starts the course once more: it opens in another tab, which lets the old one in."""
    page.context.new_page().goto(server.notebook())
