import { createHash } from 'node:crypto';
import type { CaseResult, Coverage, PolicyCase, PolicyDoc } from '@tidu/rules';
import { parsePolicy } from '@tidu/rules/parse';
import type { Reader } from '../../db/open-database.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import type { StudioDraftRow } from '../drafts/queries.ts';
import { documentOf } from '../texts.ts';
import { personOf, personOrNull } from '../who.ts';
import { runJob } from '../worker/run-job.ts';
import type { StoredCase, StudioCaseList, WorkedCase } from './contract.ts';
import { listCaseRows, type StudioCaseRow } from './queries.ts';

/** The worked cases of a draft run on its text as it is. */
export interface WorkedThrough {
  readonly rows: readonly StudioCaseRow[];
  /** Absent where the text cannot be read. */
  readonly results: readonly CaseResult[] | undefined;
  readonly coverage: Coverage;
  readonly missing: StudioCaseList['missing'];
}

const NOTHING: Coverage = { items: [], both: 0, all: 0 };
export const caseOf = ({ content }: StudioCaseRow): WorkedCase => JSON.parse(content) as WorkedCase;
const isCounting = ({ isGenerated, confirmedAt }: StudioCaseRow): boolean => !isGenerated || confirmedAt !== null;

// The same text and cases give the same results; pages ask for them again and again.
const worked = new Map<string, Omit<WorkedThrough, 'rows'>>();
const MOST_KEPT = 20;

export async function workThrough(db: Reader, draft: StudioDraftRow): Promise<WorkedThrough> {
  const rows = await listCaseRows(db, draft.id);
  const key = createHash('sha256')
    .update(JSON.stringify([draft.hash, rows.map((row) => [row.content, isCounting(row)])]))
    .digest('hex');
  const known = worked.get(key) ?? (await run(draft, rows));
  worked.delete(key);
  worked.set(key, known);
  for (const old of worked.keys()) if (worked.size > MOST_KEPT) worked.delete(old);
  return { rows, ...known };
}

async function run(draft: StudioDraftRow, rows: readonly StudioCaseRow[]): Promise<Omit<WorkedThrough, 'rows'>> {
  const parsed = parsePolicy(documentOf(draft));
  if (!parsed.ok) return { results: undefined, coverage: NOTHING, missing: [] };
  const { doc } = parsed;
  const counting = rows.filter(isCounting).map(caseOf) as unknown as PolicyCase[];
  const { run: all } = await runJob('work', { doc, cases: rows.map(caseOf) as unknown as PolicyCase[] });
  const { coverage, run: counted } = await runJob('work', { doc, cases: counting });
  return { results: all.results, coverage, missing: lacking(doc, counted.coverage) };
}

type Hits = Readonly<Record<string, { readonly yes: number; readonly no: number }>>;

/** INVARIANT (tier-cases): every tier has a case that comes out yes and one that comes out no. */
function lacking(doc: PolicyDoc, coverage: Hits): StudioCaseList['missing'] {
  return doc.tiers.flatMap((tier, t) => {
    const hits = coverage[`tiers.${t}`];
    const label = tier.label ? { label: { ...tier.label } } : {};
    const lacks = (['yes', 'no'] as const).filter((way) => (hits?.[way] ?? 0) === 0);
    return lacks.map((way) => ({ tier: tier.id, ...label, lacks: way }));
  });
}

export async function describeCases(db: Reader, draftId: string): Promise<StudioCaseList> {
  const draft = await findDraft(db, draftId);
  const { rows, results, coverage, missing } = await workThrough(db, draft);
  return {
    version: draft.version,
    hash: draft.hash,
    cases: rows.map((row, i) => describeCase(row, results?.[i])),
    passed: results?.filter(({ ok }) => ok).length ?? 0,
    failed: results?.filter(({ ok }) => !ok).length ?? 0,
    coverage: {
      items: coverage.items.map(({ path, kind, hits }) => ({ path, kind, hits: { ...hits } })),
      both: coverage.both,
      all: coverage.all,
    },
    missing,
  };
}

const describeCase = (row: StudioCaseRow, result: CaseResult | undefined): StoredCase => ({
  id: row.id,
  case: caseOf(row),
  isGenerated: row.isGenerated,
  confirmedBy: personOrNull(row.confirmedBy, row.confirmedByName, row.confirmedAt),
  by: personOf(row),
  result: result ? { ok: result.ok, problems: [...result.problems] } : null,
});

export async function describeOneCase(db: Reader, draftId: string, caseId: string): Promise<StoredCase | undefined> {
  return (await describeCases(db, draftId)).cases.find(({ id }) => id === caseId);
}
