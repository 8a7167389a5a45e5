#!/usr/bin/env node
// Sets the project up and runs one command: start | test | verify | bench | tidu | dev. No dependencies.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Tidu needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

// Where the person stood, for paths on the command line; npm sets it already.
process.env.INIT_CWD ??= process.cwd();
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const { run, stopChildrenWithUs } = await import('./child.mjs');
const { install } = await import('./install.mjs');
const { buildWebWhenStale, test } = await import('./checks.mjs');

// One process for TypeScript: tsx as a loader, because its command line would put a second process in between.
const typescript = (file, args = [], flags = []) =>
  run(process.execPath, [...flags, '--import', 'tsx', file, ...args]).then(({ code }) => code);

const commands = {
  start: async (args) => (await buildWebWhenStale()) || typescript('packages/api/src/server.ts', args),
  test: (extra) => test({ fast: false, extra }),
  verify: (extra) => test({ fast: true, extra }),
  bench: async (args) => (await buildWebWhenStale()) || typescript('tests/bench/run.ts', args),
  tidu: (args) => typescript('packages/api/src/cli.ts', args),
  dev: async (args) => {
    const web = run(process.execPath, ['node_modules/vite/bin/vite.js', ...args], { cwd: 'packages/web' });
    const server = typescript('packages/api/src/server.ts', [], ['--watch', '--watch-preserve-output']);
    return Math.max((await web).code, await server);
  },
};

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
if (!command) {
  console.error(`Usage: node scripts/up.mjs ${Object.keys(commands).join(' | ')}`);
  process.exit(2);
}

stopChildrenWithUs();
process.exitCode = (await install()) || (await command(args));
