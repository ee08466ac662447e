// What a form cannot say of itself to who hears it: which of its parts belong together, what they
// are called, what is chosen, what waits, and which words are in the other language.
import { newName } from "./names.js";

const SCRIPTS = { ar: /\p{Script=Arabic}/u, en: /\p{Script=Latin}/u };

export function describe(main, held) {
  const all = (what) => main.querySelectorAll(what);
  for (const label of all("label[title=null]")) label.removeAttribute("title");
  for (const card of all(".widget-vbox.course-card")) {
    group(card, card.querySelector("h2, h3"));
    tell(card, "lang", card.classList.contains("course-rtl") ? "ar" : "en");
  }
  for (const { parentElement: deed } of all(".course-claim > .course-deed")) group(deed, deed.querySelector("b"));
  for (const table of all(".course-scroll[tabindex]")) group(table, table.closest("details")?.querySelector("summary"));
  for (const choice of all(".widget-toggle-buttons"))
    group(choice.querySelector(":scope > div"), choice.querySelector("label"));
  for (const pressed of all(".widget-toggle-button"))
    tell(pressed, "aria-pressed", pressed.classList.contains("mod-active"));
  for (const pressed of all(".widget-toggle-buttons .widget-toggle-button:not([lang])")) speak(pressed);
  for (const button of all("button.course-of[title]")) about(button);
  for (const button of all(".jupyter-button")) tell(button, "aria-disabled", held || null);
  for (const form of all(".course-question"))
    for (const field of form.querySelectorAll("textarea, input")) answer(form, field);
}

function tell(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

function group(node, head) {
  if (!node || !head?.textContent) return;
  tell(node, "role", "group");
  tell(node, "aria-label", words(head));
}

// Its title would be read a second time.
function about(button) {
  tell(button, "aria-label", `${words(button)}: ${button.title}`);
  button.removeAttribute("title");
}

function speak(button) {
  const { lang } = button.parentElement.closest("[lang]");
  const other = lang === "ar" ? "en" : "ar";
  const text = words(button);
  tell(button, "lang", SCRIPTS[other].test(text) && !SCRIPTS[lang].test(text) ? other : lang);
}

// All questions of a case ask for “your answer”: each field says which.
function answer(form, field) {
  const [head, hint, label] = [form.querySelector("h3"), form.querySelector("p.course-small"), field.labels?.[0]];
  if (!head || !label) return;
  tell(field, "aria-label", `${words(head)}: ${words(label)}`);
  if (!hint) return;
  hint.id ||= newName();
  tell(field, "aria-describedby", hint.id);
}

const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
