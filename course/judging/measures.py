"""What is counted in a text, not looked up: a company's own words, the length of sentences."""

from course.judging.noted import Measures
from course.judging.own_words import Company, OwnWords
from course.judging.plainness import Plainness
from course.reading import Reading


def measures(reading: Reading, company: Company) -> Measures:
    own, plain = OwnWords(reading, company), Plainness(reading)
    return {
        "own-work": own.work,
        "own-customers": own.customers,
        "own-place": own.place,
        "own-name": own.name,
        "own-where": own.where,
        "sentences": plain.sentences,
        "long-sentence": plain.long_sentence,
        "long-words": plain.long_words,
        "words-to-measure": plain.measured,
        "many-sentences": plain.many_sentences,
    }
