"""A page as HTML: its prose in it, a place for each form, and nothing a page may not hold."""

import json
from html.parser import HTMLParser

import pytest

from course.content import ContentError, load_modules, page
from course.content.page import Cell, Page, cells_of, load_page, page_file, pages
from course.pages import web
from course.pages.calls import read_call

CASE = "marsa-al-khail-contracting"
SLUG = "draft-the-quality-policy"
AT = web.Addresses()
HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(1)> [go](javascript:alert(1))"


class Seen(HTMLParser):
    """The tags of a page, in order, each with its attributes; open ones must be closed."""

    EMPTY = frozenset({"meta", "link", "br", "hr", "img", "input"})

    def __init__(self, html):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def of(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture
def with_cells(monkeypatch):
    """The lesson's page, were it to hold these cells."""

    def made(*cells, language="en"):
        monkeypatch.setattr(web, "load_page", lambda *_: Page(SLUG, language, cells))
        return web.page_html(SLUG, language, AT)

    return made


@pytest.mark.parametrize(("slug", "language"), pages())
def test_each_page_has_one_title_its_language_and_its_landmarks(slug, language):
    seen = Seen(web.page_html(slug, language, AT))
    assert seen.of("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert len(seen.of("h1")) == len(seen.of("main")) == len(seen.of("title")) == 1
    assert len(seen.of("header")) == 1
    names = [attrs["aria-label"] for attrs in seen.of("nav")]
    assert len(set(names)) == len(names) == 2


@pytest.mark.parametrize(("slug", "language"), pages())
def test_each_call_has_its_place_and_no_trainers_note_is_there(slug, language):
    html = web.page_html(slug, language, AT)
    places = [attrs for attrs in Seen(html).of("section") if "data-call" in attrs]
    cells = load_page(slug, language).cells
    wanted = {cell.name: cell.source for cell in cells if cell.kind == "show"}
    assert {attrs["data-key"]: attrs["data-call"] for attrs in places} == wanted
    assert len(places) == len(wanted)
    for cell in cells:
        assert cell.kind != "trainer" or f'"{cell.name}"' not in html


@pytest.mark.parametrize(("slug", "language"), pages())
def test_a_page_runs_its_two_scripts_and_holds_none(slug, language):
    seen = Seen(web.page_html(slug, language, AT))
    # What a reader chose to see is known before anything is painted; the forms may come later.
    assert seen.of("script") == [{"src": AT.display}, {"src": AT.script, "defer": None}]
    assert seen.of("style") == []
    for _, attrs in seen.tags:
        assert not [name for name in attrs if name.startswith("on") or name == "style"]


@pytest.mark.parametrize(("slug", "language"), pages())
def test_every_step_is_in_the_list_and_every_link_leads_somewhere(slug, language):
    seen = Seen(web.page_html(slug, language, AT))
    steps = [attrs["id"] for attrs in seen.of("section") if attrs.get("class") == "step"]
    links = [attrs["href"] for attrs in seen.of("a")]
    assert [link[1:] for link in links if link.startswith("#")][1 : len(steps) + 1] == steps
    for link in links:
        name, _, part = link.partition("#")
        assert not name or name.removesuffix(".html") in web.written()
        assert not part or name or part in steps


def test_html_in_markdown_is_shown_and_not_meant(with_cells):
    seen = Seen(with_cells(Cell("title", "text", f"# A {HOSTILE}\n\n{HOSTILE}\n\n{HOSTILE}")))
    assert len(seen.of("script")) == 2
    assert seen.of("img") == []
    assert not [attrs for attrs in seen.of("a") if "javascript" in attrs["href"]]


def test_a_clause_number_is_set_apart_and_nothing_else_with_it(with_cells):
    text = '# A\n\n<bdi dir="ltr">5.2.1 a</bdi> <bdi>b</bdi> <bdi onclick="x()">c</bdi>'
    html = with_cells(Cell("title", "text", text), language="ar")
    assert '<bdi dir="ltr">5.2.1 a</bdi> <bdi>b</bdi>' in html
    assert "&lt;bdi onclick" in html


def test_a_call_cannot_break_out_of_its_place(with_cells):
    source = """show.note('"><script>alert(1)</script>')"""
    seen = Seen(with_cells(Cell("title", "text", "# A"), Cell("form", "show", source)))
    assert len(seen.of("script")) == 2
    assert [a["data-call"] for a in seen.of("section") if "data-call" in a] == [source]


def test_sources_are_not_shown(with_cells):
    html = with_cells(Cell("title", "text", "# A\n\nIt is so. <!-- source: some-key -->"))
    assert "some-key" not in html
    assert "&lt;!--" not in html


def test_an_arabic_page_reads_from_the_right(fixtures, with_cells):
    text = (fixtures / "pages" / "page.ar.md").read_text(encoding="utf-8")
    cells = cells_of(text, "make-it-travel", page_file("make-it-travel", "ar"))
    seen = Seen(with_cells(*cells, language="ar"))
    assert seen.of("html") == [{"lang": "ar", "dir": "rtl"}]
    assert "course-rtl" in seen.of("body")[0]["class"]


def test_the_start_page_begins_with_what_to_do():
    cells = load_page("start-here").cells
    home = next(module for module in load_modules().values() if module.kind == "start")
    first = web._in_turn(web.steps(cells, ""), home)[0]
    assert [part.call for part in first.parts if isinstance(part, web.Form)] == ["show.lessons()"]


@pytest.mark.parametrize(
    ("source", "name", "given"),
    [
        ('show.workshop("quality-policy")', "workshop", ("quality-policy",)),
        ("show.hand_in()", "hand_in", ()),
    ],
)
def test_a_call_of_show_is_read(source, name, given):
    assert read_call(source, "here") == (name, given)


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "print(1)",
        'show.quiz("a"); print(1)',
        'show.quiz("a") or print(1)',
        "show.quiz(open('/etc/passwd').read())",
        'show.quiz(*["a"])',
        'show.quiz(slug="a")',
        "show.quiz(1)",
        'show.quiz(f"{1}")',
        "show._MAKERS()",
        "show.__class__()",
        'show.form.__call__("a")',
        'other.quiz("a")',
        "show",
        "",
        "\0",
    ],
)
def test_anything_else_is_refused_in_a_sentence(source):
    with pytest.raises(ContentError, match="a page only calls show"):
        read_call(source, "some page, cell some-cell")


def test_a_page_with_such_a_cell_is_refused(with_cells):
    with pytest.raises(ContentError, match="cell form"):
        with_cells(Cell("title", "text", "# A"), Cell("form", "show", "print(1)"))


def test_a_case_is_the_notebook_that_was_handed_out(tmp_path):
    cells = [
        {"id": "title", "cell_type": "markdown", "source": ["# A case\n"]},
        {"id": "setup", "cell_type": "code", "source": ["from course import show"]},
        {"id": "case", "cell_type": "code", "source": [f'show.case("{CASE}")']},
        {"id": "first", "cell_type": "code", "source": ['show.answer("first")']},
    ]
    notebook = tmp_path / "case.ipynb"
    notebook.write_text(json.dumps({"cells": cells}))
    seen = Seen(web.case_html(CASE, notebook, "en", AT))
    places = [a["data-call"] for a in seen.of("section") if "data-call" in a]
    assert places == [f'show.case("{CASE}")', 'show.answer("first")']
    beside = [attrs for attrs in seen.of("div") if attrs["class"] == "told"]
    assert len(beside) == len(seen.of("h1")) == 1


def test_what_is_no_notebook_is_refused(tmp_path):
    (tmp_path / "case.ipynb").write_text("{}")
    with pytest.raises(ContentError, match="notebook"):
        web.case_html(CASE, tmp_path / "case.ipynb", "en", AT)


def test_every_page_has_an_address_of_its_own():
    assert len(web.written()) == len(page.pages())
    assert web.written()["00-start-here"] == ("start-here", "en")


def test_what_an_author_notes_of_sources_leaves_no_trace():
    text = "Some gain less. <!-- source: one --> <!-- source: two -->\nAll of this is association."
    assert web.prose(text) == "<p>Some gain less.\nAll of this is association.</p>\n"


def test_a_page_that_is_not_translated_leads_back_to_the_readers_own_start_page():
    translated = web.page_html(SLUG, "en", AT, "ar")
    assert 'href="00-start-here.html"' in translated
    page = web.page_html("set-objectives", "en", AT, "ar")
    assert 'href="00-start-here.ar.html"' in page
    assert 'href="00-start-here.html"' not in page
