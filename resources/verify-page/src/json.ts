// JSON as it may come from anybody: read strictly, because `JSON.parse` keeps the last of two equal names and so may
// show something other than what was signed.
// Lives here: the parser and small typed readers. Does not live here: what the values mean.

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

const MAX_DEPTH = 64;
const MAX_CHARACTERS = 10_000_000;

export class JsonError extends Error {}

/** Parses one JSON value; refuses repeated names, lone surrogates, nesting beyond 64 and anything after the value. */
export function parseJson(text: string): Json {
  if (text.length > MAX_CHARACTERS) throw new JsonError("size");
  requireOneOfEachName(text);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new JsonError("syntax");
  }
  return value;
}

/** Walks the text once, keeping the names of every open object. */
function requireOneOfEachName(text: string): void {
  const open: (Set<string> | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const letter = text[at];
    if (letter === '"') {
      const end = endOfString(text, at);
      const names = open[open.length - 1];
      if (names && isName(text, end)) {
        const name = stringValue(text.slice(at, end));
        if (names.has(name)) throw new JsonError("repeated name");
        names.add(name);
      } else {
        stringValue(text.slice(at, end));
      }
      at = end;
      continue;
    }
    if (letter === "{") open.push(new Set());
    else if (letter === "[") open.push(null);
    else if (letter === "}" || letter === "]") open.pop();
    if (open.length > MAX_DEPTH) throw new JsonError("depth");
    at += 1;
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  if (at >= text.length) throw new JsonError("syntax");
  return at + 1;
}

function isName(text: string, at: number): boolean {
  while (at < text.length && " \t\r\n".includes(text[at] as string)) at += 1;
  return text[at] === ":";
}

function stringValue(quoted: string): string {
  let value: string;
  try {
    value = JSON.parse(quoted) as string;
  } catch {
    throw new JsonError("syntax");
  }
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)) {
    throw new JsonError("half a character");
  }
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a list: nothing, one thing, or many are all written in JSON-LD. */
export function list(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The `id` of something that is written as an address or as an object with one. */
export function idOf(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  return isObject(value) ? text(value["id"]) : undefined;
}

export function hasType(value: Json | undefined, name: string): boolean {
  return isObject(value) && list(value["type"] ?? value["@type"]).includes(name);
}
