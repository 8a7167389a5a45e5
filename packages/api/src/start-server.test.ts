import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testFolder } from '../testing/open-test-app.ts';
import { readConfig } from './config.ts';
import { startServer } from './start-server.ts';

const configFor = (folder: string, env: Record<string, string> = {}) =>
  readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...env });

test('starts on an empty folder, answers, stops, and starts again on the same data', async () => {
  const folder = testFolder();
  for (let i = 0; i < 2; i++) {
    const server = await startServer(configFor(folder));
    const response = await fetch(`${server.url}/healthz`);
    expect(await response.json()).toMatchObject({ status: 'ok', policies: 5 });
    await server.stop();
    await server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  }
});

test('a batch streams over a real socket while it is still being sent', async () => {
  const server = await startServer(configFor(testFolder()));
  let push: (text: string) => void = () => {};
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      push = (text) => controller.enqueue(new TextEncoder().encode(text));
      end = () => controller.close();
    },
  });
  push('{"id":1,"facts":{}}\n');
  const response = await fetch(`${server.url}/api/v1/evaluations/batch?policy=tech-sme&decision=2022-05-01`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body,
    duplex: 'half',
  } as RequestInit);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('"id":1');
  push('{"id":2,"facts":{}}\n');
  expect((await reader?.read())?.value).toContain('"id":2');
  end();
  expect((await reader?.read())?.done).toBe(true);
  await server.stop();
});

test('a port in use is refused and the database is let go', async () => {
  const first = await startServer(configFor(testFolder()));
  const port = new URL(first.url).port;
  const folder = testFolder();
  await expect(startServer(configFor(folder, { PORT: port }))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.stop();
  const second = await startServer(configFor(folder, { PORT: port }));
  await second.stop();
});

test.each([
  ['DATA_DIR', 'a file in the way', (folder: string) => ({ DATA_DIR: join(folder, 'file') })],
  ['DATA_DIR', 'a folder below a file', (folder: string) => ({ DATA_DIR: join(folder, 'file', 'data') })],
  [
    'DATABASE_URL',
    'a file that is no database',
    (folder: string) => ({ DATABASE_URL: `file:${join(folder, 'file')}` }),
  ],
  [
    'DATABASE_URL',
    'a folder that is not there',
    (folder: string) => ({ DATABASE_URL: `file:${join(folder, 'none', 'x.db')}` }),
  ],
])('%s that does not work is named: %s', async (name, _why, env) => {
  const folder = testFolder();
  writeFileSync(join(folder, 'file'), 'just text, long enough to be read as the header of a database file'.repeat(20));
  await expect(startServer(configFor(folder, env(folder)))).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining(`  ${name}=`),
  });
});

test('folders are made with all above them, also when several processes start at once', async () => {
  const folder = join(testFolder(), 'a', 'b');
  const servers = await Promise.all([startServer(configFor(folder)), startServer(configFor(folder))]);
  await Promise.all(servers.map((server) => server.stop()));
  expect(existsSync(join(folder, 'tidu.db'))).toBe(true);
});

const SERVER = fileURLToPath(new URL('./server.ts', import.meta.url));

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVER], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output.text += chunk));
  return { child, output, exited: once(child, 'exit') };
}

test('wrong variables end the process with one message that names them all, and no stack', async () => {
  const { output, exited } = run({ PORT: 'abc', LOG_LEVEL: 'loud' });
  expect((await exited)[0]).toBe(1);
  expect(output.text).toMatch(/PORT=abc[\s\S]*LOG_LEVEL=loud/);
  expect(output.text).not.toMatch(/^\s+at /m);
}, 30_000);

test('a HOST that is no address of this machine is named, without a stack', async () => {
  const { output, exited } = run({ HOST: '999.1.1.1', PORT: '0', DATA_DIR: testFolder() });
  expect((await exited)[0]).toBe(1);
  expect(output.text).toContain('HOST');
  expect(output.text).not.toMatch(/^\s+at /m);
}, 30_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s stops it cleanly',
  async (signal) => {
    const { child, output, exited } = run({ PORT: '0', DATA_DIR: testFolder() });
    while (!output.text.includes('http://127.0.0.1:')) await new Promise((resolve) => setTimeout(resolve, 30));
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
  },
  30_000,
);

test('while there is no system administrator every start gives a new one-time link, and only the last one works', async () => {
  const folder = testFolder();
  const first = await startServer(configFor(folder));
  await first.stop();
  const server = await startServer(configFor(folder));
  const tokenOf = (link: string | undefined) => new URL(link ?? '').searchParams.get('token');
  expect(server.setUpLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/setup\?token=[\w-]{43}$/);
  const person = { name: '李工', contact: 'li@example.cn', password: 'correct horse battery' };
  const setUp = (token: string | null) =>
    fetch(`${server.url}/api/v1/setup`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...person, token }),
    });
  expect((await setUp(tokenOf(first.setUpLink))).status).toBe(422);
  expect((await setUp(tokenOf(server.setUpLink))).status).toBe(204);
  await server.stop();
  const third = await startServer(configFor(folder));
  expect(third.setUpLink).toBeUndefined();
  const session = await fetch(`${third.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: third.url },
    body: JSON.stringify({ contact: person.contact, password: person.password }),
  });
  expect(await session.json()).toEqual({ step: 'enrol-second-factor' });
  await third.stop();
});
