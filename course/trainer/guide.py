"""The trainer's guide: what stands hidden in the lessons, as one page to print."""

import shutil
import subprocess
from pathlib import Path

from course.content import Module, has_quiz, house, label, load_modules, load_quiz
from course.content.alignment import cells
from course.disk import write_whole
from course.trainer.templating import template

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def write_guide(folder: Path) -> tuple[Path, Path | None]:
    """Write trainer-guide.html, and its PDF where a Chromium can print it."""
    page = folder / "trainer-guide.html"
    write_whole(page, guide_page().encode("utf-8"))
    return page, _printed(page)


def guide_page() -> str:
    """The guide as HTML: each lesson's objectives, notes and quiz key, in order."""
    lessons = [_lesson(m) for m in load_modules().values() if m.kind == "lesson"]
    minutes = sum(m.minutes for m in load_modules().values() if m.kind == "lesson")
    return template("guide.html.j2").render(lessons=lessons, minutes=minutes, house=house)


def _lesson(module: Module) -> dict[str, object]:
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    notes = cells(module).get("trainer-notes", "")
    quiz = load_quiz(module.slug) if has_quiz(module.slug) else ()
    return {
        "title": module.title.en,
        "lead": module.lead.en,
        "minutes": module.minutes,
        "needs": module.needs.en,
        "leaves": module.leaves.en,
        "clauses": label(module.clauses),
        "objectives": [objective.words.en for objective in module.objectives],
        "notes": markdown2html_mistune(notes),
        "quiz": [
            {
                "asks": item.asks.en,
                "level": item.level,
                "right": next(o.words.en for o in item.options if o.right),
                "why": next(o.feedback.en for o in item.options if o.right),
            }
            for item in quiz
        ],
    }


def _printed(page: Path) -> Path | None:
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return None
    paper = page.with_suffix(".pdf")
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--print-to-pdf={paper}", page.resolve().as_uri(),
    ]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=90, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return paper if paper.exists() else None
