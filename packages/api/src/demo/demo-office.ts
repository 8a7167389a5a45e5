import { type AppDeps, createApp } from '../app.ts';
import { loadActor } from '../identity/load-actor.ts';

/** Who asks inside the demo's own app, which no port leads to. */
const AS = 'X-Demo-User';

type Answer = Readonly<Record<string, never>>;

/** An app of its own on the demo's database whose clock is set by hand: made-up people act through the real routes. */
export function openDemoOffice(deps: AppDeps) {
  const clock = { now: deps.clock() };
  const app = createApp({
    ...deps,
    clock: () => clock.now,
    identify: async (headers) => loadActor(deps.database.read, headers.get(AS) ?? ''),
    limits: { ...deps.limits, requestsPerMinute: 0 },
  });
  const ask = async <T = Answer>(userId: string, method: string, path: string, body?: unknown): Promise<T> => {
    const isFile = body instanceof Uint8Array;
    const answer = await app.request(path, {
      method,
      headers: {
        'Content-Type': isFile ? 'application/octet-stream' : 'application/json',
        [AS]: userId,
        Origin: deps.accounts.site,
      },
      ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 600)}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  };
  return { ask, clock, database: deps.database };
}

export type DemoOffice = ReturnType<typeof openDemoOffice>;
