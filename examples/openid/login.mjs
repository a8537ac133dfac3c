// Logs in at the provider of mocks/ as a web application does, with nothing but Node 20 or later:
//
//   node examples/openid/login.mjs http://127.0.0.1:49342
import assert from 'node:assert/strict';
import { createHash, randomBytes, webcrypto } from 'node:crypto';

const issuer = process.argv[2] ?? process.env.HOMEPORT_URL;
if (!issuer) throw new Error('usage: login.mjs URL');
const client = 'my-app';
const redirectUri = 'http://localhost:3000/callback'; // nobody has to listen there: the redirect is only read

const random = () => randomBytes(32).toString('base64url');
const parsed = (part) => JSON.parse(Buffer.from(part, 'base64url'));
const json = async (response) => {
  assert.equal(response.status, 200, await response.clone().text());
  return response.json();
};

const provider = await json(await fetch(`${issuer}/.well-known/openid-configuration`));

// The browser is sent to the provider, and comes back with a code.
const [state, nonce, verifier] = [random(), random(), random()];
const authorize = new URL(provider.authorization_endpoint);
authorize.search = new URLSearchParams({
  client_id: client,
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'openid profile email',
  state,
  nonce,
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
  login_hint: 'grace',
});
const redirect = await fetch(authorize, { redirect: 'manual' });
const back = new URL(redirect.headers.get('location'));
assert.equal(back.searchParams.get('state'), state);

// The application changes the code for tokens.
const tokens = await json(
  await fetch(provider.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.searchParams.get('code'),
      redirect_uri: redirectUri,
      client_id: client,
      code_verifier: verifier,
    }),
  }),
);

// It believes the id token when it is signed with a key that the provider publishes, and meant for this login.
const [header, payload, signature] = tokens.id_token.split('.');
const { keys } = await json(await fetch(provider.jwks_uri));
const jwk = keys.find((key) => key.kid === parsed(header).kid);
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const key = await webcrypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
const signed = Buffer.from(`${header}.${payload}`);
assert.ok(await webcrypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), signed));
const claims = parsed(payload);
assert.equal(claims.iss, provider.issuer);
assert.equal(claims.aud, client);
assert.equal(claims.nonce, nonce);
assert.ok(claims.exp > Date.now() / 1000);

const user = await json(
  await fetch(provider.userinfo_endpoint, { headers: { Authorization: `Bearer ${tokens.access_token}` } }),
);
assert.equal(user.sub, claims.sub);
console.log(`${user.name} <${user.email}> is logged in.`);
