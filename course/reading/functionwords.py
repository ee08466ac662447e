"""The small words that join others; a list of keywords has hardly any."""

from course.reading.wordlists import word_set


def function_words() -> frozenset[str]:
    """They are read when they are first asked for: a broken lexicon must not close every page."""
    return word_set("function-word", "function-word-typed", "function-word-arabic")
