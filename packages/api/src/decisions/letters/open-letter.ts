import { type ApplicationRow, maySee, readApplication } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { readLetter } from '../queries.ts';
import type { LetterContent } from './letter-content.ts';
import { letterDocx } from './letter-docx.ts';
import { letterPdf } from './letter-pdf.ts';

export type LetterFormat = 'docx' | 'pdf';

/** Makes a letter for a person of the firm or the office; that it was taken is noted. */
export async function openLetter(
  act: PersonalAct & { readonly database: Database },
  letterId: string,
  format: LetterFormat,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const letter = await readLetter(act.database.read, letterId);
  const row: ApplicationRow | undefined = letter && (await readApplication(act.database.read, letter.applicationId));
  if (!letter || !row || !maySee(act.actor, row)) throw new ApiError(404, 'not-found');
  const content = JSON.parse(letter.content) as LetterContent;
  const bytes = format === 'pdf' ? letterPdf(content) : await letterDocx(content);
  await withTransaction(act.database, (tx) =>
    appendAudit(tx, act, {
      action: 'letter.downloaded',
      subject: { type: 'letter', id: letter.id },
      details: { number: letter.number, format, applicationId: letter.applicationId },
    }),
  );
  return { name: `${content.title}${content.number}.${format}`, bytes };
}
