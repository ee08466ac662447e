"""Charts from the course's figures: SVG for pages, and a picture, by matplotlib, for paper."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.drawing import cost, trajectory
    from course.drawing.agreement_charts import draw_reliability, draw_work
    from course.drawing.canvas import WIDTHS, Chart, Width
    from course.drawing.charts import draw_exhibit
    from course.drawing.cost_charts import costs_table, cut_table, draw_costs, draw_cut, money
    from course.drawing.figures import draw_figure, table_figure
    from course.drawing.mix import Period, reverses
    from course.drawing.mix_views import Answers, case_answers, draw_view, view_table
    from course.drawing.radar import draw_radar, radar_table
    from course.drawing.trajectory_chart import (
        draw_trajectory,
        trajectory_facts,
        trajectory_table,
    )
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
    "costs_table",
    "cut_table",
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
    "radar_table",
    "reverses",
    "table_exhibit",
    "table_figure",
    "trajectory",
    "trajectory_facts",
    "trajectory_table",
    "view_of",
    "view_table",
]
