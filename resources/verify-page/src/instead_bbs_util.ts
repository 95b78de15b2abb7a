// In place of `lib/bbs/util.js` of @digitalbazaar/bbs-signatures for its `interface.js` (build.mjs): the points that stand for
// statements are the same in every proof. The first ones were made when the page was built, any other is made once.
// Source: draft-irtf-cfrg-bbs-signatures-08, section 4.1.1 (create_generators).

import { bls12_381 } from "@noble/curves/bls12-381";
import { TEXT_ENCODER, concatBytes, i2osp } from "bbs:util";
import type { BbsCiphersuite, BbsGenerators, G1Point } from "bbs:util";
import generators from "virtual:generators";
import { fromBase64url, hex } from "./bytes";

export * from "bbs:util";

const { ProjectivePoint } = bls12_381.G1;
const COORDINATE_BYTES = 48;
const MAX_KEPT = 1000;
/** By the id of the interface and ciphersuite. */
const known = new Map<string, G1Point[]>();

export function create_generators(asked: {
  count: number;
  api_id: Uint8Array;
  ciphersuite: BbsCiphersuite;
}): BbsGenerators {
  const { count, api_id, ciphersuite } = asked;
  if (!(Number.isSafeInteger(count) && count > 0)) throw new Error("Invalid number of generators.");
  const named = (name: string): Uint8Array => concatBytes(api_id, TEXT_ENCODER.encode(name));
  const [seedDst, pointDst] = [named("SIG_GENERATOR_SEED_"), named("SIG_GENERATOR_DST_")];
  const name = new TextDecoder().decode(api_id);
  const before = known.get(name) ?? (name === generators.api ? unpacked(generators.points) : []);
  // step 1
  let v = ciphersuite.expand_message(named("MESSAGE_GENERATOR_SEED"), seedDst);
  const made: G1Point[] = [];
  for (let i = 1; i <= count; i += 1) {
    // steps 2 to 4
    v = ciphersuite.expand_message(concatBytes(v, i2osp(i, 8)), seedDst);
    if (i > before.length) made.push(ciphersuite.hash_to_curve_g1(v, pointDst));
  }
  const points = [...before, ...ProjectivePoint.normalizeZ(made)];
  if (count <= MAX_KEPT) known.set(name, points);
  const chosen = points.slice(0, count) as BbsGenerators;
  chosen.Q_1 = chosen[0] as G1Point;
  chosen.H = chosen.slice(1);
  return chosen;
}

/** Both coordinates of each point, as the build wrote them. */
function unpacked(packed: string): G1Point[] {
  const bytes = fromBase64url(packed);
  const coordinate = (at: number): bigint => BigInt(`0x${hex(bytes.subarray(at, at + COORDINATE_BYTES))}`);
  const starts = Array.from({ length: bytes.length / (2 * COORDINATE_BYTES) }, (_, at) => 2 * at * COORDINATE_BYTES);
  return starts.map((at) => ProjectivePoint.fromAffine({ x: coordinate(at), y: coordinate(at + COORDINATE_BYTES) }));
}
