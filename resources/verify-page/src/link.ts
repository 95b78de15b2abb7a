// Links that carry a bundle behind their `#`. The three forms are described in wallet/sharing/README.md.

import { Inflate } from "fflate";
import dictionaryText from "virtual:dictionary";
import { type Bytes, EncodingError, concat, fromBase64url } from "./bytes";

const MAX_INFLATED_BYTES = 1_000_000;
const MAX_CHARACTERS = 4_000_000;
// A piece this small cannot unpack to more than about a megabyte, so a bomb is stopped before it fills the memory.
const PIECE_BYTES = 1024;
const DIGITS_BY_BYTES = [0, 3, 5, 8, 10, 13, 15, 17];
const BLOCK_BYTES = 7;

export type LinkFault = "link_malformed" | "link_newer" | "too_large";

export class LinkError extends Error {
  constructor(readonly fault: LinkFault) {
    super(fault);
  }
}

/** Whether a text means to be such a link or fragment; http only for a page in the same room, by its number. */
export function isLink(text: string): boolean {
  return /^(?:ler-wallet:|https:\/\/[^\s#]+|http:\/\/\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}\/)?#[A-Za-z0-9]{1,8}\./i.test(text.trim());
}

/** The bundle's bytes. */
export function decodeLink(text: string): Bytes {
  const fragment = text.trim().slice(text.trim().indexOf("#") + 1);
  const parts = /^([A-Za-z0-9]{1,8})\.([\s\S]*)$/.exec(fragment);
  if (!parts || text.length > MAX_CHARACTERS) throw new LinkError("link_malformed");
  const [, form = "", payload = ""] = parts;
  if (!["1", "2", "3"].includes(form)) throw new LinkError("link_newer");
  let packed: Bytes;
  try {
    packed = form === "1" ? fromDigits(payload) : fromBase64url(payload);
  } catch {
    throw new LinkError("link_malformed");
  }
  return inflate(packed, form === "3" ? undefined : fromBase64url(dictionaryText));
}

/** Blocks of 7 bytes as 17 digits; the last block may be shorter. */
export function fromDigits(text: string): Bytes {
  if (!/^[0-9]*$/.test(text)) throw new EncodingError("digits");
  const parts: Bytes[] = [];
  const whole = DIGITS_BY_BYTES[BLOCK_BYTES] as number;
  for (let at = 0; at < text.length; at += whole) {
    const digits = text.slice(at, at + whole);
    const size = DIGITS_BY_BYTES.indexOf(digits.length);
    let number = BigInt(digits);
    if (size < 1 || number >> BigInt(8 * size) > 0n) throw new EncodingError("digits");
    const block = new Uint8Array(size);
    for (let n = size - 1; n >= 0; n -= 1) {
      block[n] = Number(number & 0xffn);
      number >>= 8n;
    }
    parts.push(block);
  }
  return concat(...parts);
}

function inflate(packed: Bytes, dictionary: Bytes | undefined): Bytes {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const stream = new Inflate(dictionary ? { dictionary } : {}, (part, last) => {
    parts.push(part);
    size += part.length;
    isWhole = isWhole || last;
  });
  try {
    for (let at = 0; at < packed.length && size <= MAX_INFLATED_BYTES; at += PIECE_BYTES) {
      stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
  } catch {
    throw new LinkError("link_malformed");
  }
  if (size > MAX_INFLATED_BYTES) throw new LinkError("too_large");
  if (!isWhole || size === 0) throw new LinkError("link_malformed");
  return concat(...parts);
}
