// The parts of untyped packages that are used, and the modules that the build makes.

declare module "virtual:contexts" {
  const packed: string;
  export default packed;
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
