// The search of a page, in a dialog: fetched when it is first opened.
import { ask } from "./ask.js";
import { node, spoken } from "./node.js";
import { Search } from "./search.js";

const PAUSE = 120; // milliseconds after a key until the count is told
const SWITCH = "course-search-key"; // keeps in this browser that the key is not wanted
const NUMBER = /(\d+(?:\.\d+)+(?: [a-z](?![a-z]))?)/;
const TYPED_IN = "input, textarea, select, [contenteditable]";

export class Finder {
  search = null;
  only = ""; // the kind that is looked through; nothing for all

  constructor(body, places) {
    this.dialog = body.querySelector("#course-search");
    const part = (name) => this.dialog.querySelector(name);
    this.places = places;
    this.asked = part("input[type=text]");
    this.told = part("[role=status]");
    this.found = part(".found");
    this.key = part("input[type=checkbox]");
    this.words = this.dialog.dataset;
    body.querySelector("[data-opens=course-search]").addEventListener("click", () => this.open());
    for (const one of body.querySelectorAll("[data-opens=course-glossary]"))
      one.addEventListener("click", (event) => {
        event.preventDefault(); // the lesson stays where it is
        this.open("term");
      });
    this.title = part("h2");
    this.label = part("label");
    part(".shut").addEventListener("click", () => this.dialog.close());
    this.asked.addEventListener("input", () => this.look());
    this.dialog.addEventListener("keydown", (event) => this.move(event));
    this.dialog.addEventListener("click", ({ target }) => this.leave(target));
    document.addEventListener("keydown", (event) => this.hear(event));
    this.key.checked = localStorage.getItem(SWITCH) !== "off";
    this.key.addEventListener("change", () => localStorage.setItem(SWITCH, this.key.checked ? "on" : "off"));
    places.on("changed", () => this.dialog.open && this.look());
  }

  async open(only = "") {
    if (only !== this.only) this.asked.value = "";
    this.only = only;
    this.title.textContent = only ? this.words.glossary : this.words.title;
    this.label.textContent = only ? this.words.askTerm : this.words.ask;
    if (!this.dialog.open) this.dialog.showModal();
    this.asked.focus();
    this.asked.select();
    if (this.search) return this.look();
    this.told.textContent = this.words.coming;
    try {
      const answer = await ask(this.words.index, { cache: "default" });
      if (!answer.ok) throw new Error(answer.statusText);
      this.search = new Search(await answer.json());
      this.look();
    } catch (problem) {
      console.error(problem);
      this.told.textContent = this.words.failed;
    }
  }

  // On an Arabic keyboard another letter stands where the key is.
  hear(event) {
    const there = event.code === "Slash" && !event.shiftKey && event.key > "\u00ff";
    if (!this.key.checked || !(event.key === "/" || there)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPED_IN)) return;
    if (document.querySelector("dialog:modal")) return;
    event.preventDefault();
    this.open();
  }

  look() {
    const asked = this.asked.value.trim();
    clearTimeout(this.telling);
    if (!asked) {
      this.told.textContent = "";
      return this.found.replaceChildren(...(this.only ? this.leaves() : [this.places.list("h3")]));
    }
    if (!this.search) return;
    const { count, some, groups } = this.search.find(asked, this.only);
    this.found.replaceChildren(...groups.filter(({ hits }) => hits.length).map((one) => this.group(one)));
    const shown = groups.reduce((sum, { hits }) => sum + hits.length, 0);
    const entry = count ? (some ? "some" : count > shown ? "shown" : "count") : "nothing";
    const facts = { count, shown, words: asked.slice(0, 60) };
    const told = this.words[entry].replace(/\{(\w+)\}/g, (_, name) => facts[name]);
    this.telling = setTimeout(() => (this.told.textContent = told), PAUSE);
  }

  leaves() {
    if (!this.search) return [];
    const other = ({ language, also }) => node("bdi", { lang: language === "ar" ? "en" : "ar" }, also);
    const item = (hit) => node("li", {}, this.card({ ...hit, where: other(hit) }));
    const section = ([letter, hits]) => node("section", {}, node("h3", {}, letter), node("ul", {}, hits.map(item)));
    return this.search.leaf(document.documentElement.lang).map(section);
  }

  group({ kind, hits }) {
    const items = hits.map((hit) => node("li", {}, hit.address ? this.link(hit) : this.card(hit)));
    return node("section", {}, node("h3", {}, this.words[kind]), node("ul", {}, items));
  }

  link({ title, where, excerpt, address, language }) {
    const other = Object.keys(spoken(language)).length ? ` · ${this.words.inLanguage}` : "";
    return node(
      "a",
      { href: address },
      node("b", spoken(language), marked(title)),
      node("small", {}, node("bdi", {}, where), other),
      node("span", { className: "excerpt", dir: "auto" }, marked(excerpt)),
    );
  }

  // Its whole text opens in place.
  card({ title, number, where, excerpt, whole, more }) {
    const numbered = number ? [node("bdi", { dir: "ltr" }, number), " "] : [];
    const head = node("b", {}, numbered, marked(title));
    const told = more.map(({ head, text }) => node("p", {}, node("strong", {}, `${head}: `), apart(text)));
    return node(
      "details",
      {},
      node("summary", {}, head, node("small", {}, where), node("span", { className: "excerpt", dir: "auto" }, marked(excerpt))),
      node("div", { className: "whole" }, node("p", {}, marked(whole)), told),
    );
  }

  // Up and down through what was found; Enter in the field takes the first.
  move(event) {
    const { key, target } = event;
    if (!["ArrowDown", "ArrowUp"].includes(key) && !(key === "Enter" && target === this.asked)) return;
    const stops = [this.asked, ...this.found.querySelectorAll("a, summary")];
    const at = stops.indexOf(target);
    if (at < 0) return;
    event.preventDefault();
    if (key !== "Enter") return stops[at + (key === "ArrowDown" ? 1 : -1)]?.focus();
    this.look(); // what is typed last may not be looked for yet
    const first = this.found.querySelector("a, summary");
    if (this.asked.value.trim()) first?.focus();
    if (this.asked.value.trim()) first?.click();
  }

  // A place on this very page is behind the dialog.
  leave(target) {
    if (target === this.dialog || target.closest("a[href]")) this.dialog.close();
  }
}

const marked = (pieces) => pieces.map(({ text, hit }) => (hit ? node("mark", {}, apart(text)) : apart(text)));

// In Arabic the parts of a clause's number would change places.
const apart = (text) =>
  text.split(NUMBER).map((part, at) => (at % 2 ? node("bdi", { dir: "ltr" }, part) : part));
