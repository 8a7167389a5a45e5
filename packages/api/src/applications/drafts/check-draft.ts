import type { Database } from '../../db/open-database.ts';
import { unmetCriteria } from '../../decisions/basis/unmet-criteria.ts';
import { filesByIds } from '../../files/queries.ts';
import { type Detail, detailsOf } from '../../http/api-error.ts';
import { type Locale, message } from '../../messages/say.ts';
import { hasBrokenPromise } from '../broken-promise.ts';
import { type Assessed, assess } from './assess-draft.ts';
import type { Evidence, KnownFacts } from './case-facts.ts';
import type { DraftContent } from './contract.ts';
import { type Checked, findMissing } from './find-missing.ts';
import { factsIn, type OpenDraft } from './open-draft.ts';

/** A draft checked whole: what counts in it, how it is decided, and everything that is missing. */
export interface CheckedDraft {
  readonly known: KnownFacts;
  readonly evidence: Evidence;
  readonly assessed: Assessed;
  readonly files: Checked['files'];
  readonly missing: readonly Detail[];
  readonly notices: readonly Detail[];
  readonly unmet: readonly { readonly 'zh-CN': string; readonly en: string }[];
  readonly locale: Locale;
}

/** Checks a draft as its submission does. Evaluates the policy: never inside a transaction. */
export async function checkDraft(database: Database, draft: OpenDraft, locale: Locale): Promise<CheckedDraft> {
  const { read } = database;
  const { rules, content, row, returned } = draft;
  const known = factsIn(draft);
  const assessed = assess(rules, known, content);
  const evidence = evidenceIn(content, known);
  const files = await filesByIds(read, row.firmId, [content.materials, evidence].flatMap(Object.values).flat());
  const mayDefer = !(await hasBrokenPromise(read, row.firmId));
  const checked = { rules, content, facts: known.facts, assessed, files, mayDefer, evidence, locale };
  const answers = (returned?.corrections ?? []).filter(({ id }) => !content.answers[id]?.trim());
  const missing = [
    ...findMissing(checked),
    ...(assessed.ok ? [] : detailsOf(assessed.firm.errors, 'facts')),
    ...answers.map(({ id }) => ({
      path: `answers.${id}`,
      message: message('api.missing.answer'),
      fix: message('api.fix.missing.answer'),
    })),
  ];
  return {
    known,
    evidence,
    assessed,
    files,
    missing,
    notices: noticesOf(draft, assessed),
    unmet: unmetOf(draft, assessed),
    locale,
  };
}

/** Of what was put behind figures, that of figures that count. */
const evidenceIn = (content: DraftContent, { sources }: KnownFacts): Evidence =>
  Object.fromEntries(Object.entries(content.evidence).filter(([key]) => sources[key] !== undefined));

function unmetOf({ rules, content }: OpenDraft, assessed: Assessed): CheckedDraft['unmet'] {
  if (!assessed.ok || assessed.outcome !== 'no') return [];
  const { tiers, awards } = rules.scheme.document;
  const asked = { tiers, awards: content.awards.length > 0 ? content.awards : awards };
  const { doc } = rules.picked.version;
  return unmetCriteria(doc, rules.dates, assessed.explanation.tree, asked).map(({ text }) => text);
}

function noticesOf({ rules, content }: OpenDraft, assessed: Assessed): readonly Detail[] {
  if (!assessed.ok) return [];
  const warnings = detailsOf(assessed.firm.warnings, 'facts');
  const awards = assessed.explanation.decision.awards.filter(({ award }) => content.awards.includes(award));
  const most = awards.reduce((sum, { amount }) => sum + Number(amount.hi), 0);
  if (rules.scheme.document.pool === undefined || !content.claim || !(Number(content.claim) > most)) return warnings;
  return [...warnings, { path: 'claim', message: message('api.notice.claim-above', { most: String(most) }) }];
}
