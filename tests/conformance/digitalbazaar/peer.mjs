// Signs and verifies for test_digitalbazaar.py: one JSON object on standard input, one on standard output.
// No network: contexts come with the request, did:key documents are made from the identifier itself.
import * as fs from 'node:fs';
import * as BbsMultikey from '@digitalbazaar/bls12-381-multikey';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as bbs from '@digitalbazaar/bbs-2023-cryptosuite';
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as jose from 'jose';
import * as vc from '@digitalbazaar/vc';
import {cryptosuite as ecdsaRdfc} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite as eddsaRdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import {Ed25519VerificationKey2020} from '@digitalbazaar/ed25519-verification-key-2020';

const input = JSON.parse(fs.readFileSync(0, 'utf8'));
const now = new Date(input.now);
const ED2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';
const MULTIKEY = 'https://w3id.org/security/multikey/v1';

function makeLoader(old) {
  return async url => {
    const answer = document => ({contextUrl: null, documentUrl: url, document});
    if(input.contexts[url]) return answer(input.contexts[url]);
    if(!url.startsWith('did:key:')) throw new Error(`not here: ${url}`);
    const [did, fragment] = url.split('#');
    const value = did.slice('did:key:'.length);
    const method = {
      id: `${did}#${value}`, controller: did, publicKeyMultibase: value,
      type: old ? 'Ed25519VerificationKey2020' : 'Multikey'
    };
    if(fragment !== undefined) return answer({'@context': old ? ED2020 : MULTIKEY, ...method});
    return answer({
      '@context': ['https://www.w3.org/ns/did/v1', old ? ED2020 : MULTIKEY], id: did,
      verificationMethod: [method], assertionMethod: [method.id], authentication: [method.id]
    });
  };
}

const VERIFY = {
  'eddsa-rdfc-2022': () => eddsaRdfc,
  'ecdsa-rdfc-2019': () => ecdsaRdfc,
  'eddsa-jcs-2022': () => eddsaJcs.createVerifyCryptosuite(),
  'ecdsa-jcs-2019': () => ecdsaJcs.createVerifyCryptosuite(),
  'ecdsa-sd-2023': () => ecdsaSd.createVerifyCryptosuite(),
  'bbs-2023': () => bbs.createVerifyCryptosuite()
};

async function verify({document, suite: name, challenge, domain}) {
  const suite = name === 'Ed25519Signature2020' ? new Ed25519Signature2020() :
    new DataIntegrityProof({cryptosuite: VERIFY[name]()});
  const documentLoader = makeLoader(name === 'Ed25519Signature2020');
  const common = {suite, documentLoader, now, checkStatus: async () => ({verified: true})};
  const isPresentation = [].concat(document.type ?? []).includes('VerifiablePresentation');
  const result = isPresentation ?
    await vc.verify({...common, presentation: document, challenge, domain}) :
    await vc.verifyCredential({...common, credential: document});
  const errors = [].concat(result.error?.errors ?? result.error ?? []);
  return {verified: result.verified === true, why: errors.map(error => String(error.message)).join('; ')};
}

async function makeKey(kind, old) {
  if(old) return Ed25519VerificationKey2020.generate();
  if(kind === 'Ed25519') return Ed25519Multikey.generate();
  if(kind === 'BBS') return BbsMultikey.generateBbsKeyPair({algorithm: 'BBS-BLS12-381-SHA-256'});
  return EcdsaMultikey.generate({curve: kind});
}

async function sign({document, suite: name, kind, mandatory, shown, challenge, domain}) {
  const old = name === 'Ed25519Signature2020', key = await makeKey(kind, old);
  const did = `did:key:${key.publicKeyMultibase}`;
  key.controller = did;
  key.id = `${did}#${key.publicKeyMultibase}`;
  const SIGN = {
    'eddsa-jcs-2022': () => eddsaJcs.createSignCryptosuite(),
    'ecdsa-jcs-2019': () => ecdsaJcs.createSignCryptosuite(),
    'ecdsa-sd-2023': () => ecdsaSd.createSignCryptosuite({mandatoryPointers: mandatory}),
    'bbs-2023': () => bbs.createSignCryptosuite({mandatoryPointers: mandatory})
  };
  const date = input.created, signer = key.signer();
  const suite = old ? new Ed25519Signature2020({key, date}) :
    new DataIntegrityProof({cryptosuite: (SIGN[name] ?? VERIFY[name])(), signer, date});
  const documentLoader = makeLoader(old);
  if([].concat(document.type).includes('VerifiablePresentation')) {
    const presentation = {...document, holder: did};
    return {made: await vc.signPresentation({presentation, suite, challenge, domain, documentLoader, now})};
  }
  const credential = {...document, issuer: {...document.issuer, id: did}};
  const made = await vc.issue({credential, suite, documentLoader, now});
  if(!shown) return {made};
  const disclose = name === 'bbs-2023' ? bbs : ecdsaSd;
  const cryptosuite = disclose.createDiscloseCryptosuite({selectivePointers: shown});
  return {base: made, made: await vc.derive({
    verifiableCredential: made, suite: new DataIntegrityProof({cryptosuite}), documentLoader
  })};
}

async function verifyToken({token, jwk}) {
  await jose.compactVerify(token, await jose.importJWK(jwk, jose.decodeProtectedHeader(token).alg));
  return {verified: true};
}

async function signToken({payload, alg}) {
  const {publicKey, privateKey} = await jose.generateKeyPair(alg);
  const jwk = await jose.exportJWK(publicKey);
  const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
  const whole = {...payload, iss: did, issuer: {...payload.issuer, id: did}};
  const header = {alg, typ: 'JWT', kid: `${did}#0`};
  return {made: await new jose.SignJWT(whole).setProtectedHeader(header).sign(privateKey)};
}

const WORK = {verify, sign, verifyToken, signToken};
const answers = [];
for(const request of input.requests) {
  try {
    answers.push(await WORK[request.work](request));
  } catch(error) {
    answers.push({verified: false, why: String(error?.message ?? error)});
  }
}
process.stdout.write(JSON.stringify(answers));
