// In place of `lib/bbs/proof.js` of @digitalbazaar/bbs-signatures for its `core.js` (build.mjs): the same sums, each with all its
// points at once. That takes a fraction of the time; nothing here is secret, so how long it takes may tell.
// Source: draft-irtf-cfrg-bbs-signatures-08, section 3.7.3 (ProofVerifyInit).

import { bls12_381 } from "@noble/curves/bls12-381";
import { TEXT_ENCODER, concatBytes, hash_to_scalar, i2osp } from "bbs:util";
import type { BbsGenerators, BbsVerifyInput, G1Point } from "bbs:util";

export { ProofChallengeCalculate, ProofFinalize, ProofInit } from "bbs:proof";

export function ProofVerifyInit(input: BbsVerifyInput): (G1Point | bigint)[] {
  const { proof, generators, disclosed_messages, disclosed_indexes, ciphersuite } = input;
  // Deserialization
  const [abar, bbar, d] = proof.slice(0, 3) as [G1Point, G1Point, G1Point];
  const scalars = proof.slice(3) as bigint[];
  if (scalars.length < 4 || scalars.some((one) => one === 0n)) throw new Error("Invalid scalar in proof.");
  const [eHat, r1Hat, r3Hat, ...rest] = scalars as [bigint, bigint, bigint, ...bigint[]];
  const c = rest.at(-1) as bigint;
  const commitments = rest.slice(0, -1);
  const places = hiddenPlaces(generators, disclosed_indexes, commitments.length);
  if (disclosed_messages.length !== disclosed_indexes.length) throw new Error("Messages and indexes differ in number.");
  // step 1
  const domain = domainOf(input);
  // step 2: T1 = Bbar * c + Abar * e^ + D * r1^
  const t1 = sum([bbar, abar, d], [c, eHat, r1Hat]);
  // steps 3 and 4: T2 = (P1 + Q_1 * domain + H_i * msg_i ...) * c + D * r3^ + H_j * m^_j ...
  const { Q_1, H } = generators;
  const times = (one: bigint): bigint => ciphersuite.Fr.mul(one, c);
  const t2 = sum(
    [ciphersuite.P1, Q_1, d, ...disclosed_indexes.map((i) => H[i] as G1Point), ...places.map((j) => H[j] as G1Point)],
    [c, times(domain), r3Hat, ...disclosed_messages.map(times), ...commitments],
  );
  // step 5
  return [abar, bbar, d, t1, t2, domain];
}

/** The indexes that are not shown, in order. */
function hiddenPlaces(generators: BbsGenerators, shown: number[], hidden: number): number[] {
  const count = generators.H.length;
  const isShown = new Set(shown);
  const isInRange = shown.every((i) => Number.isInteger(i) && i >= 0 && i < count);
  if (!isInRange || isShown.size !== shown.length || shown.length + hidden !== count) throw new Error("Invalid indexes.");
  return [...generators.H.keys()].filter((i) => !isShown.has(i));
}

/** As `calculate_domain`, section 4.2.3; the library would make sure of every generator again that it is on the curve. */
function domainOf({ PK, generators, header, api_id, ciphersuite }: BbsVerifyInput): bigint {
  const count = i2osp(generators.H.length, 8);
  const octets = concatBytes(PK, count, ...generators.map(compressed), api_id, i2osp(header.length, 8), header);
  return hash_to_scalar({ msg_octets: octets, dst: concatBytes(api_id, TEXT_ENCODER.encode("H2S_")), ciphersuite });
}

/** A point as 48 bytes: one coordinate, and in the first bits that it is short and which of the two others is meant. */
function compressed(point: G1Point): Uint8Array {
  const { x, y } = point.toAffine();
  const bytes = i2osp(x, 48);
  const isLarger = y * 2n > bls12_381.fields.Fp.ORDER;
  bytes[0] = (bytes[0] as number) | 0x80 | (isLarger ? 0x20 : 0);
  return bytes;
}

const WINDOW = 4;

/** The sum of points times scalars, with the doublings shared. Source: Straus; Möller, "Algorithms for Multi-exponentiation". */
function sum(points: G1Point[], scalars: bigint[]): G1Point {
  const digits = scalars.map(nonAdjacent);
  const odd = points.map((point) => {
    const [multiples, twice] = [[point], point.double()];
    for (let n = 3; n < 1 << (WINDOW - 1); n += 2) multiples.push((multiples.at(-1) as G1Point).add(twice));
    return multiples;
  });
  let result = bls12_381.G1.ProjectivePoint.ZERO;
  for (let at = Math.max(...digits.map((one) => one.length)) - 1; at >= 0; at -= 1) {
    result = result.double();
    digits.forEach((each, which) => {
      const digit = each[at] ?? 0;
      const multiple = odd[which]?.[Math.abs(digit) >> 1] as G1Point;
      if (digit !== 0) result = result.add(digit > 0 ? multiple : multiple.negate());
    });
  }
  return result;
}

/** The digits of a scalar, the lowest first: 0, or odd and small, and behind each odd one at least three that are 0. */
function nonAdjacent(scalar: bigint): number[] {
  const digits: number[] = [];
  const [size, half] = [1n << BigInt(WINDOW), 1 << (WINDOW - 1)];
  for (let rest = scalar; rest > 0n; rest >>= 1n) {
    const low = (rest & 1n) === 0n ? 0 : Number(rest % size);
    const digit = low > half ? low - 2 * half : low;
    digits.push(digit);
    rest -= BigInt(digit);
  }
  return digits;
}
