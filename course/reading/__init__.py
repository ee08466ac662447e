"""Text in, a reading out: words, sentences, numbers, dates; what is denied, reported, supposed."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.reading import negation, numbers, structures
    from course.reading.functionwords import function_words
    from course.reading.grammar import Range, Stance
    from course.reading.layout import sentences
    from course.reading.lexicon import Concept, concept, load_lexicon
    from course.reading.meaning import Meanings, encoder, windows
    from course.reading.pasted import clean
    from course.reading.reading import Hit, Reading, read, read_plainly
    from course.reading.spans import joined
    from course.reading.text import Span, arabic_share, is_arabic, normal, words
    from course.reading.tokens import Token, tokenise
    from course.reading.typos import Typos
    from course.reading.vocabulary import Vocabulary
    from course.reading.wordlists import word_set
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "Concept",
    "Hit",
    "Meanings",
    "Range",
    "Reading",
    "Span",
    "Stance",
    "Token",
    "Typos",
    "Vocabulary",
    "arabic_share",
    "clean",
    "concept",
    "encoder",
    "function_words",
    "is_arabic",
    "joined",
    "load_lexicon",
    "negation",
    "normal",
    "numbers",
    "read",
    "read_plainly",
    "sentences",
    "structures",
    "tokenise",
    "windows",
    "word_set",
    "words",
]
