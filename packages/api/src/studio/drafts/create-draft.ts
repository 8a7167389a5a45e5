import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { copyCases } from '../cases/copy-cases.ts';
import { readFirstCases } from '../cases/read-first-cases.ts';
import { hashOfDraft } from '../document-hash.ts';
import { policyDraftEdits, policyDrafts } from '../table.ts';
import { byOf } from '../who.ts';
import type { NewStudioDraft } from './contract.ts';
import { firstText } from './first-text.ts';
import { refuseUnsound } from './refuse-unsound.ts';

type WholeAct = PersonalAct & { readonly database: Database };

/** Begins a draft (新建草案): it takes the text and the worked cases of what it came from along. */
export async function createDraft(act: WholeAct, wanted: NewStudioDraft): Promise<{ readonly id: string }> {
  const first = await firstText(act.database, wanted, dayInChina(act.now));
  refuseUnsound(first.document);
  const cases = first.base ? await readFirstCases(act.database.read, first.base.ref) : [];
  const id = newId();
  const who = byOf(act);
  const hash = hashOfDraft(first.document);
  await withTransaction(act.database, async (tx) => {
    await tx.insert(policyDrafts).values({
      id,
      policyId: first.policyId,
      title: wanted.title,
      base: first.base?.ref ?? null,
      baseHash: first.base?.hash ?? null,
      document: JSON.stringify(first.document),
      hash,
      version: 0,
      state: 'draft',
      parks: first.parks === null ? null : JSON.stringify(first.parks),
      rollbackReason: first.rollbackReason ?? null,
      createdAt: who.at,
      createdBy: who.by,
      createdByName: who.byName,
      updatedAt: who.at,
      updatedBy: who.by,
      updatedByName: who.byName,
    });
    // Whoever began the text counts among its editors, and may not approve it.
    const begun = { draftId: id, version: 0, kind: 'save' as const, summary: wanted.title, ops: '[]', inverse: '[]' };
    await tx.insert(policyDraftEdits).values({ ...begun, reverts: null, revertedBy: 0, ...who });
    await copyCases(tx, act, id, cases);
    await appendAudit(tx, act, {
      action: 'policy-draft.created',
      subject: { type: 'policy-draft', id },
      details: { policy: first.policyId, from: wanted.from, base: first.base?.ref ?? null, hash, cases: cases.length },
    });
  });
  return { id };
}
