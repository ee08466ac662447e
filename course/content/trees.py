"""A decision told in steps: each choice leads on, with what it does to a few figures."""

import functools
from typing import Literal

import msgspec

from course.content.folders import load_from_lesson
from course.content.words import Words


class Branch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One choice: where it leads, what follows, and how it moves the gauges."""

    key: str
    words: Words
    then: Words
    leads: str
    moves: dict[str, int] = {}


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A situation; one without branches is an end."""

    key: str
    heading: Words
    text: Words
    branches: tuple[Branch, ...] = ()


class Gauge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure that choices move, from where it starts; its unit follows it."""

    key: str
    name: Words
    unit: Words
    start: int


class Tree(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A decision over several steps; the company in it is invented and `invented` says so."""

    key: str
    lesson: str
    kind: Literal["tree"]
    title: Words
    asks: Words
    invented: Words
    first: str
    gauges: tuple[Gauge, ...]
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        known = {step.key for step in self.steps}
        moved = {gauge.key for gauge in self.gauges}
        for step in self.steps:
            for branch in step.branches:
                if branch.leads not in known:
                    raise ValueError(f"'{branch.key}' of '{step.key}' leads to no step")
                if not moved.issuperset(branch.moves):
                    raise ValueError(f"'{branch.key}' of '{step.key}' moves no known gauge")
        if self.first not in known:
            raise ValueError("'first' names no step")

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def walk(self, chosen: tuple[str, ...]) -> list[tuple[Step, Branch]]:
        """The steps passed and the branches taken; choices that do not exist end the walk."""
        path, here = [], self.step(self.first)
        for key in chosen:
            branch = next((b for b in here.branches if b.key == key), None)
            if branch is None:
                break
            path.append((here, branch))
            here = self.step(branch.leads)
        return path


@functools.cache
def load_tree(key: str) -> Tree:
    return load_from_lesson(key, Tree)
