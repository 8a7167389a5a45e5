import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../../packages/api/src/config.ts';
import type { Database } from '../../../packages/api/src/db/open-database.ts';
import { sendDue } from '../../../packages/api/src/notifications/send-due.ts';
import { openTransport } from '../../../packages/api/src/notifications/transport.ts';

interface MailboxDeps {
  readonly config: Config;
  readonly database: Database;
  readonly clock: { now: Date };
  readonly site: string;
}

/** The outbox of files as its reader sees it: the newest message to an address. It is sent now, not within two seconds. */
export function openMailbox({ config, database, clock, site }: MailboxDeps) {
  const { folder } = config.accounts.mail;
  const transport = openTransport(config.accounts.mail);
  const newest = async (contact: string): Promise<string | undefined> => {
    const files = await readdir(folder).catch(() => []);
    for (const file of files
      .filter((each) => each.endsWith('.eml'))
      .toSorted()
      .reverse()) {
      const text = await readFile(join(folder, file), 'utf8');
      if (text.includes(`To: ${contact}\r\n`)) return text;
    }
    return undefined;
  };
  return async (contact: string): Promise<string> => {
    for (const giveUpAt = Date.now() + 10_000; Date.now() < giveUpAt; ) {
      await sendDue({ database, clock: () => clock.now, transport, site });
      const text = await newest(contact);
      if (text !== undefined) return text;
    }
    throw new Error(`Nothing was sent to ${contact}.`);
  };
}

/** The token of the link in a message. */
export function tokenIn(text: string): string {
  const token = /[?&]token=([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`No link in: ${text}`);
  return token;
}

/** The six digits of a message. */
export function codeIn(text: string): string {
  const code = /(?<!\d)\d{6}(?!\d)/.exec(text.slice(text.indexOf('\r\n\r\n')))?.[0];
  if (!code) throw new Error(`No code in: ${text}`);
  return code;
}
