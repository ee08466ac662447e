"""Marsa Al Khail: what the story claims is in the figures, and the answer is not in the story."""

import csv
import re

import pytest

from course.content import LANGUAGES, load_case
from course.content.exhibits import months_in, projects_in, rows_of
from course.drawing.views import view_of
from course.paths import DATA

KEYS = [
    ("rework-share", "figure"),
    ("what-the-ncrs-say", "choice"),
    ("the-decision", "prose"),
    ("money-and-people", "prose"),
    ("tell-the-client", "prose"),
]


@pytest.fixture(scope="module")
def case():
    return load_case("marsa-al-khail-contracting")


@pytest.fixture(scope="module")
def figures(case):
    return next(e for e in case.exhibits if e.kind == "data")


def everything(case, language) -> str:
    parts = [case.title, case.company, case.lead, case.invented]
    for section in case.story:
        parts += [section.heading, section.text]
    for exhibit in case.exhibits:
        parts += [exhibit.title, exhibit.source, *([exhibit.text] if exhibit.text else [])]
    for question in case.questions:
        parts += [question.title, question.asks, question.hint]
        parts += [option.words for option in question.options]
    return "\n".join(part[language] for part in parts)


def test_the_five_questions_keep_their_keys_and_kinds(case):
    assert [(q.key, q.kind) for q in case.questions] == KEYS
    assert 4 <= len(case.story) <= 6


def test_every_key_is_used_once(case):
    for records in (case.story, case.exhibits, case.questions):
        keys = [record.key for record in records]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_that_it_is_invented(case, language):
    word = {"en": "invented", "ar": "من وضع هذه الدورة"}[language]
    assert word in case.invented[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", ["2.6", "2.59", "16.6", "7.0", "138"])
def test_the_story_does_not_give_the_rework_figure_away(case, language, answer):
    assert answer not in everything(case, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_holds_the_facts_the_questions_need(case, language):
    text = everything(case, language)
    for fact in ("38", "640", "2,150", "1.26", "120,000", "159,000", "210,000", "0.38", "0.76"):
        assert fact in text, fact


def test_the_figure_question_names_figure_period_unit_and_decimals(case):
    asks = case.question("rework-share")
    assert asks.unit.en == "%"
    for words in ("All nine projects", "October 2025 to September 2026", "contract value executed"):
        assert words in asks.asks.en
    assert "one decimal" in asks.asks.en


def test_no_option_stands_out_by_its_length(case):
    options = case.question("what-the-ncrs-say").options
    assert len(options) == 4
    for language in LANGUAGES:
        lengths = [len(option.words[language].split()) for option in options]
        assert max(lengths) - min(lengths) <= 4, (language, lengths)


def records(figures):
    return rows_of(figures).to_dict("records")


def test_the_figures_name_every_project_and_break_after_month_12(figures):
    assert set(figures.names) == set(projects_in(figures))
    assert months_in(figures).index(figures.event.month) == 12


def test_the_board_pack_quotes_the_figures_rightly(case, figures):
    pack = next(e for e in case.exhibits if e.key == "board-pack").text

    def counted(*projects: str) -> list[int]:
        view = view_of(figures, "ncr-raised", projects)
        return [round(view.over(months)) for months in view.split()]

    before, after = counted()
    for language in LANGUAGES:
        assert f"{before:,}" in pack[language]
        assert f"{after:,}" in pack[language]
    both = [counted(project) for project in projects_in(figures)]
    assert sum(now < then for then, now in both) == 8


def test_the_board_pack_quotes_the_days_to_close_rightly(figures):
    days = {}
    for after in (False, True):
        rows = [r for r in records(figures) if (r["month"] >= figures.event.month) == after]
        reports = sum(int(r["ncr_raised"]) for r in rows)
        weighted = sum(float(r["ncr_closed_days"]) * int(r["ncr_raised"]) for r in rows)
        days[after] = weighted / reports
    assert round(days[False]) == 18
    assert 9 < days[True] < 10


def test_the_cup_went_to_the_villa_site_whose_reports_fell_most(figures):
    """Handed over in March, so on the months from October to February against a year before."""

    def fall(project):
        counts = [
            sum(
                int(r["ncr_raised"])
                for r in records(figures)
                if r["project"] == project and r["month"] in months
            )
            for months in (months_in(figures)[:5], months_in(figures)[12:17])
        ]
        return 1 - counts[1] / counts[0]

    villas = [p for p in projects_in(figures) if "villas" in figures.names[p].en]
    assert max(villas, key=fall) == "ghaf-court"
    assert len(villas) == 3


def test_the_bonus_has_cost_about_half_a_million(figures):
    """Half a month's pay, some AED 17,000, for each quarter with 30 % fewer reports."""
    months, paid = months_in(figures), 0
    for project in set(projects_in(figures)) - {"sahel-cold-store"}:
        for quarter in range(4):
            start = 3 * quarter
            old, new = (
                sum(
                    int(r["ncr_raised"])
                    for r in records(figures)
                    if r["project"] == project and r["month"] in months[at : at + 3]
                )
                for at in (start, start + 12)
            )
            paid += new <= 0.7 * old
    assert 0.45e6 < paid * 17_000 < 0.55e6


@pytest.mark.parametrize("language", LANGUAGES)
def test_inspectors_cost_what_the_note_adds_up_to(case, language):
    note = next(e for e in case.exhibits if e.key == "cost-note").text[language]
    each, six, _, agency, agency_six = (
        float(n.replace(",", "")) for n in re.findall(r"(?<!\d)\d+[.,]\d+", note)
    )
    assert 6 * each == pytest.approx(six * 1e6)
    assert 6 * agency == agency_six


def test_a_measure_reads_a_column_that_is_there(figures):
    with (DATA / figures.file).open(encoding="utf-8", newline="") as page:
        columns = set(next(csv.reader(page)))
    for measure in figures.measures:
        assert measure.column in columns
        assert (measure.over is not None) == (measure.how in {"share", "ratio"})
        assert measure.over is None or measure.over in columns
