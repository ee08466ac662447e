// One step at a time. All of them stay on the page, for the browser's search and for printing.
const SEEN = "seen"; // names the class of a step that was left by going on
const EDGE = 12; // pixels that stay free below the list
const QUIET = 300; // milliseconds without scrolling after which a place counts as read

export class Steps {
  constructor(node, list, bar, page) {
    this.steps = [...node.querySelectorAll(".step")];
    this.links = [...list.querySelectorAll("a")];
    this.list = list.querySelector("ol");
    this.more = list.querySelector(".more");
    this.list.addEventListener("scroll", () => this.tellMore(), { passive: true });
    const fitted = new ResizeObserver(() => (this.inSight(), this.tellMore()));
    fitted.observe(this.list);
    Object.assign(this, { bar, nav: list, left: list.querySelector(".left"), place: `course-place:${page}` });
    this.at = document.getElementById("course-at");
    this.skip = document.querySelector(".skip");
    this.skip.addEventListener("click", (event) => {
      event.preventDefault();
      this.toHead(this.here);
    });
    for (const step of this.steps)
      step.addEventListener("beforematch", () => this.show(step, { still: true }));
    window.addEventListener("hashchange", () => this.follow());
    window.addEventListener("scroll", () => (this.fit(), this.later()), { passive: true });
    window.addEventListener("resize", () => this.fit());
    const grown = new ResizeObserver(() => this.inSight()); // larger letters move the strip of steps
    for (const link of this.links) grown.observe(link);
    const { step, block, seen = [] } = this.remembered;
    this.seen = new Set(seen);
    // A start page says at its top what to do now; nobody left off there.
    const left = this.left && this.steps.find(({ id }) => id === step);
    const asked = this.named(location.hash);
    this.show(asked ?? left ?? this.steps[0], { still: true });
    if (!asked && left && block) left.children[block]?.scrollIntoView();
  }

  get remembered() {
    try {
      return JSON.parse(localStorage.getItem(this.place)) ?? {};
    } catch {
      return {};
    }
  }

  named(hash) {
    const found = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    return found ? found.closest(".step") : undefined;
  }

  follow() {
    const step = this.named(location.hash);
    if (step) this.show(step);
  }

  show(step, { still = false } = {}) {
    const [before, place] = [this.steps.indexOf(this.here), this.steps.indexOf(step)];
    if (before >= 0 && place > before) this.seen.add(this.here.id);
    this.here = step;
    for (const one of this.steps) {
      if (one === step) one.removeAttribute("hidden");
      else one.setAttribute("hidden", "until-found");
    }
    for (const link of this.links) {
      const id = decodeURIComponent(link.hash.slice(1));
      link.classList.toggle(SEEN, this.seen.has(id));
      if (this.seen.has(id)) link.setAttribute("aria-description", this.at.dataset.seen);
      if (id === step.id) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    this.inSight();
    this.bar.style.inlineSize = `${(100 * (place + 1)) / this.steps.length}%`;
    this.tellLeft(place);
    const { at } = this.at.dataset;
    this.at.textContent = at.replace("{step}", place + 1).replace("{all}", this.steps.length);
    this.skip.hash = step.id;
    // Another language goes on where this one is.
    for (const link of document.querySelectorAll("a[hreflang]")) link.hash = step.id;
    if (!still) this.toHead(step);
    this.fit();
    this.remember();
    document.dispatchEvent(new CustomEvent("course-step"));
  }

  // Beside the text the list ends where the window does: what is below that is scrolled to.
  fit() {
    const beside = getComputedStyle(this.nav).position === "sticky";
    const room = window.innerHeight - Math.max(EDGE, this.nav.getBoundingClientRect().top) - EDGE;
    this.nav.style.maxBlockSize = beside ? `${room}px` : "";
  }

  // The step one is at, in a list or a strip that scrolls by itself; the page stays where it is.
  inSight() {
    const link = this.links[this.steps.indexOf(this.here)];
    const list = link?.closest("ol");
    if (!list) return;
    const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2;
    if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top;
  }

  // What is ahead, of the minutes the whole takes.
  tellLeft(place) {
    if (!this.left || !place) return;
    const { minutes, left } = this.left.dataset;
    const ahead = Math.ceil((minutes * (this.steps.length - place)) / this.steps.length);
    this.left.textContent = left.replace("{minutes}", ahead);
  }

  // The list is longer than the screen: what its lower edge hides is told.
  tellMore() {
    const edge = this.list.getBoundingClientRect().bottom;
    const below = this.links.filter((link) => link.getBoundingClientRect().bottom > edge + 1).length;
    this.more.textContent = this.more.dataset.more.replace("{count}", below);
    this.more.hidden = !below;
  }

  // Reading and the Tab key go on at the head of the step, which says how far it is.
  toHead(step) {
    const head = step.querySelector("h1, h2");
    if (head) head.tabIndex = -1;
    if (this.steps.length > 1) head?.setAttribute("aria-describedby", this.at.id);
    head?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.remember(), QUIET);
  }

  remember() {
    const blocks = [...this.here.children];
    const block = blocks.findIndex((one) => one.getBoundingClientRect().bottom > 120);
    const known = { step: this.here.id, block: window.scrollY ? block : 0, seen: [...this.seen] };
    try {
      localStorage.setItem(this.place, JSON.stringify(known));
    } catch {} // the browser's store is full
  }
}
