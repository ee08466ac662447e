"""Whether a notebook is what its page makes, and what to do where it is not."""

from pathlib import Path
from typing import Literal

from course.content import Language
from course.content.page import load_page, page_file
from course.disk import write_whole
from course.pages.notebooks import build_page, notebook_of, page_bytes, says_the_same
from course.paths import state

State = Literal["same", "stored", "older", "edited"]


def state_of(slug: str, language: Language) -> State:
    """`stored`: only outputs differ; `older` than its page; `edited` where the page is older."""
    path, wanted = notebook_of(slug, language), page_bytes(load_page(slug, language))
    if not path.exists():
        return "older"
    if path.read_bytes() == wanted:
        return "same"
    if says_the_same(path, wanted):
        return "stored"
    later = path.stat().st_mtime_ns > page_file(slug, language).stat().st_mtime_ns
    return "edited" if later else "older"


def renew(slug: str, language: Language) -> str:
    """Build a notebook anew where that loses nothing; else say where its text belongs."""
    found = state_of(slug, language)
    if found == "edited":
        return about_edited(slug, language)
    if found != "same":
        build_page(slug, language)
    return ""


def build_over(slug: str, language: Language) -> tuple[Path, Path | None]:
    """Build a notebook whatever it holds; one that was edited is kept, and where is returned."""
    kept = None
    if state_of(slug, language) == "edited":
        path = notebook_of(slug, language)
        kept = state() / "edited" / path.name
        write_whole(kept, path.read_bytes())
    return build_page(slug, language), kept


def about_edited(slug: str, language: Language) -> str:
    """What to tell who changed a notebook."""
    name = notebook_of(slug, language).name
    page = f"data/lessons/{slug}/{page_file(slug, language).name}"
    return f"{name} was changed, and is made from {page}. Write it there, then run 'course build'."
