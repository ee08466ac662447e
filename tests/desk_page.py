"""What somebody sees of a desk, and second looks for it that hear what a test says."""


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


class Fake:
    """Hears what it is told to hear, where the sentence stands in the text."""

    def __init__(self, **said):
        self.said, self.asked = said, []

    def asks(self, text, keys):
        self.asked.append((text, set(keys)))
        places = {key: text.find(words) for key, words in self.said.items() if key in keys}
        return {k: (at, at + len(self.said[k])) for k, at in places.items() if at >= 0}


def failing():
    raise OSError("no encoder")


def unable():
    class Unable:
        def asks(self, *_):
            raise RuntimeError

    return Unable()
