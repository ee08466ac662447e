"""Where the words of one idea stand in an answer, ready to be asked which stands nearest."""

from bisect import bisect_left, bisect_right

from course.reading import Hit

MOST = 200  # places of one idea looked at: no honest answer has more, a hostile one has 20,000


class Neighbours:
    """Hits of one idea, in the order in which the rubric names its words."""

    def __init__(self, hits: list[Hit]) -> None:
        self.count = len(hits)
        self.hits = hits[:MOST]
        self._ordered = sorted(enumerate(self.hits), key=lambda one: one[1].first)
        self._firsts = [hit.first for _, hit in self._ordered]

    def beside(self, hit: Hit) -> list[Hit]:
        """The nearest before another hit (or with it) and the nearest after, the nearer one first.

        Where two are as near, the one whose word the rubric names first.
        """
        after = bisect_right(self._firsts, hit.first)
        found = self._ordered[after : after + 1]
        if after:
            found.append(self._ordered[bisect_left(self._firsts, self._firsts[after - 1])])
        found.sort(key=lambda one: (abs(one[1].first - hit.first), one[0]))
        return [one for _, one in found]
