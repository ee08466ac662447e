"""A learner's own answers by group and period: four columns in a CSV."""

import csv
import io

from course.content.series import MOST, UnreadableSeries, decoded, divider, number_in

LARGEST = 12  # groups a chart can name


def read_mix(data: bytes) -> tuple[tuple[str, str], dict[str, dict[str, tuple[int, float]]]]:
    """The two periods, and per period the answers and the sum of scores of each group.

    A row is group, period, number of answers, mean score; a heading is optional. The file must
    hold exactly two periods, and every group in both. Raises UnreadableSeries: `not-text`,
    `no-rows`, `not-a-number`, `too-long`, `not-two-periods`, `group-missing`, `too-many-groups`.
    """
    text = decoded(data)
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=divider(text)) if any(row)]
    if rows and (len(rows[0]) < 4 or number_in(rows[0][3]) is None):
        rows = rows[1:]
    if not rows:
        raise UnreadableSeries("no-rows")
    if len(rows) > MOST:
        raise UnreadableSeries("too-long", count=len(rows), most=MOST)
    found: dict[str, dict[str, tuple[int, float]]] = {}
    for place, row in enumerate(rows, 1):
        group, period, answers, score = _row(row, place)
        before, total = found.setdefault(period, {}).get(group, (0, 0.0))
        found[period][group] = (before + answers, total + answers * score)
    if len(found) != 2:
        raise UnreadableSeries("not-two-periods", count=len(found))
    first, second = sorted(found)
    groups = {*found[first], *found[second]}
    lonely = sorted(groups - (found[first].keys() & found[second].keys()))
    if lonely:
        raise UnreadableSeries("group-missing", words=lonely[0])
    if len(groups) > LARGEST:
        raise UnreadableSeries("too-many-groups", count=len(groups), most=LARGEST)
    return (first, second), found


def _row(row: list[str], place: int) -> tuple[str, str, int, float]:
    answers, score = (number_in(cell) for cell in (*row, "", "", "", "")[2:4])
    if answers is None or score is None or answers < 0:
        words = ", ".join(row)[:40]
        raise UnreadableSeries("not-a-number", row=place, words=words)
    return row[0].strip()[:24] or "?", row[1].strip()[:16], round(answers), score
