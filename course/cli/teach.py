"""For the trainer: teach the marking by a case's marked examples."""

import click

from course.cli.marking import each_case, near


@click.command()
@click.argument("case", required=False)
def teach(case: str | None) -> None:
    """Teach the marking by the marked answers beside a case's rubric.

    Do this after a change of the rubric, the lexicon or the examples: what was taught before no
    longer holds then, and the case is marked by its patterns alone. It takes a minute or two.
    """
    from course.trainer import folders, teaching
    from course.trainer.vectors import meanings

    def one(key: str) -> None:
        with meanings() as known:
            made = teaching.teach(key, known)
        if not made:
            click.echo(f"{key}: it has no examples; it is marked by its patterns alone.")
        for taught in made:
            sure = taught.sureness
            promise = (
                f"of {sure.count} it would suggest, {sure.right} were right"
                if sure.suggest <= 1
                else "nothing is suggested: no part of them bears the promise out"
            )
            click.echo(f"{key}, {taught.question}: {taught.examples} examples; {promise}.")
        if made:
            where = near(folders.taught(key, made[0].question).parent)
            click.echo(f"  What they taught is in {where}.")

    each_case(case, one)
    if case is None:
        _second_looks()


def _second_looks() -> None:
    from course.trainer import folders, judged
    from course.trainer.vectors import meanings

    with meanings() as known:
        for kind in judged.KINDS:
            if folders.judged(kind).is_file():
                look = judged.teach(kind, known)
                click.echo(f"quality {kind}: {look.texts} texts taught its desk what to ask after.")
