import { expect, test } from 'vitest';
import { openSignIn } from '../../../testing/open-sign-in.ts';

test('smoke', async () => {
  const site = await openSignIn();
  const firm = await site.signUp('13800138000', '王敏', 'correct horse battery');
  console.log(await (await firm.get('/api/v1/session')).json());
});
