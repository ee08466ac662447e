// A page of the course: its text stands there already; its forms come from a kernel.
import { keepWhole } from "./cites.js";
import { Finder } from "./finder.js";
import { Kept } from "./kept.js";
import { ServerKernel } from "./kernel.js";
import { newName } from "./names.js";
import { focusable, Place } from "./place.js";
import { Places } from "./places.js";
import { Printing } from "./printing.js";
import { describe } from "./reader.js";
import { Steps } from "./steps.js";
import { Told } from "./told.js";
import { Voice } from "./voice.js";

const FORM = "application/vnd.course.form+json";
const LAST = ["figure", "exhibit"]; // they have something to draw; what can be written in goes first
const AGAIN = 3000; // milliseconds until kept words are brought once more
const BEFORE = 250; // milliseconds in which a warm kernel is reached and asked for the first form
const nothing = () => {}; // whoever waits for it hears of it

class Page {
  views = new Map();
  me = newName();

  constructor({ body }) {
    this.main = body.querySelector("main");
    this.banner = body.querySelector(".course-banner");
    this.saved = body.querySelector(".saved");
    this.words = body.dataset;
    this.name = body.dataset.page;
    this.steps = new Steps(this.main, body.querySelector(".steps"), body.querySelector(".way > i"), this.name);
    this.voice = new Voice(body.querySelector(".voice"), this.main);
    this.place = new Place(this.main);
    new Told(this.main);
    keepWhole(this.main);
    this.kept = new Kept(this.main, this.name, async (...what) => (await this.manager).ask(...what));
    this.kernel = new ServerKernel(body.dataset.kernel)
      .on("open", (fresh) => (fresh ? this.begin() : this.resume()))
      .on("lost", (what) => this.hold(what === "kernel" ? "waiting" : "stopped"))
      .on("refused", () => this.hold("notKnown"))
      .on("opened", (message) => this.tell((manager) => manager.opened(message)))
      .on("said", (message) => this.tell((manager) => manager.said(message)))
      .on("display", (key, data) => this.display(key, data[FORM]));
    // What draws the forms is large: it is read while the kernel makes the first of them.
    const asked = new Promise((done) => this.kernel.on("open", done));
    const late = new Promise((done) => setTimeout(done, BEFORE));
    this.forms = Promise.race([asked, late]).then(() => import(new URL(this.words.forms, location.href)));
    this.tend();
    window.addEventListener("pagehide", () => this.call("leave", { page: this.name, visit: this.me }));
    window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
    this.kernel.open();
  }

  call(what, given, key) {
    const words = JSON.stringify(JSON.stringify(given));
    const done = this.kernel.run(`from course import kernel; kernel.${what}(${words})`, key);
    done.catch(nothing);
    return done;
  }

  // In the order in which it was heard, also what came before there was anybody to tell.
  tell(what) {
    this.manager?.then(what).catch(console.error);
  }

  // What the reader sees first comes first.
  get sections() {
    const all = [...this.main.querySelectorAll("[data-call]")];
    const late = (one) => LAST.some((name) => one.dataset.call.startsWith(`show.${name}(`));
    const turn = (one) => 2 * late(one) + !this.steps.here.contains(one);
    return all.sort((one, other) => turn(one) - turn(other));
  }

  // A kernel that knows nothing of this page. It makes a form while the one before is drawn here.
  async begin() {
    const manager = (this.manager = this.forms.then(({ Manager }) => new Manager(this.kernel)));
    this.shown = [];
    this.voice.hush();
    let before = null;
    for (const { dataset } of this.sections) {
      const { speaks } = this.words; // nothing where the page has one language to offer
      const given = { page: this.name, visit: this.me, speaks, call: dataset.call };
      const next = { key: dataset.key, done: this.call("show", given, dataset.key) };
      if (before && !(await this.came(before, manager))) return;
      before = next;
    }
    if (before && !(await this.came(before, manager))) return;
    await Promise.all(this.shown);
    this.kept.recall();
    await this.giveBack();
  }

  // False where the next run begins anew.
  async came({ key, done }, manager) {
    try {
      await done;
    } catch (problem) {
      if (!this.kernel.live || manager !== this.manager) return false;
      this.excuse(key, problem);
    }
    return true;
  }

  // The line is back, and the kernel was there all the time.
  async resume() {
    this.kernel.release();
    await this.giveBack();
  }

  async giveBack() {
    while (this.kept.entries && !(await this.kept.giveBack())) {
      await new Promise((done) => setTimeout(done, AGAIN));
      if (!this.kernel.live) return; // whoever opens it again comes here
    }
    if (this.kernel.live) this.say("");
  }

  hold(entry) {
    this.kept.begin();
    this.say(entry);
  }

  say(entry) {
    const words = entry ? this.words[entry] : "";
    if (this.banner.textContent && !words) this.voice.say(this.words.back);
    if (this.banner.textContent !== words) this.banner.textContent = words;
    document.body.classList.toggle("course-held", Boolean(entry));
    describe(this.main, Boolean(entry));
    if (entry) this.saved.textContent = this.words.offline;
    else this.tellSaved();
    document.body.classList.toggle("course-started", !entry);
  }

  display(key, parcel) {
    this.shown.push(this.put(key, parcel).catch((problem) => this.excuse(key, problem)));
  }

  // The form cannot be shown: said where it would stand.
  excuse(key, problem) {
    console.error(problem);
    const place = this.section(key).querySelector(":scope > .coming");
    if (place) place.textContent = this.words.trouble;
  }

  section(key) {
    return this.main.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  // The form that stands there stays, and can be typed in, until the new one is whole.
  async put(key, { form, parts }) {
    const manager = await this.manager;
    const view = await manager.show(form, parts);
    const section = this.section(key);
    const host = document.createElement("div");
    host.hidden = true;
    section.append(host);
    manager.attach(view, host);
    await whole(view);
    const old = this.views.get(key);
    this.views.set(key, { view, host });
    if (old) this.replace(old, host);
    section.querySelector(":scope > .coming")?.remove();
    host.hidden = false;
    section.removeAttribute("aria-busy");
  }

  replace(old, host) {
    this.kept.hand(old.host, host);
    const typing = document.activeElement;
    const place = old.host.contains(typing) ? focusable(old.host).indexOf(typing) : -1;
    const { selectionStart, selectionEnd } = typing;
    host.hidden = false;
    const next = place >= 0 ? focusable(host)[place] : null;
    next?.focus({ preventScroll: true });
    if (selectionStart !== undefined && next?.setSelectionRange)
      next.setSelectionRange(selectionStart, selectionEnd);
    old.view.remove();
    old.host.remove();
  }

  get held() {
    return document.body.classList.contains("course-held");
  }

  // What the forms' own marks ask of the page that shows them.
  tend() {
    const look = () => {
      for (const link of this.main.querySelectorAll("a[data-course-download]")) {
        link.removeAttribute("data-course-download");
        link.click(); // a document made on request is handed over at once
      }
      describe(this.main, this.held);
      this.place.keep();
      if (!this.held) this.tellSaved();
    };
    let due = false;
    const soon = () => {
      if (!due) requestAnimationFrame(() => ((due = false), look()));
      due = true;
    };
    const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["class", "style"] };
    new MutationObserver(soon).observe(this.main, watched);
    this.main.addEventListener("click", (event) => this.refuse(event), true);
  }

  // A button pressed while nothing hears it would only seem to do its work.
  refuse(event) {
    if (!this.held || !event.target.closest(".jupyter-button")) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    this.voice.say(this.banner.textContent);
  }

  tellSaved() {
    const times = [...this.main.querySelectorAll("[data-saved]")].map((one) => one.dataset.saved);
    const last = times.sort().at(-1);
    const unhanded = this.main.querySelector("[data-unhanded]") ? ` · ${this.words.unhanded}` : "";
    const words = last ? this.words.savedAt.replace("{time}", last) + unhanded : this.words.saves;
    if (this.saved.textContent !== words) this.saved.textContent = words;
  }
}

// A form's parts are drawn one after the other.
async function whole(view) {
  const views = await Promise.all(view.children_views?.views ?? []);
  await Promise.all(views.map(whole));
}

const { steps } = new Page(document);
const places = new Places(document.body, steps);
new Finder(document.body, places);
new Printing(document.body, places);
