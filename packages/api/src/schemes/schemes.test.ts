import type { PolicyDoc } from '@tidu/rules';
import { describe, expect, test } from 'vitest';
import { openOffice } from '../../testing/open-office.ts';
import { listVersions } from '../policies/queries.ts';
import { findProblems } from './find-problems.ts';
import { loadSchemes, readShippedSchemes } from './load-schemes.ts';
import { longestDeferral } from './longest-deferral.ts';

const gazelle = readShippedSchemes().find(({ id }) => id === 'gazelle-recognition');
if (!gazelle) throw new Error('no gazelle scheme is shipped');

describe('the shipped schemes', () => {
  test('agree with their policies, and with the process', async () => {
    const { database } = await openOffice();
    const versions = await listVersions(database.read);
    for (const scheme of readShippedSchemes()) {
      const policy = versions.find(({ doc }) => doc.id === scheme.policy)?.doc;
      expect([scheme.id, findProblems(scheme, policy)]).toEqual([scheme.id, []]);
      expect(scheme.basis).toBe('assumed');
      expect(scheme.limits.intake).toBe(5);
    }
    expect(readShippedSchemes()).toHaveLength(6);
  });

  test('are loaded once; what policy staff have changed stays', async () => {
    const { database, ask, newStaff } = await openOffice();
    await publishAnother(ask, newStaff);
    await loadSchemes(database, new Date());
    expect((await ask(undefined, 'GET', '/api/v1/schemes/gazelle-recognition')).body).toMatchObject({
      revision: 2,
      scheme: { label: { en: 'Another' } },
    });
  });
});

type Office = Awaited<ReturnType<typeof openOffice>>;
const another = { ...gazelle, label: { 'zh-CN': '改名', en: 'Another' } };

async function publishAnother(ask: Office['ask'], newStaff: Office['newStaff']) {
  const [editor, approver] = [await newStaff('policy-editor'), await newStaff('policy-approver')];
  const saved = await ask(editor, 'PUT', '/api/v1/schemes/gazelle-recognition/draft', {
    document: another,
    basedOn: null,
  });
  const published = await ask(approver, 'POST', '/api/v1/schemes/gazelle-recognition/publish', {
    hash: saved.body.hash,
  });
  return { editor, approver, saved, published };
}

describe('the public list and guide', () => {
  test('are open to everyone and say what there is to know', async () => {
    const { ask } = await openOffice();
    const { schemes } = (await ask(undefined, 'GET', '/api/v1/schemes')).body;
    expect(schemes.map(({ id }: { id: string }) => id)).toContain('major-project');
    const guide = (await ask(undefined, 'GET', '/api/v1/schemes/major-project')).body;
    expect(guide).toMatchObject({
      opening: { isOpen: true, why: 'all-year' },
      policyVersion: { inForceFrom: '2018-03-01' },
    });
    expect(guide.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      'intake',
      'review',
      'panel',
      'ranking',
      'decision',
      'publicity',
    ]);
    expect((await ask(undefined, 'GET', '/api/v1/schemes/nothing')).status).toBe(404);
  });

  test('drafts are not public', async () => {
    const { ask, newStaff } = await openOffice();
    const editor = await newStaff('policy-editor');
    await ask(editor, 'PUT', '/api/v1/schemes/gazelle-recognition/draft', { document: another, basedOn: null });
    expect((await ask(undefined, 'GET', '/api/v1/schemes/gazelle-recognition/revisions/2')).status).toBe(404);
    expect((await ask(undefined, 'GET', '/api/v1/scheme-revisions')).status).toBe(401);
    expect((await ask(await newStaff('intake-clerk'), 'GET', '/api/v1/scheme-revisions')).status).toBe(403);
    const all = (await ask(editor, 'GET', '/api/v1/scheme-revisions')).body.revisions;
    expect(all.find(({ status }: { status: string }) => status === 'draft')).toMatchObject({
      id: 'gazelle-recognition',
      revision: 2,
    });
  });
});

describe('a new revision', () => {
  test('is drafted by one person and published by another; the one before stays as it was', async () => {
    const { ask, newStaff, audited } = await openOffice();
    const { published } = await publishAnother(ask, newStaff);
    expect(published).toMatchObject({ status: 200, body: { revision: 2 } });
    expect((await ask(undefined, 'GET', '/api/v1/schemes/gazelle-recognition/revisions/1')).body).toMatchObject({
      status: 'closed',
      scheme: gazelle,
    });
    expect(await audited('gazelle-recognition')).toEqual(['scheme.drafted', 'scheme.published']);
  });

  test('nobody publishes an own draft, nor one that has changed since it was read', async () => {
    const { ask, newStaff, database } = await openOffice();
    const both = await newStaff('policy-editor');
    const { staffRoles } = await import('../identity/table.ts');
    const { withTransaction } = await import('../db/with-transaction.ts');
    const role = { id: 'r2', userId: both, role: 'policy-approver' as const, grantedAt: 'now', grantedBy: 'system' };
    await withTransaction(database, (tx) => tx.insert(staffRoles).values(role));
    const path = '/api/v1/schemes/gazelle-recognition';
    const saved = await ask(both, 'PUT', `${path}/draft`, { document: another, basedOn: null });
    expect((await ask(both, 'POST', `${path}/publish`, { hash: saved.body.hash })).status).toBe(412);
    const approver = await newStaff('policy-approver');
    expect((await ask(approver, 'POST', `${path}/publish`, { hash: 'sha256:else' })).status).toBe(409);
    expect((await ask(approver, 'PUT', `${path}/draft`, { document: another, basedOn: null })).status).toBe(403);
  });

  test('two editors do not overwrite each other', async () => {
    const { ask, newStaff } = await openOffice();
    const [a, b] = [await newStaff('policy-editor'), await newStaff('policy-editor')];
    const path = '/api/v1/schemes/gazelle-recognition/draft';
    expect((await ask(a, 'PUT', path, { document: another, basedOn: null })).status).toBe(200);
    expect((await ask(b, 'PUT', path, { document: gazelle, basedOn: null })).status).toBe(409);
  });

  test('is refused with every problem at once', async () => {
    const { ask, newStaff } = await openOffice();
    const most = longestDeferral({ ...gazelle, limits: { ...gazelle.limits, deferral: 250 } });
    const document = {
      ...gazelle,
      tiers: ['no-such-tier'],
      window: { kind: 'dates', opensOn: '2026-05-01', closesOn: '2026-04-01' },
      limits: { ...gazelle.limits, deferral: most + 1 },
      materials: [...gazelle.materials, gazelle.materials[0]],
    };
    const answer = await ask(await newStaff('policy-editor'), 'PUT', '/api/v1/schemes/gazelle-recognition/draft', {
      document,
      basedOn: null,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.error.details.map(({ path }: { path: string }) => path)).toEqual([
      'document.tiers.0',
      'document.window.closesOn',
      'document.limits.deferral',
      'document.materials',
    ]);
  });
});

test.each([
  ['tiers', { tiers: [{ id: 't' }] }, {}],
  ['pool', { tiers: [] }, {}],
  ['awards', { tiers: [{ id: 't' }] }, { pool: 'p' }],
])('a scheme that claims nothing is told so at its %s', (path, has, more) => {
  const policy = { facts: [], awards: [], pools: [{ id: 'p', awards: ['a'] }], ...has } as unknown as PolicyDoc;
  const { pool: _, ...rest } = gazelle;
  const document = { ...rest, ranks: false, materials: [], awards: [], tiers: [], ...more };
  expect(findProblems(document, policy)).toMatchObject([{ path: `document.${path}` }]);
});

test.each([
  ['2026-03-31', false, 'before'],
  ['2026-04-01', true, 'within'],
  ['2026-04-30', true, 'within'],
  ['2026-05-01', false, 'after'],
])('a window on %s', async (today, isOpen, why) => {
  const { openingOn } = await import('./opening.ts');
  const window = { kind: 'dates' as const, opensOn: '2026-04-01', closesOn: '2026-04-30' };
  expect(openingOn('published', window, today)).toMatchObject({ isOpen, why });
  expect(openingOn('closed', window, today)).toEqual({ isOpen: false, why: 'closed' });
});

test('a scheme that is closed takes no new drafts; another role may not close it', async () => {
  const { ask, newStaff, newFirm, audited } = await openOffice();
  const path = '/api/v1/schemes/gazelle-recognition/close';
  expect((await ask(await newStaff('policy-editor'), 'POST', path, { reason: '政策到期' })).status).toBe(403);
  expect((await ask(await newStaff('policy-approver'), 'POST', path, { reason: '政策到期' })).status).toBe(204);
  const firm = await newFirm();
  const start = await ask(firm.userId, 'POST', '/api/v1/applications', {
    firmId: firm.firmId,
    schemeId: 'gazelle-recognition',
  });
  expect(start.status).toBe(404);
  expect(await audited('gazelle-recognition')).toEqual(['scheme.closed']);
});

test.each([
  ['its own limit', { deferral: 10, review: 15, decision: 5 }, {}, 10],
  ['two days before the office must be done', { deferral: 20, review: 15, decision: 5 }, {}, 18],
  ['a ranking counts', { deferral: 20, review: 10, decision: 5, ranking: 3 }, { ranks: true }, 16],
  ['a panel counts where it sits', { deferral: 20, review: 5, decision: 5, panel: 4 }, { experts: true }, 12],
  ['a panel that does not sit does not', { deferral: 20, review: 5, decision: 5, panel: 4 }, {}, 8],
  ['an office that is as quick as that leaves none', { deferral: 20, review: 1, decision: 1 }, {}, 0],
])('a deferred material comes by %s', (_what, limits, { ranks = false, experts = false }: Steps, most) => {
  const panel = { isUsed: experts, experts: 5, isBlind: false };
  expect(longestDeferral({ limits: { ...gazelle.limits, ...limits }, panel, ranks })).toBe(most);
});

interface Steps {
  readonly ranks?: boolean;
  readonly experts?: boolean;
}
