"""What a page's search looks through: all of the course, as plain words, folded as it is read."""

import json
import re
import shutil
import subprocess

import pytest

from course import paths
from course.content import (
    LANGUAGES,
    ContentError,
    load_case,
    load_clauses,
    load_glossary,
    load_modules,
)
from course.content.page import Cell, Page, pages
from course.pages import search, web
from course.reading import is_arabic, normal, words

SLUG = "draft-the-quality-policy"
HOSTILE = '<script>alert(1)</script> <img src=x onerror="alert(1)">'
FOLD = """
import { readFileSync } from "node:fs";
import { Folding } from "./fold.js";
const { tables, words } = JSON.parse(readFileSync(0));
const folding = new Folding(tables, (word) => word);
const told = (word) => [folding.norm(word), folding.term(word), folding.whole(word)];
console.log(JSON.stringify(words.map(told)));
"""


def read(language):
    return json.loads(search.index(language))


def found(language, kind):
    return [entry for entry in read(language)["entries"] if entry["kind"] == kind]


@pytest.fixture
def anew():
    """No index of an earlier test is met, and none is left to a later one."""
    search.places.cache_clear()
    search.index.cache_clear()
    yield
    search.places.cache_clear()
    search.index.cache_clear()


@pytest.mark.parametrize(("slug", "language"), pages())
def test_every_step_of_every_lesson_is_in_it_and_leads_there(slug, language):
    addresses = {entry["address"] for entry in found(language, "lesson")}
    name = web.name_of(slug, language)
    assert {f"{name}.html#{step.key}" for step in web.steps_of(slug, language)} <= addresses


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_is_found_whichever_languages_it_is_written_in(language):
    written = dict.fromkeys(slug for slug, _ in pages())
    assert {entry["id"].split("/")[0] for entry in found(language, "lesson")} == set(written)


def test_a_lesson_in_english_alone_says_so_on_an_arabic_page():
    english = {slug for slug, _ in pages()} - {slug for slug, lang in pages() if lang == "ar"}
    for entry in found("ar", "lesson"):
        assert entry["language"] == ("en" if entry["id"].split("/")[0] in english else "ar")
    assert english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_and_every_clause_is_in_it(language):
    terms = [entry["title"] for entry in found(language, "term")]
    assert terms == [term.term[language] for term in load_glossary().values()]
    clauses = found(language, "clause")
    assert [entry["number"] for entry in clauses] == [ref.number for ref in load_clauses()]
    assert all(entry["text"] and entry["more"] for entry in clauses)


def test_an_unverified_clause_is_told_so():
    said = {entry["id"]: entry["where"] for entry in found("en", "clause")}
    for ref, clause in load_clauses().items():
        where = said[f"clause/{ref.edition}/{ref.number}"]
        assert ("unverified" in where) is not clause.verified


CASE = "marsa-al-khail-contracting"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_is_found_once_it_was_handed_out_and_by_what_a_learner_reads(language):
    assert CASE not in search.index(language).decode()
    handed = json.loads(search.index(language, (CASE,)))["entries"]
    (entry,) = [entry for entry in handed if entry["id"] == f"case/{CASE}"]
    case = load_case(CASE)
    assert entry["address"] == f"{CASE}.html"
    assert entry["title"] == case.title[language]
    for told in (case.story[0].text, case.exhibits[0].title, case.questions[-1].asks):
        assert " ".join(told[language].split()) in entry["text"]
    if language == "en":
        assert re.search(r"\bNCRs?\b", entry["text"])


def test_no_rubric_is_in_what_is_told_of_a_case():
    told = json.loads(search.index("en", (CASE,)))["entries"]
    (entry,) = [entry for entry in told if entry["id"] == f"case/{CASE}"]
    rubric = (paths.assessments() / CASE / "rubric.toml").read_text(encoding="utf-8")
    secret = re.findall(r'(?:looks_like|feedback) = \{en = "([^"]+)"', rubric)
    secret += [line for text in re.findall(r'model_answer\]\nen = """(.+?)"""', rubric, re.S)
               for line in text.split("\n") if line]  # fmt: skip
    assert len(secret) > 40
    assert not [words for words in secret if words in entry["text"]]


def test_a_story_is_found_by_its_words():
    case = next(e for e in found("en", "lesson") if e["id"] == f"{SLUG}/case")
    assert "a pallet arrives with a broken seal" in case["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_tag_no_source_and_no_trainers_note_is_in_it(language):
    for entry in found(language, "lesson"):
        assert not re.search(r"<[a-z/!]|```|source:", entry["text"])
    text = search.index(language).decode()
    for slug, lang in pages():
        notes = [c.source for c in web.load_page(slug, lang).cells if c.kind == "trainer"]
        assert not [note for note in notes if note.split("\n")[-1].strip("- ") in text]


@pytest.mark.usefixtures("anew")
def test_html_in_a_page_is_words_in_the_index(monkeypatch):
    cells = (Cell("title", "text", f"# A {HOSTILE}\n\nSome {HOSTILE}"),)
    monkeypatch.setattr(web, "load_page", lambda slug, lang: Page(slug, lang, cells))
    entry = found("en", "lesson")[0]
    assert entry["title"] == f"A {HOSTILE}"
    assert entry["text"] == f"Some {HOSTILE}"


@pytest.mark.usefixtures("anew")
def test_a_broken_page_or_map_hides_nothing_else(monkeypatch):
    whole = web.steps_of

    def broken(slug, language):
        if slug == SLUG:
            raise ContentError(slug, "", "it is broken", "Mend it.")
        return whole(slug, language)

    def no_map():
        raise ContentError("clauses.toml", "", "it is broken", "Mend it.")

    monkeypatch.setattr(web, "steps_of", broken)
    monkeypatch.setattr(search, "load_clauses", no_map)
    lessons = {entry["id"].split("/")[0] for entry in found("en", "lesson")}
    assert lessons == {m.slug for m in load_modules().values() if m.kind != "case"} - {SLUG}
    assert found("en", "term")
    assert not found("en", "clause")


# The folding, by the script that the page has.


def fold(*asked):
    """What the page compares each word as: its folded letters, and what is left as its stem."""
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    given = json.dumps({"tables": read("ar")["folding"], "words": asked})
    command = ["node", "--input-type=module", "-e", FOLD]
    place = web.HERE / "script"
    done = subprocess.run(command, cwd=place, input=given, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_letters_are_folded_as_the_reading_folds_them():
    texts = " ".join(entry["text"] for entry in read("ar")["entries"])
    asked = sorted({texts[w.start : w.end] for w in words(texts) if is_arabic(texts[w.start])})
    assert len(asked) > 1000
    assert [norm for norm, *_ in fold(*asked)] == [normal(word) for word in asked]


@pytest.mark.parametrize(
    "alike",
    [
        (
            "السياسة",
            "سياسة",
            "السياسه",
            "السِّيَاسَة",
            "الســياسة",
            "والسياسة",
            "بالسياسة",
            "سياسات",
            "للسياسة",
        ),
        ("الأهداف", "اهداف", "الاهداف", "أهداف", "والأهداف"),
        ("مسؤول", "المسوول", "مسؤولون"),
        ("مستشفى", "المستشفي"),
        ("٢٠٢٦", "2026", "۲۰۲۶"),
    ],
    ids=lambda alike: alike[1],
)
def test_arabic_words_that_are_one_are_compared_as_one(alike):
    assert len({term for _, term, _ in fold(*alike)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("عمل", "عميل"), ("جودة", "وجود"), ("هدف", "هدر"), ("قياس", "قيادة"), ("ورد", "رد")],
)
def test_arabic_words_that_only_look_alike_are_not(one, other):
    (_, first, _), (_, second, _) = fold(one, other)
    assert first != second


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("talk", "talks", True),
        ("talk", "Talk's", True),
        ("policy", "policies", True),
        ("process", "processes", True),
        ("سياسة", "والسياسات", True),
        ("talk", "talking", False),
        ("talk", "talkative", False),
        ("عمل", "عميل", False),
    ],
)
def test_a_plural_is_the_same_word_and_what_comes_from_it_another(one, other, same):
    (_, _, first), (_, _, second) = fold(one, other)
    assert (first == second) is same


@pytest.mark.parametrize(
    ("word", "norm"),
    [("Résumé", "resume"), ("ＩＳＯ", "iso"), ("Company’s", "company's"), ("5.2.1 A", "5.2.1a")],
)
def test_case_accents_and_width_make_no_difference(word, norm):
    assert fold(word)[0][0] == norm
