// Makes page.js, display.js, forms.js and widgets.css in the folder it is given, and beside them the licences of what
// they hold. `make script` runs it, in a place of its own: the packages it needs are not left
// where the course is handed out from.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const [, , folder] = process.argv;

const common = {
  absWorkingDir: here("."),
  outdir: folder,
  bundle: true,
  minify: true,
  metafile: true,
  target: ["chrome111", "firefox113", "safari16.4"],
  charset: "utf8",
  legalComments: "none",
  // The widgets know one way of letting HTML through; here there is none.
  alias: { "sanitize-html": here("escaped.js") },
  loader: { ".png": "dataurl", ".svg": "dataurl" },
  define: { "process.env.NODE_ENV": '"production"' },
};
const scripts = { page: "page.js", display: "display.js", widgets: "widgets.css" };
const made = [
  await build({ ...common, format: "iife", entryPoints: scripts }),
  // What draws the forms; a page asks for it by itself.
  await build({ ...common, format: "esm", entryPoints: { forms: "manager.js" } }),
];

const packageOf = (path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];
const inside = made.flatMap(({ metafile }) => Object.keys(metafile.inputs)).map(packageOf);
const licences = [...new Set(inside.filter(Boolean))].sort().map((name) => {
  const home = here(`node_modules/${name}`);
  const { version, license } = JSON.parse(readFileSync(`${home}/package.json`, "utf8"));
  const file = readdirSync(home).find((one) => /^licen[cs]e/i.test(one));
  // Jupyter's own bring none, and share one.
  if (!file && license !== "BSD-3-Clause") throw new Error(`${name} brings no licence`);
  const text = readFileSync(file ? `${home}/${file}` : here("bsd-3-clause.txt"), "utf8");
  return `${name} ${version} (${license})\n\n${text.replaceAll("\r\n", "\n").trim()}`;
});
writeFileSync(`${folder}/LICENCES.txt`, `${licences.join("\n\n---\n\n")}\n`);
