// A stand-in for WebCrypto where the browser offers none: pages on plain http (a wallet sharing in the same room) and
// old browsers. Imported before everything else, because the libraries look for `crypto.subtle` when they load.
// Lives here: digests, HMAC, and verifying ECDSA, Ed25519 and RSA signatures, over @noble. Does not live here: anything
// secret but the HMAC of selective disclosure, whose key travels in the document.

import { ed25519 } from "@noble/curves/ed25519";
import { p256, p384 } from "@noble/curves/nist";
import { hmac } from "@noble/hashes/hmac";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2";
import { type Bytes, concat, fromBase64url, toBase64url } from "./bytes";

type Name = string | { name: string };
interface Algorithm {
  name: string;
  hash?: Name;
  namedCurve?: string;
  saltLength?: number;
}

const HASHES = { "SHA-256": sha256, "SHA-384": sha384, "SHA-512": sha512 };
type HashName = keyof typeof HASHES;
const CURVES: Record<string, typeof p256> = { "P-256": p256, "P-384": p384 };
// DigestInfo of RFC 8017, section 9.2, note 1.
const DIGEST_INFO: Record<HashName, string> = {
  "SHA-256": "3031300d060960864801650304020105000420",
  "SHA-384": "3041300d060960864801650304020205000430",
  "SHA-512": "3051300d060960864801650304020305000440",
};

class Key {
  readonly [Symbol.toStringTag] = "CryptoKey";
  readonly type: string;
  readonly extractable = true;
  constructor(
    readonly algorithm: Algorithm & { hash?: { name: string }; modulusLength?: number },
    readonly usages: string[],
    readonly material: Bytes | { n: bigint; e: bigint },
  ) {
    this.type = algorithm.name === "HMAC" ? "secret" : "public";
  }
}

function nameOf(algorithm: Name): string {
  return typeof algorithm === "string" ? algorithm : algorithm.name;
}

function hashOf(algorithm: Name | undefined): HashName {
  const name = algorithm === undefined ? "" : nameOf(algorithm).toUpperCase();
  if (!(name in HASHES)) throw new DOMException("hash", "NotSupportedError");
  return name as HashName;
}

function bytesOf(data: BufferSource): Bytes {
  const view = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return new Uint8Array(view);
}

function bigint(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function pointFromJwk(jwk: JsonWebKey): Bytes {
  if (jwk.kty === "OKP") return fromBase64url(jwk.x ?? "");
  return concat(new Uint8Array([4]), fromBase64url(jwk.x ?? ""), fromBase64url(jwk.y ?? ""));
}

const fallback = {
  async digest(algorithm: Name, data: BufferSource): Promise<ArrayBuffer> {
    return new Uint8Array(HASHES[hashOf(algorithm)](bytesOf(data))).buffer;
  },

  async importKey(
    format: string,
    data: BufferSource | JsonWebKey,
    algorithm: Name & Algorithm,
    _extractable: boolean,
    usages: string[],
  ): Promise<Key> {
    const wanted: Algorithm = typeof algorithm === "string" ? { name: algorithm } : algorithm;
    const described = { ...wanted, ...(wanted.hash ? { hash: { name: nameOf(wanted.hash) } } : {}) } as Key["algorithm"];
    if (format === "jwk") {
      const jwk = data as JsonWebKey;
      if (jwk.d !== undefined) throw new DOMException("private key", "NotSupportedError");
      if (jwk.kty === "RSA") {
        const n = bigint(fromBase64url(jwk.n ?? ""));
        const key = { n, e: bigint(fromBase64url(jwk.e ?? "")) };
        return new Key({ ...described, modulusLength: n.toString(2).length }, usages, key);
      }
      return new Key(described, usages, pointFromJwk(jwk));
    }
    const bytes = bytesOf(data as BufferSource);
    if (format === "raw") return new Key(described, usages, bytes);
    if (format !== "spki") throw new DOMException(format, "NotSupportedError");
    // The point stands at the end, compressed as Multikey has it, or not.
    const size = wanted.namedCurve === "P-384" ? 48 : 32;
    const length = [2 * size + 1, size + 1].find((n) => [2, 3, 4].includes(bytes[bytes.length - n] ?? 0));
    if (length === undefined) throw new DOMException("spki", "DataError");
    return new Key(described, usages, bytes.slice(bytes.length - length));
  },

  async exportKey(format: string, key: Key): Promise<ArrayBuffer | JsonWebKey> {
    const material = key.material as Bytes;
    if (format === "raw") return material.slice().buffer;
    const curve = CURVES[key.algorithm.namedCurve ?? ""];
    if (format !== "jwk" || !curve) throw new DOMException(format, "NotSupportedError");
    const point = curve.ProjectivePoint.fromHex(material).toRawBytes(false);
    const half = (point.length - 1) / 2;
    return {
      kty: "EC",
      crv: key.algorithm.namedCurve as string,
      x: toBase64url(point.subarray(1, 1 + half)),
      y: toBase64url(point.subarray(1 + half)),
    };
  },

  async sign(_algorithm: Name, key: Key, data: BufferSource): Promise<ArrayBuffer> {
    if (key.algorithm.name !== "HMAC") throw new DOMException("sign", "NotSupportedError");
    return new Uint8Array(hmac(HASHES[hashOf(key.algorithm.hash)], key.material as Bytes, bytesOf(data))).buffer;
  },

  async verify(algorithm: Name & Algorithm, key: Key, signature: BufferSource, data: BufferSource): Promise<boolean> {
    const [signed, message] = [bytesOf(signature), bytesOf(data)];
    switch (nameOf(algorithm)) {
      case "Ed25519":
        return ed25519.verify(signed, message, key.material as Bytes, { zip215: false });
      case "ECDSA": {
        const curve = CURVES[key.algorithm.namedCurve ?? ""];
        if (!curve) throw new DOMException("curve", "NotSupportedError");
        const digest = HASHES[hashOf(algorithm.hash)](message);
        try {
          return curve.verify(signed, digest, key.material as Bytes, { prehash: false, lowS: false });
        } catch {
          return false;
        }
      }
      case "RSASSA-PKCS1-v1_5":
        return verifyRsa(key, signed, message, hashOf(algorithm.hash ?? key.algorithm.hash));
      case "RSA-PSS":
        return verifyPss(key, signed, message, hashOf(algorithm.hash ?? key.algorithm.hash), algorithm.saltLength ?? 0);
      default:
        throw new DOMException("algorithm", "NotSupportedError");
    }
  },
};

/** RFC 8017, section 8.2.2 (RSASSA-PKCS1-v1_5), by encoding what is expected and comparing all of it. */
function verifyRsa(key: Key, signature: Bytes, message: Bytes, hash: HashName): boolean {
  const encoded = rsaPublic(key, signature);
  if (!encoded) return false;
  const info = concat(
    Uint8Array.from(DIGEST_INFO[hash].match(/../g) ?? [], (pair) => parseInt(pair, 16)),
    HASHES[hash](message),
  );
  const padding = new Uint8Array(encoded.length - info.length - 3).fill(0xff);
  return same(encoded, concat(new Uint8Array([0, 1]), padding, new Uint8Array([0]), info));
}

/** RFC 8017, sections 8.1.2 and 9.1.2 (RSASSA-PSS with MGF1 of the same hash). */
function verifyPss(key: Key, signature: Bytes, message: Bytes, hash: HashName, saltLength: number): boolean {
  const encoded = rsaPublic(key, signature);
  if (!encoded) return false;
  const digest = HASHES[hash];
  const bits = (key.material as { n: bigint }).n.toString(2).length - 1;
  const block = encoded.subarray(encoded.length - Math.ceil(bits / 8));
  const size = digest.outputLen;
  if (block[block.length - 1] !== 0xbc || block.length < size + saltLength + 2) return false;
  const masked = block.slice(0, block.length - size - 1);
  const seed = block.slice(masked.length, masked.length + size);
  const mask: Uint8Array[] = [];
  for (let n = 0; n * size < masked.length; n += 1) mask.push(digest(concat(seed, new Uint8Array([0, 0, 0, n]))));
  const whole = concat(...mask);
  const unused = 8 * block.length - bits;
  if ((masked[0] as number) >> (8 - unused) !== 0 && unused > 0) return false;
  const db = masked.map((byte, at) => byte ^ (whole[at] as number));
  db[0] = (db[0] as number) & (0xff >> unused);
  const start = db.length - saltLength;
  if (db[start - 1] !== 1 || db.subarray(0, start - 1).some((byte) => byte !== 0)) return false;
  return same(seed, digest(concat(new Uint8Array(8), digest(message), db.slice(start))));
}

function rsaPublic(key: Key, signature: Bytes): Bytes | null {
  const { n, e } = key.material as { n: bigint; e: bigint };
  const size = Math.ceil(n.toString(16).length / 2);
  const value = bigint(signature);
  if (signature.length !== size || value >= n) return null;
  let result = 1n;
  for (let base = value, exponent = e; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % n;
    base = (base * base) % n;
  }
  const digits = result.toString(16).padStart(2 * size, "0");
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16)) as Bytes;
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

if (globalThis.crypto.subtle === undefined) {
  Object.defineProperty(globalThis.crypto, "subtle", { value: fallback });
  Object.defineProperty(globalThis, "CryptoKey", { value: Key, configurable: true });
}
