// A case's story and exhibits: whether they go on below; and, where they have no room beside the
// questions, how they are laid over the question that is being answered, and taken away again.
const NEAR = 24; // pixels from their end at which they go on no longer
const PART = 0.8; // of what is seen of them, that a press goes on
const EDGE = 12; // pixels that stay free above and below them

export class Told {
  constructor(main) {
    this.told = main.querySelector(".told");
    if (!this.told) return;
    this.over = main.querySelector(".over");
    this.stand = document.createElement("div"); // keeps their place meanwhile
    this.told.addEventListener("scroll", () => this.look(), { passive: true });
    const grown = new ResizeObserver(() => this.look());
    for (const one of [document.body, ...this.told.children]) grown.observe(one);
    window.addEventListener("scroll", () => this.look(), { passive: true });
    window.addEventListener("resize", () => this.look());
    this.told.querySelector(".below").addEventListener("click", () =>
      this.told.scrollBy({ top: this.told.clientHeight * PART, behavior: "smooth" }));
    main.querySelector(".show-told").addEventListener("click", () => this.open());
    this.over.querySelector(".shut").addEventListener("click", () => this.over.close());
    this.over.addEventListener("scroll", () => this.over.open && (this.read = this.over.scrollTop), { passive: true });
    this.over.addEventListener("close", () => this.back());
  }

  // Beside the questions they end where the window does: else what says that they go on is below it.
  look() {
    const beside = getComputedStyle(this.told).overflowY === "auto";
    const room = window.innerHeight - Math.max(EDGE, this.told.getBoundingClientRect().top) - EDGE;
    this.told.style.maxBlockSize = beside ? `${room}px` : "";
    const { scrollTop, scrollHeight, clientHeight } = this.told;
    this.told.classList.toggle("goes-on", scrollHeight - scrollTop - clientHeight > NEAR);
  }

  open() {
    this.at = window.scrollY;
    this.stand.style.blockSize = `${this.told.offsetHeight}px`;
    this.told.replaceWith(this.stand);
    this.over.append(this.told);
    this.over.showModal();
    if (this.read === undefined) this.told.querySelector('[data-call^="show.exhibit("]')?.scrollIntoView();
    else this.over.scrollTop = this.read; // where the reader left off
  }

  back() {
    this.stand.replaceWith(this.told);
    window.scrollTo(0, this.at);
  }
}
