// Signed tokens: VC-JWT (VCDM 1.1), vc+jwt (VC-JOSE-COSE) and SD-JWT, with the signature checked by `jose`.
// Lives here: which key a token names, its header rules, and the equalities between claims and credential.
// Source: VC Data Model 1.1, section 6.3.1; VC-JOSE-COSE; RFC 9901 (SD-JWT).

import { p256, p384 } from "@noble/curves/nist";
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { fromBase58, fromBase64url, fromUtf8, hex, sha256, toBase64url, utf8 } from "./bytes";
import type { Documents } from "./documents";
import { type Json, type JsonObject, hasType, idOf, isObject, list, parseJson, text } from "./json";
import { type Method, fromJwk, resolveMethod } from "./keys";
import { moment } from "./data_integrity";
import { Refusal, Undecided } from "./report";

const ALGORITHMS: Record<string, string[]> = {
  Ed25519: ["EdDSA", "Ed25519"],
  "P-256": ["ES256"],
  "P-384": ["ES384"],
  RSA: ["RS256", "RS384", "RS512", "PS256"],
};
const TYPES = ["jwt", "vc+jwt", "vc+ld+jwt", ""];
const DISCLOSING_TYPES = ["dc+sd-jwt", "vc+sd-jwt"];
const CONTENT_TYPES: Json[] = ["vc", "application/vc", "vc+ld+json", "application/vc+ld+json"];
// Real signature algorithms that this page does not know; "none" and the HMAC family are never signatures.
const OTHER_ALGORITHMS = ["ES512", "ES256K", "PS384", "PS512", "Ed448", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87"];
// What decides on validity is never taken from a disclosure (RFC 9901, section 9.7; SD-JWT VC, section 3.2.2.2).
const NEVER_DISCLOSED = ["iss", "aud", "exp", "nbf", "cnf", "vct", "vct#integrity", "status", "vc", "vp", "@context"];
// The same for the names of the W3C data model; to an SD-JWT VC these are content.
const NEVER_DISCLOSED_OF_DOCUMENT = [
  "issuer", "credentialStatus", "validFrom", "validUntil", "issuanceDate", "expirationDate",
];
const WHOLLY_OPEN = ["cnf", "status", "@context", "credentialStatus"];
// Header members that change what is signed or where keys come from; any other is left alone (RFC 7515, section 4).
const REFUSED_MEMBERS = ["crit", "b64", "zip", "jku", "x5u"];
const MAX_KID_CHARACTERS = 4096;
// Claims about the token; in version 2.0 they stand beside the credential's own members.
const TOKEN_CLAIMS = new Set(["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce"]);

export interface TokenResult {
  payload: JsonObject;
  header: JsonObject;
  /** Undefined when the key stood in the token itself: that proves nothing about who it belongs to. */
  method: Method | undefined;
}

/** Verifies the signature of a compact JWS by an issuer. */
export async function verifyToken(
  token: string,
  documents: Documents,
  now: Date,
  isDisclosing = false,
): Promise<TokenResult> {
  const { header, payload } = readToken(token);
  if (REFUSED_MEMBERS.some((name) => name in header)) throw new Refusal("alg_not_allowed", "header");
  const kid = header["kid"] ?? "";
  if (typeof kid !== "string" || kid.length > MAX_KID_CHARACTERS) throw new Refusal("alg_not_allowed", "kid");
  requireKind(header, isDisclosing);
  const algorithm = text(header["alg"]) ?? "";
  if (OTHER_ALGORITHMS.includes(algorithm)) throw new Undecided("unsupported_suite", algorithm);
  if (!Object.values(ALGORITHMS).flat().includes(algorithm)) throw new Refusal("alg_not_allowed", algorithm.slice(0, 20));
  const { jwk, curve, method } = keyOf(header, payload, documents, now);
  const allowed = ALGORITHMS[curve];
  if (jwk.alg !== undefined && jwk.alg !== algorithm) throw new Refusal("alg_not_allowed", "key");
  if (!allowed?.includes(algorithm)) throw new Refusal("alg_not_allowed", algorithm.slice(0, 20));
  await requireSignature(token, jwk, algorithm);
  return { header, payload, method };
}

/** What a token says it is: one made for another use is no credential. Source: RFC 8725, section 3.11. */
function requireKind(header: JsonObject, isDisclosing: boolean): void {
  const typ = header["typ"] ?? "";
  const name = text(typ)?.toLowerCase().replace(/^application\//, "") ?? "?";
  if (name.startsWith("vp+")) throw new Undecided("unsupported_suite", "presentation in a token");
  if (!(isDisclosing ? DISCLOSING_TYPES : TYPES).includes(name)) throw new Refusal("alg_not_allowed", "typ");
  if (name.startsWith("vc+") && "cty" in header && !CONTENT_TYPES.includes(header["cty"] ?? null)) {
    throw new Refusal("claim_mismatch", "cty");
  }
}

export function readToken(token: string): { header: JsonObject; payload: JsonObject } {
  const parts = token.split(".");
  if (parts.length !== 3) throw new Refusal("proof_malformed", "token");
  try {
    decodeProtectedHeader(token);
    const header = parseJson(fromUtf8(fromBase64url(parts[0] as string)));
    const payload = parseJson(fromUtf8(fromBase64url(parts[1] as string)));
    fromBase64url(parts[2] as string);
    if (isObject(header) && isObject(payload)) return { header, payload };
  } catch {
    // falls through: one refusal for every way of being broken
  }
  throw new Refusal("proof_malformed", "token");
}

function keyOf(
  header: JsonObject,
  payload: JsonObject,
  documents: Documents,
  now: Date,
): { jwk: JsonWebKey; curve: string; method: Method | undefined } {
  const kid = text(header["kid"]);
  const issuer = text(payload["iss"]) ?? idOf(payload["issuer"]) ?? "";
  if (kid === undefined && header["jwk"] !== undefined) {
    const key = fromJwk(header["jwk"]);
    return { jwk: key.jwk as JsonWebKey, curve: key.curve, method: undefined };
  }
  const isName = kid !== undefined && /^(did:|https:)/.test(kid);
  const isLoneKey = /^did:(key|jwk):[^#]+$/.test(issuer);
  if (!isName && !isLoneKey) throw new Undecided("key_not_confirmed", "kid");
  const method = resolveMethod(isName ? kid : issuer, documents, now);
  return { jwk: method.jwk ?? jwkOf(method), curve: method.curve, method };
}

/** A Multikey as the JWK that `jose` takes. */
function jwkOf(method: Method): JsonWebKey {
  const raw = (method.multibase ?? "").slice(1);
  return multikeyToJwk(raw, method.curve);
}

function multikeyToJwk(base58: string, curve: string): JsonWebKey {
  const point = fromBase58(base58).slice(2);
  if (curve === "Ed25519") return { kty: "OKP", crv: "Ed25519", x: toBase64url(point) };
  const group = curve === "P-256" ? p256 : p384;
  const full = group.ProjectivePoint.fromHex(point).toRawBytes(false);
  const half = (full.length - 1) / 2;
  return { kty: "EC", crv: curve, x: toBase64url(full.subarray(1, 1 + half)), y: toBase64url(full.subarray(1 + half)) };
}

async function requireSignature(token: string, jwk: JsonWebKey, algorithm: string): Promise<void> {
  try {
    const { kty, crv, x, y, n, e } = jwk;
    const bare = Object.fromEntries(Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined));
    const key = await importJWK(bare as never, algorithm);
    await compactVerify(token, key, { algorithms: [algorithm] });
  } catch {
    throw new Refusal("signature_invalid");
  }
}

/** The credential a token carries, with the claims of the token held against its fields. */
export function credentialOf(payload: JsonObject, header: JsonObject): JsonObject {
  if (payload["vp"] !== undefined || hasType(payload, "VerifiablePresentation")) {
    throw new Undecided("unsupported_suite", "presentation in a token");
  }
  if ((text(header["typ"]) ?? "").startsWith("vc+") && "vc" in payload) throw new Refusal("claim_mismatch", "vc");
  const isSecondModel = payload["vc"] === undefined;
  if (!isSecondModel && !isObject(payload["vc"])) throw new Refusal("proof_malformed", "vc");
  const credential = isSecondModel ? payload : { ...(payload["vc"] as JsonObject) };
  for (const name of ["iss", "jti", "sub"]) {
    if (name in payload && typeof payload[name] !== "string") throw new Refusal("claim_mismatch", name);
  }
  requireEqual("iss", payload["iss"], idOf(credential["issuer"]));
  requireEqual("jti", payload["jti"], text(credential["id"]));
  const subjects = list(credential["credentialSubject"]);
  if (subjects.length === 1) requireEqual("sub", payload["sub"], idOf(subjects[0]));
  requireSameMoment("nbf", payload["nbf"], credential["validFrom"] ?? credential["issuanceDate"]);
  requireSameMoment("exp", payload["exp"], credential["validUntil"] ?? credential["expirationDate"]);
  return filled(credential, payload, isSecondModel);
}

/** A property that is missing is filled from the claim that stands for it; one that is there is never touched. */
function filled(credential: JsonObject, claims: JsonObject, isSecondModel: boolean): JsonObject {
  const members = Object.entries(credential).filter(([name]) => !isSecondModel || !TOKEN_CLAIMS.has(name));
  const made: JsonObject = Object.fromEntries(members);
  const fill = (name: string, value: Json | undefined): void => {
    if (!(name in made) && typeof value === "string") made[name] = value;
  };
  const withId = (owner: JsonObject, value: Json | undefined): JsonObject =>
    "id" in owner || typeof value !== "string" ? owner : { id: value, ...owner };
  fill("id", claims["jti"]);
  if (!("credentialSubject" in made) && !("issuer" in made)) return made;
  if (isObject(made["issuer"])) made["issuer"] = withId(made["issuer"], claims["iss"]);
  else fill("issuer", claims["iss"]);
  const subject = made["credentialSubject"];
  if (isObject(subject)) made["credentialSubject"] = withId(subject, claims["sub"]);
  const isV2 = list(made["@context"]).includes("https://www.w3.org/ns/credentials/v2");
  fill(isV2 ? "validFrom" : "issuanceDate", dateOf(claims["nbf"]));
  fill(isV2 ? "validUntil" : "expirationDate", dateOf(claims["exp"]));
  return made;
}

export function dateOf(seconds: Json | undefined): string | undefined {
  if (typeof seconds !== "number") return undefined;
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

function requireEqual(name: string, claim: Json | undefined, field: string | undefined): void {
  if (claim !== undefined && field !== undefined && claim !== field) throw new Refusal("claim_mismatch", name);
}

function requireSameMoment(name: string, claim: Json | undefined, field: Json | undefined): void {
  if (claim === undefined) return;
  if (typeof claim !== "number" || !Number.isFinite(claim)) throw new Refusal("claim_mismatch", name);
  const time = moment(field);
  if (time !== undefined && Math.abs(time.getTime() / 1000 - claim) >= 1) {
    throw new Refusal("claim_mismatch", name);
  }
}

// -- SD-JWT

export interface SdJwt {
  token: string;
  disclosures: string[];
  keyBinding: string | undefined;
}

export function splitSdJwt(value: string): SdJwt {
  const parts = value.split("~");
  if (parts.length < 2) throw new Refusal("proof_malformed", "SD-JWT");
  const [token = "", ...rest] = parts;
  const last = rest.pop() ?? "";
  return { token, disclosures: rest, keyBinding: last === "" ? undefined : last };
}

/** Puts the shown claims back in place. Source: RFC 9901, section 7.1, steps 3 and 4. */
export async function disclosedClaims(
  payload: JsonObject,
  disclosures: string[],
): Promise<{ claims: JsonObject; hidden: number }> {
  const algorithm = payload["_sd_alg"] ?? "sha-256";
  if (algorithm !== "sha-256") throw new Undecided("unsupported_suite", "_sd_alg");
  const waiting = new Map<string, Json[]>();
  for (const disclosure of disclosures) {
    let parsed: Json;
    try {
      parsed = parseJson(fromUtf8(fromBase64url(disclosure)));
    } catch {
      throw new Refusal("proof_malformed", "disclosure");
    }
    const digest = toBase64url(await sha256(utf8(disclosure)));
    if (!Array.isArray(parsed) || typeof parsed[0] !== "string" || waiting.has(digest)) {
      throw new Refusal("proof_malformed", "disclosure");
    }
    waiting.set(digest, parsed);
  }
  const seen = new Set<string>();
  const rebuilt = rebuild(payload, waiting, seen, 0) as JsonObject;
  if (waiting.size > 0) throw new Refusal("proof_malformed", "disclosure without a place");
  delete rebuilt["_sd_alg"];
  requireOpenClaims(payload, rebuilt);
  // every disclosure had its place; the digests that are left have none
  return { claims: rebuilt, hidden: seen.size - disclosures.length };
}

/** Nothing that decides on validity came from a disclosure, or could be kept back inside an open claim. */
function requireOpenClaims(payload: JsonObject, claims: JsonObject): void {
  const isDocument = !("vct" in payload) || "@context" in payload;
  const names = isDocument ? [...NEVER_DISCLOSED, ...NEVER_DISCLOSED_OF_DOCUMENT] : NEVER_DISCLOSED;
  if (names.some((name) => name in claims && !(name in payload)) || WHOLLY_OPEN.some((name) => hides(payload[name]))) {
    throw new Refusal("proof_malformed", "hidden claim");
  }
}

function hides(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(hides);
  return isObject(value) && ("_sd" in value || "..." in value || Object.values(value).some(hides));
}

function rebuild(value: Json, waiting: Map<string, Json[]>, seen: Set<string>, depth: number): Json {
  if (depth > 64) throw new Refusal("proof_malformed", "depth");
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (!isObject(item) || !("..." in item)) return [rebuild(item, waiting, seen, depth + 1)];
      if (Object.keys(item).length !== 1) throw new Refusal("proof_malformed", "array digest");
      const parts = take(item["..."], waiting, seen);
      if (!parts) return [];
      if (parts.length !== 2) throw new Refusal("proof_malformed", "disclosure length");
      return [rebuild(parts[1] as Json, waiting, seen, depth + 1)];
    });
  }
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    if (name === "...") throw new Refusal("proof_malformed", "reserved name");
    if (name !== "_sd") result[name] = rebuild(member, waiting, seen, depth + 1);
  }
  const digests = value["_sd"] ?? [];
  if (!Array.isArray(digests)) throw new Refusal("proof_malformed", "_sd");
  for (const digest of digests) {
    const parts = take(digest, waiting, seen);
    if (!parts) continue;
    const [, name, member] = parts;
    if (parts.length !== 3 || typeof name !== "string" || ["_sd", "..."].includes(name) || name in value) {
      throw new Refusal("proof_malformed", "disclosure name");
    }
    if (name in result) throw new Refusal("proof_malformed", "disclosure name");
    result[name] = rebuild(member as Json, waiting, seen, depth + 1);
  }
  return result;
}

function take(digest: Json | undefined, waiting: Map<string, Json[]>, seen: Set<string>): Json[] | undefined {
  if (typeof digest !== "string" || seen.has(digest)) throw new Refusal("proof_malformed", "digest");
  seen.add(digest);
  const found = waiting.get(digest);
  waiting.delete(digest);
  return found;
}

/** The holder's own signature over what was shown. Source: RFC 9901, section 7.3. */
export async function verifyKeyBinding(shown: SdJwt, claims: JsonObject, audience: string | undefined): Promise<void> {
  const { header, payload } = readToken(shown.keyBinding ?? "");
  const confirmation = claims["cnf"];
  const jwk = isObject(confirmation) ? confirmation["jwk"] : undefined;
  const isComplete = ["aud", "nonce", "sd_hash"].every((name) => text(payload[name]));
  if (header["typ"] !== "kb+jwt" || !isComplete || REFUSED_MEMBERS.some((name) => name in header)) {
    throw new Refusal("proof_malformed", "key binding");
  }
  if (jwk === undefined) throw new Undecided("unsupported_suite", "cnf");
  const key = fromJwk(jwk);
  const algorithm = text(header["alg"]) ?? "";
  if (!ALGORITHMS[key.curve]?.includes(algorithm)) throw new Refusal("alg_not_allowed", algorithm.slice(0, 20));
  await requireSignature(shown.keyBinding as string, key.jwk as JsonWebKey, algorithm);
  const before = [shown.token, ...shown.disclosures, ""].join("~");
  if (payload["sd_hash"] !== toBase64url(await sha256(utf8(before)))) throw new Refusal("signature_invalid", "sd_hash");
  // what was shown to one receiver is not for another, whoever puts a presentation around it
  if (audience !== undefined && payload["aud"] !== audience) throw new Refusal("audience_other");
}

export async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await sha256(bytes));
}
