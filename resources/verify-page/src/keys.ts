// Whose key signed: from the name of a verification method to the key, and to the document of whoever controls it.
// Source: Controlled Identifiers 1.0, sections 2.2 and 3.3; did:key, did:jwk and did:web method specifications.

import { ed25519 } from "@noble/curves/ed25519";
import { type Bytes, concat, fromBase58, fromBase64url, fromUtf8, toBase58 } from "./bytes";
import { readMoment } from "./data_model";
import type { Documents } from "./documents";
import { type Json, type JsonObject, hasType, idOf, isObject, list, parseJson, text } from "./json";
import { Refusal, Undecided } from "./report";

export type Curve = "Ed25519" | "P-256" | "P-384" | "BLS12-381" | "RSA";

export interface Method {
  id: string;
  controller: string;
  curve: Curve;
  /** Multikey form; undefined for RSA, which has none. */
  multibase?: string;
  jwk?: JsonWebKey;
  /** The purposes under which the controller lists this method. */
  purposes: string[];
  /** From when the controller's document is, where it was not the identifier itself. */
  asOf?: string;
  /** A document the learner sent along: good enough to read, not to confirm whose key it is. */
  isFromLearner: boolean;
}

const PREFIXES: [Curve, number, number, number][] = [
  ["Ed25519", 0xed, 0x01, 32],
  ["P-256", 0x80, 0x24, 33],
  ["P-384", 0x81, 0x24, 49],
  ["BLS12-381", 0xeb, 0x01, 96],
];
const PURPOSES = ["assertionMethod", "authentication"];

/** Finds the method of this name. */
export function resolveMethod(name: string, documents: Documents, now: Date): Method {
  const [controller = "", fragment] = name.split("#");
  if (controller.startsWith("did:key:")) return fromDidKey(controller, fragment);
  if (controller.startsWith("did:jwk:")) return fromDidJwk(controller, fragment);
  const url = documentUrl(controller);
  const evidence = documents.get(url) ?? documents.get(controller);
  if (!evidence) throw new Undecided("needs_network", url);
  if (!isObject(evidence.body)) throw new Undecided("key_not_confirmed", url);
  const found = {
    ...methodIn(evidence.body, controller, name, now),
    isFromLearner: evidence.from === "sent",
    ...(evidence.at === undefined ? {} : { asOf: evidence.at }),
  };
  return found.controller === controller ? found : listedByOwner(found, documents);
}

/** A key published on its own names an owner; only the owner's own document can say that this is so. */
function listedByOwner(found: Method, documents: Documents): Method {
  const owner = found.controller;
  // such an identifier is a key, and its holder cannot list another one
  if (/^did:(?:key|jwk):/.test(owner)) return { ...found, purposes: [] };
  const url = documentUrl(owner);
  const evidence = documents.get(url) ?? documents.get(owner);
  if (!evidence) throw new Undecided("needs_network", url);
  const document = evidence.body;
  if (!isObject(document) || idOf(document["id"]) !== owner) throw new Refusal("key_not_found");
  const purposes = PURPOSES.filter((purpose) => list(document[purpose]).some((entry) => idOf(entry) === found.id));
  const described = ["verificationMethod", ...PURPOSES]
    .flatMap((member) => list(document[member]))
    .filter(isObject)
    .filter((entry) => text(entry["id"]) === found.id);
  const isAnother = described.some((entry) => keyOf(entry)?.multibase !== found.multibase);
  if (isAnother) throw new Refusal("vm_not_issuer");
  return { ...found, purposes, isFromLearner: found.isFromLearner || evidence.from === "sent" };
}

/** The https address at which the document of a controller is published. */
export function documentUrl(controller: string): string {
  if (controller.startsWith("https://")) return controller;
  const parts = /^did:web:([A-Za-z0-9.-]+)(%3A[0-9]{1,5})?((?::[A-Za-z0-9._~-]+)*)$/i.exec(controller);
  if (!parts) throw new Undecided("unsupported_suite", controller.split(":").slice(0, 2).join(":"));
  const [, host = "", port = "", path = ""] = parts;
  const folder = path === "" ? "/.well-known" : path.replaceAll(":", "/");
  return `https://${host}${port.replace(/%3A/i, ":")}${folder}/did.json`;
}

function fromDidKey(did: string, fragment: string | undefined): Method {
  const multibase = did.slice("did:key:".length);
  if (fragment !== undefined && fragment !== multibase) throw new Refusal("key_not_found");
  return {
    id: `${did}#${multibase}`,
    controller: did,
    purposes: PURPOSES,
    isFromLearner: false,
    ...fromMultibase(multibase),
  };
}

function fromDidJwk(did: string, fragment: string | undefined): Method {
  if (fragment !== undefined && fragment !== "0") throw new Refusal("key_not_found");
  let jwk: Json;
  try {
    jwk = parseJson(fromUtf8(fromBase64url(did.slice("did:jwk:".length))));
  } catch {
    throw new Refusal("proof_malformed", "did:jwk");
  }
  return { id: `${did}#0`, controller: did, purposes: PURPOSES, isFromLearner: false, ...fromJwk(jwk) };
}

/** Whether the owner's own document, had from the owner, lists a key of somebody else for a purpose. */
export function isListedBy(owner: string, method: Method, purpose: string, documents: Documents): boolean {
  if (!/^(?:did:web:|https:)/.test(owner)) return false;
  const evidence = documents.get(documentUrl(owner)) ?? documents.get(owner);
  if (!evidence || evidence.from === "sent" || !isObject(evidence.body) || idOf(evidence.body["id"]) !== owner) return false;
  const listed = listedByOwner({ ...method, controller: owner }, documents);
  return listed.purposes.includes(purpose);
}

function methodIn(document: JsonObject, controller: string, name: string, now: Date): Method {
  const base = idOf(document["id"]);
  const absolute = (id: string | undefined): string | undefined => (id?.startsWith("#") ? `${controller}${id}` : id);
  // The address may be that of one key on its own.
  const isKey = document["publicKeyMultibase"] !== undefined || document["publicKeyJwk"] !== undefined;
  if (base !== controller && !(isKey && base === name)) throw new Refusal("key_not_found");
  const purposes = PURPOSES.filter((purpose) =>
    list(document[purpose]).some((entry) => absolute(idOf(entry)) === name),
  );
  const entries = [
    ...(isKey ? [document] : []),
    ...["verificationMethod", "publicKey", ...PURPOSES].flatMap((member) => list(document[member])),
  ];
  const entry = entries.filter(isObject).find((one) => absolute(text(one["id"])) === name && keyOf(one) !== undefined);
  if (!entry) throw new Refusal("key_not_found");
  for (const member of ["revoked", "expires"]) {
    const ended = readMoment(text(entry[member]) ?? "");
    if (entry[member] !== undefined && (ended === undefined || ended <= now)) throw new Refusal("key_not_found", member);
  }
  const owner = text(entry["controller"]) ?? (entry === document ? undefined : controller);
  if (owner === undefined) throw new Refusal("key_not_found", "verification method without controller");
  if (!isKey && owner !== controller) throw new Refusal("vm_not_issuer");
  return { id: name, controller: owner, purposes, isFromLearner: false, ...keyOf(entry)! };
}

type KeyPart = Pick<Method, "curve" | "multibase" | "jwk">;

function keyOf(entry: JsonObject): KeyPart | undefined {
  const multibase = text(entry["publicKeyMultibase"]);
  if (multibase !== undefined) {
    const bare = hasType(entry, "Ed25519VerificationKey2020") || hasType(entry, "Multikey");
    return bare ? fromMultibase(multibase) : undefined;
  }
  return entry["publicKeyJwk"] === undefined ? undefined : fromJwk(entry["publicKeyJwk"]);
}

function fromMultibase(multibase: string): KeyPart {
  let bytes: Bytes;
  try {
    if (!multibase.startsWith("z")) throw new Error("base");
    bytes = fromBase58(multibase.slice(1));
  } catch {
    throw new Refusal("proof_malformed", "key");
  }
  const prefix = PREFIXES.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  if (!prefix) throw new Undecided("unsupported_suite", "key type");
  const [curve, , , size] = prefix;
  if (bytes.length !== size + 2) throw new Refusal("proof_malformed", "key length");
  if (curve === "Ed25519") requireStrong(bytes.slice(2));
  return { curve, multibase };
}

/** A JWK as a Multikey, so that one set of rules serves both. */
export function fromJwk(value: Json): KeyPart {
  if (!isObject(value) || value["d"] !== undefined) throw new Refusal("proof_malformed", "JWK");
  const jwk = value as JsonWebKey;
  if (jwk.kty === "RSA") {
    if (fromBase64url(jwk.n ?? "").length < 256) throw new Refusal("key_weak");
    return { curve: "RSA", jwk };
  }
  const row = PREFIXES.find(([curve]) => curve === jwk.crv);
  if (!row || row[0] === "BLS12-381") throw new Undecided("unsupported_suite", "key type");
  const x = fromBase64url(jwk.x ?? "");
  const size = row[0] === "P-384" ? 48 : 32;
  if (x.length !== size) throw new Refusal("proof_malformed", "JWK");
  if (row[0] === "Ed25519") requireStrong(x);
  const y = row[0] === "Ed25519" ? undefined : fromBase64url(jwk.y ?? "");
  const point = y ? concat(new Uint8Array([2 + ((y[y.length - 1] ?? 0) & 1)]), x) : x;
  return { curve: row[0], multibase: "z" + toBase58(concat(new Uint8Array([row[1], row[2]]), point)), jwk };
}

/** Keys of small order verify signatures over any text; other spellings of a point are refused with them. */
function requireStrong(raw: Bytes): void {
  try {
    const point = ed25519.ExtendedPoint.fromHex(raw, false);
    if (!point.isSmallOrder()) return;
  } catch {
    // falls through: no point at all
  }
  throw new Refusal("key_weak");
}
