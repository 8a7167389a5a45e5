import { type ApplicationRow, readSubmission } from '../../applications/queries.ts';
import { listCorrections } from '../../applications/read-case.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { yuanText } from '../../money-text.ts';
import { listVersions } from '../../policies/queries.ts';
import { listRowsOfCase } from '../../publicity/queries.ts';
import type { StoredScheme } from '../../schemes/queries.ts';
import type { ConsideredOverride } from '../basis/read-overruling.ts';
import type { UnmetCriterion } from '../basis/unmet-criteria.ts';
import type { LetterKind } from '../letter-kinds.ts';
import { type DecisionRow, listDecisions } from '../queries.ts';
import { amountInWords } from './amount-in-words.ts';
import { dayInWords } from './letter-content.ts';
import type { Values } from './placeholders.ts';

export interface LetterOccasion {
  readonly kind: LetterKind;
  readonly reason?: string | undefined;
  readonly clause?: string | undefined;
  readonly now: Date;
}

/** What can be put into a letter about a case: from its rows, all of them in the transaction of the event. */
export async function letterValues(
  db: Reader,
  row: ApplicationRow,
  scheme: StoredScheme,
  occasion: LetterOccasion,
): Promise<Values> {
  const submission = row.submissionId === null ? undefined : await readSubmission(db, row.submissionId);
  const decision = isAboutDecision(occasion.kind) ? (await listDecisions(db, row.id)).at(-1) : undefined;
  const { label, contact, legalBasis } = scheme.document;
  return {
    firm: row.firmName,
    creditCode: row.creditCode,
    scheme: label['zh-CN'],
    project: row.projectName,
    number: row.number ?? '',
    submittedOn: submission ? dayInWords(dayInChina(new Date(submission.submittedAt))) : '',
    contact: contact['zh-CN'],
    legalBasis: legalBasis.map((each) => each['zh-CN']),
    today: dayInWords(dayInChina(occasion.now)),
    dueOn: row.dueOn === null ? '' : dayInWords(row.dueOn),
    reason: occasion.reason ?? decision?.reason ?? '',
    clause: occasion.clause ?? decision?.clause ?? '',
    ...(decision ? await valuesOf(db, row, decision) : {}),
    ...(occasion.kind === 'return' ? { items: await itemsOf(db, row.id) } : {}),
  };
}

const isAboutDecision = (kind: LetterKind): boolean => kind !== 'return' && kind !== 'not-accepted';

async function valuesOf(db: Reader, row: ApplicationRow, decision: DecisionRow): Promise<Values> {
  const [published] = await listRowsOfCase(db, row.id);
  const version = (await listVersions(db)).find(({ hash }) => hash === decision.policyHash);
  const money = decision.amountFen;
  const policyName = version?.doc.label?.['zh-CN'] ?? decision.policyId;
  return {
    reason: decision.reason,
    feedback: decision.feedback ?? '',
    tier: published?.row.tier ?? '',
    noticeNumber: published?.notice.number ?? '',
    policy: `${policyName}（${dayInWords(decision.policyInForceFrom)}起施行）`,
    receiptNumber: decision.receiptNumber,
    overrides: (JSON.parse(decision.overrides) as ConsideredOverride[]).map(({ text }) => text['zh-CN']),
    unmet: (JSON.parse(decision.unmet) as UnmetCriterion[]).map(inWords),
    ...(money === null ? {} : { amount: grouped(yuanText(money)), amountInWords: amountInWords(money) }),
  };
}

const inWords = ({ text, clause }: UnmetCriterion): string =>
  clause === undefined ? text['zh-CN'] : `${text['zh-CN']}（${clause}）`;

async function itemsOf(db: Reader, applicationId: string): Promise<readonly string[]> {
  const all = await listCorrections(db, applicationId);
  const round = Math.max(0, ...all.map((each) => each.round));
  return all.filter((each) => each.round === round).map(({ problem, howToFix }) => `${problem}　${howToFix}`);
}

const grouped = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
