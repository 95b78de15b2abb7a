// The parts of untyped packages that are used, and the modules that the build makes.

declare module "virtual:contexts" {
  const packed: string;
  export default packed;
}
declare module "virtual:generators" {
  const generators: { api: string; points: string };
  export default generators;
}
declare module "virtual:dictionary" {
  const base64url: string;
  export default base64url;
}

interface ProofSuite {
  verifyProof(options: {
    proof: object;
    proofSet: object[];
    document: object;
    documentLoader: (url: string) => Promise<object>;
  }): Promise<{ verified: boolean; error?: Error }>;
}

declare module "@digitalbazaar/data-integrity" {
  export class DataIntegrityProof implements ProofSuite {
    constructor(options: { cryptosuite: object });
    verifyProof: ProofSuite["verifyProof"];
  }
}
declare module "@digitalbazaar/ed25519-signature-2020" {
  export class Ed25519Signature2020 implements ProofSuite {
    verifyProof: ProofSuite["verifyProof"];
  }
}
declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: object;
}
declare module "@digitalbazaar/ecdsa-rdfc-2019-cryptosuite" {
  export const cryptosuite: object;
}
declare module "@digitalbazaar/eddsa-jcs-2022-cryptosuite" {
  export function createVerifyCryptosuite(): object;
}
declare module "@digitalbazaar/ecdsa-jcs-2019-cryptosuite" {
  export function createVerifyCryptosuite(): object;
}
declare module "@digitalbazaar/ecdsa-sd-2023-cryptosuite" {
  export function createVerifyCryptosuite(): object;
}
declare module "@digitalbazaar/bbs-2023-cryptosuite" {
  export function createVerifyCryptosuite(): object;
}
declare module "virtual:icons" {
  const icons: Record<string, string>;
  export default icons;
}

/** The modules of @digitalbazaar/bbs-signatures that `instead_bbs_*.ts` stand in for. */
declare module "bbs:util" {
  import type { bls12_381 } from "@noble/curves/bls12-381";
  export type G1Point = InstanceType<typeof bls12_381.G1.ProjectivePoint>;
  export type BbsGenerators = G1Point[] & { Q_1: G1Point; H: G1Point[] };
  export interface BbsCiphersuite {
    P1: G1Point;
    Fr: { mul(one: bigint, other: bigint): bigint };
    expand_message(message: Uint8Array, dst: Uint8Array): Uint8Array;
    hash_to_curve_g1(message: Uint8Array, dst: Uint8Array): G1Point;
  }
  export interface BbsVerifyInput {
    PK: Uint8Array;
    generators: BbsGenerators;
    header: Uint8Array;
    api_id: Uint8Array;
    ciphersuite: BbsCiphersuite;
    proof: (G1Point | bigint)[];
    disclosed_messages: bigint[];
    disclosed_indexes: number[];
  }
  export const TEXT_ENCODER: TextEncoder;
  export function concatBytes(...parts: Uint8Array[]): Uint8Array;
  export function i2osp(value: number | bigint, length: number): Uint8Array;
  export function hash_to_scalar(input: {
    msg_octets: Uint8Array;
    dst: Uint8Array;
    ciphersuite: BbsCiphersuite;
  }): bigint;
}
declare module "bbs:proof" {
  export function ProofChallengeCalculate(input: object): bigint;
  export function ProofFinalize(input: object): Uint8Array;
  export function ProofInit(input: object): unknown[];
}
