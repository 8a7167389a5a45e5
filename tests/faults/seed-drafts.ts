import { hashOf } from '@tidu/rules';
import type { Config } from '../../packages/api/src/config.ts';
import { dayInChina } from '../../packages/api/src/day-in-china.ts';
import { newId } from '../../packages/api/src/db/new-id.ts';
import type { Database } from '../../packages/api/src/db/open-database.ts';
import * as schema from '../../packages/api/src/db/schema.ts';
import { withTransaction } from '../../packages/api/src/db/with-transaction.ts';
import { pickPolicy } from '../../packages/api/src/evaluations/pick-policy.ts';
import { loadSealingKey } from '../../packages/api/src/firms/bank/sealing-key.ts';
import { addUser } from '../../packages/api/src/identity/accounts/add-user.ts';
import { openConfiguredAccounts } from '../../packages/api/src/identity/accounts/open-configured-accounts.ts';
import { listVersions } from '../../packages/api/src/policies/queries.ts';
import { GAZELLE } from '../support/office/new-firm.ts';
import { PASSWORD } from '../support/office/person.ts';

export interface SeededDraft {
  readonly id: string;
  readonly contact: string;
}

export const SIGNER = '林晓';
const PAPERS = ['audit-report', 'business-plan', 'ip-certificates', 'rd-ledger', 'staff-list'];

/** So many finished drafts, each of a firm of its own; a person signs for the firms of one client. */
export async function seedDrafts(
  config: Config,
  database: Database,
  { now, drafts, clients }: { readonly now: Date; readonly drafts: number; readonly clients: number },
): Promise<readonly SeededDraft[]> {
  const people = await seedPeople(config, database, now, clients);
  const today = dayInChina(now);
  const dates = { filing: today, decision: today };
  const policyHash = pickPolicy(await listVersions(database.read), 'nbhtz-ladder', dates).version.hash;
  const seeded: SeededDraft[] = [];
  await withTransaction(database, async (tx) => {
    for (let n = 0; n < drafts; n++) {
      const person = people[n % clients];
      if (!person) throw new Error('no person');
      const rows = rowsOf(n, person.id, policyHash, now.toISOString());
      await tx.insert(schema.firms).values(rows.firm);
      await tx.insert(schema.firmMembers).values(rows.member);
      await tx.insert(schema.files).values(rows.files);
      await tx.insert(schema.applications).values(rows.application);
      await tx.insert(schema.applicationDrafts).values(rows.draft);
      seeded.push({ id: rows.application.id, contact: person.contact });
    }
  });
  return seeded;
}

async function seedPeople(config: Config, database: Database, now: Date, count: number) {
  const accounts = await openConfiguredAccounts(config, {
    database,
    sealingKey: loadSealingKey(config),
    clock: () => now,
  });
  const passwordHash = await (await accounts.auth.$context).password.hash(PASSWORD);
  return withTransaction(database, async (tx) => {
    const people: { id: string; contact: string }[] = [];
    for (let n = 0; n < count; n++) {
      const value = `signer${n}@qiye.example`;
      const contact = { kind: 'email' as const, value };
      const id = await addUser(tx, now, { name: SIGNER, kind: 'firm', contact, isVerified: true, passwordHash });
      people.push({ id, contact: value });
    }
    return people;
  });
}

function rowsOf(n: number, userId: string, policyHash: string, at: string) {
  const [firmId, applicationId] = [newId(), newId()];
  const by = { createdAt: at, createdBy: userId, updatedAt: at, updatedBy: userId };
  const [name, creditCode] = [`宁波断电${n}号有限公司`, `91330201KILL${String(n).padStart(6, '0')}`];
  const projectName = `第 ${n} 家的瞪羚认定`;
  const files = PAPERS.map((paper) => ({
    id: newId(),
    firmId,
    name: `${paper}.pdf`,
    digest: hashOf({ n, paper }),
    algorithm: 'sha256',
    sizeBytes: 10,
    mediaType: 'application/pdf',
    state: 'clean' as const,
    uploadedAt: at,
    uploadedBy: userId,
  }));
  // The facts stand in the draft alone: submitting writes them to the profile as well.
  const facts = Object.fromEntries(Object.entries(GAZELLE).map(([id, value]) => [id, { known: value }]));
  const materials = Object.fromEntries(files.map(({ id }, i) => [PAPERS[i] ?? '', [id]]));
  const empty = { awards: [], deferrals: [], otherFunding: [], costItems: [], notes: '', answers: {} };
  return {
    firm: {
      ...by,
      id: firmId,
      creditCode,
      isCodeConfirmed: true,
      name,
      registeredOn: '2018-05-01',
      industryCode: '398',
      registeredAddress: '宁波国家高新区聚贤路1号',
      legalRepresentative: SIGNER,
      version: 1,
    },
    member: { firmId, userId, role: 'owner' as const, addedAt: at, addedBy: userId },
    files,
    application: {
      id: applicationId,
      firmId,
      schemeId: 'gazelle-recognition',
      schemeRevision: 1,
      poolYear: Number(at.slice(0, 4)),
      state: 'draft' as const,
      version: 1,
      projectName,
      createdAt: at,
      createdBy: userId,
      stateSince: at,
      firmName: name,
      creditCode,
    },
    draft: {
      applicationId,
      draftVersion: 1,
      content: JSON.stringify({ ...empty, projectName, facts, materials }),
      policyHash,
      savedAt: at,
      savedBy: userId,
      savedByName: SIGNER,
    },
  };
}
