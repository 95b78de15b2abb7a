// The other implementation of selective disclosure: digitalbazaar's suites, asked over standard input.
// Input: {contexts: {url: document}, items: [{do: "verify" | "derive", document, pointers}]}. Output: one answer per item,
// {verified: boolean, error} or {document} or {error}. Nothing is fetched.
import * as bbs2023 from '@digitalbazaar/bbs-2023-cryptosuite';
import * as ecdsaSd2023 from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import fs from 'node:fs';
import jsigs from 'jsonld-signatures';

const {contexts, items} = JSON.parse(fs.readFileSync(0, 'utf8'));
const suites = {'ecdsa-sd-2023': ecdsaSd2023, 'bbs-2023': bbs2023};
const purpose = () => new jsigs.purposes.AssertionProofPurpose();

async function documentLoader(url) {
  const answer = document => ({contextUrl: null, documentUrl: url, document, tag: 'static'});
  if(contexts[url]) return answer(contexts[url]);
  if(url.startsWith('did:key:')) return answer(controllerDocument(url));
  throw new Error('not known offline: ' + url);
}

function controllerDocument(url) {
  const [id] = url.split('#');
  const key = id.slice('did:key:'.length);
  const method = {id: `${id}#${key}`, type: 'Multikey', controller: id, publicKeyMultibase: key};
  if(url.includes('#')) return {'@context': 'https://w3id.org/security/multikey/v1', ...method};
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id, verificationMethod: [method], assertionMethod: [method.id]
  };
}

async function verify({document}) {
  const {createVerifyCryptosuite} = suites[document.proof.cryptosuite];
  const suite = new DataIntegrityProof({cryptosuite: createVerifyCryptosuite()});
  const result = await jsigs.verify(document, {suite, purpose: purpose(), documentLoader});
  const error = result.verified ? null : String(result.error?.errors?.[0]?.message ?? result.error);
  return {verified: result.verified, error};
}

async function derive({document, pointers}) {
  const {createDiscloseCryptosuite} = suites[document.proof.cryptosuite];
  const suite = new DataIntegrityProof({cryptosuite: createDiscloseCryptosuite({selectivePointers: pointers})});
  return {document: await jsigs.derive(document, {suite, purpose: purpose(), documentLoader})};
}

const answers = [];
for(const item of items) {
  try {
    answers.push(await {verify, derive}[item.do](item));
  } catch(error) {
    answers.push({error: String(error?.stack ?? error)});
  }
}
process.stdout.write(JSON.stringify(answers));
