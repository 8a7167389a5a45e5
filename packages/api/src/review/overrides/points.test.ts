import { canonicalJson, evaluateReference, type Receipt, replay } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../testing/open-desk.ts';
import { listVersions } from '../../policies/queries.ts';
import { listOverruled } from '../queries.ts';

/** 8 + 20 + 24 points: short of the 60 that are asked. */
const short = {
  registeredInChina: true,
  bannedProducts: false,
  employees: { '2025': '100' },
  scienceStaff: { '2025': '16' },
  revenue: { '2025': '20000000' },
  costExpense: { '2025': '15000000' },
  rdExpense: { '2025': '700000' },
  totalAssets: { '2025': '30000000' },
  classIProperty: '0',
  classIIProperty: '4',
  hnteCertificate: false,
  nationalAwards: [],
  ledStandard: false,
  rdInstitutionLevel: 'none',
  majorAccident: false,
  seriousEnvironmentalOffence: false,
  seriousResearchMisconduct: false,
  abnormalOperationList: false,
  seriousDishonestyList: false,
};
const STAFF = 'tiers.0.routes.0.score.of.0';

async function scoredCase() {
  const desk = await openDesk();
  const { id, view } = await desk.accepted({ scheme: 'tech-sme-registration', facts: short });
  const said = {
    version: view.version as number,
    path: STAFF,
    points: '20.0',
    reason: '社保名册显示科技人员 35 人',
    evidence: [await desk.newFile()],
  };
  const overrule = (who: string, more: object = {}) =>
    desk.ask(who, 'POST', desk.on(id, 'overrides'), { ...said, ...more });
  return { ...desk, id, view, said, overrule };
}

const nodeAt = (tree: { path: string; kids: [] }, path: string): Record<string, unknown> | undefined =>
  tree.path === path ? tree : tree.kids.map((kid) => nodeAt(kid, path)).find((found) => found);
const routeOf = ({ decision }: { decision: { tiers: { outcome: string; routes: { points?: object }[] }[] } }) =>
  ({ outcome: decision.tiers[0]?.outcome, points: decision.tiers[0]?.routes[0]?.points }) as const;

describe('points of a line of the score table', () => {
  it('both-values-stay: are given by a reviewer, count for the total, and stand beside the computed ones', async () => {
    const desk = await scoredCase();
    expect(routeOf(desk.view.computed)).toEqual({ outcome: 'no', points: { lo: '52', hi: '52' } });
    expect((await desk.overrule(desk.science)).status).toBe(200);
    const view = await desk.see(desk.id);
    expect(routeOf(view.computed)).toEqual({ outcome: 'no', points: { lo: '52', hi: '52' } });
    expect(routeOf(view.overruled)).toEqual({ outcome: 'yes', points: { lo: '64', hi: '64' } });
    expect(nodeAt(view.overruled.explanation, STAFF)).toMatchObject({
      points: { lo: '20', hi: '20' },
      overruled: { computed: { points: { lo: '8', hi: '8' } }, by: '科技', reason: desk.said.reason },
    });
    expect(view.overrides).toMatchObject([
      { path: STAFF, computed: { points: { lo: '8', hi: '8' }, full: '20' }, verdict: null, points: '20' },
    ]);
    expect(await desk.audited(desk.id)).toContain('application.criterion.overruled');
  });

  it('are in the receipt, which replays to the same bytes; taken back, the computed result counts again', async () => {
    const desk = await scoredCase();
    await desk.overrule(desk.science);
    const docs = (await listVersions(desk.database.read)).map(({ doc }) => doc);
    const [kept] = await listOverruled(desk.database.read, desk.id);
    const receipt = JSON.parse(kept?.receipt ?? '') as Receipt;
    expect(receipt.facts).toMatchObject({ [`overruled.${STAFF}`]: { known: '20' } });
    const again = replay(receipt, docs, evaluateReference);
    expect(again).toMatchObject({ same: true, differences: [] });
    expect(canonicalJson(again.got)).toBe(canonicalJson(receipt.decision));
    const { overrides, version } = await desk.see(desk.id);
    const path = desk.on(desk.id, `overrides/${overrides[0].id}/end`);
    expect((await desk.ask(desk.science, 'POST', path, { version, reason: '名册有误' })).status).toBe(200);
    const view = await desk.see(desk.id);
    expect(view.overruled).toBeNull();
    expect(view.overrides).toMatchObject([{ points: '20', endedByName: '科技', endReason: '名册有误' }]);
  });

  it.each([
    ['more than full marks', { points: '24' }, 'points', '20'],
    ['points the table never gives', { points: '10' }, 'points', '4'],
    ['less than nothing', { points: '-4' }, 'points', '20'],
    ['what was computed', { points: '8' }, 'points', ''],
    ['no points', { points: undefined }, 'points', ''],
    ['a verdict instead', { points: undefined, verdict: 'yes' }, 'verdict', ''],
    ['the total itself', { path: 'tiers.0.routes.0.score' }, 'path', ''],
    ['no evidence', { evidence: [] }, 'evidence', ''],
    ['no reason', { reason: ' ' }, 'reason', ''],
  ])('refuse %s', async (_what, more, path, named) => {
    const desk = await scoredCase();
    const { status, body } = await desk.overrule(desk.science, more);
    expect(status).toBe(422);
    expect(body.error.details[0]).toMatchObject({ path });
    expect(body.error.details[0].fix ?? '').toContain(named);
    expect((await desk.see(desk.id)).overrides).toEqual([]);
  });

  it('are for reviewers of an asked department, one override a line', async () => {
    const desk = await scoredCase();
    expect((await desk.overrule(desk.clerk)).status).toBe(403);
    expect((await desk.overrule(desk.finance)).status).toBe(404);
    expect((await desk.overrule(desk.science)).status).toBe(200);
    expect((await desk.overrule(desk.tax, { version: (await desk.see(desk.id)).version })).status).toBe(409);
  });

  it('are told to the firm in its outcome and in the letter, with the reason and without a name', async () => {
    const desk = await scoredCase();
    await desk.overrule(desk.science, { points: '12' });
    const maker = await desk.newStaff('decision-maker', '决定人');
    for (const task of (await desk.see(desk.id)).tasks)
      await desk.answer(task.department === 'science' ? desk.science : desk.tax, task.id);
    const { version } = await desk.see(desk.id);
    const refusal = { outcome: 'refuse', version, reason: '总分未达到 60 分', clause: '第六条' };
    const { status, body } = await desk.ask(maker, 'POST', `/api/v1/applications/${desk.id}/decisions`, refusal);
    expect(status, JSON.stringify(body)).toBe(200);
    const outcome = (await desk.ask(desk.firm.userId, 'GET', `/api/v1/applications/${desk.id}/outcome`)).body;
    const words = '科技人员指标：系统计算得 8 分，经人工核定得 12 分（满分 20 分），理由：社保名册显示科技人员 35 人。';
    expect(outcome.decision.overrides).toEqual([{ path: STAFF, text: expect.objectContaining({ 'zh-CN': words }) }]);
    const { listLetters } = await import('../../decisions/queries.ts');
    const [letter] = await listLetters(desk.database.read, desk.id);
    expect(letter?.content).toContain(`1. ${words}`);
    expect(letter?.content).not.toContain('科技"');
    const replayed = await desk.ask(desk.auditor, 'GET', `/api/v1/decisions/${body.decisionId}/replay`);
    expect(replayed.body).toMatchObject({ same: true, differences: [] });
  });
});
