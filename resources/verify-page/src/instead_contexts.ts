// In place of packages that bring contexts along (build.mjs): every context comes from the wallet's own pinned texts
// (documents.ts), and what the libraries need of these packages is their names.

export const constants = {
  SECURITY_CONTEXT_V1_URL: "https://w3id.org/security/v1",
  SECURITY_CONTEXT_V2_URL: "https://w3id.org/security/v2",
  CONTEXT_URL: "https://w3id.org/security/suites/ed25519-2020/v1",
};
export const contexts = new Map<string, object>();
export default { constants, contexts };
