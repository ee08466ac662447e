"""A learner's own answers by group and period: four columns in a CSV."""

from course.content.tables import UnreadableTable, counted, number_in, read_rows

LARGEST = 12  # groups a chart can name
Mix = dict[str, dict[str, tuple[int, float]]]  # by period and group: answers, sum of scores


def read_mix(data: bytes) -> tuple[tuple[str, str], Mix]:
    """The two periods, and per period the answers and the sum of scores of each group.

    A row is group, period, number of answers, mean score; a heading is optional. The file must
    hold exactly two periods, and every group in both. Raises UnreadableTable: `not-text`,
    `no-rows`, `not-a-number`, `too-long`, `not-two-periods`, `group-missing`, `too-many-groups`.
    """
    rows = read_rows(data)
    if rows and (len(rows[0]) < 4 or number_in(rows[0][3]) is None):
        rows = rows[1:]
    found: Mix = {}
    for place, row in enumerate(counted(rows), 1):
        group, period, answers, score = _row(row, place)
        before, total = found.setdefault(period, {}).get(group, (0, 0.0))
        found[period][group] = (before + answers, total + answers * score)
    return _two_periods(found), found


def _two_periods(found: Mix) -> tuple[str, str]:
    """The periods in order, if they can be compared."""
    if len(found) != 2:
        raise UnreadableTable("not-two-periods", count=len(found))
    first, second = sorted(found)
    groups = {*found[first], *found[second]}
    lonely = sorted(groups - (found[first].keys() & found[second].keys()))
    if lonely:
        raise UnreadableTable("group-missing", words=lonely[0])
    if len(groups) > LARGEST:
        raise UnreadableTable("too-many-groups", count=len(groups), most=LARGEST)
    return first, second


def _row(row: list[str], place: int) -> tuple[str, str, int, float]:
    answers, score = (number_in(cell) for cell in (*row, "", "", "", "")[2:4])
    if answers is None or score is None or answers < 0:
        words = ", ".join(row)[:40]
        raise UnreadableTable("not-a-number", row=place, words=words)
    return row[0].strip()[:24] or "?", row[1].strip()[:16], round(answers), score
