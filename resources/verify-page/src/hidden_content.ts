// What a signed document may not say, because readers would not see that it says so. A Data Integrity proof over RDF
// signs statements, not JSON: an end date written by its full address, in a list inside a list, or in another object
// with the credential's own id still verifies, and is read by nobody. Each statement has one spelling here.
// Lives here: one pass over the raw document. Does not live here: terms no context defines (the library's safe mode).
// The same rules as wallet/proofs/hidden_content.py; tests/verify_page holds the two against each other.

import { type Json, type JsonObject, isObject, list } from "./json";
import { Refusal } from "./report";

const MAX_VALUES = 60_000;
const ALLOWED_KEYWORDS = new Set(["@context", "@value", "@language"]);
const SECOND_SPELLINGS = new Set(["expiration", "uid"]);
const ADDRESS = /^(?:https:\/\/|http:\/\/|urn:|did:)/;
const VOCABULARIES = [
  "https://www.w3.org/2018/credentials#",
  "https://www.w3.org/ns/credentials/",
  "https://w3id.org/security#",
  "https://w3id.org/vc",
  "https://w3id.org/openbadges",
  "https://w3id.org/dcc/",
  "https://purl.imsglobal.org/spec/",
  "https://imsglobal.github.io/openbadges-specification/",
];
// What decides about a document stands in the document itself and nowhere else.
const DOCUMENT_MEMBERS = [
  "credentialSchema", "credentialStatus", "credentialSubject", "expirationDate", "expires", "holder",
  "issuanceDate", "issuer", "refreshService", "termsOfUse", "validFrom", "validUntil", "verifiableCredential",
];
// What is read from one object: content added through another object of the same id would not be seen.
const READ_ONCE = new Set([
  "Achievement", "AchievementSubject", "ClrSubject", "EndorsementSubject", "Evidence", "Result",
  "ResultDescription", "RubricCriterionLevel",
]);

type Seen = Map<string, JsonObject>;

/** Throws Refusal for what would be signed but not read. */
export function refuseHiddenContent(document: JsonObject): void {
  const pending: [JsonObject | Json[], Seen][] = [[document, new Map()]];
  let values = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, seen] = next;
    values += 1 + (Array.isArray(value) ? value.length : Object.keys(value).length);
    if (values > MAX_VALUES) throw new Refusal("structure_invalid", "number of values");
    if (Array.isArray(value)) {
      for (const item of value) {
        if (Array.isArray(item)) throw new Refusal("structure_invalid", "list in a list");
        if (isObject(item)) pending.push([item, seen]);
      }
      continue;
    }
    refuseHiddenMembers(value);
    refuseSecondObject(document, value, seen);
    for (const [name, item] of Object.entries(value)) {
      if (name === "@context" || typeof item !== "object" || item === null) continue;
      if (name === "verifiableCredential") pending.push(...enclosed(item));
      else pending.push([item, seen]);
    }
  }
}

/** Enclosed credentials; each is a graph of its own, where ids start anew. */
function enclosed(item: Json): [JsonObject, Seen][] {
  if (list(item).some(Array.isArray)) throw new Refusal("structure_invalid", "list in a list");
  return list(item)
    .filter(isObject)
    .map((entry) => [entry, new Map()]);
}

// The prefixes that the contexts of this page define.
const PREFIXES = /^(?:cc|cred|dc|dct|foaf|obi|odrl|owl|rdf|rdfs|schema|sec|skos|vcard|xsd):/;

function refuseHiddenMembers(node: JsonObject): void {
  // a compact address as an id is a second spelling, too
  const id = node["id"];
  if (typeof id === "string" && PREFIXES.test(id)) throw new Refusal("undefined_term", id.slice(0, 80));
  for (const name of Object.keys(node)) {
    const isHidden = name.startsWith("@")
      ? !ALLOWED_KEYWORDS.has(name)
      : name.includes(":") || /^\p{Lu}/u.test(name) || SECOND_SPELLINGS.has(name);
    if (isHidden) throw new Refusal("undefined_term", name.slice(0, 40));
  }
  for (const kind of kindsOf(node)) {
    if (!kind.includes(":")) continue;
    if (!ADDRESS.test(kind) || VOCABULARIES.some((one) => kind.startsWith(one))) {
      throw new Refusal("undefined_term", kind.slice(0, 80));
    }
  }
}

/** In the graph two objects of one id are one; saying exactly the same again is harmless. */
function refuseSecondObject(document: JsonObject, node: JsonObject, seen: Seen): void {
  const id = node["id"];
  if (typeof id !== "string") return;
  if (node !== document && id === document["id"]) refuseSecondSelf(document, node);
  for (const kind of kindsOf(node).filter((one) => READ_ONCE.has(one))) {
    const key = `${kind} ${id}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, node);
    else if (first !== node && !equal(first, node)) throw new Refusal("structure_invalid", "two objects with one id");
  }
}

/** An object with the document's own id may not say what only the document itself may say. */
function refuseSecondSelf(document: JsonObject, node: JsonObject): void {
  const kinds = kindsOf(node);
  const own = kindsOf(document);
  if (
    DOCUMENT_MEMBERS.some((name) => Object.hasOwn(node, name)) ||
    kinds.some((kind) => own.includes(kind) || /(?:Credential|Presentation)$/.test(kind))
  ) {
    throw new Refusal("structure_invalid", "the document's id on another object");
  }
}

function kindsOf(node: JsonObject): string[] {
  return list(node["type"]).filter((kind) => typeof kind === "string");
}

function equal(one: Json, other: Json): boolean {
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) && Array.isArray(other) && one.length === other.length &&
      one.every((item, at) => equal(item, other[at] as Json))
    );
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && equal(one[name] as Json, other[name] as Json))
  );
}
