// What a credential or presentation must hold: what the page reads has to stand where the data model puts it.
// Source: VCDM 2.0, sections 4 and 5; VCDM 1.1, sections 4 and 5; Open Badges 3.0, appendix B.
// The same rules as wallet/credentials/vcdm.py and openbadges3.py; tests/verify_page holds the two against each other.

import { type Json, type JsonObject, isObject, list, text } from "./json";
import { Refusal } from "./report";

const CONTEXT_V1 = "https://www.w3.org/2018/credentials/v1";
const CONTEXT_V2 = "https://www.w3.org/ns/credentials/v2";
const BADGE_TYPES = ["OpenBadgeCredential", "AchievementCredential"];
const BADGE_CONTEXTS = new Set([
  "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
  "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  "https://imsglobal.github.io/openbadges-specification/ob_v3p0.html",
  "https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json",
]);
const SUBJECT_TYPES: Record<string, string> = {
  OpenBadgeCredential: "AchievementSubject",
  AchievementCredential: "AchievementSubject",
  EndorsementCredential: "EndorsementSubject",
  ClrCredential: "ClrSubject",
};
const NESTED_TYPES: Record<string, string> = {
  achievement: "Achievement",
  evidence: "Evidence",
  issuer: "Profile",
  otherIdentifier: "IdentifierEntry",
  parentOrg: "Profile",
  result: "Result",
  resultDescription: "ResultDescription",
  source: "Profile",
};
// Derived proofs leave out what the holder does not show: a missing property proves nothing there.
const DISCLOSING_SUITES: Json[] = ["bbs-2023", "ecdsa-sd-2023"];
const STATUS_LISTS = ["BitstringStatusList", "StatusList2021"];
const VALUE_MEMBERS = new Set(["@value", "@language", "@direction"]);
const URL_FORM = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\u0000-\u001f]+$/;
const DATE_FORM =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(Z|[+-](\d\d):(\d\d))?$/;
const MAX_OFFSET_MINUTES = 14 * 60;

/** Throws Refusal with the path of the property that breaks the model. */
export function checkCredential(document: JsonObject): void {
  const isV2 = checkContext(document);
  const types = checkTypes(document);
  if (!types.includes("VerifiableCredential") || types.includes("VerifiablePresentation")) throw broken("type");
  checkUrl(document, "id");
  checkIssuer(document["issuer"]);
  checkTexts(document);
  checkSubjects(document);
  checkDates(document, isV2);
  checkParts(document, isV2);
  for (const subject of objects(document["credentialSubject"])) {
    for (const kind of STATUS_LISTS) {
      if (typesOf(subject).includes(kind) && !types.includes(`${kind}Credential`)) throw broken("type");
    }
  }
  checkBadgeTypes(document, types);
}

export function checkPresentation(document: JsonObject): void {
  const isV2 = checkContext(document);
  const types = checkTypes(document);
  if (types.includes("VerifiableCredential")) throw broken("type");
  checkUrl(document, "id");
  if ("holder" in document && !isUrl(addressOf(document["holder"]))) throw broken("holder");
  checkTypedObjects(document, "proof");
  checkTypedObjects(document, "termsOfUse");
  for (const entry of list(document["verifiableCredential"])) {
    if (isObject(entry)) checkEnvelope(entry);
    else if (isV2 || typeof entry !== "string") throw broken("verifiableCredential");
  }
}

/** An enveloped credential has a context of its own and a data: address; any other is checked as what it is. */
function checkEnvelope(entry: JsonObject): void {
  if (!typesOf(entry).includes("EnvelopedVerifiableCredential")) return;
  if (!list(entry["@context"]).includes(CONTEXT_V2)) throw broken("verifiableCredential.@context");
  if (!text(entry["id"])?.startsWith("data:")) throw broken("verifiableCredential.id");
}

function checkContext(document: JsonObject): boolean {
  const contexts = list(document["@context"]);
  const isV2 = contexts.includes(CONTEXT_V2);
  if (contexts[0] !== (isV2 ? CONTEXT_V2 : CONTEXT_V1)) throw broken("@context");
  if (!contexts.every((entry) => isObject(entry) || isUrl(entry))) throw broken("@context");
  return isV2;
}

function checkTypes(document: JsonObject): Json[] {
  const types = list(document["type"]);
  if (types.length === 0 || !types.every((entry) => typeof entry === "string" && entry !== "")) throw broken("type");
  return types;
}

function checkIssuer(issuer: Json | undefined): void {
  if (!isUrl(addressOf(issuer))) throw broken("issuer");
  if (isObject(issuer)) checkTexts(issuer);
}

/** A language value carries nothing besides text, language and direction. */
function checkTexts(owner: JsonObject): void {
  for (const key of ["name", "description"]) {
    for (const value of objects(owner[key])) {
      if ("@value" in value && !Object.keys(value).every((name) => VALUE_MEMBERS.has(name))) throw broken(key);
    }
  }
}

function checkSubjects(document: JsonObject): void {
  const subjects = list(document["credentialSubject"]);
  if (subjects.length === 0 || !subjects.every((one) => isObject(one) && Object.keys(one).length > 0)) {
    throw broken("credentialSubject");
  }
  const ids = objects(subjects).flatMap((one) => (typeof one["id"] === "string" ? [one["id"]] : []));
  if (ids.length !== new Set(ids).size) throw broken("credentialSubject.id");
  for (const subject of objects(subjects)) {
    checkUrl(subject, "id");
    if (typesOf(subject).includes("AchievementSubject") && list(subject["achievement"]).length > 1) {
      throw broken("credentialSubject.achievement");
    }
    if (!list(subject["verifiableCredential"]).every((entry) => typeof entry === "string" || isObject(entry))) {
      throw broken("credentialSubject.verifiableCredential");
    }
  }
}

function checkDates(document: JsonObject, isV2: boolean): void {
  const [start, end] = isV2 ? ["validFrom", "validUntil"] : ["issuanceDate", "expirationDate"];
  if (!(start as string in document) && startIsRequired(document, isV2)) throw broken(start as string);
  for (const key of [start, end] as string[]) {
    if (!(key in document)) continue;
    const value = document[key];
    if (typeof value !== "string" || readMoment(value, isV2) === undefined) throw broken(key);
  }
}

function startIsRequired(document: JsonObject, isV2: boolean): boolean {
  if (objects(document["proof"]).some((proof) => DISCLOSING_SUITES.includes(proof["cryptosuite"] ?? null))) return false;
  return !isV2 || typesOf(document).some((kind) => BADGE_TYPES.includes(kind));
}

function checkParts(document: JsonObject, isV2: boolean): void {
  checkTypedObjects(document, "proof");
  checkTypedObjects(document, "evidence", { url: true });
  checkTypedObjects(document, "termsOfUse", { url: true });
  checkTypedObjects(document, "credentialSchema", { url: true, required: true });
  checkTypedObjects(document, "credentialStatus", { url: true, required: !isV2 });
  checkTypedObjects(document, "refreshService", { url: true, required: !isV2 });
}

function checkTypedObjects(document: JsonObject, key: string, id: { url?: boolean; required?: boolean } = {}): void {
  for (const entry of list(document[key])) {
    if (!isObject(entry)) throw broken(key);
    if (typesOf(entry).length === 0) throw broken(`${key}.type`);
    if (id.required && !("id" in entry)) throw broken(`${key}.id`);
    if (id.url) checkUrl(entry, "id");
  }
}

/** The claims of an SD-JWT VC. Source: SD-JWT VC, section 3.2.2; RFC 7800, section 3.1. */
export function checkClaims(claims: JsonObject): void {
  if (!text(claims["vct"])) throw broken("vct");
  for (const name of ["iss", "sub", "jti"]) {
    if (name in claims && typeof claims[name] !== "string") throw broken(name);
  }
  for (const name of ["cnf", "status"]) {
    const value = claims[name];
    if (name in claims && !(isObject(value) && Object.keys(value).length > 0)) throw broken(name);
  }
  if ("iat" in claims && typeof claims["iat"] !== "number") throw broken("iat");
}

/** The types Open Badges 3.0 and CLR 2.0 ask for; further down a type may be missing, but not be another one. */
function checkBadgeTypes(document: JsonObject, types: Json[]): void {
  const isBadge = types.some((kind) => BADGE_TYPES.includes(kind as string));
  if (isBadge && !list(document["@context"]).some((entry) => BADGE_CONTEXTS.has(entry as string))) {
    throw broken("@context");
  }
  const wanted = types.flatMap((kind) => (Object.hasOwn(SUBJECT_TYPES, kind as string) ? [SUBJECT_TYPES[kind as string]] : []));
  for (const subject of objects(document["credentialSubject"])) {
    const stated = typesOf(subject);
    if (wanted.some((kind) => !stated.includes(kind as string))) throw broken("credentialSubject.type");
    if (stated.includes("AchievementSubject") && !isBadge) throw broken("type");
    if (wanted.length === 0) continue;
    checkNested(subject);
    checkStatedTypes(subject["identifier"], "IdentityObject", "credentialSubject.identifier");
  }
  if (wanted.length > 0) {
    const { issuer, evidence } = document;
    checkNested({ issuer: issuer ?? null, evidence: evidence ?? null });
  }
}

function checkNested(owner: JsonObject): void {
  for (const [key, expected] of Object.entries(NESTED_TYPES)) {
    const value = owner[key];
    if (value === undefined || value === null || typeof value === "string") continue;
    checkStatedTypes(value, expected, key);
    objects(value).forEach(checkNested);
  }
}

function checkStatedTypes(value: Json | undefined, expected: string, path: string): void {
  if (objects(value).some((entry) => "type" in entry && !typesOf(entry).includes(expected))) throw broken(`${path}.type`);
}

/**
 * The moment of an xsd:dateTime; undefined when it is none. Without a zone it is read as UTC, which only version 1.1
 * allows. `Date` alone would take the 30th of February for the 2nd of March.
 */
export function readMoment(value: string, isZoneRequired = false): Date | undefined {
  const parts = DATE_FORM.exec(value);
  if (!parts || (isZoneRequired && parts[8] === undefined)) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number, number, number, number, number, number,
  ];
  const isEndOfDay = hour === 24;
  if (isEndOfDay && (minute !== 0 || second !== 0 || /[1-9]/.test(parts[7] ?? ""))) return undefined;
  if (year === 0 || (hour > 23 && !isEndOfDay) || minute > 59 || second > 59) return undefined;
  const offset = Number(parts[9] ?? 0) * 60 + Number(parts[10] ?? 0);
  if (offset > MAX_OFFSET_MINUTES || Number(parts[10] ?? 0) > 59) return undefined;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  time.setUTCHours(hour, minute, second, Math.floor(Number(`0.${parts[7] ?? "0"}`) * 1000));
  const sign = parts[8]?.startsWith("-") ? -1 : 1;
  const moment = new Date(time.getTime() - sign * offset * 60_000);
  return moment.getUTCFullYear() > 9999 ? undefined : moment;
}

function isUrl(value: Json | undefined): boolean {
  return typeof value === "string" && URL_FORM.test(value);
}

function checkUrl(owner: JsonObject, key: string): void {
  if (key in owner && !isUrl(owner[key])) throw broken(key);
}

function addressOf(value: Json | undefined): Json | undefined {
  return isObject(value) ? value["id"] : value;
}

function objects(value: Json | undefined): JsonObject[] {
  return list(value).filter(isObject);
}

function typesOf(document: JsonObject): string[] {
  return list(document["type"]).filter((kind) => typeof kind === "string");
}

function broken(path: string): Refusal {
  return new Refusal("structure_invalid", path);
}
