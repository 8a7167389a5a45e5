import type { ApiError } from '../http/api-error.ts';
import { type Locale, message, say } from '../messages/say.ts';

/** A refusal in one line, with its details. */
export function refusalWords(error: ApiError, locale: Locale): string {
  const details = error.detailsIn(locale).map((each) => each.message);
  return [say(message(`api.${error.code}`, error.extras.args), locale), ...details].join(locale === 'en' ? '; ' : '；');
}
