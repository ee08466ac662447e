"""For authors and trainers: the matrix of objectives, and the guide to teach from."""

from pathlib import Path

import click

_HEADS = ("module", "objective", "taught in", "practised by", "assessed by", "clauses")


@click.command("map")
def course_map() -> None:
    """Show where each objective is taught, practised and assessed, and what is missing."""
    from course.content.alignment import rows

    found = list(rows())
    table = [
        (r.module, r.objective, r.taught or "-", r.practised or "-", r.assessed or "-", r.clauses)
        for r in found
    ]
    widths = [max(len(row[i]) for row in [_HEADS, *table]) for i in range(len(_HEADS))]
    for row in [_HEADS, *table]:
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
