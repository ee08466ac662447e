// What a learner types while nobody can save it: kept in this browser until the course has taken
// it in, also over a reload. The course judges it: by when it was typed, and over which words.
import { newName } from "./names.js";

const AT = "course-at:";
const MOST = 50; // of the words a field has had: none is saved later than that
const PATIENCE = 15_000; // milliseconds in which the course answers
const RECENT = 10_000; // milliseconds in which words may have been on their way
const FIELDS = "textarea, input[type=text]";

// One tab of the browser, also over a reload.
export const visit = (sessionStorage.courseVisit ??= newName());

// Where a field's words are kept, as its form says; nothing for a search box.
export function address(field) {
  const names = [...(field?.closest?.(`[class*="${AT}"]`)?.classList ?? [])];
  return names.find((name) => name.startsWith(AT))?.slice(AT.length);
}

export function fill(field, value) {
  const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, value);
}

function stored(name) {
  try {
    return JSON.parse(localStorage.getItem(name)).filter((entry) => entry.at);
  } catch {
    return []; // somebody else's
  }
}

export class Kept {
  entries = null;
  had = new WeakMap(); // the words each field has had, since it was entered
  typed = new WeakMap(); // when somebody last typed in it
  left = [];

  constructor(node, page, ask) {
    Object.assign(this, { node, ask, places: `course:${page}:` });
    this.own = this.places + visit;
    const listen = (name, hear) => node.addEventListener(name, hear, true);
    listen("focusin", ({ target }) => this.see(target));
    listen("beforeinput", ({ target }) => this.see(target));
    listen("input", (event) => this.note(event));
    listen("change", (event) => this.hush(event));
  }

  find(at, node = this.node) {
    return [...node.querySelectorAll(FIELDS)].find((field) => address(field) === at);
  }

  see(field) {
    if (!address(field)) return;
    const had = this.had.get(field) ?? [];
    if (had.at(-1) !== field.value) had.push(field.value);
    if (had.length > MOST) had.splice(1, 1);
    this.had.set(field, had);
  }

  begin() {
    if (this.entries) return;
    const now = Date.now();
    this.entries = [...this.node.querySelectorAll(FIELDS)]
      .filter((field) => address(field) && now - (this.typed.get(field) ?? 0) < RECENT)
      .map((field) => this.entry(field));
    this.store();
  }

  entry(field) {
    this.see(field);
    const typed = new Date(this.typed.get(field)).toISOString();
    return { at: address(field), over: this.had.get(field), value: field.value, typed };
  }

  note(event) {
    const at = address(event.target);
    if (!at) return;
    this.typed.set(event.target, Date.now());
    this.see(event.target);
    if (!this.entries) return;
    this.hush(event);
    const { value } = event.target;
    const entry = this.entries.find((one) => one.at === at);
    if (entry) Object.assign(entry, { value, typed: new Date().toISOString() });
    else this.entries.push(this.entry(event.target));
    this.store();
  }

  // The form would send it later, as if it were typed then.
  hush(event) {
    if (this.entries && address(event.target)) event.stopImmediatePropagation();
  }

  store() {
    try {
      if (this.entries.length) localStorage.setItem(this.own, JSON.stringify(this.entries));
    } catch {} // the browser's store is full; this page still holds the words
  }

  // A form is made anew: the field in it takes over from the one that stands there.
  hand(old, made) {
    for (const field of made.querySelectorAll(FIELDS)) {
      const at = address(field);
      const before = at && this.find(at, old);
      const entry = this.entries?.find((one) => one.at === at);
      if (entry) fill(field, entry.value);
      if (!before) continue;
      this.typed.set(field, this.typed.get(before) ?? 0);
      if (this.had.has(before)) this.had.set(field, this.had.get(before));
    }
  }

  // What earlier visits left, that ended without a server.
  recall() {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(this.places));
    this.left = names.filter((name) => !(this.entries && name === this.own));
    const entries = this.left.flatMap((name) => stored(name));
    if (entries.length) this.entries = [...(this.entries ?? []), ...entries];
    return Boolean(this.entries);
  }

  // Again, if somebody typed on while the course took it in. False: keep it, and try once more.
  async giveBack() {
    let texts = {};
    for (let sent = null; sent !== JSON.stringify(this.entries); ) {
      sent = JSON.stringify(this.entries);
      const kept = this.entries;
      if (kept.length)
        try {
          ({ texts } = await this.ask("course-kept", { kept }, PATIENCE));
        } catch {
          return false; // it may be gone again
        }
    }
    for (const { at } of this.entries) {
      const field = this.find(at);
      if (field && texts[at] !== undefined && field.value !== texts[at]) fill(field, texts[at]);
    }
    this.entries = null;
    for (const name of [this.own, ...this.left]) localStorage.removeItem(name);
    return true;
  }
}
