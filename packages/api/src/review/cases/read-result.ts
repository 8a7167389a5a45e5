import { baseYear, type Dates, type Facts } from '@tidu/rules';
import type { ApplicationRow } from '../../applications/queries.ts';
import { otherSubmissionsOf, type Submission } from '../../applications/read-case.ts';
import type { Reader } from '../../db/open-database.ts';
import { unmetCriteria } from '../../decisions/basis/unmet-criteria.ts';
import { sourcesOf } from '../../evaluations/read-firm.ts';
import { filesByIds } from '../../files/queries.ts';
import type { Actor } from '../../identity/actor.ts';
import type { Locale } from '../../messages/say.ts';
import { listVersions } from '../../policies/queries.ts';
import { type DecidedCase, effectiveDecision } from '../overrides/effective-decision.ts';
import { readContent, type SubmittedParts } from '../read-content.ts';
import { changesOf } from './changes.ts';
import type { CaseView } from './contract.ts';
import { definitionsOf, figuresOf, knownCells } from './figures.ts';
import { withPresent } from './figures-now.ts';

type Result = Pick<
  CaseView,
  'policy' | 'submission' | 'computed' | 'overruled' | 'decisive' | 'figures' | 'changes' | 'claimedAwards'
>;

/** What was submitted and what it comes to, with the version of the policy it was submitted under. */
export async function readResult(
  db: Reader,
  row: ApplicationRow,
  submission: Submission,
  scheme: { readonly tiers: string[]; readonly awards: string[] },
  reading: { readonly actor: Actor; readonly locale: Locale },
): Promise<Result> {
  const versions = await listVersions(db);
  const version = versions.find(({ hash }) => hash === submission.policyHash);
  const effective = await effectiveDecision(db, row);
  if (!version || !effective) throw new Error(`case ${row.id} has no policy version`);
  const { doc, hash } = version;
  const dates = JSON.parse(submission.dates) as Dates;
  const facts = JSON.parse(submission.facts) as Facts;
  const content = readContent(submission.content);
  const docs = versions.map((each) => each.doc);
  const definitions = definitionsOf([...sourcesOf(doc, docs, dates), doc]);
  const evidence = await filesByIds(
    db,
    row.firmId,
    Object.values(content.sources).flatMap((origin) => origin.evidence),
  );
  const counted = effective.overruled ?? effective.computed;
  return {
    policy: { id: doc.id, inForceFrom: doc.inForce.from, hash, label: { ...(doc.label ?? { 'zh-CN': doc.id }) } },
    claimedAwards: content.awards.length > 0 ? content.awards : scheme.awards,
    submission: submittedPart(submission, content, baseYear(dates)),
    computed: decidedOf(effective.computed),
    overruled: effective.overruled ? decidedOf(effective.overruled) : null,
    decisive: [...unmetCriteria(doc, dates, counted.explanation, scheme)],
    figures: await withPresent(db, row.firmId, figuresOf(facts, content, definitions, evidence), reading),
    changes: await readChanges(db, row, facts, baseYear(dates), definitions),
  };
}

const submittedPart = (
  { id, round, submittedAt, certifierName, receiptNumber }: Submission,
  { notes, materials, costItems, otherFunding }: SubmittedParts,
  year: number,
): Result['submission'] => ({
  id,
  round,
  submittedAt,
  certifierName,
  receiptNumber,
  baseYear: year,
  notes,
  materials: materials.map(({ materialId, files }) => ({
    materialId,
    files: files.map((file) => ({ id: file.id, name: file.name, mediaType: file.mediaType })),
  })),
  costItems,
  otherFunding,
});

const decidedOf = ({ decision, explanation, receipt }: DecidedCase) => ({
  decision,
  explanation,
  receiptNumber: receipt.number,
});

async function readChanges(
  db: Reader,
  row: ApplicationRow,
  facts: Facts,
  year: number,
  definitions: ReturnType<typeof definitionsOf>,
): Promise<CaseView['changes']> {
  const others = await otherSubmissionsOf(db, row.firmId, row.id, 20);
  const before = others.find(({ submission }) => submission.submittedAt < (row.submittedAt ?? ''));
  const then = before ? knownCells(JSON.parse(before.submission.facts) as Facts) : [];
  return {
    since: before ? { number: before.application.number, submittedAt: before.submission.submittedAt } : null,
    list: changesOf(knownCells(facts), then, year, definitions),
  };
}
