import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { onTestFinished } from 'vitest';

/** Who is at the provider, with the claims it gives out. */
export interface Person {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  /** How the provider has made sure of the person (RFC 8176). */
  readonly amr?: readonly string[];
}

/** A real OpenID Connect provider on loopback that lets `person` in without a form. */
export async function openProvider(redirectUri: string, person: Person) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'tidu', client_secret: 'a secret of the tests', redirect_uris: [redirectUri] }],
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ ...person }) }),
    ttl: { Grant: 60, IdToken: 60, Interaction: 60, Session: 60, AccessToken: 60 },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void letIn(provider, request, response, person);
  });
  onTestFinished(() => void server.close());
  const client = { issuer, clientId: 'tidu', clientSecret: 'a secret of the tests' };
  return { client, walk: (from: string) => walk(from, issuer) };
}

type Request = Parameters<Provider['interactionDetails']>[0];
type Response = Parameters<Provider['interactionDetails']>[1];

async function letIn(provider: Provider, request: Request, response: Response, person: Person): Promise<void> {
  const { params, prompt, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const login = { accountId: person.sub, ...(person.amr ? { amr: [...person.amr] } : {}) };
    return provider.interactionFinished(request, response, { login });
  }
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = known ?? new provider.Grant({ accountId: person.sub, clientId: String(params.client_id) });
  grant.addOIDCScope('openid email profile');
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

/** Follows redirects with cookies until they lead away from the provider; returns where to. */
async function walk(from: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = from;
  for (let hops = 0; hops < 12 && at.startsWith(issuer); hops++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const each of response.headers.getSetCookie()) {
      const [name = '', ...value] = (each.split(';')[0] ?? '').split('=');
      cookies.set(name, value.join('='));
    }
    const next = response.headers.get('Location');
    if (next === null) throw new Error(`${response.status} at ${at}: ${(await response.text()).slice(0, 500)}`);
    at = new URL(next, at).href;
  }
  return at;
}
