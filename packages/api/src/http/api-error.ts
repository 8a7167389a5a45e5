import type { Diagnostic, Message } from '@tidu/rules';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Locale, message, say } from '../messages/say.ts';
import type { ErrorBody } from './contract.ts';

export interface Detail {
  readonly path: string;
  readonly message: Message;
  readonly fix?: Message;
}

interface Extras {
  readonly args?: Readonly<Record<string, string>>;
  readonly details?: readonly Detail[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly notInForce?: { readonly lastTo?: string; readonly nextFrom?: string };
}

/** A refusal that the caller can understand and mend. Its words are `api.<code>`; anything else thrown is a fault of ours. */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly extras: Extras;

  constructor(status: ContentfulStatusCode, code: string, extras: Extras = {}) {
    super(code);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.extras = extras;
  }

  toBody(locale: Locale, requestId: string): ErrorBody {
    const { args, notInForce } = this.extras;
    return {
      error: {
        code: this.code,
        message: say(message(`api.${this.code}`, args), locale),
        details: this.detailsIn(locale),
        requestId,
        ...(notInForce ? { notInForce } : {}),
      },
    };
  }

  detailsIn(locale: Locale): ErrorBody['error']['details'] {
    return (this.extras.details ?? []).map(({ path, message: what, fix }) => ({
      path,
      message: say(what, locale),
      ...(fix ? { fix: say(fix, locale) } : {}),
    }));
  }
}

/** Findings of the rules as details; their paths are put below `under`. */
export const detailsOf = (found: readonly Diagnostic[], under: string): readonly Detail[] =>
  found.map((each) => ({
    path: each.path === '' ? under : `${under}.${each.path}`,
    message: each.msg,
    ...(each.fix ? { fix: each.fix } : {}),
  }));

const MOST_DETAILS = 500;

/** Refuses with every detail at once; `args.count` says how many there are, of which a flood is cut. */
export const refuseAll = (code: string, details: readonly Detail[]): ApiError =>
  new ApiError(422, code, { details: details.slice(0, MOST_DETAILS), args: { count: String(details.length) } });
