import type { AppDeps } from '../src/app.ts';
import { dayInChina } from '../src/day-in-china.ts';
import { openOffice } from './open-office.ts';
import { NOW } from './open-test-app.ts';

/** The day the raised threshold is to take effect; the cases of the office are of 1 April 2026. */
export const FROM = '2026-07-01';
export const LADDER = 'version:nbhtz-ladder:2020-11-23';

/** What a test reads of an answer: JSON of a shape the test knows. */
export type Shown = ReturnType<typeof JSON.parse>;
type Answer = { readonly status: number; readonly body: Shown };

/** The office with an editor, a second editor and an approver, and the steps of a draft as requests. */
export async function openStudio(clock: { now: Date } = { now: NOW }, deps: Partial<AppDeps> = {}) {
  const office = await openOffice({ clock: () => clock.now, ...deps });
  const { ask } = office;
  const editor = await office.newStaff('policy-editor', '程拟稿');
  const other = await office.newStaff('policy-editor', '林同稿');
  const approver = await office.newStaff('policy-approver', '周审批');
  const reader = await office.newStaff('intake-clerk', '王受理');
  const auditor = await office.newStaff('auditor', '审计员');

  const must = async (asked: Promise<Answer>, status = 200): Promise<Shown> => {
    const answer = await asked;
    if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const at = (id: string, path = '') => `/api/v1/studio/drafts/${id}${path}`;
  const newDraft = async (body: object = {}): Promise<Shown> =>
    must(
      ask(editor, 'POST', '/api/v1/studio/drafts', {
        from: 'text',
        ref: LADDER,
        title: '提高瞪羚增长门槛',
        inForceFrom: FROM,
        ...body,
      }),
      201,
    );
  const read = (id: string, user = editor) => must(ask(user, 'GET', at(id)));
  const edit = async (id: string, ops: readonly object[], user = editor, version?: number): Promise<Shown> =>
    must(
      ask(user, 'POST', at(id, '/edits'), {
        version: version ?? (await read(id)).version,
        ops,
        summary: '改数字',
      }),
    );
  const force = (id: string, user = approver) => must(ask(user, 'GET', at(id, '/force')));
  const setTransition = (id: string, drafts = 'keep', cases = 'keep') =>
    must(ask(editor, 'PUT', at(id, '/transition'), { drafts, cases, reason: '老件老办法' }), 204);
  const exempt = (id: string) =>
    must(ask(editor, 'POST', at(id, '/consultation'), { kind: 'exempt', reason: '仅更正文字' }), 201);
  const reviewLegality = (id: string) =>
    must(
      ask(approver, 'PUT', at(id, '/legality'), {
        opinion: 'lawful',
        reviewer: '法制处',
        text: '合法',
        on: '2026-04-01',
      }),
      204,
    );
  /** Gives every criticised condition its review, and every clause that is no rule a person who accepts it. */
  const settleText = async (id: string) => {
    const { fairness } = await force(id);
    if (fairness.length > 0)
      await must(
        ask(editor, 'PUT', at(id, '/fairness'), {
          version: (await read(id)).version,
          reviews: fairness.map((each: Shown) => ({
            of: each.of,
            article10: null,
            reason: { 'zh-CN': '培育本区企业，没有更轻的办法' },
            until: '2028-12-31',
          })),
        }),
      );
    const { document } = await read(id);
    const open = (document.untranslatable ?? []).flatMap((each: Shown, i: number) =>
      each.accepted
        ? []
        : [{ op: 'add', path: `untranslatable.${i}.accepted`, value: { by: '程拟稿', on: dayInChina(clock.now) } }],
    );
    if (open.length > 0) await edit(id, open);
  };
  /** Cases a ladder still lacks, made by the engine and confirmed by hand. */
  const settleCases = async (id: string) => {
    const { missing } = await must(ask(editor, 'GET', at(id, '/cases')));
    if (missing.length === 0) return;
    const { cases } = await must(ask(editor, 'POST', at(id, '/cases/generate'), {}));
    const wanted = missing.flatMap(({ tier, lacks }: Shown) =>
      cases.filter((each: Shown) => each.case.expect.outcomes[tier] === lacks).slice(0, 1),
    );
    const body = { cases: wanted.map((each: Shown) => each.case) };
    await must(ask(editor, 'POST', at(id, '/cases'), body), 201);
  };
  const approve = async (id: string, user = approver) =>
    ask(user, 'POST', at(id, '/approvals'), { hash: (await read(id)).hash, decision: 'approve', note: '同意' });
  const publish = async (id: string, user = approver) =>
    ask(user, 'POST', at(id, '/publication'), { hash: (await read(id)).hash });
  /** Everything done that stands before an approval. */
  const ready = async (id: string, rules: { drafts?: string; cases?: string } = {}) => {
    await settleText(id);
    await settleCases(id);
    await setTransition(id, rules.drafts, rules.cases);
    await exempt(id);
    await reviewLegality(id);
  };
  const put = async (id: string, rules: { drafts?: string; cases?: string } = {}) => {
    await ready(id, rules);
    await must(approve(id));
    return must(publish(id));
  };
  return {
    ...office,
    ...{ clock, editor, other, approver, reader, auditor },
    ...{ must, at, newDraft, read, edit, force, setTransition, exempt, reviewLegality },
    ...{ settleText, settleCases, approve, publish, ready, put },
  };
}
