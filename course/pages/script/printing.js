// The page on paper: all its steps, with every field's words in full, and what is folded away only
// if it is asked for; or the learner's words alone.
import { node } from "./node.js";

const KEPT = '[class*="course-at:"]'; // what holds words of the learner's
const FIELD = "textarea, input, select";
const TICKS = ".course-ticks"; // statements to tick, with what is asked of them
const PATIENCE = 5000; // milliseconds for what is still being drawn
const LOOK = 100;

export class Printing {
  mine = false; // whether the learner's words are all that is printed
  opened = [];

  constructor(body, places) {
    this.dialog = body.querySelector("#course-print");
    this.words = this.dialog.dataset;
    this.places = places;
    this.main = body.querySelector("main");
    const part = (name) => this.dialog.querySelector(name);
    this.folded = part("input[type=checkbox]");
    body.querySelector("[data-opens=course-print]").addEventListener("click", () => this.open());
    part(".shut").addEventListener("click", () => this.dialog.close());
    part(".whole").addEventListener("click", () => this.print(false));
    part(".mine").addEventListener("click", () => this.print(true));
    window.addEventListener("beforeprint", () => this.lay());
    window.addEventListener("afterprint", () => this.done());
  }

  open() {
    this.dialog.querySelector("[role=status]").textContent = "";
    this.dialog.showModal();
    this.places.load(); // the name may have been given meanwhile
  }

  async print(mine) {
    if (mine && !this.owned().length) {
      this.dialog.querySelector("[role=status]").textContent = this.words.nothing;
      return;
    }
    this.dialog.close();
    if (!mine) await this.drawn();
    this.mine = mine;
    window.print();
  }

  // Forms come from the kernel one by one, and their charts after them.
  async drawn() {
    const last = Date.now() + PATIENCE;
    while (this.main.querySelector("[aria-busy=true], .course-chart:empty") && Date.now() < last)
      await new Promise((done) => setTimeout(done, LOOK));
    await Promise.all([...this.main.querySelectorAll("img")].map((one) => one.decode().catch(() => {})));
  }

  // The learner's fields: what they are called, what stands in them, and whether by the learner.
  written() {
    return [...this.main.querySelectorAll(KEPT)].map((kept) => {
      const label = kept.querySelector(".widget-label")?.textContent.trim() ?? "";
      const field = kept.querySelector(FIELD);
      const own = !kept.classList.contains("course-untouched");
      return { at: kept, field, own, step: kept.closest(".step"), label, words: words(kept, field) };
    });
  }

  // What was ticked of an exercise's statements, below the exercise's name.
  ticked() {
    return [...this.main.querySelectorAll(TICKS)].map((list) => {
      const chosen = [...list.querySelectorAll("input:checked")].map((one) => one.closest("label").textContent.trim());
      const label = list.closest(".course-card").querySelector("h3").textContent;
      return { at: list, step: list.closest(".step"), label, words: chosen.map((one) => `✓ ${one}`).join("\n") };
    });
  }

  // All that is the learner's own, in the order of the page.
  owned() {
    const all = [...this.written().filter(({ own }) => own), ...this.ticked()].filter(({ words }) => words);
    const after = Node.DOCUMENT_POSITION_FOLLOWING;
    return all.sort(({ at: one }, { at: other }) => (one.compareDocumentPosition(other) & after ? -1 : 1));
  }

  lay() {
    this.clear();
    const title = document.querySelector("h1")?.textContent ?? document.title;
    const date = new Intl.DateTimeFormat(`${document.documentElement.lang}-AE`, { dateStyle: "long" }).format(new Date());
    const told = { "{name}": this.places.learner, "{date}": date };
    const by = this.places.learner ? this.words.by.split(/(\{\w+\})/) : ["{date}"];
    const line = by.map((part) => (part in told ? node("bdi", {}, told[part]) : part)); // two scripts in a line
    const course = document.querySelector(".house").textContent; // the title follows by itself
    const named = this.mine ? this.words.mineTitle.replace("{title}", () => title) : course;
    const head = node("div", { className: "printed head" }, node(this.mine ? "h1" : "p", {}, named), node("p", {}, line));
    this.main.prepend(head);
    document.body.classList.toggle("course-mine", this.mine);
    if (this.mine) head.after(this.sheet());
    else for (const { field, words } of this.written()) if (field) this.copy(field, words);
    const folded = this.folded.checked ? "details:not([open], .about)" : null;
    this.opened = folded ? [...this.main.querySelectorAll(folded)] : [];
    for (const one of this.opened) one.open = true;
  }

  sheet() {
    const sheet = node("div", { className: "printed sheet" });
    let step = null;
    for (const { words, label, step: here } of this.owned()) {
      if (here !== step) sheet.append(node("h2", {}, here.getAttribute("aria-label")));
      step = here;
      sheet.append(node("h3", {}, label), node("p", { dir: "auto" }, words));
    }
    return sheet;
  }

  // A field on paper shows what fits into it; its words stand beside it instead.
  copy(field, words) {
    field.classList.add("unprinted");
    field.after(node("div", { className: "printed words", dir: "auto" }, words || this.words.empty));
  }

  done() {
    this.mine = false;
    this.clear();
  }

  clear() {
    for (const one of this.main.querySelectorAll(".printed")) one.remove();
    for (const one of this.main.querySelectorAll(".unprinted")) one.classList.remove("unprinted");
    for (const one of this.opened) one.open = false;
    this.opened = [];
    document.body.classList.remove("course-mine");
  }
}

// Of a choice, the one that was made.
function words(kept, field) {
  if (!field) return [...kept.querySelectorAll(".mod-active")].map((one) => one.textContent.trim()).join(", ");
  return (field.tagName === "SELECT" ? (field.selectedOptions[0]?.textContent ?? "") : field.value).trim();
}
