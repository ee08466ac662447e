"""The cost of quality desk: four amounts, what they say, and what a cut does after a lag."""

import ipywidgets

from course.content import desks
from course.drawing import costs_table, cut_table, draw_costs, draw_cut, money
from course.drawing.cost import PARTS, Costs, amount, break_even
from course.forms.charts import pictures
from course.forms.form import Latest, block, button, live, spoken, text_line
from course.forms.html import escape
from course.forms.kept_fields import KeepingForm, Kept
from course.learner import Workbook

_FIELDS = ("sales", *PARTS, "cut", "lag")
_LONGEST = 6  # quarters of lag that the chart can show the end of


class CostDesk(KeepingForm):
    """Own figures or the case's; every figure is kept, none is judged good or bad by itself."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.desk, self.book, say = desks.load_desk(key, desks.CostDesk), Workbook(key), self.say
        self.forms = {name: self._line(name) for name in _FIELDS}
        self.shown, self._draw_soon = live(""), Latest(self._draw)
        head = block(f"<h2>{escape(say('cost.desk'))}</h2><p>{escape(say('cost.how'))}</p>")
        use = button(say("cost.use_case"), self.use_case)
        lines = ipywidgets.VBox([self.forms[name] for name in ("sales", *PARTS)])
        cuts = ipywidgets.VBox([self.forms["cut"], self.forms["lag"]])
        for two in (lines, cuts):
            two.add_class("course-two")
        heading = block(f"<h3>{escape(say('cost.cut_heading'))}</h3>")
        fields = [lines, heading, cuts, self.status, self.kept.offers]
        self.children = [head, use, *fields, self.shown]
        self.kept.look()
        self._draw_soon()

    def _line(self, name: str) -> ipywidgets.Text:
        form = text_line(self.say(f"cost.field.{name}"))
        self.kept.add(Kept(form, self.book, name), lambda value: self._set(name, value))
        return form

    def caught_up(self) -> None:
        self._draw_soon()

    @spoken
    def _set(self, name: str, value: str) -> None:
        time = self.book.save_text(name, value)
        saved = self.say("status.saved", time=time)
        self.tell(saved[:1].upper() + saved[1:], time)
        self._draw_soon()

    @spoken
    def use_case(self) -> None:
        """Fill in the case's figures where nothing has been written; what is there stays."""
        for name, form in self.forms.items():
            if not form.value.strip():
                form.value = self.desk.case.get(name, "")

    def costs(self) -> Costs:
        return Costs(**{name: amount(self.forms[name].value) for name in ("sales", *PARTS)})

    @spoken
    def _draw(self) -> None:
        costs = self.costs()
        if not costs.total:
            begin = escape(self.desk.begin[self.language])
            self.shown.value = f"<p class='course-note'>{begin}</p>"
            return
        self.shown.value = self._account(costs) + self._cut(costs)

    def _account(self, costs: Costs) -> str:
        language = self.language
        table = costs_table(costs, language)
        body = pictures(lambda width: draw_costs(costs, language, width), table, language)
        share = costs.of_sales(costs.failure)
        if share is not None:
            body += self._p(
                "cost.says", failure=money(costs.failure, language), share=f"{share:.1f}"
            )
            unbooked = [f"{share * more:.1f}" for more in (1.25, 1.5, 2)]
            body += self._p("cost.unbooked", a=unbooked[0], b=unbooked[1], c=unbooked[2])
        return body + "".join(self._p(f"cost.gap.{gap}") for gap in costs.gaps())

    def _cut(self, costs: Costs) -> str:
        cut, lag = amount(self.forms["cut"].value), amount(self.forms["lag"].value)
        rise = break_even(costs, cut) if cut else None
        if not cut or rise is None:
            return ""
        quarters = min(_LONGEST, round(lag)) if lag is not None else 2
        language = self.language
        body = self._p("cost.break_even", cut=money(cut, language), rise=f"{rise:.1f}")
        if costs.prevention is not None and cut > costs.prevention:
            body += self._p("cost.too_much")
        table = cut_table(cut, quarters, language)
        body += pictures(lambda width: draw_cut(cut, quarters, language, width), table, language)
        return body + self._p("cost.assumption")

    def _p(self, entry: str, **facts: str) -> str:
        return f"<p>{escape(self.say(entry, **facts))}</p>"
