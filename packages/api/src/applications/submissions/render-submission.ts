import type { Reader } from '../../db/open-database.ts';
import { renderPdf } from '../../documents/render-pdf.ts';
import { factsAround } from '../../evaluations/read-firm.ts';
import type { Locale } from '../../messages/say.ts';
import { listVersions } from '../../policies/queries.ts';
import { readScheme } from '../../schemes/queries.ts';
import { readApplication } from '../queries.ts';
import type { Submission } from './contract.ts';
import { paperContent } from './paper-content.ts';

const SOURCE = `
#let it = json(bytes(sys.inputs.json))
#set document(title: it.title)
#set page(paper: "a4", margin: (x: 22mm, y: 22mm), numbering: "1 / 1")
#set text(font: "Noto Sans SC", size: 10pt, lang: it.lang)
#set par(leading: 0.75em)
#let soft = rgb("#5b6460")
#show heading.where(level: 2): each => block(above: 1.6em, below: 0.8em, text(size: 12pt, weight: 700, each.body))
#heading(level: 1, text(size: 17pt, weight: 700, it.title))
#v(4pt)
#let rows(all) = table(
  columns: (34%, 1fr), stroke: (x, y) => (bottom: 0.5pt + rgb("#d9d5cb")), inset: (x: 4pt, y: 5pt), align: left,
  ..all.map(row => (text(fill: soft, row.name), {
    row.value
    if row.note != "" { linebreak(); text(size: 7.5pt, fill: soft, row.note) }
  })).flatten(),
)
#rows(it.lead)
#for section in it.sections {
  heading(level: 2, section.title)
  if section.text != "" { par(section.text) }
  if section.rows.len() > 0 { rows(section.rows) }
}
#v(1fr)
#block(above: 2em, text(size: 7.5pt, fill: soft, it.foot))
`;

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
  return renderPdf(SOURCE, { ...paperContent(submission, around), lang: locale === 'en' ? 'en' : 'zh' });
}
