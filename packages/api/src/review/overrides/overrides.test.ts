import { type ExplainNode, evaluateReference, overruledDoc, type Receipt, replay } from '@tidu/rules';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../testing/open-desk.ts';
import { majorProject } from '../../../testing/open-office.ts';
import { readSubmission } from '../../applications/queries.ts';
import { applications } from '../../applications/table.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { listVersions } from '../../policies/queries.ts';
import { listOverruled } from '../queries.ts';

const outside = { ...majorProject('12000000'), registeredInZone: false };

/** The unmet leaf about the place of registration. */
function unmetLeaf(tree: ExplainNode): ExplainNode | undefined {
  if (tree.verdict === 'no' && tree.facts.includes('registeredInZone') && tree.kids.length === 0) return tree;
  return tree.kids.map(unmetLeaf).find((found) => found !== undefined);
}

async function unmetCase() {
  const desk = await openDesk();
  const { id, view } = await desk.accepted({ facts: outside });
  const leaf = unmetLeaf(view.computed.explanation);
  if (!leaf) throw new Error('nothing is unmet');
  const file = await desk.newFile();
  const said = {
    version: view.version as number,
    path: leaf.path,
    verdict: 'yes',
    reason: '已于三月迁入，登记机关尚未更新',
    evidence: [file],
  };
  const overrule = (who: string, more: object = {}) =>
    desk.ask(who, 'POST', desk.on(id, 'overrides'), { ...said, ...more });
  return { ...desk, id, view, leaf, said, overrule };
}

describe('overruling a criterion', () => {
  it('both-values-stay: shows the computed and the overruled result side by side, the submission untouched', async () => {
    const desk = await unmetCase();
    const before = await readSubmission(desk.database.read, desk.view.submission.id);
    expect((await desk.overrule(desk.science)).status).toBe(200);
    const view = await desk.see(desk.id);
    const award = (from: typeof view.computed) =>
      from.decision.awards.find(({ award: name }: { award: string }) => name === 'major-project');
    expect(award(view.computed)).toMatchObject({ outcome: 'no' });
    expect(award(view.overruled)).toMatchObject({ outcome: 'yes', amount: { lo: '2400000' } });
    expect(view.overrides).toMatchObject([
      { path: desk.leaf.path, computed: { verdict: 'no' }, verdict: 'yes', madeByName: '科技', endedAt: null },
    ]);
    expect(await readSubmission(desk.database.read, desk.view.submission.id)).toEqual(before);
    expect(await desk.audited(desk.id)).toContain('application.criterion.overruled');
  });

  it('is replayed to the same bytes from the policy alone: the receipt holds what was overruled', async () => {
    const desk = await unmetCase();
    await desk.overrule(desk.science);
    const [kept] = await listOverruled(desk.database.read, desk.id);
    if (!kept) throw new Error('not kept');
    const receipt = JSON.parse(kept.receipt) as Receipt;
    const doc = (await listVersions(desk.database.read)).find(({ hash }) => hash === desk.view.policy.hash)?.doc;
    if (!doc) throw new Error('no policy');
    expect(replay(receipt, [doc], evaluateReference)).toMatchObject({ same: true, differences: [] });
    expect(overruledDoc(doc, receipt.facts)).not.toEqual(doc);
  });

  it.each([
    ['no evidence', { evidence: [] }, 'evidence'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a file of nobody', { evidence: ['nowhere'] }, 'evidence.0'],
    ['a place that is none', { path: 'tiers.99' }, 'path'],
    ['what was computed already', { verdict: 'no' }, 'path'],
    ['a whole award', { path: 'awards.0' }, 'path'],
  ])('refuses %s', async (_what, more, path) => {
    const desk = await unmetCase();
    expect(await desk.overrule(desk.science, more)).toMatchObject({
      status: 422,
      body: { error: { details: [{ path }] } },
    });
    expect((await desk.see(desk.id)).overrides).toEqual([]);
  });

  it('says everything that is wrong at once', async () => {
    const desk = await unmetCase();
    const { status, body } = await desk.overrule(desk.science, { reason: '', evidence: ['nowhere'], points: '3' });
    expect(status).toBe(422);
    expect(body.error.details.map(({ path }: { path: string }) => path)).toEqual(['points', 'reason', 'evidence.0']);
  });

  it('is for reviewers of an asked department, while in review, on a page that is not behind', async () => {
    const desk = await unmetCase();
    expect((await desk.overrule(desk.clerk)).status).toBe(403);
    expect((await desk.overrule(desk.auditor)).status).toBe(403);
    expect((await desk.overrule(await desk.newStaff('department-reviewer'))).status).toBe(404);
    expect((await desk.overrule(desk.science, { version: 1 })).status).toBe(409);
    await desk.overrule(desk.science);
    const again = { version: (await desk.see(desk.id)).version };
    expect((await desk.overrule(desk.tax, { ...again, verdict: 'yes' })).status).toBe(409);
    const other = await desk.newCase({ state: 'in-decision', facts: outside });
    expect((await desk.ask(desk.science, 'POST', desk.on(other, 'overrides'), desk.said)).status).toBe(404);
  });

  it.each([
    ['in-decision', 200],
    ['in-appeal', 200],
    ['in-publicity', 409],
    ['refused', 409],
  ] as const)('of a case that is %s is answered %i', async (state, status) => {
    const desk = await unmetCase();
    await withTransaction(desk.database, (tx) =>
      tx.update(applications).set({ state }).where(eq(applications.id, desk.id)),
    );
    expect(await desk.see(desk.id, desk.science)).toMatchObject({ mayOverrule: status === 200 });
    expect((await desk.overrule(desk.science)).status).toBe(status);
  });

  it('can be taken back with a reason; the computed result counts again and the override stays to be read', async () => {
    const desk = await unmetCase();
    await desk.overrule(desk.science);
    const view = await desk.see(desk.id);
    const path = desk.on(desk.id, `overrides/${view.overrides[0].id}/end`);
    expect((await desk.ask(desk.tax, 'POST', path, { version: view.version })).status).toBe(422);
    const said = { version: view.version, reason: '证明已失效' };
    expect((await desk.ask(desk.tax, 'POST', path, said)).status).toBe(200);
    expect(await desk.see(desk.id)).toMatchObject({
      overruled: null,
      overrides: [{ endedByName: '税务', endReason: '证明已失效' }],
    });
    expect(await desk.audited(desk.id)).toContain('application.override.ended');
  });
});

describe('civiform #5944, #11122: what is blamed', () => {
  it('names the decisive criterion alone, and nothing that holds', async () => {
    const desk = await unmetCase();
    expect(desk.view.decisive.map(({ path }: { path: string }) => path)).toEqual([desk.leaf.path]);
    await desk.overrule(desk.science);
    expect((await desk.see(desk.id)).decisive).toEqual([]);
  });
});
