// Something that happens, and who wants to hear of it.
export class Events {
  #hearers = new Map();

  on(name, hear) {
    this.#hearers.set(name, [...(this.#hearers.get(name) ?? []), hear]);
    return this;
  }

  tell(name, ...what) {
    for (const hear of this.#hearers.get(name) ?? []) hear(...what);
  }
}
