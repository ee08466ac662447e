"""What somebody sees of the policy desk."""


def everything(form):
    """A form and all that stands in it, but what is hidden."""
    yield form
    for child in getattr(form, "children", ()):
        if child.layout.display != "none":
            yield from everything(child)


def seen(form):
    """The HTML of a form and the labels of its buttons, in order."""
    words = [getattr(part, "value", "") or part.description for part in everything(form)
             if hasattr(part, "value") or hasattr(part, "description")]  # fmt: skip
    return "\n".join(map(str, words))


def buttons(form):
    """The buttons one can press, by their labels."""
    return {part.description: part for part in everything(form) if hasattr(part, "click")}
