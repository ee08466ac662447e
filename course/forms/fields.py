"""A tool's fields as forms: labelled, in groups, with the learner's words in them."""

from collections.abc import Callable, Sequence

import ipywidgets

from course.content import Language
from course.content.tools import Field, Group
from course.forms.form import block, choice, text_area, text_line
from course.forms.html import escape


def field_form(
    field: Field, value: str, language: Language, offers: Sequence[str]
) -> ipywidgets.Widget:
    """The form of one field; `offers` are sentences it may suggest."""
    label, hint = field.label[language], field.hint[language] if field.hint else ""
    if field.kind == "choice":
        options = [(option.words[language], option.key) for option in field.options]
        known = value if value in {key for _, key in options} else None
        made = choice(label, options, known)  # type: ignore[arg-type]
        made.add_class("course-options")
        return made
    if field.of_policy and offers:
        return ipywidgets.Combobox(
            value=value, description=label, placeholder=hint, options=list(offers),
            ensure_option=False, continuous_update=True,
        )  # fmt: skip
    make = text_area if field.kind == "area" else text_line
    return make(label, value, hint)


def set_value(form: ipywidgets.Widget, value: str) -> None:
    """Put other words into a field; a choice that was never made has none."""
    if isinstance(form, ipywidgets.ToggleButtons):
        form.value = value if value in {key for _, key in form.options} else None
    else:
        form.value = value


class Fields(ipywidgets.VBox):
    """The groups of a tool, one below the other; `typed` hears of field and new words."""

    def __init__(
        self, groups: Sequence[Group], language: Language, offers: Sequence[str],
        typed: Callable[[str, str], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self.forms: dict[str, ipywidgets.Widget] = {}
        self._quiet, self._typed = False, typed
        self.add_class("course-fields")
        self.add_class("course-brief")
        parts: list[ipywidgets.Widget] = []
        for group in groups:
            parts.append(block(f"<h3>{escape(group.heading[language])}</h3>"))
            parts += self._group(group, language, offers)
        self.children = parts

    def _group(
        self, group: Group, language: Language, offers: Sequence[str]
    ) -> list[ipywidgets.Widget]:
        """Wide fields by themselves; narrow ones that follow each other in two columns."""
        parts: list[ipywidgets.Widget] = []
        narrow: list[ipywidgets.Widget] = []
        for field in group.fields:
            made = field_form(field, "", language, offers)
            made.observe(lambda change, key=field.key: self._heard(key, change["new"]), "value")
            self.forms[field.key] = made
            if field.wide:
                parts += [*_two(narrow), made]
                narrow = []
            else:
                narrow.append(made)
        return [*parts, *_two(narrow)]

    def show(self, record: dict[str, str]) -> None:
        """Another record's words, without anybody being told that they were typed."""
        self._quiet = True
        try:
            for key, form in self.forms.items():
                set_value(form, record.get(key, ""))
        finally:
            self._quiet = False

    def _heard(self, key: str, value: str | None) -> None:
        if not self._quiet:
            self._typed(key, value or "")


def _two(forms: list[ipywidgets.Widget]) -> list[ipywidgets.Widget]:
    if not forms:
        return []
    beside = ipywidgets.VBox(forms)
    beside.add_class("course-two")
    return [beside]
