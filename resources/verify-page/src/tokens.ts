// Signed tokens: VC-JWT (VCDM 1.1), vc+jwt (VC-JOSE-COSE) and SD-JWT, with the signature checked by `jose`.
// Lives here: which key a token names, its header rules, and the equalities between claims and credential.
// Source: VC Data Model 1.1, section 6.3.1; VC-JOSE-COSE; RFC 9901 (SD-JWT).

import { p256, p384 } from "@noble/curves/nist";
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { fromBase58, fromBase64url, fromUtf8, hex, sha256, toBase64url, utf8 } from "./bytes";
import type { Documents } from "./documents";
import { type Json, type JsonObject, idOf, isObject, list, parseJson, text } from "./json";
import { type Method, fromJwk, resolveMethod } from "./keys";
import { moment } from "./data_integrity";
import { Refusal, Undecided } from "./report";

const ALGORITHMS: Record<string, string[]> = {
  Ed25519: ["EdDSA", "Ed25519"],
  "P-256": ["ES256"],
  "P-384": ["ES384"],
  RSA: ["RS256", "RS384", "RS512", "PS256"],
};
const HEADER_MEMBERS = new Set(["alg", "kid", "typ", "cty", "jwk", "iss", "x5t", "x5t#S256"]);

export interface TokenResult {
  payload: JsonObject;
  header: JsonObject;
  /** Undefined when the key stood in the token itself: that proves nothing about who it belongs to. */
  method: Method | undefined;
}

/** Verifies the signature of a compact JWS by an issuer. */
export async function verifyToken(token: string, documents: Documents): Promise<TokenResult> {
  const { header, payload } = readToken(token);
  const unknown = Object.keys(header).find((name) => !HEADER_MEMBERS.has(name));
  if (unknown !== undefined) throw new Refusal("alg_not_allowed", "header");
  const { jwk, curve, method } = keyOf(header, payload, documents);
  const allowed = ALGORITHMS[curve];
  const algorithm = text(header["alg"]) ?? "";
  if (!allowed?.includes(algorithm)) throw new Refusal("alg_not_allowed", algorithm.slice(0, 20));
  await requireSignature(token, jwk, algorithm);
  return { header, payload, method };
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
  const method = resolveMethod(isName ? kid : issuer, documents);
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
  const isSecondModel = header["typ"] === "vc+jwt" || payload["vc"] === undefined;
  if (!isSecondModel && !isObject(payload["vc"])) throw new Refusal("proof_malformed", "vc");
  const credential = isSecondModel ? payload : { ...(payload["vc"] as JsonObject) };
  requireEqual("iss", payload["iss"], idOf(credential["issuer"]));
  requireEqual("jti", payload["jti"], text(credential["id"]));
  const subjects = list(credential["credentialSubject"]);
  if (subjects.length === 1) requireEqual("sub", payload["sub"], idOf(subjects[0]));
  requireSameMoment("nbf", payload["nbf"], credential["validFrom"] ?? credential["issuanceDate"]);
  requireSameMoment("exp", payload["exp"], credential["validUntil"] ?? credential["expirationDate"]);
  if (isSecondModel) return credential;
  const filled: JsonObject = { ...credential };
  if (filled["issuer"] === undefined && payload["iss"] !== undefined) filled["issuer"] = payload["iss"];
  if (filled["expirationDate"] === undefined && typeof payload["exp"] === "number") {
    filled["expirationDate"] = new Date(payload["exp"] * 1000).toISOString();
  }
  if (filled["issuanceDate"] === undefined && typeof payload["nbf"] === "number") {
    filled["issuanceDate"] = new Date(payload["nbf"] * 1000).toISOString();
  }
  return filled;
}

function requireEqual(name: string, claim: Json | undefined, field: string | undefined): void {
  if (claim !== undefined && field !== undefined && claim !== field) throw new Refusal("claim_mismatch", name);
}

function requireSameMoment(name: string, claim: Json | undefined, field: Json | undefined): void {
  if (claim === undefined) return;
  if (typeof claim !== "number" || !Number.isFinite(claim)) throw new Refusal("claim_mismatch", name);
  const time = moment(field);
  if (time !== undefined && Math.floor(time.getTime() / 1000) !== Math.floor(claim)) {
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
export async function disclosedClaims(payload: JsonObject, disclosures: string[]): Promise<JsonObject> {
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
  return rebuilt;
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
    if (["iss", "exp", "nbf", "cnf", "vct", "status"].includes(name) && depth === 0) {
      throw new Refusal("proof_malformed", "hidden claim");
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
export async function verifyKeyBinding(shown: SdJwt, claims: JsonObject): Promise<JsonObject> {
  const { header, payload } = readToken(shown.keyBinding ?? "");
  const confirmation = claims["cnf"];
  const jwk = isObject(confirmation) ? confirmation["jwk"] : undefined;
  if (header["typ"] !== "kb+jwt" || jwk === undefined) throw new Refusal("proof_malformed", "key binding");
  const key = fromJwk(jwk);
  const algorithm = text(header["alg"]) ?? "";
  if (!ALGORITHMS[key.curve]?.includes(algorithm)) throw new Refusal("alg_not_allowed", algorithm.slice(0, 20));
  await requireSignature(shown.keyBinding as string, key.jwk as JsonWebKey, algorithm);
  const before = [shown.token, ...shown.disclosures, ""].join("~");
  if (payload["sd_hash"] !== toBase64url(await sha256(utf8(before)))) throw new Refusal("signature_invalid", "sd_hash");
  return payload;
}

export async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await sha256(bytes));
}
