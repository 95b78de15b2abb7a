// Shares locked with a passphrase (`.lershare`): a compact JWE, opened with `jose`.
// Source: RFC 7516; RFC 7518, section 4.8 (PBES2). The limits are those of wallet/sharing/encrypted_share.py.

import { compactDecrypt, decodeProtectedHeader } from "jose";
import { type Bytes, fromUtf8, utf8 } from "./bytes";

const LEAST_ROUNDS = 100_000;
const MOST_ROUNDS = 300_000;
const TYPE = "application/ler-bundle+json";

export type Lock = "passphrase" | "key";

export class WrongPassphrase extends Error {}

/** How a text is locked; undefined when it is not. */
export function lockOf(text: string): Lock | undefined {
  if (!/^\s*[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){4}\s*$/.test(text)) return undefined;
  try {
    const header = decodeProtectedHeader(text.trim()) as { cty?: string; alg?: string };
    if (header.cty !== TYPE) return undefined;
    return header.alg === "PBES2-HS512+A256KW" ? "passphrase" : "key";
  } catch {
    return undefined;
  }
}

export async function unlock(text: string, passphrase: string): Promise<string> {
  const { p2c } = decodeProtectedHeader(text.trim()) as { p2c?: number };
  if (typeof p2c !== "number" || p2c < LEAST_ROUNDS || p2c > MOST_ROUNDS) throw new WrongPassphrase();
  try {
    const { plaintext } = await compactDecrypt(text.trim(), utf8(passphrase.normalize("NFC")), {
      keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
      contentEncryptionAlgorithms: ["A256GCM"],
      maxPBES2Count: MOST_ROUNDS,
    });
    return fromUtf8(plaintext as Bytes);
  } catch {
    throw new WrongPassphrase();
  }
}
