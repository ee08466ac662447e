// One voice for all that changes in the forms, for who does not see it change. It stands on the
// page before it has anything to say, waits until nobody types, and says each thing once.
import { seen } from "./seen.js";

const UNASKED = ".course-announced"; // it is told whoever caused it
const PARTS = `.course-live, ${UNASKED}`;
const FORM = "[data-key]";
const PAUSE = 1500; // milliseconds without a keystroke; a second look at a text answers within them
const SOON = 250; // what one press changes comes in several messages
const KEPT = 15_000; // after which nobody should meet the words again who reads the page through
const MOST = 320; // characters

export class Voice {
  #said = new WeakMap(); // what each part showed when it was last heard
  #news = new Map();
  #typed = 0;
  #used = new WeakSet(); // forms in which somebody did something

  constructor(node, main) {
    this.node = node;
    for (const act of ["input", "change", "click"])
      main.addEventListener(act, ({ target }) => this.#used.add(target.closest(FORM) ?? main), true);
    main.addEventListener("input", ({ target }) => this.#wait(target), true);
    new MutationObserver((changes) => this.#see(changes)).observe(main, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ["class"], // a part is marked after it is made
    });
  }

  // The forms are drawn anew, which is no news.
  hush() {
    this.#used = new WeakSet();
  }

  say(words) {
    this.#news.set(words, words);
    this.#soon();
  }

  #wait(field) {
    if (!field.matches("textarea, input[type=text]")) return;
    this.#typed = Date.now();
    if (this.#news.size) this.#soon();
  }

  #see(changes) {
    const changed = new Set();
    for (const { target, addedNodes } of changes) {
      const around = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(PARTS);
      if (around) changed.add(around);
      for (const node of addedNodes) {
        if (node.matches?.(PARTS)) changed.add(node);
        for (const part of node.querySelectorAll?.(PARTS) ?? []) changed.add(part);
      }
    }
    for (const part of changed) this.#hear(part);
    if (this.#news.size) this.#soon();
  }

  // What a form says while nobody uses it is read where it stands.
  #hear(part) {
    const [before, words] = [this.#said.get(part), brief(part)];
    this.#news.delete(part);
    const asked = part.matches(UNASKED) || this.#used.has(part.closest(FORM));
    if (before !== undefined && words && words !== before && asked && seen(part))
      this.#news.set(part, words);
    else this.#said.set(part, words);
  }

  #soon() {
    clearTimeout(this.due);
    const pause = this.#typed + PAUSE - Date.now();
    this.due = setTimeout(() => this.#speak(), Math.max(SOON, pause));
  }

  #speak() {
    const told = [...this.#news].filter(([part]) => part.isConnected ?? true);
    for (const [part, words] of told) if (part.isConnected) this.#said.set(part, words);
    this.#news.clear();
    if (!told.length) return;
    this.node.replaceChildren(...told.map(([part, words]) => paragraph(words, part)));
    clearTimeout(this.over);
    this.over = setTimeout(() => this.node.replaceChildren(), KEPT);
  }
}

function paragraph(words, part) {
  const made = document.createElement("p");
  made.lang = part.closest?.("[lang]").lang ?? document.documentElement.lang;
  made.textContent = words;
  return made;
}

// A part marks what is said aloud of it; else a long one is told by its heading.
function brief(part) {
  const words = plain(part.querySelector(".course-aloud") ?? part);
  if (words.length <= MOST) return words;
  const head = part.querySelector("h2, h3, h4, b");
  return head ? plain(head) : `${words.slice(0, words.lastIndexOf(" ", MOST))} …`;
}

function plain(node) {
  const words = node.innerText.replace(/\s+/g, " ").trim();
  const shown = [...node.querySelectorAll("img")].find((picture) => seen(picture));
  return words || (shown?.alt ?? "");
}
