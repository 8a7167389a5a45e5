// Brings the pinned pnpm through npm and installs exactly what the lockfile says; nothing goes to stdout.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { run } from './child.mjs';

const STAMP = 'node_modules/.tidu-installed';
const INPUTS = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'packages/rules/package.json',
  'packages/api/package.json',
  'packages/web/package.json',
  'tests/package.json',
];

export async function install() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return 0;
  const pnpm = JSON.parse(readFileSync('package.json', 'utf8')).packageManager;
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const args = ['exec', '--yes', '--prefer-offline', '--loglevel=error', `--package=${pnpm}`, '-c'];
  const [command, ...first] = npm;
  const { code } = await run(command, [...first, ...args, 'pnpm install --frozen-lockfile --reporter=append-only'], {
    stdio: ['ignore', 2, 2],
    // Without a terminal pnpm would stop to ask before it replaces node_modules.
    env: { ...process.env, CI: 'true' },
  });
  if (code === 0) writeFileSync(STAMP, wanted);
  return code;
}

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of INPUTS) hash.update(readFileSync(file));
  return hash.digest('hex');
}
