// Documents of others: contexts that came with the page, and what was sent along or fetched after a click.
// Nothing here opens a connection but `fetchMissing`, which runs only when the reader presses the button.

import { inflateSync } from "fflate";
import packedContexts from "virtual:contexts";
import { fromBase64url, fromUtf8 } from "./bytes";
import { type Json, type JsonObject, isObject, list, parseJson } from "./json";
import { Undecided } from "./report";

const contextTable: { texts: object[]; urls: Record<string, number[]> } = JSON.parse(
  fromUtf8(inflateSync(fromBase64url(packedContexts))),
);
const CONTEXTS = new Map(
  Object.entries(contextTable.urls).map(([url, numbers]) => [url, numbers.map((number) => contextTable.texts[number])]),
);
const MAX_FETCHED_CHARACTERS = 5_000_000;
const FETCH_MILLISECONDS = 10_000;

export interface Evidence {
  body: Json;
  /** When it was retrieved, RFC 3339; undefined when nobody said. */
  at?: string;
  /** "sent" came with the share, from the learner; "fetched" came from the address itself, just now. */
  from: "sent" | "fetched";
}

export class Documents {
  private readonly known = new Map<string, Evidence>();

  add(url: string, evidence: Evidence): void {
    this.known.set(url, evidence);
  }

  get(url: string): Evidence | undefined {
    return this.known.get(url);
  }
}

/** A JSON-LD loader that knows the published contexts and nothing else. `variant` picks among texts of one address. */
export function contextLoader(variant: number): (url: string) => Promise<object> {
  return async (url) => {
    const variants = CONTEXTS.get(url);
    if (!variants) throw new Undecided("unknown_context", url);
    const document = variants[Math.min(variant, variants.length - 1)];
    return { contextUrl: null, documentUrl: url, document, tag: "static" };
  };
}

/** How many texts have to be tried because an address was published with more than one. */
export function variantsOf(document: JsonObject): number {
  return Math.max(1, ...contextsOf(document).map((url) => CONTEXTS.get(url)?.length ?? 1));
}

/** Nothing is known of words whose meaning comes from a context this page does not carry, or from the document itself. */
export function requireKnownContexts(value: Json): void {
  if (Array.isArray(value)) {
    value.forEach(requireKnownContexts);
  } else if (isObject(value)) {
    if ("@context" in value) {
      if (value["@context"] === null) throw new Undecided("unknown_context", "@context");
      for (const context of list(value["@context"])) {
        if (typeof context !== "string") throw new Undecided("unknown_context", "@context");
        if (!CONTEXTS.has(context)) throw new Undecided("unknown_context", context);
      }
    }
    Object.values(value).forEach(requireKnownContexts);
  }
}

function contextsOf(document: JsonObject): string[] {
  return list(document["@context"]).filter((context) => typeof context === "string");
}

/** Asks the addresses themselves, without cookies or a referrer. Returns those that did not answer usefully. */
export async function fetchMissing(documents: Documents, urls: string[], now: Date): Promise<string[]> {
  const failed: string[] = [];
  for (const url of urls) {
    try {
      if (!url.startsWith("https://")) throw new Error("scheme");
      const answer = await fetch(url, {
        credentials: "omit",
        referrerPolicy: "no-referrer",
        redirect: "error",
        signal: AbortSignal.timeout(FETCH_MILLISECONDS),
      });
      const text = await answer.text();
      if (!answer.ok || text.length > MAX_FETCHED_CHARACTERS) throw new Error("answer");
      const trimmed = text.trim();
      const body: Json = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed) ? trimmed : parseJson(trimmed);
      documents.add(url, { body, at: now.toISOString(), from: "fetched" });
    } catch {
      failed.push(url);
    }
  }
  return failed;
}
