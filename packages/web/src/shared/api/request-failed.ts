import type { ErrorBody, ErrorDetail } from '@tidu/api/http/contract';

/**
 * A request the server answered with anything but success. `status` and `code` decide what a page does, `message` is what
 * the server says in the language of the page, `details` lead to the fields that need a change.
 */
export class RequestFailed extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly ErrorDetail[];
  readonly requestId: string | undefined;

  constructor(status: number, path: string, body?: ErrorBody) {
    super(body?.error.message ?? `${status} ${path}`);
    this.name = 'RequestFailed';
    this.status = status;
    this.code = body?.error.code ?? 'unknown';
    this.details = body?.error.details ?? [];
    this.requestId = body?.error.requestId;
  }
}

/** The failure that an answer stands for; an answer that is not in our shape (a proxy's page) still gives its status. */
export async function failureOf(response: Response, path: string): Promise<RequestFailed> {
  const body = await response.json().catch(() => undefined);
  return new RequestFailed(response.status, path, isErrorBody(body) ? body : undefined);
}

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object';
