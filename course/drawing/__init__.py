"""Charts from the course's figures; matplotlib is loaded by the first drawing."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.drawing import cost, trajectory
    from course.drawing.agreement_charts import draw_reliability, draw_work
    from course.drawing.canvas import WIDTHS, Chart, Width
    from course.drawing.charts import draw_exhibit
    from course.drawing.cost_charts import draw_costs, draw_cut, money
    from course.drawing.figures import draw_figure, table_figure
    from course.drawing.mix import Period, reverses
    from course.drawing.mix_views import Answers, case_answers, draw_view, slopes
    from course.drawing.radar import draw_radar
    from course.drawing.trajectory_chart import draw_trajectory, trajectory_facts
    from course.drawing.views import periods, table_exhibit, view_of
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "WIDTHS",
    "Answers",
    "Chart",
    "Period",
    "Width",
    "case_answers",
    "cost",
    "draw_costs",
    "draw_cut",
    "draw_exhibit",
    "draw_figure",
    "draw_radar",
    "draw_reliability",
    "draw_trajectory",
    "draw_view",
    "draw_work",
    "money",
    "periods",
    "reverses",
    "slopes",
    "table_exhibit",
    "table_figure",
    "trajectory",
    "trajectory_facts",
    "view_of",
]
