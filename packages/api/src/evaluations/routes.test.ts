import { evaluateReference, replay } from '@tidu/rules';
import { describe, expect, test } from 'vitest';
import { dates2022, gazelleOnTheLine } from '../../testing/firms.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { errorBody } from '../http/contract.ts';
import { listVersions } from '../policies/queries.ts';
import { evaluation } from './contract.ts';

const PATH = '/api/v1/evaluations';
const request = { policy: 'nbhtz-ladder', dates: dates2022, facts: gazelleOnTheLine };

async function send(body: unknown, headers: Record<string, string> = {}) {
  const { post, database } = await openTestApp();
  const response = await post(PATH, body, headers);
  return { response, database };
}

/** An answer, checked against the contract. */
async function evaluate(body: unknown, headers: Record<string, string> = {}) {
  const { response, database } = await send(body, headers);
  expect(response.status).toBe(200);
  return { response, database, json: evaluation.parse(await response.json()) };
}

/** A refusal, checked against the contract. */
async function refuse(body: unknown, headers: Record<string, string> = {}) {
  const { response } = await send(body, headers);
  return { response, error: errorBody.parse(await response.json()).error };
}

describe('one firm', () => {
  test('a firm exactly on the threshold is a gazelle, with reasons and a receipt that replays', async () => {
    const { response, json, database } = await evaluate(request);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(json.decision.best).toBe('gazelle');
    expect(json.policy).toMatchObject({ id: 'nbhtz-ladder', inForceFrom: '2020-11-23' });
    expect(json.explanation.kids.length).toBeGreaterThan(0);
    expect(json.sentences[0]?.text).toMatch(/[\u4e00-\u9fff]/);
    const docs = (await listVersions(database.read)).map(({ doc }) => doc);
    expect(replay(json.receipt, docs, evaluateReference)).toMatchObject({ same: true });
  });

  test('one cent less is not: "not eligible" is an answer, 200', async () => {
    const revenue = { ...gazelleOnTheLine.revenue, '2021': '132249999.99' };
    const { json } = await evaluate({ ...request, facts: { ...gazelleOnTheLine, revenue } });
    expect(json.decision.best).toBeUndefined();
  });

  test('nothing known: everything is open, nothing is refused', async () => {
    const { json } = await evaluate({ ...request, facts: {} });
    expect(json.decision.possible).toEqual(['startup', 'gazelle', 'quasi-unicorn', 'unicorn']);
  });

  test('the date picks the version', async () => {
    const { json } = await evaluate({ ...request, dates: { decision: '2020-11-22' }, facts: {} });
    expect(json.policy.inForceFrom).toBe('2018-03-01');
  });

  test("the zone's tier is filled from the ladder, from facts given in the same form", async () => {
    const { json } = await evaluate({ ...request, policy: 'nbhtz-three-pools' });
    expect(json.derived).toEqual([{ fact: 'zoneTier', from: 'nbhtz-ladder', value: expect.anything() }]);
    const tier = json.receipt.facts.zoneTier;
    expect(JSON.stringify(tier)).toContain('gazelle');
    const award = json.decision.awards.find((a) => a.award === 'gazelle-award');
    expect(award?.amount.hi).not.toBe('0');
  });

  test("a tier the firm states itself wins over the ladder's", async () => {
    const { json } = await evaluate({
      ...request,
      policy: 'nbhtz-three-pools',
      facts: { ...gazelleOnTheLine, zoneTier: 'none' },
    });
    expect(json.derived).toEqual([]);
    expect(json.receipt.facts.zoneTier).toEqual({ known: 'none' });
  });

  test('sentences come in the language of the request, else in that of the reader', async () => {
    const byHeader = await evaluate(request, { 'Accept-Language': 'en-GB,en;q=0.9' });
    const byField = await evaluate({ ...request, locale: 'zh-CN' }, { 'Accept-Language': 'en' });
    expect(byHeader.json.sentences[0]?.text).not.toMatch(/[\u4e00-\u9fff]/);
    expect(byField.json.sentences[0]?.text).toMatch(/[\u4e00-\u9fff]/);
  });

  test('figures that contradict each other are told and do not stop the evaluation', async () => {
    const facts = { ...gazelleOnTheLine, employees: { '2021': '10' }, scienceStaff: { '2021': '11' } };
    const { json } = await evaluate({ ...request, facts });
    expect(json.warnings).toEqual([
      expect.objectContaining({
        path: 'facts.scienceStaff.2021',
        message: '“科技人员数”为 11 人，大于它所属的“职工总数”10 人，请核对。',
      }),
    ]);
  });

  test('nothing of the firm is stored; only that the version was used', async () => {
    const { database } = await evaluate({ ...request, facts: { revenue: { '2021': '987654321.12' } } });
    const versions = await listVersions(database.read);
    expect(JSON.stringify(versions)).not.toContain('987654321');
    expect(versions.filter((v) => v.isUsed).map((v) => v.doc.inForce.from)).toEqual(['2020-11-23']);
  });
});

describe('what is wrong is told, all at once, in the language of the reader', () => {
  const facts = (more: object) => ({ ...request, facts: more });
  test.each([
    ['wrong units', facts({ revenue: { '2021': '3000万' } }), 'invalid-facts', ['facts.revenue.2021']],
    ['a number instead of text', facts({ revenue: { '2021': 3000 } }), 'invalid-facts', ['facts.revenue.2021']],
    ['an unknown fact', facts({ revenu: {} }), 'invalid-facts', ['facts.revenu']],
    ['an impossible date of a firm', facts({ registeredOn: '2023-02-30' }), 'invalid-facts', ['facts.registeredOn']],
    ['a word that is none', facts({ strategicIndustry: 'steel' }), 'invalid-facts', ['facts.strategicIndustry']],
    [
      'several facts',
      facts({ registeredOn: 'x', listed: 'maybe', foo: 1 }),
      'invalid-facts',
      ['facts.registeredOn', 'facts.listed', 'facts.foo'],
    ],
    [
      'a flood of facts',
      facts(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`x${i}`, '1']))),
      'invalid-facts',
      ['facts'],
    ],
    ['facts that are a list', { ...request, facts: [] }, 'invalid-request', ['facts']],
    ['an unknown field', { ...request, when: 1 }, 'invalid-request', ['when']],
    [
      'an unknown date',
      { ...request, dates: { ...dates2022, closing: '2022-01-01' } },
      'invalid-request',
      ['dates.closing'],
    ],
    ['an impossible day', { ...request, dates: { decision: '2022-02-29' } }, 'invalid-request', ['dates.decision']],
    ['a day in another form', { ...request, dates: { decision: '2022/5/1' } }, 'invalid-request', ['dates.decision']],
    ['an unknown language', { ...request, locale: 'fr' }, 'invalid-request', ['locale']],
    ['everything missing', {}, 'invalid-request', ['policy', 'dates', 'facts']],
    ['a list', [], 'invalid-request', ['']],
    ['null', null, 'invalid-request', ['']],
  ])('%s', async (_, body, code, paths) => {
    const { response, error } = await refuse(body);
    expect(response.status).toBe(422);
    expect(error.code).toBe(code);
    expect(error.details.map((d) => d.path).toSorted()).toEqual(paths.toSorted());
    for (const detail of error.details) {
      expect(detail.message).toMatch(/[\u4e00-\u9fff]/);
      expect(detail.fix).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(error.requestId).toBe(response.headers.get('X-Request-Id'));
  });

  test('in English where that is asked for', async () => {
    const { error } = await refuse({ ...request, when: 1 }, { 'Accept-Language': 'en' });
    expect(JSON.stringify(error)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('an unknown policy is 404 and names those there are', async () => {
    const { response, error } = await refuse({ ...request, policy: 'nope' });
    expect([response.status, error.code, error.details[0]?.path]).toEqual([404, 'unknown-policy', 'policy']);
    expect(error.details[0]?.fix).toContain('nbhtz-ladder');
  });

  test('a day out of force is 422 with the nearest days; the day after is in force', async () => {
    const { response, error } = await refuse({ ...request, dates: { decision: '2018-02-28' } });
    expect([response.status, error.code]).toEqual([422, 'not-in-force']);
    expect(error.notInForce).toEqual({ nextFrom: '2018-03-01' });
    expect((await evaluate({ ...request, dates: { decision: '2018-03-01' }, facts: {} })).response.status).toBe(200);
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s is an unknown fact like any other', async (name) => {
    const { response, error } = await refuse(
      `{"policy":"nbhtz-ladder","dates":{"decision":"2022-05-01"},"facts":{"${name}":{"x":1}}}`,
    );
    expect(response.status).toBe(422);
    expect(JSON.stringify(error.details)).toContain(name);
  });
});
