import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dates2022, gazelleOnTheLine } from '../../testing/firms.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { errorBody } from '../http/contract.ts';
import { evaluation } from './contract.ts';

const PATH = '/api/v1/evaluations';
const policies = ['nbhtz-ladder', 'nbhtz-three-pools', 'tech-sme', 'torch-gazelle'];
const factIds = [
  ...Object.keys(gazelleOnTheLine),
  ...['employees', 'scienceStaff', 'costExpense', 'rdExpense', 'totalAssets', 'stSpending', 'valuationUsd', 'zoneTier'],
  ...['nationalAwards', 'majorAccident', 'rentedArea', 'majorProjectRdCost', '__proto__', 'constructor', ''],
];

/** Text that looks like what a fact may be, and what it may not be. */
const figure = fc.oneof(
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  fc.constantFrom('0', '-0', '6%', '2/37', '1/0', '1e9', 'NaN', 'inf', '3000万', '', ' ', '00012', '9'.repeat(61)),
  fc.constantFrom('2019-05-01', '2023-02-30', '0001-01-01', '9999-12-31', 'new-materials', 'notApplicable', 'gazelle'),
);
const year = fc.oneof(fc.integer({ min: 2015, max: 2026 }).map(String), fc.constantFrom('0000', '9999', '25', 'T'));
const value = fc.oneof(
  figure,
  fc.boolean(),
  fc.constant(null),
  fc.dictionary(year, fc.oneof(figure, fc.constant(null)), { maxKeys: 5 }),
  fc.array(fc.dictionary(fc.constantFrom('on', 'rank', 'x'), figure), { maxLength: 3 }),
  fc.record({ state: fc.constantFrom('unknown', 'notApplicable', 'x') }),
  fc.record({ disputed: fc.array(figure, { maxLength: 3 }) }),
  fc.record({ known: figure, source: figure, asOf: figure }, { requiredKeys: [] }),
  fc.jsonValue({ maxDepth: 3 }),
);
const day = fc.oneof(
  fc
    .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
  fc.constantFrom('0001-01-01', '9999-12-31', '2020-02-30', '2022-5-1', ''),
);
const nearly = fc.record(
  {
    policy: fc.constantFrom(...policies, 'nope'),
    dates: fc.record({ decision: day, filing: day, fiscalYearEnd: day }, { requiredKeys: ['decision'] }),
    facts: fc.dictionary(fc.constantFrom(...factIds), value, { maxKeys: 12 }),
    locale: fc.constantFrom('zh-CN', 'en', 'fr'),
  },
  { requiredKeys: ['policy', 'dates', 'facts'] },
);
/** A sound firm of which one fact is anything: gets past the checks that stop wilder requests. */
const almostSound = fc
  .tuple(fc.constantFrom(...Object.keys(gazelleOnTheLine)), value)
  .map(([id, odd]) => ({ policy: 'nbhtz-ladder', dates: dates2022, facts: { ...gazelleOnTheLine, [id]: odd } }));

// INVARIANT (no request is a fault of ours)
test('whatever JSON is sent, the answer is a result or a refusal in the one shape, never a fault', async () => {
  const { post, log } = await openTestApp();
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(nearly, almostSound, fc.jsonValue({ maxDepth: 4 })), async (body) => {
      const response = await post(PATH, body);
      const json = await response.json();
      seen.add(response.status);
      if (response.status === 200) evaluation.parse(json);
      else expect([400, 404, 422], JSON.stringify(json)).toContain(response.status);
      if (response.status !== 200) errorBody.parse(json);
    }),
    { numRuns: 300 },
  );
  expect(log()).not.toContain('"msg":"fault"');
  // Requests that are all refused would prove little.
  expect([...seen].toSorted()).toEqual(expect.arrayContaining([200, 422]));
}, 120_000);

test('whatever bytes are sent as JSON or as lines, there is an answer and no fault', async () => {
  const { app, log } = await openTestApp();
  const send = (path: string, type: string, body: Uint8Array<ArrayBuffer>) =>
    app.request(path, { method: 'POST', headers: { 'Content-Type': type }, body });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const body = new Uint8Array(bytes);
      expect((await send(PATH, 'application/json', body)).status).toBeLessThan(500);
      const batch = await send(`${PATH}/batch?policy=tech-sme&decision=2022-05-01`, 'application/x-ndjson', body);
      expect(batch.status).toBeLessThan(500);
      await batch.text();
    }),
    { numRuns: 100 },
  );
  expect(log()).not.toContain('"msg":"fault"');
}, 60_000);
