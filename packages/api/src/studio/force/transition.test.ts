import { evaluateReference, type Receipt, replay } from '@tidu/rules';
import { describe, expect, test } from 'vitest';
import { openCases } from '../../../testing/open-cases.ts';
import { FROM, openStudio, type Shown } from '../../../testing/open-studio.ts';
import { listSubmissions } from '../../applications/read-case.ts';
import { passTime } from '../../deadlines/pass-time.ts';
import { listVersions } from '../../policies/queries.ts';

const on = new Date(`${FROM}T02:00:00Z`);
type Rule = 'keep' | 'move' | 'better';

/** A firm with a draft and a submitted case, and a version that lowers (or raises) what a gazelle needs. */
async function openTransition(rule: Rule, growth: string) {
  const clock = { now: new Date('2026-03-31T20:00:00Z') };
  const s = await openStudio(clock);
  const cases = await openCases(clock, s);
  const draft = await cases.readyDraft();
  const submitted = await cases.submitted();
  const { id } = await s.newDraft();
  const routes = (await s.read(id)).document.tiers[1].routes;
  const at = routes[1].when.of.findIndex((each: Shown) => each.a?.k === 'growth');
  await s.edit(id, [{ op: 'replace', path: `tiers.1.routes.1.when.of.${at}.b.value`, value: growth }]);
  const { cases: worked } = await s.must(s.ask(s.editor, 'GET', s.at(id, '/cases')));
  for (const each of worked)
    if (!each.result.ok) await s.must(s.ask(s.editor, 'DELETE', s.at(id, `/cases/${each.id}`), {}), 204);
  await s.ready(id, { drafts: rule, cases: rule });
  const { transition } = await s.force(id);
  await s.must(s.approve(id));
  const { hash } = await s.must(s.publish(id));
  clock.now = on;
  return { s, cases, id, hash, draft, submitted, transition, clock };
}

describe('drafts and cases under way when a version takes effect', () => {
  test('their number is told before the approval', async () => {
    const { transition } = await openTransition('keep', '90%');
    expect(transition).toMatchObject({ firmDrafts: 1, casesInFlight: 1, rule: { drafts: 'keep', cases: 'keep' } });
  });

  test.each([
    ['keep', '90%', 'kept', 'yes'],
    ['move', '90%', 'moved', 'no'],
    ['better', '90%', 'kept', 'yes'],
    ['better', '10%', 'moved', 'yes'],
  ] as const)('%s with growth of %s: %s', async (rule, growth, outcome, verdict) => {
    const { s, cases, id, hash, draft, submitted } = await openTransition(rule, growth);
    const told = async (of: string) =>
      (await s.must(s.ask(cases.firm.userId, 'GET', `/api/v1/applications/${of}/transition`))).transition;
    const coming = { rule, outcome: null, inForceFrom: FROM, reason: '老件老办法' };
    expect(await told(draft)).toMatchObject({ ...coming, kind: 'draft' });
    expect(await told(submitted)).toMatchObject({ ...coming, kind: 'case' });
    const before = await listSubmissions(s.database.read, submitted);
    // Its intake is over by then as well; the transition is looked at whatever else has happened to the case.
    const { failures } = await passTime(s.database, on);
    expect(failures).toEqual([]);
    const { rows } = await s.must(s.ask(s.reader, 'GET', s.at(id, '/transitions')));
    expect(rows.map((row: Shown) => [row.kind, row.outcome]).toSorted()).toEqual([
      ['case', outcome],
      ['draft', outcome],
    ]);
    for (const of of [draft, submitted]) expect(await told(of)).toMatchObject({ rule, outcome, inForceFrom: FROM });
    const after = await listSubmissions(s.database.read, submitted);
    expect(after.at(-1)).toEqual(before[0]);
    expect(after).toHaveLength(outcome === 'moved' ? 2 : 1);
    const tiers = JSON.parse(after[0]?.decision ?? '{}').tiers as { tier: string; outcome: string }[];
    expect(tiers.find(({ tier }) => tier === 'gazelle')?.outcome).toBe(verdict);
    expect(after[0]?.policyHash === hash).toBe(outcome === 'moved');
    const shown = await cases.readDraft(draft);
    expect(shown.content.projectName).toBe('瞪羚企业认定');
    expect(JSON.stringify(shown).includes('differences')).toBe(outcome !== 'moved');
    const audited = await s.audited(submitted);
    expect(audited.includes('application.decided-anew')).toBe(outcome === 'moved');
    expect(audited).toContain(`application.transition-${outcome}`);
    await passTime(s.database, on);
    expect((await s.audited(submitted)).filter((each) => each.startsWith('application.transition-'))).toHaveLength(1);
  });

  test('what it means for a case is told to its own firm alone', async () => {
    const s = await openStudio();
    const cases = await openCases({ now: new Date('2026-04-01T02:00:00Z') }, s);
    const path = `/api/v1/applications/${await cases.startDraft()}/transition`;
    expect(await s.must(s.ask(cases.firm.userId, 'GET', path))).toEqual({ transition: null });
    const other = await s.newFirm('别家公司');
    const asked = [other.userId, s.editor, undefined].map((user) => s.ask(user, 'GET', path));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 403, 401]);
  });

  test('a case moved to the new version can be replayed from its own row', async () => {
    const { s, submitted, hash } = await openTransition('move', '90%');
    await passTime(s.database, on);
    const [last] = await listSubmissions(s.database.read, submitted);
    const receipt = JSON.parse(last?.receipt ?? '{}') as Receipt;
    const docs = (await listVersions(s.database.read)).map(({ doc }) => doc);
    expect(receipt.policyHash).toBe(hash);
    expect(replay(receipt, docs, evaluateReference)).toMatchObject({ same: true, differences: [] });
    expect(JSON.parse(last?.dates ?? '{}')).toEqual({ filing: FROM, decision: FROM, fiscalYearEnd: '2025-12-31' });
  });
});
