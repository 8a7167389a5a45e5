import type { Context } from 'hono';
import { CLIENT_ADDRESS } from './create-auth.ts';

/** The headers the library reads: cookies and the browser, with the client's address as we have found it. */
export function headersFor(c: Context, client: string): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent', 'origin', 'host']) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  headers.set(CLIENT_ADDRESS, client);
  return headers;
}
