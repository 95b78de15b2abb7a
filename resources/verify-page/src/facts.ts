// What a credential says, picked out for people to read. Only called with documents whose signature was looked at;
// every value is text from a stranger and goes into the page as text.

import { type Json, type JsonObject, hasType, isObject, list, text } from "./json";
import { dateOf } from "./tokens";

/** What a subject says of how it was earned. Source: Open Badges 3.0 and CLR 2.0, AchievementSubject. */
export const SAID = ["creditsEarned", "term", "role", "licenseNumber", "activityStartDate", "activityEndDate", "narrative"] as const;
export type Said = (typeof SAID)[number];

export interface Facts {
  title: string;
  issuer: string;
  person: string | undefined;
  issued: string | undefined;
  ends: string | undefined;
  description: string | undefined;
  criteria: string | undefined;
  skills: string[];
  said: [Said, string][];
  results: string[];
  evidence: string[];
  /** Names and values of a credential of another model, whose words are its issuer's own. */
  claims: [string, string][];
  /** A picture inside the document; pictures elsewhere are not loaded. */
  picture: string | undefined;
}

const MAX_LIST = 50;
const PICTURE = /^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+$/;
const MAX_PICTURE_CHARACTERS = 700_000;

export function factsOf(document: JsonObject): Facts {
  const subjects = list(document["credentialSubject"]).filter(isObject);
  const subject = subjects[0] ?? {};
  const achievement = list(subject["achievement"]).find(isObject) ?? {};
  // Open Badges 1 and 2, as far as the badge class stands inside
  const badge = isObject(document["badge"]) ? document["badge"] : {};
  const issuer = document["issuer"] ?? badge["issuer"];
  // the words of the European learning credential, as in wallet/credentials/sd_jwt_vc.py; other models have their own
  const token = "credentialSubject" in document || "badge" in document ? {} : document;
  const claimed = (name: string): string | undefined => text(token[name]);
  const description = words(achievement["description"]) ?? words(document["description"]) ?? claimed("achievement_description");
  return {
    title: words(achievement["name"] ?? badge["name"]) ?? words(document["name"]) ?? words(subject["degree"])
      ?? claimed("achievement_title") ?? typeName(document),
    issuer: (isObject(issuer) ? (words(issuer["name"]) ?? text(issuer["id"])) : text(issuer))
      ?? claimed("issuing_authority") ?? text(document["iss"]) ?? "",
    person: personOf(subject, document),
    issued: text(document["validFrom"]) ?? text(document["issuanceDate"]) ?? text(document["issuedOn"])
      ?? dateOf(token["nbf"]) ?? dateOf(token["iat"]),
    ends: text(document["validUntil"]) ?? text(document["expirationDate"]) ?? text(document["expires"]) ?? dateOf(token["exp"]),
    description,
    criteria: list(achievement["criteria"]).filter(isObject).map((one) => words(one["narrative"]))[0],
    skills: skillsOf(achievement),
    said: SAID.flatMap((name): [Said, string][] => {
      const value = subject[name];
      const written = typeof value === "number" ? String(value) : words(value);
      return written === undefined || written === description ? [] : [[name, written]];
    }),
    results: resultsOf(subject, achievement),
    evidence: list(document["evidence"])
      .filter(isObject)
      .map(evidenceOf)
      .filter((line) => line !== "")
      .slice(0, MAX_LIST),
    claims: claimsOf("credentialSubject" in document ? {} : document).filter(([name]) => !SHOWN_CLAIMS.has(name)).slice(0, MAX_LIST),
    picture: pictureOf(achievement["image"]) ?? pictureOf(document["image"]),
  };
}

// What heads the card already, as `claimsOf` writes the names.
const SHOWN_CLAIMS = new Set(["achievement title", "achievement description", "issuing authority"]);

/** All that leaves of a piece of evidence, so that nothing of it is in the file alone. */
function evidenceOf(one: JsonObject): string {
  const name = words(one["name"]);
  const told = [words(one["description"]), words(one["narrative"]), text(one["id"])].filter(Boolean).join(" ");
  return name !== undefined && told !== "" ? `${name}: ${told}` : (name ?? told);
}

// About the token, or said elsewhere on the page.
const TOKEN_CLAIMS = new Set(["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce", "vct", "vct#integrity", "status"]);

/** Every single value with the names that lead to it (SD-JWT VC). */
function claimsOf(value: Json, names: string[] = []): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((one) => claimsOf(one, names));
  if (isObject(value)) {
    const members = Object.entries(value).filter(([name]) => names.length > 0 || !TOKEN_CLAIMS.has(name));
    return members.flatMap(([name, member]) => claimsOf(member, [...names, name]));
  }
  return value === null || names.length === 0 ? [] : [[names.join(" / ").replaceAll("_", " "), String(value)]];
}

/** A text that may be written as one string, as a language map, or as an object with a name. */
function words(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (!isObject(value)) return undefined;
  const first = value["@value"] ?? value["name"] ?? Object.values(value).find((one) => typeof one === "string");
  return text(first);
}

function typeName(document: JsonObject): string {
  const types = list(document["type"]).filter((type) => typeof type === "string" && type !== "VerifiableCredential");
  return String(types[0] ?? text(document["vct"]) ?? "");
}

function personOf(subject: JsonObject, document: JsonObject): string | undefined {
  const either = (one: string, other: string): string | undefined =>
    words(subject[one]) ?? words(document[one]) ?? words(document[other]);
  const names = [either("givenName", "given_name"), either("familyName", "family_name")].filter(Boolean);
  const identity = list(subject["identifier"])
    .filter(isObject)
    .find((one) => one["hashed"] !== true && one["identityType"] === "name");
  return words(subject["name"]) ?? (names.length > 0 ? names.join(" ") : text(identity?.["identityHash"]));
}

function skillsOf(achievement: JsonObject): string[] {
  const aligned = list(achievement["alignment"]).filter(isObject).map((one) => words(one["targetName"]));
  const tags = list(achievement["tag"]).map((one) => words(one));
  return [...new Set([...aligned, ...tags].filter((one) => one !== undefined))].slice(0, MAX_LIST);
}

/** A result with the name its description gives it, and its status beside the value: the two belong together. */
function resultsOf(subject: JsonObject, achievement: JsonObject): string[] {
  const descriptions = list(achievement["resultDescription"]).filter(isObject);
  return list(subject["result"])
    .filter(isObject)
    .map((result) => {
      const described = descriptions.find((one) => one["id"] !== undefined && one["id"] === result["resultDescription"]);
      const levels = list(described?.["rubricCriterionLevel"]).filter(isObject);
      const level = levels.find((one) => one["id"] !== undefined && one["id"] === result["achievedLevel"]);
      const said = [words(result["value"]), words(level?.["name"]), text(result["status"])].filter(Boolean);
      const value = [...new Set(said)].join(" · ");
      const name = words(described?.["name"]);
      return name === undefined ? value : `${name}: ${value}`;
    })
    .filter((line) => line !== "")
    .slice(0, MAX_LIST);
}

function pictureOf(value: Json | undefined): string | undefined {
  const address = isObject(value) ? text(value["id"]) : text(value);
  return address !== undefined && address.length <= MAX_PICTURE_CHARACTERS && PICTURE.test(address) ? address : undefined;
}

export function isRecord(document: JsonObject): boolean {
  return hasType(document, "ClrCredential");
}

/** Marks that turn or hide text, made visible, and a length that leaves the page readable. */
export function plain(value: string, most = 2000): string {
  const visible = value
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "\u2423")
    .replace(/(\p{M}{3})\p{M}+/gu, "$1");
  return visible.length > most ? `${visible.slice(0, most)}…` : visible;
}
