import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { OutboxMessage } from './queries.ts';

/** Hands one message on; throws when that failed, and is then asked again later. */
export type Transport = (message: OutboxMessage) => Promise<void>;

export interface MailSettings {
  readonly from: string;
  /** `smtp://` or `smtps://`; without it every message becomes a file. */
  readonly smtpUrl?: string;
  readonly folder: string;
}

/** The way messages take: e-mail by SMTP where there is a server; all else, and text messages, into readable files. */
export function openTransport({ from, smtpUrl, folder }: MailSettings): Transport {
  const toFile = fileTransport(folder, from);
  if (smtpUrl === undefined) return toFile;
  const mailer = createTransport(smtpUrl, { from });
  return async (message) => {
    if (message.kind === 'sms') return toFile(message);
    const { to, subject, text, id } = message;
    // The id lets a mail server see that a message sent twice after a crash is one.
    await mailer.sendMail({ to, subject, text, messageId: `<${id}@tidu>` });
  };
}

/** One file a message, readable as it is; written beside and moved, so that a crash leaves no half of one. */
function fileTransport(folder: string, from: string): Transport {
  return async ({ id, kind, to, subject, text, createdAt }) => {
    await mkdir(folder, { recursive: true });
    const head = [
      `From: ${kind === 'sms' ? 'SMS' : from}`,
      `To: ${to}`,
      `Subject: ${subject.replace(/[\r\n]+/g, ' ')}`,
      `Date: ${new Date(createdAt).toUTCString()}`,
      `Message-ID: <${id}@tidu>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
    ];
    const path = join(folder, `${createdAt.replace(/[:.]/g, '-')}-${kind}-${id}.eml`);
    await writeFile(`${path}.part`, `${head.join('\r\n')}\r\n\r\n${text}\r\n`, { mode: 0o600 });
    await rename(`${path}.part`, path);
  };
}
