"""For authors: the folder of a new lesson, and of a new case."""

from pathlib import Path

import click

from course.cli.marking import near


@click.command("new-lesson")
@click.argument("slug")
def new_lesson(slug: str) -> None:
    """Lay out a new lesson, SLUG its name, as a folder of short placeholders to write over."""
    from course.content.page import pages
    from course.pages.notebooks import build_page
    from course.pages.template import lay_out

    made = lay_out("lesson", slug)
    made += [build_page(slug, language) for name, language in pages() if name == slug]
    _tell(made)
    click.echo("Write over them, name the lesson in data/paths.toml, then: course build, check.")


@click.command("new-case")
@click.argument("slug")
def new_case(slug: str) -> None:
    """Lay out a new assessed case, SLUG its name: what learners see, and its rubric."""
    from course.pages.template import lay_out
    from course.trainer import folders
    from course.trainer.build import build

    *shown, rubric = sorted(lay_out("case", slug), key=lambda path: path.name == "rubric.toml")
    folders.rubric(slug).parent.mkdir(parents=True, exist_ok=True)
    rubric.replace(folders.rubric(slug))
    _tell([*shown, folders.rubric(slug), build(slug)])
    click.echo("Write over them, then: course build, course check, course check-rubric.")


def _tell(made: list[Path]) -> None:
    for path in made:
        click.echo(f"  {near(path)}")
