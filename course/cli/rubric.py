"""For who writes rubrics: is this file sound, and do its exemplars come apart?"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from course.content import load

if TYPE_CHECKING:
    from course.judging import Mark, Rubric
    from course.marking import Trial

NAME = 30  # letters of a criterion's title that the table has room for


@click.command("check-rubric")
@click.argument("file", type=click.Path(path_type=Path))
def check_rubric(file: Path) -> None:
    """Check a rubric, and try it on its own exemplars.

    FILE holds one question or the questions of a case. For each exemplar you see the points it
    should get and gets, for each criterion the level each exemplar reaches: a criterion that
    gives all of them the same level tells nobody apart. docs/marking.md says how to write one.
    """
    from course.marking import try_out

    wrong = 0
    for rubric in rubrics_of(file):
        trial = try_out(rubric)
        click.echo("\n".join(["", *_lines(trial)]))
        wrong += len(trial.surprises)
    if wrong:
        raise SystemExit(1)


def rubrics_of(file: Path) -> "tuple[Rubric, ...]":
    """The rubrics of a file, whether it holds a case or a single question."""
    from course.judging import Rubric, load_case_rubric

    if "case" in load(file, dict):
        return load_case_rubric(file).questions
    return (Rubric.load(file),)


def _lines(trial: "Trial") -> list[str]:
    rubric = trial.rubric
    lines = [f"{rubric.key}: sound; {rubric.max_points:g} points in all (hash {rubric.hash})."]
    if not trial.tried:
        return [*lines, "  It has no exemplar: add a good, a partial and a bad one to see it work."]
    lines += _exemplars(trial)
    if rubric.criteria:
        lines += ["", f"  {'criterion':{NAME}}  level of each exemplar, in the same order"]
        for criterion in rubric.criteria:
            levels = "  ".join(map(str, trial.levels[criterion.key]))
            top = len(criterion.levels) - 1
            idle = "  <- the same for all" if criterion.key in trial.idle else ""
            lines.append(f"  {criterion.called('en')[:NAME]:{NAME}}  {levels}  of {top}{idle}")
    for word, term, concept in trial.joined:
        lines += [f"  note: '{word}' is read as '{term}' ({concept}): list it there, or quote it."]
    for one in trial.surprises:
        lines += ["", *_surprise(one.exemplar.key, one.mark, one.exemplar.points)]
    return lines


def _exemplars(trial: "Trial") -> list[str]:
    wide = max(len(one.exemplar.key) for one in trial.tried)
    return [f"  {'exemplar':{wide}}  quality  should get  gets"] + [
        f"  {one.exemplar.key:{wide}}  {one.exemplar.quality:7}  {one.exemplar.points:10g}"
        f"  {one.mark.points:g}{'' if one.as_expected else '  <- look at this'}"
        for one in trial.tried
    ]


def _surprise(key: str, mark: "Mark", points: float) -> list[str]:
    """What was found in an exemplar that got other points than it should."""
    lines = [f"  {key} should get {points:g} and gets {mark.points:g}:"]
    for criterion in mark.criteria:
        lacks = f"; not found: {', '.join(criterion.missing)}" if criterion.missing else ""
        lines.append(
            f"    {criterion.key}: {criterion.points:g} of {criterion.max_points:g}{lacks}"
        )
    return lines
