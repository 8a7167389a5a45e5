import { adjustCounts } from '../applications/adjust-counts.ts';
import type { ApplicationRow } from '../applications/queries.ts';
import { listSubmissions, otherSubmissionsOf } from '../applications/read-case.ts';
import type { StateId } from '../applications/states.ts';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { filesElsewhere } from '../files/queries.ts';
import { firmsByIds } from '../firms/queries.ts';
import { listVersions } from '../policies/queries.ts';
import { type Claimed, claimed, declaredElsewhere, type Found, sameProject, sameStack } from './look-for.ts';
import { duplicateFindings } from './table.ts';

/** Cases that came to nothing: no money can come from them. */
const CAME_TO_NOTHING: readonly StateId[] = ['draft', 'withdrawn', 'not-accepted', 'lapsed', 'refused-finally'];
const MOST_CASES = 300;

/**
 * Looks for double money (重复与叠加) over all cases of the firm, whatever the scheme and the year, its declared outside
 * money, and files that another firm has used. What is found blocks the case until a person has answered it. INVARIANT
 * (found-once): looking again adds nothing that is known, answered or not. Returns how many doubts are new.
 */
export async function findDuplicates(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  row: ApplicationRow,
): Promise<number> {
  const [submission] = await listSubmissions(tx, row.id);
  if (!submission) return 0;
  const mine = claimed(row, submission);
  const rows = await otherSubmissionsOf(tx, row.firmId, row.id, MOST_CASES);
  const others = rows
    .filter(({ application }) => !CAME_TO_NOTHING.includes(application.state))
    .map((each) => claimed(each.application, each.submission));
  const doc = (await listVersions(tx)).find(({ hash }) => hash === submission.policyHash)?.doc;
  const found = [
    ...others.flatMap((other) => sameProject(mine, other) ?? []),
    ...declaredElsewhere(mine, others),
    ...others.flatMap((other) => sameStack(mine, other, doc)),
    ...(await sameFiles(tx, mine)),
  ];
  return keepNew(tx, act, row, found);
}

async function sameFiles(tx: Transaction, { row, content }: Claimed): Promise<readonly Found[]> {
  const files = content.materials.flatMap((material) => material.files);
  const elsewhere = await filesElsewhere(
    tx,
    row.firmId,
    files.map(({ digest }) => digest),
  );
  const names = new Map(
    (await firmsByIds(tx, [...new Set(elsewhere.map(({ firmId }) => firmId))])).map(({ id, name }) => [id, name]),
  );
  return elsewhere.map(({ firmId, digest, name }) => ({
    kind: 'same-file',
    fingerprint: `same-file:${firmId}:${digest}`,
    details: {
      digest,
      file: files.find((file) => file.digest === digest)?.name ?? '',
      otherFile: name,
      otherFirm: names.get(firmId) ?? firmId,
    },
  }));
}

async function keepNew(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  row: ApplicationRow,
  found: readonly Found[],
): Promise<number> {
  if (found.length === 0) return 0;
  const foundAt = act.now.toISOString();
  const added = await tx
    .insert(duplicateFindings)
    .values(
      found.map(({ kind, fingerprint, otherId, details }) => ({
        id: newId(),
        applicationId: row.id,
        kind,
        fingerprint,
        otherId: otherId ?? null,
        details: JSON.stringify(details),
        foundAt,
      })),
    )
    .onConflictDoNothing()
    .returning({ kind: duplicateFindings.kind });
  if (added.length === 0) return 0;
  await adjustCounts(tx, row.id, { openConflicts: added.length });
  await appendAudit(tx, act, {
    action: 'duplicates.found',
    subject: { type: 'application', id: row.id },
    details: { kinds: added.map(({ kind }) => kind) },
  });
  return added.length;
}
