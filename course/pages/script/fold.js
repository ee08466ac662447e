// Words as the search compares them. What it knows of Arabic is the reading package's, and comes
// with the index; what brings an English word to its stem is handed in.
const WORD = /\d+(?:\.\d+)+(?: [a-z](?![\p{L}\p{N}]))?|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*(?:[.'’][\p{L}\p{N}\p{M}]+)*/gu;
const ARABIC = /[\u0600-\u06ff]/;
const LEAST = 3; // letters that stay of an Arabic word

export class Folding {
  constructor({ alike = {}, prefixes = [], suffixes = [], small = [] }, stemmer) {
    Object.assign(this, { alike, prefixes, suffixes, stemmer, small: new Set(small) });
  }

  // The words of a text, each with its place and what it is compared as.
  words(text) {
    return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
      return { word, start: index, end: index + word.length, term: this.term(word) };
    });
  }

  // What is looked for: without the small words, unless there are no others.
  asked(text) {
    const all = this.words(text);
    const told = all.filter(({ word }) => !this.small.has(this.norm(word)));
    return told.length ? told : all;
  }

  term(word) {
    const norm = this.norm(word);
    return ARABIC.test(norm) ? this.arabic(norm) : this.stemmer(norm.replace(/'s$/, ""));
  }

  // A word as it is written, but for a plural and what is joined to an Arabic one: `talks` is the
  // word `talk`, `talking` is another.
  whole(word) {
    const norm = this.norm(word);
    if (ARABIC.test(norm)) return this.arabic(norm);
    return norm.replace(/'s$/, "").replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^s])s$/, "$1");
  }

  // Case, width, accents, letter forms, vowel signs.
  norm(word) {
    const bare = word.normalize("NFKD").replace(/[\p{M} ]/gu, "").toLowerCase().replaceAll("’", "'");
    return [...bare].map((letter) => this.alike[letter] ?? letter).join("");
  }

  // Without the article, what is joined to it, and endings. A single letter before a word stays:
  // it may as well be the word's own, and the search forgives one letter.
  arabic(word) {
    const long = (part) => word.length - part.length >= LEAST;
    const prefix = this.prefixes.find((one) => word.startsWith(one) && long(one)) ?? "";
    const rest = word.slice(prefix.length);
    const suffix = this.suffixes.find((one) => rest.endsWith(one) && long(prefix + one)) ?? "";
    return rest.slice(0, rest.length - suffix.length);
  }
}
