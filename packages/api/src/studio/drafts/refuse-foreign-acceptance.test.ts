import { expect, test } from 'vitest';
import { openStudio } from '../../../testing/open-studio.ts';

const AT = 'untranslatable.0.accepted';
const TODAY = '2026-04-01';

test('own-acceptance: a clause is accepted by the person signed in, of today, for the words that stand', async () => {
  const s = await openStudio();
  const { id, document } = await s.newDraft();
  const send = (value: object, user = s.editor, more: readonly object[] = []) =>
    s.read(id).then(({ version }) =>
      s.ask(user, 'POST', s.at(id, '/edits'), {
        version,
        summary: '确认',
        ops: [{ op: 'add', path: AT, value }, ...more],
      }),
    );
  for (const value of [{ by: '林同稿', on: TODAY }, { by: '程拟稿', on: '2026-03-01' }, {}]) {
    const refused = await send(value);
    expect(refused.status).toBe(422);
    expect(refused.body.error.details[0]).toMatchObject({ path: AT, fix: expect.stringContaining('由我确认') });
  }
  const whole = {
    ...document,
    untranslatable: [{ ...document.untranslatable[0], accepted: { by: '林同稿', on: TODAY } }],
  };
  expect((await s.ask(s.editor, 'PUT', s.at(id, '/document'), { version: 0, document: whole })).status).toBe(422);
  expect((await send({ by: '程拟稿', on: TODAY }, s.reader)).status).toBe(403);
  expect(await s.audited(id)).toEqual(['policy-draft.created']);

  expect((await send({ by: '程拟稿', on: TODAY })).status).toBe(200);
  expect(await s.audited(id)).toEqual(['policy-draft.created', 'policy-draft.changed']);
  // Another editor goes on with it standing; other words would need a new acceptance.
  await s.edit(id, [{ op: 'replace', path: 'tiers.0.label.zh-CN', value: '初创' }], s.other);
  const words = [{ op: 'replace', path: 'untranslatable.0.text.zh-CN', value: '另一句话' }];
  const version = (await s.read(id)).version;
  expect((await s.ask(s.other, 'POST', s.at(id, '/edits'), { version, ops: words, summary: 'x' })).status).toBe(422);
  const { document: now } = await s.read(id);
  expect(now.untranslatable[0].accepted).toEqual({ by: '程拟稿', on: TODAY });

  const sent = await s.newDraft({ from: 'json', document: now, title: '导入', ref: undefined, inForceFrom: undefined });
  expect(sent.document.untranslatable[0].accepted).toBeUndefined();
});
