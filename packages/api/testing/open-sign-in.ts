import { asc, eq } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { auditEntries, outbox } from '../src/db/schema.ts';
import { makeSetUpToken } from '../src/identity/accounts/set-up.ts';
import { openTestApp } from './open-test-app.ts';

type App = Awaited<ReturnType<typeof openTestApp>>;

/** A browser: keeps cookies, names its origin. */
export class Browser {
  readonly #app: App['app'];
  readonly #cookies = new Map<string, string>();
  readonly #client: string;

  constructor(app: App['app'], client = '203.0.113.1') {
    this.#app = app;
    this.#client = client;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  set cookie(text: string) {
    this.#cookies.clear();
    for (const part of text.split('; ')) this.#keep(part);
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const [name = '', ...value] = pair.split('=');
    if (attributes.some((each) => /max-age=0/i.test(each))) this.#cookies.delete(name);
    else this.#cookies.set(name, value.join('='));
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await this.#app.request(path, {
      method,
      headers: {
        origin: 'http://localhost',
        'x-forwarded-for': this.#client,
        ...(this.#cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  readonly get = (path: string) => this.send('GET', path);
  readonly post = (path: string, body: unknown = {}) => this.send('POST', path, body);

  async json<T>(path: string): Promise<T> {
    return (await this.get(path)).json() as Promise<T>;
  }
}

/** The code of an authenticator at a moment. */
export const codeAt = (secret: string, at: Date): string => new TOTP({ secret }).generate({ timestamp: at.getTime() });

export const PASSWORD = 'correct horse battery';

/** The real app with a clock that can be moved on from now, and people who sign in for real. */
export async function openSignIn(deps: Parameters<typeof openTestApp>[0] = {}) {
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const opened = await openTestApp({ clock, ...deps });
  const { app, database } = opened;
  const browser = (client?: string) => new Browser(app, client);
  const lastMessage = async (to: string) => {
    const rows = await database.read.select().from(outbox).where(eq(outbox.to, to)).orderBy(asc(outbox.id));
    const last = rows.at(-1);
    if (!last) throw new Error(`no message to ${to}`);
    return last;
  };
  const codeTo = async (to: string) => /\d{6}/.exec((await lastMessage(to)).text)?.[0] ?? '';
  const tokenTo = async (to: string) =>
    new URL((await lastMessage(to)).link ?? '', 'http://localhost').searchParams.get('token');
  const signUp = async (contact: string, name = '王敏', password = PASSWORD) => {
    const page = browser();
    await expectStatus(page.post('/api/v1/accounts', { name, contact, password }), 202);
    await expectStatus(page.post('/api/v1/accounts/verification', { contact, code: await codeTo(contact) }), 204);
    await expectStatus(page.post('/api/v1/session', { contact, password }), 200);
    return page;
  };
  const actions = async () =>
    (await database.read.select().from(auditEntries).orderBy(asc(auditEntries.seq))).map(({ action }) => action);
  const moveOn = (ms: number) => {
    ahead += ms;
  };
  return { ...opened, clock, browser, lastMessage, codeTo, tokenTo, signUp, actions, moveOn };
}

export async function expectStatus(answer: Promise<Response>, status: number): Promise<Response> {
  const response = await answer;
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${await response.text()}`);
  return response;
}

/** A person of the office who has set up a second factor, with the roles given; signed in to the end. */
export async function openStaff(site: Awaited<ReturnType<typeof openSignIn>>, contact: string, role?: 'set-up') {
  const page = site.browser();
  const token = role === 'set-up' ? await makeSetUpToken(site.accounts, site.clock()) : await site.tokenTo(contact);
  const path = role === 'set-up' ? '/api/v1/setup' : '/api/v1/invitations/acceptance';
  const person = { token, name: '李工', password: PASSWORD, ...(role === 'set-up' ? { contact } : {}) };
  await expectStatus(page.post(path, person), role === 'set-up' ? 204 : 201);
  await expectStatus(page.post('/api/v1/session', { contact, password: PASSWORD }), 200);
  const prepared = await expectStatus(
    page.post('/api/v1/session/second-factor/preparation', { password: PASSWORD }),
    200,
  );
  const { secret, recoveryCodes } = (await prepared.json()) as { secret: string; recoveryCodes: string[] };
  const code = codeAt(secret, new Date());
  await expectStatus(page.post('/api/v1/session/second-factor', { kind: 'code', code }), 200);
  return { page, secret, recoveryCodes };
}
