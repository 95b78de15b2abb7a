// A credential issuer made of the OpenWallet Foundation's libraries (@openid4vc): they judge every request, and write every
// answer; here are only the paths, the memory of codes, and keys.
// Usage: node issuer.mjs CERTIFICATES ISSUER CREDENTIAL. Prints {port, offers} and answers until it is ended.
import * as crypto from 'node:crypto';
import fs from 'node:fs';
import https from 'node:https';
import {Openid4vciIssuer, Openid4vciVersion} from '@openid4vc/openid4vci';
import {Oauth2AuthorizationServer, Oauth2ResourceServer} from '@openid4vc/oauth2';

const [certificates, ISSUER, credentialFile] = process.argv.slice(2);
const template = JSON.parse(fs.readFileSync(credentialFile, 'utf8'));
const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const TX_CODE = '493536';
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

// -- keys: the issuer is the did:key of an Ed25519 key of this run

const {privateKey, publicKey} = crypto.generateKeyPairSync('ed25519');
const publicJwk = publicKey.export({format: 'jwk'});
const multikey = 'z' + base58(Buffer.concat([Buffer.from([0xed, 1]), Buffer.from(publicJwk.x, 'base64url')]));
const did = `did:key:${multikey}`;
const method = `${did}#${multikey}`;

function base58(bytes) {
  let number = BigInt('0x' + Buffer.from(bytes).toString('hex')), text = '';
  for(; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text;
  return text;
}

function fromBase58(text) {
  let number = 0n;
  for(const letter of text) number = number * 58n + BigInt(ALPHABET.indexOf(letter));
  return Buffer.from(number.toString(16).padStart(68, '0'), 'hex');
}

function keyOfDid(didUrl) {
  const raw = fromBase58(didUrl.split('#')[0].replace('did:key:z', ''));
  return {kty: 'OKP', crv: 'Ed25519', x: raw.subarray(2).toString('base64url')};
}

const coded = value => Buffer.from(JSON.stringify(value)).toString('base64url');

function compact(header, payload) {
  const input = `${coded(header)}.${coded(payload)}`;
  return `${input}.${crypto.sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
}

const callbacks = {
  generateRandom: size => crypto.randomBytes(size),
  hash: (data, name) => crypto.createHash(name.replace('-', '')).update(data).digest(),
  signJwt: (_signer, {header, payload}) => ({jwt: compact(header, payload), signerJwk: publicJwk}),
  verifyJwt: (signer, jwt) => {
    const signerJwk = signer.method === 'did' ? keyOfDid(signer.didUrl) : signer.publicJwk;
    const [header, payload, signature] = jwt.compact.split('.');
    const key = crypto.createPublicKey({key: signerJwk, format: 'jwk'});
    const verified = crypto.verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
    return verified ? {verified, signerJwk} : {verified};
  },
  fetch: async () => new Response(JSON.stringify({keys: [publicJwk]}), {headers: {'Content-Type': 'application/jwk-set+json'}}),
  clientAuthentication: () => {},
};

const issuer = new Openid4vciIssuer({callbacks});
const authorization = new Oauth2AuthorizationServer({callbacks});
const resources = new Oauth2ResourceServer({callbacks});

// -- what it says of itself

const bound = {
  cryptographic_binding_methods_supported: ['did:key', 'jwk'],
  proof_types_supported: {jwt: {proof_signing_alg_values_supported: ['ES256', 'EdDSA']}},
};
const definition = {type: ['VerifiableCredential', 'OpenBadgeCredential']};
const named = name => ({credential_metadata: {display: [{name, locale: 'en'}]}});
const credentialIssuer = issuer.createCredentialIssuerMetadata({
  credential_issuer: ISSUER,
  credential_endpoint: `${ISSUER}/credential`,
  nonce_endpoint: `${ISSUER}/nonce`,
  deferred_credential_endpoint: `${ISSUER}/deferred`,
  notification_endpoint: `${ISSUER}/notification`,
  batch_credential_issuance: {batch_size: 3},
  display: [{name: 'Issuer of another', locale: 'en'}],
  credential_configurations_supported: {
    jwt: {format: 'jwt_vc_json', scope: 'jwt', credential_definition: definition, ...bound, ...named('A badge as a token')},
    ldp: {
      format: 'ldp_vc', scope: 'ldp', credential_definition: {...definition, '@context': template['@context']}, ...bound,
      ...named('A badge'),
    },
    sd: {format: 'dc+sd-jwt', scope: 'sd', vct: `${ISSUER}/types/badge`, ...bound, ...named('A badge to show in parts')},
    late: {format: 'jwt_vc_json', scope: 'late', credential_definition: definition, ...bound, ...named('A badge for later')},
  },
});
const server = authorization.createAuthorizationServerMetadata({
  issuer: ISSUER,
  token_endpoint: `${ISSUER}/token`,
  authorization_endpoint: `${ISSUER}/authorize`,
  pushed_authorization_request_endpoint: `${ISSUER}/push`,
  require_pushed_authorization_requests: true,
  authorization_response_iss_parameter_supported: true,
  jwks_uri: `${ISSUER}/keys`,
  grant_types_supported: ['authorization_code', PRE_AUTHORIZED],
  'pre-authorized_grant_anonymous_access_supported': true,
  code_challenge_methods_supported: ['S256'],
});
const issuerMetadata = {
  originalDraftVersion: Openid4vciVersion.V1,
  credentialIssuer,
  authorizationServers: [server],
  knownCredentialConfigurations: credentialIssuer.credential_configurations_supported,
};

// -- what it remembers

const codes = new Map(), pushed = new Map(), signedIn = new Map(), nonces = new Set(), late = new Map(), told = [];
const failures = [];

async function offer(kinds, {withCode = false, byReference = false, signIn = false} = {}) {
  const code = crypto.randomBytes(16).toString('hex');
  codes.set(code, withCode ? TX_CODE : undefined);
  const place = byReference ? `${ISSUER}/offers/${code}` : undefined;
  const grants = signIn
    ? {authorization_code: {issuer_state: code}}
    : {[PRE_AUTHORIZED]: {
      'pre-authorized_code': code, ...(withCode ? {tx_code: {length: 6, description: 'In a letter.'}} : {}),
    }};
  const made = await issuer.createCredentialOffer({
    credentialConfigurationIds: kinds, grants, issuerMetadata, credentialOfferUri: place,
  });
  offers.set(code, made.credentialOfferObject);
  return made.credentialOffer;
}
const offers = new Map();

// -- credentials

function about(holder) {
  const made = structuredClone(template);
  made.id = `urn:uuid:${crypto.randomUUID()}`;
  made.issuer.id = did;
  made.credentialSubject.id = holder;
  return made;
}

const sorted = value => Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object'
  ? Object.fromEntries(Object.keys(value).sort().map(name => [name, sorted(value[name])])) : value;
const digest = value => crypto.createHash('sha256').update(JSON.stringify(sorted(value))).digest();

function secured(document) {
  const options = {
    '@context': document['@context'], type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', proofPurpose: 'assertionMethod',
    verificationMethod: method, created: new Date(Date.now() - 60_000).toISOString().replace(/\..*/, 'Z'),
  };
  const signature = crypto.sign(null, Buffer.concat([digest(options), digest(document)]), privateKey);
  return {...document, proof: {...options, proofValue: 'z' + base58(signature)}};
}

function credential(kind, holder, holderJwk) {
  const now = Math.floor(Date.now() / 1000), document = about(holder);
  if(kind === 'ldp') return secured(document);
  if(kind === 'sd') {
    const disclosure = coded([crypto.randomBytes(16).toString('base64url'), 'name', 'Ana']);
    const _sd = [crypto.createHash('sha256').update(disclosure).digest('base64url')];
    const payload = {iss: did, iat: now, vct: `${ISSUER}/types/badge`, sub: holder, cnf: {jwk: holderJwk}, _sd, _sd_alg: 'sha-256'};
    return `${compact({alg: 'EdDSA', typ: 'dc+sd-jwt', kid: method}, payload)}~${disclosure}~`;
  }
  const validFrom = Math.floor(Date.parse(document.validFrom) / 1000);
  const registered = {iss: did, sub: holder, jti: document.id, nbf: validFrom};
  return compact({alg: 'EdDSA', typ: 'JWT', kid: method}, {...document, ...registered});
}

// -- paths

const paths = {
  'GET /.well-known/openid-credential-issuer': () => credentialIssuer,
  'GET /.well-known/oauth-authorization-server': () => server,
  'GET /told': () => ({told, failures}),
  async 'POST /push'({request, form}) {
    const {authorizationRequest} = await authorization.parsePushedAuthorizationRequest({authorizationRequest: form, request});
    const requestUri = `urn:ietf:params:oauth:request_uri:${crypto.randomUUID()}`;
    pushed.set(requestUri, authorizationRequest);
    const {pushedAuthorizationResponse} = authorization.createPushedAuthorizationResponse({requestUri, expiresInSeconds: 60});
    return [201, pushedAuthorizationResponse];
  },
  'GET /authorize'({url}) {
    const begun = pushed.get(url.searchParams.get('request_uri'));
    if(!begun || begun.client_id !== url.searchParams.get('client_id') || !codes.has(begun.issuer_state)) return [400, {}];
    const code = crypto.randomUUID();
    signedIn.set(code, begun);
    return [302, {}, `${begun.redirect_uri}?${new URLSearchParams({code, state: begun.state, iss: ISSUER})}`];
  },
  async 'POST /token'({request, form}) {
    const {grant, accessTokenRequest, pkceCodeVerifier} = authorization.parseAccessTokenRequest({request, accessTokenRequest: form});
    const common = {accessTokenRequest, grant, request, authorizationServerMetadata: server};
    let scope;
    if(grant.grantType === PRE_AUTHORIZED) {
      const known = codes.has(grant.preAuthorizedCode);
      await authorization.verifyPreAuthorizedCodeAccessTokenRequest({
        ...common, expectedPreAuthorizedCode: known ? grant.preAuthorizedCode : 'used up', expectedTxCode: codes.get(grant.preAuthorizedCode),
      });
      codes.delete(grant.preAuthorizedCode);
    } else {
      const begun = signedIn.get(grant.code);
      await authorization.verifyAuthorizationCodeAccessTokenRequest({
        ...common, expectedCode: begun ? grant.code : 'used up',
        pkce: {codeVerifier: pkceCodeVerifier, codeChallenge: begun?.code_challenge, codeChallengeMethod: begun?.code_challenge_method},
      });
      signedIn.delete(grant.code);
      scope = begun.scope;
    }
    return authorization.createAccessTokenResponse({
      audience: ISSUER, authorizationServer: ISSUER, expiresInSeconds: 600, subject: 'a learner', scope,
      signer: {method: 'jwk', alg: 'EdDSA', publicJwk},
    });
  },
  'POST /nonce'() {
    const cNonce = crypto.randomUUID();
    nonces.add(cNonce);
    return issuer.createNonceResponse({cNonce});
  },
  async 'POST /credential'({request, json}) {
    await resources.verifyResourceRequest({authorizationServers: [server], request, resourceServer: ISSUER});
    const parsed = issuer.parseCredentialRequest({issuerMetadata, credentialRequest: json});
    const proofs = parsed.proofs.jwt;
    if(proofs.length > credentialIssuer.batch_credential_issuance.batch_size) return [400, {error: 'invalid_proof'}];
    const {nonce} = JSON.parse(Buffer.from(proofs[0].split('.')[1], 'base64url'));
    if(!nonces.delete(nonce)) return [400, {error: 'invalid_nonce'}];
    const holders = [];
    for(const jwt of proofs) {
      const {header, signer} = await issuer.verifyCredentialRequestJwtProof({issuerMetadata, jwt, expectedNonce: nonce});
      holders.push({name: header.kid ? header.kid.split('#')[0] : `did:jwk:${coded(signer.publicJwk)}`, jwk: signer.publicJwk});
    }
    const kind = parsed.credentialConfigurationId;
    if(kind === 'late') {
      const transactionId = crypto.randomUUID();
      late.set(transactionId, holders.map(({name, jwk}) => credential('jwt', name, jwk)));
      return [202, issuer.createCredentialResponse({credentialRequest: parsed, transactionId, interval: 5})];
    }
    return issuer.createCredentialResponse({
      credentialRequest: parsed, credentials: holders.map(({name, jwk}) => ({credential: credential(kind, name, jwk)})),
      notificationId: crypto.randomUUID(),
    });
  },
  async 'POST /deferred'({request, json}) {
    await resources.verifyResourceRequest({authorizationServers: [server], request, resourceServer: ISSUER});
    const {deferredCredentialRequest} = issuer.parseDeferredCredentialRequest({deferredCredentialRequest: json});
    const made = late.get(deferredCredentialRequest.transaction_id);
    if(!made) return [400, {error: 'invalid_transaction_id'}];
    late.delete(deferredCredentialRequest.transaction_id);
    return issuer.createDeferredCredentialResponse({credentials: made.map(one => ({credential: one}))});
  },
  'POST /notification'({json}) {
    told.push(json);
    return [204, {}];
  },
};

async function read(request) {
  let text = '';
  for await(const part of request) text += part;
  return text;
}

const listening = https.createServer({key: fs.readFileSync(certificates), cert: fs.readFileSync(certificates)}, async (asked, answer) => {
  const url = new URL(asked.url, ISSUER), text = await read(asked);
  const kind = asked.headers['content-type'] ?? '';
  const context = {
    url, request: {method: asked.method, url: url.href, headers: new Headers(asked.headers)},
    json: kind.startsWith('application/json') ? JSON.parse(text) : undefined,
    form: kind.startsWith('application/x-www-form-urlencoded') ? Object.fromEntries(new URLSearchParams(text)) : undefined,
  };
  let made;
  try {
    const page = paths[`${asked.method} ${url.pathname}`] ?? (() => [offers.has(url.pathname.slice(8)) ? 200 : 404, offers.get(url.pathname.slice(8)) ?? {}]);
    made = await page(context);
  } catch(error) {
    failures.push(String(error.message));
    made = [error.errorResponse ? 400 : 401, error.errorResponse ?? {error: 'invalid_token'}];
  }
  const [status, body, location] = Array.isArray(made) ? made : [200, made];
  answer.writeHead(status, {'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...(location ? {Location: location} : {})});
  answer.end(status === 204 ? undefined : JSON.stringify(body));
});

const made = {
  jwt: await offer(['jwt']), ldp: await offer(['ldp']), sd: await offer(['sd']),
  code: await offer(['ldp', 'sd'], {withCode: true, byReference: true}),
  sign_in: await offer(['ldp', 'jwt'], {signIn: true}), late: await offer(['late']), used: await offer(['jwt']),
  own: await offer(['ldp']), copies_ldp: await offer(['ldp']), copies_sd: await offer(['sd']), too_many: await offer(['sd']),
};
listening.listen(0, '127.0.0.1', () => console.log(JSON.stringify({port: listening.address().port, offers: made})));
