import { columnsOf, type Dates, type FactDef } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { type PickedPolicy, pickPolicy } from '../../evaluations/pick-policy.ts';
import { factsAround } from '../../evaluations/read-firm.ts';
import { getFirm } from '../../firms/queries.ts';
import { applicable } from '../../policies/applicable.ts';
import { listVersions, type StoredVersion } from '../../policies/queries.ts';
import { readScheme, type StoredScheme } from '../../schemes/queries.ts';
import type { ApplicationRow } from '../queries.ts';
import type { Submission } from '../read-case.ts';

/** The rules a case is decided by: the scheme's revision, the policy version with all beside it, and the dates. */
export interface CaseRules {
  readonly scheme: StoredScheme;
  readonly picked: PickedPolicy;
  readonly dates: Dates & { readonly filing: string };
  /** Park of the firm, by which the version was picked. */
  readonly park: string | undefined;
  /** Facts a firm fills in for this scheme, each once. */
  readonly asked: readonly FactDef[];
}

/** The rules a new draft starts from, or moves to: the version in force on the day. */
export async function rulesToday(
  db: Reader,
  scheme: StoredScheme,
  today: string,
  park: string | undefined,
): Promise<CaseRules> {
  const dates = { filing: today, decision: today };
  return rulesOf(scheme, pickPolicy(await listVersions(db), scheme.document.policy, dates, park), dates, park);
}

/** The rules a draft was last confirmed under: its revision and its policy version, whatever has come since. */
export async function rulesOfDraft(
  db: Reader,
  row: ApplicationRow,
  policyHash: string,
  today: string,
): Promise<CaseRules> {
  const dates = { filing: today, decision: today };
  const scheme = await schemeOf(db, row);
  const versions = await listVersions(db);
  const version = versions.find(({ hash }) => hash === policyHash);
  const park = (await getFirm(db, row.firmId))?.parkId ?? undefined;
  if (!version) return rulesOf(scheme, pickPolicy(versions, scheme.document.policy, dates, park), dates, park);
  return rulesOf(scheme, { version, docs: docsFor(versions, dates, park) }, dates, park);
}

/** The rules of a case that was submitted: those of its submission, on the days of the submission (老件老办法). */
export async function rulesOfSubmission(db: Reader, row: ApplicationRow, submission: Submission): Promise<CaseRules> {
  const versions = await listVersions(db);
  const version = versions.find(({ hash }) => hash === submission.policyHash);
  if (!version) throw new Error(`policy ${submission.policyHash} of a submission is gone`);
  const dates = JSON.parse(submission.dates) as CaseRules['dates'];
  const park = (await getFirm(db, row.firmId))?.parkId ?? undefined;
  return rulesOf(await schemeOf(db, row), { version, docs: docsFor(versions, dates, park) }, dates, park);
}

/** What counts beside the version for a firm of the park. */
const docsFor = (versions: readonly StoredVersion[], dates: CaseRules['dates'], park: string | undefined) =>
  applicable(versions, dates, park).map(({ doc }) => doc);

async function schemeOf(db: Reader, row: ApplicationRow): Promise<StoredScheme> {
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  if (!scheme) throw new Error(`scheme ${row.schemeId} has no revision ${row.schemeRevision}`);
  return scheme;
}

const rulesOf = (
  scheme: StoredScheme,
  picked: PickedPolicy,
  dates: CaseRules['dates'],
  park: string | undefined,
): CaseRules => ({
  scheme,
  picked,
  dates,
  park,
  asked: factsAround(picked, dates).filter(({ ask, derive }) => ask !== undefined && derive === undefined),
});

/** The same case under another version of its policy, on other days. */
export const rulesUnder = (
  { scheme, picked, park }: CaseRules,
  version: PickedPolicy['version'],
  dates: CaseRules['dates'],
): CaseRules => rulesOf(scheme, { version, docs: picked.docs }, dates, park);

/** The fiscal years each series is looked at. */
export function yearsAsked({ picked, dates, asked }: CaseRules): ReadonlyMap<string, readonly string[]> {
  const years = new Map<string, string[]>();
  const doc = { ...picked.version.doc, facts: asked };
  const docs = [doc, ...picked.docs.filter(({ id }) => picked.version.doc.facts.some((f) => f.derive?.policy === id))];
  for (const { fact, year } of columnsOf(docs, dates)) {
    if (fact !== undefined && year !== undefined) years.set(fact, [...(years.get(fact) ?? []), year]);
  }
  return years;
}
