// What must not be broken over a line: a clause with its editions, and the standard's name. In
// Arabic the number comes first in reading, and its years follow it, be there one or two.
const CITE = /(\d+(?:\.\d+)+(?: [a-z](?![a-z]))?)( \((?:2015|2026)(?:[,،] (?:2015|2026))*\))|ISO 9001(?::20\d\d)?/g;
const LEFT = ".cite, textarea, select, svg, script";

export function keepWhole(main) {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const one of addedNodes) cites(one);
  }).observe(main, { childList: true, subtree: true });
  cites(main);
}

function cites(root) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = root.nodeType === Node.TEXT_NODE ? root : walk.nextNode(); text; text = walk.nextNode())
    if (text.data.search(CITE) >= 0 && !text.parentElement?.closest(LEFT)) found.push(text);
  for (const text of found) wrap(text);
}

function wrap(text) {
  const near = text.parentElement?.closest("[lang], .course"); // a form has no language of its own yet
  const isArabic = near && (near.lang ? near.lang === "ar" : near.classList.contains("course-rtl"));
  const pieces = [];
  let at = 0;
  for (const { 0: whole, 1: number, 2: years, index } of text.data.matchAll(CITE)) {
    const cite = document.createElement("span");
    cite.className = "cite";
    cite.dir = number && isArabic ? "rtl" : "ltr";
    if (number) {
      const first = document.createElement("bdi");
      first.dir = "ltr";
      first.append(number);
      cite.append(first, years);
    } else cite.append(whole);
    pieces.push(text.data.slice(at, index), cite);
    at = index + whole.length;
  }
  text.replaceWith(...pieces, text.data.slice(at));
}
