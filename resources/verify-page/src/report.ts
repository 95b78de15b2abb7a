// What a check found, in the words of the wallet's own report (wallet/verification/report.py): four outcomes, and
// "could not check" is never taken for good or bad.

import type { Bytes } from "./bytes";
import type { JsonObject } from "./json";

export type Outcome = "passed" | "failed" | "unknown" | "not_applicable";
export type CheckName = "structure" | "proof" | "issuer_binding" | "dates" | "status" | "shared_by" | "issuer_trust" | "inner_credentials" | "holder";
export type Verdict = "check" | "unchecked" | "invalid" | "unreadable";

export interface Check {
  name: CheckName;
  outcome: Outcome;
  reason?: Reason;
  /** A date or an address, shown as it is; never a sentence. */
  detail?: string;
}

export type Reason =
  | "signature_invalid"
  | "undefined_term"
  | "unknown_context"
  | "structure_invalid"
  | "unsupported_suite"
  | "holder_only_proof"
  | "no_proof"
  | "proof_malformed"
  | "wrong_purpose"
  | "alg_not_allowed"
  | "claim_mismatch"
  | "audience_other"
  | "key_weak"
  | "vm_not_issuer"
  | "key_not_found"
  | "key_not_confirmed"
  | "needs_network"
  | "expired"
  | "not_yet_valid"
  | "date_invalid"
  | "revoked"
  | "suspended"
  | "status_unusable"
  | "no_trust_list"
  | "shared_by_other_key"
  | "shared_by_issuer"
  | "names_no_key"
  | "key_not_compared"
  | "inner_invalid"
  | "inner_unchecked"
  | "share_incomplete";

export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    readonly detail = "",
  ) {
    super(reason);
  }
}

/** Not a sign that anything is wrong: this page cannot tell. */
export class Undecided extends Refusal {}

/** A file as it came: its text, and its bytes where these are something else. */
export interface Original {
  text: string;
  kind: "json" | "jwt" | "sd-jwt" | "png" | "svg";
  bytes?: Bytes;
}

export interface CredentialReport {
  verdict: Verdict;
  checks: Check[];
  /** The credential as the signature covers it; null when nothing could be read. */
  document: JsonObject | null;
  /** The letters that came, for saving: JSON text or a token. */
  original: Original;
  inner: CredentialReport[];
  /** Addresses that would have to be asked. */
  missing: string[];
  leftOut?: LeftOut;
}

/**
 * What is known of the parts that are not shown: digests without a disclosure, some of which may stand for nothing; single
 * statements; or only that there may be some.
 */
export interface LeftOut {
  of: "digests" | "statements" | "unknown";
  count: number;
}

const RANK: Verdict[] = ["check", "unchecked", "invalid", "unreadable"];

export function worst(verdicts: Verdict[]): Verdict {
  return verdicts.reduce<Verdict>((one, other) => (RANK.indexOf(other) > RANK.indexOf(one) ? other : one), "check");
}

/** No list of trusted issuers is in this page, so the best verdict is "check": a person should look at the name. */
export function verdictOf(checks: Check[]): Verdict {
  const decisive = checks.filter((check) => check.name !== "issuer_trust" && check.name !== "shared_by");
  if (decisive.some((check) => check.outcome === "failed")) return "invalid";
  return decisive.some((check) => check.outcome === "unknown") ? "unchecked" : "check";
}

/** What a check that was given up says of why. */
export function outcomeOf(error: unknown): Pick<Check, "outcome" | "reason" | "detail"> {
  if (error instanceof Undecided) return { outcome: "unknown", reason: error.reason, ...optional("detail", error.detail) };
  if (error instanceof Refusal) return { outcome: "failed", reason: error.reason, ...optional("detail", error.detail) };
  // Whatever a library trips over in a hostile document is no signature.
  return { outcome: "failed", reason: "proof_malformed" };
}

/** A member that is left out where there is nothing to say. */
export function optional<Name extends string, Value>(name: Name, value: Value | undefined | ""): { [N in Name]?: Value } {
  return (value === undefined || value === "" ? {} : { [name]: value }) as { [N in Name]?: Value };
}
