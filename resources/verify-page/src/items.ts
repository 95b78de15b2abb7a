// What lies beside a presentation because it cannot be in it: Open Badges 1 and 2, byte for byte, under the holder's
// signature through their digests (wallet/sharing/README.md). Lives here: reading and comparing them, and the badge inside
// a picture. Does not live here: whether such a badge is true, which this page cannot tell.

import { type Bytes, fromBase64url, fromUtf8, sha256, toBase64url, utf8 } from "./bytes";
import { type JsonObject, isObject, list, parseJson, text } from "./json";
import { type Original, Undecided } from "./report";
import { readToken } from "./tokens";

/** The bytes of each entry. Throws for what this page does not know. */
export function readItems(bundle: JsonObject): Bytes[] {
  return list(bundle["items"]).map((item) => {
    const [raw, packed] = isObject(item) && item["fmt"] === "ob2" ? [text(item["raw"]), text(item["b64"])] : [];
    if ((raw === undefined) === (packed === undefined)) throw new Undecided("unsupported_suite", "bundle");
    return raw === undefined ? fromBase64url(packed as string) : utf8(raw);
  });
}

/** Whether these are what the holder signed for: nothing added, changed, or taken out. */
export async function areSigned(items: Bytes[], presentation: JsonObject): Promise<boolean> {
  const start = `${String(presentation["id"])}#item-`;
  const signed = list(presentation["relatedResource"])
    .filter(isObject)
    .filter((one) => text(one["id"])?.startsWith(start))
    .map((one) => String(one["digestSRI"]).replaceAll("+", "-").replaceAll("/", "_"));
  const found = await Promise.all(items.map(async (one) => `sha256-${toBase64url(await sha256(one))}=`));
  return signed.join() === found.join();
}

/** What such a badge says, and the file to save. */
export function openItem(bytes: Bytes): { document: JsonObject | null; original: Original } {
  const isPng = bytes[0] === 0x89;
  const inside = isPng ? bakedText(bytes) : fromUtf8(bytes);
  const original = (kind: Original["kind"]): Original => ({ text: inside, kind, bytes });
  const svg = /^\s*</.test(inside) ? new DOMParser().parseFromString(inside, "image/svg+xml") : undefined;
  const baked = svg?.getElementsByTagNameNS("*", "assertion")[0];
  const said = (svg ? (baked?.getAttribute("verify") ?? baked?.textContent ?? "") : inside).trim();
  let document: JsonObject | null = null;
  try {
    const value = said.startsWith("{") ? parseJson(said) : readToken(said).payload;
    document = isObject(value) ? value : null;
  } catch {
    document = /^https?:/.test(said) ? { id: said } : null;
  }
  return { document, original: original(isPng ? "png" : svg ? "svg" : said.startsWith("{") ? "json" : "jwt") };
}

/** Open Badges baking: an iTXt chunk (not packed) or, of old, a tEXt chunk with this keyword. */
function bakedText(png: Bytes): string {
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at + 12 <= png.length; ) {
    const size = view.getUint32(at);
    const body = String.fromCharCode(...png.subarray(at + 4, at + 20));
    const start = /^(?:iTXt|tEXt)openbadges\0/.test(body) ? at + 8 + 11 : 0;
    if (start > 0) {
      let from = start;
      // iTXt: two bytes about packing, then a language and a translated keyword, each up to a zero
      if (body.startsWith("i")) from = png.indexOf(0, png.indexOf(0, start + 2) + 1) + 1;
      try {
        return fromUtf8(png.subarray(from, at + 8 + size));
      } catch {
        return "";
      }
    }
    at += size + 12;
  }
  return "";
}
