import { type Dates, ENGINE_VERSION, explain, hashOf, makeReceipt } from '@tidu/rules';
import type { AppDeps } from '../src/app.ts';
import type { StateId } from '../src/applications/states.ts';
import { applicationClocks, applications, submissions } from '../src/applications/table.ts';
import { auditEntries } from '../src/audit/table.ts';
import { newId } from '../src/db/new-id.ts';
import { withTransaction } from '../src/db/with-transaction.ts';
import { pickPolicy } from '../src/evaluations/pick-policy.ts';
import { createFirmReader } from '../src/evaluations/read-firm.ts';
import { firms } from '../src/firms/table.ts';
import type { FirmRole, StaffRole } from '../src/identity/roles.ts';
import { firmMembers, staffRoles, users } from '../src/identity/table.ts';
import { listVersions } from '../src/policies/queries.ts';
import { readPublishedScheme } from '../src/schemes/queries.ts';
import { NOW, openTestApp, TEST_USER } from './open-test-app.ts';

/** A firm that gets 20 % of its project's cost: facts of a major project. */
export const majorProject = (cost: string) => ({
  registeredInZone: true,
  taxInZone: true,
  independentLegalPerson: true,
  strategicIndustry: 'new-materials',
  zoneTier: 'none',
  plansMajorProject: true,
  majorProjectRdCost: cost,
  nationalProjectRole: 'none',
});

const contentOf = (firm: { name: string; creditCode: string; userId: string }, projectName: string) => ({
  projectName,
  awards: [],
  deferrals: [],
  otherFunding: [],
  costItems: [],
  notes: `${firm.name}的说明，联系人王小明`,
  answers: {},
  materials: [],
  sources: { majorProjectRdCost: { source: 'proven', evidence: [] } },
  firm: { name: firm.name, creditCode: firm.creditCode },
  signature: { declaration: '以上属实', name: '签署人', at: NOW.toISOString(), userId: firm.userId },
  outcome: 'yes',
  confirmedNotEligible: false,
});

const VIEWED = 'personal-data.viewed';
const DATES: Dates = { filing: '2026-03-02', decision: '2026-03-02' };

export interface NewCase {
  readonly state: StateId;
  readonly scheme?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly claimFen?: number;
  readonly projectName?: string;
  readonly panelScore?: number;
  readonly set?: Partial<typeof applications.$inferInsert>;
}

/** The real app with staff of every role, the shipped schemes and the calendar, and cases put straight into a state. */
export async function openOffice(deps: Partial<AppDeps> = {}) {
  const opened = await openTestApp(deps, 'office');
  const { database, app } = opened;
  let count = 0;

  const newUser = async (name: string, kind: 'firm' | 'staff'): Promise<string> => {
    const id = newId();
    const at = { createdAt: NOW, updatedAt: NOW };
    const row = { id, name, kind, email: `${id}@example.org`, emailVerified: true, ...at };
    await withTransaction(database, (tx) => tx.insert(users).values(row));
    return id;
  };
  const newStaff = async (role: StaffRole, name: string = role, departmentId?: string): Promise<string> => {
    const userId = await newUser(name, 'staff');
    const row = { id: newId(), userId, role, departmentId, grantedAt: NOW.toISOString(), grantedBy: 'system' };
    await withTransaction(database, (tx) => tx.insert(staffRoles).values(row));
    return userId;
  };
  const newFirm = async (name = `宁波测试${count + 1}号有限公司`, role: FirmRole = 'certifier') => {
    const firmId = newId();
    const userId = await newUser(`${name}的签署人`, 'firm');
    const at = NOW.toISOString();
    const creditCode = `91330201TEST${String(++count).padStart(6, '0')}`;
    const by = { createdAt: at, createdBy: userId, updatedAt: at, updatedBy: userId };
    await withTransaction(database, async (tx) => {
      await tx.insert(firms).values({
        id: firmId,
        creditCode,
        name,
        registeredOn: '2018-05-01',
        industryCode: '3985',
        registeredAddress: '宁波高新区聚贤路1号',
        legalRepresentative: '王小明',
        version: 1,
        ...by,
      });
      await tx.insert(firmMembers).values({ firmId, userId, role, addedAt: at, addedBy: userId });
    });
    return { firmId, userId, name, creditCode };
  };

  const newCase = async (firm: Awaited<ReturnType<typeof newFirm>>, wanted: NewCase): Promise<string> => {
    const scheme = await readPublishedScheme(database.read, wanted.scheme ?? 'major-project');
    if (!scheme) throw new Error('no such scheme');
    const picked = pickPolicy(await listVersions(database.read), scheme.document.policy, DATES);
    const read = createFirmReader(picked, DATES)(wanted.facts ?? majorProject('12000000'));
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const { doc, hash: policyHash } = picked.version;
    const { decision, tree } = explain(doc, DATES, read.facts);
    const receipt = makeReceipt({
      doc,
      facts: read.facts,
      dates: DATES,
      decision,
      engineVersion: ENGINE_VERSION,
      policyHash,
    });
    const [id, submissionId] = [newId(), newId()];
    const at = NOW.toISOString();
    const number = `TD-2026-${id.slice(-6)}`;
    await withTransaction(database, async (tx) => {
      await tx.insert(applications).values({
        id,
        number,
        firmId: firm.firmId,
        schemeId: scheme.id,
        schemeRevision: scheme.revision,
        poolYear: 2026,
        state: wanted.state,
        version: 3,
        projectName: `高性能靶材研发${++count}`,
        claimFen: wanted.claimFen ?? 240_000_000,
        panelScore: wanted.panelScore ?? null,
        isScored: wanted.panelScore !== undefined,
        submissionId,
        createdAt: at,
        createdBy: firm.userId,
        submittedAt: new Date(NOW.getTime() + count * 1000).toISOString(),
        stateSince: at,
        firmName: firm.name,
        creditCode: firm.creditCode,
        ...wanted.set,
      });
      await tx.insert(submissions).values({
        id: submissionId,
        applicationId: id,
        round: 1,
        submittedAt: at,
        certifierId: firm.userId,
        certifierName: '签署人',
        schemeRevision: scheme.revision,
        policyId: doc.id,
        policyInForceFrom: doc.inForce.from,
        policyHash,
        engineVersion: ENGINE_VERSION,
        content: JSON.stringify(contentOf(firm, wanted.projectName ?? '高性能靶材研发')),
        facts: JSON.stringify(read.facts),
        dates: JSON.stringify(DATES),
        decision: JSON.stringify(decision),
        explanation: JSON.stringify(tree),
        receipt: JSON.stringify(receipt),
        receiptNumber: receipt.number,
        algorithm: 'SHA-256',
        digest: hashOf(receipt),
      });
      const { limits } = scheme.document;
      const clock = { 'in-publicity': 'publicity', 'in-decision': 'decision', 'in-ranking': 'ranking' }[
        wanted.state as string
      ] as keyof typeof limits & 'publicity';
      if (clock)
        await tx.insert(applicationClocks).values({
          id: newId(),
          applicationId: id,
          kind: clock,
          limitDays: limits[clock],
          startedOn: '2026-03-31',
        });
    });
    return id;
  };

  /** Asks as a person; the answer with its body read. */
  const ask = async (userId: string | undefined, method: string, path: string, body?: unknown) => {
    const headers = { 'Content-Type': 'application/json', ...(userId ? { [TEST_USER]: userId } : {}) };
    const answer = await app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
  };
  const allAudited = async (subjectId?: string): Promise<readonly string[]> => {
    const rows = await database.read.select().from(auditEntries).orderBy(auditEntries.seq);
    return rows.filter((row) => subjectId === undefined || row.subjectId === subjectId).map(({ action }) => action);
  };
  /** Acts in the audit trail about a subject, or all of them; that an official looked at it is no act. */
  const audited = async (subjectId?: string) => (await allAudited(subjectId)).filter((action) => action !== VIEWED);
  const viewed = async (subjectId: string) => (await allAudited(subjectId)).filter((action) => action === VIEWED);
  return { ...opened, ask, audited, viewed, newCase, newFirm, newStaff, newUser };
}
