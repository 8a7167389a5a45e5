import { ENGINE_VERSION, type FactState, hashOf } from '@tidu/rules';
import type { PersonalAct } from '../../audit/act.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { receiptOf } from '../../evaluations/receipt-of.ts';
import { splitKey } from '../../firms/facts/fact-key.ts';
import { getFirm } from '../../firms/queries.ts';
import { ApiError, type Detail, refuseAll } from '../../http/api-error.ts';
import { type Locale, message } from '../../messages/say.ts';
import type { Evidence } from '../drafts/case-facts.ts';
import { type CheckedDraft, checkDraft } from '../drafts/check-draft.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { submissions } from '../table.ts';
import type { SubmittedContent } from './contract.ts';

export interface Signing {
  readonly declaration: string;
  readonly signedName: string;
  readonly confirmedNotEligible?: boolean | undefined;
}

/** A submission ready to be written; `number` is not known before the transaction. */
export interface Prepared {
  readonly row: Omit<typeof submissions.$inferInsert, 'applicationId' | 'round'>;
  readonly content: SubmittedContent;
  /** What differs from the profile, to be written back to it. */
  readonly toProfile: Readonly<Record<string, unknown>>;
  /** What proves a figure, to be written back with it. */
  readonly evidence: Evidence;
  readonly firm: { readonly name: string; readonly creditCode: string };
}

/**
 * Checks a draft, decides it and freezes all of it: outside the transaction, because a decision takes time. Refuses with
 * everything that is missing at once, and once with a question where the conditions are certainly not met.
 */
export async function prepareSubmission(
  act: PersonalAct & { readonly database: Database },
  draft: OpenDraft,
  signing: Signing,
  locale: Locale,
): Promise<Prepared> {
  const checked = await checkDraft(act.database, draft, locale);
  const problems = [...checked.missing, ...signatureProblems(act, signing)];
  const { assessed } = checked;
  if (problems.length > 0 || !assessed.ok) throw refuseAll('application-incomplete', problems);
  if (assessed.outcome === 'no' && !signing.confirmedNotEligible) throw notEligible(checked);
  const firm = await getFirm(act.database.read, draft.row.firmId);
  if (!firm) throw new ApiError(404, 'not-found');
  const { decision, tree } = assessed.explanation;
  const receipt = receiptOf(draft.rules.picked, draft.rules.dates, assessed.firm.facts, decision);
  const content = contentOf(act, draft, checked, signing, firm);
  const { doc, hash } = draft.rules.picked.version;
  const frozen = {
    policyId: doc.id,
    policyInForceFrom: doc.inForce.from,
    policyHash: hash,
    schemeRevision: draft.rules.scheme.revision,
    engineVersion: ENGINE_VERSION,
    submittedAt: act.now.toISOString(),
    certifierId: act.actor.userId,
    certifierName: act.actor.name,
    content: JSON.stringify(content),
    facts: JSON.stringify(assessed.firm.facts),
    dates: JSON.stringify(draft.rules.dates),
    decision: JSON.stringify(decision),
    explanation: JSON.stringify(tree),
    receipt: JSON.stringify(receipt),
    receiptNumber: receipt.number,
  };
  return {
    row: { ...frozen, id: newId(), algorithm: 'SHA-256', digest: hashOf(frozen) },
    content,
    toProfile: { ...provenHere(checked), ...declaredHere(draft, checked) },
    evidence: checked.evidence,
    firm: { name: firm.name, creditCode: firm.creditCode },
  };
}

function signatureProblems(act: PersonalAct, { signedName }: Signing): readonly Detail[] {
  if (signedName.replace(/\s/g, '') === act.actor.name.replace(/\s/g, '')) return [];
  const fix = message('api.fix.wrong-signature', { name: act.actor.name });
  return [{ path: 'signedName', message: message('api.wrong-signature'), fix }];
}

const notEligible = ({ unmet, locale }: CheckedDraft): ApiError =>
  new ApiError(412, 'confirm-not-eligible', {
    details: unmet.map((words, i) => ({
      path: `unmet.${i}`,
      message: message('api.detail.unmet', { label: words[locale] }),
    })),
  });

function contentOf(
  act: PersonalAct,
  { content, row, rules }: OpenDraft,
  { files, known, assessed }: CheckedDraft,
  signing: Signing,
  firm: { readonly name: string; readonly creditCode: string },
): SubmittedContent {
  const { facts: _, evidence: _proofs, materials, ...rest } = content;
  const fileOf = (id: string) => {
    const file = files.find((each) => each.id === id);
    if (!file) throw new Error(`file ${id} of case ${row.id} was checked and is gone`);
    const { name, digest, algorithm, sizeBytes, mediaType } = file;
    return { id, name, digest, algorithm, sizeBytes, mediaType };
  };
  const order = rules.scheme.document.materials.map(({ id }) => id);
  return {
    ...rest,
    projectName: content.projectName.trim(),
    deferrals: content.deferrals.filter((id) => (materials[id] ?? []).length === 0),
    materials: order.flatMap((materialId) => {
      const ids = materials[materialId] ?? [];
      return ids.length === 0 ? [] : [{ materialId, files: ids.map(fileOf) }];
    }),
    sources: Object.fromEntries(
      Object.entries(known.sources).map(([key, { source, evidence }]) => [key, { source, evidence: [...evidence] }]),
    ),
    firm: { name: firm.name, creditCode: firm.creditCode },
    signature: {
      declaration: signing.declaration,
      name: signing.signedName.trim(),
      at: act.now.toISOString(),
      userId: act.actor.userId,
    },
    outcome: assessed.ok ? assessed.outcome : 'undetermined',
    // Said only where there was something to say it about.
    confirmedNotEligible: assessed.ok && assessed.outcome === 'no' && (signing.confirmedNotEligible ?? false),
  };
}

/** Facts a person gave here; those that are the same as on file change nothing there. */
function declaredHere({ content, rules }: OpenDraft, { known }: CheckedDraft): Readonly<Record<string, unknown>> {
  const asked = new Set(rules.asked.map(({ id }) => id));
  const given = Object.keys(content.facts).filter((id) => asked.has(id));
  return Object.fromEntries(given.map((id) => [id, known.facts[id]]));
}

/** Of the facts that were given evidence only the figures it is about: the other years are the profile's own. */
function provenHere({ known, evidence }: CheckedDraft): Readonly<Record<string, unknown>> {
  const years = new Map<string, string[]>();
  for (const key of Object.keys(evidence)) {
    const { factId, year } = splitKey(key);
    years.set(factId, [...(years.get(factId) ?? []), year]);
  }
  return Object.fromEntries([...years].map(([id, of]) => [id, onlyYears(known.facts[id], of)]));
}

function onlyYears(state: FactState | undefined, years: readonly string[]): unknown {
  if (state === undefined || !('known' in state) || years.includes('')) return state;
  const figures = Object.entries(state.known as Readonly<Record<string, unknown>>);
  return { known: Object.fromEntries(figures.filter(([year]) => years.includes(year))) };
}
