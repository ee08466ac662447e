// Where the keyboard is. What it stood on may go: a button that did its work, a form drawn anew.
// It then goes on at what has the same name, else in the same row, else at the form's first field.
import { seen } from "./seen.js";

const PATIENCE = 900; // milliseconds in which the parts of a form are drawn anew
const FIELDS = "textarea, input, select, .widget-toggle-button";
const usable = (node) => node.isConnected && seen(node) && !node.disabled;
const name = (node) => node.getAttribute("aria-label") || node.labels?.[0]?.textContent || node.textContent;

export const focusable = (node) =>
  [...node.querySelectorAll("textarea, input, select, button, a[href], summary")];

export class Place {
  #last = null;

  constructor(main) {
    main.addEventListener("focusin", ({ target }) => this.#see(target));
    document.addEventListener("pointerdown", () => (this.#last = null), true);
  }

  #see(node) {
    const form = node.closest("[data-key]");
    const row = node.closest(".course-claim");
    this.#last = form && { node, row, form, tag: node.tagName, name: name(node), lost: 0 };
  }

  // Called after the page changed.
  keep() {
    const last = this.#last;
    if (!last || usable(last.node) || !document.hasFocus()) return;
    // What was hidden a moment ago has the focus until the next frame.
    if (![document.body, last.node].includes(document.activeElement)) return;
    last.lost ||= Date.now();
    const left = focusable(last.form).filter(usable);
    const same = left.find((one) => one.tagName === last.tag && name(one) === last.name);
    const near = left.filter((one) => last.row?.contains(one));
    const next = same ?? (Date.now() - last.lost > PATIENCE ? near[0] ?? first(left) : null);
    if (next) next.focus();
    else setTimeout(() => this.keep(), PATIENCE / 4);
  }
}

const first = (left) => left.find((one) => one.matches(FIELDS)) ?? left.find((one) => one.matches(".jupyter-button"));
