import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { postSms, type SmsHook } from './post-sms.ts';
import type { OutboxMessage } from './queries.ts';

/** Hands one message on; throws when that failed, and is then asked again later. */
export type Transport = (message: OutboxMessage) => Promise<void>;

export interface MailSettings {
  readonly from: string;
  /** `smtp://` or `smtps://`; without it every message becomes a file. */
  readonly smtpUrl?: string;
  /** Without it every text message becomes a file. */
  readonly smsHook?: SmsHook;
  readonly folder: string;
}

/** The way messages take: e-mail by SMTP, text messages to the gateway, and either into readable files where there is none. */
export function openTransport({ from, smtpUrl, smsHook, folder }: MailSettings): Transport {
  const toFile = fileTransport(folder, from);
  const email = smtpUrl === undefined ? toFile : smtpTransport(smtpUrl, from);
  const sms: Transport = smsHook === undefined ? toFile : (message) => postSms(smsHook, message);
  return (message) => (message.kind === 'sms' ? sms(message) : email(message));
}

function smtpTransport(smtpUrl: string, from: string): Transport {
  const mailer = createTransport(smtpUrl, { from });
  return async ({ to, subject, text, id }) => {
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
