import type { Reader } from '../../db/open-database.ts';
import { tablePaper } from '../../documents/table-paper.ts';
import { factsAround } from '../../evaluations/read-firm.ts';
import type { Locale } from '../../messages/say.ts';
import { listVersions } from '../../policies/queries.ts';
import { readScheme } from '../../schemes/queries.ts';
import { readApplication } from '../queries.ts';
import type { Submission } from './contract.ts';
import { paperContent } from './paper-content.ts';

/** The PDF of exactly what was submitted (提交件). */
export async function renderSubmission(
  db: Reader,
  applicationId: string,
  submission: Submission,
  locale: Locale,
): Promise<Uint8Array> {
  const row = await readApplication(db, applicationId);
  const scheme = row && (await readScheme(db, row.schemeId, submission.schemeRevision));
  const versions = await listVersions(db);
  const version = versions.find(({ hash }) => hash === submission.policyHash);
  if (!scheme || !version) throw new Error(`submission ${submission.id} has lost its scheme or policy`);
  const facts = factsAround({ version, docs: versions.map(({ doc }) => doc) }, submission.dates as never);
  const around = { scheme: scheme.document, policy: version.doc, facts, locale };
  return tablePaper(paperContent(submission, around), locale);
}
