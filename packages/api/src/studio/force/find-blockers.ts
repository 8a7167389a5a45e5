import { formatDate, type PolicyDoc } from '@tidu/rules';
import { parsePolicy } from '@tidu/rules/parse';
import type { Reader } from '../../db/open-database.ts';
import { listVersions } from '../../policies/queries.ts';
import { workThrough } from '../cases/work-cases.ts';
import { checkDraft } from '../checks/check-draft.ts';
import type { StudioChecks } from '../checks/contract.ts';
import { lastConsultation } from '../consultations/queries.ts';
import type { StudioDraftRow } from '../drafts/queries.ts';
import { documentOf } from '../texts.ts';
import type { BlockerCode } from './contract.ts';
import { labelOf } from './label-of.ts';
import { lastLegality, listApprovals } from './queries.ts';

type Args = Readonly<Record<string, string>>;
type Words = Readonly<Record<string, string>>;

/** Everything that keeps a draft from being approved or published (尚缺事项), all at once. Evaluates: never in a transaction. */
export async function findBlockers(db: Reader, draft: StudioDraftRow, today: string): Promise<readonly Blocker[]> {
  const parsed = parsePolicy(documentOf(draft));
  const checks = await checkDraft(db, draft);
  if (!parsed.ok) return [blocker('text-unreadable', '', { count: String(checks.problems.length) })];
  return [
    ...ofChecks(checks, parsed.doc),
    ...ofText(parsed.doc),
    ...(await ofCases(db, draft)),
    ...(await findOpenSteps(db, draft, parsed.doc, today)),
    ...(await ofApproval(db, draft)),
  ];
}

/** Those among them that are seen without evaluating anything: what is left of the way once text and cases are in order. */
export const findOpenSteps = async (
  db: Reader,
  draft: StudioDraftRow,
  doc: PolicyDoc,
  today: string,
): Promise<readonly Blocker[]> => [
  ...(await ofConsultation(db, draft, today)),
  ...(await ofLegality(db, draft)),
  ...(draft.draftsRule === null ? [blocker('transition-missing', 'transition')] : []),
  ...(await ofDates(db, draft, doc, today)),
];

/** One thing that stands in the way; its words are `api.studio.blocker.<code>`. */
export interface Blocker {
  readonly code: BlockerCode;
  readonly stage: 'approve' | 'publish';
  readonly path: string;
  readonly args: Args;
}

const blocker = (code: BlockerCode, path: string, args: Args = {}): Blocker => ({
  code,
  stage: code === 'not-approved' || code === 'approval-void' ? 'publish' : 'approve',
  path,
  args,
});

/** A name for the sentences of both languages: `{tier}` in the Chinese one, `{tierEn}` in the English one. */
function named(what: string, words: Words | undefined, id: string): Args {
  const zh = words?.['zh-CN'] ?? id;
  return { [what]: zh, [`${what}En`]: words?.en ?? zh };
}

/** A day for the sentences of both languages, likewise. */
const dated = (what: string, day: string): Args => ({
  [what]: formatDate(day, 'zh-CN'),
  [`${what}En`]: formatDate(day, 'en'),
});

const LACKS = {
  yes: { lacks: '达到', lacksEn: 'that reaches it' },
  no: { lacks: '未达到', lacksEn: 'that does not reach it' },
};

export const isFairness = (code: string): boolean => code.startsWith('fairness-');

function ofChecks({ findings }: StudioChecks, doc: PolicyDoc): readonly Blocker[] {
  // Clauses that are no rule are told one by one beside it.
  const errors = findings.filter(({ level, code }) => level === 'error' && code !== 'untranslatable-open');
  const [error] = errors;
  return [
    ...(error ? [blocker('check-errors', error.path, { count: String(errors.length) })] : []),
    ...findings
      .filter(({ code }) => isFairness(code))
      .map(({ node, path }) =>
        blocker('fairness-missing', path, named('of', labelOf(doc, node ?? path), node ?? path)),
      ),
  ];
}

const ofText = ({ untranslatable = [] }: PolicyDoc): readonly Blocker[] =>
  untranslatable.flatMap(({ id, text, accepted }, i) =>
    accepted ? [] : [blocker('untranslatable-open', `untranslatable.${i}`, named('clause', text, id))],
  );

async function ofCases(db: Reader, draft: StudioDraftRow): Promise<readonly Blocker[]> {
  const { rows, results = [], missing } = await workThrough(db, draft);
  const failing = results.filter(({ ok }, i) => !ok && !(rows[i]?.isGenerated && rows[i]?.confirmedAt === null));
  return [
    ...missing.map(({ tier, label, lacks }) =>
      blocker('cases-missing', 'cases', { ...named('tier', label, tier), ...LACKS[lacks] }),
    ),
    ...(failing.length > 0 ? [blocker('cases-failing', 'cases', { count: String(failing.length) })] : []),
  ];
}

async function ofConsultation(db: Reader, draft: StudioDraftRow, today: string): Promise<readonly Blocker[]> {
  const row = await lastConsultation(db, draft.id);
  if (!row) return [blocker('no-consultation', 'consultation')];
  const isOpen = row.kind === 'public' && row.closesOn !== null && today <= row.closesOn;
  return isOpen ? [blocker('consultation-open', 'consultation', dated('closesOn', row.closesOn ?? today))] : [];
}

async function ofLegality(db: Reader, draft: StudioDraftRow): Promise<readonly Blocker[]> {
  const row = await lastLegality(db, draft.id);
  const isSound = row !== undefined && row.hash === draft.hash && row.opinion !== 'unlawful';
  return isSound ? [] : [blocker('legality-missing', 'legality')];
}

async function ofDates(db: Reader, draft: StudioDraftRow, doc: PolicyDoc, today: string): Promise<readonly Blocker[]> {
  const own = (await listVersions(db)).filter((each) => each.doc.id === draft.policyId);
  const { from } = doc.inForce;
  const isTaken = own.some((each) => each.doc.inForce.from === from && each.doc.status === 'published');
  const since = own.filter(({ publishedAt }) => publishedAt !== undefined && publishedAt > draft.createdAt);
  return [
    ...(from < today ? [blocker('date-passed', 'inForce.from', dated('from', from))] : []),
    ...(isTaken ? [blocker('date-taken', 'inForce.from', dated('from', from))] : []),
    ...(since.length > 0 && draft.publishedAt === null ? [blocker('base-moved', '')] : []),
  ];
}

async function ofApproval(db: Reader, draft: StudioDraftRow): Promise<readonly Blocker[]> {
  const [last] = await listApprovals(db, draft.id);
  if (last?.decision === 'approve' && last.voidedAt === null && last.hash === draft.hash) return [];
  const isVoid = last?.decision === 'approve';
  return [blocker(isVoid ? 'approval-void' : 'not-approved', 'approval')];
}
