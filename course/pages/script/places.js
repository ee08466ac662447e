// The places a learner keeps. They lie with the learner's work, not in this browser; the server
// takes them in itself, since the kernel may be busy.
import { ask } from "./ask.js";
import { Events } from "./events.js";
import { node, spoken } from "./node.js";

export class Places extends Events {
  kept = [];
  learner = "";

  constructor(body, steps) {
    super();
    this.steps = steps;
    this.page = body.dataset.page;
    this.slug = body.dataset.slug;
    this.box = body.querySelector(".keeping");
    this.words = this.box.dataset;
    this.links = [...body.querySelectorAll(".steps li a")];
    this.shelf = body.querySelector(".places");
    this.button.addEventListener("click", () => this.turn());
    document.addEventListener("course-step", () => this.show({ told: "" }));
    this.load();
  }

  get button() {
    return this.box.querySelector("button");
  }

  async load() {
    try {
      await this.take(ask(`${this.words.at}?page=${encodeURIComponent(this.page)}`));
    } catch (problem) {
      console.error(problem); // the page works without
    }
  }

  async take(asked) {
    const answer = await asked;
    if (!answer.ok) throw new Error(answer.statusText);
    const { learner, places } = await answer.json();
    Object.assign(this, { learner, kept: places });
    this.show();
    this.tell("changed");
  }

  has(step) {
    return this.kept.some((one) => one.slug === this.slug && one.step === step);
  }

  turn() {
    const step = this.steps.here.id;
    return this.change({ slug: this.slug, step }, !this.has(step));
  }

  async change({ slug, step }, keep) {
    const body = JSON.stringify({ page: this.page, slug, step, keep });
    const headers = { "Content-Type": "application/json" };
    try {
      await this.take(ask(this.words.at, { method: "POST", headers, body }));
      this.show({ told: keep ? this.words.kept : this.words.takenOff });
    } catch (problem) {
      console.error(problem);
      this.show({ told: this.words.failed });
    }
  }

  show({ told } = {}) {
    this.button.textContent = this.has(this.steps.here.id) ? this.words.takeOff : this.words.keep;
    this.button.classList.toggle("is-kept", this.has(this.steps.here.id));
    for (const link of this.links) {
      const kept = this.has(decodeURIComponent(link.hash.slice(1)));
      link.querySelector(".kept")?.remove();
      link.classList.toggle("is-kept", kept);
      if (kept) link.append(node("span", { className: "kept" }, this.words.marked));
    }
    if (told !== undefined) this.box.querySelector("[role=status]").textContent = told;
    if (!this.shelf) return;
    this.shelf.hidden = !this.kept.length;
    this.shelf.replaceChildren(this.list("h2"));
  }

  // All places, to go to and to keep no more.
  list(heading) {
    const head = node(heading, {}, this.words.title);
    if (!this.kept.length) return node("section", {}, head, node("p", { className: "none" }, this.words.none));
    return node("section", {}, head, node("ul", {}, this.kept.map((place) => this.item(place))));
  }

  item(place) {
    const { title, where, address, language } = place;
    const words = node("a", { href: address }, node("b", spoken(language), title), node("small", {}, where));
    const named = this.words.takeOffNamed.replace("{title}", () => title);
    const off = { type: "button", className: "off", "aria-label": named, title: named };
    return node("li", {}, words, node("button", { ...off, on: { click: (event) => this.takeOff(place, event) } }, "✕"));
  }

  // Where its row was, the Tab key goes on.
  async takeOff(place, { target }) {
    const list = target.closest("section").parentElement;
    const at = [...list.querySelectorAll(".off")].indexOf(target);
    await this.change(place, false);
    const left = [...list.querySelectorAll(".off")];
    (left[Math.min(at, left.length - 1)] ?? list.closest("dialog")?.querySelector("input"))?.focus();
  }
}
