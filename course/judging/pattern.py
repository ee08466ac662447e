"""What a piece of evidence is found by: words that meet, or the place of an idea."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from course.judging.names import sided


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What must meet in one sentence, within so many words.

    `all_of`: concepts, or words in single quotes; `a | 'b c'` is either, `~a` counts negated
    or not, `not a` must be negated.
    `figures`: numbers of the case, `2.6 % | AED 16.6m` is either.
    `needs`: a kind of fact: number, money, date, frequency, owner, comparison, edition, case-fact.
    `across`: the next sentence counts as well.
    `unless`: concepts that undo it in the same clause; with `across`, in the same sentence.
    `ahead`: what is told in the past tense does not count.

    With `of`, each place of that idea is judged by itself, with what its sentence says of it:
    `before`, `after`: what must stand before or after it, the nearest counting; `bars`: what must
    not stand between; `lead`: the line a list hangs on may hold it, too.
    `apart`: what it must not be a part of. `about`: what its sentence names, or refers back to.
    `since`: what the sentence before names. `form`: whether it stands in a sentence, in a line
    that is none, or in either. `opens`: at the beginning. `short`: in a line of so many words.
    `whose = "ours"`: said of others, it does not count. `however`: denied, it counts as well.
    `said_at = "after"`: there the sentence says yes or no. `looks_on = false`: what follows
    cannot deny it.
    """

    all_of: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    within: int = 14
    across: bool = False
    unless: tuple[str, ...] = ()
    ahead: bool = False
    of: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    lead: bool = False
    apart: tuple[str, ...] = ()
    whose: Literal["anyone", "ours"] = "anyone"
    about: str = ""
    form: Literal["sentence", "line", "either"] = "sentence"
    said_at: Literal["of", "after"] = "of"
    looks_on: bool = True
    however: bool = False
    opens: bool = False
    since: str = ""
    short: int = 0

    @property
    def concepts(self) -> Iterator[str]:
        """The ideas it names, and words in quotes."""
        placed = (*self.before, *self.after, *self.bars, *self.apart)
        single = filter(None, (self.of, self.about, self.since))
        for group in (*self.all_of, *self.unless, *placed, *single):
            yield from (name for _, name in sided(group))
