// The procedure: what is checked of a credential, of a presentation, and of a bundle, in this order.
// Source: wallet's own procedure for the same formats; Open Badges 3.0, section 8.2; VCDM 2.0, section 7.1.

import { type Bytes, fromUtf8 } from "./bytes";
import { leftOutOf, verifyProofs } from "./data_integrity";
import { checkClaims, checkCredential, checkPresentation } from "./data_model";
import { checkDates } from "./dates";
import type { Documents } from "./documents";
import { areSigned, openItem, readItems } from "./items";
import { type Json, type JsonObject, hasType, idOf, isObject, list, parseJson, text } from "./json";
import { type Method, documentUrl, isListedBy } from "./keys";
import {
  type Check,
  type CredentialReport,
  type LeftOut,
  Refusal,
  Undecided,
  type Verdict,
  optional,
  outcomeOf,
  verdictOf,
  worst,
} from "./report";
import { type Sharer, nameBinding, nameSharer } from "./sharer";
import { checkStatus } from "./status";
import { credentialOf, disclosedClaims, readToken, splitSdJwt, verifyKeyBinding, verifyToken } from "./tokens";

export interface ShareReport {
  verdict: Verdict;
  /** About the share itself: the sharer's signature, its dates. Empty when somebody handed in a bare credential. */
  checks: Check[];
  to?: string;
  purpose?: string;
  made?: string;
  until?: string;
  /** False when the learner chose some of a record's parts. */
  isComplete: boolean;
  /** Whether the sharer labelled it as not valid. */
  isLabelled?: boolean;
  /** Whether the sharer labelled it as something they could not check. */
  isLabelledUnchecked?: boolean;
  credentials: CredentialReport[];
}

// What the wallet names a presentation of credentials taken out of a learner record, whose issuer vouched for the whole.
const SUBSET_NAME = "Subset chosen by the learner";
const NOT_VALID_NAME = "Not valid when it was shared"; // with the first one before it, when both are so
const UNCHECKED_NAME = "Could not be checked when it was shared"; // likewise
const both = (label: string): string => `${SUBSET_NAME}. ${label}`;
const MAX_INNER = 300;
const MAX_NESTING = 4;
const ENVELOPE = /^data:application\/(vc\+jwt|vc-ld\+jwt|jwt|dc\+sd-jwt|vc\+sd-jwt)(?:;[^,]*)?,([\s\S]+)$/;

/** Checks whatever was handed in: a bundle, a presentation, a credential, or a token. Throws for what is none of them. */
export async function verifyShare(text: string, documents: Documents, now: Date): Promise<ShareReport> {
  const trimmed = text.trim();
  if (/^[\w-]+\.[\w-]*\.[\w-]*(~|$)/.test(trimmed)) {
    const report = await verifyEntry(trimmed, documents, now);
    nameBinding(report);
    return bare([report]);
  }
  const value = parseJson(trimmed);
  if (!isObject(value)) throw new Refusal("proof_malformed", "not a credential");
  // tokens in their JSON form
  if ("payload" in value && ("signature" in value || "signatures" in value)) {
    return bare([notChecked(value, trimmed, "json")]);
  }
  if ("v" in value && "vp" in value) return verifyBundle(value, documents, now);
  if (hasType(value, "VerifiablePresentation")) return verifyPresentation(value, documents, now);
  if (hasType(value, "VerifiableCredential") || isOlderBadge(value)) return bare([await verifyEntry(value, documents, now)]);
  throw new Refusal("proof_malformed", "not a credential");
}

export function readShareText(bytes: Bytes): string {
  return fromUtf8(bytes);
}

function bare(credentials: CredentialReport[]): ShareReport {
  return { verdict: worst(credentials.map((one) => one.verdict)), checks: [], isComplete: true, credentials };
}

const BUNDLE_MEMBERS = new Set(["v", "made", "to", "for", "until", "items", "vp", "ev"]);

async function verifyBundle(bundle: JsonObject, documents: Documents, now: Date): Promise<ShareReport> {
  if (bundle["v"] !== 1 || Object.keys(bundle).some((name) => !BUNDLE_MEMBERS.has(name))) {
    throw new Undecided("unsupported_suite", "bundle");
  }
  const presentation = bundle["vp"];
  if (!isObject(presentation)) throw new Undecided("unsupported_suite", "bundle");
  for (const evidence of list(bundle["ev"]).filter(isObject)) {
    const [url, at] = [text(evidence["url"]), text(evidence["at"])];
    const body = evidence["body"];
    if (url !== undefined && body !== undefined && !documents.get(url)) {
      documents.add(url, { body, from: "sent", ...(at === undefined ? {} : { at }) });
    }
  }
  const report = await verifyPresentation(presentation, documents, now, readItems(bundle));
  const said: [string, string | undefined][] = [
    ["made", report.made],
    ["to", report.to],
    ["for", report.purpose],
    ["until", report.until],
  ];
  if (said.some(([name, signed]) => (bundle[name] ?? undefined) !== signed)) {
    report.checks.push({ name: "holder", outcome: "failed", reason: "claim_mismatch" });
    report.verdict = "invalid";
  }
  return report;
}

/** With what lies beside it; alone it is a part of a share when its holder signed for more. */
async function verifyPresentation(
  presentation: JsonObject,
  documents: Documents,
  now: Date,
  items: Bytes[] = [],
): Promise<ShareReport> {
  const proof = list(presentation["proof"]).find(isObject) ?? {};
  const name = presentation["name"];
  const { sharer, ...holder } = await checkHolder(presentation, documents, now);
  const checks: Check[] = [...checkStructure(() => checkPresentation(presentation)), holder];
  const entries = list(presentation["verifiableCredential"]);
  const domains = list(proof["domain"]);
  const audience = domains.length === 1 ? text(domains[0]) : undefined;
  if (!(await areSigned(items, presentation))) {
    checks.push({ name: "inner_credentials", outcome: "failed", reason: "share_incomplete" });
  }
  if (entries.length + items.length === 0) checks.push({ name: "inner_credentials", outcome: "failed", reason: "inner_invalid" });
  const credentials: CredentialReport[] = [];
  for (const entry of entries.slice(0, MAX_INNER)) credentials.push(await verifyEntry(entry, documents, now, 1, audience));
  for (const item of items.slice(0, MAX_INNER)) {
    const { document, original } = openItem(item);
    credentials.push({ ...notChecked(document, "", "json"), original });
  }
  if (Math.max(entries.length, items.length) > MAX_INNER) {
    checks.push({ name: "inner_credentials", outcome: "unknown", reason: "inner_unchecked" });
  }
  if (sharer) credentials.forEach((one) => nameSharer(one, sharer, now));
  return {
    verdict: worst([verdictOf(checks), ...credentials.map((one) => one.verdict)]),
    checks,
    ...optional("to", audience),
    ...optional("purpose", text(presentation["description"])),
    ...optional("made", text(proof["created"])),
    ...optional("until", text(proof["expires"])),
    isComplete: ![SUBSET_NAME, both(NOT_VALID_NAME), both(UNCHECKED_NAME)].some((one) => one === name),
    isLabelled: name === NOT_VALID_NAME || name === both(NOT_VALID_NAME),
    isLabelledUnchecked: name === UNCHECKED_NAME || name === both(UNCHECKED_NAME),
    credentials,
  };
}

/** The sharer's own signature: nobody else put these credentials together, and it was for this receiver and until then. */
async function checkHolder(
  presentation: JsonObject,
  documents: Documents,
  now: Date,
): Promise<Check & { sharer?: Sharer }> {
  let sharer: Sharer | undefined;
  try {
    const { methods, proofs } = await verifyProofs(presentation, "authentication", documents, now);
    sharer = { methods, id: undefined };
    // a presentation may leave its holder out; then the key speaks for itself (VCDM 2.0, section 4.13)
    const holder = "holder" in presentation ? idOf(presentation["holder"]) : methods[0]?.controller;
    requireBound(methods, holder, "authentication", documents);
    sharer.id = holder;
    const nonces = proofs.map((proof) => text(proof["challenge"])).filter((nonce) => nonce !== undefined);
    return { name: "holder", outcome: "passed", ...optional("detail", nonces.length === 1 ? nonces[0] : undefined), sharer };
  } catch (error) {
    return { name: "holder", ...outcomeOf(error), ...optional("sharer", sharer) };
  }
}

/** Said only when something is wrong: that a document is put together well says nothing about its truth. */
function checkStructure(check: () => void): Check[] {
  try {
    check();
    return [];
  } catch (error) {
    return [{ name: "structure", ...outcomeOf(error) }];
  }
}

/** One credential, in any of its forms; `audience` is whom the presentation around it is for. Never throws for what is in it. */
export async function verifyEntry(
  entry: Json,
  documents: Documents,
  now: Date,
  depth = 0,
  audience?: string,
): Promise<CredentialReport> {
  // nothing real goes deeper; what was not looked at is not known to be wrong
  if (depth > MAX_NESTING) return notChecked(null, JSON.stringify(entry), "json");
  if (typeof entry === "string") {
    return entry.includes("~") ? verifySdJwt(entry, documents, now, depth, audience) : verifyJwt(entry, documents, now, depth);
  }
  if (!isObject(entry)) return unreadable(JSON.stringify(entry));
  if (hasType(entry, "EnvelopedVerifiableCredential")) {
    const parts = ENVELOPE.exec(text(entry["id"]) ?? "");
    if (!parts) return unreadable(JSON.stringify(entry));
    return verifyEntry(parts[2] as string, documents, now, depth, audience);
  }
  if (isOlderBadge(entry)) return notChecked(entry, JSON.stringify(entry), "json");
  return verifyEmbedded(entry, documents, now, depth);
}

/** Open Badges 1 and 2: kept on the web or signed in a way of their own, which this page does not follow. */
function isOlderBadge(value: JsonObject): boolean {
  return "badge" in value && !("credentialSubject" in value) && !("vc" in value);
}

function notChecked(document: JsonObject | null, text: string, kind: "json" | "jwt"): CredentialReport {
  const proof: Check = { name: "proof", outcome: "unknown", reason: "unsupported_suite" };
  return { verdict: "unchecked", checks: [proof], document, original: { text, kind }, inner: [], missing: [] };
}

async function verifyEmbedded(
  document: JsonObject,
  documents: Documents,
  now: Date,
  depth: number,
): Promise<CredentialReport> {
  const original = { text: JSON.stringify(document), kind: "json" as const };
  const attempt = await attemptProof(async () => {
    const { methods, proofs } = await verifyProofs(document, "assertionMethod", documents, now);
    return { methods, leftOut: leftOutOf(proofs) };
  });
  return finish(attempt, document, original, documents, now, { isVc: false, depth });
}

async function verifyJwt(token: string, documents: Documents, now: Date, depth: number): Promise<CredentialReport> {
  let read: JsonObject | null = null;
  const older = olderBadgeIn(token);
  if (older) return notChecked(older, token, "jwt");
  const attempt = await attemptProof(async () => {
    const { payload, header } = readToken(token);
    read = credentialOf(payload, header);
    const { method } = await verifyToken(token, documents, now);
    refuseTokenStatus(payload);
    return { methods: method ? [method] : [] };
  });
  return finish(attempt, read, { text: token, kind: "jwt" }, documents, now, { isVc: false, depth });
}

function olderBadgeIn(token: string): JsonObject | undefined {
  try {
    const { payload } = readToken(token);
    return isOlderBadge(payload) ? payload : undefined;
  } catch {
    return undefined; // said by the check of the signature
  }
}

/** A list of another kind that can withdraw a token: this page does not read such lists. */
function refuseTokenStatus(claims: JsonObject): void {
  if (isObject(claims["status"])) throw new Undecided("unsupported_suite", "status");
}

async function verifySdJwt(
  value: string,
  documents: Documents,
  now: Date,
  depth: number,
  audience: string | undefined,
): Promise<CredentialReport> {
  let read: JsonObject | null = null;
  let isVc = false;
  const attempt = await attemptProof(async () => {
    const shown = splitSdJwt(value);
    const { header, payload } = readToken(shown.token);
    const { claims, hidden } = await disclosedClaims(payload, shown.disclosures);
    read = isSdJwtVc(header, claims) ? claims : credentialOf(claims, header);
    isVc = read === claims;
    const { method } = await verifyToken(shown.token, documents, now, true);
    refuseTokenStatus(claims);
    if (shown.keyBinding !== undefined) await verifyKeyBinding(shown, claims, audience);
    return { methods: method ? [method] : [], leftOut: hidden > 0 ? { of: "digests", count: hidden } : undefined };
  });
  return finish(attempt, read, { text: value, kind: "sd-jwt" }, documents, now, { isVc, depth });
}

interface Tried {
  methods: Method[];
  leftOut?: LeftOut | undefined;
}

interface Attempt {
  proof: Check;
  methods: Method[] | null;
  leftOut?: LeftOut | undefined;
  missing: string[];
}

async function attemptProof(verify: () => Promise<Tried>): Promise<Attempt> {
  try {
    return { proof: { name: "proof", outcome: "passed" }, ...(await verify()), missing: [] };
  } catch (error) {
    const outcome = outcomeOf(error);
    const missing = outcome.reason === "needs_network" ? [outcome.detail ?? ""] : [];
    return { proof: { name: "proof", ...outcome }, methods: null, missing };
  }
}

async function finish(
  attempt: Attempt,
  document: JsonObject | null,
  original: CredentialReport["original"],
  documents: Documents,
  now: Date,
  { isVc, depth }: { isVc: boolean; depth: number },
): Promise<CredentialReport> {
  if (document === null) {
    const verdict = attempt.proof.outcome === "unknown" ? "unchecked" : "invalid";
    return { verdict, checks: [attempt.proof], document, original, inner: [], missing: attempt.missing };
  }
  const binding = checkBinding(attempt, isVc ? text(document["iss"]) : idOf(document["issuer"]), documents);
  const status = await checkStatus(document, documents, now);
  const structure = checkStructure(() => (isVc ? checkClaims(document) : checkCredential(document)));
  const checks = [...structure, attempt.proof, binding, checkDates(document, now, isVc), status];
  const missing = [...attempt.missing];
  for (const check of [binding, status]) {
    if (check.reason === "needs_network" && check.detail) missing.push(check.detail);
  }
  const inner: CredentialReport[] = [];
  for (const entry of innerOf(document).slice(0, MAX_INNER)) inner.push(await verifyEntry(entry, documents, now, depth + 1));
  if (inner.length > 0) checks.push(checkInner(inner));
  checks.push({ name: "issuer_trust", outcome: "unknown", reason: "no_trust_list" });
  missing.push(...inner.flatMap((one) => one.missing));
  const leftOut = attempt.leftOut && { leftOut: attempt.leftOut };
  return { verdict: verdictOf(checks), checks, document, original, inner, missing: [...new Set(missing)], ...leftOut };
}

/** Claims of an SD-JWT VC follow no model of the W3C but a `vct`. */
function isSdJwtVc(header: JsonObject, claims: JsonObject): boolean {
  return header["typ"] === "dc+sd-jwt" || ("vct" in claims && !("@context" in claims));
}

/** The key must be listed by the very issuer the credential names. */
function checkBinding(attempt: Attempt, issuer: string | undefined, documents: Documents): Check {
  if (attempt.methods === null) {
    return { name: "issuer_binding", outcome: "unknown", ...optional("reason", attempt.proof.reason) };
  }
  try {
    requireBound(attempt.methods, issuer, "assertionMethod", documents);
    return { name: "issuer_binding", outcome: "passed" };
  } catch (error) {
    return { name: "issuer_binding", ...outcomeOf(error) };
  }
}

function requireBound(methods: Method[], owner: string | undefined, purpose: string, documents: Documents): void {
  if (methods.length === 0) throw new Undecided("key_not_confirmed");
  if (owner !== undefined && methods.some((one) => one.controller !== owner && isListedBy(owner, one, purpose, documents))) {
    return;
  }
  if (owner === undefined || !methods.some((method) => method.controller === owner)) throw new Refusal("vm_not_issuer");
  const own = methods.filter((method) => method.controller === owner);
  if (!own.some((method) => method.purposes.includes(purpose))) throw new Refusal("vm_not_issuer");
  // A copy of the issuer's document that came from the learner could have been made by the learner.
  if (own.every((method) => method.isFromLearner)) throw new Undecided("needs_network", documentUrl(owner));
}

/** The credentials of a learner record (CLR 2.0), each signed by its own issuer. */
function innerOf(document: JsonObject): Json[] {
  if (!hasType(document, "ClrCredential")) return [];
  return list(document["credentialSubject"])
    .filter(isObject)
    .flatMap((subject) => list(subject["verifiableCredential"]));
}

function checkInner(inner: CredentialReport[]): Check {
  const verdict = worst(inner.map((one) => one.verdict));
  if (verdict === "check") return { name: "inner_credentials", outcome: "passed" };
  if (verdict === "unchecked") return { name: "inner_credentials", outcome: "unknown", reason: "inner_unchecked" };
  return { name: "inner_credentials", outcome: "failed", reason: "inner_invalid" };
}

function unreadable(original: string): CredentialReport {
  return {
    verdict: "unreadable",
    checks: [{ name: "proof", outcome: "failed", reason: "proof_malformed" }],
    document: null,
    original: { text: original, kind: "json" },
    inner: [],
    missing: [],
  };
}
