"""For authors and trainers: the notebooks, the matrix of objectives, the guide to teach from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from course.cli.marking import each_case, each_of, near

if TYPE_CHECKING:
    from course.content import Language


@click.command()
@click.argument("name", required=False)
def build(name: str | None) -> None:
    """Make the notebooks: a lesson's from its page, a case's from its story and its rubric.

    NAME is a lesson or a case; without it, all are made.
    """
    from course.content.folders import cases
    from course.content.page import pages
    from course.trainer.build import build as build_case

    meant = [(slug, language) for slug, language in pages() if name in (None, slug)]
    if name and not meant and name not in cases():
        known = ", ".join(dict.fromkeys([*(slug for slug, _ in pages()), *cases()]))
        raise click.UsageError(f"there is no lesson and no case '{name}'; there are: {known}")
    each_of(meant, lambda one: _build_page(*one))
    if name is None or not meant:
        each_case(name, lambda key: click.echo(f"{key}: written to {near(build_case(key))}"))


def _build_page(slug: str, language: "Language") -> None:
    from course.pages.upkeep import build_over

    made, kept = build_over(slug, language)
    click.echo(f"{slug}: written to {near(made)}")
    if kept:
        click.echo(f"  note: what had been changed in the notebook is in {near(kept)}.", err=True)


@click.command("map")
def course_map() -> None:
    """Show where each objective is taught, practised and assessed, and what is missing."""
    from course.content import wording
    from course.content.alignment import Row, rows

    found, say = list(rows()), wording("en")
    heads = [say(f"map.{name}") for name in Row._fields]
    table = [heads, *([cell or "-" for cell in row] for row in found)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        click.echo("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip())
    holes = [f"{r.module}, {r.objective}: not {' or '.join(r.holes)}" for r in found if r.holes]
    if holes:
        raise click.ClickException("; ".join(holes))
    click.echo(f"{len(found)} objectives, and each is taught, practised and assessed.")


@click.command()
@click.option("--to", type=click.Path(path_type=Path), help="Folder for the guide.")
def guide(to: Path | None) -> None:
    """Write the trainer's guide: timing, questions, answers you will hear, the quiz key."""
    from course import paths
    from course.trainer.guide import write_guide

    page, paper = write_guide(to or paths.assessments() / "reports")
    click.echo(f"The guide is in {page}.")
    if paper:
        click.echo(f"To print: {paper}.")
    else:
        click.echo("It could not be printed here; open the page and print it from there.")
