"""What a learner answered to one question."""

import msgspec


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A number as typed, an option's key, prose; a question uses one or two of them."""

    text: str = ""
    choice: str = ""
    figure: str = ""

    @property
    def empty(self) -> bool:
        return not (self.text.strip() or self.choice.strip() or self.figure.strip())
