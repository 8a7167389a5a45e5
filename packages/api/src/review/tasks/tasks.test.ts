import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../testing/open-desk.ts';
import { readApplication } from '../../applications/queries.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { closeSilentTasks } from '../close-silent-tasks.ts';

describe('parallel review', () => {
  it('goes on when the last of three departments has answered, in any order', async () => {
    const { accepted, answer, science, finance, tax, see, audited } = await openDesk();
    const { id, taskOf } = await accepted();
    expect((await answer(tax, taskOf('tax'))).body.state).toBe('in-review');
    expect((await answer(science, taskOf('science'), { answer: 'disagree', opinion: '投入不实' })).status).toBe(200);
    expect(await answer(finance, taskOf('finance'))).toMatchObject({ status: 200, body: { state: 'in-panel' } });
    expect((await see(id)).tasks).toMatchObject([
      { department: 'finance', answer: 'agree' },
      { department: 'science', answer: 'disagree', opinion: '投入不实' },
      { department: 'tax', answer: 'agree' },
    ]);
    expect(await audited(id)).toContain('application.task.answered');
  });

  it('loses no answer when all departments answer at the same moment', async () => {
    const { accepted, answer, science, finance, tax, see } = await openDesk();
    const { id, taskOf } = await accepted();
    const answers = await Promise.all([
      answer(science, taskOf('science')),
      answer(finance, taskOf('finance')),
      answer(tax, taskOf('tax')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { case: row, tasks } = await see(id);
    expect([row.state.id, tasks.filter((task: { state: string }) => task.state === 'answered').length]).toEqual([
      'in-panel',
      3,
    ]);
  });

  it('shows a department its own task alone as something to do, and others nothing of the case', async () => {
    const { accepted, see, science, newStaff, ask, on, answer, finance } = await openDesk();
    const { id, taskOf } = await accepted();
    const mine = (await see(id, science)).tasks.filter((task: { isMine: boolean }) => task.isMine);
    expect(mine).toMatchObject([{ department: 'science' }]);
    expect((await answer(finance, taskOf('tax'))).status).toBe(404);
    const outsider = await newStaff('department-reviewer', '别的部门');
    expect((await ask(outsider, 'GET', on(id))).status).toBe(404);
    const expert = await newStaff('panel-expert');
    expect((await ask(expert, 'GET', on(id))).status).toBe(403);
  });

  it('keeps the question open when a department needs more, and the answer it gave', async () => {
    const { accepted, answer, tax, see } = await openDesk();
    const { id, taskOf } = await accepted();
    await answer(tax, taskOf('tax'), { answer: 'needs-more', opinion: '请补充完税证明' });
    const tasks = (await see(id)).tasks.filter((task: { department: string }) => task.department === 'tax');
    expect(tasks).toMatchObject([
      { round: 1, answer: 'needs-more', state: 'reopened' },
      { round: 2, answer: null, state: 'open', reopenReason: '请补充完税证明' },
    ]);
    expect((await see(id)).case.openTasks).toHaveLength(3);
  });

  it('is answered once: the second person of a department is told', async () => {
    const { accepted, answer, tax, newStaff } = await openDesk();
    const { taskOf } = await accepted();
    const colleague = await newStaff('department-reviewer', '税务二', 'tax');
    const both = await Promise.all([answer(tax, taskOf('tax')), answer(colleague, taskOf('tax'))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('asks again with a reason while in review', async () => {
    const { accepted, answer, tax, clerk, science, ask, see } = await openDesk();
    const { id, taskOf } = await accepted();
    await answer(tax, taskOf('tax'));
    const path = `/api/v1/desk/tasks/${taskOf('tax')}/reopen`;
    expect((await ask(science, 'POST', path, { reason: 'x' })).status).toBe(403);
    expect((await ask(clerk, 'POST', path, {})).status).toBe(422);
    expect((await ask(clerk, 'POST', path, { reason: '企业补充了完税证明' })).status).toBe(200);
    expect((await see(id)).case.openTasks).toHaveLength(3);
    expect((await ask(clerk, 'POST', path, { reason: 'x' })).status).toBe(409);
  });

  it('silence-is-not-consent: silence is recorded and the case goes on', async () => {
    const { accepted, answer, tax, see, database, audited } = await openDesk();
    const { id, taskOf } = await accepted();
    await answer(tax, taskOf('tax'));
    await withTransaction(database, async (tx) => {
      const row = await readApplication(tx, id);
      if (!row) throw new Error('gone');
      await closeSilentTasks(tx, { actor: 'system', now: new Date('2026-05-01T00:00:00Z'), requestId: 'r' }, row);
    });
    const view = await see(id);
    expect(view.case.state.id).toBe('in-panel');
    expect(view.tasks).toMatchObject([
      { department: 'finance', state: 'silent', silence: 'recorded', answer: null },
      { department: 'science', state: 'silent', silence: 'recorded', answer: null },
      { department: 'tax', state: 'answered' },
    ]);
    expect(await audited(id)).toContain('review.closed-silent');
  });
});
