import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DECLARATION, gazelle2026, openCases } from '../../../testing/open-cases.ts';
import { fileHolds } from '../../files/table.ts';
import { firmFacts } from '../../firms/table.ts';
import { notifications } from '../../notifications/table.ts';
import { submissions } from '../table.ts';

const pathsOf = (answer: { body: { error: { details: { path: string }[] } } }) =>
  answer.body.error.details.map(({ path }) => path);

describe('submission', () => {
  test('freezes what was signed, numbers the case, starts the clock of the office and tells everyone', async () => {
    const { firm, clerk, audited, readyDraft, submit, see, ask, database } = await openCases();
    const id = await readyDraft();
    const answer = await submit(id);
    expect(answer).toMatchObject({ status: 200, body: { number: 'TD-2026-000001' } });
    expect(await see(id)).toMatchObject({
      state: 'submitted',
      turn: 'office',
      dueOn: '2026-04-09',
      number: 'TD-2026-000001',
    });
    expect(await audited(id)).toContain('application.submit');
    const frozen = (await ask(firm.userId, 'GET', `/api/v1/applications/${id}/submissions/1`)).body;
    expect(frozen).toMatchObject({
      round: 1,
      policyId: 'nbhtz-ladder',
      content: { outcome: 'yes', signature: { declaration: DECLARATION } },
    });
    expect(frozen.content.materials.flatMap((m: { files: { digest: string }[] }) => m.files)).toHaveLength(5);
    expect(frozen.receipt.number).toBe(answer.body.receiptNumber);
    expect(frozen.decision.tiers.find((tier: { tier: string }) => tier.tier === 'gazelle').outcome).toBe('yes');
    expect(await database.read.select().from(fileHolds)).toHaveLength(5);
    const told = await database.read.select().from(notifications).where(eq(notifications.userId, clerk));
    expect(told.map(({ key }) => key)).toEqual(['desk.submitted']);
  });

  test('facts edited here go back to the profile, once, and keep their source where they are the same', async () => {
    const { firm, submitted, database, startDraft, readDraft } = await openCases();
    await submitted();
    const facts = await database.read.select().from(firmFacts).where(eq(firmFacts.firmId, firm.firmId));
    expect(facts.find(({ factId, year }) => factId === 'revenue' && year === '2025')).toMatchObject({
      value: '"132250000"',
      source: 'declared',
    });
    const next = await readDraft(await startDraft());
    expect(next.profile.facts.revenue.known).toEqual(gazelle2026.revenue);
    expect(next.content.facts).toEqual({});
  });

  test('everything that is missing is told at once, each with its place and what to do', async () => {
    const { startDraft, submit } = await openCases();
    const answer = await submit(await startDraft(), { signedName: '别人' });
    expect(answer.status).toBe(422);
    const paths = pathsOf(answer);
    expect(paths).toEqual(
      expect.arrayContaining([
        'projectName',
        'materials.audit-report',
        'materials.rd-ledger',
        'facts.revenue',
        'signedName',
      ]),
    );
    expect(answer.body.error.details.every(({ fix }: { fix?: string }) => fix)).toBe(true);
  });

  test('"not known yet" is an answer; what nobody has answered is missing, year by year', async () => {
    const { readyDraft, submit, save } = await openCases();
    const id = await readyDraft({ ...gazelle2026, revenue: { '2024': '115000000' } });
    const answer = await submit(id);
    expect(pathsOf(answer)).toEqual(expect.arrayContaining(['facts.revenue.2025']));
    await save(id, { facts: { ...gazelle2026, revenue: { '2023': null, '2024': '115000000', '2025': '132250000' } } });
    expect(pathsOf(await submit(id)).filter((path) => path.includes('revenue'))).toEqual([]);
  });

  test('only who signs for the firm submits; another firm does not know of the case', async () => {
    const { firm, readyDraft, signed, ask, newFirm, newStaff } = await openCases();
    const id = await readyDraft();
    const body = await signed(id);
    const other = await newFirm('别家');
    const decider = await newStaff('decision-maker');
    expect((await ask(other.userId, 'POST', `/api/v1/applications/${id}/submit`, body)).status).toBe(404);
    expect((await ask(decider, 'POST', `/api/v1/applications/${id}/submit`, body)).status).toBe(403);
    expect((await ask(undefined, 'POST', `/api/v1/applications/${id}/submit`, body)).status).toBe(401);
    expect((await ask(other.userId, 'GET', `/api/v1/applications/${id}`)).status).toBe(404);
    expect((await ask(other.userId, 'GET', `/api/v1/applications/${id}/draft`)).status).toBe(404);
    expect((await ask(other.userId, 'GET', `/api/v1/firms/${firm.firmId}/applications`)).status).toBe(404);
  });

  test('civiform #4124: an open question is never called "not eligible"', async () => {
    const { readyDraft, ask, firm, submit } = await openCases();
    const id = await readyDraft({ ...gazelle2026, revenue: { state: 'unknown' } });
    const check = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/draft/evaluation`);
    expect(check.body).toMatchObject({ outcome: 'undetermined', unmet: [] });
    expect((await submit(id)).body.error.code).toBe('application-incomplete');
  });

  test('civiform #11121 #11319: "not known yet" is an answer, and the case goes in as open, neither yes nor no', async () => {
    const { readyDraft, readDraft, save, submit, ask, firm } = await openCases();
    const id = await readyDraft({ ...gazelle2026, revenue: { state: 'unknown' } });
    const unknown = new Set<string>();
    let answer = await submit(id);
    for (let round = 0; answer.status === 422 && round < 5; round++, answer = await submit(id)) {
      for (const { path } of answer.body.error.details) unknown.add(path.split('.')[1]);
      const open = Object.fromEntries([...unknown].map((fact) => [fact, { state: 'unknown' }]));
      await save(id, { facts: { ...(await readDraft(id)).content.facts, ...open } });
    }
    expect(answer.status).toBe(200);
    const frozen = (await ask(firm.userId, 'GET', `/api/v1/applications/${id}/submissions/1`)).body;
    expect(frozen.content).toMatchObject({ outcome: 'undetermined', confirmedNotEligible: false });
  });

  test('what certainly fails is submitted only after the person has said so, and that is on record', async () => {
    const { readyDraft, submit, ask, firm } = await openCases();
    const id = await readyDraft({ ...gazelle2026, registeredInZone: false });
    const asked = await submit(id);
    expect(asked).toMatchObject({ status: 412, body: { error: { code: 'confirm-not-eligible' } } });
    expect(asked.body.error.details.length).toBeGreaterThan(0);
    expect((await submit(id, { confirmedNotEligible: true })).status).toBe(200);
    const frozen = (await ask(firm.userId, 'GET', `/api/v1/applications/${id}/submissions/1`)).body;
    expect(frozen.content).toMatchObject({ outcome: 'no', confirmedNotEligible: true });
  });

  test('who says so without need is not on record as having been warned', async () => {
    const { submit, readyDraft, ask, firm } = await openCases();
    const id = await readyDraft();
    expect((await submit(id, { confirmedNotEligible: true })).status).toBe(200);
    const frozen = (await ask(firm.userId, 'GET', `/api/v1/applications/${id}/submissions/1`)).body;
    expect(frozen.content).toMatchObject({ outcome: 'yes', confirmedNotEligible: false });
  });

  test('the PDF of what was submitted is for the firm and for officials who may open the case', async () => {
    const { firm, submitted, ask, clerk, newStaff } = await openCases();
    const id = await submitted();
    const path = `/api/v1/applications/${id}/submissions/1/pdf`;
    const answer = await ask(firm.userId, 'GET', path);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.body.slice(0, 5)).toBe('%PDF-');
    expect((await ask(clerk, 'GET', path)).status).toBe(200);
    expect((await ask(await newStaff('panel-expert'), 'GET', path)).status).toBe(404);
  });

  test('INVARIANT (submissions-stand): a second submission of one draft fails and nothing is written twice', async () => {
    const { readyDraft, signed, ask, firm, database } = await openCases();
    const id = await readyDraft();
    const body = await signed(id);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask(firm.userId, 'POST', `/api/v1/applications/${id}/submit`, body)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
    expect(await database.read.select().from(submissions)).toHaveLength(1);
  });
});
