// Whether the issuer cancelled it: status lists that were sent along or fetched after a click.
// Source: Bitstring Status List 1.0, section 3.2 (validate); Status List 2021; Open Badges 3.0, 1EdTechRevocationList.

import { Gunzip } from "fflate";
import { concat, fromBase64url } from "./bytes";
import { moment, verifyProofs } from "./data_integrity";
import { checkCredential } from "./data_model";
import type { Documents } from "./documents";
import { type Json, type JsonObject, hasType, idOf, isObject, list, text } from "./json";
import { type Check, Refusal, Undecided } from "./report";
import { credentialOf, verifyToken } from "./tokens";

const MAX_LIST_BYTES = 16 * 1024 * 1024;
const MAX_ENTRIES = 32;
const LIST_KINDS = [
  ["BitstringStatusListEntry", "BitstringStatusListCredential", "BitstringStatusList", "u"],
  ["StatusList2021Entry", "StatusList2021Credential", "StatusList2021", ""],
] as const;
const PIECE_BYTES = 1024;

/** One check over every entry; the worst entry decides. */
export async function checkStatus(credential: JsonObject, documents: Documents, now: Date): Promise<Check> {
  const entries = list(credential["credentialStatus"]);
  if (entries.length > MAX_ENTRIES) return { name: "status", outcome: "unknown", reason: "status_unusable" };
  if (entries.length === 0) return { name: "status", outcome: "not_applicable" };
  let asOf: string | undefined;
  let undecided: Undecided | undefined;
  for (const entry of entries) {
    try {
      const at = await checkEntry(entry, credential, documents, now);
      if (at !== undefined && (asOf === undefined || at < asOf)) asOf = at;
    } catch (error) {
      if (error instanceof Undecided) undecided ??= error;
      else if (error instanceof Refusal) return { name: "status", outcome: "failed", reason: error.reason };
      else throw error;
    }
  }
  if (undecided) {
    return { name: "status", outcome: "unknown", reason: undecided.reason, detail: undecided.detail };
  }
  return { name: "status", outcome: "passed", ...(asOf === undefined ? {} : { detail: asOf }) };
}

async function checkEntry(
  entry: Json,
  credential: JsonObject,
  documents: Documents,
  now: Date,
): Promise<string | undefined> {
  if (!isObject(entry)) throw new Undecided("status_unusable");
  if (hasType(entry, "1EdTechRevocationList")) return checkRevocationList(entry, credential, documents);
  const kind = LIST_KINDS.find(([name]) => hasType(entry, name));
  if (!kind) throw new Undecided("unsupported_suite");
  const purpose = text(entry["statusPurpose"]) ?? "";
  if (purpose === "message" || purpose === "refresh") return undefined; // says nothing about validity
  if (purpose !== "revocation" && purpose !== "suspension") throw new Undecided("unsupported_suite", "statusPurpose");
  const url = text(entry["statusListCredential"]) ?? "";
  const evidence = documents.get(url);
  if (!evidence) throw new Undecided("needs_network", url);
  const issued = await usableList(evidence.body, credential, documents, now);
  const subject = issued["credentialSubject"];
  const [, listType, subjectType, prefix] = kind;
  const packed = isObject(subject) ? text(subject["encodedList"]) : undefined;
  if (!isObject(subject) || !packed?.startsWith(prefix) || !list(subject["statusPurpose"]).includes(purpose)) {
    throw new Undecided("status_unusable");
  }
  if (!hasType(issued, listType) || !hasType(subject, subjectType)) throw new Undecided("status_unusable");
  const written = entry["statusListIndex"];
  const index = typeof written === "number" ? written : Number(text(written) ?? "no");
  if (!/^\d{1,12}$/.test(String(written)) || !Number.isInteger(index) || (entry["statusSize"] ?? 1) !== 1) {
    throw new Undecided("status_unusable");
  }
  const bits = unpack(packed.slice(prefix.length).replace(/=+$/, ""));
  if (index >= bits.length * 8) throw new Undecided("status_unusable");
  // Index 0 is the highest bit of the first byte.
  if (((bits[Math.floor(index / 8)] as number) >> (7 - (index % 8))) & 1) {
    throw new Refusal(purpose === "revocation" ? "revoked" : "suspended");
  }
  // Nobody but the sender says when a sent list was had; it cannot be fresher than its signature, though.
  return evidence.from === "sent" ? earliest([evidence.at, ...signedOn(issued)]) : evidence.at;
}

function signedOn(issued: JsonObject): string[] {
  const created = list(issued["proof"])
    .filter(isObject)
    .map((proof) => text(proof["created"]));
  const dates = created.length > 0 ? created : [text(issued["validFrom"] ?? issued["issuanceDate"])];
  return dates.filter((date) => date !== undefined);
}

function earliest(dates: (string | undefined)[]): string | undefined {
  const moments = dates.flatMap((date) => moment(date) ?? []);
  if (moments.length === 0) return undefined;
  return new Date(Math.min(...moments.map((one) => one.getTime()))).toISOString().replace(".000Z", "Z");
}

/** A list that is broken says nothing, neither good nor bad, about the credential. */
async function usableList(body: Json, credential: JsonObject, documents: Documents, now: Date): Promise<JsonObject> {
  try {
    return await verifiedList(body, credential, documents, now);
  } catch (error) {
    if (error instanceof Undecided) throw error;
    throw new Undecided("status_unusable");
  }
}

/** The list is a credential of its own: signed, in date, and by the issuer of what it speaks about. */
async function verifiedList(body: Json, credential: JsonObject, documents: Documents, now: Date): Promise<JsonObject> {
  let issued: JsonObject;
  let controllers: string[];
  if (typeof body === "string") {
    const result = await verifyToken(body, documents, now);
    issued = credentialOf(result.payload, result.header);
    controllers = result.method && !result.method.isFromLearner ? [result.method.controller] : [];
  } else {
    if (!isObject(body)) throw new Undecided("status_unusable");
    issued = body;
    const verified = await verifyProofs(body, "assertionMethod", documents, now);
    controllers = verified.methods.filter((method) => !method.isFromLearner).map((method) => method.controller);
  }
  checkCredential(issued);
  const issuer = idOf(issued["issuer"]);
  const ends = moment(issued["validUntil"] ?? issued["expirationDate"]);
  const begins = moment(issued["validFrom"] ?? issued["issuanceDate"]);
  if (issuer === undefined || !controllers.includes(issuer) || issuer !== idOf(credential["issuer"])) {
    throw new Undecided("status_unusable");
  }
  if ((ends && ends <= now) || (begins && begins > now)) throw new Undecided("status_unusable");
  return issued;
}

function checkRevocationList(entry: JsonObject, credential: JsonObject, documents: Documents): string | undefined {
  const url = text(entry["id"]) ?? "";
  const evidence = documents.get(url);
  // The list is not signed, so one that the learner sent says nothing.
  if (!evidence || evidence.from === "sent") throw new Undecided("needs_network", url);
  if (!isObject(evidence.body)) throw new Undecided("status_unusable");
  const id = text(credential["id"]);
  if (id === undefined) throw new Undecided("status_unusable");
  const rows = evidence.body["revokedCredential"];
  if (!Array.isArray(rows)) throw new Undecided("status_unusable");
  for (const row of rows) {
    // a bare id is not what the schema says, but its meaning is plain
    const item = typeof row === "string" ? { id: row } : row;
    if (!isObject(item) || typeof item["id"] !== "string") throw new Undecided("status_unusable");
    if (item["id"] === id && item["revoked"] !== false) throw new Refusal("revoked");
  }
  return evidence.at;
}

/** Whether what was unpacked is what the last eight bytes of a gzip file say: a cut list would end in good bits. */
function endsWith(packed: Uint8Array, unpacked: Uint8Array): boolean {
  if (packed.length < 18) return false;
  const trailer = new DataView(packed.buffer, packed.byteOffset + packed.length - 8);
  return trailer.getUint32(4, true) === unpacked.length && trailer.getUint32(0, true) === crc32(unpacked);
}

/** Source: RFC 1952, section 8. */
function crc32(bytes: Uint8Array): number {
  const table = new Uint32Array(256).map((_, start) => {
    let value = start;
    for (let n = 0; n < 8; n += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function unpack(packed: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Gunzip((part) => {
    parts.push(part);
    size += part.length;
  });
  let isWhole = false;
  try {
    const bytes = fromBase64url(packed);
    for (let at = 0; at < bytes.length && size <= MAX_LIST_BYTES; at += PIECE_BYTES) {
      stream.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
    }
    isWhole = size <= MAX_LIST_BYTES && endsWith(bytes, concat(...parts));
  } catch {
    throw new Undecided("status_unusable");
  }
  if (size === 0 || size > MAX_LIST_BYTES || !isWhole) throw new Undecided("status_unusable");
  return concat(...parts);
}
