import { eq } from 'drizzle-orm';
import type { AppDeps } from '../src/app.ts';
import { applications, submissions } from '../src/applications/table.ts';
import { newId } from '../src/db/new-id.ts';
import { withTransaction } from '../src/db/with-transaction.ts';
import { files } from '../src/files/table.ts';
import { departments } from '../src/identity/table.ts';
import { indexCase } from '../src/review/desk/index-case.ts';
import { type NewCase, openOffice } from './open-office.ts';
import { NOW } from './open-test-app.ts';

const DEPARTMENTS = ['science', 'finance', 'tax'] as const;

/** The office with its departments, their reviewers, a clerk, and cases that the desk can find. */
export async function openDesk(clock: { now: Date } = { now: NOW }, deps: Partial<AppDeps> = {}) {
  const office = await openOffice({ ...deps, clock: () => clock.now });
  const { ask, database } = office;
  await withTransaction(database, (tx) =>
    tx
      .insert(departments)
      .values(DEPARTMENTS.map((id, position) => ({ id, label: `${id}局`, labelEn: id, position })))
      .onConflictDoNothing(),
  );
  const firm = await office.newFirm('宁波甬越新材料有限公司');
  const clerk = await office.newStaff('intake-clerk', '陈晨');
  const [science, finance, tax] = [
    await office.newStaff('department-reviewer', '科技', 'science'),
    await office.newStaff('department-reviewer', '财政', 'finance'),
    await office.newStaff('department-reviewer', '税务', 'tax'),
  ];
  const auditor = await office.newStaff('auditor', '审计');

  const newCase = async (
    wanted: Partial<NewCase> & { readonly content?: object; readonly of?: typeof firm } = {},
  ): Promise<string> => {
    const { content, of = firm, ...rest } = wanted;
    const id = await office.newCase(of, { state: 'submitted', ...rest });
    await withTransaction(database, async (tx) => {
      if (content)
        await tx
          .update(submissions)
          .set({ content: JSON.stringify(content) })
          .where(eq(submissions.applicationId, id));
      const [row] = await tx.select().from(applications).where(eq(applications.id, id));
      if (row) await indexCase(tx, row);
    });
    return id;
  };
  const newFile = async (digest: string = newId(), firmId = firm.firmId): Promise<string> => {
    const id = newId();
    const row = { id, firmId, name: '审计报告.pdf', digest, algorithm: 'sha256', sizeBytes: 10 };
    const seen = { state: 'clean' as const, scannedBy: 'none', uploadedAt: NOW.toISOString(), uploadedBy: firm.userId };
    await withTransaction(database, (tx) => tx.insert(files).values({ ...row, ...seen, mediaType: 'application/pdf' }));
    return id;
  };
  const on = (id: string, verb = '') => `/api/v1/desk/cases/${id}${verb === '' ? '' : `/${verb}`}`;
  const see = async (id: string, who = clerk) => (await ask(who, 'GET', on(id))).body;
  const accept = (id: string, version = 3, who = clerk) => ask(who, 'POST', on(id, 'accept'), { version });
  /** An accepted case with its three open tasks, by department. */
  const accepted = async (wanted: Parameters<typeof newCase>[0] = {}) => {
    const id = await newCase(wanted);
    const answer = await accept(id);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const view = await see(id);
    const taskOf = (department: string): string =>
      view.tasks.find((task: { department: string; state: string }) => task.department === department)?.id;
    return { id, taskOf, view };
  };
  const answer = (who: string, taskId: string, more: object = {}) =>
    ask(who, 'POST', `/api/v1/desk/tasks/${taskId}/answer`, {
      answer: 'agree',
      opinion: '同意',
      evidence: [],
      ...more,
    });
  const list = async (query = '', who = clerk) => (await ask(who, 'GET', `/api/v1/desk/cases${query}`)).body;
  return {
    ...office,
    clock,
    firm,
    clerk,
    science,
    finance,
    tax,
    auditor,
    newCase,
    newFile,
    on,
    see,
    accept,
    accepted,
    answer,
    list,
  };
}
