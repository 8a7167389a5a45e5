import {
  type Dates,
  impact as engineImpact,
  evaluateReference,
  type Facts,
  type FactType,
  type Impact,
  type PolicyDoc,
  valueAtPath,
  withFigure,
} from '@tidu/rules';
import pools2018 from '@tidu/rules/policies/nbhtz-three-pools/2018-03-01.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { gazelle2026 } from '../../../testing/open-cases.ts';
import { openStudio, type Shown } from '../../../testing/open-studio.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { firmFacts, firms } from '../../firms/table.ts';

type Studio = Awaited<ReturnType<typeof openStudio>>;

/** Puts a firm's facts on file, as the rules have them. */
async function onFile(s: Studio, name: string, facts: Readonly<Record<string, unknown>>, park?: string) {
  const firm = await s.newFirm(name);
  const { eq } = await import('drizzle-orm');
  await withTransaction(s.database, async (tx) => {
    if (park) await tx.update(firms).set({ parkId: park }).where(eq(firms.id, firm.firmId));
    for (const [factId, value] of Object.entries(facts)) {
      const years = typeof value === 'object' && value !== null ? Object.entries(value) : [['', value] as const];
      for (const [year, of] of years)
        await tx.insert(firmFacts).values({
          ...{ id: newId(), firmId: firm.firmId, factId, year, state: 'known' as const, value: JSON.stringify(of) },
          ...{ source: 'declared' as const, recordedAt: '2026-01-01T00:00:00Z', recordedBy: firm.userId },
        });
    }
  });
  return firm.firmId;
}

/** Growth of three firms: on the line, well above it, and far below. */
const GROWTH = { 甲: '132250000', 乙: '400000000', 丙: '100000000' } as const;
const factsOf = (last: string) => ({
  ...gazelle2026,
  // Nothing is left open, so that who is no gazelle is nothing.
  ...{ listed: false, hasPrivateFunding: false, provincialChampionTitle: false, registeredInChina: true },
  ...{ amacEquity: '0', valuationCny: '0', valuationUsd: '0' },
  revenue: { '2023': '100000000', '2024': '115000000', '2025': last },
});

const PLAIN: Partial<Record<FactType, unknown>> = { bool: false, date: '2018-05-01', series: { '2025': '0' } };

const least = (values: readonly { readonly id: string }[] = []) =>
  (values.find(({ id }) => id === 'none') ?? values[0])?.id;

/** An answer to everything a policy asks that brings nothing. */
const settled = ({ facts }: PolicyDoc) =>
  Object.fromEntries(
    facts
      .filter(({ derive }) => !derive)
      .map(({ id, type, domain }) => [id, type === 'enum' ? least(domain?.values) : (PLAIN[type] ?? '0')]),
  );

async function threeFirms(s: Studio) {
  const ids: Record<string, string> = {};
  for (const [name, last] of Object.entries(GROWTH)) ids[name] = await onFile(s, `${name}公司`, factsOf(last));
  return ids;
}

async function growthPath(s: Studio, id: string): Promise<string> {
  const tests: readonly Shown[] = (await s.read(id)).document.tiers[1].routes[1].when.of;
  return `tiers.1.routes.1.when.of.${tests.findIndex((each) => each.a?.k === 'growth')}.b.value`;
}

async function raised(s: Studio) {
  const { id } = await s.newDraft();
  await s.edit(id, [{ op: 'replace', path: await growthPath(s, id), value: '50%' }]);
  return id;
}

async function tried(s: Studio, draftId: string, body: object, user = s.editor): Promise<Shown> {
  const { id } = await s.must(s.ask(user, 'POST', s.at(draftId, '/trials'), body), 202);
  for (let i = 0; i < 600; i++) {
    const trial = await s.must(s.ask(user, 'GET', `/api/v1/studio/trials/${id}`));
    if (trial.state !== 'running') return trial;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the trial does not end');
}

const POOLS = pools2018 as unknown as PolicyDoc;

describe('a trial on the firms on file', () => {
  test('names who loses by it, to whom it may, and is kept with the draft and its hash', async () => {
    const s = await openStudio();
    const ids = await threeFirms(s);
    const draftId = await raised(s);
    const trial = await tried(s, draftId, { population: { kind: 'on-file' } });
    expect(trial).toMatchObject({ state: 'done', failure: null, isCurrent: true, population: { firms: 3 } });
    const { impact } = trial.sides[0];
    expect(impact.losers).toMatchObject({ count: 1, shown: [{ id: ids.甲, from: 'gazelle' }] });
    expect(trial.names[ids.甲 ?? '']).toEqual({ name: '甲公司', isMasked: false, firmId: ids.甲 });
    expect(Object.keys(impact.segments).toSorted()).toEqual(['age', 'industry', 'size']);
    const other = await s.newStaff('security-administrator');
    const masked = await s.must(s.ask(other, 'GET', `/api/v1/studio/trials/${trial.id}`));
    expect(masked.names).toEqual({ '#1': { name: '', isMasked: true, firmId: null } });
    expect(JSON.stringify(masked)).not.toMatch(/甲公司/);
    await s.edit(draftId, [{ op: 'replace', path: 'label.zh-CN', value: '改名' }]);
    const { trials } = await s.must(s.ask(s.auditor, 'GET', s.at(draftId, '/trials')));
    expect(trials).toMatchObject([{ id: trial.id, losers: 1, isCurrent: false, draftVersion: 1 }]);
    expect(await s.audited(draftId)).toEqual(expect.arrayContaining(['policy-trial.started', 'policy-trial.finished']));
  });

  test('what follows in the pools of another policy that goes by the rung is in the money', async () => {
    const s = await openStudio();
    const told = { ...settled(POOLS), ...factsOf(GROWTH.甲) };
    const { valuationCny: _, ...lacking } = { ...told, hasPrivateFunding: true };
    const loser = await onFile(s, '己公司', told);
    const open = await onFile(s, '戊公司', lacking);
    const draftId = await raised(s);
    const { sides, names } = await tried(s, draftId, { population: { kind: 'on-file' } });
    const [{ impact, following, labels }] = sides;
    expect(following).toEqual(['nbhtz-three-pools']);
    // 800,000 as a gazelle and 100,000 for the first 100 million; whether the other one holds a higher rung is open.
    expect(impact.losers.shown).toEqual([{ id: loser, from: 'gazelle', to: 'none', delta: '-900000' }]);
    expect(impact.unclear.shown).toMatchObject([{ id: open, from: 'gazelle', to: 'undetermined' }]);
    expect(names[open].name).toBe('戊公司');
    const { before, after } = impact.pools['innovation-projects'];
    expect([before.claimed.lo, after.claimed.lo]).toEqual(['1000000', '0']);
    expect([impact.total.before.lo, impact.total.after.lo]).toEqual(['1000000', '0']);
    expect(labels['innovation-projects']['zh-CN']).toBe('优质创新创业项目资金池');
    // The slider says at both figures what the trial of the one against the other says.
    const path = await growthPath(s, draftId);
    const body = { path, population: { kind: 'on-file' }, values: ['15%', '50%'] };
    const swept = await s.must(s.ask(s.editor, 'POST', s.at(draftId, '/sweeps'), body));
    expect(swept.following).toEqual(['nbhtz-three-pools']);
    expect(swept.labels['innovation-projects']).toEqual(labels['innovation-projects']);
    const along = swept.points.map(({ total, pools }: Shown) => [total, pools['innovation-projects']]);
    expect(along).toEqual([
      [impact.total.before, before.claimed],
      [impact.total.after, after.claimed],
    ]);
  });

  test('program-of-text: each trial is what the engine says of the text as it then is', async () => {
    const s = await openStudio();
    const ids = await threeFirms(s);
    const { id } = await s.newDraft();
    const base = (await s.read(id)).document as PolicyDoc;
    const path = await growthPath(s, id);
    const losers: number[] = [];
    // Both ways in that the firm on the line has are changed, and one is changed back.
    for (const value of ['50%', '15%', '150%', '50%']) {
      const { tiers } = base;
      const others =
        tiers[1]?.routes.flatMap((_, i) => (i === 1 ? [] : [`tiers.1.routes.${i}.when.of.1.b.value`])) ?? [];
      const ops = [path, ...others.filter((each) => valueAtPath(base, each) !== undefined)].map((each) => ({
        ...{ op: 'replace', path: each, value },
      }));
      await s.edit(id, ops);
      const after = (await s.read(id)).document as PolicyDoc;
      const trial = await tried(s, id, { population: { kind: 'on-file' } });
      const dates = trial.dates as Dates;
      const firms = Object.entries(GROWTH).map(([name, last]) => ({
        id: ids[name] ?? '',
        facts: Object.fromEntries(Object.entries(factsOf(last)).map(([of, known]) => [of, { known }])) as Facts,
      }));
      const population = {
        size: firms.length,
        id: (i: number) => firms[i]?.id ?? '',
        facts: (i: number) => firms[i]?.facts ?? {},
      };
      const own = engineImpact({ doc: base, dates }, { doc: after, dates }, population);
      expect(trial.sides[0].impact).toMatchObject({ standings: own.standings, matrix: own.matrix });
      losers.push(own.losers.count);
    }
    expect(losers).toEqual([1, 0, 2, 1]);
  });

  test('a figure on file that changes is seen by the next trial', async () => {
    const s = await openStudio();
    await threeFirms(s);
    const draftId = await raised(s);
    const first = await tried(s, draftId, { population: { kind: 'on-file' } });
    await onFile(s, '丁公司', factsOf(GROWTH.甲));
    const second = await tried(s, draftId, { population: { kind: 'on-file' } });
    expect([first, second].map(({ sides }) => sides[0].impact.losers.count)).toEqual([1, 2]);
    expect(first.population.digest).not.toBe(second.population.digest);
  });

  test('several texts side by side, and the firms of one park', async () => {
    const s = await openStudio();
    const { seedParks } = await parks(s);
    await seedParks();
    await onFile(s, '甲公司', factsOf(GROWTH.甲), 'core');
    await onFile(s, '乙公司', factsOf(GROWTH.乙), 'east');
    const [one, two] = [await raised(s), (await s.newDraft()).id];
    const body = { population: { kind: 'on-file', parks: ['core'] }, beside: [`draft:${two}`] };
    const trial = await tried(s, one, body);
    expect(trial.population.firms).toBe(1);
    expect(trial.sides.map(({ impact }: Shown) => impact.losers.count)).toEqual([1, 0]);
  });

  test.each([
    ['the firms cannot start one', (s: Studio) => s.reader, 403],
    ['an approver can', (s: Studio) => s.approver, 202],
  ])('%s', async (_name, who, status) => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const answer = await s.ask(who(s), 'POST', s.at(id, '/trials'), { population: { kind: 'synthetic', count: 10 } });
    expect(answer.status).toBe(status);
    if (status === 202) await tried(s, id, { population: { kind: 'synthetic', count: 10 } });
  });

  test('a text that cannot be read is not tried, and says all that is wrong', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.edit(id, [{ op: 'replace', path: 'pick', value: 'lowest' }]);
    const answer = await s.ask(s.editor, 'POST', s.at(id, '/trials'), { population: { kind: 'on-file' } });
    expect([answer.status, answer.body.error.details[0].path]).toEqual([422, 'document.pick']);
  });

  test('firms that were sent and are gone are told to be so', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const trial = await tried(s, id, { population: { kind: 'uploaded', populationId: 'gone' } });
    expect(trial).toMatchObject({ state: 'failed', failure: 'population-gone' });
  });
});

async function parks(s: Studio) {
  const { parks: table } = await import('../../firms/table.ts');
  const row = (id: string, position: number) => ({ id, label: id, labelEn: id, position });
  const seedParks = () =>
    withTransaction(s.database, (tx) =>
      tx
        .insert(table)
        .values([row('core', 101), row('east', 102)])
        .onConflictDoNothing(),
    );
  return { seedParks };
}

test('trial-equals-reference: the matrix and the movers are those of the reference, firm by firm', async () => {
  const s = await openStudio();
  const draftId = await raised(s);
  const lines = Array.from({ length: 60 }, (_, i) => ({
    id: `f${i}`,
    facts: factsOf(String(90_000_000 + i * 3_000_000)),
  }));
  const file = ['{broken', ...lines.map((line) => JSON.stringify(line))].join('\n');
  const sent = await s.app.request(`/api/v1/studio/populations?draftId=${draftId}&format=ndjson&name=firms.ndjson`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson', 'X-Test-User': s.editor },
    body: file,
  });
  const population = (await sent.json()) as Shown;
  expect([sent.status, population.firms, population.problems]).toEqual([201, 60, [{ line: 1, problem: '不是 JSON' }]]);
  const trial = await tried(s, draftId, { population: { kind: 'uploaded', populationId: population.id } });
  const impact = trial.sides[0].impact as Impact;
  const after = (await s.read(draftId)).document as PolicyDoc;
  const before = withFigure(after, await growthPath(s, draftId), '15%');
  const held = (doc: PolicyDoc, given: Readonly<Record<string, unknown>>) => {
    const facts = Object.fromEntries(Object.entries(given).map(([id, known]) => [id, { known }])) as Facts;
    const { best, possible } = evaluateReference(doc, trial.dates as Dates, facts);
    return best ?? (possible.length > 0 ? 'undetermined' : 'none');
  };
  const matrix = impact.standings.map(() => impact.standings.map(() => 0));
  for (const { facts } of lines) {
    const [from, to] = [before, after].map((doc) => impact.standings.indexOf(held(doc, facts)));
    const row = matrix[from ?? 0];
    if (row) row[to ?? 0] = (row[to ?? 0] ?? 0) + 1;
  }
  expect(impact.matrix).toEqual(matrix);
  expect(impact.losers.count).toBeGreaterThan(2);
  const losers = lines.filter(({ facts }) => held(before, facts) === 'gazelle' && held(after, facts) !== 'gazelle');
  expect(impact.losers.shown.map(({ id }) => id)).toEqual(losers.map(({ id }) => id));
});

describe('one figure moved', () => {
  test('every position is what evaluating the text with that figure gives', async () => {
    const s = await openStudio();
    await threeFirms(s);
    const { id } = await s.newDraft();
    const path = await growthPath(s, id);
    const body = { path, population: { kind: 'on-file' }, values: ['5%', '50%', '200%'] };
    const swept = await s.must(s.ask(s.approver, 'POST', s.at(id, '/sweeps'), body));
    expect((await s.ask(s.reader, 'POST', s.at(id, '/sweeps'), body)).status).toBe(403);
    expect(swept).toMatchObject({ value: '15%', firms: 3 });
    const gazelles = Object.fromEntries(swept.points.map((each: Shown) => [each.value, each.standings.gazelle]));
    expect(gazelles).toMatchObject({ '0.5': 1, '0.15': 2 });
    expect(swept.points.map((each: Shown) => each.pass)).toEqual(
      swept.points.map((each: Shown) => each.pass).toSorted((a: number, b: number) => b - a),
    );
  });

  test.each(['tiers.1.label', 'nothing.at.all'])('%s is no figure', async (path) => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const body = { path, population: { kind: 'synthetic', count: 10 } };
    expect((await s.ask(s.editor, 'POST', s.at(id, '/sweeps'), body)).status).toBe(422);
  });
});

test('after publication the promise stands beside what is', async () => {
  const s = await openStudio();
  await threeFirms(s);
  const { id } = await s.newDraft();
  await s.ready(id);
  const trial = await tried(s, id, { population: { kind: 'on-file' } });
  expect((await s.ask(s.reader, 'GET', s.at(id, '/reality'))).status).toBe(409);
  await s.must(s.approve(id));
  await s.must(s.publish(id));
  await onFile(s, '丁公司', factsOf(GROWTH.甲));
  const reality = await s.must(s.ask(s.reader, 'GET', s.at(id, '/reality')));
  expect(reality.promised).toMatchObject({ trialId: trial.id, firms: 3, standings: { gazelle: 2 } });
  expect(reality.now).toMatchObject({ firms: 4, standings: { gazelle: 3 } });
  // The same trial again: what it compares with and the pools it speaks of do not differ.
  expect(Object.keys(reality.now.pools)).toEqual(Object.keys(reality.promised.pools));
  expect(reality.applied).toMatchObject({ submissions: 0, claimed: '0' });
});
