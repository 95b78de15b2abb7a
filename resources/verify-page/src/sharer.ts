// By whose key a credential was shared, held against the key its issuer gave it to. Most badges name an e-mail address, a
// hash of one, or nobody: then nothing can be compared, which speaks neither for nor against whoever shares it. Nothing is
// looked up for this: only identifiers that are keys, the key an issuer confirmed, and equal identifiers are compared.
// The wallet's own comparison: wallet/verification/shared_by.py. Source: VCDM 2.0, section 4.13; RFC 7800, section 3.1.

import { type Json, type JsonObject, idOf, isObject, list, text } from "./json";
import { type Method, fromJwk, resolveMethod } from "./keys";
import { Documents } from "./documents";
import type { Check, CredentialReport } from "./report";
import { readToken, splitSdJwt } from "./tokens";

/** Who signed the presentation: the keys whose signatures hold, and the identifier they are confirmed to belong to. */
export interface Sharer {
  methods: Method[];
  id: string | undefined;
}

type Answer = "issuer" | "named" | "other" | "none" | "open";

const CHECKS: Record<Answer, Check> = {
  issuer: { name: "shared_by", outcome: "unknown", reason: "shared_by_issuer" },
  named: { name: "shared_by", outcome: "passed" },
  other: { name: "shared_by", outcome: "unknown", reason: "shared_by_other_key" },
  none: { name: "shared_by", outcome: "not_applicable", reason: "names_no_key" },
  open: { name: "shared_by", outcome: "not_applicable", reason: "key_not_compared" },
};

/** Says it of a credential, and of those inside it; never where its own signature is bad: then nothing it names counts. */
export function nameSharer(report: CredentialReport, sharer: Sharer, now: Date): void {
  report.inner.forEach((one) => nameSharer(one, sharer, now));
  if (report.document === null || report.checks.some((one) => one.name === "proof" && one.outcome === "failed")) return;
  const issuer = idOf(report.document["issuer"] ?? report.document["iss"]) ?? "";
  // what the sharer issued, too, is nobody else's word, whomever it names
  if (ofDid(issuer, sharer, now) === "named") return say(report, "issuer");
  const confirmed = confirmationOf(report);
  say(report, confirmed === undefined ? ofSubjects(report.document, sharer, now) : ofConfirmed(confirmed, sharer, now));
}

/** An SD-JWT that stands alone is shared by whoever signed its key binding, which its signature check was about. */
export function nameBinding(report: CredentialReport): void {
  const isGood = report.checks.some((one) => one.name === "proof" && one.outcome === "passed");
  if (isGood && report.original.kind === "sd-jwt" && splitSdJwt(report.original.text).keyBinding !== undefined) {
    say(report, "named");
  }
}

function say(report: CredentialReport, answer: Answer): void {
  const place = report.checks.findIndex((one) => one.name === "issuer_trust");
  report.checks.splice(place < 0 ? report.checks.length : place, 0, CHECKS[answer]);
}

/** The key a token's issuer confirmed for whoever presents it; such a claim is never disclosed on its own. */
function confirmationOf(report: CredentialReport): Json | undefined {
  const { kind, text: written } = report.original;
  if (kind !== "jwt" && kind !== "sd-jwt") return undefined;
  try {
    return readToken(written.split("~")[0] ?? "").payload["cnf"];
  } catch {
    return undefined;
  }
}

function ofConfirmed(confirmed: Json, sharer: Sharer, now: Date): Answer {
  if (!isObject(confirmed)) return "open";
  if (isObject(confirmed["jwk"])) return ofKey(() => fromJwk(confirmed["jwk"] as Json).multibase, sharer);
  const kid = text(confirmed["kid"]);
  return kid?.startsWith("did:") ? ofDid(kid, sharer, now) : "open";
}

function ofSubjects(document: JsonObject, sharer: Sharer, now: Date): Answer {
  const found = subjectsOf(document).map((dids) => {
    const answers = dids.map((did) => ofDid(did, sharer, now));
    return (["named", "open", "other"] as const).find((one) => answers.includes(one)) ?? "none";
  });
  if (found.includes("named")) return "named";
  const said = [...new Set(found)];
  return said.length > 1 ? "open" : (said[0] ?? "none");
}

/** What each subject is called, as far as these are DIDs. */
function subjectsOf(document: JsonObject): string[][] {
  const isDid = (name: string | undefined): name is string => name?.startsWith("did:") === true;
  const plain = (one: JsonObject, member: string): string | undefined =>
    one["hashed"] === true ? undefined : text(one[member]);
  if ("recipient" in document) {
    return list(document["recipient"]).filter(isObject).map((one) => [plain(one, "identity")].filter(isDid));
  }
  if (!("credentialSubject" in document)) return [[text(document["sub"])].filter(isDid)];
  return list(document["credentialSubject"]).map((subject) => {
    const identities = isObject(subject) ? list(subject["identifier"]).filter(isObject) : [];
    return [idOf(subject), ...identities.map((one) => plain(one, "identityHash"))].filter(isDid);
  });
}

function ofDid(name: string, sharer: Sharer, now: Date): Answer {
  const did = name.split("#")[0] ?? "";
  if (did === sharer.id) return "named";
  if (!/^did:(?:key|jwk):/.test(did)) return "open";
  return ofKey(() => resolveMethod(did, new Documents(), now).multibase, sharer);
}

function ofKey(read: () => string | undefined, sharer: Sharer): Answer {
  try {
    const key = read();
    if (key === undefined) return "open";
    return sharer.methods.some((one) => one.multibase === key) ? "named" : "other";
  } catch {
    return "open";
  }
}
