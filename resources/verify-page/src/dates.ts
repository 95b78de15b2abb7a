// From when until when a credential is good, under the names of both data models and of tokens.

import { moment } from "./data_integrity";
import { type Json, type JsonObject } from "./json";
import { type Check, Refusal, outcomeOf } from "./report";

const LATEST_SECONDS = 253_402_300_799; // the last second of the year 9999

/** Whether the clock lies inside every period that is stated. */
export function checkDates(document: JsonObject, now: Date, isVc: boolean): Check {
  try {
    // an SD-JWT VC has no dates but those of its token; what its issuer calls so itself is content
    const own = (name: string): Date | undefined => (isVc ? undefined : moment(document[name]));
    // under the names of both data models, and in the token around: whichever is the narrowest counts
    const starts = [own("validFrom"), own("issuanceDate"), seconds(document["nbf"])];
    const stops = [own("validUntil"), own("expirationDate"), seconds(document["exp"])];
    const begins = starts.filter((one) => one !== undefined).sort((one, other) => +other - +one)[0];
    const ends = stops.filter((one) => one !== undefined).sort((one, other) => +one - +other)[0];
    if (ends && ends < now) return { name: "dates", outcome: "failed", reason: "expired", detail: ends.toISOString() };
    if (begins && begins > now) {
      return { name: "dates", outcome: "failed", reason: "not_yet_valid", detail: begins.toISOString() };
    }
    return { name: "dates", outcome: "passed", ...(ends ? { detail: ends.toISOString() } : {}) };
  } catch (error) {
    return { name: "dates", ...outcomeOf(error) };
  }
}

function seconds(value: Json | undefined): Date | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "number" || value < 0 || value > LATEST_SECONDS) throw new Refusal("date_invalid");
  return new Date(value * 1000);
}
