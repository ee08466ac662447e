// What a reader chose of colours and letters, told to the style sheet before anything is painted;
// where nothing is chosen, the sheet follows the system by itself. Loaded at the head of a page,
// before the script that brings its forms.
import { Tour } from "./tour.js";

const PLACE = "course-display";
const FIRST = { colours: "system", size: "normal" };
const { dataset } = document.documentElement;

function remembered() {
  try {
    return { ...FIRST, ...JSON.parse(localStorage.getItem(PLACE)) };
  } catch {
    return FIRST; // somebody else's, or a browser that keeps nothing
  }
}

function show(chosen) {
  for (const [name, first] of Object.entries(FIRST)) {
    if (chosen[name] === first) delete dataset[name];
    else dataset[name] = chosen[name];
  }
}

function choose(name, value) {
  const chosen = { ...remembered(), [name]: value };
  show(chosen);
  try {
    localStorage.setItem(PLACE, JSON.stringify(chosen));
  } catch {} // it holds for this page
}

function tick(menu, chosen) {
  for (const choice of menu.querySelectorAll("input")) choice.checked = chosen[choice.name] === choice.value;
}

// A menu that is open lies over the page: it goes when the reader turns to something else.
function tend(menu) {
  menu.addEventListener("change", ({ target }) => choose(target.name, target.value));
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  for (const turned of ["pointerdown", "focusin"])
    document.addEventListener(turned, ({ target }) => menu.contains(target) || (menu.open = false));
}

show(remembered());

document.addEventListener("DOMContentLoaded", () => {
  const menu = document.querySelector(".display");
  tick(menu, remembered());
  tend(menu);
  window.addEventListener("storage", ({ key }) => {
    if (key !== PLACE) return; // chosen in another tab
    show(remembered());
    tick(menu, remembered());
  });
  const tour = document.querySelector(".tour");
  if (tour) new Tour(tour).begin();
});
