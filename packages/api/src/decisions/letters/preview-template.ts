import { readApplicationByNumber } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { hasStaffRole } from '../../identity/actor.ts';
import type { StaffRole } from '../../identity/roles.ts';
import { readScheme } from '../../schemes/queries.ts';
import type { LetterKind } from '../letter-kinds.ts';
import { composeLetter } from './compose-letter.ts';
import type { PreviewTemplate, TemplatePreview } from './contract.ts';
import { letterValues } from './letter-values.ts';
import { unknownPlaceholders } from './placeholders.ts';
import { SAMPLE_FIRM, sampleValues } from './sample-values.ts';

type ViewAct = PersonalAct & { readonly database: Database };

/** Who may see a template with a real case in it; policy staff do not read cases. */
export const CASE_PREVIEWERS: readonly StaffRole[] = ['decision-maker', 'auditor'];

/** The letter a text would make (文书预览), of a made-up case or a real one, and the holes in it that nothing fills. */
export async function previewTemplate(
  act: ViewAct,
  kind: LetterKind,
  { document, caseNumber }: PreviewTemplate,
): Promise<TemplatePreview> {
  const today = dayInChina(act.now);
  const number = `${document.numberPrefix}〔${today.slice(0, 4)}〕×号`;
  const unknown = document.paragraphs.flatMap((text, paragraph) =>
    unknownPlaceholders(text).map((name) => ({ paragraph, name })),
  );
  const { addressee, values } =
    caseNumber === undefined
      ? { addressee: SAMPLE_FIRM, values: sampleValues(today, kind) }
      : await valuesOfCase(act, kind, caseNumber);
  const letter = composeLetter(document, values, { number, addressee, today });
  return { letter: { ...letter, paragraphs: [...letter.paragraphs] }, unknown };
}

async function valuesOfCase(act: ViewAct, kind: LetterKind, number: string) {
  if (!hasStaffRole(act.actor, CASE_PREVIEWERS)) throw new ApiError(403, 'not-your-role');
  const db = act.database.read;
  const row = await readApplicationByNumber(db, number);
  const scheme = row && (await readScheme(db, row.schemeId, row.schemeRevision));
  if (!row || !scheme) throw new ApiError(404, 'not-found');
  const values = await letterValues(db, row, scheme, { kind, now: act.now });
  await withTransaction(act.database, (tx) =>
    appendAudit(tx, act, {
      action: 'letter-template.previewed',
      subject: { type: 'application', id: row.id },
      details: { kind },
    }),
  );
  return { addressee: row.firmName, values };
}
