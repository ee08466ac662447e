// A first look around the start page. It lies beside what it speaks of and holds nobody up: the
// page can be used meanwhile, and whoever went through it or skipped it is not asked again.
const PLACE = "course-toured";
const ASKED = "#tour";
const SHOWN = "course-shown";

export class Tour {
  at = 0;

  constructor(dialog) {
    this.dialog = dialog;
    this.stops = [...dialog.querySelectorAll(".stop")];
    const part = (name) => dialog.querySelector(`[data-turn=${name}]`);
    Object.assign(this, { back: part("back"), next: part("next"), skip: part("skip") });
    this.back.addEventListener("click", () => this.show(this.at - 1));
    this.next.addEventListener("click", () => (this.last ? this.end() : this.show(this.at + 1)));
    this.skip.addEventListener("click", () => this.end());
    dialog.addEventListener("keydown", ({ key }) => key === "Escape" && this.end());
    window.addEventListener("hashchange", () => this.asked && this.start());
  }

  get asked() {
    return location.hash === ASKED;
  }

  get last() {
    return this.at === this.stops.length - 1;
  }

  begin() {
    if (this.asked || this.fresh) this.start();
  }

  // A browser that keeps nothing would be shown around at each visit.
  get fresh() {
    try {
      return !localStorage.getItem(PLACE);
    } catch {
      return false;
    }
  }

  start() {
    if (this.asked) history.replaceState(null, "", location.pathname + location.search);
    this.before = document.activeElement;
    this.dialog.show();
    this.show(0);
  }

  show(at) {
    this.at = at;
    this.point();
    this.stops.forEach((stop, place) => (stop.hidden = place !== at));
    this.back.hidden = at === 0;
    this.skip.hidden = this.last;
    this.next.textContent = this.last ? this.next.dataset.end : this.next.dataset.on;
    const head = this.stops[at].querySelector("h2");
    this.dialog.setAttribute("aria-labelledby", head.id);
    head.focus({ preventScroll: true });
  }

  point() {
    document.querySelector(`.${SHOWN}`)?.classList.remove(SHOWN);
    if (!this.dialog.open) return;
    const shown = document.querySelector(this.stops[this.at].dataset.at);
    shown?.classList.add(SHOWN);
    shown?.scrollIntoView({ block: "nearest" });
  }

  end() {
    this.dialog.close();
    this.point();
    try {
      localStorage.setItem(PLACE, "1");
    } catch {}
    const head = document.querySelector("main h1");
    head.tabIndex = -1;
    const back = this.before?.isConnected && this.before !== document.body ? this.before : head;
    back.focus({ preventScroll: true });
  }
}
