"""Text in, a reading out: words, sentences, numbers, dates; what is denied, reported, supposed."""
