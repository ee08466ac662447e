// Asks the server the page came from. A hub takes a script's question for the learner's own only
// with the word that the server put into a cookie which no other site can read.
const word = () => decodeURIComponent(/(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1] ?? "");

export function ask(address, given = {}) {
  const headers = { ...given.headers, "X-XSRFToken": word() };
  return fetch(address, { redirect: "error", cache: "no-store", ...given, headers });
}

// A WebSocket's question has no headers.
export function line(address, base) {
  const found = new URL(address, base);
  found.protocol = found.protocol.replace("http", "ws");
  found.searchParams.set("_xsrf", word());
  return found;
}
