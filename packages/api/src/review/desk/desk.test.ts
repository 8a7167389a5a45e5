import { eq } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../testing/open-desk.ts';
import { TEST_USER } from '../../../testing/open-test-app.ts';
import { applications } from '../../applications/table.ts';
import { auditEntries } from '../../audit/table.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { reindexCases } from './reindex-cases.ts';
import { searchText } from './search-text.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;
const numbers = (list: { cases: readonly { number: string }[] }) => list.cases.map(({ number }) => number);

/** Five cases whose clocks end on different days, and two without a clock. */
async function queue(desk: Desk) {
  const of = { state: 'in-decision' } as const;
  const due = ['2026-04-20', '2026-03-30', '2026-04-01', null, '2026-04-02', '2026-04-30', null];
  for (const [i, dueOn] of due.entries())
    await desk.newCase({ ...of, set: { number: `N${i}`, dueOn, ...(i === 6 ? { state: 'approved' as const } : {}) } });
}

describe('the queue', () => {
  it('is sorted by working days left; cases without a clock come last and say why', async () => {
    const desk = await openDesk();
    await queue(desk);
    const { cases } = await desk.list();
    expect(numbers({ cases })).toEqual(['N1', 'N2', 'N4', 'N0', 'N5', 'N3', 'N6']);
    // 30 March to 1 April is two working days back; 2 April is tomorrow; the 6th is a holiday.
    expect(cases.map((row: { left: unknown }) => row.left)).toEqual([
      { days: -2, dueOn: '2026-03-30' },
      { days: 0, dueOn: '2026-04-01' },
      { days: 1, dueOn: '2026-04-02' },
      { days: 12, dueOn: '2026-04-20' },
      { days: 20, dueOn: '2026-04-30' },
      { why: 'no-calendar' },
      { why: 'no-clock' },
    ]);
  });

  it('is read page by page without a gap or a repetition', async () => {
    const desk = await openDesk();
    await queue(desk);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { cases: { number: string }[]; next: string | null } = await desk.list(
        `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...numbers(page));
      cursor = page.next;
    }
    expect(seen).toEqual(['N1', 'N2', 'N4', 'N0', 'N5', 'N3', 'N6']);
  });

  it.each([
    ['overdue=1', ['N1']],
    ['dueWithin=1', ['N1', 'N2', 'N4']],
    ['state=approved', ['N6']],
    ['state=approved,in-decision&dueWithin=12', ['N1', 'N2', 'N4', 'N0']],
    ['scheme=gazelle-recognition', []],
    ['poolYear=2026&overdue=1', ['N1']],
    ['conflicts=1', []],
    ['assigned=none&overdue=1', ['N1']],
    ['assigned=me', []],
    ['turn=firm', []],
    ['submittedFrom=2026-04-02', []],
    ['submittedTo=2026-04-01&overdue=1', ['N1']],
  ])('filters by %s', async (filter, found) => {
    const desk = await openDesk();
    await queue(desk);
    expect(numbers(await desk.list(`?${filter}`))).toEqual(found);
    const { total } = (await desk.ask(desk.clerk, 'GET', `/api/v1/desk/counts?${filter}`)).body;
    if (!filter.includes('state=')) expect(total).toBe(found.length);
  });

  it.each([
    ['甬越', 'two characters'],
    ['越', 'one character'],
    ['甬越新材料', 'the name'],
    ['靶材研发', 'the project'],
    ['yongyue', 'pinyin'],
    ['nbyyxcl', 'initials of pinyin'],
    ['TD-2026-777777', 'the number'],
    ['td-2026-777777', 'the number in small letters'],
    ['91330201TEST', 'part of the credit code'],
    ['甬越 靶材', 'two words'],
  ])('finds %s (%s)', async (q) => {
    const desk = await openDesk();
    const other = await desk.newFirm('上海大海商贸有限公司');
    await desk.newCase({ set: { number: 'TD-2026-777777', projectName: '高纯靶材研发' } });
    await desk.newCase({ of: other, set: { number: 'TD-2026-888888', projectName: '仓储', creditCode: '91310000X' } });
    expect(numbers(await desk.list(`?q=${encodeURIComponent(q)}`))).toEqual(['TD-2026-777777']);
  });

  it.each(['"', '%', '_', "'; drop table case_texts; --", 'NEAR(a b)', '*', '\\'])(
    'takes %s as what it is',
    async (q) => {
      const desk = await openDesk();
      await desk.newCase();
      expect((await desk.list(`?q=${encodeURIComponent(q)}`)).cases).toEqual([]);
    },
  );

  it('finds a case by its new name after it was submitted again, and after everything is indexed anew', async () => {
    const desk = await openDesk();
    const id = await desk.newCase();
    await withTransaction(desk.database, (tx) =>
      tx.update(applications).set({ projectName: '钙钛矿中试线' }).where(eq(applications.id, id)),
    );
    expect((await desk.list('?q=钙钛矿')).cases).toHaveLength(0);
    expect(await reindexCases(desk.database)).toBe(1);
    expect((await desk.list('?q=钙钛矿')).cases).toHaveLength(1);
  });

  it('shows a reviewer the cases of the own department alone, and what it still owes', async () => {
    const desk = await openDesk();
    const { id } = await desk.accepted();
    await desk.newCase();
    expect((await desk.list('', desk.tax)).cases.map((row: { id: string }) => row.id)).toEqual([id]);
    expect((await desk.list('?task=mine', desk.tax)).cases).toHaveLength(1);
    const { tasks } = await desk.see(id);
    const mine = tasks.find((task: { department: string }) => task.department === 'tax');
    await desk.answer(desk.tax, mine.id);
    expect((await desk.list('?task=mine', desk.tax)).cases).toHaveLength(0);
    expect((await desk.list('', desk.tax)).cases).toHaveLength(1);
  });

  it.each([
    ['nobody', undefined, 401],
    ['the firm', 'firm', 403],
    ['an expert', 'expert', 403],
  ] as const)('is not for %s', async (_who, role, status) => {
    const desk = await openDesk();
    const people = { firm: desk.firm.userId, expert: await desk.newStaff('panel-expert') };
    const who = role === undefined ? undefined : people[role];
    for (const path of ['cases', 'counts', 'overview', 'export?format=csv', 'views'])
      expect((await desk.ask(who, 'GET', `/api/v1/desk/${path}`)).status).toBe(status);
  });

  it('refuses a filter it does not know, naming it', async () => {
    const { ask, clerk } = await openDesk();
    expect((await ask(clerk, 'GET', '/api/v1/desk/cases?state=whatever')).status).toBe(422);
    expect((await ask(clerk, 'GET', '/api/v1/desk/cases?colour=red')).status).toBe(422);
  });
});

describe('hypha #4731: lists stay quick however much history there is', () => {
  it.each([
    ['the queue', "due_key >= '2026-04-01' and (due_key > '2026-04-01' or id > 'x')", 'desk_by_due'],
    ['one state', "state = 'in-review' and due_key >= '2026-04-01'", 'desk_by_state'],
    ['one scheme and state', "scheme_id = 'x' and state = 'in-review'", 'desk_by_scheme'],
    ['one pool year', 'pool_year = 2026', 'desk_by_pool_year'],
    ['what is overdue', "due_key < '2026-04-01'", 'desk_by_due'],
  ])('%s is read along an index, in its order', async (_what, where, index) => {
    const { database } = await openDesk();
    const sql = `explain query plan select * from desk_cases where ${where} order by due_key, id limit 50`;
    const plan = (await database.read.all<{ detail: string }>(sql)).map(({ detail }) => detail).join('\n');
    expect(plan).toContain(`USING INDEX ${index}`);
    expect(plan).not.toMatch(/TEMP B-TREE/);
  });
});

describe('exporting', () => {
  const fetchAll = (desk: Desk, query: string, who = desk.clerk) =>
    desk.app.request(`/api/v1/desk/export?${query}`, { headers: { [TEST_USER]: who } });

  it('hypha #4320, #4323: holds exactly the filtered set, not the visible page, as a stream', async () => {
    const desk = await openDesk();
    for (let i = 0; i < 120; i++) await desk.newCase({ set: { number: `N${i}`, dueOn: '2026-04-20' } });
    await desk.newCase({ state: 'approved', set: { number: 'OTHER' } });
    const csv = await (await fetchAll(desk, 'state=submitted&format=csv')).text();
    expect(csv.trim().split(/\r?\n/)).toHaveLength(121);
    expect(csv).not.toContain('OTHER');
    const answer = await fetchAll(desk, 'state=submitted&format=xlsx');
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    expect(book.sheets[0]?.rows).toHaveLength(121);
    const rows = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.action, 'cases.exported'));
    expect(rows.map(({ details }) => JSON.parse(details))).toMatchObject([
      { format: 'csv', cases: 120, filters: { state: 'submitted' } },
      { format: 'xlsx', cases: 120 },
    ]);
  });

  it.each(['=1+1', '+cmd', '-2', '@sum', '\t=1'])('lets no spreadsheet run a name like %j', async (firmName) => {
    const desk = await openDesk();
    await desk.newCase({ set: { firmName } });
    const csv = await (await fetchAll(desk, 'format=csv')).text();
    expect(csv).not.toMatch(/(^|,|")[=+@-]/m);
    expect(csv).toContain(firmName.trim());
  });

  it('holds what the person may see and no more', async () => {
    const desk = await openDesk();
    await desk.newCase({ set: { number: 'HIDDEN' } });
    expect(await (await fetchAll(desk, 'format=csv', desk.tax)).text()).not.toContain('HIDDEN');
  });
});

describe('work on many at once', () => {
  it('Unity #469: what cannot go through drops out with its reason, the others are done', async () => {
    const desk = await openDesk();
    const good = [await desk.newCase(), await desk.newCase()];
    const decided = await desk.newCase({ state: 'in-decision' });
    const cases = [...good, decided, 'nowhere'].map((id) => ({ id, version: 3 }));
    const behind = { id: await desk.newCase(), version: 1 };
    const { status, body } = await desk.ask(desk.clerk, 'POST', '/api/v1/desk/bulk', {
      action: 'accept',
      cases: [...cases, behind],
    });
    expect(status).toBe(200);
    expect(body.done).toBe(2);
    expect(body.results.map(({ ok, code }: { ok: boolean; code?: string }) => code ?? ok)).toEqual([
      true,
      true,
      'not-in-this-state',
      'not-found',
      'changed-meanwhile',
    ]);
    for (const id of good) expect(await desk.audited(id)).toContain('review.opened');
    expect(await desk.audited(decided)).toEqual([]);
  });

  it('hands several over, and a reviewer accepts none', async () => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const cases = [{ id, version: 3 }];
    const over = { action: 'assign', cases, userId: desk.science };
    expect((await desk.ask(desk.clerk, 'POST', '/api/v1/desk/bulk', over)).body.done).toBe(1);
    expect((await desk.list('?assigned=me', desk.clerk)).cases).toHaveLength(0);
    expect((await desk.list(`?assigned=${desk.science}`)).cases[0].assignee).toMatchObject({ name: '科技' });
    const accept = await desk.ask(desk.finance, 'POST', '/api/v1/desk/bulk', { action: 'accept', cases });
    expect(accept.body).toMatchObject({ done: 0, results: [{ ok: false }] });
    expect((await desk.ask(desk.auditor, 'POST', '/api/v1/desk/bulk', over)).status).toBe(403);
  });

  it('gives a case only to people who work on cases', async () => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const path = desk.on(id, 'assignee');
    expect((await desk.ask(desk.clerk, 'PUT', path, { userId: desk.firm.userId })).status).toBe(412);
    expect((await desk.ask(desk.clerk, 'PUT', path, { userId: desk.clerk })).body.assignee.name).toBe('陈晨');
    expect(await desk.audited(id)).toEqual(['case.assigned']);
    expect((await desk.ask(desk.tax, 'PUT', path, { userId: desk.tax })).status).toBe(404);
  });
});

describe('saved views', () => {
  const view = { name: '本周到期', filters: { dueWithin: '5' }, isShared: false };
  const PATH = '/api/v1/desk/views';

  it('are kept for one person, or for the office', async () => {
    const desk = await openDesk();
    await desk.ask(desk.clerk, 'POST', PATH, view);
    expect((await desk.ask(desk.science, 'GET', PATH)).body.views).toEqual([]);
    await desk.ask(desk.clerk, 'POST', PATH, { ...view, isShared: true, filters: { overdue: '1' } });
    expect((await desk.ask(desk.science, 'GET', PATH)).body.views).toMatchObject([
      { name: '本周到期', filters: { overdue: '1' }, isMine: false, ownerName: '陈晨' },
    ]);
    const rows = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.action, 'view.saved'));
    expect(rows).toHaveLength(2);
  });

  it('are removed by their owner alone', async () => {
    const desk = await openDesk();
    const { views } = (await desk.ask(desk.clerk, 'POST', PATH, { ...view, isShared: true })).body;
    const path = `${PATH}/${views[0].id}`;
    expect((await desk.ask(desk.science, 'DELETE', path)).status).toBe(404);
    expect((await desk.ask(desk.clerk, 'DELETE', path)).body.views).toEqual([]);
    expect((await desk.ask(desk.auditor, 'POST', PATH, view)).status).toBe(403);
    expect((await desk.ask(desk.clerk, 'POST', PATH, { ...view, filters: { colour: 'red' } })).status).toBe(422);
  });
});

it('writes what can be searched within a bound', () => {
  const text = searchText({ number: 'TD-1', firmName: '宁波'.repeat(190), projectName: '重庆', creditCode: '9133' });
  expect(text.length).toBe(600);
  expect(searchText({ number: null, firmName: '重庆路桥', projectName: 'AI 平台', creditCode: 'X' })).toBe(
    'x\n重庆路桥\nai 平台\ncqlq\naipt\nchongqingluqiao\naipingtai',
  );
});
