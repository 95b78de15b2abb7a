// Builds the page into one HTML file: node build.mjs OUT.html PARTS.json
// PARTS.json holds what the wallet's own resources contribute (contexts, dictionary, icons); packaging/ writes it.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";

const [, , out, partsPath] = process.argv;
// A folder may have spaces and accents in its name, which an address would have in another spelling.
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const parts = JSON.parse(readFileSync(partsPath, "utf8"));
// A hundred kilobytes of text that repeats itself: packed, so that the page stays small on a disk too.
parts.contexts = deflateRawSync(JSON.stringify(parts.contexts), { level: 9 }).toString("base64url");

// The points that stand for the first statements of a bbs-2023 proof: always the same, and slow to make on a phone.
const bbsFolder = resolve("node_modules/@digitalbazaar/bbs-signatures/lib/bbs");
const library = (name) => import(pathToFileURL(join(bbsFolder, `${name}.js`)));
const [{ create_generators, createApiId }, { getCiphersuite }, { CORE_API_ID }] = await Promise.all(
  ["util", "ciphersuites", "constants"].map(library),
);
const ciphersuite = getCiphersuite("BLS12-381-SHA-256");
const api_id = createApiId(ciphersuite.ciphersuite_id, CORE_API_ID);
const points = create_generators({ count: 40, api_id, ciphersuite }).map((point) => point.toRawBytes(false));
parts.generators = { api: new TextDecoder().decode(api_id), points: Buffer.concat(points).toString("base64url") };

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
const alias = {
  "base64url-universal": resolve("node_modules/base64url-universal/lib/browser.js"),
  "@noble/ed25519": here("src/instead_ed25519.ts"),
  "@digitalbazaar/security-context": here("src/instead_contexts.ts"),
  "ed25519-signature-2020-context": here("src/instead_contexts.ts"),
};

// Two modules of the BBS library are taken through ours, which keep all of them but one function each.
const instead = { "core.js ./proof.js": "proof", "interface.js ./util.js": "util" };
const used = new Set();
const bbs = {
  name: "bbs",
  setup(builder) {
    builder.onResolve({ filter: /^bbs:/ }, ({ path }) => ({ path: join(bbsFolder, `${path.slice(4)}.js`) }));
    builder.onResolve({ filter: /^\.\/(proof|util)\.js$/ }, ({ path, importer }) => {
      const key = `${basename(importer)} ${path}`;
      if (dirname(importer) !== bbsFolder || !(key in instead)) return undefined;
      used.add(key);
      return { path: here(`src/instead_bbs_${instead[key]}.ts`) };
    });
  },
};

const script = await build({
  entryPoints: [here("src/main.ts")],
  bundle: true, minify: true, write: false, format: "iife", platform: "browser", target: ["es2022"],
  charset: "ascii", legalComments: "none", plugins: [virtual, bbs], alias,
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
});
if (used.size !== Object.keys(instead).length) throw new Error("the BBS library has other modules now");
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
