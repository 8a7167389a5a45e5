import type { Dates } from '@tidu/rules';
import { readSubmission } from '../applications/queries.ts';
import { describeSubmission } from '../applications/submissions/describe-submission.ts';
import { paperContent } from '../applications/submissions/paper-content.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { factsAround } from '../evaluations/read-firm.ts';
import { ApiError } from '../http/api-error.ts';
import type { Locale } from '../messages/say.ts';
import { yuanTextOr } from '../money-text.ts';
import { listVersions } from '../policies/queries.ts';
import { readContent } from '../review/read-content.ts';
import { readScheme } from '../schemes/queries.ts';
import type { CaseMaterial } from './contract.ts';
import { maskIn, namesOf } from './mask-firm.ts';
import { scoreOf } from './progress.ts';
import { type ClearCase, requireClear } from './require-clear.ts';
import { marksAsText } from './scoring/marks.ts';

type ViewAct = PersonalAct & { readonly database: Database };

/** The material of a case for one of its experts, without the firm where the panel is blind; that it was read is noted. */
export async function viewMaterial(
  act: ViewAct,
  panelId: string,
  applicationId: string,
  locale: Locale,
): Promise<CaseMaterial> {
  const clear = await requireClear(act, panelId, applicationId);
  const { paper, files, names } = await readPaper(act, clear, locale);
  await withTransaction(act.database, (tx) =>
    appendAudit(tx, act, {
      action: 'panel.material-viewed',
      subject: { type: 'application', id: applicationId },
      details: { panelId },
    }),
  );
  const { isBlind } = clear.record.panel;
  const shown = { lead: paper.lead, sections: paper.sections, title: clear.row.projectName };
  const { lead, sections, title } = isBlind ? maskIn(shown, names) : shown;
  return {
    applicationId,
    title,
    isBlind,
    lead: [...lead],
    sections: sections.map((each) => ({ ...each, rows: [...each.rows] })),
    files: isBlind ? [] : files,
    round: clear.each.round,
    isOpen: clear.record.panel.status === 'scoring' && clear.each.round === clear.record.panel.round,
    mine: mineOf(clear, act.actor.userId),
  };
}

async function readPaper({ database }: ViewAct, { row }: ClearCase, locale: Locale) {
  const db = database.read;
  const submission = row.submissionId === null ? undefined : await readSubmission(db, row.submissionId);
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  const versions = await listVersions(db);
  const version = versions.find(({ hash }) => hash === submission?.policyHash);
  if (!submission || !scheme || !version) throw new ApiError(404, 'not-found');
  const facts = factsAround({ version, docs: versions.map(({ doc }) => doc) }, JSON.parse(submission.dates) as Dates);
  const around = { scheme: scheme.document, policy: version.doc, facts, locale };
  const labels = new Map(scheme.document.materials.map(({ id, label }) => [id, label[locale]]));
  const files = readContent(submission.content).materials.flatMap(({ materialId, files: each }) =>
    each.map(({ id, name, mediaType }) => ({ id, name, mediaType, material: labels.get(materialId) ?? materialId })),
  );
  const paper = paperContent(describeSubmission(submission, row.number ?? ''), around);
  return { paper, files, names: await namesOf(db, row, submission) };
}

function mineOf({ record, each }: ClearCase, userId: string): CaseMaterial['mine'] {
  const score = scoreOf(record, each, userId);
  return {
    marks: score ? marksAsText(score.marks) : {},
    comment: score?.comment ?? '',
    total: yuanTextOr(score?.total ?? null),
    isHandedIn: (score?.handedInAt ?? null) !== null,
  };
}
