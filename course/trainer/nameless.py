"""An answer without its author's name, for a reader outside."""

import re

BLANK = "█"
_SHORTEST = 3  # letters of a part of a name that is looked for: "al" and "El" stand anywhere
_LONGEST = 120


def nameless(text: str, name: str) -> str:
    """The text with each part of the name blanked, letter for letter, where it is written so.

    A name written in another way, a nickname or a colleague's stays: those nobody told us.
    """
    whole = text.encode("utf-8", "replace").decode()  # half a letter cannot be sent
    parts = {part for part in re.findall(r"\w+", name[:_LONGEST]) if len(part) >= _SHORTEST}
    if not parts:
        return whole
    either = "|".join(map(re.escape, sorted(parts, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", lambda found: BLANK * len(found[0]), whole)
