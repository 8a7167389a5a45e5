import type { Database } from '../../db/open-database.ts';
import { describeEvaluation } from '../../evaluations/describe-evaluation.ts';
import type { Detail } from '../../http/api-error.ts';
import { type Locale, say } from '../../messages/say.ts';
import { checkDraft } from './check-draft.ts';
import type { DraftEvaluation } from './contract.ts';
import type { OpenDraft } from './open-draft.ts';

const inWords = (details: readonly Detail[], locale: Locale) =>
  details.map(({ path, message, fix }) => ({
    path,
    message: say(message, locale),
    ...(fix ? { fix: say(fix, locale) } : {}),
  }));

/** A draft decided by the server, as its submission will be, with all that is still missing. */
export async function describeCheck(database: Database, draft: OpenDraft, locale: Locale): Promise<DraftEvaluation> {
  const { assessed, missing, notices, unmet } = await checkDraft(database, draft, locale);
  return {
    ...(assessed.ok
      ? {
          evaluation: describeEvaluation(
            draft.rules.picked,
            draft.rules.dates,
            assessed.firm,
            assessed.explanation,
            locale,
          ),
        }
      : {}),
    outcome: assessed.ok ? assessed.outcome : 'undetermined',
    missing: inWords(missing, locale),
    notices: inWords(notices, locale),
    unmet: unmet.map((words) => words[locale]),
  };
}
