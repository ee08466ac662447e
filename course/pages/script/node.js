// A piece of the page made of words: what stands in them is shown and never meant as HTML.
export function node(name, given = {}, ...inside) {
  const { className = "", on = {}, ...attributes } = given;
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value);
  for (const [event, hear] of Object.entries(on)) made.addEventListener(event, hear);
  made.append(...inside.flat(Infinity).filter((one) => one !== null && one !== ""));
  return made;
}

// Words in another language than the page's say so, and run their own way.
export const spoken = (language) =>
  language === document.documentElement.lang ? {} : { lang: language, dir: language === "ar" ? "rtl" : "ltr" };
