import { beforeAll, describe, expect, test } from 'vitest';
import { openStudio, type Shown } from '../../testing/open-studio.ts';
import { ACCESS_KEY, type Access } from './access.ts';

/*
 * What every route makes of a record that is not there and of a request that cannot be right. What is particular to a
 * feature stands in its own tests; `tests/proof` looks that no route is left out.
 */

const NOBODY = '00000000-0000-7000-8000-000000000000';
/** Parts of a path that must be of a kind before anything is looked up. */
const PARTS: Readonly<Record<string, string>> = {
  round: '1',
  year: '2026',
  version: '1',
  kind: 'return',
  key: 'revenue',
  parkId: 'core',
};

type Opened = Awaited<ReturnType<typeof openAll>>;
let opened: Opened;
beforeAll(async () => {
  opened = await openAll();
}, 60_000);

async function openAll() {
  const studio = await openStudio();
  const document: Shown = await (await studio.app.request('/openapi.json')).json();
  const firm = await studio.newFirm();
  const draftId: string = (await studio.newDraft()).id;
  const people = new Map<string, string>();
  /** Somebody who may call it: of the office where it is theirs, else of the firm. */
  const whoFor = async (access: Access): Promise<string | undefined> => {
    if (access === 'public') return undefined;
    const role = access === 'signed-in' ? undefined : access.staff?.[0];
    if (role === undefined) return firm.userId;
    if (!people.has(role)) people.set(role, await studio.newStaff(role));
    return people.get(role);
  };
  const call = async (route: string, { query = '', body, params = {} }: Call = {}) => {
    const [method = '', path = ''] = route.split(' ');
    const operation = document.paths[path]?.[method.toLowerCase()];
    if (operation === undefined) throw new Error(`no route ${route}`);
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? PARTS[name] ?? NOBODY);
    return studio.ask(await whoFor(operation[ACCESS_KEY]), method, `${filled}${query}`, body);
  };
  return { ...studio, firm, draftId, call };
}

interface Call {
  readonly query?: string;
  readonly body?: unknown;
  readonly params?: Readonly<Record<string, string>>;
}

describe('a record that is not there is 404', () => {
  test.each([
    'GET /api/v1/schemes/{id}',
    'GET /api/v1/schemes/{id}/step-times',
    'GET /api/v1/applications/{id}/draft/evaluation',
    'GET /api/v1/applications/{id}/submissions/{round}',
    'GET /api/v1/firms/{firmId}/contacts',
    'GET /api/v1/firms/{firmId}/files',
    'GET /api/v1/people/{userId}',
    'POST /api/v1/people/{userId}/enabling',
    'POST /api/v1/people/{userId}/unlocking',
    'POST /api/v1/people/{userId}/second-factor-reset',
    'GET /api/v1/people/{userId}/sessions',
    'DELETE /api/v1/people/{userId}/sessions',
    'GET /api/v1/desk/cases/{id}/notices/{kind}',
    'POST /api/v1/desk/cases/{id}/duplicates',
    'GET /api/v1/panels/{panelId}/cases/{applicationId}/files/{fileId}',
    'DELETE /api/v1/panels/{panelId}/experts/{userId}',
    'GET /api/v1/panels/{panelId}/declarations',
    'GET /api/v1/applications/{id}/transition',
    'DELETE /api/v1/studio/populations/{populationId}',
    'GET /api/v1/applications/{applicationId}/panels',
    'GET /api/v1/pools/{policyId}/{poolId}/{year}/ledger',
    'GET /api/v1/pools/{policyId}/{poolId}/{year}/allocations',
    'GET /api/v1/allocations/{allocationId}/replay',
    'GET /api/v1/applications/{applicationId}/decision-desk',
    'GET /api/v1/decisions/{decisionId}/replay',
    'GET /api/v1/applications/{applicationId}/letters',
    'GET /api/v1/letters/{letterId}/docx',
    'GET /api/v1/letters/{letterId}/pdf',
    'GET /api/v1/applications/{applicationId}/publicity',
    'GET /api/v1/objections/{objectionId}/files/{fileId}',
    'GET /api/v1/studio/drafts/{draftId}/edits',
    'GET /api/v1/studio/drafts/{draftId}/versions/{version}',
    'GET /api/v1/studio/drafts/{draftId}/export',
    'GET /api/v1/studio/drafts/{draftId}/sentences',
    'GET /api/v1/studio/drafts/{draftId}/comments',
    'GET /api/v1/studio/drafts/{draftId}/checks',
    'GET /api/v1/studio/drafts/{draftId}/cases',
    'POST /api/v1/studio/drafts/{draftId}/cases/{caseId}/confirm',
    'GET /api/v1/studio/drafts/{draftId}/trials',
    'GET /api/v1/studio/trials/{trialId}',
    'GET /api/v1/studio/drafts/{draftId}/force',
    'GET /api/v1/studio/drafts/{draftId}/transitions',
    'GET /api/v1/consultations/{consultationId}',
    'GET /api/v1/policy-notices/{noticeId}',
    'GET /api/v1/studio/consultations/{consultationId}/comments',
  ])('%s', async (route) => {
    const { status, body } = await opened.call(route);
    const code = route.includes('/pools/') ? 'no-such-pool' : 'not-found';
    expect([status, body.error?.code]).toEqual([404, code]);
  });
});

test('single sign-on that is not set up is 404', async () => {
  const { status, body } = await opened.call('GET /api/v1/session/sso/callback');
  expect([status, body.error?.code]).toEqual([404, 'sso-not-configured']);
});

describe('a body that cannot be right is 422, with every place that is wrong', () => {
  test.each<[string, string, unknown?]>([
    ['POST /api/v1/applications/{id}/draft/adopt', 'draftVersion'],
    ['PUT /api/v1/parks/{parkId}', 'label'],
    ['PATCH /api/v1/account/name', 'name'],
    ['PUT /api/v1/account/language', 'language', { language: 'fr' }],
    ['POST /api/v1/account/contact-code', 'password', { contact: '13800000000' }],
    ['PUT /api/v1/account/contact', 'code', { contact: '13800000000' }],
    ['POST /api/v1/account/recovery-codes', 'password', { password: 1 }],
    ['PUT /api/v1/departments/{departmentId}', 'label'],
    ['POST /api/v1/notifications/reading', 'ids', { ids: 1 }],
    ['PUT /api/v1/notifications/preference', 'email'],
    ['POST /api/v1/desk/bulk', 'action'],
    ['POST /api/v1/decisions/bulk', 'items'],
    ['POST /api/v1/studio/drafts/{draftId}/redo', 'version'],
    ['POST /api/v1/panels/{panelId}/declarations', 'answers'],
    ['POST /api/v1/letter-templates/{kind}/preview', 'nope', { nope: 1 }],
    ['PUT /api/v1/studio/drafts/{draftId}/title', 'title'],
    ['PUT /api/v1/studio/drafts/{draftId}/scope', 'nope', { nope: 1 }],
    ['POST /api/v1/studio/drafts/{draftId}/comments', 'text'],
    ['POST /api/v1/studio/drafts/{draftId}/cases', 'cases'],
    ['POST /api/v1/studio/drafts/{draftId}/cases/generate', 'nope', { nope: 1 }],
    ['PUT /api/v1/studio/drafts/{draftId}/cases/{caseId}', 'facts'],
    ['PUT /api/v1/studio/drafts/{draftId}/fairness', 'reviews'],
    ['PUT /api/v1/studio/drafts/{draftId}/legality', 'opinion'],
    ['PUT /api/v1/studio/drafts/{draftId}/schedule', 'version'],
    ['PUT /api/v1/studio/drafts/{draftId}/transition', 'drafts'],
    ['POST /api/v1/studio/drafts/{draftId}/withdrawal', 'reason'],
    ['POST /api/v1/studio/consultations/{consultationId}/comments/{commentId}/reply', 'text'],
    ['POST /api/v1/studio/consultations/{consultationId}/comments/{commentId}/hide', 'reason'],
    ['POST /api/v1/schemes/{id}/close', 'nope', { nope: 1 }],
  ])('%s: %s', async (route, path, body = {}) => {
    const { draftId } = opened;
    const answer = await opened.call(route, { body, params: { draftId } });
    expect([answer.status, answer.body.error?.code]).toEqual([422, 'invalid-request']);
    expect(answer.body.error.details.map((each: { path: string }) => each.path)).toContain(path);
  });
});

describe('a query that cannot be right is 422', () => {
  test.each([
    ['GET /api/v1/firms/{firmId}/applications', 'limit=0'],
    ['GET /api/v1/firms', 'limit=0'],
    ['GET /api/v1/people', 'kind=robot'],
    ['GET /api/v1/notifications', 'limit=0'],
    ['GET /api/v1/audit', 'from=2026-02-30'],
    ['GET /api/v1/audit/export', 'format=pdf'],
    ['GET /api/v1/desk/cases', 'limit=0'],
    ['GET /api/v1/desk/counts', 'poolYear=soon'],
    ['GET /api/v1/desk/export', 'format=pdf'],
    ['GET /api/v1/pools', 'year=soon'],
    ['GET /api/v1/payments/export', 'format=pdf'],
    ['GET /api/v1/payment-orders', 'limit=0'],
    ['GET /api/v1/publicity', 'limit=0'],
    ['GET /api/v1/awards', 'limit=0'],
  ])('%s?%s', async (route, query) => {
    const { status, body } = await opened.call(route, { query: `?${query}`, params: { firmId: opened.firm.firmId } });
    expect([status, body.error?.code]).toEqual([422, 'invalid-request']);
    expect(body.error.details).toMatchObject([{ path: query.split('=')[0] }]);
  });
});

describe('what is there to be read is read', () => {
  test.each([
    ['GET /api/v1/schemes', 'schemes'],
    ['GET /api/v1/scheme-revisions', 'revisions'],
    ['GET /api/v1/parks', 'parks'],
    ['GET /api/v1/notifications/preference', 'email'],
    ['GET /api/v1/desk/cases', 'cases'],
    ['GET /api/v1/desk/counts', 'total'],
    ['GET /api/v1/desk/overview', 'averages'],
    ['GET /api/v1/desk/views', 'views'],
    ['GET /api/v1/panel-experts', 'experts'],
    ['GET /api/v1/pools', 'pools'],
    ['GET /api/v1/awards', 'awards'],
    ['GET /api/v1/objections', 'objections'],
    ['GET /api/v1/consultations', 'consultations'],
    ['GET /api/v1/policy-notices', 'notices'],
    ['GET /api/v1/studio/drafts/{draftId}/trials', 'trials'],
  ])('%s holds %s', async (route, field) => {
    const { status, body } = await opened.call(route, { params: { draftId: opened.draftId } });
    expect([status, Object.keys(body)]).toEqual([200, expect.arrayContaining([field])]);
  });

  test('a person, for those who look after accounts', async () => {
    const { call, firm } = opened;
    const { status, body } = await call('GET /api/v1/people/{userId}', { params: { userId: firm.userId } });
    expect([status, body.kind, body.contact]).toEqual([200, 'firm', expect.stringContaining('***')]);
  });

  test('the panels of a case', async () => {
    const { call, firm, newCase } = opened;
    const applicationId = await newCase(firm, { state: 'in-review' });
    const { status, body } = await call('GET /api/v1/applications/{applicationId}/panels', {
      params: { applicationId },
    });
    expect([status, body]).toEqual([200, expect.any(Object)]);
  });

  test('a draft gets another title', async () => {
    const { call, draftId, audited } = opened;
    const { status } = await call('PUT /api/v1/studio/drafts/{draftId}/title', {
      body: { version: (await opened.read(draftId)).version, title: '提高门槛' },
      params: { draftId },
    });
    expect([status, (await audited(draftId)).at(-1)]).toEqual([200, 'policy-draft.renamed']);
  });
});
