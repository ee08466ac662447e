"""What a further chart of a page costs beside the first, which loads pandas."""

import time

from course.content import load_case
from course.drawing.charts import draw_exhibit


def main() -> None:
    case = load_case("marsa-al-khail-contracting")
    figures = next(exhibit for exhibit in case.exhibits if exhibit.kind == "data")
    times = []
    for measure in figures.measures[:6]:
        start = time.perf_counter()
        assert draw_exhibit(figures, measure.key, ("ghaf-court",), (), "ar").svg
        times.append(time.perf_counter() - start)
    first, further = times[0], min(times[1:])
    print(
        f"first_ms={1000 * first:.0f} further_ms={1000 * further:.0f} ratio={first / further:.1f}"
    )


if __name__ == "__main__":
    main()
