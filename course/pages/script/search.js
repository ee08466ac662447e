// What is found for some words, and the excerpt of it that shows why. MiniSearch ranks.
import MiniSearch from "minisearch";
import { stemmer } from "stemmer";
import { Folding } from "./fold.js";

const SHOWN = { lesson: 6, term: 3, clause: 3 }; // of each kind, and what one leaves goes to the others
const LENGTH = 180; // letters of an excerpt
const BEFORE = 50; // of these, before the first hit
const SURE = 5; // letters of a word that one wrong letter does not make another

export class Search {
  constructor({ folding, entries }) {
    this.folding = new Folding(folding, stemmer);
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.mini = new MiniSearch({
      fields: ["title", "number", "text", "also"],
      tokenize: (text) => this.folding.words(text).map(({ term }) => term),
      processTerm: (term) => term,
      searchOptions: {
        tokenize: (text) => this.folding.asked(text).map(({ term }) => term),
        boost: { title: 3, number: 8 },
        prefix: true,
        fuzzy: (term) => (term.length >= SURE && !/\d/.test(term) ? 1 : false),
        weights: { fuzzy: 0.2, prefix: 0.5 },
      },
    });
    this.mini.addAll(entries);
  }

  // All of the words; where nothing has all, what has `some` of them. `kind` leaves out the others.
  find(asked, kind = "") {
    const filter = ({ id }) => !kind || this.entries.get(id).kind === kind;
    const all = this.mini.search(asked, { combineWith: "AND", filter });
    const found = all.length ? all : this.mini.search(asked, { combineWith: "OR", filter });
    return { count: found.length, some: !all.length, groups: this.groups(this.wholeFirst(found, asked)) };
  }

  // A word as it was typed counts before one that only begins with it or comes from it.
  wholeFirst(found, asked) {
    const wanted = new Set(this.folding.asked(asked).map(({ word }) => this.folding.whole(word)));
    const whole = new Map(found.map(({ id, match }) => [id, this.wholes(this.entries.get(id), match, wanted)]));
    return [...found].sort((one, other) => whole.get(other.id) - whole.get(one.id)); // else as they were
  }

  // How many of the wanted words stand in an entry; only what MiniSearch found in it is looked at.
  wholes({ title, number, text, also }, match, wanted) {
    const words = this.folding.words([title, number, text, also].join(" ")).filter(({ term }) => term in match);
    return new Set(words.map(({ word }) => this.folding.whole(word)).filter((word) => wanted.has(word))).size;
  }

  // Every term, by the letter its word begins with.
  leaf(language) {
    const terms = [...this.entries.values()].filter(({ kind }) => kind === "term");
    const letter = ({ title }) => [...this.folding.whole(this.folding.words(title)[0].word)][0].toUpperCase();
    const order = new Intl.Collator(language).compare;
    const sorted = terms.map((term) => ({ letter: letter(term), ...term })).sort((a, b) => order(a.letter, b.letter) || order(a.title, b.title));
    const groups = new Map(sorted.map(({ letter }) => [letter, []]));
    for (const { letter, id } of sorted) groups.get(letter).push(this.hit({ id, match: {} }));
    return [...groups];
  }

  groups(found) {
    const kinds = Object.keys(SHOWN);
    const all = kinds.map((kind) => found.filter(({ id }) => this.entries.get(id).kind === kind));
    let left = Object.values(SHOWN).reduce((sum, most) => sum + most);
    const shown = kinds.map((kind, at) => Math.min(SHOWN[kind], all[at].length));
    left -= shown.reduce((sum, most) => sum + most);
    return kinds.map((kind, at) => {
      const more = Math.min(left, all[at].length - shown[at]);
      left -= more;
      return { kind, hits: all[at].slice(0, shown[at] + more).map((hit) => this.hit(hit)) };
    });
  }

  hit({ id, match }) {
    const entry = this.entries.get(id);
    const terms = new Set(Object.keys(match));
    const [text, also] = [entry.text, entry.also].map((words) => this.marked(words, terms));
    const from = also.hits && !text.hits ? also : text;
    return { ...entry, title: this.marked(entry.title, terms).pieces, whole: text.pieces, excerpt: excerpt(from) };
  }

  // A text in pieces, those that were looked for with `hit`.
  marked(text, terms) {
    const pieces = [];
    let at = 0;
    const hits = this.folding.words(text).filter(({ term }) => terms.has(term));
    for (const { start, end } of hits) {
      if (start > at) pieces.push({ text: text.slice(at, start) });
      pieces.push({ text: text.slice(start, end), hit: true });
      at = end;
    }
    if (at < text.length) pieces.push({ text: text.slice(at) });
    return { pieces, hits: hits.length };
  }
}

// The stretch that holds most of the hits.
function excerpt({ pieces }) {
  const text = pieces.map((piece) => piece.text).join("");
  let at = 0;
  const places = pieces.map((piece) => ({ ...piece, start: at, end: (at += piece.text.length) }));
  const starts = places.filter(({ hit }) => hit).map(({ start }) => start);
  const near = (first) => starts.filter((start) => start >= first && start < first + LENGTH - BEFORE).length;
  const best = starts.reduce((one, other) => (near(other) > near(one) ? other : one), starts[0] ?? 0);
  const from = best <= BEFORE ? 0 : text.indexOf(" ", best - BEFORE) + 1;
  const ends = text.length - from <= LENGTH ? text.length : text.lastIndexOf(" ", from + LENGTH);
  const to = ends > best ? ends : text.length;
  const shown = places
    .map(({ start, end, hit }) => ({ hit, text: text.slice(Math.max(start, from), Math.min(end, to)) }))
    .filter((piece) => piece.text);
  return [from ? { text: "… " } : null, ...shown, to < text.length ? { text: " …" } : null].filter(Boolean);
}
