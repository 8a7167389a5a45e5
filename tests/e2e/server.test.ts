import { expect, test } from 'vitest';
import { startServer } from '../support/server.ts';

test('the real server starts on an empty directory, answers and stops', async () => {
  const server = await startServer();
  const response = await fetch(`${server.url}/healthz`);
  expect(response.status).toBe(200);
  await server.stop();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
});
