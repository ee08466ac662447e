"""The small words that join others; a list of keywords has hardly any."""

from course.reading.wordlists import word_set

FUNCTION_WORDS = word_set("function-word", "function-word-typed", "function-word-arabic")
