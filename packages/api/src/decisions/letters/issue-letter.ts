import type { EventId } from '../../applications/lifecycle.ts';
import type { ApplicationRow } from '../../applications/queries.ts';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { nextNumber } from '../../next-number.ts';
import { readScheme } from '../../schemes/queries.ts';
import type { LetterKind } from '../letter-kinds.ts';
import { lastLetterNumber, publishedTemplate } from '../queries.ts';
import { letters } from '../table.ts';
import { composeLetter } from './compose-letter.ts';
import type { LetterTemplate } from './contract.ts';
import { letterValues } from './letter-values.ts';
import { SHIPPED_TEMPLATES } from './shipped-templates.ts';

type IssuingAct = Omit<Act, 'database'>;

/** Letters that an event brings about by itself. The list of a return is written after the event, and so is its letter. */
const LETTER_OF: Readonly<Partial<Record<EventId, LetterKind>>> = {
  approve: 'approval',
  refuse: 'refusal',
  'refuse-acceptance': 'not-accepted',
  'uphold-refusal': 'appeal-refusal',
};

export async function issueLetterOf(
  tx: Transaction,
  act: IssuingAct,
  row: ApplicationRow,
  { event, reason, clause }: { event: EventId; reason?: string | undefined; clause?: string | undefined },
): Promise<void> {
  const kind = LETTER_OF[event];
  if (kind) await issueLetter(tx, act, row, kind, { reason, clause });
}

/** Writes a letter about a case (制发文书) from the text in use: its words are frozen here, layout comes when it is read. */
export async function issueLetter(
  tx: Transaction,
  act: IssuingAct,
  row: ApplicationRow,
  kind: LetterKind,
  said: { reason?: string | undefined; clause?: string | undefined } = {},
): Promise<string> {
  const scheme = await readScheme(tx, row.schemeId, row.schemeRevision);
  if (!scheme) throw new Error(`case ${row.id} has no scheme`);
  const stored = await publishedTemplate(tx, kind);
  const template = stored ? (JSON.parse(stored.document) as LetterTemplate) : SHIPPED_TEMPLATES[kind];
  const today = dayInChina(act.now);
  const start = `${template.numberPrefix}〔${today.slice(0, 4)}〕`;
  const number = nextNumber(start, await lastLetterNumber(tx, start), { end: '号' });
  const values = await letterValues(tx, row, scheme, { kind, ...said, now: act.now });
  const content = composeLetter(template, values, { number, addressee: row.firmName, today });
  const id = newId();
  await tx.insert(letters).values({
    id,
    number,
    applicationId: row.id,
    kind,
    templateVersion: stored?.version ?? 0,
    content: JSON.stringify(content),
    issuedAt: act.now.toISOString(),
    issuedBy: act.actor === 'system' ? 'system' : act.actor.userId,
  });
  const details = { kind, number, applicationId: row.id };
  await appendAudit(tx, act, { action: 'letter.issued', subject: { type: 'letter', id }, details });
  return id;
}
