"""What is the learner's own on every page: their name, and the places they keep.

It needs no kernel, which may be busy.
"""

import asyncio
import json

from tornado import web

from course.content import Language
from course.lab.light.handler import Handler
from course.learner import bookmarks, load_profile
from course.pages import search
from course.pages import web as made


class Mine(Handler):
    """Asked by a page, of the page's name; told with each answer as it then is."""

    @web.authenticated
    async def get(self) -> None:
        await self._tell(self.get_query_argument("page", ""))

    @web.authenticated
    async def post(self) -> None:
        """Keep a place, or keep it no more."""
        page, mark, is_kept = _asked(self.request.body)
        change = bookmarks.keep if is_kept else bookmarks.take_off
        await asyncio.to_thread(change, mark)
        await self._tell(page)

    async def _tell(self, page: str) -> None:
        self.set_header("Cache-Control", "no-store")
        self.finish(await asyncio.to_thread(_mine, page))


def _asked(body: bytes) -> tuple[str, bookmarks.Bookmark, bool]:
    """Which page asks, and what for; of a place that no lesson has, only to keep it no more."""
    try:
        given = json.loads(body)
        page, is_kept = str(given["page"]), given["keep"] is True
        mark = bookmarks.Bookmark(str(given["slug"]), str(given["step"]))
    except (ValueError, KeyError, TypeError):
        raise web.HTTPError(400) from None
    if is_kept and mark not in search.places(_language(page)):
        raise web.HTTPError(404)
    return page, mark, is_kept


def _mine(page: str) -> dict[str, object]:
    known = search.places(_language(page))
    places = [
        {
            "slug": mark.slug,
            "step": mark.step,
            "title": known[mark].title,
            "where": known[mark].where,
            "address": known[mark].address,
            "language": known[mark].language,
        }
        for mark in bookmarks.kept()
        if mark in known
    ]
    return {"learner": load_profile().name, "places": places}


def _language(page: str) -> Language:
    """The language of a page; a case has its reader's."""
    written = made.written()
    return written[page][1] if page in written else load_profile().language
