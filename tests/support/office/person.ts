/** An answer of the API with its body read. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Someone who asks the API with their own session. */
export interface Person {
  readonly name: string;
  readonly contact: string;
  readonly userId: string;
  /** The cookies a browser would hold, for its jar. */
  readonly cookies: () => ReadonlyMap<string, string>;
  /** Asks and takes every answer; `T` says what the body is. */
  readonly answer: <T>(method: string, path: string, body?: unknown) => Promise<Answer<T>>;
  /** Asks and throws unless it went well. */
  readonly ask: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

export const PASSWORD = 'Yongjiang-1873-ladder';

/** Speaks to the server as one device: keeps cookies and names its origin, as a browser does. */
export function createCaller(url: string): Pick<Person, 'cookies' | 'answer' | 'ask'> {
  const jar = new Map<string, string>();
  const answer = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        Origin: url,
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    keepCookies(jar, response.headers.getSetCookie());
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T };
  };
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const { status, body: said } = await answer<T>(method, path, body);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(said).slice(0, 4000)}`);
    return said;
  };
  return { cookies: () => jar, answer, ask };
}

function keepCookies(jar: Map<string, string>, given: readonly string[]): void {
  for (const line of given) {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const isGone = attributes.some((each) => /^\s*max-age=0$/i.test(each));
    if (isGone) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
