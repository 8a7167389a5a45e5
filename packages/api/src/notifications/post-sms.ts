import { createHmac } from 'node:crypto';
import type { OutboxMessage } from './queries.ts';

export interface SmsHook {
  readonly url: string;
  /** Known to the gateway as well; signs what is posted and is never sent itself. */
  readonly secret: string;
}

const ANSWER_WITHIN_MS = 10_000;

/** Hands a text message to the gateway of the office (短信网关) as JSON; anything but 2xx is tried again later. */
export async function postSms(
  { url, secret }: SmsHook,
  { id, to, text, createdAt }: Pick<OutboxMessage, 'id' | 'to' | 'text' | 'createdAt'>,
): Promise<void> {
  const body = JSON.stringify({ id, to, text, createdAt });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tidu-signature': `sha256=${signature}` },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`SMS gateway: ${response.status}`);
}
