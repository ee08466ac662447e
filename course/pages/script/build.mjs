// Makes page.js and widgets.css in the folder it is given. `make script` runs it, in a place of its
// own: the packages it needs are not left where the course is handed out from.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

await build({
  absWorkingDir: here("."),
  entryPoints: { page: "page.js", widgets: "widgets.css" },
  outdir: process.argv[2],
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome111", "firefox113", "safari16.4"],
  charset: "utf8",
  legalComments: "linked",
  // The widgets know one way of letting HTML through; here there is none.
  alias: { "sanitize-html": here("escaped.js") },
  loader: { ".png": "dataurl", ".svg": "dataurl", ".woff2": "empty", ".woff": "empty", ".ttf": "empty", ".eot": "empty" },
  define: { "process.env.NODE_ENV": '"production"' },
});
