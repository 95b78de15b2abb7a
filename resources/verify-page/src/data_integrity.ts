// Embedded proofs: Data Integrity suites and Ed25519Signature2020, through the libraries of Digital Bazaar.
// Lives here: which suite a proof names, and the rules around the signature (purpose, dates, whose key).
// Source: VC Data Integrity 1.0, section 4 (verify proof).

import { createVerifyCryptosuite as bbs2023 } from "@digitalbazaar/bbs-2023-cryptosuite";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { createVerifyCryptosuite as ecdsaJcs } from "@digitalbazaar/ecdsa-jcs-2019-cryptosuite";
import { cryptosuite as ecdsaRdfc } from "@digitalbazaar/ecdsa-rdfc-2019-cryptosuite";
import { createVerifyCryptosuite as ecdsaSd } from "@digitalbazaar/ecdsa-sd-2023-cryptosuite";
import { Ed25519Signature2020 } from "@digitalbazaar/ed25519-signature-2020";
import { createVerifyCryptosuite as eddsaJcs } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { cryptosuite as eddsaRdfc } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { fromBase58, fromBase64url } from "./bytes";
import { type Documents, contextLoader, requireKnownContexts, variantsOf } from "./documents";
import { readMoment } from "./data_model";
import { refuseHiddenContent } from "./hidden_content";
import { type Json, type JsonObject, isObject, list, text } from "./json";
import { type Curve, type Method, resolveMethod } from "./keys";
import { type LeftOut, type Reason, Refusal, Undecided } from "./report";

const DISCLOSING = ["ecdsa-sd-2023", "bbs-2023"];
const MULTIKEY = "https://w3id.org/security/multikey/v1";
// One of these says what a DataIntegrityProof is.
const DEFINING = [
  "https://www.w3.org/ns/credentials/v2",
  "https://w3id.org/security/data-integrity/v1",
  "https://w3id.org/security/data-integrity/v2",
];

interface SuiteRow {
  make: () => ProofSuite;
  curves: Curve[];
}

const DATA_INTEGRITY: Record<string, SuiteRow> = {
  "eddsa-rdfc-2022": { make: () => new DataIntegrityProof({ cryptosuite: eddsaRdfc }), curves: ["Ed25519"] },
  "eddsa-jcs-2022": { make: () => new DataIntegrityProof({ cryptosuite: eddsaJcs() }), curves: ["Ed25519"] },
  "ecdsa-rdfc-2019": { make: () => new DataIntegrityProof({ cryptosuite: ecdsaRdfc }), curves: ["P-256", "P-384"] },
  "ecdsa-jcs-2019": { make: () => new DataIntegrityProof({ cryptosuite: ecdsaJcs() }), curves: ["P-256", "P-384"] },
  "ecdsa-sd-2023": { make: () => new DataIntegrityProof({ cryptosuite: ecdsaSd() }), curves: ["P-256"] },
  "bbs-2023": { make: () => new DataIntegrityProof({ cryptosuite: bbs2023() }), curves: ["BLS12-381"] },
};

export interface Verified {
  methods: Method[];
  proofs: JsonObject[];
}

// A proof that failed for one of these says nothing against another one that holds.
const NOT_FOR_THIS: Reason[] = ["wrong_purpose", "key_not_found", "undefined_term"];

/**
 * Verifies every proof of a known suite.
 *
 * Throws Refusal when one of them is bad, Undecided when none could be checked. A suite this page does not know does
 * not spoil a good proof beside it, nor does one made for another purpose. What follows an earlier proof is not checked
 * here, and a chain is not good before its last link is.
 */
export async function verifyProofs(
  secured: JsonObject,
  purpose: string,
  documents: Documents,
  now: Date,
): Promise<Verified> {
  const { proof: member, ...document } = secured;
  const proofs = list(member).filter(isObject);
  if (proofs.length === 0) throw new Refusal("no_proof");
  requireKnownContexts(isSignedAsJson(proofs) ? withoutEntries(secured) : secured);
  const good: Verified = { methods: [], proofs: [] };
  let undecided: Undecided | undefined;
  let refusal: Refusal | undefined;
  for (const proof of proofs) {
    try {
      good.methods.push(await verifyProof(document, proof, proofs, purpose, documents, now));
      good.proofs.push(proof);
    } catch (error) {
      if (error instanceof Undecided) undecided ??= error;
      else if (error instanceof Refusal && NOT_FOR_THIS.includes(error.reason)) refusal ??= error;
      else throw error;
    }
  }
  if (proofs.some((proof) => proof["previousProof"] !== undefined)) throw new Undecided("unsupported_suite", "previousProof");
  if (good.methods.length === 0) throw refusal ?? undecided ?? new Refusal("no_proof");
  return good;
}

/** These suites sign the letters of the JSON, whatever its words mean. */
function isSignedAsJson(proofs: JsonObject[]): boolean {
  return proofs.every((proof) => (text(proof["cryptosuite"]) ?? "").includes("-jcs-"));
}

/** A presentation without its credentials, each of which is judged by itself. */
function withoutEntries(secured: JsonObject): JsonObject {
  const { verifiableCredential: _entries, ...rest } = secured;
  return rest;
}

async function verifyProof(
  document: JsonObject,
  proof: JsonObject,
  proofs: JsonObject[],
  purpose: string,
  documents: Documents,
  now: Date,
): Promise<Method> {
  const row = suiteOf(proof);
  if (proof["proofPurpose"] !== purpose) throw new Refusal("wrong_purpose");
  if (proof["previousProof"] !== undefined) throw new Undecided("unsupported_suite", "previousProof");
  requireInTime(proof, now);
  requirePlainBinding(proof);
  const name = text(proof["verificationMethod"]);
  if (name === undefined) throw new Refusal("proof_malformed", "verificationMethod");
  const method = resolveMethod(name, documents, now);
  if (!row.curves.includes(method.curve)) throw new Refusal("proof_malformed", "key type");
  await requireSignature(row, document, proof, proofs, method);
  return method;
}

/** Whom a proof is made for must be readable as it stands: a value object would be signed and not shown. */
function requirePlainBinding(proof: JsonObject): void {
  const domain = proof["domain"] ?? [];
  const entries = [...(Array.isArray(domain) ? domain : [domain]), proof["challenge"] ?? ""];
  if (!entries.every((entry) => typeof entry === "string")) throw new Refusal("proof_malformed", "domain or challenge");
}

function suiteOf(proof: JsonObject): SuiteRow {
  if (proof["type"] === "Ed25519Signature2020") return { make: () => new Ed25519Signature2020(), curves: ["Ed25519"] };
  const isDataIntegrity = proof["type"] === "DataIntegrityProof";
  const name = text(isDataIntegrity ? proof["cryptosuite"] : proof["type"]);
  // nothing that names no suite at all is a proof, and none beside it makes up for that
  if (!name) throw new Refusal("proof_malformed", "proof without type or cryptosuite");
  const row = isDataIntegrity ? DATA_INTEGRITY[name] : undefined;
  if (!row) throw new Undecided("unsupported_suite", name);
  if (name === "ecdsa-sd-2023" || name === "bbs-2023") refuseBaseProof(proof);
  return row;
}

/** The third byte of these proof values is even for what only the holder should have. */
function refuseBaseProof(proof: JsonObject): void {
  const value = text(proof["proofValue"]) ?? "";
  let header: Uint8Array;
  try {
    header = fromBase64url(value.slice(1, 5));
  } catch {
    throw new Refusal("proof_malformed", "proofValue");
  }
  const [first, second, kind = -1] = header;
  if (value[0] !== "u" || first !== 0xd9 || second !== 0x5d) throw new Refusal("proof_malformed", "proofValue");
  if (kind % 2 === 0) throw new Refusal("holder_only_proof");
  if (kind > 3) throw new Undecided("unsupported_suite", "bbs-2023");
}

/** What a proof that holds tells about the parts that are not shown. Source: BBS signatures, section 3.6.1 (length of a proof). */
export function leftOutOf(proofs: JsonObject[]): LeftOut | undefined {
  for (const proof of proofs) {
    if (proof["cryptosuite"] === "ecdsa-sd-2023") return { of: "unknown", count: 0 };
    if (proof["cryptosuite"] !== "bbs-2023") continue;
    // behind the header and the start of a list: a byte string of 272 bytes, and 32 for each statement that is not shown
    const [kind, first = 0, second = 0] = fromBase64url((text(proof["proofValue"]) ?? "").slice(1, 13)).subarray(4);
    const length = kind === 0x59 ? first * 256 + second : first;
    const count = (length - 272) / 32;
    return count > 0 ? { of: "statements", count } : undefined;
  }
  return undefined;
}

/** The same document may have been signed under any text its context was published with. */
async function requireSignature(
  row: SuiteRow,
  document: JsonObject,
  proof: JsonObject,
  proofs: JsonObject[],
  method: Method,
): Promise<void> {
  if (!DISCLOSING.includes(text(proof["cryptosuite"]) ?? "")) requirePlainValue(proof, method);
  const isJcs = isSignedAsJson([proof]);
  if (!isJcs) {
    requireSameContexts(document, proof);
    requireDefinedProof(document, proof);
    refuseHiddenContent(document);
    refuseHiddenContent(proof);
  }
  let refusal = new Refusal("signature_invalid");
  for (let variant = 0; variant < variantsOf(document); variant += 1) {
    const load = contextLoader(variant);
    const suite = row.make();
    const result = await suite.verifyProof({
      document,
      proof: isJcs ? proof : { "@context": document["@context"], ...proof },
      proofSet: proofs,
      documentLoader: async (url) =>
        url === proof["verificationMethod"] ? { documentUrl: url, document: multikey(url, method) } : load(url),
    });
    if (result.verified) return;
    refusal = reasonOf(result.error);
    if (refusal instanceof Undecided) throw refusal;
  }
  throw refusal;
}

/** One text for each signature: base58btc of exactly its bytes. */
function requirePlainValue(proof: JsonObject, method: Method): void {
  const value = text(proof["proofValue"]) ?? "";
  const size = method.curve === "P-384" ? 96 : 64;
  try {
    if (value.startsWith("z") && value.length <= 2 * size && fromBase58(value.slice(1)).length === size) return;
  } catch {
    // falls through: a letter that is none
  }
  throw new Refusal("proof_malformed", "proofValue");
}

/** Contexts that only the proof has would give its words a meaning nobody signed. */
function requireSameContexts(document: JsonObject, proof: JsonObject): void {
  const own: Json | undefined = proof["@context"];
  if (own !== undefined && JSON.stringify(own) !== JSON.stringify(document["@context"])) {
    throw new Refusal("proof_malformed", "proof with contexts of its own");
  }
}

/** The library adds a context where the document has none that defines the proof: words nobody defined would count. */
function requireDefinedProof(document: JsonObject, proof: JsonObject): void {
  const isDefined = list(document["@context"]).some((one) => typeof one === "string" && DEFINING.includes(one));
  if (proof["type"] === "DataIntegrityProof" && !isDefined) throw new Refusal("undefined_term", "DataIntegrityProof");
}

function multikey(id: string, method: Method): object {
  return {
    "@context": MULTIKEY,
    id,
    type: "Multikey",
    controller: method.controller,
    publicKeyMultibase: method.multibase,
  };
}

function reasonOf(error: unknown): Refusal {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Refusal) return cause;
    const details = (cause as { details?: { event?: { code?: string }; cause?: unknown } }).details;
    if (details?.cause instanceof Refusal) return details.cause;
    if (cause.name === "jsonld.ValidationError" || details?.event !== undefined) return new Refusal("undefined_term");
  }
  return new Refusal("signature_invalid");
}

function requireInTime(proof: JsonObject, now: Date): void {
  const expires = moment(proof["expires"]);
  if (expires !== undefined && expires <= now) throw new Refusal("expired", text(proof["expires"]) ?? "");
  const created = moment(proof["created"]);
  if (created !== undefined && created.getTime() > now.getTime() + 5 * 60_000) throw new Refusal("not_yet_valid");
}

/** An xsd:dateTime. */
export function moment(value: unknown): Date | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new Refusal("date_invalid");
  const time = readMoment(value);
  if (time === undefined) throw new Refusal("date_invalid");
  return time;
}
