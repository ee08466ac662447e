"""For the trainer: how far the engine agrees with people who marked the same answers."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from course.content import load_cases
from course.disk import write_whole

if TYPE_CHECKING:
    from course.marking.agreement import Agreement
    from course.trainer.agreement import Comparison, Pair
    from course.trainer.gold import GoldSet
    from course.trainer.judged import Hit

UNLIKE = 8  # answers that are named where engine and people part


@click.command()
@click.argument("what", nargs=-1)
@click.option("--plot", type=click.Path(path_type=Path), help="Where to put the picture.")
def agreement(what: tuple[str, ...], plot: Path | None) -> None:
    """See how far the marking agrees with people.

    WHAT is a gold file, a folder of them, or a case whose points you typed in formgrader;
    without it, the gold set that comes with the course. You see how often people and engine
    give the same points, which criteria they part on, and whether the engine is right as often
    as it is sure of itself. docs/marking.md says how to read the table, and how to write a file.
    """
    from course.trainer.agreement import compare

    compared = [compare(found) for found in _sets(what)]
    if not compared:
        raise click.ClickException("there is nothing to compare: nobody's marks were found")
    for each in compared:
        click.echo("\n".join([*lines(each), ""]))
    click.echo(_all_of_them(compared))
    for case in dict.fromkeys(each.case for each in compared if each.case):
        click.echo("\n".join([*_fooled(case), ""]))
    if not what:
        click.echo("\n".join(_second_looks()))
    where = plot or Path("agreement.png")
    write_whole(where, _picture(compared))
    click.echo(f"The picture of its confidence is in {where}.")


def _sets(what: tuple[str, ...]) -> "Iterator[GoldSet]":
    from course.trainer import folders
    from course.trainer.agreement import by_trainer
    from course.trainer.gold import proving, read_gold

    for name in what or ("",):
        if not name:
            yield from (proving(read_gold(path)) for path in folders.examples())
        elif name in load_cases():
            yield from by_trainer(name)
        elif Path(name).is_dir():
            yield from map(read_gold, sorted(Path(name).rglob("*.toml")))
        elif Path(name).suffix == ".toml":
            yield read_gold(Path(name))
        else:
            message = f"'{name}' is neither a case nor a gold file nor a folder; correct the name"
            raise click.ClickException(message)


def lines(one: "Comparison") -> list[str]:
    """What the terminal shows of one question."""
    found = [f"{one.question}: {one.count} answers ({one.origin}), {one.most:g} points"]
    found += [f"  {reading.key}: {reading.by}" for reading in one.readings]
    found += ["", f"  {'points':26}  same  near   QWK     r  off by"]
    found += [f"  {_pair(pair):26}{_points(made)}" for pair, made in one.points.items()]
    if one.criteria:
        pairs = next(iter(one.criteria.values()))
        heads = "  ".join(f"{_pair(pair):>22}" for pair in pairs)
        found += ["", f"  {'kappa (same level)':26}{heads}"]
        for key, made in one.criteria.items():
            cells = "  ".join(f"{a.kappa:14.2f} ({a.exact:4.0%})" for a in made.values())
            found.append(f"  {key:26}{cells}")
    return [*found, "", *_routes(one), *_unlike(one)]


def _pair(pair: "Pair") -> str:
    return f"{pair[0]} with {pair[1]}"


def _points(made: "Agreement") -> str:
    return (
        f"  {made.exact:4.0%}  {made.near:4.0%}  {made.qwk:4.2f}  {made.r:4.2f}  {made.rmse:6.2f}"
    )


def _routes(one: "Comparison") -> Iterator[str]:
    from course.marking.agreement import calibration_error

    words = {"suggest": "stands by it", "check": "a glance", "trainer": "a trainer marks it"}
    for share in one.work:
        right = "" if share.right is None else f"; near in {share.right:.0%} of them"
        yield f"  {words[share.route]:18}  {share.share:4.0%} of the answers{right}"
    yield f"  Its confidence is off by {calibration_error(one.bins):.2f} (ECE)."


def _unlike(one: "Comparison") -> Iterator[str]:
    if one.unlike:
        yield f"  Furthest apart, of {len(one.unlike)} that are not near (engine, people):"
    for key, engine, people in one.unlike[:UNLIKE]:
        yield f"    {key}: {engine:g}, {people:g}"


def _all_of_them(compared: "list[Comparison]") -> str:
    from course.marking.agreement import calibration_error, pooled

    off = calibration_error(pooled([each.bins for each in compared]))
    return f"All of them together: the confidence is off by {off:.2f} (ECE).\n"


def _fooled(case: str) -> Iterator[str]:
    from course.trainer.fooling import SHARE, fooled

    if found := fooled(case):
        yield f"{case}: {found.count} texts written to fool the marking"
        yield f"  {found.suggested} suggested; {len(found.above)} above {SHARE:.0%} of the points"
        yield from (f"    {which}" for which in found.above)


def _second_looks() -> Iterator[str]:
    """How the desks take the texts that taught nothing, requirement by requirement."""
    from course.trainer import folders, judged
    from course.trainer.vectors import meanings

    with meanings() as known:
        for kind in judged.KINDS:
            if folders.judged(kind).is_file():
                yield from [*_second_look(kind, list(judged.proved(kind, known))), ""]


def _second_look(kind: str, hits: Sequence["Hit"]) -> Iterator[str]:
    count = len({hit.text for hit in hits})
    yield f"quality {kind}: {count} texts that taught nothing"
    for key in dict.fromkeys(hit.key for hit in hits):
        of = [hit for hit in hits if hit.key == key]
        asked = [hit for hit in of if hit.asked]
        words = sum(hit.right_sentence for hit in asked)
        yield (
            f"  {key:14} patterns right {sum(h.found in h.people for h in of):3} of {len(of)}"
            f"; found or asked {sum(h.right for h in of):3}"
            f"; asked {len(asked):2}, by the right sentence {words:2}"
            f", in vain {sum(set(h.people) == {'missing'} for h in asked):2}"
        )


def _picture(compared: "list[Comparison]") -> bytes:
    from course.drawing import draw_reliability
    from course.marking.agreement import pooled

    return draw_reliability(pooled([each.bins for each in compared])).png
