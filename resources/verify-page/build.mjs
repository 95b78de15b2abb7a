// Builds the page into one HTML file: node build.mjs OUT.html PARTS.json
// PARTS.json holds what the wallet's own resources contribute (contexts, dictionary, icons); packaging/ writes it.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";

const [, , out, partsPath] = process.argv;
// A folder may have spaces and accents in its name, which an address would have in another spelling.
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const parts = JSON.parse(readFileSync(partsPath, "utf8"));
// A hundred kilobytes of text that repeats itself: packed, so that the page stays small on a disk too.
parts.contexts = deflateRawSync(JSON.stringify(parts.contexts), { level: 9 }).toString("base64url");

const virtual = {
  name: "virtual",
  setup(builder) {
    builder.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path: path.slice(8), namespace: "virtual" }));
    builder.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => {
      if (!(path in parts)) throw new Error(`no part ${path}`);
      return { contents: JSON.stringify(parts[path]), loader: "json" };
    });
  },
};

// Their Node file is chosen otherwise, and the signatures of selective disclosure then fail with a misleading error.
const alias = { "base64url-universal": resolve("node_modules/base64url-universal/lib/browser.js") };

const script = await build({
  entryPoints: [here("src/main.ts")],
  bundle: true, minify: true, write: false, format: "iife", platform: "browser", target: ["es2022"],
  charset: "ascii", legalComments: "none", plugins: [virtual], alias,
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
});
const style = await build({
  entryPoints: [here("src/style.css")],
  minify: true, write: false, loader: { ".css": "css" },
});

// A closing tag inside a string would end the script element.
const code = script.outputFiles[0].text.trim().replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
const css = style.outputFiles[0].text.trim();
const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
const csp = [
  "default-src 'none'",
  `script-src ${hash(code)}`,
  `style-src ${hash(css)}`,
  "img-src data: blob:",
  "media-src blob:",
  "connect-src https:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const template = readFileSync(here("src/page.html"), "utf8");
const page = template
  .replace("@CSP@", () => csp)
  .replace("@STYLE@", () => css)
  .replace("@SCRIPT@", () => code);
writeFileSync(out, page);
