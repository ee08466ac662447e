// Makes ../static/page.js and ../static/widgets.css: `npm ci && npm run build`; or `node build.mjs FOLDER`.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

await build({
  absWorkingDir: here("."),
  entryPoints: { page: "page.js", widgets: "widgets.css" },
  outdir: process.argv[2] ?? here("../static"),
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
