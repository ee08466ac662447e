"""A tool's fields as forms: labelled, in groups, with the learner's words in them."""

from collections.abc import Sequence

import ipywidgets

from course.content import Field, Group, Language
from course.forms.form import block, choice, text_area, text_line
from course.forms.html import escape, paragraphs


def field_form(field: Field, language: Language, offers: Sequence[str]) -> ipywidgets.Widget:
    """The form of one field, still empty; `offers` are sentences it may suggest."""
    label, hint = field.label[language], field.hint[language] if field.hint else ""
    if field.kind == "choice":
        options = [(option.words[language], option.key) for option in field.options]
        made = choice(label, options, None)
        made.add_class("course-options")
        return made
    if field.of_policy and offers:
        return ipywidgets.Combobox(
            description=label, placeholder=hint, options=list(offers), ensure_option=False,
            continuous_update=True,
        )  # fmt: skip
    make = text_area if field.kind == "area" else text_line
    return make(label, hint=hint)


class Fields(ipywidgets.VBox):
    """The groups of a tool, one below the other; `forms` are its fields by key."""

    def __init__(self, groups: Sequence[Group], language: Language, offers: Sequence[str]) -> None:
        super().__init__()
        self.forms: dict[str, ipywidgets.Widget] = {}
        self.add_class("course-fields")
        self.add_class("course-brief")
        parts: list[ipywidgets.Widget] = []
        for group in groups:
            asks = paragraphs(group.asks[language]) if group.asks else ""
            parts.append(block(f"<h3>{escape(group.heading[language])}</h3>{asks}"))
            parts += self._group(group, language, offers)
        self.children = parts

    def _group(
        self, group: Group, language: Language, offers: Sequence[str]
    ) -> list[ipywidgets.Widget]:
        """Wide fields by themselves; narrow ones that follow each other in two columns."""
        parts: list[ipywidgets.Widget] = []
        narrow: list[ipywidgets.Widget] = []
        for field in group.fields:
            made = self.forms[field.key] = field_form(field, language, offers)
            if field.wide:
                parts += [*_two(narrow), made]
                narrow = []
            else:
                narrow.append(made)
        return [*parts, *_two(narrow)]


def _two(forms: list[ipywidgets.Widget]) -> list[ipywidgets.Widget]:
    if not forms:
        return []
    beside = ipywidgets.VBox(forms)
    beside.add_class("course-two")
    return [beside]
