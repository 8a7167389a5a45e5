import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { plainDates } from '../cases/generate-cases.ts';
import type { StudioDraftRow } from '../drafts/queries.ts';
import { asPolicy } from '../readable-doc.ts';
import { draftRef, readText, type StudioText } from '../texts.ts';
import { trialDates } from '../trial-dates.ts';
import type { StartTrial } from './contract.ts';
import type { TextsToJudge } from './judge-texts.ts';
import { withinScope } from './within-scope.ts';

export interface TextsAsked {
  readonly texts: TextsToJudge;
  /** Where the texts come from, in their order. */
  readonly of: readonly StudioText[];
  /** What they are compared with. */
  readonly against: string | undefined;
}

/** The texts a trial of a draft is about: the draft as it is, those beside it, and what they are compared with. */
export async function textsAsked(
  db: Reader,
  draft: Pick<StudioDraftRow, 'id' | 'version' | 'base'>,
  asked: StartTrial,
  now: Date,
): Promise<TextsAsked> {
  const own = await readText(db, `${draftRef(draft.id)}@${draft.version}`);
  const others = await Promise.all((asked.beside ?? []).map((ref) => readText(db, ref)));
  const against = asked.against ?? draft.base ?? undefined;
  const first = asPolicy(own.document);
  const texts = {
    before: against === undefined ? undefined : asPolicy((await readText(db, against)).document),
    after: [first, ...others.map(({ document }) => asPolicy(document))] as const,
    population: withinScope(asked.population, own.parks),
    parks: own.parks,
    dates: asked.dates ? plainDates(asked.dates) : trialDates(first, dayInChina(now)),
  };
  return { texts, of: [own, ...others], against };
}
