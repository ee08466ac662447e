// A name nobody else has; crypto.randomUUID is for pages behind https alone.
export const newName = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
